/**
 * What claims compare: a closed list of figures of a run, each with its unit. Their words stand in the catalogue under
 * `measure.<id>`. Where a run has nothing to measure, the value is null.
 */
import type { BusRule } from '../models/parameters.ts';
import type { TopologyNode } from '../models/topology.ts';
import { topologyOf } from '../scenario/create-simulation.ts';
import type { RunReport } from '../scenario/report.ts';
import type { Scenario } from '../scenario/scenario.ts';

export type MeasureUnit =
  | 'uploads'
  | 'share'
  | 's'
  | 'USD'
  | 'USD/h'
  | 'instances'
  | 'slots'
  | 'messages'
  | 'steps'
  | 'polls'
  | 'calls'
  | 'components'
  | 'times'
  | 'queues and rules'
  | 'lines';

/** A run that is over. */
export interface Run {
  scenario: Scenario;
  report: RunReport;
  /** What it is compared with; null where the claim says nothing of another run. */
  against: Scenario | null;
}

interface RunMeasure {
  unit: MeasureUnit;
  of(run: Run): number | null;
}

interface ComponentMeasure {
  unit: MeasureUnit;
  /** Throws if the component is of a kind that has no such figure. */
  of(run: Run, id: string): number | null;
}

type ComponentOf<K extends RunReport['components'][number]['kind']> = Extract<
  RunReport['components'][number],
  { kind: K }
>;

/** Figures of a run as a whole. */
export const runMeasures = {
  started: { unit: 'uploads', of: ({ report }) => report.uploads.started },
  accepted: { unit: 'uploads', of: ({ report }) => report.uploads.accepted },
  watchable: { unit: 'uploads', of: ({ report }) => report.uploads.watchable },
  refused: { unit: 'uploads', of: ({ report }) => report.uploads.refused },
  lost: { unit: 'uploads', of: ({ report }) => report.uploads.lost },
  'dead-lettered': { unit: 'uploads', of: ({ report }) => report.uploads.deadLettered },
  open: { unit: 'uploads', of: ({ report }) => report.uploads.open },
  'accepted-median': { unit: 's', of: ({ report }) => report.untilAccepted.p50Seconds },
  'accepted-slowest': { unit: 's', of: ({ report }) => report.untilAccepted.maximumSeconds },
  'watchable-median': { unit: 's', of: ({ report }) => report.untilWatchable.p50Seconds },
  'watchable-slowest': { unit: 's', of: ({ report }) => report.untilWatchable.maximumSeconds },
  cost: { unit: 'USD', of: ({ report }) => report.bill.totalUsd },
  'cost-per-hour': { unit: 'USD/h', of: ({ report }) => report.bill.perHourUsd },
  'cost-per-hour-at-end': { unit: 'USD/h', of: ({ report }) => report.bill.perHourAtEndUsd },
  'idle-per-hour-at-end': { unit: 'USD/h', of: ({ report }) => report.bill.perHourAtEndSplit.idleUsd },
  'cost-per-thousand': { unit: 'USD', of: ({ report }) => report.bill.perThousandWatchableUsd },
  'cost-wasted': { unit: 'USD', of: ({ report }) => report.bill.split.wastedUsd },
  polls: {
    unit: 'polls',
    of: ({ report }) => report.components.reduce((sum, each) => sum + (each.kind === 'queue' ? each.polls : 0), 0),
  },
  'queues-and-rules': { unit: 'queues and rules', of: ({ scenario }) => queuesAndRules(scenario) },
  'pattern-checks': { unit: 'times', of: patternChecks },
  'programs-changed': { unit: 'components', of: ({ scenario, against }) => programsChanged(scenario, against) },
} as const satisfies Readonly<Record<string, RunMeasure>>;

/** Figures of one component. */
export const componentMeasures = {
  'instances-at-start': {
    unit: 'instances',
    of: (run, id) => componentOf(run, id, 'instance-group').instancesOverTime.inService[0] ?? 0,
  },
  'instances-most': {
    unit: 'instances',
    of: (run, id) => componentOf(run, id, 'instance-group').instances.inService.maximum,
  },
  'instances-at-end': {
    unit: 'instances',
    of: (run, id) => componentOf(run, id, 'instance-group').instances.inService.atEnd,
  },
  'crashed-most': {
    unit: 'instances',
    of: (run, id) => componentOf(run, id, 'instance-group').instances.crashed.maximum,
  },
  'busy-slots-most': { unit: 'slots', of: (run, id) => componentOf(run, id, 'instance-group').busySlots.maximum },
  'done-twice': { unit: 'steps', of: (run, id) => componentOf(run, id, 'instance-group').duplicatesDone },
  'messages-waiting-most': { unit: 'messages', of: (run, id) => componentOf(run, id, 'queue').visibleMessages.maximum },
  'cold-starts': { unit: 'calls', of: (run, id) => componentOf(run, id, 'function').coldStarts },
  runs: { unit: 'calls', of: (run, id) => componentOf(run, id, 'function').invocations },
  'run-errors': { unit: 'calls', of: (run, id) => componentOf(run, id, 'function').errors },
  'duration-mean': { unit: 's', of: (run, id) => componentOf(run, id, 'function').duration.meanSeconds },
  'start-mean': { unit: 's', of: (run, id) => componentOf(run, id, 'function').start.meanSeconds },
  'items-kept': {
    unit: 'calls',
    of: (run, id) => {
      const { itemsWritten, itemsOverwritten } = componentOf(run, id, 'table');
      return itemsWritten - itemsOverwritten;
    },
  },
  'written-again': { unit: 'calls', of: (run, id) => componentOf(run, id, 'table').itemsOverwritten },
  'put-aside': { unit: 'messages', of: (run, id) => componentOf(run, id, 'queue').messagesDeadLettered },
  'environments-most': { unit: 'instances', of: (run, id) => componentOf(run, id, 'function').environments.maximum },
  throttles: { unit: 'calls', of: (run, id) => componentOf(run, id, 'function').throttles },
  'events-given-up': { unit: 'messages', of: (run, id) => componentOf(run, id, 'function').eventsDropped },
  'cold-share': { unit: 'share', of: coldShare },
  'at-work-mean': { unit: 'instances', of: (run, id) => componentOf(run, id, 'function').concurrency.mean },
  'events-published': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').published },
  'events-unmatched': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').unmatched },
  'events-replayed': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').replayed },
  'copies-retried': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').deliveries.retried },
  'copies-put-aside': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').deliveries.deadLettered },
  'copies-dropped': { unit: 'messages', of: (run, id) => componentOf(run, id, 'event-bus').deliveries.dropped },
  'log-lines': { unit: 'lines', of: (run, id) => componentOf(run, id, 'function').logLines },
  arrived: { unit: 'messages', of: (run, id) => anyComponent(run, id).traffic.arrived },
  'component-cost': {
    unit: 'USD',
    of: (run, id) => {
      const own = run.report.bill.lines.filter(({ component }) => component === anyComponent(run, id).id);
      return own.reduce((sum, { sumUsd }) => sum + sumUsd, 0);
    },
  },
} as const satisfies Readonly<Record<string, ComponentMeasure>>;

export type RunMeasureId = keyof typeof runMeasures;
export type ComponentMeasureId = keyof typeof componentMeasures;
export type MeasureId = RunMeasureId | ComponentMeasureId;

export const measureIds = [...Object.keys(runMeasures), ...Object.keys(componentMeasures)] as MeasureId[];

export function unitOf(measure: MeasureId): MeasureUnit {
  return isOfRun(measure) ? runMeasures[measure].unit : componentMeasures[measure].unit;
}

export function isOfRun(measure: MeasureId): measure is RunMeasureId {
  return Object.hasOwn(runMeasures, measure);
}

function anyComponent({ report }: Run, id: string): RunReport['components'][number] {
  const found = report.components.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no component "${id}" to measure`);
  return found;
}

function componentOf<K extends RunReport['components'][number]['kind']>(run: Run, id: string, kind: K): ComponentOf<K> {
  const found = anyComponent(run, id);
  if (found.kind !== kind) throw new Error(`"${id}" is of the kind ${found.kind}, where ${kind} is measured`);
  return found as ComponentOf<K>;
}

/** Cold starts as a share of the runs of a function; null if there were none. */
function coldShare(run: Run, id: string): number | null {
  const { coldStarts, invocations } = componentOf(run, id, 'function');
  return invocations === 0 ? null : coldStarts / invocations;
}

/** What stands between partners: queues, and rules of buses. */
function queuesAndRules(scenario: Scenario): number {
  return nodesIn(scenario).reduce((sum, { kind, params }) => {
    if (kind === 'queue') return sum + 1;
    return kind === 'event-bus' ? sum + ((params?.['rules'] ?? []) as readonly BusRule[]).length : sum;
  }, 0);
}

/** How often an event was held against a rule: on each bus, its events times its rules that have a pattern and are on. */
function patternChecks({ scenario, report }: Run): number {
  return nodesIn(scenario).reduce((sum, { id, kind, params }) => {
    if (kind !== 'event-bus') return sum;
    const rules = (params?.['rules'] ?? []) as readonly BusRule[];
    const asked = rules.filter(({ pattern, enabled }) => pattern !== undefined && enabled !== false).length;
    const bus = report.components.find((each) => each.id === id);
    return sum + (bus?.kind === 'event-bus' ? bus.published * asked : 0);
  }, 0);
}

/** How many components are in both, and do something else. */
function programsChanged(scenario: Scenario, against: Scenario | null): number | null {
  if (against === null) return null;
  const before = new Map(nodesIn(against).map((node) => [node.id, programOf(node)]));
  return nodesIn(scenario).filter((node) => before.has(node.id) && before.get(node.id) !== programOf(node)).length;
}

function programOf({ params }: TopologyNode): string {
  return JSON.stringify(params?.['steps'] ?? null);
}

/** The components as they stand before the run begins. */
function nodesIn(scenario: Scenario): TopologyNode[] {
  return topologyOf(scenario).nodes.map((node) => ({
    ...node,
    params: { ...node.params, ...scenario.parameters[node.id] },
  }));
}
