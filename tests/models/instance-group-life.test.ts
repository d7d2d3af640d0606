/** How instances come and go by the rules of Auto Scaling: zones, draining, who goes first, protection, replacement. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

type GroupParams = Parameters<typeof group>[1];
type Rest = Parameters<typeof aScenario>[2];

const fast = { minimum: 0, maximum: 9, pendingSeconds: 1, bootSeconds: 1 } as const;

/** Instances that are there in two seconds and process for two. */
function servers(times: number[], params: GroupParams = {}, interventions: Intervention[] = [], rest: Rest = {}) {
  const nodes = [people({ times }), group('servers', { ...fast, ...params })];
  return aScenario(nodes, ['people servers'], { interventions, ...rest });
}

/** The same behind a load balancer. */
function balanced(
  times: number[],
  params: GroupParams,
  interventions: Intervention[] = [],
  balancer = {},
  rest: Rest = {},
) {
  const nodes = [
    people({ times }),
    component('balancer', 'load-balancer', balancer),
    group('servers', { ...fast, loadBalancer: 'balancer', ...params }),
  ];
  return aScenario(nodes, ['people balancer', 'balancer servers'], { interventions, ...rest });
}

const crash = (atSeconds: number, untilSeconds: number): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target: 'servers',
  atSeconds,
  untilSeconds,
});

const desire = (value: number, atSeconds: number): Intervention => ({
  kind: 'set',
  target: 'servers',
  parameter: 'desired',
  value,
  atSeconds,
});

const comings: Wanted = { only: ['instance.launched', 'instance.draining', 'desired.changed'] };
const goings: Wanted = { only: ['job.began', 'instance.draining', 'desired.changed'] };
const brief: Wanted = {
  without: [
    'instance.launched',
    'instance.running',
    'instance.in-service',
    'message.sent',
    'upload.started',
    'step.began',
    'step.finished',
    'upload.watchable',
    'request.given-up',
    'parameter.set',
  ],
};
const lives: Wanted = { at: 'servers', without: ['instance.running', 'message.sent'] };

const long = [{ step: 'process', work: [lasting(600)] }] as const;

describe('zones', () => {
  it.each([
    [
      'a new instance goes to the zone with the fewest',
      servers([], { zones: 3, desired: 2 }, [desire(5, 1), desire(3, 20), desire(4, 30)]),
      comings,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.launched instance 1 in service at 0.000 zone 1',
        '1.000 servers desired.changed from 2 to 5 by hand',
        '1.000 servers instance.launched instance 2 in service at 3.000 zone 2',
        '1.000 servers instance.launched instance 3 in service at 3.000',
        '1.000 servers instance.launched instance 4 in service at 3.000 zone 1',
        '20.000 servers desired.changed from 5 to 3 by hand',
        '20.000 servers instance.draining instance 0',
        '20.000 servers instance.draining instance 1',
        '30.000 servers desired.changed from 3 to 4 by hand',
        '30.000 servers instance.launched instance 5 in service at 32.000',
      ],
    ],
    [
      'balance comes first: by default one of the largest zone goes, even if another is nearer to its next hour',
      servers([], { zones: 2, desired: 2, terminationPolicy: 'default' }, [
        desire(3, 10),
        desire(2, 20),
        desire(3, 30),
        desire(2, 40),
      ]),
      comings,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.launched instance 1 in service at 0.000 zone 1',
        '10.000 servers desired.changed from 2 to 3 by hand',
        '10.000 servers instance.launched instance 2 in service at 12.000',
        '20.000 servers desired.changed from 3 to 2 by hand',
        '20.000 servers instance.draining instance 0',
        '30.000 servers desired.changed from 2 to 3 by hand',
        '30.000 servers instance.launched instance 3 in service at 32.000',
        '40.000 servers desired.changed from 3 to 2 by hand',
        '40.000 servers instance.draining instance 2',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('the balance of the zones', () => {
  const uneven = { zones: 2, desired: 3, steps: long } as const;
  const only: Wanted = { only: ['instance.draining'] };

  it('comes before the age of the instances', () => {
    // At 12 s the second zone has the oldest, number 1, and nothing else; the first has 2 and 3.
    const scenario = servers([], { ...uneven, terminationPolicy: 'oldest' }, [
      desire(2, 1),
      desire(3, 2),
      desire(2, 12),
    ]);
    expect(factsOf(scenario, only)).toEqual([
      '1.000 servers instance.draining instance 0',
      '12.000 servers instance.draining instance 2',
    ]);
  });

  it('comes before how busy the instances are', () => {
    // Numbers 0 and 2 in the first zone have two and one at work, number 1 in the second has one.
    const scenario = servers([1, 1, 1, 1], { ...uneven, slotsPerInstance: 2, terminationPolicy: 'idle-first' }, [
      desire(2, 3),
    ]);
    expect(factsOf(scenario, only)).toEqual(['3.000 servers instance.draining instance 2']);
  });
});

describe('when there are too many', () => {
  it.each([
    [
      'by default the one closest to its next billing hour goes first, at work or not',
      servers([], { desired: 1, terminationPolicy: 'default' }, [desire(2, 100), desire(1, 3650)], {
        durationSeconds: 3700,
      }),
      goings,
      [
        '100.000 servers desired.changed from 1 to 2 by hand',
        '3650.000 servers desired.changed from 2 to 1 by hand',
        '3650.000 servers instance.draining instance 1',
      ],
    ],
    [
      'by default the older one goes first within the hour',
      servers([], { desired: 1, terminationPolicy: 'default' }, [desire(2, 100), desire(1, 3500)], {
        durationSeconds: 3700,
      }),
      goings,
      [
        '100.000 servers desired.changed from 1 to 2 by hand',
        '3500.000 servers desired.changed from 2 to 1 by hand',
        '3500.000 servers instance.draining instance 0',
      ],
    ],
    [
      'the oldest goes first if the policy says so',
      servers([1], { desired: 2, steps: long, terminationPolicy: 'oldest' }, [desire(1, 3)]),
      goings,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '3.000 servers desired.changed from 2 to 1 by hand',
        '3.000 servers instance.draining instance 0',
      ],
    ],
    [
      'the newest goes first if the policy says so',
      servers([1, 1], { desired: 2, steps: long, terminationPolicy: 'newest' }, [desire(1, 3)]),
      goings,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.100 servers job.began upload 1 instance 1 job 1',
        '3.000 servers desired.changed from 2 to 1 by hand',
        '3.000 servers instance.draining instance 1',
      ],
    ],
    [
      'an idle one goes first if the policy says so',
      servers([1], { desired: 2, steps: long, terminationPolicy: 'idle-first' }, [desire(1, 3)]),
      goings,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '3.000 servers desired.changed from 2 to 1 by hand',
        '3.000 servers instance.draining instance 1',
      ],
    ],
    [
      'one that is not up yet goes before all others under any policy',
      servers([], { desired: 1, bootSeconds: 10, terminationPolicy: 'oldest' }, [desire(2, 1), desire(1, 3)]),
      { only: ['instance.draining', 'instance.gone', 'desired.changed'] },
      [
        '1.000 servers desired.changed from 1 to 2 by hand',
        '3.000 servers desired.changed from 2 to 1 by hand',
        '3.000 servers instance.gone instance 1',
      ],
    ],
    [
      'and all are at work and protected, desired drops, nothing goes, and each goes once it is free',
      servers([1, 1.5], { desired: 2, protectAtWork: 'yes' }, [desire(0, 2)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.600 servers job.began upload 1 instance 1 job 1',
        '2.000 servers desired.changed from 2 to 0 by hand',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers instance.draining instance 0',
        '3.100 servers instance.gone instance 0',
        '3.200 people upload.accepted upload 0',
        '3.600 servers job.finished upload 1 instance 1 job 1',
        '3.600 servers instance.draining instance 1',
        '3.600 servers instance.gone instance 1',
        '3.700 people upload.accepted upload 1',
      ],
    ],
    [
      'the protected are passed over',
      servers([1], { desired: 2, protectAtWork: 'yes', terminationPolicy: 'oldest' }, [desire(1, 2)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '2.000 servers desired.changed from 2 to 1 by hand',
        '2.000 servers instance.draining instance 1',
        '2.000 servers instance.gone instance 1',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.200 people upload.accepted upload 0',
      ],
    ],
    [
      'and desired rises again before the protected are free, nothing has to go',
      servers([1, 1], { desired: 2, protectAtWork: 'yes' }, [desire(0, 2), desire(2, 2.5)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.100 servers job.began upload 1 instance 1 job 1',
        '2.000 servers desired.changed from 2 to 0 by hand',
        '2.500 servers desired.changed from 0 to 2 by hand',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers job.finished upload 1 instance 1 job 1',
        '3.200 people upload.accepted upload 0',
        '3.200 people upload.accepted upload 1',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('draining', () => {
  it.each([
    [
      'ends at its limit: what is still worked on is cut off, and its caller sees a reset',
      servers([1, 1.2], { desired: 1, slotsPerInstance: 2, drainLimitSeconds: 0.5 }, [desire(0, 2)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '1.300 servers job.began upload 1 instance 0 job 1',
        '2.000 servers desired.changed from 1 to 0 by hand',
        '2.000 servers instance.draining instance 0',
        '2.500 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.500 servers job.failed upload 1 instance 0 job 1 because connection-reset',
        '2.500 servers instance.gone instance 0',
        '2.600 people upload.refused upload 0 because connection-reset',
        '2.600 people upload.refused upload 1 because connection-reset',
      ],
    ],
    [
      'ends before its limit if the work does',
      servers([1], { desired: 1, drainLimitSeconds: 5 }, [desire(0, 2)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '2.000 servers desired.changed from 1 to 0 by hand',
        '2.000 servers instance.draining instance 0',
        '3.100 servers job.finished upload 0 instance 0 job 0',
        '3.100 servers instance.gone instance 0',
        '3.200 people upload.accepted upload 0',
      ],
    ],
    [
      'behind a load balancer begins with the end of registration, and lasts until nothing is open there',
      balanced([1], { desired: 1 }, [desire(0, 2)], { deregistrationDelaySeconds: 5 }),
      brief,
      [
        '0.000 balancer target.registered servers instance 0',
        '0.200 balancer target.healthy servers instance 0',
        '1.100 balancer request.routed upload 0 to instance 0 of servers',
        '1.200 servers job.began upload 0 instance 0 job 0',
        '2.000 servers desired.changed from 1 to 0 by hand',
        '2.000 servers instance.draining instance 0',
        '2.000 balancer target.deregistered servers instance 0 with 1 under way',
        '3.200 servers job.finished upload 0 instance 0 job 0',
        '3.300 balancer target.drained servers instance 0',
        '3.300 servers instance.gone instance 0',
        '3.400 people upload.accepted upload 0',
      ],
    ],
    [
      'behind a load balancer ends with the deregistration delay: what is still open is cut off, and nothing new begins',
      balanced([1, 1.2], { desired: 1 }, [desire(0, 2)], { deregistrationDelaySeconds: 0 }),
      brief,
      [
        '0.000 balancer target.registered servers instance 0',
        '0.200 balancer target.healthy servers instance 0',
        '1.100 balancer request.routed upload 0 to instance 0 of servers',
        '1.200 servers job.began upload 0 instance 0 job 0',
        '1.300 balancer request.routed upload 1 to instance 0 of servers',
        '1.400 servers request.waiting upload 1 as number 1',
        '2.000 servers desired.changed from 1 to 0 by hand',
        '2.000 servers instance.draining instance 0',
        '2.000 balancer target.deregistered servers instance 0 with 2 under way',
        '2.000 balancer target.drained servers instance 0 with 2 under way',
        '2.000 servers request.refused upload 1 because connection-reset',
        '2.000 servers message.taken upload 1 because connection-reset',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.000 servers message.taken upload 0 because connection-reset',
        '2.000 servers instance.gone instance 0',
        '2.100 people upload.refused upload 0 because bad-gateway',
        '2.100 people upload.refused upload 1 because bad-gateway',
      ],
    ],
    [
      'is no time at all without a lifecycle hook, as in reality: the request that is being worked on is reset',
      servers([1], { desired: 1, drainLimitSeconds: 0 }, [desire(0, 2)]),
      brief,
      [
        '1.100 servers job.began upload 0 instance 0 job 0',
        '2.000 servers desired.changed from 1 to 0 by hand',
        '2.000 servers instance.draining instance 0',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.000 servers instance.gone instance 0',
        '2.100 people upload.refused upload 0 because connection-reset',
      ],
    ],
    [
      'without a lifecycle hook waits for the load balancer all the same',
      balanced([1], { desired: 1, drainLimitSeconds: 0 }, [desire(0, 2)], { deregistrationDelaySeconds: 5 }),
      { at: 'servers', only: ['instance.draining', 'job.finished', 'job.failed', 'instance.gone'] },
      [
        '2.000 servers instance.draining instance 0',
        '3.200 servers job.finished upload 0 instance 0 job 0',
        '3.300 servers instance.gone instance 0',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

const replacing = { desired: 1, replaceUnhealthy: 'yes', healthCheckPeriodSeconds: 10, restartSeconds: 1 } as const;

describe('replacement of the unhealthy', () => {
  it.each([
    [
      'counts one that has left `running` at once, even in its grace period, at the next check; others come in its place',
      servers([], { ...replacing, healthGraceSeconds: 300 }, [crash(9.5, 10.5)]),
      lives,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '9.500 servers fault.began crash',
        '9.500 servers instance.crashed instance 0 with 0 jobs',
        '10.000 servers instance.unhealthy instance 0',
        '10.000 servers instance.gone instance 0',
        '10.000 servers instance.launched instance 1 in service at 12.000 in place of another',
        '10.500 servers fault.ended crash',
        '12.000 servers instance.in-service instance 1',
      ],
    ],
    [
      'goes on while what comes up goes down again; the first check is where its phase puts it',
      servers([], { ...replacing, healthCheckPhaseSeconds: 3 }, [crash(1, 15)]),
      lives,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '1.000 servers fault.began crash',
        '1.000 servers instance.crashed instance 0 with 0 jobs',
        '3.000 servers instance.unhealthy instance 0',
        '3.000 servers instance.gone instance 0',
        '3.000 servers instance.launched instance 1 in service at 5.000 in place of another',
        '5.000 servers instance.crashed instance 1 with 0 jobs',
        '13.000 servers instance.unhealthy instance 1',
        '13.000 servers instance.gone instance 1',
        '13.000 servers instance.launched instance 2 in service at 15.000 in place of another',
        '15.000 servers fault.ended crash',
        '15.000 servers instance.in-service instance 2',
      ],
    ],
    [
      'does not stop for protection',
      balanced(
        [20.5],
        { ...replacing, healthCheckPeriodSeconds: 21.5, protectAtWork: 'yes', healthGraceSeconds: 0 },
        [crash(2, 18.5)],
        {},
        { durationSeconds: 24 },
      ),
      { at: 'servers', without: ['message.sent', 'instance.running', 'step.began', 'step.finished', 'message.taken'] },
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 0 jobs',
        '18.500 servers fault.ended crash',
        '18.500 servers instance.launched instance 0 in service at 19.500 restarted',
        '19.500 servers instance.in-service instance 0',
        '20.700 servers job.began upload 0 instance 0 job 0',
        '21.500 servers instance.unhealthy instance 0',
        '21.500 servers instance.draining instance 0',
        '21.500 servers instance.launched instance 1 in service at 23.500 in place of another',
        '22.700 servers upload.watchable upload 0',
        '22.700 servers job.finished upload 0 instance 0 job 0',
        '22.800 servers instance.gone instance 0',
        '23.500 servers instance.in-service instance 1',
      ],
    ],
    [
      'heeds what the load balancer finds: well again, but not yet found so, an instance is replaced',
      balanced([], { ...replacing, healthCheckPeriodSeconds: 20, healthGraceSeconds: 0 }, [crash(2, 18.5)]),
      lives,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 0 jobs',
        '18.500 servers fault.ended crash',
        '18.500 servers instance.launched instance 0 in service at 19.500 restarted',
        '19.500 servers instance.in-service instance 0',
        '20.000 servers instance.unhealthy instance 0',
        '20.000 servers instance.draining instance 0',
        '20.000 servers instance.launched instance 1 in service at 22.000 in place of another',
        '20.000 servers instance.gone instance 0',
        '20.100 servers message.taken because connection-refused',
        '22.000 servers instance.in-service instance 1',
      ],
    ],
    [
      'leaves an instance alone for its grace period, whatever the load balancer finds',
      balanced([], { ...replacing, healthCheckPeriodSeconds: 20, healthGraceSeconds: 10 }, [crash(2, 18.5)]),
      lives,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 0 jobs',
        '18.500 servers fault.ended crash',
        '18.500 servers instance.launched instance 0 in service at 19.500 restarted',
        '19.500 servers instance.in-service instance 0',
      ],
    ],
    [
      'is not done where it is not asked for',
      servers([], { ...replacing, replaceUnhealthy: 'no' }, [crash(2, 25)]),
      lives,
      [
        '0.000 servers instance.launched instance 0 in service at 0.000',
        '0.000 servers instance.in-service instance 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 0 jobs',
        '25.000 servers fault.ended crash',
        '25.000 servers instance.launched instance 0 in service at 26.000 restarted',
        '26.000 servers instance.in-service instance 0',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('behind a load balancer', () => {
  it.each([
    [
      'an instance is registered when it comes into service, and gets requests once it has passed a check',
      balanced([1, 4], { desired: 0 }, [desire(1, 1)], {}),
      { without: ['message.sent', 'step.began', 'step.finished', 'parameter.set', 'request.given-up'] },
      [
        '1.000 servers desired.changed from 0 to 1 by hand',
        '1.000 servers instance.launched instance 0 in service at 3.000',
        '1.000 people upload.started upload 0 60 s 60 MB',
        '1.100 balancer request.refused upload 0 because no-target',
        '1.200 people upload.refused upload 0 because no-target',
        '2.000 servers instance.running instance 0 in service at 3.000',
        '3.000 servers instance.in-service instance 0',
        '3.000 balancer target.registered servers instance 0',
        '3.200 balancer target.healthy servers instance 0',
        '4.000 people upload.started upload 1 60 s 60 MB',
        '4.100 balancer request.routed upload 1 to instance 0 of servers',
        '4.200 servers job.began upload 1 instance 0 job 0',
        '6.200 servers upload.watchable upload 1',
        '6.200 servers job.finished upload 1 instance 0 job 0',
        '6.400 people upload.accepted upload 1',
      ],
    ],
    [
      'an instance is registered once, though it crashes and comes back',
      balanced([], { desired: 1, restartSeconds: 1 }, [crash(2, 3)]),
      { only: ['instance.in-service', 'target.registered'] },
      [
        '0.000 servers instance.in-service instance 0',
        '0.000 balancer target.registered servers instance 0',
        '4.000 servers instance.in-service instance 0',
      ],
    ],
    [
      'every instance has slots and a backlog of its own',
      balanced([1, 1, 1, 1, 1, 1], { desired: 2, backlogLimit: 1 }),
      { ...brief, at: 'servers' },
      [
        '1.200 servers job.began upload 0 instance 0 job 0',
        '1.200 servers job.began upload 1 instance 1 job 1',
        '1.200 servers request.waiting upload 2 as number 1',
        '1.200 servers request.waiting upload 3 as number 2',
        '1.200 servers request.refused upload 4 because backlog-full',
        '1.200 servers request.refused upload 5 because backlog-full',
        '3.200 servers job.finished upload 0 instance 0 job 0',
        '3.200 servers request.taken upload 2 1 left waiting',
        '3.200 servers job.began upload 2 instance 0 job 0 1 left waiting',
        '3.200 servers job.finished upload 1 instance 1 job 1',
        '3.200 servers request.taken upload 3',
        '3.200 servers job.began upload 3 instance 1 job 1',
        '5.200 servers job.finished upload 2 instance 0 job 0',
        '5.200 servers job.finished upload 3 instance 1 job 1',
      ],
    ],
    [
      'a request waits for its own instance as long as it may',
      balanced([1, 1, 1, 2.5], { desired: 2, backlogTimeoutSeconds: 1 }),
      { ...brief, at: 'servers' },
      [
        '1.200 servers job.began upload 0 instance 0 job 0',
        '1.200 servers job.began upload 1 instance 1 job 1',
        '1.200 servers request.waiting upload 2 as number 1',
        '2.200 servers request.refused upload 2 because waited-too-long',
        '2.700 servers request.waiting upload 3 as number 1',
        '3.200 servers job.finished upload 0 instance 0 job 0',
        '3.200 servers job.finished upload 1 instance 1 job 1',
        '3.200 servers request.taken upload 3',
        '3.200 servers job.began upload 3 instance 1 job 1',
        '5.200 servers job.finished upload 3 instance 1 job 1',
      ],
    ],
    [
      'a crashed instance stays registered, and refuses what is sent to it; health checks are no refused requests',
      balanced([1, 2.5], { desired: 1 }, [crash(2, 20)], {}, { durationSeconds: 25 }),
      { ...brief, without: [...(brief.without ?? []), 'request.routed'] },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.200 balancer target.healthy servers instance 0',
        '1.200 servers job.began upload 0 instance 0 job 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 1 jobs',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.200 people upload.refused upload 0 because bad-gateway',
        '2.700 servers request.refused upload 1 because connection-refused',
        '2.900 people upload.refused upload 1 because bad-gateway',
        '10.200 balancer target.unhealthy servers instance 0',
        '10.200 balancer fail-open.began with 1 targets',
        '20.000 servers fault.ended crash',
      ],
    ],
    [
      'a crashed instance that is silent is found out by the time-outs of the load balancer',
      balanced([1, 2.5], { desired: 1, whenDown: 'silent' }, [crash(2, 20)], {}, { durationSeconds: 13 }),
      { ...brief, without: [...(brief.without ?? []), 'request.routed'] },
      [
        '0.000 balancer target.registered servers instance 0',
        '0.200 balancer target.healthy servers instance 0',
        '1.200 servers job.began upload 0 instance 0 job 0',
        '2.000 servers fault.began crash',
        '2.000 servers instance.crashed instance 0 with 1 jobs',
        '2.000 servers job.failed upload 0 instance 0 job 0 because connection-reset',
        '2.700 servers request.refused upload 1 in silence because connection-refused',
        '7.000 balancer request.timed-out check after 2.000',
        '7.000 servers message.taken because timed-out',
        '7.600 balancer request.timed-out upload upload 1 after 5.000',
        '7.600 servers message.taken upload 1 because timed-out',
        '7.700 people upload.refused upload 1 because gateway-time-out',
        '12.000 balancer request.timed-out check after 2.000',
        '12.000 servers message.taken because timed-out',
        '12.000 balancer target.unhealthy servers instance 0 with 1 under way',
        '12.000 balancer fail-open.began with 1 targets',
      ],
    ],
  ] as const)('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
