/**
 * One honest word for how a run is doing at a moment, measured by its samples; a crash counts from its very moment on,
 * before the next sample shows it. The first rule that holds gives the word:
 *
 * 1. `down`: somebody whom the people have to wait for has nothing in service, so whoever comes now sees an error.
 * 2. `refusing`: somebody was refused within the last ten seconds.
 * 3. `losing`: an upload that had been accepted was lost within the last ten seconds.
 * 4. `dead-letters`: an upload was put aside within the last ten seconds, after it had been tried often enough.
 * 5. `unreachable`: nobody gets through to the site, by a fault that says so.
 * 6. `videos-lost`: somebody behind is down, and since the first of the faults that last now uploads that had been
 *    accepted were lost or put aside.
 * 7. `videos-wait`: somebody behind is down, and a message or a record has waited for more than a minute.
 * 8. `nobody-notices`: somebody behind is down, and uploads are still taken in.
 * 9. `failing`: within the last twenty seconds more was paid for work that failed than for work that did not.
 * 10. `stands-still`: uploads that had been accepted thirty seconds ago wait for processing, and since then nobody has
 *     processed anything or begun to start.
 * 11. `instance-lost`: instances are down, and others do the same work.
 * 12. `idle`: no upload is in the system, and instances run. `asleep`: none does, and no function either.
 * 13. `starting`: uploads wait, nothing processes yet, and instances are on their way.
 * 14. `cold-start`: functions start, and none runs yet.
 * 15. `trying-again`: events wait for a function, and nothing runs or starts: they wait for the next try.
 * 16. `catching-up`: more uploads wait than are being worked on.
 * 17. `working`.
 */
import type { Fault } from '../models/facts.ts';
import type { StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { WorldNode, WorldPlan } from '../models/world.ts';
import { readQueues, sendsUploads, takesUploads } from '../panels/time/run-curves.ts';
import { type ComponentColumns, type Series, valueAt } from '../scenario/samples.ts';
import type { Intervention } from '../scenario/scenario.ts';
import { componentsAt } from '../scenario/targets.ts';

export const stateWords = [
  'down',
  'refusing',
  'losing',
  'dead-letters',
  'unreachable',
  'videos-lost',
  'videos-wait',
  'nobody-notices',
  'failing',
  'stands-still',
  'instance-lost',
  'idle',
  'asleep',
  'starting',
  'cold-start',
  'trying-again',
  'catching-up',
  'working',
] as const;

export type StateWord = (typeof stateWords)[number];

/** How long a refusal, a loss or a dead letter counts as present, in seconds. Our choice. */
export const REFUSAL_SECONDS = 10;

/** The age of the oldest message from which on somebody may well notice, in seconds. Our choice. */
export const LONG_WAIT_SECONDS = 60;

/** Over how long what was paid for work is looked at, in seconds. Our choice: some pieces of work end in it. */
export const FAILING_SECONDS = 20;

/** How long nobody must have processed anything until it counts as standing still, in seconds. Our choice: longer than a healthy start takes to begin. */
export const STILL_SECONDS = 30;

/**
 * The word for a run of these components and links under these interventions at `tSeconds`. The series must have at least
 * one sample.
 */
export function stateWordAt(
  { nodes, links }: Pick<WorldPlan, 'nodes' | 'links'>,
  series: Series,
  interventions: readonly Intervention[],
  tSeconds: number,
): StateWord {
  const crashed = struckAt('crash', nodes, interventions, tSeconds);
  const at = (column: Float64Array): number => valueAt(series, column, tSeconds);
  const needed = waitedFor(nodes, links);
  const workers = nodes.flatMap((node, index): Worker[] => {
    const columns = series.components[index];
    const worker = columns && workerOf(columns, crashed.has(index), at);
    if (!columns || !worker) return [];
    return [{ ...worker, index, isNeeded: needed.has(index), processes: hasStep(node, 'process') }];
  });
  const sumOver = (chosen: readonly Worker[], what: Counted): number =>
    chosen.reduce((sum, worker) => sum + worker[what], 0);

  if (workers.some((worker) => worker.isNeeded && (worker.isDown || worker.ready === 0))) return 'down';

  const { refused, lost, deadLettered, open } = series.run;
  const hasGrown = (column: Float64Array): boolean =>
    at(column) > valueAt(series, column, Math.max(0, tSeconds - REFUSAL_SECONDS));
  if (hasGrown(refused)) return 'refusing';
  if (hasGrown(lost)) return 'losing';
  if (hasGrown(deadLettered)) return 'dead-letters';
  if (struckAt('thundering-herd', nodes, interventions, tSeconds).size > 0) return 'unreachable';

  if (workers.some(({ isDown, ready, crashed }) => isDown || (ready === 0 && crashed > 0))) {
    const since = faultsSince(interventions, tSeconds);
    const failed = (t: number): number => valueAt(series, lost, t) + valueAt(series, deadLettered, t);
    if (since !== null && failed(tSeconds) > failed(since)) return 'videos-lost';
    return oldestAge(nodes, series, at) > LONG_WAIT_SECONDS ? 'videos-wait' : 'nobody-notices';
  }

  if (isFailing(series, tSeconds)) return 'failing';
  const processing = workers.some(({ processes }) => processes)
    ? workers.filter(({ processes }) => processes)
    : workers;
  if (standsStill(series, processing, tSeconds)) return 'stands-still';

  const groups = workers.filter(({ kind }) => kind === 'instance-group');
  const functions = workers.filter(({ kind }) => kind === 'function');
  if (sumOver(groups, 'crashed') > 0) return 'instance-lost';

  const isAnyRunning = sumOver(functions, 'busy') + sumOver(functions, 'starting') > 0;
  if (at(open) === 0 && (takesUploads(nodes) || !isAnyRunning)) {
    return sumOver(groups, 'ready') + sumOver(groups, 'starting') > 0 ? 'idle' : 'asleep';
  }

  const waiting =
    readQueues(nodes).reduce((sum, index) => {
      const columns = series.components[index];
      return columns?.kind === 'queue' ? sum + at(columns.visible) : sum;
    }, 0) + sumOver(workers, 'waiting');
  const isStarting = sumOver(processing, 'starting') > 0 && sumOver(processing, 'busy') === 0;
  if (isStarting && processing.every(({ kind }) => kind === 'function')) return 'cold-start';
  if (isStarting && waiting > 0 && sumOver(processing, 'ready') === 0) return 'starting';
  const areWaitingEvents = sumOver(functions, 'waiting') > 0;
  if (areWaitingEvents && !isAnyRunning && sumOver(groups, 'busy') === 0) return 'trying-again';
  return waiting > sumOver(workers, 'busy') ? 'catching-up' : 'working';
}

/** Who does the work of some steps, whatever its kind. */
interface Worker {
  kind: ComponentKind;
  /** Number of the component. */
  index: number;
  /** Whether somebody who comes has to wait for it. */
  isNeeded: boolean;
  processes: boolean;
  isDown: boolean;
  /** Instances that can take work; a function always can, as it starts environments as they are needed. */
  ready: number;
  starting: number;
  crashed: number;
  waiting: number;
  busy: number;
}

type Counted = 'ready' | 'starting' | 'crashed' | 'waiting' | 'busy';

/** Whether more was paid lately for work that failed than for work that did not. What fails is taken off what worked. */
function isFailing(series: Series, tSeconds: number): boolean {
  const grown = (column: Float64Array): number =>
    valueAt(series, column, tSeconds) - valueAt(series, column, Math.max(0, tSeconds - FAILING_SECONDS));
  const wasted = grown(series.run.wastedUsd);
  return wasted > 0 && wasted > grown(series.run.workingUsd);
}

/** Whether something that had been accepted waits, and for so long nobody has processed anything. */
function standsStill(series: Series, processing: readonly Worker[], tSeconds: number): boolean {
  const from = tSeconds - STILL_SECONDS;
  if (from < 0) return false;
  const { accepted, watchable, lost, deadLettered } = series.run;
  const at = (column: Float64Array, t: number): number => valueAt(series, column, t);
  if (at(accepted, from) - at(watchable, from) - at(lost, from) - at(deadLettered, from) <= 0) return false;
  if (at(watchable, tSeconds) > at(watchable, from)) return false;
  const steps = Math.ceil(STILL_SECONDS / series.everySeconds);
  return processing.every(({ index }) => {
    const columns = series.components[index];
    if (columns?.kind !== 'instance-group' && columns?.kind !== 'function') return true;
    const busy = columns.kind === 'function' ? columns.busy : columns.busySlots;
    return Array.from({ length: steps + 1 }, (_, step) => Math.max(from, tSeconds - step * series.everySeconds)).every(
      (t) => at(busy, t) === 0 && at(columns.starting, t) === 0,
    );
  });
}

function workerOf(
  columns: ComponentColumns,
  isDown: boolean,
  at: (column: Float64Array) => number,
): Omit<Worker, 'index' | 'isNeeded' | 'processes'> | null {
  if (columns.kind === 'instance-group') {
    const { kind, inService, starting, crashed, backlog, busySlots } = columns;
    return {
      kind,
      isDown,
      ready: at(inService),
      starting: at(starting),
      crashed: at(crashed),
      waiting: at(backlog),
      busy: at(busySlots),
    };
  }
  if (columns.kind !== 'function') return null;
  const { kind, starting, waiting, busy } = columns;
  const crashed = isDown ? 1 : 0;
  return { kind, isDown, ready: 1 - crashed, starting: at(starting), crashed, waiting: at(waiting), busy: at(busy) };
}

/** Kinds that pass a request on, or answer it themselves: whoever calls them waits for what they call. */
const answering: readonly ComponentKind[] = ['gateway', 'load-balancer', 'instance-group', 'function'];

/** Whom people who upload, or fill in a form, wait for: who is called by them, and who is called by these in turn. */
function waitedFor(nodes: readonly WorldNode[], links: WorldPlan['links']): ReadonlySet<number> {
  const found = new Set<number>();
  let from = nodes.flatMap((node, index) => (sendsUploads(node) ? [index] : []));
  while (from.length > 0) {
    const next = links.flatMap((link) => (from.includes(link.from) ? [link.to] : []));
    from = next.filter((index) => !found.has(index) && answering.includes((nodes[index] as WorldNode).kind));
    for (const index of from) found.add(index);
  }
  return found;
}

function hasStep({ params }: WorldNode, step: StepProgram['step']): boolean {
  return ((params['steps'] ?? []) as readonly StepProgram[]).some((each) => each.step === step);
}

/** Age of the oldest that waits for somebody: in a stream, or in a queue that is read. Dead letters wait for nobody. */
function oldestAge(nodes: readonly WorldNode[], series: Series, at: (column: Float64Array) => number): number {
  const read = readQueues(nodes);
  const ages = series.components.map((columns, index) => {
    if (columns.kind === 'queue') return read.includes(index) ? at(columns.oldestAgeSeconds) : 0;
    return columns.kind === 'stream' ? at(columns.iteratorAgeSeconds) : 0;
  });
  return Math.max(0, ...ages);
}

/** When the first of the faults that last now began; null where none lasts. */
function faultsSince(interventions: readonly Intervention[], tSeconds: number): number | null {
  const begun = interventions.flatMap((each) => {
    if (each.kind !== 'fault') return [];
    const { atSeconds, untilSeconds = Number.POSITIVE_INFINITY } = each;
    return atSeconds <= tSeconds && tSeconds < untilSeconds ? [atSeconds] : [];
  });
  return begun.length === 0 ? null : Math.min(...begun);
}

/** Numbers of the components that a fault strikes at this moment. */
function struckAt(
  fault: Fault,
  nodes: readonly WorldNode[],
  interventions: readonly Intervention[],
  tSeconds: number,
): ReadonlySet<number> {
  const struck = interventions.flatMap((each) => (each.kind === 'fault' && each.fault === fault ? [each] : []));
  return new Set(
    struck.flatMap(({ target, atSeconds, untilSeconds = Number.POSITIVE_INFINITY }) =>
      atSeconds <= tSeconds && tSeconds < untilSeconds ? componentsAt(target, nodes) : [],
    ),
  );
}
