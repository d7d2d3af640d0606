/** What is reported of components of every kind: small cases by hand, and what holds on any run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { type ReportOf, reportOn } from '../../src/metrics/figures.ts';
import { RunMetrics } from '../../src/metrics/run-metrics.ts';
import { streamColumns } from '../../src/metrics/stream-figures.ts';
import { EVENT, OPERATION } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import { createReport } from '../../src/scenario/report.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

/** The report, after 100 s, of a component of this kind that people call along link 0 and that calls a queue along link 1. */
function reported<K extends ComponentKind>(kind: K, ...facts: Told[]): ReportOf<K> {
  const metrics = new RunMetrics(
    [nodeOf(kind, 'it'), nodeOf('client', 'people'), nodeOf('queue', 'queue')],
    [
      { from: 1, to: 0, latency: 0 },
      { from: 0, to: 2, latency: 0 },
    ],
  );
  tell(metrics, ...facts);
  const [figures] = metrics.components;
  if (!figures) throw new Error('there is no component');
  return reportOn(figures, 'it', seconds(100), metrics.requests, 0) as unknown as ReportOf<K>;
}

/** A request of the people, and its answer. */
const asked = (at: number, operation: number, attempt = 0): Told => [
  at,
  'message.sent',
  { component: 1, b: 0, c: operation + 65_536 * attempt },
];
const answered = (at: number, operation: number, reason = 0): Told => [
  at,
  'message.sent',
  { component: 0, b: 1, c: operation + 256 * reason },
];

describe('requests', () => {
  it('are counted by what became of them, with those that had been tried before', () => {
    const { traffic } = reported(
      'gateway',
      asked(1, OPERATION.upload),
      asked(1, OPERATION.upload),
      asked(2, OPERATION.upload, 1),
      asked(3, OPERATION['hand-on']),
      asked(4, OPERATION.upload),
      answered(5, OPERATION.upload),
      answered(6, OPERATION.upload, REASON.throttled),
      answered(7, OPERATION.upload, REASON['bad-gateway']),
      [8, 'message.taken', { component: 0, a: OPERATION['hand-on'] }],
    );
    expect(traffic).toEqual({
      arrived: 5,
      served: 2,
      refused: 2,
      refusedByReason: { throttled: 1, 'bad-gateway': 1 },
      retried: 0,
      redelivered: 1,
      atEnd: 1,
    });
  });

  it('tried before are told at an instance group too, with the messages that it has received before', () => {
    const { traffic } = reported(
      'instance-group',
      [0, 'instance.launched', { subject: 0 }],
      [0, 'instance.running', { subject: 0 }],
      [0, 'instance.in-service', { subject: 0 }],
      asked(1, OPERATION.upload),
      [1, 'job.began', { upload: 0, subject: 0, b: 0 }],
      [2, 'job.failed', { upload: 0, subject: 0, b: 0, c: REASON['work-failed'] }],
      answered(2, OPERATION.upload, REASON['work-failed']),
      asked(3, OPERATION.upload, 1),
      [3, 'job.began', { upload: 0, subject: 0, b: 0 }],
      [4, 'job.finished', { upload: 0, subject: 0, b: 0 }],
      [5, 'job.began', { upload: 1, subject: 0, b: 0, c: 2 }],
      [6, 'duplicate.done', { upload: 1, subject: 0, b: 0 }],
      [6, 'job.finished', { upload: 1, subject: 0, b: 0 }],
    );
    expect(traffic).toMatchObject({ arrived: 3, served: 2, refused: 1, retried: 0, redelivered: 2 });
  });

  it('tried before by their senders, or handed out before, are told at a queue; those only seen again are not', () => {
    const { traffic } = reported(
      'queue',
      asked(1, OPERATION.send),
      asked(2, OPERATION.send, 1),
      [2, 'message.queued', { subject: 0, b: 1 }],
      [2, 'message.received', { subject: 0, b: 1 }],
      [8, 'message.reappeared', { subject: 0, b: 1 }],
      [9, 'message.received', { subject: 0, b: 2 }],
      [10, 'message.queued', { subject: 1, b: 1 }],
      [10, 'message.received', { subject: 1, b: 1 }],
      [15, 'message.reappeared', { subject: 0, b: 2 }],
      [16, 'message.reappeared', { subject: 1, b: 1 }],
    );
    expect(traffic).toMatchObject({ arrived: 2, redelivered: 2, atEnd: 2 });
  });

  it('are not those that only ask for work, confirm it or ask after health', () => {
    const only = [OPERATION.receive, OPERATION.delete, OPERATION.extend, OPERATION.fetch, OPERATION.check];
    const { traffic } = reported(
      'table',
      ...only.flatMap((operation) => [asked(1, operation), answered(2, operation)]),
      [3, 'message.taken', { component: 0, a: OPERATION.receive }],
    );
    expect(traffic).toMatchObject({ arrived: 0, served: 0, atEnd: 0 });
  });
});

describe('people', () => {
  it('try again, wait in vain, and hold back', () => {
    expect(
      reported(
        'client',
        [1, 'upload.started', { upload: 0 }],
        [2, 'request.timed-out', { upload: 0 }],
        [2, 'request.retried', { upload: 0, a: 1, c: REASON['timed-out'] }],
        [5, 'retry.withheld', { upload: 0 }],
        [5, 'circuit.opened'],
        [5, 'request.given-up', { upload: 0, a: 1, c: REASON['circuit-open'] }],
      ),
    ).toMatchObject({
      traffic: { arrived: 1, refused: 1, refusedByReason: { 'circuit-open': 1 }, retried: 1, atEnd: 0 },
      retries: 1,
      timeOuts: 1,
      retriesWithheld: 1,
      circuitOpened: 1,
    });
  });
});

describe('a load balancer', () => {
  it('says how each target did, and how long none was healthy', () => {
    const target = (
      at: number,
      what: 'registered' | 'healthy' | 'unhealthy' | 'deregistered',
      instance: number,
    ): Told => [at, `target.${what}`, { subject: instance, a: 1, b: instance }];
    const report = reported(
      'load-balancer',
      target(0, 'registered', 0),
      target(0, 'registered', 1),
      target(10, 'healthy', 0),
      target(20, 'healthy', 1),
      [30, 'request.routed', { subject: 7, a: 1, b: 1, c: 2 * 50 }],
      target(40, 'unhealthy', 0),
      target(60, 'unhealthy', 1),
      [60, 'fail-open.began'],
      [65, 'request.routed', { subject: 8, a: 0, b: 1, c: 2 * 50 + 1 }],
      target(70, 'deregistered', 0),
      [75, 'fail-open.ended'],
    );
    expect(report).toMatchObject({
      requestsRouted: 2,
      requestsRoutedFailingOpen: 1,
      failingOpenSeconds: 15,
      registeredTargets: { mean: 1.7, maximum: 2, atEnd: 1 },
      healthyTargets: { mean: 0.7, maximum: 2, atEnd: 0 },
    });
    expect(report.targets.map((each) => [each.instance, each.requestsRouted, each.healthySeconds])).toEqual([
      [0, 1, 30],
      [1, 1, 40],
    ]);
    expect(report.targets.map((each) => each.isRegisteredAtEnd)).toEqual([false, true]);
  });
});

describe('a function', () => {
  const launched = (at: number, subject: number, c = 0): Told => [at, 'instance.launched', { subject, c }];
  const ready = (at: number, subject: number): Told => [at, 'instance.in-service', { subject }];
  const began = (at: number, subject: number, upload: number, c = 0): Told => [at, 'job.began', { subject, upload, c }];
  const ended = (at: number, subject: number, billed: number, start: number, reason = 0): Told[] => [
    [at, reason === 0 ? 'job.finished' : 'job.failed', { subject, c: reason }],
    [at, 'invocation.finished', { subject, a: seconds(billed), b: seconds(start), c: 256 + reason }],
  ];

  it('counts runs, cold starts and errors, and tells concurrency with the starts that somebody waits for', () => {
    const report = reported(
      'function',
      launched(0, 0),
      launched(0, 9, 3), // kept ready: nobody waits for it
      ready(10, 0),
      ready(10, 9),
      began(10, 0, 4, 1),
      began(20, 9, 5),
      ...ended(30, 0, 30, 10),
      ...ended(40, 9, 20, 0, REASON['work-failed']),
      [90, 'instance.gone', { subject: 0 }],
    );
    expect(report).toMatchObject({
      invocations: 2,
      coldStarts: 1,
      errors: 1,
      errorsByReason: { 'work-failed': 1 },
      concurrency: { mean: (30 + 20) / 100, maximum: 2, atEnd: 0 },
      environmentsStarting: { mean: 0.2, maximum: 2, atEnd: 0 },
      environments: { maximum: 2, atEnd: 1 },
      billedSeconds: 50,
      billedStartSeconds: 10,
    });
    expect(report.duration).toMatchObject({ count: 2, meanSeconds: 20 });
    expect(report.start).toMatchObject({ count: 1, meanSeconds: 10 });
  });

  it('keeps events while they wait, for the first time and between tries', () => {
    expect(
      reported(
        'function',
        [0, 'invocation.queued', { upload: 4, subject: 70, a: 1 }],
        [0, 'invocation.queued', { upload: 5, subject: 71, a: 2 }],
        [10, 'job.began', { upload: 4, subject: 0, a: 71 }],
        ...ended(10, 0, 0, 0, REASON['work-failed']),
        [10, 'invocation.retried', { upload: 4, subject: 70, a: 1 }],
        [20, 'invocation.throttled', { upload: 5, subject: 71, c: REASON['concurrency-limit'] }],
        [30, 'invocation.dropped', { upload: 5, subject: 71, a: 1, c: REASON['too-old'] }],
        // A batch of nobody in particular, or a caller, is none of the events that wait.
        began(40, 1, 4),
        [50, 'job.began', { upload: 4, subject: 0, a: 71 }],
      ),
    ).toMatchObject({
      traffic: { retried: 1 },
      eventsQueued: 2,
      eventsRetried: 1,
      eventsDropped: 1,
      eventsDroppedByReason: { 'too-old': 1 },
      throttles: 1,
      throttlesByReason: { 'concurrency-limit': 1 },
      eventsWaiting: { mean: (2 * 30 + 1 * 20) / 100, maximum: 2, atEnd: 0 },
    });
  });
});

describe('a queue', () => {
  it('accounts for what is held back, given up, gone, moved back and known already', () => {
    expect(
      reported(
        'queue',
        [0, 'message.delayed', { subject: 0, a: seconds(10) }],
        [10, 'message.queued', { subject: 0, c: 1 }],
        [10, 'message.queued', { subject: 1 }],
        [10, 'message.duplicated', { subject: 2, a: 1 }],
        [10, 'message.queued', { subject: 2, c: 2 }],
        [11, 'message.deduplicated', { subject: 90 }],
        [12, 'message.received', { subject: 0, a: seconds(20), b: 1 }],
        [13, 'visibility.extended', { subject: 0, a: seconds(40) }],
        [20, 'message.expired', { subject: 1 }],
        [30, 'message.redriven', { subject: 2, a: 1 }],
        [30, 'queue.polled', { b: 0, c: REASON['in-flight-limit'] }],
      ),
    ).toMatchObject({
      traffic: { arrived: 2, served: 0, refused: 1, refusedByReason: { 'retention-ended': 1 }, retried: 1, atEnd: 1 },
      messagesArrived: 3,
      messagesExpired: 1,
      messagesRedriven: 1,
      messagesDuplicated: 1,
      messagesDeduplicated: 1,
      visibilityExtended: 1,
      pollsRefused: 1,
      delayedMessages: { mean: 0.1, maximum: 1, atEnd: 0 },
    });
  });
});

/** A copy that the queue took over. */
const delivered = (at: number): Told => [at, 'message.sent', { component: 2, b: 3, c: OPERATION.deliver }];

describe('a topic', () => {
  it('counts copies by what became of them', () => {
    expect(
      reported(
        'topic',
        [1, 'event.published', { a: EVENT.clicked, b: 3 }],
        [1, 'event.published', { a: EVENT.clicked }],
        [1, 'event.unmatched', { a: EVENT.clicked }],
        delivered(2),
        [3, 'delivery.retried', { subject: 8, a: 1, c: REASON.throttled }],
        [4, 'delivery.dropped', { subject: 8, a: 4, c: REASON['retries-exhausted'] }],
        [5, 'delivery.dead-lettered', { subject: 16, a: 4, c: REASON['too-old'] }],
      ),
    ).toMatchObject({
      traffic: { retried: 1 },
      published: 2,
      copies: 3,
      unmatched: 1,
      deliveries: {
        delivered: 1,
        retried: 1,
        deadLetteredByReason: { 'too-old': 1 },
        droppedByReason: { 'retries-exhausted': 1 },
      },
    });
  });
});

describe('a bus', () => {
  it('tells what each rule did', () => {
    const { published, unmatched, archived, replayed, rules } = reported(
      'event-bus',
      [1, 'event.published', { a: EVENT.clicked, b: 1 }],
      [1, 'rule.matched', { subject: 2, a: EVENT.clicked, b: 5 }],
      [1, 'event.archived', { a: EVENT.clicked }],
      [2, 'event.published', { a: EVENT.clicked }],
      [2, 'event.unmatched', { a: EVENT.clicked }],
      [3, 'schedule.fired', { subject: 0 }],
      [4, 'event.replayed', { a: EVENT.clicked }],
    );
    expect({ published, unmatched, archived, replayed }).toEqual({
      published: 2,
      unmatched: 1,
      archived: 1,
      replayed: 1,
    });
    expect(rules).toEqual([
      { rule: 0, matched: 0, copies: 0, fired: 1 },
      { rule: 2, matched: 1, copies: 5, fired: 0 },
    ]);
  });
});

describe('a stream', () => {
  it('tells by shard what was appended and read, and how old it then was', () => {
    const fetched = (at: number, ageSeconds: number, records: number, shard: number, kept: number): Told => [
      at,
      'records.fetched',
      { a: seconds(ageSeconds), b: records, c: shard + 1024 * kept },
    ];
    const { iteratorAge, shards, ...counts } = reported(
      'stream',
      [1, 'record.appended', { subject: 0, a: 1, b: 1 }],
      [2, 'record.appended', { subject: 1, a: 1, b: 2 }],
      [3, 'request.refused', { c: REASON.throttled }],
      fetched(9, 8, 2, 1, 2),
      fetched(10, 0, 0, 0, 0),
      [20, 'record.expired', { subject: 0, a: 1, b: 1 }],
    );
    expect(counts).toMatchObject({
      recordsAppended: 2,
      recordsFetched: 2,
      recordsExpired: 1,
      fetches: 2,
      emptyFetches: 1,
      throttled: 1,
    });
    expect(iteratorAge).toMatchObject({ count: 1, meanSeconds: 8 });
    expect(shards).toEqual([
      { shard: 0, recordsAppended: 0, recordsFetched: 0, recordsExpired: 0, iteratorAgeAtEndSeconds: 0 },
      { shard: 1, recordsAppended: 2, recordsFetched: 2, recordsExpired: 1, iteratorAgeAtEndSeconds: 98 },
    ]);
  });
});

describe('the samples of a stream', () => {
  const sampled = (at: number, ...facts: Told[]): { waiting: number; age: number } => {
    const metrics = new RunMetrics([nodeOf('stream', 'part')]);
    tell(metrics, ...facts);
    const columns = Object.fromEntries(streamColumns.map((name) => [name, new Float64Array(1)]));
    const [figures] = metrics.components;
    figures?.sample(columns as never, 0, seconds(at), metrics.requests, 0);
    return { waiting: columns['waiting']?.[0] ?? -1, age: columns['iteratorAgeSeconds']?.[0] ?? -1 };
  };
  const facts: Told[] = [
    [1, 'record.appended', { a: 0, b: 1 }],
    [2, 'record.appended', { a: 0, b: 2 }],
    [3, 'records.fetched', { a: seconds(2), b: 1, c: 1024 * 2 }],
  ];

  it('tell how old the oldest record is that its reader has not passed, also while nothing happens', () => {
    expect(sampled(5, ...facts)).toEqual({ waiting: 2, age: 4 });
    expect(sampled(50, ...facts)).toEqual({ waiting: 2, age: 49 });
    expect(sampled(50, ...facts, [4, 'records.fetched', { a: 0, b: 0, c: 0 }])).toEqual({ waiting: 0, age: 0 });
  });

  it('have nothing that waits where nobody reads', () => {
    expect(sampled(50, ...facts.slice(0, 2))).toEqual({ waiting: 0, age: 0 });
  });
});

describe('stores', () => {
  it('tell what was put in the place of something that was there', () => {
    expect(
      reported(
        'bucket',
        [1, 'object.stored', { a: 60 }],
        [2, 'object.stored', { a: 70, b: 1 }],
        [3, 'notification.sent'],
      ),
    ).toMatchObject({ objectsStored: 2, objectsOverwritten: 1, megabytesStored: 60, notificationsSent: 1 });
    expect(
      reported(
        'table',
        [1, 'item.written', { c: 1 }],
        [2, 'item.written', { c: 2 }],
        [3, 'item.read', { c: 2 }],
        [4, 'request.refused', { c: REASON.throttled }],
      ),
    ).toMatchObject({ itemsWritten: 2, itemsOverwritten: 1, itemsRead: 1, throttled: 1 });
  });
});

describe('an upload among the dead letters', () => {
  it('has no outcome any more once it is moved back, and its time goes on from its start', () => {
    const metrics = new RunMetrics([nodeOf('client', 'people'), nodeOf('queue', 'queue')]);
    tell(
      metrics,
      [1, 'upload.started', { upload: 0 }],
      [2, 'upload.accepted', { upload: 0 }],
      [9, 'upload.dead-lettered', { component: 1, upload: 0, c: REASON['too-many-receives'] }],
    );
    expect(metrics.outcomes).toMatchObject({ deadLettered: 1, watchable: 0 });
    tell(metrics, [20, 'upload.reopened', { component: 1, upload: 0 }]);
    expect(metrics.outcomes).toMatchObject({ deadLettered: 0 });
    expect(metrics.outcomes.deadLetteredBy[REASON['too-many-receives']]).toBe(0);
    tell(metrics, [31, 'upload.watchable', { upload: 0 }]);
    expect(metrics.times.untilWatchable.mean).toBe(30);
    expect(metrics.times.untilAccepted.count).toBe(1);
  });
});

describe('the report of any scenario', () => {
  it('says of every component what became of all that arrived there', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        for (const { id, kind, traffic } of createReport(scenario).components) {
          const { arrived, served, refused, refusedByReason, retried, redelivered, atEnd } = traffic;
          const named = `${kind} ${id} ${JSON.stringify(traffic)}`;
          expect(served + refused + atEnd, named).toBe(arrived);
          expect(Math.min(served, refused, retried, redelivered, atEnd), named).toBeGreaterThanOrEqual(0);
          const reasons = Object.values(refusedByReason).reduce((sum, count) => sum + count, 0);
          expect(reasons, named).toBe(refused);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is data that JSON can hold', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const report = createReport(scenario);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
