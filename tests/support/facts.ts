/** A run told as lines to read: `12.040 fleet step.began process 1080p upload 3 instance 1 until 14.440`. */
import { type SimTime, seconds, toSeconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import { type FactKind, factKinds, faults, objects, operations, steps } from '../../src/models/facts.ts';
import { reasonOf } from '../../src/models/reasons.ts';
import { models } from '../../src/models/registry.ts';
import type { WorldPlan } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Which facts are wanted; all of them where nothing is said. */
export interface Wanted {
  /** Of this component. */
  at?: string;
  only?: readonly FactKind[];
  without?: readonly FactKind[];
}

/** Everything that happens in a scenario, in order, a line a fact. */
export function factsOf(scenario: Scenario, wanted: Wanted = {}): string[] {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  return linesOf(recorder.columns, planOf(scenario), wanted);
}

/** The facts of a trace as lines. */
export function linesOf(
  trace: TraceColumns,
  plan: WorldPlan,
  { at, only = factKinds, without = [] }: Wanted = {},
): string[] {
  return Array.from({ length: trace.length }, (_, row) => rowOf(trace, row, plan))
    .filter((row) => at === undefined || row.id === at)
    .filter(({ kind }) => only.includes(kind) && !without.includes(kind))
    .map((row) =>
      [time(row.at), row.id, row.kind, ...(tell[row.kind] ?? columnsOf)(row)].filter((word) => word !== '').join(' '),
    );
}

interface Row {
  at: SimTime;
  kind: FactKind;
  id: string;
  upload: number;
  subject: number;
  a: number;
  b: number;
  c: number;
  plan: WorldPlan;
}

function rowOf(trace: TraceColumns, row: number, plan: WorldPlan): Row {
  const column = (numbers: ArrayLike<number>): number => numbers[row] as number;
  return {
    at: column(trace.at),
    kind: factKinds[column(trace.kind)] as FactKind,
    id: plan.nodes[column(trace.component)]?.id as string,
    upload: column(trace.upload),
    subject: column(trace.subject),
    a: column(trace.a),
    b: column(trace.b),
    c: column(trace.c),
    plan,
  };
}

const time = (at: SimTime): string => toSeconds(at).toFixed(3);
const upload = (row: Row): string => (row.upload < 0 ? '' : `upload ${row.upload}`);
const instance = (row: Row): string => `instance ${row.subject}`;
const item = (row: Row): string => `item ${row.subject}`;
const because = (row: Row): string => `because ${reasonOf(row.c)}`;

const ofUpload = (row: Row) => [upload(row)];
const ofInstance = (row: Row) => [instance(row)];
const ofOutcome = (row: Row) => [upload(row), because(row)];
const ofObject = (row: Row) => [objects[row.c] as string, upload(row), `${Math.round(row.a)} MB`];
const ofFault = (row: Row) => [faults[row.c] as string];

/** The columns of a fact, as numbers, where nothing better is said below. */
const columnsOf = (row: Row): string[] => [
  upload(row),
  row.subject < 0 ? '' : `subject ${row.subject}`,
  ...(['a', 'b', 'c'] as const).map((name) => (row[name] === 0 ? '' : `${name} ${row[name]}`)),
];

/** What is said of a fact of each kind, after its time, place and kind. */
const tell: Readonly<Partial<Record<FactKind, (row: Row) => string[]>>> = {
  'upload.started': (row) => [upload(row), `${row.a} s`, `${row.b} MB`, row.c === 1 ? 'by hand' : ''],
  'upload.accepted': ofUpload,
  'upload.refused': ofOutcome,
  'upload.watchable': ofUpload,
  'upload.lost': ofOutcome,
  'upload.dead-lettered': ofOutcome,
  'upload.reopened': ofUpload,
  'message.taken': ofOutcome,
  'message.sent': (row) => {
    const { from, to } = row.plan.links[row.b >> 1] as { from: number; to: number };
    const isAnswer = row.b % 2 === 1;
    const reason = reasonOf((row.c >> 8) & 255);
    const attempt = row.c >> 16;
    return [
      isAnswer ? 'answer to' : '',
      attempt === 0 ? '' : `try ${attempt + 1} of`,
      operations[row.c & 255] as string,
      upload(row),
      `to ${row.plan.nodes[isAnswer ? from : to]?.id}`,
      `arrives ${time(row.a)}`,
      reason === 'none' ? '' : `because ${reason}`,
    ];
  },
  'request.waiting': (row) => [upload(row), `as number ${row.b}`],
  'request.refused': ofOutcome,
  'job.began': (row) => [upload(row), instance(row), `job ${row.b}`, row.a > 0 ? `${row.a} left waiting` : ''],
  'job.finished': (row) => [upload(row), instance(row), `job ${row.b}`],
  'job.failed': (row) => [upload(row), instance(row), `job ${row.b}`, because(row)],
  'step.began': (row) => {
    const makes = row.c >> 8;
    const made = makes === 0 ? '' : (objects[makes] as string);
    return [steps[row.c & 255] as string, made, upload(row), instance(row), `until ${time(row.a)}`];
  },
  'step.finished': (row) => [steps[row.c] as string, upload(row), instance(row)],
  'instance.launched': (row) => [instance(row), `in service at ${time(row.a)}`, row.c === 1 ? 'restarted' : ''],
  'instance.running': (row) => [instance(row), `in service at ${time(row.a)}`],
  'instance.in-service': ofInstance,
  'instance.draining': ofInstance,
  'instance.gone': ofInstance,
  'instance.crashed': (row) => [instance(row), `with ${row.b} jobs`],
  'desired.changed': (row) => [`from ${row.b} to ${row.a}`, row.c < 0 ? 'by hand' : `at length ${row.c}`],
  'message.queued': (row) => [upload(row), item(row), `${row.b} visible`],
  'message.received': (row) => [upload(row), item(row), `for time ${row.b}`, `visible again at ${time(row.a)}`],
  'message.deleted': (row) => [upload(row), item(row)],
  'message.reappeared': (row) => [upload(row), item(row), `received ${row.b} times`],
  'message.dead-lettered': (row) => [upload(row), item(row), `received ${row.b} times`],
  'queue.polled': (row) => [
    row.b === 0 ? 'in vain' : row.b === 1 ? 'and gave a message' : `and gave ${row.b} messages`,
  ],
  'object.stored': ofObject,
  'object.fetched': ofObject,
  'item.written': ofUpload,
  'fault.began': ofFault,
  'fault.ended': ofFault,
  'parameter.set': (row) => {
    const kind = row.plan.nodes.find(({ id }) => id === row.id)?.kind as keyof typeof models;
    return [Object.keys(models[kind].parameters)[row.c] as string, `to ${row.a}`];
  },
};
