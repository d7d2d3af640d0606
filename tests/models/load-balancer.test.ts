/** A load balancer, held against what Amazon documents of the Application Load Balancer. */
import { describe, expect, it, vi } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import type { FactKind } from '../../src/models/facts.ts';
import type { World } from '../../src/models/world.ts';
import { createSimulation, planOf } from '../../src/scenario/create-simulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { linesOf } from '../support/facts.ts';
import { heardByGroups, type Line, play } from '../support/fake-group.ts';
import { aScenario, component, group, people } from '../support/small-scenario.ts';

vi.mock('../../src/models/instance-group/instance-group.ts', async () => {
  const { fakeGroup } = await import('../support/fake-group.ts');
  return { instanceGroup: fakeGroup };
});

type Params = Parameters<typeof component<'load-balancer'>>[2];

interface Case {
  times?: readonly number[];
  params?: Params;
  script: readonly Line[];
  takes?: number;
  patienceSeconds?: number;
  durationSeconds?: number;
  groups?: readonly string[];
}

/** People, a load balancer and groups behind it; a hop takes 0.1 s, so a request is with a target after 0.2 s. */
function scenarioOf({ times = [], params = {}, groups = ['servers'], patienceSeconds, durationSeconds = 60 }: Case) {
  const patience = patienceSeconds === undefined ? {} : { timeoutSeconds: patienceSeconds };
  const nodes = [
    people({ times, ...patience }),
    component('balancer', 'load-balancer', params),
    ...groups.map((id) => group(id)),
  ];
  return aScenario(nodes, ['people balancer', ...groups.map((id) => `balancer ${id}`)], { durationSeconds });
}

/** Runs a case, and holds the world to conservation on the way. */
function runCase(each: Case): { world: World; tell: (only: readonly FactKind[], at?: string) => string[] } {
  play(each.script, each.takes);
  const scenario: Scenario = scenarioOf(each);
  const recorder = new TraceRecorder();
  const conservation = new Conservation(['instance-group']);
  const world = createSimulation(scenario, recorder, conservation);
  const end = seconds(scenario.durationSeconds);
  // Where there is much traffic, a look at the end has to do.
  const isShort = (each.times ?? []).length < 50;
  while (isShort && world.stepUntil(end)) expect(conservation.breachesIn(world)).toEqual([]);
  world.runUntil(end);
  expect(conservation.breachesIn(world)).toEqual([]);
  const trace = recorder.columns;
  return {
    world,
    tell: (only, at = 'balancer') => linesOf(trace, planOf(scenario), { only, at }),
  };
}

const registers = (instance: number, at = 0, zone = 0, name = 'servers'): Line => ({
  at,
  instance,
  zone,
  group: name,
  deed: 'registers',
});
const twoTargets = [registers(0), registers(1)];
const threeTargets = [...twoTargets, registers(2)];

/** Which instance each request went to, in order. */
function instancesOf(each: Case): string[] {
  return runCase(each)
    .tell(['request.routed'])
    .map((line) => /instance (\d+)/.exec(line)?.[1] as string);
}

const outcomes: readonly FactKind[] = ['upload.accepted', 'upload.refused'];
const health: readonly FactKind[] = [
  'target.registered',
  'target.healthy',
  'target.unhealthy',
  'target.deregistered',
  'target.drained',
  'fail-open.began',
  'fail-open.ended',
];

const everySecond = (count: number, from = 1): number[] => Array.from({ length: count }, (_, n) => from + n);

describe('load balancer: routing', () => {
  it.each<[string, Case, string[]]>([
    [
      'takes turns, in the order of registration (round robin, the default)',
      { times: everySecond(7), script: threeTargets },
      ['0', '1', '2', '0', '1', '2', '0'],
    ],
    [
      'piles work on a slow target as on any other when it takes turns',
      { times: [1, 1.1, 1.2, 1.3], script: [...twoTargets, { at: 0.5, instance: 0, deed: 'hangs' }] },
      ['0', '1', '0', '1'],
    ],
    [
      'avoids a slow target when it goes by the least outstanding requests',
      {
        times: [1, 2, 3, 4, 5],
        takes: 0.5,
        params: { algorithm: 'least-outstanding' },
        script: [...twoTargets, { at: 0.5, instance: 0, deed: 'hangs' }],
      },
      ['0', '1', '1', '1', '1'],
    ],
    [
      'takes turns among those with equally few outstanding requests',
      { times: everySecond(4), takes: 0.5, params: { algorithm: 'least-outstanding' }, script: threeTargets },
      ['0', '1', '2', '0'],
    ],
    [
      'falls on a zone first and then on a target there, when cross-zone is off: the one in the small zone gets half',
      {
        times: everySecond(8),
        takes: 0.5,
        params: { crossZone: 'off' },
        script: [registers(0), registers(1, 0, 1), registers(2, 0, 1), registers(3, 0, 1)],
      },
      ['0', '1', '0', '2', '0', '3', '0', '1'],
    ],
    [
      'gives every target the same share whatever its zone, when cross-zone is on',
      {
        times: everySecond(8),
        takes: 0.5,
        script: [registers(0), registers(1, 0, 1), registers(2, 0, 1), registers(3, 0, 1)],
      },
      ['0', '1', '2', '3', '0', '1', '2', '3'],
    ],
    [
      'goes on with the zones that are left when the one whose turn it is has no healthy target any more',
      {
        times: [1, 15, 16],
        takes: 0.5,
        params: { crossZone: 'off' },
        script: [registers(0), registers(1, 0, 1), { at: 2, instance: 1, deed: 'ails' }],
      },
      ['0', '0', '0'],
    ],
    [
      'leaves the turn with whom it is when others come and go, and else with the next',
      {
        times: everySecond(8),
        takes: 0.1,
        // Before the third request the first target goes, whose turn it is not; before the fourth the one whose it is.
        script: [
          ...threeTargets,
          registers(3),
          { at: 2.5, instance: 0, deed: 'deregisters' },
          { at: 3.5, instance: 3, deed: 'deregisters' },
          registers(4, 5.5),
        ],
      },
      ['0', '1', '2', '1', '2', '1', '2', '4'],
    ],
    [
      'leaves out a zone without a healthy target, when cross-zone is off',
      {
        times: everySecond(3, 15),
        takes: 0.5,
        params: { crossZone: 'off' },
        script: [registers(0), registers(1, 0, 1), { at: 1, instance: 1, deed: 'ails' }],
      },
      ['0', '0', '0'],
    ],
  ])('%s', (_, each, expected) => {
    expect(instancesOf(each)).toEqual(expected);
  });

  it('goes round all groups behind it, each along its own link', () => {
    const script = [registers(0, 0, 0, 'old'), registers(0, 0, 0, 'new')];
    const { tell } = runCase({ times: [1, 2], takes: 0.5, groups: ['old', 'new'], script });
    expect(tell(['request.routed'])).toEqual([
      '1.100 balancer request.routed upload 0 to instance 0 of old',
      '2.100 balancer request.routed upload 1 to instance 0 of new',
    ]);
  });

  it('chooses by chance with equal weights (weighted random): each of four gets a quarter, within what chance allows', () => {
    const times = Array.from({ length: 4000 }, (_, n) => 1 + n / 100);
    const chosen = instancesOf({
      times,
      takes: 0,
      params: { algorithm: 'weighted-random' },
      script: [...threeTargets, registers(3)],
    });
    const counts = ['0', '1', '2', '3'].map((name) => chosen.filter((each) => each === name).length);
    // Each count has mean 1,000 and variance 4,000 × 1/4 × 3/4 = 750: five standard deviations are 137.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(137);
    expect(new Set(chosen.slice(0, 8)).size).toBeGreaterThan(1);
  });

  it('never refuses for lack of capacity: what comes is passed on, however much is under way', () => {
    const times = Array.from({ length: 500 }, () => 1);
    const { tell } = runCase({ times, takes: 20, script: [registers(0)], durationSeconds: 10 });
    expect(tell(['request.routed']).length).toBe(500);
    expect(tell(['request.refused'])).toEqual([]);
  });
});

describe('load balancer: errors', () => {
  it.each<[string, Case, string[]]>([
    [
      'answers 503 when no target is registered',
      { times: [1], script: [] },
      ['1.200 people upload.refused upload 0 because no-target'],
    ],
    [
      'answers 503 when the only target is draining',
      { times: [1, 2], script: [registers(0), { at: 1.5, instance: 0, deed: 'deregisters' }], takes: 10 },
      ['2.200 people upload.refused upload 1 because no-target', '11.400 people upload.accepted upload 0'],
    ],
    [
      'answers 502 when the target refuses the connection',
      { times: [1], script: [registers(0), { at: 0.5, instance: 0, deed: 'refuses' }] },
      ['1.400 people upload.refused upload 0 because bad-gateway'],
    ],
    [
      'answers 502 when the target closes the connection before it has answered',
      { times: [1], script: [registers(0), { at: 2, instance: 0, deed: 'resets' }] },
      ['2.200 people upload.refused upload 0 because bad-gateway'],
    ],
    [
      'answers 504 when a target has said nothing for as long as a connection may be idle',
      {
        times: [1],
        script: [registers(0), { at: 0.5, instance: 0, deed: 'hangs' }],
        params: { idleTimeoutSeconds: 20 },
      },
      ['21.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'answers 504 after the shorter time to connect when the target does not even take the connection',
      {
        times: [1],
        script: [registers(0), { at: 0.5, instance: 0, deed: 'vanishes' }],
        params: { idleTimeoutSeconds: 20, connectTimeoutSeconds: 4 },
      },
      ['5.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'waits the idle time-out for a target that took the request and went silent over it',
      {
        times: [1],
        script: [registers(0), { at: 2, instance: 0, deed: 'vanishes' }],
        params: { idleTimeoutSeconds: 20, connectTimeoutSeconds: 4 },
      },
      ['21.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'counts the idle time-out alone where it is shorter than the time to connect',
      {
        times: [1],
        script: [registers(0), { at: 0.5, instance: 0, deed: 'vanishes' }],
        params: { idleTimeoutSeconds: 3, connectTimeoutSeconds: 4 },
      },
      ['4.200 people upload.refused upload 0 because gateway-time-out'],
    ],
    [
      'counts each time anew: what an earlier request still had left cuts no later one short',
      {
        times: [1, 4],
        takes: 0.5,
        script: [registers(0), { at: 3, instance: 0, deed: 'vanishes' }],
        params: { connectTimeoutSeconds: 5 },
      },
      ['1.900 people upload.accepted upload 0', '9.200 people upload.refused upload 1 because gateway-time-out'],
    ],
    [
      'passes an error of the application on as it is',
      { times: [1], script: [registers(0), { at: 0.5, instance: 0, deed: 'fails' }] },
      ['3.400 people upload.refused upload 0 because work-failed'],
    ],
  ])('%s', (_, each, expected) => {
    expect(runCase(each).tell(outcomes, 'people')).toEqual(expected);
  });

  it('notes 460 when the answer comes and the caller has hung up', () => {
    const { tell, world } = runCase({
      times: [1],
      patienceSeconds: 1,
      takes: 5,
      script: [registers(0)],
      durationSeconds: 59,
    });
    expect(tell(['client.gone', 'message.taken'])).toEqual([
      '6.300 balancer client.gone upload 0',
      '6.300 balancer message.taken upload 0 because none',
    ]);
    expect(tell(outcomes, 'people')).toEqual(['2.000 people upload.refused upload 0 because timed-out']);
    expect(world.messages.live).toBe(0);
  });

  it('passes nothing on for a caller who has hung up before the request came', () => {
    const { tell } = runCase({ times: [1], patienceSeconds: 0.05, script: [registers(0)] });
    expect(tell(['client.gone', 'request.routed'])).toEqual(['1.100 balancer client.gone upload 0']);
  });

  it('tells how long it waited in vain', () => {
    const { tell } = runCase({
      times: [1],
      script: [registers(0), { at: 0.5, instance: 0, deed: 'hangs' }],
      params: { idleTimeoutSeconds: 20 },
    });
    expect(tell(['request.timed-out'])).toEqual(['21.100 balancer request.timed-out upload upload 0 after 20.000']);
  });
});

describe('load balancer: health', () => {
  it.each<[string, Case, string[]]>([
    [
      'takes a new target for healthy after one check, which comes at once',
      { script: [registers(0, 7.5)], durationSeconds: 20 },
      ['7.500 balancer target.registered servers instance 0', '7.700 balancer target.healthy servers instance 0'],
    ],
    [
      'takes a target out after as many failed checks in a row as the threshold says, and back in after more passed ones',
      {
        params: { healthyThreshold: 3, unhealthyThreshold: 2 },
        script: [...twoTargets, { at: 1, instance: 0, deed: 'ails' }, { at: 12, instance: 0, deed: 'serves' }],
      },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.000 balancer target.registered servers instance 1',
        '0.200 balancer target.healthy servers instance 0',
        '0.200 balancer target.healthy servers instance 1',
        '10.200 balancer target.unhealthy servers instance 0',
        '25.200 balancer target.healthy servers instance 0',
      ],
    ],
    [
      'counts failures in a row: one that is passed in between begins the count anew',
      {
        script: [
          ...twoTargets,
          { at: 1, instance: 0, deed: 'ails' },
          { at: 6, instance: 0, deed: 'serves' },
          { at: 11, instance: 0, deed: 'ails' },
          { at: 16, instance: 0, deed: 'serves' },
        ],
        durationSeconds: 40,
      },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.000 balancer target.registered servers instance 1',
        '0.200 balancer target.healthy servers instance 0',
        '0.200 balancer target.healthy servers instance 1',
      ],
    ],
    [
      'needs two checks and a time-out to find out that a target has gone silent',
      {
        params: { healthCheckTimeoutSeconds: 2 },
        script: [...twoTargets, { at: 1, instance: 0, deed: 'vanishes' }],
      },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.000 balancer target.registered servers instance 1',
        '0.200 balancer target.healthy servers instance 0',
        '0.200 balancer target.healthy servers instance 1',
        '12.000 balancer target.unhealthy servers instance 0',
      ],
    ],
    [
      'sends requests to all targets when all are unhealthy (fail open)',
      {
        script: [
          ...twoTargets,
          { at: 1, instance: 0, deed: 'ails' },
          { at: 1, instance: 1, deed: 'ails' },
          { at: 22, instance: 1, deed: 'serves' },
        ],
        durationSeconds: 40,
      },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.000 balancer target.registered servers instance 1',
        '0.200 balancer target.healthy servers instance 0',
        '0.200 balancer target.healthy servers instance 1',
        '10.200 balancer target.unhealthy servers instance 0',
        '10.200 balancer target.unhealthy servers instance 1',
        '10.200 balancer fail-open.began with 2 targets',
        '30.200 balancer target.healthy servers instance 1',
        '30.200 balancer fail-open.ended with 2 targets',
      ],
    ],
    [
      'ends failing open when the last target goes, as there is nothing left to send to',
      {
        script: [registers(0), { at: 1, instance: 0, deed: 'ails' }, { at: 12, instance: 0, deed: 'deregisters' }],
        durationSeconds: 20,
      },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.200 balancer target.healthy servers instance 0',
        '10.200 balancer target.unhealthy servers instance 0',
        '10.200 balancer fail-open.began with 1 targets',
        '12.000 balancer target.deregistered servers instance 0',
        '12.000 balancer fail-open.ended with 0 targets',
        '12.000 balancer target.drained servers instance 0',
      ],
    ],
    [
      'says nothing twice: a target that is registered already stays as it is',
      { script: [registers(0), registers(0, 3)], durationSeconds: 10 },
      ['0.000 balancer target.registered servers instance 0', '0.200 balancer target.healthy servers instance 0'],
    ],
  ])('%s', (_, each, expected) => {
    expect(runCase(each).tell(health)).toEqual(expected);
  });

  it('checks by messages of its own, at the period and from the phase on', () => {
    const params = { healthCheckIntervalSeconds: 10, healthCheckPhaseSeconds: 4 };
    const { tell } = runCase({ params, script: [registers(0, 1)], durationSeconds: 26 });
    expect(tell(['message.sent'])).toEqual([
      '1.000 balancer message.sent check to servers arrives 1.100',
      '4.000 balancer message.sent check to servers arrives 4.100',
      '14.000 balancer message.sent check to servers arrives 14.100',
      '24.000 balancer message.sent check to servers arrives 24.100',
    ]);
  });

  it('checks nobody twice at a time: not in a round either while the first check is under way', () => {
    const { tell } = runCase({ script: [registers(0, 4.95)], durationSeconds: 9 });
    expect(tell(['message.sent'])).toEqual(['4.950 balancer message.sent check to servers arrives 5.050']);
  });

  it('gives each check its whole time, whatever an earlier one had left', () => {
    const script: Line[] = [registers(0, 4), { at: 4.5, instance: 0, deed: 'vanishes' }];
    const { tell } = runCase({ script, params: { healthCheckTimeoutSeconds: 2 }, durationSeconds: 9 });
    expect(tell(['request.timed-out'])).toEqual(['7.000 balancer request.timed-out check after 2.000']);
  });

  it('gives up a check after its time-out, and says so', () => {
    const script: Line[] = [registers(0), { at: 1, instance: 0, deed: 'vanishes' }];
    const { tell } = runCase({ script, params: { healthCheckTimeoutSeconds: 3 }, durationSeconds: 12 });
    expect(tell(['request.timed-out'])).toEqual(['8.000 balancer request.timed-out check after 3.000']);
  });

  it('tells the group what it finds', () => {
    runCase({
      script: [
        ...twoTargets,
        { at: 1, instance: 0, deed: 'ails' },
        { at: 12, instance: 0, deed: 'serves' },
        { at: 30, instance: 1, deed: 'deregisters' },
      ],
    });
    expect(heardByGroups()).toEqual([
      '0.200 servers instance 0 is healthy',
      '0.200 servers instance 1 is healthy',
      '10.200 servers instance 0 is unhealthy',
      '20.200 servers instance 0 is healthy',
      '30.000 servers instance 1 is drained',
    ]);
  });

  it('keeps sending requests to a dead target until the checks have found it out', () => {
    const { tell } = runCase({
      times: everySecond(14, 2),
      takes: 0.1,
      script: [...twoTargets, { at: 1, instance: 0, deed: 'refuses' }],
    });
    const refused = tell(['upload.refused'], 'people');
    // Every other request goes to the dead one, until 10.2 s.
    expect(refused).toEqual(
      [2, 4, 6, 8, 10].map((at, n) => `${at}.400 people upload.refused upload ${2 * n} because bad-gateway`),
    );
  });

  it('sends requests to targets that have not been checked yet when there are no others, and only then', () => {
    const script: Line[] = [{ at: 0, instance: 0, deed: 'vanishes' }, registers(0), registers(1, 20)];
    const params = { healthCheckTimeoutSeconds: 4, connectTimeoutSeconds: 1 };
    const { tell } = runCase({ times: [0.5, 20.05, 21], params, takes: 0.1, script, durationSeconds: 30 });
    expect(tell(['request.routed'])).toEqual([
      '0.600 balancer request.routed upload 0 to instance 0 of servers',
      '20.150 balancer request.routed upload 1 to instance 0 of servers failing open',
      '21.100 balancer request.routed upload 2 to instance 1 of servers',
    ]);
  });

  it('marks requests that go out while it fails open', () => {
    const script: Line[] = [registers(0), { at: 1, instance: 0, deed: 'ails' }];
    const { tell } = runCase({ times: [2, 15], takes: 0.1, script });
    expect(tell(['request.routed'])).toEqual([
      '2.100 balancer request.routed upload 0 to instance 0 of servers',
      '15.100 balancer request.routed upload 1 to instance 0 of servers failing open',
    ]);
    expect(tell(outcomes, 'people')).toEqual([
      '2.500 people upload.accepted upload 0',
      '15.500 people upload.accepted upload 1',
    ]);
  });

  it('can be measured: targets registered and healthy, requests under way', () => {
    const { world } = runCase({
      times: [18, 19],
      takes: 30,
      script: [...twoTargets, { at: 1, instance: 0, deed: 'ails' }],
      durationSeconds: 20,
    });
    const balancer = world.components[1];
    expect(['registered', 'healthy', 'under-way'].map((name) => balancer?.gauge(name))).toEqual([2, 1, 2]);
  });
});

describe('load balancer: deregistration', () => {
  const leaves: Line = { at: 2, instance: 0, deed: 'deregisters' };

  it('lets what is under way finish, sends nothing new, and is done early when nothing is open any more', () => {
    const { tell } = runCase({ times: [1, 3], takes: 5, script: [...twoTargets, leaves] });
    expect(tell(['request.routed', 'target.deregistered', 'target.drained'])).toEqual([
      '1.100 balancer request.routed upload 0 to instance 0 of servers',
      '2.000 balancer target.deregistered servers instance 0 with 1 under way',
      '3.100 balancer request.routed upload 1 to instance 1 of servers',
      '6.300 balancer target.drained servers instance 0',
    ]);
    expect(tell(outcomes, 'people')).toEqual([
      '6.400 people upload.accepted upload 0',
      '8.400 people upload.accepted upload 1',
    ]);
    expect(heardByGroups()).toContain('6.300 servers instance 0 is drained');
  });

  it('is drained at once where nothing is open', () => {
    const { tell } = runCase({ script: [...twoTargets, leaves], durationSeconds: 10 });
    expect(tell(['target.drained'])).toEqual(['2.000 balancer target.drained servers instance 0']);
  });

  it('answers 502 to what is still open at the end of the delay', () => {
    const { tell, world } = runCase({
      times: [0.5, 1, 12],
      takes: 30,
      params: { deregistrationDelaySeconds: 8 },
      script: [registers(0), leaves, registers(1, 11)],
      durationSeconds: 44,
    });
    expect(tell(['target.drained'])).toEqual(['10.000 balancer target.drained servers instance 0 with 2 under way']);
    expect(tell(outcomes, 'people')).toEqual([
      '10.100 people upload.refused upload 0 because bad-gateway',
      '10.100 people upload.refused upload 1 because bad-gateway',
      '42.400 people upload.accepted upload 2',
    ]);
    expect(world.messages.live).toBe(0);
  });

  it('cuts everything off at once with a delay of 0', () => {
    const { tell } = runCase({
      times: [1],
      takes: 30,
      params: { deregistrationDelaySeconds: 0 },
      script: [registers(0), leaves],
    });
    expect(tell(outcomes, 'people')).toEqual(['2.100 people upload.refused upload 0 because bad-gateway']);
  });

  it('checks nobody who is draining', () => {
    const { tell } = runCase({ times: [1], takes: 20, script: [registers(0), leaves], durationSeconds: 19 });
    expect(tell(['message.sent']).filter((line) => line.includes('check'))).toEqual([
      '0.000 balancer message.sent check to servers arrives 0.100',
    ]);
  });

  it('begins anew with a target that is registered again while it drains', () => {
    const { tell } = runCase({
      times: [1, 5],
      takes: 10,
      params: { deregistrationDelaySeconds: 6 },
      script: [registers(0), leaves, registers(0, 4)],
    });
    expect(tell(health)).toEqual([
      '0.000 balancer target.registered servers instance 0',
      '0.200 balancer target.healthy servers instance 0',
      '2.000 balancer target.deregistered servers instance 0 with 1 under way',
      '4.000 balancer target.registered servers instance 0 with 1 under way',
      '4.200 balancer target.healthy servers instance 0 with 1 under way',
    ]);
    expect(tell(outcomes, 'people').length).toBe(2);
  });

  it('cuts off only what is open: what was answered before stays as it was', () => {
    const { tell } = runCase({
      times: [0.5, 1.1, 1.5],
      takes: 1,
      params: { deregistrationDelaySeconds: 0.5 },
      script: [registers(0), leaves],
    });
    expect(tell(['target.drained'])).toEqual(['2.500 balancer target.drained servers instance 0 with 1 under way']);
    expect(tell(outcomes, 'people')).toEqual([
      '1.900 people upload.accepted upload 0',
      '2.500 people upload.accepted upload 1',
      '2.600 people upload.refused upload 2 because bad-gateway',
    ]);
  });

  it('hears a second deregistration as none', () => {
    const { tell } = runCase({
      times: [1],
      takes: 30,
      params: { deregistrationDelaySeconds: 8 },
      script: [registers(0), leaves, { ...leaves, at: 4 }],
    });
    expect(tell(['target.deregistered', 'target.drained'])).toEqual([
      '2.000 balancer target.deregistered servers instance 0 with 1 under way',
      '10.000 balancer target.drained servers instance 0 with 1 under way',
    ]);
  });

  it('gives a target that leaves a second time its whole delay', () => {
    const { tell } = runCase({
      times: [1],
      takes: 30,
      params: { deregistrationDelaySeconds: 6 },
      script: [registers(0), leaves, registers(0, 4), { ...leaves, at: 5 }],
    });
    expect(tell(['target.drained'])).toEqual(['11.000 balancer target.drained servers instance 0 with 1 under way']);
  });

  it('gives every target its own delay, also in the place of one that left early', () => {
    const { tell } = runCase({
      times: [1, 5.5],
      takes: 3,
      params: { deregistrationDelaySeconds: 6 },
      script: [
        registers(0),
        leaves,
        registers(1, 5),
        { at: 5.8, instance: 1, deed: 'hangs' },
        { at: 6, instance: 1, deed: 'vanishes' },
        { at: 6.5, instance: 1, deed: 'deregisters' },
      ],
    });
    expect(tell(['target.drained'])).toEqual([
      '4.300 balancer target.drained servers instance 0',
      '12.500 balancer target.drained servers instance 1 with 1 under way',
    ]);
  });

  it('takes an instance back that was gone, as a new target', () => {
    const { tell } = runCase({ script: [registers(0), leaves, registers(0, 4)], durationSeconds: 10 });
    expect(tell(health).slice(-2)).toEqual([
      '4.000 balancer target.registered servers instance 0',
      '4.200 balancer target.healthy servers instance 0',
    ]);
  });

  it('forgets the failures of a target that is registered again while it drains', () => {
    const { tell } = runCase({
      times: [1],
      takes: 30,
      script: [registers(0), { at: 2, instance: 0, deed: 'ails' }, { ...leaves, at: 6 }, registers(0, 7)],
      durationSeconds: 9,
    });
    // One failed check at 5 s, one at 7 s, and two in a row would be too many.
    expect(tell(['target.unhealthy'])).toEqual([]);
  });

  it('tells the group that an instance it never knew is drained', () => {
    runCase({ script: [leaves] });
    expect(heardByGroups()).toEqual(['2.000 servers instance 0 is drained']);
  });

  it('refuses instances of a group that no link leads to', () => {
    play([registers(0, 1, 0, 'strangers')]);
    const nodes = [people(), component('balancer', 'load-balancer'), group('servers'), group('strangers')];
    const world = createSimulation(aScenario(nodes, ['people balancer', 'balancer servers']));
    expect(() => world.runUntil(seconds(5))).toThrow(
      'no link leads from "balancer" to the group that registers instances',
    );
  });
});

describe('load balancer: slow start', () => {
  /** Twenty requests a second, and a second target from 10 s on. */
  const times = Array.from({ length: 20 * 60 }, (_, n) => 1 + n / 20);
  const slow = { slowStartSeconds: 30 };

  /** Share of the requests of each ten seconds from 10 s on that went to instance 1. */
  function shares(params: Params, script: readonly Line[]): number[] {
    const routed = runCase({ times, takes: 0, params, script }).tell(['request.routed']);
    return [10, 20, 30, 40, 50].map((from) => {
      const inTen = routed.filter((line) => Number.parseFloat(line) >= from && Number.parseFloat(line) < from + 10);
      return inTen.filter((line) => line.includes('instance 1')).length / inTen.length;
    });
  }

  it('lets the share of a new target rise in a straight line to that of the others', () => {
    // Averages of w / (1 + w) over thirds of a line from 0 to 1: 1 − 3 × ln(4/3) = 0.137, 0.331 and 0.453.
    const found = shares(slow, [registers(0), registers(1, 10)]);
    [0.137, 0.331, 0.453, 0.5, 0.5].forEach((share, n) => {
      expect(Math.abs((found[n] as number) - share)).toBeLessThan(0.01);
    });
  });

  it('gives a new target its full share at once without it', () => {
    for (const share of shares({}, [registers(0), registers(1, 10)])) expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
  });

  it('begins only if another target is healthy and out of it: those that come together, or alone, do not', () => {
    const together = shares(slow, [registers(0, 9), registers(1, 9)]);
    for (const share of together) expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
    expect(shares(slow, [registers(1, 10)])).toEqual([1, 1, 1, 1, 1]);
  });

  it('begins anew for a target that was unhealthy and is healthy again', () => {
    const script: Line[] = [
      ...twoTargets,
      { at: 1, instance: 1, deed: 'ails' },
      { at: 12, instance: 1, deed: 'serves' },
    ];
    const found = shares(slow, script);
    // Healthy again at 20.2 s: out until then, with a share that rises from then on.
    expect(found[0]).toBeLessThan(0.02);
    expect(found[1]).toBeLessThan(0.16);
    expect(found[2]).toBeGreaterThan(0.3);
  });

  it('ends when the target becomes unhealthy: failing open, all share alike', () => {
    const script: Line[] = [
      registers(0),
      registers(1, 10),
      { at: 11, instance: 0, deed: 'ails' },
      { at: 11, instance: 1, deed: 'ails' },
    ];
    expect(Math.abs((shares(slow, script)[2] as number) - 0.5)).toBeLessThan(0.02);
  });

  it('weighs the random choice as well', () => {
    const found = shares({ ...slow, algorithm: 'weighted-random' }, [registers(0), registers(1, 10)]);
    // Of 200 requests each share has a standard deviation of at most 0.035; five of them.
    [0.137, 0.331, 0.453, 0.5, 0.5].forEach((share, n) => {
      expect(Math.abs((found[n] as number) - share)).toBeLessThan(0.177);
    });
    expect(found[0]).toBeLessThan(found[2] as number);
  });
});

describe('load balancer: a copy in mid-flight', () => {
  it('goes on exactly as the original', () => {
    const script: Line[] = [
      ...threeTargets,
      { at: 3, instance: 1, deed: 'ails' },
      { at: 8, instance: 2, deed: 'deregisters' },
    ];
    play(script, 3);
    const params = { slowStartSeconds: 30, deregistrationDelaySeconds: 2 };
    const scenario = scenarioOf({ times: everySecond(30), params, script });
    const original = createSimulation(scenario);
    original.runUntil(seconds(8.5));
    const restOf = (world: World): string[] => {
      const recorder = new TraceRecorder();
      world.observe(recorder);
      world.runUntil(seconds(60));
      return linesOf(recorder.columns, planOf(scenario));
    };
    const branch = original.copy();
    const rest = restOf(branch);
    expect(rest.length).toBeGreaterThan(100);
    expect(restOf(original)).toEqual(rest);
  });
});
