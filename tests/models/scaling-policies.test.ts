/** Scaling policies by the rules of Amazon EC2 Auto Scaling: target tracking, its guards at zero, schedules, and several at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wantedBySteps, wantedByTracking, withWakeStep } from '../../src/models/instance-group/policies.ts';
import type { BacklogTracking, ScalingPolicy, StepScaling, UtilisationTracking } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type GroupParams = Parameters<typeof group>[1];

const byBacklog = (target: number, guard: BacklogTracking['guard'] = 'none'): BacklogTracking => ({
  kind: 'target-tracking',
  metric: 'backlog-per-instance',
  queue: 'queue',
  target,
  guard,
});
const byUtilisation = (target: number): UtilisationTracking => ({
  kind: 'target-tracking',
  metric: 'utilisation',
  target,
});
const byLength = (...steps: StepScaling['steps']): StepScaling => ({
  kind: 'step',
  queue: 'queue',
  metric: 'visible-and-in-flight',
  steps,
});

/** So many messages at second 1, for workers that take them for five seconds each. */
function workers(
  messages: number,
  scaling: ScalingPolicy[],
  params: GroupParams = {},
  interventions: Intervention[] = [],
) {
  const nodes = [
    people({ times: Array.from({ length: messages }, () => 1) }),
    group('front', {
      slotsPerInstance: 1000,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 600 }),
    group('workers', {
      queue: 'queue',
      steps: [{ step: 'process', work: [lasting(5)] }],
      minimum: 0,
      desired: 0,
      maximum: 20,
      pendingSeconds: 1,
      bootSeconds: 2,
      evaluationPeriodSeconds: 2,
      pointsToScaleIn: 1,
      scaling,
      ...params,
    }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue'], { interventions });
}

/** So many requests at second 1, for servers with four slots each that take for ever. */
function servers(
  requests: number,
  scaling: ScalingPolicy[],
  params: GroupParams = {},
  interventions: Intervention[] = [],
) {
  const nodes = [
    people({ times: Array.from({ length: requests }, () => 1) }),
    group('servers', {
      slotsPerInstance: 4,
      backlogLimit: 100,
      steps: [{ step: 'process', work: [lasting(1000)] }],
      minimum: 1,
      desired: 2,
      maximum: 10,
      pendingSeconds: 1,
      bootSeconds: 1,
      evaluationPeriodSeconds: 10,
      scaling,
      ...params,
    }),
  ];
  return aScenario(nodes, ['people servers'], { interventions });
}

const changes: Wanted = { only: ['desired.changed'] };
const long = [{ step: 'process', work: [lasting(600)] }] as const;

describe('target tracking on the backlog per instance', () => {
  it.each([
    [
      'as in the example of AWS: a target of 10, 10 instances and 150 messages, of which 10 are at work: 14 instances',
      workers(150, [byBacklog(10)], { desired: 10, steps: long }),
      changes,
      ['2.000 workers desired.changed from 10 to 14 at length 1400'],
    ],
    ['has no data at zero instances, and so never wakes an empty group', workers(20, [byBacklog(5)]), changes, []],
    [
      'divided by one at least, wakes an empty group when more than the target waits',
      workers(20, [byBacklog(5, 'at-least-one')]),
      changes,
      [
        '2.000 workers desired.changed from 0 to 4 at length 2000',
        '12.000 workers desired.changed from 4 to 3 at length 300',
        '16.000 workers desired.changed from 3 to 2 at length 300',
        '28.000 workers desired.changed from 2 to 1 at length 250',
        '54.000 workers desired.changed from 1 to 0 at length 0',
      ],
    ],
    [
      'divided by one at least, leaves what is less than the target lying there',
      workers(4, [byBacklog(5, 'at-least-one')]),
      changes,
      [],
    ],
    [
      'divided by one at least, takes the last ones away when nothing is visible, though they are at work',
      workers(1, [byBacklog(0.5, 'at-least-one')], { steps: [{ step: 'process', work: [lasting(15)] }] }),
      { only: ['desired.changed', 'instance.draining', 'job.finished'] },
      [
        '1.300 front job.finished upload 0 instance 0 job 0',
        '2.000 workers desired.changed from 0 to 2 at length 100',
        '6.000 workers desired.changed from 2 to 0 at length 0',
        '6.000 workers instance.draining instance 1',
        '6.000 workers instance.draining instance 0',
        '20.400 workers job.finished upload 0 instance 0 job 0',
      ],
    ],
    [
      'with a step alarm beside it, wakes at the first message, and keeps the last instance until nothing is at work either',
      workers(1, [byBacklog(5, 'wake-step')], { steps: [{ step: 'process', work: [lasting(15)] }] }),
      changes,
      [
        '2.000 workers desired.changed from 0 to 1 at length 100',
        '22.000 workers desired.changed from 1 to 0 at length 0',
      ],
    ],
    [
      'with a step alarm beside it, goes on from the first instance in proportion',
      workers(20, [byBacklog(5, 'wake-step')]),
      changes,
      [
        '2.000 workers desired.changed from 0 to 1 at length 2000',
        '6.000 workers desired.changed from 1 to 4 at length 1900',
        '12.000 workers desired.changed from 4 to 3 at length 375',
        '20.000 workers desired.changed from 3 to 2 at length 300',
        '32.000 workers desired.changed from 2 to 1 at length 250',
      ],
    ],
    [
      'scales out only after so many points in a row above the target',
      workers(20, [byBacklog(5)], { desired: 1, pointsToScaleOut: 3, steps: long }),
      changes,
      ['6.000 workers desired.changed from 1 to 4 at length 1900'],
    ],
    [
      'scales in only after so many points in a row below the lower line',
      workers(0, [byBacklog(5)], { desired: 4, pointsToScaleIn: 3 }),
      changes,
      ['6.000 workers desired.changed from 4 to 0 at length 0'],
    ],
    [
      'does not scale in between the lower line and the target',
      workers(12, [byBacklog(5)], { desired: 2, scaleInBelowShare: 0.9, steps: long, maximum: 2 }),
      changes,
      [],
    ],
    [
      'leaves out of the metric what warms up, but counts it as there: no more are launched for the same backlog',
      workers(40, [byBacklog(5)], { desired: 2, warmUpSeconds: 10, steps: long }),
      changes,
      [
        '2.000 workers desired.changed from 2 to 8 at length 1900',
        '16.000 workers desired.changed from 8 to 7 at length 400',
      ],
    ],
    [
      'does not wait for the cooldown',
      workers(20, [byBacklog(5)], {
        desired: 1,
        cooldownSeconds: 3600,
        steps: [{ step: 'process', work: [lasting(10)] }],
      }),
      changes,
      [
        '2.000 workers desired.changed from 1 to 4 at length 1900',
        '12.000 workers desired.changed from 4 to 3 at length 375',
        '26.000 workers desired.changed from 3 to 2 at length 300',
        '48.000 workers desired.changed from 2 to 1 at length 250',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted as Wanted)).toEqual(expected);
  });
});

describe('target tracking on utilisation', () => {
  it.each([
    [
      'averages over the period since the last look: 8 of 8 slots for 8.9 of 10 seconds',
      servers(8, [byUtilisation(50)]),
      ['10.000 servers desired.changed from 2 to 4 at length 89'],
    ],
    ['rounds up', servers(5, [byUtilisation(50)]), ['10.000 servers desired.changed from 2 to 3 at length 56']],
    [
      'scales in after its points below the line',
      servers(2, [byUtilisation(50)], { desired: 4, pointsToScaleIn: 2 }),
      ['20.000 servers desired.changed from 4 to 1 at length 13'],
    ],
    [
      'leaves out what was not in service and warm for the whole period',
      servers(40, [byUtilisation(50)], { warmUpSeconds: 15 }),
      [
        '10.000 servers desired.changed from 2 to 4 at length 89',
        '40.000 servers desired.changed from 4 to 8 at length 100',
      ],
    ],
    [
      'looks first at its phase, then once a period',
      servers(40, [byUtilisation(50)], { evaluationPhaseSeconds: 3 }),
      [
        '3.000 servers desired.changed from 2 to 3 at length 63',
        '13.000 servers desired.changed from 3 to 4 at length 100',
        '23.000 servers desired.changed from 4 to 6 at length 100',
        '33.000 servers desired.changed from 6 to 8 at length 100',
        '43.000 servers desired.changed from 8 to 10 at length 100',
      ],
    ],
  ])('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, changes)).toEqual(expected);
  });
});

describe('scaling in', () => {
  it.each([
    [
      'waits while instances that were launched before still warm up',
      workers(3, [byLength({ from: 0, adjust: 'exact', instances: 0 }, { from: 1, adjust: 'exact', instances: 3 })], {
        cooldownSeconds: 0,
        warmUpSeconds: 20,
      }),
      [
        '2.000 workers desired.changed from 0 to 3 at length 3',
        '26.000 workers desired.changed from 3 to 0 at length 0',
      ],
    ],
    [
      'is done only if all policies say so; scaling out if any does, as far as the one that wants most',
      workers(
        20,
        [
          byBacklog(5),
          byLength({ from: 0, adjust: 'exact', instances: 1 }, { from: 1, adjust: 'exact', instances: 3 }),
        ],
        {
          desired: 1,
          cooldownSeconds: 0,
          steps: [{ step: 'process', work: [lasting(3)] }],
        },
      ),
      [
        '2.000 workers desired.changed from 1 to 4 at length 1900',
        '6.000 workers desired.changed from 4 to 3 at length 375',
        '26.000 workers desired.changed from 3 to 1 at length 0',
      ],
    ],
    [
      'is held by a policy without data, here because no instance is in service',
      workers(
        0,
        [byBacklog(5), byLength({ from: 0, adjust: 'exact', instances: 1 })],
        { desired: 2, cooldownSeconds: 0 },
        [{ kind: 'fault', fault: 'crash', target: 'workers', atSeconds: 1 }],
      ),
      [],
    ],
  ])('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, changes)).toEqual(expected);
  });
});

describe('a schedule', () => {
  it.each([
    [
      'sets desired, once or again and again, within the bounds',
      servers(0, [
        {
          kind: 'scheduled',
          actions: [
            { atSeconds: 5, desired: 3 },
            { atSeconds: 10, everySeconds: 20, desired: 1 },
            { atSeconds: 20, everySeconds: 20, desired: 99 },
          ],
        },
      ]),
      [
        '5.000 servers desired.changed from 2 to 3 by schedule',
        '10.000 servers desired.changed from 3 to 1 by schedule',
        '20.000 servers desired.changed from 1 to 10 by schedule',
        '30.000 servers desired.changed from 10 to 1 by schedule',
        '40.000 servers desired.changed from 1 to 10 by schedule',
        '50.000 servers desired.changed from 10 to 1 by schedule',
        '60.000 servers desired.changed from 1 to 10 by schedule',
      ],
    ],
    [
      'sets the bounds too, and desired goes with them',
      servers(0, [
        {
          kind: 'scheduled',
          actions: [
            { atSeconds: 5, minimum: 4 },
            { atSeconds: 15, minimum: 0, maximum: 3 },
          ],
        },
      ]),
      [
        '5.000 servers desired.changed from 2 to 4 by schedule',
        '15.000 servers desired.changed from 4 to 3 by schedule',
      ],
    ],
    [
      'and a hand may both turn desired; turning something else leaves it where it is',
      servers(0, [{ kind: 'scheduled', actions: [{ atSeconds: 5, desired: 3 }] }], {}, [
        { kind: 'set', target: 'servers', parameter: 'desired', value: 4, atSeconds: 10 },
        { kind: 'set', target: 'servers', parameter: 'bootSeconds', value: 4, atSeconds: 20 },
        { kind: 'set', target: 'servers', parameter: 'maximum', value: 2, atSeconds: 30 },
      ]),
      [
        '5.000 servers desired.changed from 2 to 3 by schedule',
        '10.000 servers desired.changed from 3 to 4 by hand',
        '30.000 servers desired.changed from 4 to 2 by hand',
      ],
    ],
  ])('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, changes)).toEqual(expected);
  });
});

describe('a change by a step policy', () => {
  const add = byLength({ from: 1, adjust: 'change', instances: 2 }, { from: 50, adjust: 'change', instances: 5 });

  it.each([
    ['is added to the instances that are warm', 10, 4, 0, 6],
    ['is done already where as many still warm up', 10, 6, 2, 6],
    ['of a higher step counts what warms up as a part of it', 60, 6, 2, 9],
    ['never takes away what was launched by another', 10, 9, 5, 9],
  ])('%s', (_, length, desired, warming, wanted) => {
    expect(wantedBySteps(add, length, desired, warming)).toBe(wanted);
  });
});

describe('the number that target tracking asks for', () => {
  const load = fc.integer({ min: 0, max: 10_000 });
  const some = fc.integer({ min: 1, max: 100 });

  const asks = (target: number, whole: number, instances: number, desired: number): number => {
    const tracking = { target, lowShare: 0.9, pointsToScaleOut: 1, pointsToScaleIn: 1 };
    return wantedByTracking(tracking, { above: 0, below: 0 }, { load: whole, instances }, desired);
  };

  it('is the least that brings the load to the target, where the load is above it', () => {
    fc.assert(
      fc.property(some, load, some, (target, whole, instances) => {
        fc.pre(whole / instances > target);
        const wanted = asks(target, whole, instances, instances);
        expect(whole / wanted).toBeLessThanOrEqual(target);
        expect(whole / (wanted - 1)).toBeGreaterThan(target);
      }),
    );
  });

  it('never brings the load above the target when it scales in', () => {
    fc.assert(
      fc.property(some, load, some, (target, whole, instances) => {
        const wanted = asks(target, whole, instances, instances);
        fc.pre(wanted < instances && whole > 0);
        expect(whole / wanted).toBeLessThanOrEqual(target);
      }),
    );
  });

  it('is the present one between the lower line and the target', () => {
    expect(asks(5, 93, 20, 20)).toBe(20); // 4.65 for each; in proportion 19 would do
    expect(asks(5, 89, 20, 20)).toBe(18); // 4.45: below nine tenths of the target
  });

  it('is the present one without data, however often that is so', () => {
    const points = { above: 5, below: 5 };
    const tracking = { target: 1, lowShare: 0.9, pointsToScaleOut: 1, pointsToScaleIn: 1 };
    expect(wantedByTracking(tracking, points, { load: 100, instances: 0 }, 7)).toBe(7);
    expect(points).toEqual({ above: 0, below: 0 });
  });

  it.each([
    ['a message wakes an empty group', 0, 0, 1, 1, 1],
    ['nothing wakes it where nothing is visible', 0, 0, 0, 3, 0],
    ['the last one stays while something is at work', 0, 1, 0, 1, 1],
    ['the last one goes when nothing is', 0, 1, 0, 0, 0],
    ['more are as tracking says', 5, 3, 9, 9, 5],
  ])('and a step alarm beside it: %s', (_, tracked, desired, visible, all, wanted) => {
    expect(withWakeStep(tracked, desired, visible, all)).toBe(wanted);
  });
});
