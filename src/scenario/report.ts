/** What came of a run, in figures: plain data that JSON can hold. Where there is nothing to measure stands null. */
import { type BillLine, billLines, type CostSplit, leftOut, splitOf, totalUsd } from '../cost/bill.ts';
import { listPrices } from '../cost/prices.ts';
import { UsageMeter } from '../cost/usage.ts';
import type { QuantileSketch } from '../engine/quantile-sketch.ts';
import { type SimTime, seconds, toSeconds } from '../engine/time.ts';
import { utilisation } from '../metrics/fleet.ts';
import type { GroupFigures } from '../metrics/group-figures.ts';
import {
  type Age,
  ageMaximumSeconds,
  ageMeanSeconds,
  ageSeconds,
  type Level,
  levelMaximum,
  levelMean,
  levelSeconds,
} from '../metrics/level.ts';
import { byReason, openUploads } from '../metrics/outcomes.ts';
import type { QueueFigures } from '../metrics/queue-figures.ts';
import { RunMetrics } from '../metrics/run-metrics.ts';
import { stepsOf } from '../metrics/step-series.ts';
import type { Reason } from '../models/reasons.ts';
import type { StageId } from '../stages/catalogue.ts';
import { createSimulation, nodesOf } from './create-simulation.ts';
import type { Intervention, Scenario } from './scenario.ts';

/** Which run it was. With the architecture, where it is not a stage, this is all that determines it. */
export interface ScenarioIdentity {
  version: number;
  /** Null for an architecture that was written out. */
  stage: StageId | null;
  defaults: Scenario['defaults'];
  parameters: Scenario['parameters'];
  seed: number;
  durationSeconds: number;
  interventions: readonly Intervention[];
}

/** How many failed for each reason; reasons that did not occur are left out. */
export type CountsByReason = Partial<Record<Reason, number>>;

/** Times of a number of things; the quantiles are within 0.4 %. */
export interface TimesSeconds {
  count: number;
  meanSeconds: number | null;
  p50Seconds: number | null;
  p95Seconds: number | null;
  p99Seconds: number | null;
  maximumSeconds: number | null;
}

/** A number over time: weighted by how long each value held, the largest, and the last. */
export interface OverTime {
  mean: number;
  maximum: number;
  atEnd: number;
}

/** How old the oldest was over time; 0 while there was none. */
export interface AgeOverTime {
  meanSeconds: number;
  maximumSeconds: number;
  atEndSeconds: number;
}

export interface UploadsReport {
  started: number;
  startedByHand: number;
  /** Told that it worked. Every upload also has one of the outcomes below, or is open. */
  accepted: number;
  watchable: number;
  refused: number;
  lost: number;
  deadLettered: number;
  /** Somewhere in the system when the run ended. */
  open: number;
  refusedByReason: CountsByReason;
  lostByReason: CountsByReason;
  deadLetteredByReason: CountsByReason;
}

export interface ClientReport {
  id: string;
  kind: 'client';
  uploadsStarted: number;
  uploadsAccepted: number;
  uploadsRefused: number;
  /** People who wait for an answer when the run ends. */
  uploadsUnanswered: number;
}

export interface GroupReport {
  id: string;
  kind: 'instance-group';
  /** Requests that came, or messages taken from the queue: each is finished, refused, failed, or still there at the end. */
  requestsArrived: number;
  requestsFinished: number;
  requestsRefused: number;
  requestsRefusedByReason: CountsByReason;
  requestsFailed: number;
  requestsFailedByReason: CountsByReason;
  requestsAtEnd: number;
  /** Slot-seconds taken per slot-second in service, 0 to 1; null if no instance was ever in service. */
  utilisation: number | null;
  busySlots: OverTime;
  /** Requests that wait for a slot. */
  backlogRequests: OverTime;
  oldestInBacklog: AgeOverTime;
  /** Time in the backlog of every request that got a slot; of none if the group takes its work from a queue. */
  waiting: TimesSeconds;
  desiredInstances: OverTime;
  instances: Record<InstancePhaseName, OverTime>;
  /** Time spent in each phase, over all instances. Starting, in service and draining are billed. */
  instanceSeconds: Record<InstancePhaseName, number>;
  instancesOverTime: InstancesOverTime;
}

export type InstancePhaseName = 'pending' | 'starting' | 'inService' | 'draining' | 'crashed';

/** Instances by phase, as steps: the numbers at place i hold from `atSeconds[i]` on. */
export interface InstancesOverTime extends Record<InstancePhaseName, number[]> {
  atSeconds: number[];
  /** Of several steps within such a stretch of time only the last is given; 0 if all are. */
  grainSeconds: number;
}

export interface QueueReport {
  id: string;
  kind: 'queue';
  /** Messages that were sent here: deleted, among the dead letters, or still there. */
  messagesArrived: number;
  /** Times that a message was handed out. */
  messagesReceived: number;
  messagesDeleted: number;
  /** Times that a message was seen again because nobody deleted it in time. */
  messagesRedelivered: number;
  messagesDeadLettered: number;
  messagesAtEnd: number;
  polls: number;
  emptyPolls: number;
  visibleMessages: OverTime;
  inFlightMessages: OverTime;
  /** Age of the message that has been here longest, visible or in flight. */
  oldestMessage: AgeOverTime;
  /** Time from being visible to being handed out, of every hand-out. */
  waiting: TimesSeconds;
}

export interface BucketReport {
  id: string;
  kind: 'bucket';
  objectsStored: number;
  objectsFetched: number;
  megabytesStored: number;
}

export interface TableReport {
  id: string;
  kind: 'table';
  itemsWritten: number;
}

export type ComponentReport = ClientReport | GroupReport | QueueReport | BucketReport | TableReport;

export interface BillReport {
  currency: 'USD';
  region: string;
  /** The day of which the prices are. */
  pricesAsOf: string;
  lines: BillLine[];
  /** What the total was paid for. */
  split: CostSplit;
  totalUsd: number;
  /** Null while no video is watchable. */
  perThousandWatchableUsd: number | null;
  /** The total, per hour of the run; null for a run of no length. */
  perHourUsd: number | null;
  /** What an hour would cost that went on like the end of the run. */
  perHourAtEndUsd: number;
  perHourAtEndSplit: CostSplit;
  /** What the bill leaves out. */
  leftOut: readonly (typeof leftOut)[number][];
}

export interface RunReport {
  scenario: ScenarioIdentity;
  /** Up to when this is told: the duration of the scenario, unless the run was cut short. */
  untilSeconds: number;
  uploads: UploadsReport;
  throughput: { startedPerSecond: number | null; watchablePerSecond: number | null };
  /** From the start of an upload until it is watchable, of those that are. */
  untilWatchable: TimesSeconds;
  /** Of that, the time spent in queues (visible) and in backlogs. */
  waiting: TimesSeconds;
  /** From the start of an upload until the person is told that it worked. */
  untilAccepted: TimesSeconds;
  /** In the order of their numbers. */
  components: ComponentReport[];
  bill: BillReport;
}

/** Runs a scenario to its end, without a picture, and reports. The scenario must be valid. */
export function createReport(scenario: Scenario): RunReport {
  const nodes = nodesOf(scenario);
  const metrics = new RunMetrics(nodes);
  const meter = new UsageMeter(nodes);
  const until = seconds(scenario.durationSeconds);
  createSimulation(scenario, metrics, meter).runUntil(until);
  return reportOf(scenario, metrics, meter, until);
}

/** The report of what was read up to `at`; nothing that was read may have happened later. */
export function reportOf(scenario: Scenario, metrics: RunMetrics, meter: UsageMeter, at: SimTime): RunReport {
  const { outcomes, times } = metrics;
  const perSecond = (count: number): number | null => (at === 0 ? null : count / toSeconds(at));
  return {
    scenario: identityOf(scenario),
    untilSeconds: toSeconds(at),
    uploads: {
      started: outcomes.started,
      startedByHand: outcomes.startedByHand,
      accepted: outcomes.accepted,
      watchable: outcomes.watchable,
      refused: outcomes.refused,
      lost: outcomes.lost,
      deadLettered: outcomes.deadLettered,
      open: openUploads(outcomes),
      refusedByReason: byReason(outcomes.refusedBy),
      lostByReason: byReason(outcomes.lostBy),
      deadLetteredByReason: byReason(outcomes.deadLetteredBy),
    },
    throughput: {
      startedPerSecond: perSecond(outcomes.started),
      watchablePerSecond: perSecond(outcomes.watchable),
    },
    untilWatchable: timesOf(times.untilWatchable),
    waiting: timesOf(times.waiting),
    untilAccepted: timesOf(times.untilAccepted),
    components: nodesOf(scenario).map(({ id }, index) => componentReport(id, metrics.components[index] as Figures, at)),
    bill: billReport(meter, outcomes.watchable, at),
  };
}

type Figures = RunMetrics['components'][number];

function identityOf(scenario: Scenario): ScenarioIdentity {
  const { version, defaults, parameters, seed, durationSeconds, interventions } = scenario;
  const stage = 'stage' in scenario ? scenario.stage : null;
  return { version, stage, defaults, parameters, seed, durationSeconds, interventions };
}

function componentReport(id: string, figures: Figures, at: SimTime): ComponentReport {
  switch (figures.kind) {
    case 'client': {
      const { started, accepted, refused } = figures;
      return {
        id,
        kind: 'client',
        uploadsStarted: started,
        uploadsAccepted: accepted,
        uploadsRefused: refused,
        uploadsUnanswered: started - accepted - refused,
      };
    }
    case 'instance-group':
      return groupReport(id, figures, at);
    case 'queue':
      return queueReport(id, figures, at);
    case 'bucket': {
      const { stored, fetched, megabytesStored } = figures;
      return { id, kind: 'bucket', objectsStored: stored, objectsFetched: fetched, megabytesStored };
    }
    default:
      return { id, kind: 'table', itemsWritten: figures.written };
  }
}

function groupReport(id: string, figures: GroupFigures, at: SimTime): GroupReport {
  const { state, waiting, slotsPerInstance } = figures;
  const { pending, starting, inService, draining, crashed, busySlots } = state.fleet;
  const levels = { pending, starting, inService, draining, crashed };
  return {
    id,
    kind: 'instance-group',
    requestsArrived: state.arrived,
    requestsFinished: state.finished,
    requestsRefused: state.refused,
    requestsRefusedByReason: byReason(state.refusedBy),
    requestsFailed: state.failed,
    requestsFailedByReason: byReason(state.failedBy),
    requestsAtEnd: state.backlog.value + busySlots.value,
    utilisation: orNull(utilisation(state.fleet, slotsPerInstance, at)),
    busySlots: overTime(busySlots, at),
    backlogRequests: overTime(state.backlog, at),
    oldestInBacklog: ageOverTime(state.oldestWaiting, at),
    waiting: timesOf(waiting),
    desiredInstances: overTime(state.desired, at),
    instances: eachPhase(levels, (level) => overTime(level, at)),
    instanceSeconds: eachPhase(levels, (level) => levelSeconds(level, at)),
    instancesOverTime: instancesOverTime(figures),
  };
}

function instancesOverTime({ state: { instances } }: GroupFigures): InstancesOverTime {
  const { atSeconds, columns } = stepsOf(instances);
  const [pending = [], starting = [], inService = [], draining = [], crashed = []] = columns;
  return { atSeconds, grainSeconds: toSeconds(instances.grain), pending, starting, inService, draining, crashed };
}

function queueReport(id: string, { state, waiting }: QueueFigures, at: SimTime): QueueReport {
  const { visible, inFlight, oldest } = state;
  return {
    id,
    kind: 'queue',
    messagesArrived: state.arrived,
    messagesReceived: state.received,
    messagesDeleted: state.deleted,
    messagesRedelivered: state.redelivered,
    messagesDeadLettered: state.deadLettered,
    messagesAtEnd: visible.value + inFlight.value,
    polls: state.polls,
    emptyPolls: state.emptyPolls,
    visibleMessages: overTime(visible, at),
    inFlightMessages: overTime(inFlight, at),
    oldestMessage: ageOverTime(oldest, at),
    waiting: timesOf(waiting),
  };
}

function billReport(meter: UsageMeter, watchable: number, at: SimTime): BillReport {
  const lines = billLines(meter.usageAt(at));
  const split = splitOf(lines);
  const total = totalUsd(split);
  const perHourAtEndSplit = splitOf(billLines(meter.hourlyUsageAt(at)));
  return {
    currency: listPrices.currency,
    region: listPrices.region,
    pricesAsOf: listPrices.asOf,
    lines,
    split,
    totalUsd: total,
    perThousandWatchableUsd: watchable === 0 ? null : (total / watchable) * 1000,
    perHourUsd: at === 0 ? null : (total / toSeconds(at)) * 3600,
    perHourAtEndUsd: totalUsd(perHourAtEndSplit),
    perHourAtEndSplit,
    leftOut,
  };
}

function timesOf(sketch: QuantileSketch): TimesSeconds {
  return {
    count: sketch.count,
    meanSeconds: orNull(sketch.mean),
    p50Seconds: orNull(sketch.quantile(0.5)),
    p95Seconds: orNull(sketch.quantile(0.95)),
    p99Seconds: orNull(sketch.quantile(0.99)),
    maximumSeconds: orNull(sketch.max),
  };
}

function overTime(level: Level, at: SimTime): OverTime {
  return { mean: levelMean(level, at), maximum: levelMaximum(level), atEnd: level.value };
}

function ageOverTime(age: Age, at: SimTime): AgeOverTime {
  return {
    meanSeconds: ageMeanSeconds(age, at),
    maximumSeconds: ageMaximumSeconds(age, at),
    atEndSeconds: ageSeconds(age, at),
  };
}

function eachPhase<T>(
  { pending, starting, inService, draining, crashed }: Record<InstancePhaseName, Level>,
  make: (level: Level) => T,
): Record<InstancePhaseName, T> {
  return {
    pending: make(pending),
    starting: make(starting),
    inService: make(inService),
    draining: make(draining),
    crashed: make(crashed),
  };
}

/** JSON has no NaN. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
