/**
 * The closed list of facts: what can be said of a run, in the past tense, and what the numbers of each mean.
 * Metrics, bill, picture, event log, lessons and golden tests all read these and nothing else.
 *
 * Every fact has `at`, `component` and `upload` (or -1). The other columns mean, by kind:
 *
 * | kind | subject | a | b | c |
 * |---|---|---|---|---|
 * | upload.started | | length of the video, s | size of the master, MB | 1 if by hand |
 * | upload.accepted | | | | |
 * | upload.refused, upload.lost, upload.dead-lettered | | | | reason |
 * | upload.watchable | | | | |
 * | message.sent | message | arrives at, µs | link × 2 + 1 if back to the caller | operation + 256 × reason |
 * | request.waiting | message | | requests now in the backlog | |
 * | request.refused | message | | | reason |
 * | job.began | instance | requests left in the backlog | job | |
 * | job.finished | instance | | job | |
 * | job.failed | instance | | job | reason |
 * | step.began | instance | finishes at, µs | job | step + 256 × object being made (0: none) |
 * | step.finished | instance | | job | step |
 * | instance.launched | instance | in service at, µs | | 1 if a restart |
 * | instance.running | instance | in service at, µs | | |
 * | instance.in-service, instance.draining, instance.gone | instance | | | |
 * | instance.crashed | instance | | jobs that went down with it | |
 * | desired.changed | | new desired | old desired | length of the queue that was measured |
 * | message.queued | item | | items now visible | |
 * | message.received | item | visible again at, µs | how often received | |
 * | message.deleted | item | | | |
 * | message.reappeared | item | | how often received | |
 * | message.dead-lettered | item | | how often received | |
 * | queue.polled | message | | 1 if a message was handed out | |
 * | object.stored, object.fetched | | size, MB | | object |
 * | item.written | | | | |
 * | fault.began, fault.ended | intervention | | | fault |
 * | parameter.set | intervention | new value where it is a number | | parameter, as its place in the declarations |
 *
 * An **item** is a message that lies in a queue; its number is never used again in that queue.
 */
export const factKinds = [
  'upload.started',
  'upload.accepted',
  'upload.refused',
  'upload.watchable',
  'upload.lost',
  'upload.dead-lettered',
  'message.sent',
  'request.waiting',
  'request.refused',
  'job.began',
  'job.finished',
  'job.failed',
  'step.began',
  'step.finished',
  'instance.launched',
  'instance.running',
  'instance.in-service',
  'instance.draining',
  'instance.gone',
  'instance.crashed',
  'desired.changed',
  'message.queued',
  'message.received',
  'message.deleted',
  'message.reappeared',
  'message.dead-lettered',
  'queue.polled',
  'object.stored',
  'object.fetched',
  'item.written',
  'fault.began',
  'fault.ended',
  'parameter.set',
] as const;

export type FactKind = (typeof factKinds)[number];

/** Code of each kind in the trace. */
export const FACT = Object.fromEntries(factKinds.map((kind, code) => [kind, code])) as Readonly<
  Record<FactKind, number>
>;

/** What a message asks for. `receive` is a poll; `hand-on` passes work on without waiting for an answer. */
export const operations = ['upload', 'hand-on', 'put', 'get', 'send', 'receive', 'delete', 'write'] as const;
export type Operation = (typeof operations)[number];
export const OPERATION = Object.fromEntries(operations.map((operation, code) => [operation, code])) as Readonly<
  Record<Operation, number>
>;

/** What must happen to a video, in this order. */
export const steps = ['upload', 'process', 'store', 'manage'] as const;
export type Step = (typeof steps)[number];
export const STEP = Object.fromEntries(steps.map((step, code) => [step, code])) as Readonly<Record<Step, number>>;

/** What lies in a bucket: the 4K master as uploaded, and the renditions made of it. */
export const objects = ['master', '480p', '720p', '1080p'] as const;
export type StoredObject = (typeof objects)[number];
export const OBJECT = Object.fromEntries(objects.map((object, code) => [object, code])) as Readonly<
  Record<StoredObject, number>
>;

/** What can go wrong by injection. */
export const faults = ['crash'] as const;
export type Fault = (typeof faults)[number];
export const FAULT = Object.fromEntries(faults.map((fault, code) => [fault, code])) as Readonly<Record<Fault, number>>;
