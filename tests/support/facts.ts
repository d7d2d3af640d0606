/** A run told as lines to read: `12.040 fleet step.began process 1080p upload 3 instance 1 until 14.440`. */
import { type SimTime, seconds, toSeconds } from '../../src/engine/time.ts';
import { type TraceColumns, TraceRecorder } from '../../src/engine/trace.ts';
import { eventTypes, type FactKind, factKinds, faults, objects, operations, tasks } from '../../src/models/facts.ts';
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

const kindOf = ({ plan, id }: Row) => plan.nodes.find((node) => node.id === id)?.kind as keyof typeof models;
const ofUpload = (row: Row) => [upload(row)];
const ofInstance = (row: Row) => [instance(row)];
const ofOutcome = (row: Row) => [upload(row), because(row)];
const ofObject = (row: Row) => [objects[row.c] as string, upload(row), `${Math.round(row.a)} MB`];
/** Rule (or place in a list of those who get copies) and target. */
const ofDelivery = (row: Row) => [upload(row), `target ${row.subject >> 3}.${row.subject & 7}`];
/** Id of the component that a link leads to. */
const endOf = (row: Row, link: number): string => row.plan.nodes[row.plan.links[link]?.to as number]?.id as string;
const ofFault = (row: Row) => [
  faults[row.c] as string,
  row.a === 0 ? '' : `of strength ${row.a}`,
  row.b === 0 ? '' : `of the link to ${endOf(row, row.b - 1)}`,
];
const ofTarget = (row: Row) => [
  `${endOf(row, row.a)} instance ${row.subject}`,
  row.b === 0 ? '' : `zone ${row.b}`,
  row.c === 0 ? '' : `with ${row.c} under way`,
];

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
  'request.timed-out': (row) => [operations[row.c] as string, upload(row), `after ${time(row.a)}`],
  'request.routed': (row) => {
    const which = row.a < 0 ? '' : `instance ${row.a} of`;
    return [upload(row), 'to', which, endOf(row, row.b), row.c === 1 ? 'failing open' : ''];
  },
  'client.gone': ofUpload,
  'target.registered': ofTarget,
  'target.healthy': ofTarget,
  'target.unhealthy': ofTarget,
  'target.deregistered': ofTarget,
  'target.drained': ofTarget,
  'fail-open.began': (row) => [`with ${row.a} targets`],
  'fail-open.ended': (row) => [`with ${row.a} targets`],
  'request.given-up': (row) => [upload(row), `after ${row.a} ${row.a === 1 ? 'try' : 'tries'}`, because(row)],
  'event.raised': (row) => [eventTypes[row.a] as string],
  'event.taken': (row) => [eventTypes[row.a] as string],
  'request.waiting': (row) => [upload(row), `as number ${row.b}`],
  'request.taken': (row) => [upload(row), row.a > 0 ? `${row.a} left waiting` : ''],
  'request.refused': (row) => [upload(row), row.a === 1 ? 'in silence' : '', because(row)],
  'job.began': (row) => [
    upload(row),
    instance(row),
    `job ${row.b}`,
    row.a > 0 && kindOf(row) !== 'function' ? `${row.a} left waiting` : '',
    row.c === 1 ? 'cold' : '',
  ],
  'job.finished': (row) => [upload(row), instance(row), `job ${row.b}`],
  'job.failed': (row) => [upload(row), instance(row), `job ${row.b}`, because(row)],
  'step.began': (row) => {
    const makes = row.c >> 8;
    const made = makes === 0 ? '' : (objects[makes] as string);
    return [tasks[row.c & 255] as string, made, upload(row), instance(row), `until ${time(row.a)}`];
  },
  'step.finished': (row) => [tasks[row.c] as string, upload(row), instance(row)],
  'duplicate.done': (row) => [upload(row), instance(row), `job ${row.b}`],
  'duplicate.recognised': (row) => [upload(row), instance(row), `job ${row.b}`],
  'instance.unhealthy': ofInstance,
  'instance.launched': (row) => [
    instance(row),
    `in service at ${time(row.a)}`,
    row.b === 0 ? '' : `zone ${row.b}`,
    ['', 'restarted', 'in place of another', 'ahead'][row.c] as string,
  ],
  'invocation.queued': (row) => [upload(row), `${row.a} waiting`],
  'invocation.throttled': (row) => [
    upload(row),
    `with ${row.a} at work`,
    row.b === 0 ? '' : `again at ${time(row.b)}`,
    because(row),
  ],
  'invocation.retried': (row) => [upload(row), `try ${row.a + 1} at ${time(row.b)}`, because(row)],
  'invocation.dropped': (row) => [upload(row), `after ${row.a} failures`, `aged ${time(row.b)}`, because(row)],
  'invocation.finished': (row) => {
    const version = (row.c >> 8) & 65_535;
    const reason = reasonOf(row.c & 255);
    return [
      upload(row),
      instance(row),
      row.c >> 24 === 1 ? 'kept ready' : '',
      version === 0 ? '' : `version ${version}`,
      `billed ${time(row.a)}`,
      row.b === 0 ? '' : `of which ${time(row.b)} to start`,
      reason === 'none' ? '' : `because ${reason}`,
    ];
  },
  'batch.began': (row) => [upload(row), `batch ${row.subject} of ${row.a}`],
  'batch.finished': (row) => [upload(row), `batch ${row.subject} of ${row.a}`],
  'batch.failed': (row) => [upload(row), `batch ${row.subject}, ${row.a} of it`, because(row)],
  'batch.bisected': (row) => [`batch ${row.subject} of ${row.a}`, because(row)],
  'instance.running': (row) => [instance(row), `in service at ${time(row.a)}`],
  'instance.in-service': ofInstance,
  'instance.draining': ofInstance,
  'instance.gone': ofInstance,
  'instance.crashed': (row) => [instance(row), `with ${row.b} jobs`],
  'desired.changed': (row) => [
    `from ${row.b} to ${row.a}`,
    row.c === -2 ? 'by schedule' : row.c < 0 ? 'by hand' : `at length ${row.c}`,
  ],
  'message.queued': (row) => [
    upload(row),
    item(row),
    ['', 'after its delay', 'as a duplicate', 'redriven', 'as a dead letter'][row.c] as string,
    `${row.b} visible`,
  ],
  'message.received': (row) => [upload(row), item(row), `for time ${row.b}`, `visible again at ${time(row.a)}`],
  'message.deleted': (row) => [upload(row), item(row)],
  'message.reappeared': (row) => [upload(row), item(row), `received ${row.b} times`],
  'message.dead-lettered': (row) => [upload(row), item(row), `received ${row.b} times`],
  'message.delayed': (row) => [upload(row), item(row), `visible at ${time(row.a)}`],
  'message.duplicated': (row) => [upload(row), item(row), `of item ${row.a}`],
  'message.deduplicated': ofUpload,
  'message.expired': (row) => [upload(row), item(row), `received ${row.b} times`],
  'message.redriven': (row) => [upload(row), item(row), row.a === 1 ? 'elsewhere' : '', `${row.b} left`],
  'visibility.extended': (row) => [upload(row), item(row), `visible again at ${time(row.a)}`],
  'queue.polled': (row) => [
    row.c === 0 ? '' : because(row),
    row.b === 0 ? 'in vain' : row.b === 1 ? 'and gave a message' : `and gave ${row.b} messages`,
  ],
  'object.stored': (row) => [...ofObject(row), row.b === 1 ? 'in place of another' : ''],
  'object.fetched': ofObject,
  'item.written': (row) => [upload(row), row.c > 1 ? `for time ${row.c}` : ''],
  'item.read': (row) => [upload(row), row.c === 0 ? 'not there' : `written ${row.c} times`],
  'notification.sent': (row) => [objects[row.c] as string, upload(row)],
  'event.published': (row) => [eventTypes[row.a] as string, upload(row), `to ${row.b}`],
  'event.unmatched': (row) => [eventTypes[row.a] as string, upload(row)],
  'rule.matched': (row) => [`rule ${row.subject}`, eventTypes[row.a] as string, upload(row), `to ${row.b}`],
  'event.archived': (row) => [eventTypes[row.a] as string, upload(row)],
  'event.replayed': (row) => [eventTypes[row.a] as string, upload(row), `to ${row.b}`],
  'schedule.fired': (row) => [`rule ${row.subject}`],
  'delivery.retried': (row) => [...ofDelivery(row), `try ${row.a + 1} at ${time(row.b)}`, because(row)],
  'delivery.dead-lettered': (row) => [...ofDelivery(row), `after ${row.a} tries`, because(row)],
  'delivery.dropped': (row) => [...ofDelivery(row), `after ${row.a} tries`, because(row)],
  'record.appended': (row) => [`record ${row.subject}`, `shard ${row.a}`, upload(row), `${row.b} kept`],
  'records.fetched': (row) => {
    const kept = `${Math.floor(row.c / 1024)} kept`;
    const found = row.b === 0 ? 'none' : `${row.b}, the oldest ${time(row.a)} old,`;
    return [found, `of shard ${row.c % 1024}`, kept];
  },
  'record.expired': (row) => [`record ${row.subject}`, `shard ${row.a}`, upload(row), `${row.b} kept`],
  'fault.began': ofFault,
  'fault.ended': ofFault,
  'parameter.set': (row) => {
    const kind = kindOf(row);
    return [Object.keys(models[kind].parameters)[row.c] as string, `to ${row.a}`];
  },
};
