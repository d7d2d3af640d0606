import { describe, expect, it } from 'vitest';
import { wantedBySteps } from '../../src/models/instance-group/policies.ts';
import type { ScalingStep, StepScaling } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

const policy = (...steps: ScalingStep[]): StepScaling => ({
  kind: 'step',
  queue: 'queue',
  metric: 'visible-and-in-flight',
  steps,
});
const exact = (from: number, instances: number): ScalingStep => ({ from, adjust: 'exact', instances });
const change = (from: number, instances: number): ScalingStep => ({ from, adjust: 'change', instances });

describe('a step policy', () => {
  const steps = policy(exact(0, 0), exact(1, 2), change(10, 3), change(20, -1));

  it.each([
    [0, 5, 0],
    [1, 0, 2],
    [9, 7, 2],
    [10, 7, 10],
    [19, 1, 4],
    [20, 4, 3],
    [1000, 4, 3],
  ])('at length %i with %i instances asks for %i', (length, desired, wanted) => {
    expect(wantedBySteps(steps, length, desired, 0)).toBe(wanted);
  });

  it('has nothing to say below its first step', () => {
    expect(wantedBySteps(policy(exact(3, 9)), 2, 4, 0)).toBeNull();
  });
});

/** As many messages at each time as it stands there, for workers that process for five seconds. */
function scenarioWith(times: number[], workers: Parameters<typeof group>[1], interventions: Intervention[] = []) {
  const nodes = [
    people({ times }),
    group('front', {
      slotsPerInstance: 10,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    }),
    component('queue', 'queue'),
    group('workers', {
      queue: 'queue',
      steps: [{ step: 'process', work: [lasting(5)] }],
      minimum: 0,
      desired: 0,
      maximum: 10,
      pendingSeconds: 1,
      bootSeconds: 2,
      evaluationPeriodSeconds: 2,
      cooldownSeconds: 0,
      ...workers,
    }),
  ];
  return aScenario(nodes, ['people front', 'front queue', 'workers queue'], { interventions });
}

const growing = policy(exact(0, 0), exact(1, 1), exact(2, 2), exact(3, 3));
const changes: Wanted = { only: ['desired.changed'] };

describe('scaling', () => {
  it.each([
    [
      'looks once a period, and follows the length up and down',
      scenarioWith([1, 1, 1], { scaling: [growing] }),
      [
        '2.000 workers desired.changed from 0 to 3 at length 3',
        // In service at 5, the three workers delete their messages at 10.3.
        '12.000 workers desired.changed from 3 to 0 at length 0',
      ],
    ],
    [
      'counts only what is visible where the policy says so',
      scenarioWith([1, 1, 1], { scaling: [{ ...growing, metric: 'visible' }] }),
      [
        '2.000 workers desired.changed from 0 to 3 at length 3',
        '6.000 workers desired.changed from 3 to 0 at length 0',
      ],
    ],
    [
      'stays between minimum and maximum whatever the policy asks for',
      scenarioWith([1, 1, 1], { scaling: [growing], minimum: 1, desired: 1, maximum: 2 }),
      [
        '2.000 workers desired.changed from 1 to 2 at length 3',
        '12.000 workers desired.changed from 2 to 1 at length 0',
      ],
    ],
    [
      'waits for the cooldown after a change before the next one',
      scenarioWith([1, 3, 5], {
        scaling: [growing],
        cooldownSeconds: 7,
        steps: [{ step: 'process', work: [lasting(60)] }],
      }),
      [
        '2.000 workers desired.changed from 0 to 1 at length 1',
        '10.000 workers desired.changed from 1 to 3 at length 3',
      ],
    ],
    [
      'adds the change of a step as long as the length stays there, and counts what still warms up as a part of it',
      scenarioWith([1], { scaling: [policy(change(0, -1), change(1, 2))], maximum: 5 }),
      [
        '2.000 workers desired.changed from 0 to 2 at length 1',
        '6.000 workers desired.changed from 2 to 4 at length 1',
        '10.000 workers desired.changed from 4 to 5 at length 1',
        '14.000 workers desired.changed from 5 to 4 at length 0',
        '16.000 workers desired.changed from 4 to 3 at length 0',
        '18.000 workers desired.changed from 3 to 2 at length 0',
        '20.000 workers desired.changed from 2 to 1 at length 0',
        '22.000 workers desired.changed from 1 to 0 at length 0',
      ],
    ],
    [
      'takes a desired that is turned by hand, until the policy says otherwise',
      scenarioWith([], { scaling: [growing], cooldownSeconds: 5 }, [
        { kind: 'set', target: 'workers', parameter: 'desired', value: 2, atSeconds: 3 },
      ]),
      ['3.000 workers desired.changed from 0 to 2 by hand', '8.000 workers desired.changed from 2 to 0 at length 0'],
    ],
    [
      'keeps the desired of the policy when another parameter is turned',
      scenarioWith([1], { scaling: [growing], steps: [{ step: 'process', work: [lasting(60)] }] }, [
        { kind: 'set', target: 'workers', parameter: 'maximum', value: 5, atSeconds: 10 },
      ]),
      ['2.000 workers desired.changed from 0 to 1 at length 1'],
    ],
    [
      'counts instances that are down as there: a crash brings no new ones',
      scenarioWith([1, 1], { scaling: [growing] }, [
        { kind: 'fault', fault: 'crash', target: 'workers', atSeconds: 6 },
      ]),
      ['2.000 workers desired.changed from 0 to 2 at length 2'],
    ],
  ] as const)('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, changes)).toEqual(expected);
  });

  it('launches what is missing, pending, then starting, then in service, and takes away what is too much', () => {
    const wanted: Wanted = {
      at: 'workers',
      without: ['message.sent', 'step.began', 'step.finished', 'upload.watchable'],
    };
    expect(factsOf(scenarioWith([1, 3.5], { scaling: [growing] }), wanted)).toEqual([
      '2.000 workers desired.changed from 0 to 1 at length 1',
      '2.000 workers instance.launched instance 0 in service at 5.000',
      '3.000 workers instance.running instance 0 in service at 5.000',
      '4.000 workers desired.changed from 1 to 2 at length 2',
      '4.000 workers instance.launched instance 1 in service at 7.000',
      '5.000 workers instance.in-service instance 0',
      '5.000 workers instance.running instance 1 in service at 7.000',
      '5.200 workers job.began upload 0 instance 0 job 0',
      '7.000 workers instance.in-service instance 1',
      '7.200 workers job.began upload 1 instance 1 job 1',
      '10.400 workers job.finished upload 0 instance 0 job 0',
      '12.000 workers desired.changed from 2 to 1 at length 1',
      // The idle one goes; its poll is hung up.
      '12.000 workers instance.draining instance 0',
      '12.000 workers instance.gone instance 0',
      '12.400 workers job.finished upload 1 instance 1 job 1',
      '14.000 workers desired.changed from 1 to 0 at length 0',
      '14.000 workers instance.draining instance 1',
      '14.000 workers instance.gone instance 1',
    ]);
  });
});
