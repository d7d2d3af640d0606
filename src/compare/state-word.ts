/**
 * One honest word for how a run is doing at a moment, measured by its samples; a crash counts from its very moment on,
 * before the next sample shows it. The first rule that holds gives the word:
 *
 * 1. `down`: nothing is in service where uploads come in, so whoever uploads now sees an error.
 * 2. `refusing`: somebody was refused within the last ten seconds.
 * 3. `videos-wait`: all of processing is down, and a message has waited for more than a minute.
 * 4. `nobody-notices`: all of processing is down, and uploads are still taken in.
 * 5. `idle`: no upload is in the system, and instances run.
 * 6. `starting`: uploads wait, nothing processes yet, and instances are on their way.
 * 7. `catching-up`: more uploads wait than are being worked on.
 * 8. `working`.
 */
import type { StepProgram } from '../models/parameters.ts';
import type { WorldNode } from '../models/world.ts';
import { componentsAt } from '../scenario/create-simulation.ts';
import { type ComponentColumns, type Series, valueAt } from '../scenario/samples.ts';
import type { Intervention } from '../scenario/scenario.ts';

export const stateWords = [
  'down',
  'refusing',
  'videos-wait',
  'nobody-notices',
  'idle',
  'starting',
  'catching-up',
  'working',
] as const;

export type StateWord = (typeof stateWords)[number];

/** How long a refusal counts as present, in seconds. Our choice. */
export const REFUSAL_SECONDS = 10;

/** The age of the oldest message from which on somebody may well notice, in seconds. Our choice. */
export const LONG_WAIT_SECONDS = 60;

/**
 * The word for the run of these components under these interventions at `tSeconds`. The series must have at least one
 * sample.
 */
export function stateWordAt(
  nodes: readonly WorldNode[],
  series: Series,
  interventions: readonly Intervention[],
  tSeconds: number,
): StateWord {
  const crashed = crashedAt(nodes, interventions, tSeconds);
  const at = (column: Float64Array): number => valueAt(series, column, tSeconds);
  const workers = nodes.flatMap(({ params }, index): Worker[] => {
    const columns = series.components[index];
    const steps = ((params['steps'] ?? []) as readonly StepProgram[]).map(({ step }) => step);
    const worker = columns && workerOf(columns, crashed.has(index), at);
    return worker ? [{ ...worker, steps }] : [];
  });
  const sumOver = (chosen: readonly Worker[], what: Exclude<keyof Worker, 'steps' | 'isDown'>): number =>
    chosen.reduce((sum, worker) => sum + worker[what], 0);

  // Where a store or a bus takes uploads in, nobody's going down turns people away.
  const entrance = workers.filter(({ steps }) => steps.includes('upload'));
  const isShut = entrance.every(({ isDown }) => isDown) || sumOver(entrance, 'ready') === 0;
  if (entrance.length > 0 && isShut) return 'down';

  const { refused, open } = series.run;
  if (at(refused) > valueAt(series, refused, Math.max(0, tSeconds - REFUSAL_SECONDS))) return 'refusing';

  const processing = workers.filter(({ steps }) => steps.includes('process'));
  const processes = sumOver(processing, 'ready') > 0;
  const isStopped = processing.every(({ isDown }) => isDown) || (!processes && sumOver(processing, 'crashed') > 0);
  if (processing.length > 0 && isStopped) {
    return Math.max(0, ...series.components.map((columns) => ageIn(columns, at))) > LONG_WAIT_SECONDS
      ? 'videos-wait'
      : 'nobody-notices';
  }

  if (at(open) === 0) return 'idle';

  const inQueues = series.components.reduce(
    (sum, columns) => (columns.kind === 'queue' ? sum + at(columns.visible) : sum),
    0,
  );
  const waiting = inQueues + sumOver(workers, 'waiting');
  if (waiting > 0 && !processes && sumOver(processing, 'starting') > 0) return 'starting';
  return waiting > sumOver(workers, 'busy') ? 'catching-up' : 'working';
}

/** Who does the work of some steps, whatever its kind. */
interface Worker {
  steps: readonly string[];
  isDown: boolean;
  /** Instances that can take work; a function always can, as it starts environments as they are needed. */
  ready: number;
  starting: number;
  crashed: number;
  waiting: number;
  busy: number;
}

function workerOf(
  columns: ComponentColumns,
  isDown: boolean,
  at: (column: Float64Array) => number,
): Omit<Worker, 'steps'> | null {
  if (columns.kind === 'instance-group') {
    const { inService, starting, crashed, backlog, busySlots } = columns;
    return {
      isDown,
      ready: at(inService),
      starting: at(starting),
      crashed: at(crashed),
      waiting: at(backlog),
      busy: at(busySlots),
    };
  }
  if (columns.kind !== 'function') return null;
  const { starting, waiting, busy } = columns;
  const crashed = isDown ? 1 : 0;
  return { isDown, ready: 1 - crashed, starting: at(starting), crashed, waiting: at(waiting), busy: at(busy) };
}

/** Age of the oldest that waits in a queue or a stream. */
function ageIn(columns: ComponentColumns, at: (column: Float64Array) => number): number {
  if (columns.kind === 'queue') return at(columns.oldestAgeSeconds);
  return columns.kind === 'stream' ? at(columns.iteratorAgeSeconds) : 0;
}

/** Numbers of the components that a crash holds down at this moment. */
function crashedAt(
  nodes: readonly WorldNode[],
  interventions: readonly Intervention[],
  tSeconds: number,
): ReadonlySet<number> {
  const crashes = interventions.flatMap((each) => (each.kind === 'fault' && each.fault === 'crash' ? [each] : []));
  return new Set(
    crashes.flatMap(({ target, atSeconds, untilSeconds = Number.POSITIVE_INFINITY }) =>
      atSeconds <= tSeconds && tSeconds < untilSeconds ? componentsAt(target, nodes) : [],
    ),
  );
}
