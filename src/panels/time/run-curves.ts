/** What the lanes show of one run, read from its columns: how many wait, how many instances there are, what came of the uploads. */
import { componentsAt, nodesOf } from '../../scenario/create-simulation.ts';
import type { ComponentColumns, RunColumn, Series } from '../../scenario/samples.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import type { Curve } from './geometry.ts';

export interface RunCurves {
  /**
   * Where there is a queue: messages visible in it, else requests in the backlog of the instances that process, and
   * events that wait for a function to process them.
   */
  waiting: Curve;
  /** Messages in flight; null where there is no queue. */
  inFlight: Curve | null;
  /** Instances that process videos; of functions, environments that are busy or warm. */
  inService: Curve;
  /** They finish what they have, and are billed. */
  draining: Curve;
  /** Pending and starting. */
  starting: Curve;
  desired: Curve;
  /** Uploads started, and by outcome, counted from the start. */
  started: Curve;
  accepted: Curve;
  watchable: Curve;
  refused: Curve;
  lost: Curve;
  deadLettered: Curve;
  /** Those without an outcome at a time. */
  open: Curve;
}

/** The curves of a series. They show what it held when they were made. */
export function runCurves(scenario: StageScenario, series: Series): RunCurves {
  const processing = componentsAt('step:process', nodesOf(scenario));
  const queues = series.components.filter((columns) => columns.kind === 'queue');
  const groups = processing
    .map((index) => series.components[index])
    .filter((columns): columns is GroupColumns => columns?.kind === 'instance-group');
  const functions = processing
    .map((index) => series.components[index])
    .filter((columns): columns is FunctionColumns => columns?.kind === 'function');
  const curve = (columns: readonly Float64Array[]): Curve => curveOf(series, columns);
  const count = (name: RunColumn): Curve => curve([series.run[name]]);
  const hasQueue = queues.length > 0;
  return {
    waiting: curve(
      hasQueue
        ? queues.map(({ visible }) => visible)
        : [...groups.map(({ backlog }) => backlog), ...functions.map(({ waiting }) => waiting)],
    ),
    inFlight: hasQueue ? curve(queues.map(({ inFlight }) => inFlight)) : null,
    inService: curve([
      ...groups.map(({ inService }) => inService),
      ...functions.flatMap(({ busy, idle }) => [busy, idle]),
    ]),
    draining: curve(groups.map(({ draining }) => draining)),
    starting: curve([...groups, ...functions].map(({ starting }) => starting)),
    desired: curve(groups.map(({ desired }) => desired)),
    started: count('started'),
    accepted: count('accepted'),
    watchable: count('watchable'),
    refused: count('refused'),
    lost: count('lost'),
    deadLettered: count('deadLettered'),
    open: count('open'),
  };
}

type FunctionColumns = Extract<ComponentColumns, { kind: 'function' }>;
type GroupColumns = Extract<ComponentColumns, { kind: 'instance-group' }>;

/** The sum of some columns of a series. */
function curveOf({ length, everySeconds }: Series, columns: readonly Float64Array[]): Curve {
  return {
    length,
    timeAt: (index) => index * everySeconds,
    valueAt: (index) => columns.reduce((sum, column) => sum + (column[index] as number), 0),
  };
}
