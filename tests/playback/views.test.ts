/** What is seen of components of the various kinds, fact by fact, and what holds of any view. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { EVENT, FAULT } from '../../src/models/facts.ts';
import { REASON } from '../../src/models/reasons.ts';
import type { ComponentKind } from '../../src/models/registry.ts';
import { Choreography } from '../../src/playback/choreography.ts';
import { applyFact, copyView, emptyView, type View, type ViewOf } from '../../src/playback/view.ts';
import { waitingRetries } from '../../src/playback/views/deliveries-view.ts';
import { lossesIn } from '../../src/playback/views/losses-view.ts';
import { oldestKept } from '../../src/playback/views/stream-view.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { inOrder, recordRun, reelOf, tellAll } from '../support/recorded-run.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

/** What can be seen of a component of this kind after these facts. */
function seen<K extends ComponentKind>(
  kind: K,
  params: Readonly<Record<string, unknown>>,
  ...facts: Told[]
): ViewOf<K> {
  const recorder = new TraceRecorder();
  tell(recorder, ...facts);
  const view = emptyView([nodeOf(kind, 'it', params)]);
  tellAll(view, recorder.take());
  return view[0] as unknown as ViewOf<K>;
}

describe('a load balancer', () => {
  const target = (
    at: number,
    what: 'registered' | 'healthy' | 'unhealthy' | 'deregistered' | 'drained',
    id: number,
  ): Told => [at, `target.${what}`, { subject: id, a: 3, b: 1 }];

  it('shows each target as it is, and forgets those that are drained', () => {
    const view = seen(
      'load-balancer',
      {},
      target(1, 'registered', 5),
      target(1, 'registered', 2),
      target(2, 'registered', 3),
      target(3, 'healthy', 2),
      target(4, 'healthy', 5),
      [5, 'request.routed', { subject: 9, a: 2, b: 3 }],
      target(6, 'unhealthy', 5),
      target(7, 'deregistered', 2),
      target(8, 'deregistered', 3),
      target(9, 'drained', 3),
      [10, 'fail-open.began'],
    );
    expect(view.targets.map(({ instance, state, since, routed }) => [instance, state, since / 1e6, routed])).toEqual([
      [2, 'draining', 7, 1],
      [5, 'unhealthy', 6, 0],
    ]);
    expect(view).toMatchObject({ routed: 1, isFailingOpen: true });
  });
});

describe('a function', () => {
  const began = (at: number, upload: number, b: number, c = 0): Told => [at, 'job.began', { upload, subject: 4, b, c }];

  it('shows its environments from their start until they are gone, and which of them are kept ready', () => {
    const facts: Told[] = [
      [1, 'instance.launched', { subject: 4, a: seconds(3) }],
      [2, 'instance.running', { subject: 4, a: seconds(3) }],
      [2, 'instance.launched', { subject: 5, a: seconds(3), c: 3 }],
    ];
    const start = seen('function', {}, ...facts);
    expect(start.instances.map(({ id, phase }) => [id, phase])).toEqual([
      [4, 'starting'],
      [5, 'pending'],
    ]);
    expect([...start.keptReady]).toEqual([5]);
    facts.push([3, 'instance.in-service', { subject: 4 }], began(3, 7, 0, 1));
    expect(seen('function', {}, ...facts).instances[0]?.jobs.map(({ upload }) => upload)).toEqual([7]);
    facts.push([6, 'instance.crashed', { subject: 4, b: 1 }]);
    expect(seen('function', {}, ...facts).instances[0]?.jobs).toEqual([]);
    facts.push(
      [6, 'job.failed', { upload: 7, subject: 4, b: 0, c: REASON['function-timed-out'] }],
      [6, 'invocation.finished', { upload: 7, subject: 4, a: seconds(4), c: 256 + REASON['function-timed-out'] }],
    );
    // It is reset in the middle of the run, and waits for the next.
    const after = seen('function', {}, ...facts);
    expect(after.instances[0]).toMatchObject({ phase: 'in-service', jobs: [], idleSince: seconds(6) });
    expect(after).toMatchObject({ invocations: 1, errors: 1, coldStarts: 1 });
    facts.push([9, 'instance.gone', { subject: 4 }], [9, 'instance.gone', { subject: 5 }]);
    expect(seen('function', {}, ...facts)).toMatchObject({ instances: [], keptReady: new Set() });
  });

  it('keeps the events that wait, until they are taken or given up', () => {
    const queued = (at: number, upload: number, subject: number): Told => [
      at,
      'invocation.queued',
      { upload, subject },
    ];
    const view = seen(
      'function',
      {},
      queued(1, 7, 70),
      queued(2, 8, 80),
      queued(3, 9, 90),
      began(4, 7, 0),
      [6, 'invocation.retried', { upload: 7, subject: 70, a: 1 }],
      [7, 'invocation.dropped', { upload: 9, subject: 90, a: 1 }],
    );
    expect([...view.events]).toEqual([
      [70, { upload: 7, since: seconds(6), tries: 1 }],
      [80, { upload: 8, since: seconds(2), tries: 0 }],
    ]);
    expect(view).toMatchObject({ retried: 1, dropped: 1 });
  });
});

describe('a queue', () => {
  it('holds a message back until it is time', () => {
    const delayed: Told = [1, 'message.delayed', { subject: 0, upload: 3, a: seconds(5) }];
    const before = seen('queue', {}, delayed);
    expect(before).toMatchObject({ visible: 0, delayed: 1 });
    expect(before.items.get(0)).toMatchObject({ isDelayed: true, visibleAgainAt: seconds(5) });
    const after = seen('queue', {}, delayed, [5, 'message.queued', { subject: 0, upload: 3, c: 1 }]);
    expect(after).toMatchObject({ visible: 1, delayed: 0 });
    expect(after.items.get(0)).toMatchObject({ isDelayed: false, visibleAgainAt: -1, since: seconds(1) });
  });

  it('lets go of what has expired, and of dead letters that are moved back', () => {
    const view = seen(
      'queue',
      {},
      [1, 'message.queued', { subject: 0, upload: 0 }],
      [1, 'message.queued', { subject: 1, upload: 1 }],
      [1, 'message.queued', { subject: 2, upload: 2 }],
      [2, 'message.dead-lettered', { subject: 0, upload: 0 }],
      [3, 'message.expired', { subject: 1, upload: 1 }],
      [4, 'message.redriven', { subject: 0, upload: 0, a: 0 }],
      [5, 'message.redriven', { subject: 2, upload: 2, a: 1 }],
    );
    expect(view).toMatchObject({ visible: 0, deadLetters: [], deadLettered: 1, expired: 1 });
    expect(view.items.size).toBe(0);
  });

  it('shows until when a message is out of sight, also when that is put off', () => {
    const view = seen(
      'queue',
      {},
      [1, 'message.queued', { subject: 0 }],
      [2, 'message.received', { subject: 0, a: seconds(9), b: 1 }],
      [3, 'visibility.extended', { subject: 0, a: seconds(20) }],
    );
    expect(view.items.get(0)?.visibleAgainAt).toBe(seconds(20));
  });
});

describe('a bus', () => {
  it('counts what its schedules make apart from what is published', () => {
    const view = seen('event-bus', {}, [1, 'event.published'], [2, 'schedule.fired', { subject: 0 }]);
    expect(view).toMatchObject({ published: 1, fired: 1 });
  });

  it('shows when each rule matched last, and what waits to be tried again', () => {
    const retried = (at: number, next: number): Told => [
      at,
      'delivery.retried',
      { upload: 1, subject: 8, a: 1, b: seconds(next), c: REASON.throttled },
    ];
    const view = seen(
      'event-bus',
      {},
      [1, 'event.published', { a: EVENT.clicked, b: 1 }],
      [1, 'rule.matched', { subject: 2, b: 1 }],
      [2, 'event.published', { a: EVENT.clicked }],
      [2, 'event.unmatched'],
      [3, 'rule.matched', { subject: 2, b: 1 }],
      [4, 'schedule.fired', { subject: 0 }],
      retried(5, 8),
      retried(5, 6),
    );
    expect([...view.rules].toSorted()).toEqual([
      [0, { matched: 1, lastAt: seconds(4) }],
      [2, { matched: 2, lastAt: seconds(3) }],
    ]);
    expect(view).toMatchObject({ published: 2, unmatched: 1, lastUnmatchedAt: seconds(2), retried: 2 });
    expect([5, 7, 9].map((t) => waitingRetries(view, seconds(t)))).toEqual([2, 1, 0]);
  });

  it('keeps times beyond the first hour whole', () => {
    const view = seen('topic', {}, [7000, 'delivery.retried', { subject: 8, a: 1, b: seconds(7200) }]);
    expect(view.retries[0]?.nextTryAt).toBe(seconds(7200));
  });

  it('forgets retries whose time has long come', () => {
    const facts = Array.from({ length: 300 }, (_, at): Told => [at, 'delivery.retried', { a: 1, b: seconds(at + 1) }]);
    expect(seen('topic', {}, ...facts).retries.length).toBeLessThan(70);
  });
});

describe('a stream', () => {
  it('shows by shard what is kept, and what was handed out last', () => {
    const view = seen(
      'stream',
      { shards: 2 },
      [1, 'record.appended', { subject: 0, a: 1, b: 1 }],
      [2, 'record.appended', { subject: 1, a: 1, b: 2 }],
      [3, 'records.fetched', { a: seconds(2), b: 2, c: 1 + 1024 * 2 }],
      [4, 'records.fetched', { a: 0, b: 0, c: 0 }],
    );
    expect(view.shards).toEqual([
      { appended: 0, kept: 0, keptAt: seconds(4), keptSince: [], handedOut: 0, fetchedAt: seconds(4) },
      {
        appended: 2,
        kept: 2,
        keptAt: seconds(3),
        keptSince: [seconds(1), seconds(2)],
        handedOut: 2,
        fetchedAt: seconds(3),
      },
    ]);
  });

  it('knows since when its oldest record has been there, whatever was handed out when', () => {
    const appended: Told[] = [
      [1, 'record.appended', { a: 0, b: 1 }],
      [2, 'record.appended', { a: 0, b: 2 }],
    ];
    expect(oldestKept(seen('stream', { shards: 1 }))).toBeNull();
    expect(oldestKept(seen('stream', { shards: 1 }, ...appended))).toBe(seconds(1));
    const passed: Told = [3, 'records.fetched', { a: seconds(1), b: 1, c: 1024 }];
    expect(oldestKept(seen('stream', { shards: 1 }, ...appended, passed))).toBe(seconds(2));
    // Told late: the record that was passed is not back.
    expect(oldestKept(seen('stream', { shards: 1 }, ...appended.slice(1), passed, ...appended.slice(0, 1)))).toBe(
      seconds(2),
    );
    expect(oldestKept(seen('stream', { shards: 1 }, ...appended, [4, 'record.expired', { a: 0, b: 0 }]))).toBeNull();
  });
});

describe('what is told late', () => {
  it('does not undo what was told before it and happened after', () => {
    const stream = seen(
      'stream',
      { shards: 1 },
      [5, 'records.fetched', { a: 0, b: 1, c: 1024 * 3 }],
      [4, 'record.appended', { a: 0, b: 4 }],
      [4, 'records.fetched', { a: seconds(1), b: 2, c: 1024 * 4 }],
    );
    expect(stream.shards[0]).toMatchObject({ kept: 3, handedOut: 1 });
    const bus = seen('event-bus', {}, [5, 'rule.matched', { subject: 0 }], [4, 'rule.matched', { subject: 0 }]);
    expect(bus.rules.get(0)).toEqual({ matched: 2, lastAt: seconds(5) });
  });
});

describe('a gateway', () => {
  it('tells those it throttles from those that failed behind it', () => {
    expect(
      seen(
        'gateway',
        {},
        [1, 'request.routed', { a: -1 }],
        [2, 'request.refused', { c: REASON.throttled }],
        [3, 'request.refused', { c: REASON['gateway-time-out'] }],
      ),
    ).toMatchObject({ passed: 1, throttled: 1, failed: 1 });
  });
});

describe('people', () => {
  it('show that they try again, and that they have stopped trying', () => {
    const opened: Told = [3, 'circuit.opened'];
    const retried: Told = [2, 'request.retried', { upload: 0, a: 1 }];
    expect(seen('client', {}, retried, opened)).toMatchObject({ retried: 1, circuit: 'open' });
    expect(seen('client', {}, opened, [4, 'circuit.half-opened'])).toMatchObject({ circuit: 'half-open' });
    expect(seen('client', {}, opened, [5, 'circuit.closed'])).toMatchObject({ circuit: 'closed' });
  });
});

describe('stores', () => {
  it('keep no more when something is put in the place of what was there', () => {
    expect(seen('bucket', {}, [1, 'object.stored', { a: 60 }], [2, 'object.stored', { a: 60, b: 1 }])).toMatchObject({
      masters: 1,
      megabytes: 60,
    });
    expect(seen('table', {}, [1, 'item.written', { c: 1 }], [2, 'item.written', { c: 2 }])).toMatchObject({
      items: 1,
      overwritten: 1,
    });
  });
});

describe('the view of any scenario', () => {
  it('comes to the same whether facts are told as they happened or as they are shown', () => {
    fc.assert(
      fc.property(anyScenario, fc.constantFrom(0.1, 1, 5, 20, 1000), (scenario, speed) => {
        const { chunks, plan, end } = recordRun(scenario, 10);
        const reel = reelOf(chunks);
        const choreography = new Choreography(reel, plan.nodes, plan.links, speed);
        choreography.extendTo(end + choreography.longestLag);
        const asShown = emptyView(plan.nodes);
        for (const row of choreography.order.subarray(0, choreography.ordered)) applyFact(asShown, reel.facts, row);
        const asHappened = emptyView(plan.nodes);
        tellAll(asHappened, reel.facts);
        expect(inOrder(asShown)).toEqual(inOrder(asHappened));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('goes on independently once it is copied', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { chunks, plan } = recordRun(scenario, 10);
        const view = emptyView(plan.nodes);
        const copies = chunks.map(({ facts }) => {
          const copy = copyView(view);
          const then = structuredClone(view);
          tellAll(view, facts);
          return [copy, then];
        });
        for (const [copy, then] of copies) expect(copy).toEqual(then);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe('uploads that ended badly', () => {
  it('are seen where they did, by end and reason, the most first', () => {
    const view = viewAfter(
      [1, 'upload.refused', { upload: 0, c: REASON['backlog-full'] }],
      [2, 'upload.refused', { upload: 1, c: REASON['backlog-full'] }],
      [3, 'upload.lost', { component: 1, upload: 2, c: REASON['retention-ended'] }],
    );
    expect(view.map(({ losses }) => lossesIn(losses))).toEqual([
      [{ end: 'refused', reason: 'backlog-full', uploads: 2 }],
      [{ end: 'lost', reason: 'retention-ended', uploads: 1 }],
    ]);
  });

  it('are no losses any more once they are opened again, be that at another queue', () => {
    const dead: Told = [1, 'upload.dead-lettered', { component: 0, upload: 5, c: REASON['too-many-receives'] }];
    const before = viewAfter(dead);
    const copy = copyView(before);
    tellFacts(before, [2, 'upload.reopened', { component: 1, upload: 5 }]);
    expect(before.flatMap(({ losses }) => lossesIn(losses))).toEqual([]);
    expect(copy.flatMap(({ losses }) => lossesIn(losses))).toHaveLength(1);
  });

  function viewAfter(...facts: Told[]): View {
    const view = emptyView([nodeOf('client', 'people'), nodeOf('queue', 'queue')]);
    tellFacts(view, ...facts);
    return view;
  }

  function tellFacts(view: View, ...facts: Told[]): void {
    const recorder = new TraceRecorder();
    tell(recorder, ...facts);
    tellAll(view, recorder.take());
  }
});

describe('a client that sends clicks', () => {
  it('counts them', () => {
    const client = seen(
      'client',
      { sends: 'clicks' },
      [1, 'event.raised', { a: 1 }],
      [1, 'event.raised', { a: 1 }],
      [1, 'event.raised', { a: 1 }],
      [2, 'event.taken', { a: 1 }],
      [3, 'request.given-up', { a: 1, b: 1, c: REASON['throttled'] }],
    );
    expect(client).toMatchObject({ started: 3, accepted: 1, refused: 1, waiting: 1 });
  });
});

describe('a fault of a link', () => {
  it('does not count at the component where the link begins', () => {
    const c = FAULT['cut-link'];
    expect(seen('queue', {}, [1, 'fault.began', { c, b: 3 }])).toMatchObject({ faults: 0 });
    expect(seen('queue', {}, [1, 'fault.began', { c: FAULT.crash }])).toMatchObject({ faults: 1 });
    expect(seen('client', {}, [1, 'fault.began', { c: FAULT['traffic-surge'] }])).toMatchObject({ faults: 1 });
  });
});

it('an instance is in the zone in which it was launched', () => {
  const group = seen('instance-group', {}, [1, 'instance.launched', { subject: 0, b: 2 }]);
  expect(group.instances.map(({ zone }) => zone)).toEqual([2]);
});
