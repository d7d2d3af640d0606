/** What the lanes show of one run, read from its columns: how many wait, how many there are to work, what came of the uploads. */
import type { ComponentKind } from '../../models/registry.ts';
import type { WorldNode } from '../../models/world.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { ColumnsOf, ComponentColumns, RunColumn, Series } from '../../scenario/samples.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { componentsAt } from '../../scenario/targets.ts';
import type { Curve } from './geometry.ts';

/** What is counted as waiting: messages in queues, requests for a free slot, events for a function, or how old the oldest
 * record of a stream is. */
export type Waiting = 'messages' | 'requests' | 'events' | 'record-age';

/** Who does the work that is counted. */
export type Workers = 'instances' | 'environments' | 'both';

export interface RunCurves {
  /** Of what kind `waiting` is. */
  waitingOf: Waiting;
  /**
   * Where there are queues: messages visible in those that somebody reads, records in streams that some reader is not done
   * with, and events that wait for a function. Else requests in the backlogs and such events. Where there is no queue but a
   * stream: the age of its oldest record in seconds, of several the largest.
   */
  waiting: Curve;
  /** Messages in flight; null where there is no queue. */
  inFlight: Curve | null;
  /** How many queues are counted together, and how many streams there are. */
  queues: number;
  streams: number;
  workers: Workers;
  /** Whether they process videos; else they are all that work here. */
  areProcessing: boolean;
  /** Instances in service; of functions, environments that are busy: one that is warm and idle is neither at work nor paid for. */
  inService: Curve;
  /** Environments of functions, whatever they do; null where there is no function. */
  environments: Curve | null;
  /** They finish what they have, and are billed. */
  draining: Curve;
  /** Pending and starting. */
  starting: Curve;
  /** How many instances there should be; null where there are none but environments. */
  desired: Curve | null;
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
  const nodes = nodesOf(scenario);
  const all = nodes.map((_, index) => index);
  const columnsOf = <K extends ComponentKind>(kind: K, among: readonly number[]): ColumnsOf<K>[] =>
    among.flatMap((index) => series.components[index] ?? []).filter((columns) => isOf(kind, columns));
  const curve = (columns: readonly Float64Array[]): Curve => curveOf(series, columns);
  const count = (name: RunColumn): Curve => curve([series.run[name]]);

  const processing = componentsAt('step:process', nodes);
  const areProcessing = processing.length > 0;
  const working = areProcessing ? processing : all;
  const groups = columnsOf('instance-group', working);
  const functions = columnsOf('function', working);

  const queues = columnsOf('queue', readQueues(nodes));
  const streams = columnsOf('stream', all);
  const backlogs = columnsOf('instance-group', all).map(({ backlog }) => backlog);
  const events = columnsOf('function', all).map(({ waiting }) => waiting);
  const waitingOf: Waiting =
    queues.length > 0
      ? 'messages'
      : streams.length > 0
        ? 'record-age'
        : backlogs.length > 0 && functions.length === 0
          ? 'requests'
          : 'events';
  const waitingColumns = {
    messages: [...queues.map(({ visible }) => visible), ...streams.map(({ waiting }) => waiting), ...events],
    'record-age': streams.map(({ iteratorAgeSeconds }) => iteratorAgeSeconds),
    requests: [...backlogs, ...events],
    events: [...backlogs, ...events],
  } satisfies Record<Waiting, Float64Array[]>;

  return {
    waitingOf,
    waiting:
      waitingOf === 'record-age' ? largestAmong(series, waitingColumns[waitingOf]) : curve(waitingColumns[waitingOf]),
    inFlight: queues.length > 0 ? curve(queues.map(({ inFlight }) => inFlight)) : null,
    queues: queues.length,
    streams: streams.length,
    workers: groups.length === 0 ? 'environments' : functions.length === 0 ? 'instances' : 'both',
    areProcessing,
    inService: curve([...groups.map(({ inService }) => inService), ...functions.map(({ busy }) => busy)]),
    environments:
      functions.length === 0 ? null : curve(functions.flatMap(({ busy, idle, starting }) => [busy, idle, starting])),
    draining: curve(groups.map(({ draining }) => draining)),
    starting: curve([...groups, ...functions].map(({ starting }) => starting)),
    desired: groups.length === 0 ? null : curve(groups.map(({ desired }) => desired)),
    started: count('started'),
    accepted: count('accepted'),
    watchable: count('watchable'),
    refused: count('refused'),
    lost: count('lost'),
    deadLettered: count('deadLettered'),
    open: count('open'),
  };
}

/** Whether people upload here: clicks and errors are no uploads, and a schedule needs nobody. */
export function takesUploads(nodes: readonly WorldNode[]): boolean {
  return nodes.some(sendsUploads);
}

/** Whether it stands for people who upload. */
export function sendsUploads({ kind, params }: WorldNode): boolean {
  return kind === 'client' && params['sends'] === 'uploads';
}

/** Numbers of the queues that somebody fetches from. What lies in the others, the dead letters, waits for nobody. */
export function readQueues(nodes: readonly WorldNode[]): number[] {
  const read = new Set(
    nodes.flatMap(({ params }) => [
      params['queue'] as string | null | undefined,
      ...((params['mappings'] ?? []) as readonly { from: string }[]).map(({ from }) => from),
    ]),
  );
  return nodes.flatMap(({ id, kind }, index) => (kind === 'queue' && read.has(id) ? [index] : []));
}

function isOf<K extends ComponentKind>(kind: K, columns: ComponentColumns): columns is ComponentColumns & ColumnsOf<K> {
  return columns.kind === kind;
}

/** The sum of some columns of a series. */
function curveOf({ length, everySeconds }: Series, columns: readonly Float64Array[]): Curve {
  return {
    length,
    timeAt: (index) => index * everySeconds,
    valueAt: (index) => columns.reduce((sum, column) => sum + (column[index] as number), 0),
  };
}

/** The largest of some columns of a series: ages are not added up. */
function largestAmong({ length, everySeconds }: Series, columns: readonly Float64Array[]): Curve {
  return {
    length,
    timeAt: (index) => index * everySeconds,
    valueAt: (index) => columns.reduce((most, column) => Math.max(most, column[index] as number), 0),
  };
}
