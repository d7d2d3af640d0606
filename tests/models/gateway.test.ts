/** A gateway, held against what Amazon documents of API Gateway. */
import { describe, expect, it, vi } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import type { Component } from '../../src/models/component.ts';
import { EVENT, type FactKind, OBJECT, OPERATION } from '../../src/models/facts.ts';
import type { Message } from '../../src/models/message.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { linesOf } from '../support/facts.ts';
import { type Line, play } from '../support/fake-group.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

vi.mock('../../src/models/instance-group/instance-group.ts', async () => {
  const { fakeGroup } = await import('../support/fake-group.ts');
  return { instanceGroup: fakeGroup };
});
vi.mock('../../src/models/function/function.ts', async () => {
  const { fakeGroup } = await import('../support/fake-group.ts');
  return { serverlessFunction: { ...fakeGroup, kind: 'function' } };
});
// What stands behind only has to take the request over: whether it keeps it is its own affair.
vi.mock('../../src/models/queue/queue.ts', () => ({ queue: sink('queue') }));
vi.mock('../../src/models/event-bus/event-bus.ts', () => ({ eventBus: sink('event-bus') }));
vi.mock('../../src/models/bucket/bucket.ts', () => ({ bucket: sink('bucket') }));

/** What the components that only take things over were asked. */
const { taken, sink } = vi.hoisted(() => {
  const taken: Pick<Message, 'operation' | 'event' | 'content' | 'object' | 'megabytes' | 'attempt'>[] = [];
  const sink = (kind: string) => ({
    kind,
    parameters: {},
    prepare: () => undefined,
    start: () => ({}),
    receive(ctx: { answer(message: Message): void }, _: object, message: Message) {
      const { operation, event, content, object, megabytes, attempt } = message;
      taken.push({ operation, event, content, object, megabytes, attempt });
      ctx.answer(message);
    },
    wake() {},
    holds() {},
  });
  return { taken, sink };
});

type Params = Parameters<typeof component<'gateway'>>[2];
type Behind = 'instance-group' | 'function' | 'queue' | 'event-bus' | 'bucket';

interface Case {
  times: readonly number[];
  params?: Params;
  behind?: Behind;
  script?: readonly Line[];
  takes?: number;
  patienceSeconds?: number;
  interventions?: readonly Intervention[];
}

/** People, a gateway, and one component behind it; a hop takes 0.1 s. */
function scenarioOf({ times, params, behind = 'function', patienceSeconds, interventions = [] }: Case) {
  const patience = patienceSeconds === undefined ? {} : { timeoutSeconds: patienceSeconds };
  const nodes = [
    people({ times, ...patience }),
    component('gateway', 'gateway', params),
    behind === 'instance-group' ? group('behind') : component('behind', behind),
  ];
  return aScenario(nodes, ['people gateway', 'gateway behind'], { interventions });
}

const standIns = ['instance-group', 'function', 'queue', 'event-bus', 'bucket'] as const;

/** Runs a case, and holds the world to conservation on the way. */
function runCase(each: Case): { world: World; tell: (only: readonly FactKind[], at?: string) => string[] } {
  play(
    (each.script ?? []).map((line) => ({ group: 'behind', ...line })),
    each.takes ?? 2,
  );
  taken.length = 0;
  const scenario = scenarioOf(each);
  const recorder = new TraceRecorder();
  const conservation = new Conservation(standIns);
  const world = createSimulation(scenario, recorder, conservation);
  const end = seconds(scenario.durationSeconds);
  while (world.stepUntil(end)) expect(conservation.breachesIn(world)).toEqual([]);
  return {
    world,
    tell: (only, at = 'gateway') => linesOf(recorder.columns, planOf(scenario), { only, at }),
  };
}

/** Times of uploads: all at once, or one after another. */
const many = (count: number, from: number, gap = 0): number[] =>
  Array.from({ length: count }, (_, n) => from + n * gap);

const outcomes: readonly FactKind[] = ['upload.accepted', 'upload.refused'];
const behaves = (deed: Line['deed'], at = 0.5): Line => ({ at, instance: -1, deed });

describe('gateway: errors', () => {
  it.each<[string, Case, string[]]>([
    ['answers when the function has', { times: [1] }, ['3.400 people upload.accepted upload 0']],
    [
      'answers 504 when the integration takes longer than 29 s, though a function may take 900 s',
      { times: [1], takes: 40, params: { type: 'rest' } },
      ['30.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'waits as long as is set, where that is less',
      { times: [1], takes: 40, params: { integrationTimeoutSeconds: 5 } },
      ['6.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'answers 504 when the integration is silent from the start',
      { times: [1], script: [behaves('vanishes')], params: { integrationTimeoutSeconds: 5 } },
      ['6.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'says of an error of a function only that there was one: 502',
      { times: [1], script: [behaves('fails')] },
      ['3.400 people upload.refused upload 0 because bad-gateway'],
    ],
    [
      'says of a refused connection only that there was an error: 502',
      { times: [1], behind: 'instance-group', script: [behaves('refuses')] },
      ['1.400 people upload.refused upload 0 because bad-gateway'],
    ],
    [
      'passes an error of an application on as it is',
      { times: [1], behind: 'instance-group', script: [behaves('fails')] },
      ['3.400 people upload.refused upload 0 because work-failed'],
    ],
  ])('%s', (_, each, expected) => {
    expect(runCase(each).tell(outcomes, 'people')).toEqual(expected);
  });

  it('tells how long it waited, and lets the work go on in vain', () => {
    const { tell, world } = runCase({ times: [1], takes: 40 });
    expect(tell(['request.timed-out'])).toEqual(['30.100 gateway request.timed-out upload upload 0 after 29.000']);
    expect(tell(['message.taken'], 'behind')).toEqual(['41.200 behind message.taken upload 0 because none']);
    expect(world.messages.live).toBe(0);
  });

  it('notes when the answer comes and the caller has hung up', () => {
    const { tell } = runCase({ times: [1], takes: 5, patienceSeconds: 1 });
    expect(tell(['client.gone'])).toEqual(['6.300 gateway client.gone upload 0']);
  });

  it('lets nothing in of a caller who has hung up before', () => {
    const { tell } = runCase({ times: [1], patienceSeconds: 0.05 });
    expect(tell(['client.gone', 'request.routed'])).toEqual(['1.100 gateway client.gone upload 0']);
  });
});

describe('gateway: throttling', () => {
  /** Numbers of the uploads that were turned away. */
  function throttled(each: Case): number[] {
    const refused = runCase(each).tell(['request.refused']);
    for (const line of refused) expect(line).toContain('because throttled');
    return refused.map((line) => Number(/upload (\d+)/.exec(line)?.[1]));
  }

  it.each<[string, Case, number[]]>([
    [
      'lets a burst in and turns away what comes at the same moment beyond it',
      { times: many(7, 1), params: { rateLimitPerSecond: 1, burst: 5 } },
      [5, 6],
    ],
    [
      'lets in as many a second as the rate says, in the long run',
      { times: many(12, 1, 0.5), params: { rateLimitPerSecond: 1, burst: 1 } },
      [1, 3, 5, 7, 9, 11],
    ],
    [
      'is full again after a while, but holds no more than the burst',
      { times: [...many(3, 1), ...many(4, 40)], params: { rateLimitPerSecond: 1, burst: 3 } },
      [6],
    ],
    [
      'turns nothing away below the rate',
      { times: many(100, 1, 0.25), params: { rateLimitPerSecond: 4, burst: 1 } },
      [],
    ],
    [
      'lets in only the first burst at rate 0',
      { times: many(4, 1, 10), params: { rateLimitPerSecond: 0, burst: 2 } },
      [2, 3],
    ],
    [
      'goes on from where the bucket stands when the rate is turned',
      {
        times: [1, 1, 3, 3, 3],
        params: { rateLimitPerSecond: 0, burst: 2 },
        interventions: [{ kind: 'set', target: 'gateway', parameter: 'rateLimitPerSecond', value: 1, atSeconds: 2.1 }],
      },
      [3, 4],
    ],
    [
      'holds no more than the new burst when that is turned down',
      {
        times: [2, 2],
        params: { rateLimitPerSecond: 1, burst: 5 },
        interventions: [{ kind: 'set', target: 'gateway', parameter: 'burst', value: 1, atSeconds: 1.99 }],
      },
      [1],
    ],
  ])('%s', (_, each, expected) => {
    expect(throttled(each)).toEqual(expected);
  });

  it('answers 429 at once, and passes nothing on', () => {
    const { tell } = runCase({ times: [1, 1], params: { rateLimitPerSecond: 1, burst: 1 } });
    expect(tell(['upload.refused'], 'people')).toEqual(['1.200 people upload.refused upload 1 because throttled']);
    expect(tell(['request.routed'])).toEqual(['1.100 gateway request.routed upload 0 to behind']);
  });
});

describe('gateway: what it asks of whoever stands behind it', () => {
  const send = (behind: Behind, params: Params = {}) => {
    const { tell } = runCase({ times: [1], behind, params });
    return tell(['message.sent']).map((line) => line.split(' ')[3]);
  };

  it.each([
    ['does the work', 'function', 'upload'],
    ['does the work', 'instance-group', 'upload'],
    ['keeps messages', 'queue', 'send'],
    ['takes events', 'event-bus', 'publish'],
    ['keeps objects', 'bucket', 'put'],
  ] as const)('goes by its kind: one that %s', (_, behind, operation) => {
    expect(send(behind)[0]).toBe(operation);
  });

  it('names the event that is set where one is taken', () => {
    send('event-bus', { event: 'clicked' });
    send('queue');
    expect(taken.map(({ event }) => event)).toEqual([EVENT['upload-complete']]);
    send('event-bus', { event: 'clicked' });
    expect(taken.map(({ event }) => event)).toEqual([EVENT.clicked]);
  });

  it('puts the video into a bucket with its size, as no event', () => {
    send('bucket');
    expect(taken).toEqual([expect.objectContaining({ object: 0, megabytes: 60, event: EVENT.none })]);
  });

  it('passes on all that a request carries, and how often it has been tried', () => {
    play([]);
    taken.length = 0;
    const world = createSimulation(scenarioOf({ times: [], behind: 'event-bus' }));
    const [caller] = world.components as [Component];
    // Handed on: the people know of nothing that they asked for.
    const message = caller.handOn(caller.onlyLink(), OPERATION.deliver, -1, 2);
    message.event = EVENT['rendition-ready'];
    message.object = OBJECT['720p'];
    message.content = caller.content({ priority: 'high' });
    world.runUntil(seconds(1));
    expect(taken).toEqual([
      {
        operation: OPERATION.publish,
        event: EVENT['rendition-ready'],
        object: OBJECT['720p'],
        content: caller.content({ priority: 'high' }),
        megabytes: 0,
        attempt: 2,
      },
    ]);
  });

  it('can be measured: requests under way', () => {
    const { world } = runCase({ times: [50, 51, 55], takes: 9.5 });
    expect(world.components[1]?.gauge('under-way')).toBe(2);
  });

  it('goes on exactly as the original after a copy in mid-flight', () => {
    const each: Case = { times: many(40, 1, 0.5), params: { rateLimitPerSecond: 1, burst: 3 }, takes: 4 };
    play([], 4);
    const scenario = scenarioOf(each);
    const original = createSimulation(scenario);
    original.runUntil(seconds(10.05));
    const restOf = (world: World): string[] => {
      const recorder = new TraceRecorder();
      world.observe(recorder);
      world.runUntil(seconds(60));
      return linesOf(recorder.columns, planOf(scenario));
    };
    const rest = restOf(original.copy());
    expect(rest.length).toBeGreaterThan(100);
    expect(restOf(original)).toEqual(rest);
  });
});
