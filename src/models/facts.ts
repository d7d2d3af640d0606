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
 * | upload.reopened | | | | |
 * | message.sent | message | arrives at, µs | link × 2 + 1 if back to the caller | operation + 256 × reason + 65,536 × attempt |
 * | message.taken | message | operation | | reason; told of messages to which no answer goes back |
 * | request.retried | message | attempt, from 1 | next try at, µs | reason of the last try |
 * | request.given-up | message, or -1 | tries | 1 if it was told of no upload | reason; told where the person sees the error |
 * | event.raised, event.taken | | event | | |
 * | request.timed-out | message | waited, µs | | operation |
 * | request.routed | message, as it was passed on | instance; -1 at a gateway | link | 1 while failing open |
 * | client.gone | message | | | |
 * | circuit.opened, circuit.half-opened, circuit.closed | | failures in a row | | |
 * | retry.withheld | message | tokens left in the budget | | reason of the last try |
 * | request.waiting | message | | requests now in the backlog, of all instances together | |
 * | request.taken | message | requests left in the backlog | | ; told of one that waited, as it gets a slot |
 * | request.refused | message | 1 if in silence | | reason |
 * | job.began | instance | requests left in the backlog; at a function 1 + the message that brought the event it runs, 0 for what is no event | job | 1 if the start was cold; at an instance group 2 × how often the message was received before |
 * | job.finished | instance | | job | |
 * | job.failed | instance | | job | reason |
 * | step.began | instance | finishes at, µs | job | step + 256 × object being made (0: none) |
 * | step.finished | instance | | job | step |
 * | duplicate.done, duplicate.recognised | instance | | job | |
 * | instance.launched | instance | in service at, µs | zone, from 0; at a function the memory that its version was published with, MB, 0 for that of the function | 1 if a restart, 2 if in place of an unhealthy one, 3 if kept ready for an alias |
 * | instance.running | instance | in service at, µs | | |
 * | instance.in-service, instance.draining, instance.gone | instance | | | |
 * | instance.unhealthy | instance | | | |
 * | target.registered, target.healthy, target.unhealthy, target.deregistered, target.drained | instance | link to its group | zone | requests under way |
 * | fail-open.began, fail-open.ended | | registered targets | | |
 * | instance.crashed | instance | | jobs that went down with it | 1 if only its process went down: its machine runs on, and is started again at once |
 * | desired.changed | | new desired | old desired | what was measured: length of a queue, backlog per instance × 100, utilisation in percent; -1 if set by hand, -2 by schedule |
 * | message.queued | item | | items now visible | how it came: 0 sent, 1 sent and delayed until now, 2 a duplicate, 3 redriven, 4 a dead letter from elsewhere |
 * | message.received | item | visible again at, µs | how often received | |
 * | message.deleted | item | | | |
 * | message.reappeared | item | | how often received | |
 * | message.dead-lettered | item | | how often received | |
 * | message.delayed | item | visible at, µs; message.queued follows then | | |
 * | message.duplicated | item, which message.queued follows | item that it is a copy of | | |
 * | message.deduplicated | message | | | |
 * | message.expired | item | | how often received | |
 * | message.redriven | item that leaves the dead letters | 1 if it goes to another queue, and so leaves this one | items left in the dead letters | |
 * | visibility.extended | item | visible again at, µs | | |
 * | queue.polled | message | | messages handed out | |
 * | object.stored, object.fetched | | size, MB | stored: 1 in place of an earlier one, so that no more is kept than before | object |
 * | item.written | | | | how often this item has now been written |
 * | item.read | | | | how often this item has been written: 0 if it is not there |
 * | notification.sent | message | event | | object |
 * | event.published | of a bus: number of the event there | event | subscribers, or rules that match | of a bus: 1 + number of the component that published it |
 * | event.unmatched | as above | event | | |
 * | rule.matched | rule | event | targets | number of the event |
 * | delivery.retried | rule × 8 + target; of a bucket or topic: place in its list × 8 | attempt, from 1 | next try at, µs | reason of the last try |
 * | delivery.dead-lettered, delivery.dropped | as above | attempts | | reason |
 * | event.archived | number of the event | event | | |
 * | event.replayed | number of the event, as it was published | event | rules that match | number of the replay, from 0 |
 * | schedule.fired | rule | | | |
 * | record.appended | record | shard | records now kept in the shard | |
 * | records.fetched | message | age of the oldest handed out, µs | records handed out | shard + 1,024 × records kept in the shard |
 * | record.expired | record | shard | records left in the shard | |
 * | invocation.queued | message that brought the event | length of the internal queue | | |
 * | invocation.throttled | message; -1 for a batch | environments at work, those kept ready included | next try of an event, µs, which is no retry; else 0 | reason |
 * | invocation.retried | message that brought the event | runs that failed | next try at, µs | reason of the last try |
 * | invocation.dropped | as above; -1 for a record of a stream | runs that failed | age, µs | reason |
 * | invocation.finished | instance | billed, µs | of that for the start, µs | version × 256 + reason; + 16,777,216 in an environment kept ready for an alias |
 * | batch.began, batch.finished, batch.failed, batch.bisected | batch | records or messages; those that failed | mapping | reason |
 * | fault.began, fault.ended | intervention | strength | 0, or link + 1: then it strikes this link, not the component | fault |
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
  'upload.reopened',
  'message.sent',
  'message.taken',
  'request.retried',
  'request.timed-out',
  'request.given-up',
  'event.raised',
  'event.taken',
  'request.routed',
  'client.gone',
  'circuit.opened',
  'circuit.half-opened',
  'circuit.closed',
  'retry.withheld',
  'request.waiting',
  'request.taken',
  'request.refused',
  'job.began',
  'job.finished',
  'job.failed',
  'step.began',
  'step.finished',
  'duplicate.done',
  'duplicate.recognised',
  'instance.launched',
  'instance.running',
  'instance.in-service',
  'instance.draining',
  'instance.gone',
  'instance.crashed',
  'instance.unhealthy',
  'target.registered',
  'target.healthy',
  'target.unhealthy',
  'target.deregistered',
  'target.drained',
  'fail-open.began',
  'fail-open.ended',
  'desired.changed',
  'message.queued',
  'message.received',
  'message.deleted',
  'message.reappeared',
  'message.dead-lettered',
  'message.delayed',
  'message.duplicated',
  'message.deduplicated',
  'message.expired',
  'message.redriven',
  'visibility.extended',
  'queue.polled',
  'object.stored',
  'object.fetched',
  'item.written',
  'item.read',
  'notification.sent',
  'event.published',
  'event.unmatched',
  'rule.matched',
  'delivery.retried',
  'delivery.dead-lettered',
  'delivery.dropped',
  'event.archived',
  'event.replayed',
  'schedule.fired',
  'record.appended',
  'records.fetched',
  'record.expired',
  'invocation.queued',
  'invocation.throttled',
  'invocation.retried',
  'invocation.dropped',
  'invocation.finished',
  'batch.began',
  'batch.finished',
  'batch.failed',
  'batch.bisected',
  'fault.began',
  'fault.ended',
  'parameter.set',
] as const;

export type FactKind = (typeof factKinds)[number];

/** Code of each kind in the trace. */
export const FACT = Object.fromEntries(factKinds.map((kind, code) => [kind, code])) as Readonly<
  Record<FactKind, number>
>;

/**
 * What a message asks for.
 * - `upload` do your part of the work and answer when it is done (a request to a group, a load balancer, a gateway; the
 *   synchronous call of a function); `hand-on` the same without an answer.
 * - `deliver` take this event or message over: the answer says only whether that worked (a notification of a bucket, the
 *   copy of a topic, the target of a rule). A function runs it later (asynchronous call), a queue keeps it.
 * - `put` and `get` an object, `write` and `read` an item, `publish` to a topic or a bus, `append` to a stream and
 *   `fetch` from it, `send` to a queue, `receive` (a poll), `delete`, `extend` the visibility timeout.
 * - `check` are you well?
 */
export const operations = [
  'upload',
  'hand-on',
  'deliver',
  'put',
  'get',
  'send',
  'receive',
  'delete',
  'extend',
  'write',
  'read',
  'publish',
  'append',
  'fetch',
  'check',
] as const;
export type Operation = (typeof operations)[number];
export const OPERATION = Object.fromEntries(operations.map((operation, code) => [operation, code])) as Readonly<
  Record<Operation, number>
>;

/** What has happened, as told to others: the `detail-type` of an event. */
export const eventTypes = [
  'none',
  'upload-complete',
  'rendition-ready',
  'video-ready',
  'upload-failed',
  'object-created',
  'item-changed',
  'instance-state-change',
  'threshold-crossed',
  'clicked',
  'error-reported',
  'scheduled',
] as const;
export type EventType = (typeof eventTypes)[number];
export const EVENT = Object.fromEntries(eventTypes.map((type, code) => [type, code])) as Readonly<
  Record<EventType, number>
>;

/** What must happen to a video, in this order. */
export const steps = ['upload', 'process', 'store', 'manage'] as const;
export type Step = (typeof steps)[number];

/** What components do: the steps, and `extra` work without which a video is watchable all the same. */
export const tasks = [...steps, 'extra'] as const;
export type Task = (typeof tasks)[number];
/** Codes of the tasks; those of the steps come first. */
export const STEP = Object.fromEntries(tasks.map((task, code) => [task, code])) as Readonly<Record<Task, number>>;

/** What lies in a bucket: the 4K master as uploaded, and the renditions made of it. */
export const objects = ['master', '480p', '720p', '1080p'] as const;
export type StoredObject = (typeof objects)[number];
export const OBJECT = Object.fromEntries(objects.map((object, code) => [object, code])) as Readonly<
  Record<StoredObject, number>
>;

/** What can go wrong by injection. */
export const faults = [
  'crash',
  'instance-loss',
  'zone-loss',
  'memory-leak',
  'slow-down',
  'error-share',
  'bad-deployment',
  'stuck-at-zero',
  'added-latency',
  'cut-link',
  'traffic-surge',
  'thundering-herd',
  'retry-storm',
  'poison-messages',
  'duplicate-delivery',
  'short-visibility',
  'write-refusal',
  'throttling',
  'concurrency-limit',
  'cold-starts',
  'role-missing',
  'policy-missing',
  'rule-mismatch',
  'silent-schedule',
] as const;
export type Fault = (typeof faults)[number];
export const FAULT = Object.fromEntries(faults.map((fault, code) => [fault, code])) as Readonly<Record<Fault, number>>;
