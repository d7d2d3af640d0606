/** Functions that are called: environments, limits, versions and doors, one row a documented rule. */
import { describe, expect, it } from 'vitest';
import type { Call, StepProgram } from '../../src/models/parameters.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

/** People who upload at these times and wait for the answer of a function that processes for two seconds. */
function called(times: number[], params: FunctionParams = {}, interventions: Intervention[] = []) {
  return aScenario([people({ times }), serverless('f', params)], ['people f'], { interventions });
}

/** The same, with a call to something else once the work is done. */
function calling(call: Call, params: FunctionParams = {}, times = [1]) {
  const steps: StepProgram[] = [{ step: 'process', work: [lasting(1)], after: [call] }];
  const nodes = [
    people({ times }),
    serverless('f', { steps, ...params }),
    component('table', 'table', { latency: { kind: 'constant', value: 0 } }),
    group('servers', { steps: [{ step: 'manage', work: [lasting(1)] }] }),
    component('gateway', 'gateway'),
  ];
  return aScenario(nodes, ['people f', 'f table', 'f servers', 'f gateway', 'gateway servers']);
}

const set = (parameter: string, value: unknown, atSeconds: number, target = 'f'): Intervention => ({
  kind: 'set',
  target,
  parameter,
  value,
  atSeconds,
});

const initOf = (value: number): FunctionParams => ({ initSeconds: { kind: 'constant', value } });
const writes: Call = { to: 'table', operation: 'write' };

const environments: Wanted = {
  at: 'f',
  only: ['instance.launched', 'instance.running', 'instance.in-service', 'instance.gone', 'job.began', 'job.failed'],
};
const runs: Wanted = { only: ['job.began', 'invocation.finished'] };
const results: Wanted = {
  only: [
    'job.failed',
    'invocation.finished',
    'invocation.throttled',
    'request.refused',
    'upload.accepted',
    'upload.refused',
  ],
};

describe('environments', () => {
  it.each<[string, ReturnType<typeof called>, Wanted, string[]]>([
    [
      'start for a request if none is warm, and stay warm for the next',
      called([1, 5]),
      environments,
      [
        '1.100 f instance.launched instance 0 in service at 1.200',
        '1.100 f instance.running instance 0 in service at 1.200',
        '1.200 f instance.in-service instance 0',
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '5.100 f job.began upload 1 instance 0 job 0',
        '27.100 f instance.gone instance 0',
      ],
    ],
    [
      'work on one request at a time',
      called([1, 1.5]),
      environments,
      [
        '1.100 f instance.launched instance 0 in service at 1.200',
        '1.100 f instance.running instance 0 in service at 1.200',
        '1.200 f instance.in-service instance 0',
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '1.600 f instance.launched instance 1 in service at 1.691',
        '1.600 f instance.running instance 1 in service at 1.691',
        '1.691 f instance.in-service instance 1',
        '1.691 f job.began upload 1 instance 1 job 1 cold',
        '23.200 f instance.gone instance 0',
        '23.691 f instance.gone instance 1',
      ],
    ],
    [
      'are taken warm rather than started, the one used last first',
      called([1, 1.5, 8, 12]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '1.691 f job.began upload 1 instance 1 job 1 cold',
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
        '3.691 f invocation.finished upload 1 instance 1 billed 2.092 of which 0.091 to start',
        '8.100 f job.began upload 2 instance 1 job 1',
        '10.100 f invocation.finished upload 2 instance 1 billed 2.000',
        '12.100 f job.began upload 3 instance 1 job 1',
        '14.100 f invocation.finished upload 3 instance 1 billed 2.000',
      ],
    ],
    [
      'are replaced after a time even under constant use, once they are done with what they work on',
      called([1, 4, 7.5, 9.5], { recycleSeconds: 8 }),
      environments,
      [
        '1.100 f instance.launched instance 0 in service at 1.200',
        '1.100 f instance.running instance 0 in service at 1.200',
        '1.200 f instance.in-service instance 0',
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '4.100 f job.began upload 1 instance 0 job 0',
        '7.600 f job.began upload 2 instance 0 job 0',
        '9.600 f instance.gone instance 0',
        '9.600 f instance.launched instance 1 in service at 9.691',
        '9.600 f instance.running instance 1 in service at 9.691',
        '9.691 f instance.in-service instance 1',
        '9.691 f job.began upload 3 instance 1 job 0 cold',
        '17.691 f instance.gone instance 1',
      ],
    ],
    [
      'fetch their package before they start, which is not billed; the start is',
      called([1], { packageMegabytes: 200, ...initOf(1) }),
      { only: ['instance.launched', 'instance.running', 'job.began', 'invocation.finished'] },
      [
        '1.100 f instance.launched instance 0 in service at 3.200',
        '2.100 f instance.running instance 0 in service at 3.200',
        '3.200 f job.began upload 0 instance 0 job 0 cold',
        '5.200 f invocation.finished upload 0 instance 0 billed 3.100 of which 1.100 to start',
      ],
    ],
    [
      'of images fetch only what they need to start',
      called([1], { packageMegabytes: 2000, runtime: 'container' }),
      environments,
      [
        '1.100 f instance.launched instance 0 in service at 2.797',
        '1.800 f instance.running instance 0 in service at 2.797',
        '2.797 f instance.in-service instance 0',
        '2.797 f job.began upload 0 instance 0 job 0 cold',
        '24.797 f instance.gone instance 0',
      ],
    ],
    [
      'start slower with less than one vCPU, and work slower with less',
      called([1], { memoryMegabytes: 885, ...initOf(1) }),
      { only: ['instance.launched', 'step.began'] },
      [
        '1.100 f instance.launched instance 0 in service at 3.199',
        '3.199 f step.began process upload 0 instance 0 until 11.194',
      ],
    ],
    [
      'whose start takes more than 10 s start once more with the first run',
      called([1, 40], { ...initOf(12), timeoutSeconds: 60 }),
      { at: 'f', only: ['instance.in-service', 'step.began', 'invocation.finished'] },
      [
        '11.100 f instance.in-service instance 0',
        '23.191 f step.began process upload 0 instance 0 until 25.191',
        '25.191 f invocation.finished upload 0 instance 0 billed 24.092 of which 22.091 to start',
        '40.100 f step.began process upload 1 instance 0 until 42.100',
        '42.100 f invocation.finished upload 1 instance 0 billed 2.000',
      ],
    ],
    [
      'are reset by a time-out: the next run pays for a start, hidden in its duration',
      called([1, 9], { ...initOf(1), timeoutSeconds: 3, steps: [{ step: 'process', work: [lasting(3.5)] }] }, [
        set('timeoutSeconds', 20, 8),
      ]),
      { at: 'f', only: ['instance.crashed', 'job.began', 'job.failed', 'invocation.finished', 'instance.launched'] },
      [
        '1.100 f instance.launched instance 0 in service at 2.200',
        '2.200 f job.began upload 0 instance 0 job 0 cold',
        '5.200 f instance.crashed instance 0 with 1 jobs',
        '5.200 f job.failed upload 0 instance 0 job 0 because function-timed-out',
        '5.200 f invocation.finished upload 0 instance 0 billed 4.100 of which 1.100 to start because function-timed-out',
        '10.191 f job.began upload 1 instance 0 job 0 cold',
        '13.691 f invocation.finished upload 1 instance 0 billed 4.592 of which 1.091 to start',
      ],
    ],
    [
      'go down with what they work on, and pay for a start afterwards; those that are idle are well',
      called([1, 5, 8], initOf(1), [{ kind: 'fault', fault: 'crash', target: 'f', atSeconds: 3, untilSeconds: 6 }]),
      { at: 'f', only: ['instance.crashed', 'job.began', 'job.failed', 'invocation.finished', 'instance.launched'] },
      [
        '1.100 f instance.launched instance 0 in service at 2.200',
        '2.200 f job.began upload 0 instance 0 job 0 cold',
        '3.000 f instance.crashed instance 0 with 1 jobs',
        '3.000 f job.failed upload 0 instance 0 job 0 because connection-reset',
        '3.000 f invocation.finished upload 0 instance 0 billed 1.900 of which 1.100 to start because connection-reset',
        '6.191 f job.began upload 1 instance 0 job 0 cold',
        '8.100 f instance.launched instance 1 in service at 9.216',
        '8.191 f invocation.finished upload 1 instance 0 billed 3.092 of which 1.091 to start',
        '9.216 f job.began upload 2 instance 1 job 0 cold',
        '11.216 f invocation.finished upload 2 instance 1 billed 3.117 of which 1.116 to start',
      ],
    ],
    [
      'continue from a snapshot in place of their own start',
      called([1], { runtime: 'java', snapStart: 'yes', ...initOf(8), versions: [{ version: 1 }], aliasVersion: 1 }),
      { only: ['instance.launched'] },
      ['1.100 f instance.launched instance 0 in service at 1.349'],
    ],
    [
      'waited for a network interface of their own until September 2019',
      called([1], { vpc: 'with-way-out', vpcInterfaces: 'per-environment' }),
      { only: ['instance.launched', 'instance.running', 'invocation.finished'] },
      [
        '1.100 f instance.launched instance 0 in service at 8.878',
        '8.779 f instance.running instance 0 in service at 8.878',
        '10.878 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
      ],
    ],
    [
      'start no slower in a private network where interfaces are shared',
      called([1], { vpc: 'with-way-out' }),
      { only: ['instance.launched', 'instance.running'] },
      [
        '1.100 f instance.launched instance 0 in service at 1.200',
        '1.100 f instance.running instance 0 in service at 1.200',
      ],
    ],
    [
      'are replaced when the memory is changed: the idle at once, the busy when they are done',
      called([1, 1, 6, 7.5], {}, [set('memoryMegabytes', 1769, 5), set('memoryMegabytes', 3538, 7)]),
      environments,
      [
        '1.100 f instance.launched instance 0 in service at 1.200',
        '1.100 f instance.launched instance 1 in service at 1.191',
        '1.100 f instance.running instance 0 in service at 1.200',
        '1.100 f instance.running instance 1 in service at 1.191',
        '1.191 f instance.in-service instance 1',
        '1.191 f job.began upload 1 instance 1 job 0 cold',
        '1.200 f instance.in-service instance 0',
        '1.200 f job.began upload 0 instance 0 job 1 cold',
        '5.000 f instance.gone instance 0',
        '5.000 f instance.gone instance 1',
        '6.100 f instance.launched instance 2 in service at 6.216',
        '6.100 f instance.running instance 2 in service at 6.216',
        '6.216 f instance.in-service instance 2',
        '6.216 f job.began upload 2 instance 2 job 1 cold',
        '7.600 f instance.launched instance 3 in service at 7.738',
        '7.600 f instance.running instance 3 in service at 7.738',
        '7.738 f instance.in-service instance 3',
        '7.738 f job.began upload 3 instance 3 job 0 cold',
        '10.216 f instance.gone instance 2',
        '29.738 f instance.gone instance 3',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });

  it.each([
    [442, 6, 8.005],
    [884.5, 6, 4],
    [1769, 6, 2],
    [3538, 6, 1],
    [10_240, 6, 0.346],
    [3538, 1, 2],
    [1769, 1, 2],
    [884.5, 1, 4],
  ])('%s MB and %s threads: billed %s s for work of one second on two vCPU', (memoryMegabytes, threads, billed) => {
    const steps: StepProgram[] = [{ step: 'process', work: [lasting(1)] }];
    const scenario = called([1, 15], { memoryMegabytes, threads, steps });
    const warm = factsOf(scenario, { only: ['invocation.finished'] })[1];
    expect(warm).toContain(`billed ${billed.toFixed(3)}`);
  });
});

describe('a synchronous call', () => {
  it.each<[string, ReturnType<typeof called>, Wanted, string[]]>([
    [
      'brings the error back to the caller',
      called([1], { errorShare: 1 }),
      results,
      [
        '3.200 f job.failed upload 0 instance 0 job 0 because work-failed',
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start because work-failed',
        '3.300 people upload.refused upload 0 because work-failed',
      ],
    ],
    [
      'brings back the time-out, which takes the work with it',
      called([1], { timeoutSeconds: 1 }),
      results,
      [
        '2.200 f job.failed upload 0 instance 0 job 0 because function-timed-out',
        '2.200 f invocation.finished upload 0 instance 0 billed 1.100 of which 0.100 to start because function-timed-out',
        '2.300 people upload.refused upload 0 because function-timed-out',
      ],
    ],
    [
      'that times out waits no more for what it called, which is worked on to the end',
      calling({ to: 'servers', operation: 'upload' }, { timeoutSeconds: 2 }, [1, 6]),
      { only: ['invocation.finished', 'job.finished', 'message.taken', 'upload.refused', 'upload.accepted'] },
      [
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start because function-timed-out',
        '3.300 servers message.taken upload 0 because none',
        '3.300 servers job.finished upload 0 instance 0 job 0',
        '3.300 people upload.refused upload 0 because function-timed-out',
        '8.100 f invocation.finished upload 1 instance 0 billed 2.000 of which 0.091 to start because function-timed-out',
        '8.200 people upload.refused upload 1 because function-timed-out',
        '8.291 servers message.taken upload 1 because none',
        '8.291 servers job.finished upload 1 instance 0 job 0',
      ],
    ],
    [
      'is worked on to the end, and billed, even if nobody waits any more',
      aScenario([people({ times: [1], timeoutSeconds: 1 }), serverless('f')], ['people f']),
      { only: ['upload.refused', 'upload.watchable', 'invocation.finished', 'message.taken'] },
      [
        '2.000 people upload.refused upload 0 because timed-out',
        '3.200 f message.taken upload 0 because none',
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

const keepsReady = (provisionedConcurrency: number): FunctionParams => ({
  provisionedConcurrency,
  versions: [{ version: 1 }],
  aliasVersion: 1,
});

/** Two functions of one account, called at the same times. */
function twoOfAnAccount(
  first: FunctionParams,
  second: FunctionParams,
  times: number[],
  interventions: Intervention[] = [],
) {
  const steps: StepProgram[] = [
    { step: 'upload', work: [], after: ['first', 'second'].map((to): Call => ({ to, operation: 'deliver' })) },
  ];
  const nodes = [
    people({ times }),
    group('front', { slotsPerInstance: 10, steps }),
    serverless('first', { accountConcurrency: 102, maximumRetries: 0, ...first }),
    serverless('second', { accountConcurrency: 102, maximumRetries: 0, ...second }),
  ];
  return aScenario(nodes, ['people front', 'front first', 'front second'], { durationSeconds: 3, interventions });
}

describe('limits', () => {
  it.each<[string, ReturnType<typeof called>, Wanted, string[]]>([
    [
      'reserved concurrency caps; beyond it the caller is told',
      called([1, 1.2, 4], { reservedConcurrency: 1 }),
      results,
      [
        '1.300 f invocation.throttled upload 1 with 1 at work because concurrency-limit',
        '1.400 people upload.refused upload 1 because concurrency-limit',
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
        '3.300 people upload.accepted upload 0',
        '6.100 f invocation.finished upload 2 instance 0 billed 2.000',
        '6.200 people upload.accepted upload 2',
      ],
    ],
    [
      'reserved concurrency of 0 stops the function',
      called([1], { reservedConcurrency: 0 }),
      results,
      [
        '1.100 f invocation.throttled upload 0 with 0 at work because concurrency-limit',
        '1.200 people upload.refused upload 0 because concurrency-limit',
      ],
    ],
    [
      'the account has a limit for all functions together',
      twoOfAnAccount(keepsReady(101), {}, [1, 1]),
      { only: ['invocation.throttled', 'job.began'] },
      [
        '1.100 front job.began upload 0 instance 0 job 0',
        '1.100 front job.began upload 1 instance 0 job 1',
        '1.200 first job.began upload 0 instance 100 job 0',
        '1.200 first job.began upload 1 instance 99 job 1',
        '1.400 second invocation.throttled upload 1 with 1 at work again at 2.400 because concurrency-limit',
        '1.478 second job.began upload 0 instance 0 job 0 cold',
        '2.400 second invocation.throttled upload 1 with 1 at work again at 4.400 because concurrency-limit',
      ],
    ],
    [
      'what is reserved is guaranteed to the function, and caps it',
      twoOfAnAccount({ reservedConcurrency: 1 }, keepsReady(101), [1, 1]),
      { only: ['invocation.throttled', 'job.began'], at: 'first' },
      [
        '1.200 first invocation.throttled upload 1 with 1 at work again at 2.200 because concurrency-limit',
        '1.257 first job.began upload 0 instance 0 job 0 cold',
        '2.200 first invocation.throttled upload 1 with 1 at work again at 4.200 because concurrency-limit',
      ],
    ],
    [
      'what is reserved is kept from the others even while it is not used',
      twoOfAnAccount({}, { reservedConcurrency: 101 }, [1, 1]),
      { only: ['invocation.throttled', 'job.began'], at: 'first' },
      [
        '1.200 first invocation.throttled upload 1 with 1 at work again at 2.200 because concurrency-limit',
        '1.257 first job.began upload 0 instance 0 job 0 cold',
        '2.200 first invocation.throttled upload 1 with 1 at work again at 4.200 because concurrency-limit',
      ],
    ],
    [
      'environments kept ready start warm; what does not fit is run on demand, cold',
      called([1, 1], keepsReady(1)),
      { at: 'f', only: ['instance.launched', 'job.began', 'invocation.finished', 'instance.gone'] },
      [
        '0.000 f instance.launched instance 0 in service at 0.000 ahead',
        '1.100 f job.began upload 0 instance 0 job 0',
        '1.100 f instance.launched instance 1 in service at 1.200',
        '1.200 f job.began upload 1 instance 1 job 1 cold',
        '3.100 f invocation.finished upload 0 instance 0 kept ready version 1 billed 2.000',
        '3.200 f invocation.finished upload 1 instance 1 version 1 billed 2.100 of which 0.100 to start',
        '23.200 f instance.gone instance 1',
      ],
    ],
    [
      'environments kept ready are started in advance when more are asked for, and go when fewer are',
      called([1], { versions: [{ version: 1 }], aliasVersion: 1, ...initOf(2) }, [
        set('provisionedConcurrency', 2, 3),
        set('provisionedConcurrency', 1, 10),
      ]),
      { at: 'f', only: ['instance.launched', 'instance.in-service', 'instance.gone', 'parameter.set'] },
      [
        '1.100 f instance.launched instance 0 in service at 3.200',
        '3.000 f parameter.set provisionedConcurrency to 2',
        '3.000 f instance.launched instance 1 in service at 5.091 ahead',
        '3.000 f instance.launched instance 2 in service at 5.116 ahead',
        '3.200 f instance.in-service instance 0',
        '5.091 f instance.in-service instance 1',
        '5.116 f instance.in-service instance 2',
        '10.000 f parameter.set provisionedConcurrency to 1',
        '10.000 f instance.gone instance 2',
        '25.200 f instance.gone instance 0',
      ],
    ],
    [
      'environments kept ready are spread over the versions of the alias by its weights, and $LATEST has none',
      called([], { ...keepsReady(2), secondVersion: 2, secondVersionShare: 0.5 }, [
        set('secondVersion', 0, 5),
        set('aliasVersion', 0, 10),
      ]),
      { only: ['instance.launched', 'instance.gone'] },
      [
        '0.000 f instance.launched instance 0 in service at 0.000 ahead',
        '0.000 f instance.launched instance 1 in service at 0.000 ahead',
        '5.000 f instance.gone instance 1',
        '5.000 f instance.launched instance 2 in service at 5.100 ahead',
        '10.000 f instance.gone instance 0',
        '10.000 f instance.gone instance 2',
      ],
    ],
    [
      'what is reserved while it runs is kept from the others from then on',
      twoOfAnAccount({}, {}, [1, 1], [set('reservedConcurrency', 101, 0.5, 'second')]),
      { only: ['invocation.throttled', 'job.began'], at: 'first' },
      [
        '1.200 first invocation.throttled upload 1 with 1 at work again at 2.200 because concurrency-limit',
        '1.257 first job.began upload 0 instance 0 job 0 cold',
        '2.200 first invocation.throttled upload 1 with 1 at work again at 4.200 because concurrency-limit',
      ],
    ],
    [
      'an environment kept ready that is at work stays as one of the others when fewer are asked for',
      called([1], keepsReady(1), [set('provisionedConcurrency', 0, 2)]),
      { at: 'f', only: ['invocation.finished', 'instance.gone'] },
      ['3.100 f invocation.finished upload 0 instance 0 version 1 billed 2.000', '23.100 f instance.gone instance 0'],
    ],
    [
      'an environment that is kept ready may take longer than 10 s to start',
      called([], { versions: [{ version: 1 }], aliasVersion: 1, ...initOf(12) }, [set('provisionedConcurrency', 1, 1)]),
      { only: ['instance.in-service'] },
      ['13.100 f instance.in-service instance 0'],
    ],
    [
      'so many environments may be started within 10 s, refilled continuously and not saved up',
      called([11, 11, 11, 17, 22], { scaleUpEnvironments: 2, idleSeconds: { kind: 'constant', value: 0.1 } }),
      { only: ['invocation.throttled', 'instance.launched'] },
      [
        '11.100 f instance.launched instance 0 in service at 11.200',
        '11.100 f instance.launched instance 1 in service at 11.191',
        '11.100 f invocation.throttled upload 2 with 2 at work because scaling-rate',
        '17.100 f instance.launched instance 2 in service at 17.216',
        '22.100 f instance.launched instance 3 in service at 22.238',
      ],
    ],
    [
      'ten requests a second for each environment that may be at work',
      called(
        Array.from({ length: 12 }, () => 1),
        { reservedConcurrency: 1 },
      ),
      { only: ['invocation.throttled', 'job.began'] },
      [
        '1.100 f invocation.throttled upload 1 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 2 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 3 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 4 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 5 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 6 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 7 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 8 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 9 with 1 at work because concurrency-limit',
        '1.100 f invocation.throttled upload 10 with 1 at work because throttled',
        '1.100 f invocation.throttled upload 11 with 1 at work because throttled',
        '1.200 f job.began upload 0 instance 0 job 0 cold',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});

describe('versions', () => {
  const versions = [{ version: 1 }, { version: 2, errorShare: 1, workFactor: 2 }];

  it.each<[string, ReturnType<typeof called>, Wanted, string[]]>([
    [
      'a published version is not touched by what becomes of $LATEST',
      called([1], { versions, aliasVersion: 1, errorShare: 1 }),
      results,
      [
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '3.300 people upload.accepted upload 0',
      ],
    ],
    [
      'a published version behaves as it was published',
      called([1], { versions, aliasVersion: 2 }),
      results,
      [
        '5.200 f job.failed upload 0 instance 0 job 0 because work-failed',
        '5.200 f invocation.finished upload 0 instance 0 version 2 billed 4.100 of which 0.100 to start because work-failed',
        '5.300 people upload.refused upload 0 because work-failed',
      ],
    ],
    [
      'an environment runs one version only: a canary starts cold, and what is rolled back to is still warm',
      called([1, 5, 9], { versions, aliasVersion: 1, secondVersion: 2 }, [
        set('secondVersionShare', 1, 4),
        set('secondVersionShare', 0, 8),
      ]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '5.191 f job.began upload 1 instance 1 job 0 cold',
        '9.100 f job.began upload 2 instance 0 job 1',
        '9.191 f invocation.finished upload 1 instance 1 version 2 billed 4.092 of which 0.091 to start because work-failed',
        '11.100 f invocation.finished upload 2 instance 0 version 1 billed 2.000',
      ],
    ],
    [
      'one that is published while the run goes on is there from then on, and the alias can be turned to it',
      called([1, 5], { versions: [{ version: 1 }], aliasVersion: 1 }, [
        set('versions', [{ version: 1 }, { version: 2, workFactor: 2 }], 3),
        set('aliasVersion', 2, 4),
      ]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '5.191 f job.began upload 1 instance 1 job 0 cold',
        '9.191 f invocation.finished upload 1 instance 1 version 2 billed 4.092 of which 0.091 to start',
      ],
    ],
    [
      'to publish touches nothing that runs: environments of other versions stay warm, and do what they did',
      called([1, 5], { versions: [{ version: 1 }], aliasVersion: 1 }, [
        set('versions', [{ version: 1 }, { version: 2, errorShare: 1, memoryMegabytes: 1769 }], 3),
      ]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '5.100 f job.began upload 1 instance 0 job 0',
        '7.100 f invocation.finished upload 1 instance 0 version 1 billed 2.000',
      ],
    ],
    [
      '$LATEST works as long as it is set to, published versions as long as they were',
      called([1, 9], { versions: [{ version: 1 }], workFactor: 3 }, [set('aliasVersion', 1, 8)]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '7.200 f invocation.finished upload 0 instance 0 billed 6.100 of which 0.100 to start',
        '9.191 f job.began upload 1 instance 1 job 0 cold',
        '11.191 f invocation.finished upload 1 instance 1 version 1 billed 2.092 of which 0.091 to start',
      ],
    ],
    [
      'a version keeps the memory with which it was published: half of it takes twice as long',
      called([1], { versions: [{ version: 1, memoryMegabytes: 1769 }], aliasVersion: 1 }),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '5.200 f invocation.finished upload 0 instance 0 version 1 billed 4.100 of which 0.100 to start',
      ],
    ],
    [
      'and its environments, when that of $LATEST is turned',
      called([1, 6, 12], { versions: [{ version: 1, memoryMegabytes: 3538 }], aliasVersion: 1 }, [
        set('memoryMegabytes', 1769, 5),
        set('aliasVersion', 0, 11),
      ]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '6.100 f job.began upload 1 instance 0 job 0',
        '8.100 f invocation.finished upload 1 instance 0 version 1 billed 2.000',
        '12.191 f job.began upload 2 instance 1 job 0 cold',
        '16.191 f invocation.finished upload 2 instance 1 billed 4.092 of which 0.091 to start',
      ],
    ],
    [
      'a version that kept no memory of its own has that of the function, and starts anew when it is turned',
      called([1, 6], { versions: [{ version: 1 }], aliasVersion: 1 }, [set('memoryMegabytes', 1769, 5)]),
      runs,
      [
        '1.200 f job.began upload 0 instance 0 job 0 cold',
        '3.200 f invocation.finished upload 0 instance 0 version 1 billed 2.100 of which 0.100 to start',
        '6.191 f job.began upload 1 instance 1 job 0 cold',
        '10.191 f invocation.finished upload 1 instance 1 version 1 billed 4.092 of which 0.091 to start',
      ],
    ],
    [
      'what is kept ready is kept for the versions of the alias: turned to another one, it is started anew for that',
      called([1, 8], { versions, aliasVersion: 1, provisionedConcurrency: 1 }, [set('aliasVersion', 2, 4)]),
      environments,
      [
        '0.000 f instance.launched instance 0 in service at 0.000 ahead',
        '0.000 f instance.running instance 0 in service at 0.000',
        '0.000 f instance.in-service instance 0',
        '1.100 f job.began upload 0 instance 0 job 0',
        '4.000 f instance.gone instance 0',
        '4.000 f instance.launched instance 1 in service at 4.100 ahead',
        '4.000 f instance.running instance 1 in service at 4.100',
        '4.100 f instance.in-service instance 1',
        '8.100 f job.began upload 1 instance 1 job 0',
        '12.100 f job.failed upload 1 instance 1 job 0 because work-failed',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });

  it('an alias splits the traffic by its weights', () => {
    const times = Array.from({ length: 2000 }, (_, n) => n * 0.01);
    const scenario = called(times, { versions, aliasVersion: 1, secondVersion: 2, secondVersionShare: 0.2 });
    const finished = factsOf(scenario, { only: ['invocation.finished'] });
    const second = finished.filter((line) => line.includes('version 2'));
    expect(finished).toHaveLength(2000);
    // Binomial: 400 expected, standard deviation 18; within three of those.
    expect(Math.abs(second.length - 400)).toBeLessThan(54);
  });
});

describe('doors', () => {
  it.each<[string, ReturnType<typeof called>, Wanted, string[]]>([
    [
      'a call that the execution role does not allow is refused',
      calling(writes, { mayCall: [] }),
      results,
      [
        '2.200 f job.failed upload 0 instance 0 job 0 because execution-role-missing',
        '2.200 f invocation.finished upload 0 instance 0 billed 1.100 of which 0.100 to start because execution-role-missing',
        '2.300 people upload.refused upload 0 because execution-role-missing',
      ],
    ],
    [
      'a call that it allows is made',
      calling(writes, { mayCall: ['table'] }),
      results,
      [
        '2.400 f invocation.finished upload 0 instance 0 billed 1.300 of which 0.100 to start',
        '2.500 people upload.accepted upload 0',
      ],
    ],
    [
      'servers are called by their address, for which no role is asked',
      calling({ to: 'servers', operation: 'upload' }, { mayCall: [] }),
      results,
      [
        '3.400 f invocation.finished upload 0 instance 0 billed 2.300 of which 0.100 to start',
        '3.500 people upload.accepted upload 0',
      ],
    ],
    [
      'whom the resource policy does not name cannot invoke the function',
      called([1], { invokedBy: [] }),
      results,
      [
        '1.100 f request.refused upload 0 because resource-policy-missing',
        '1.200 people upload.refused upload 0 because resource-policy-missing',
      ],
    ],
    [
      'whom it names can',
      called([1], { invokedBy: ['people'] }),
      results,
      [
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
        '3.300 people upload.accepted upload 0',
      ],
    ],
    [
      'an entry of the role can be taken away and given back while the run goes on',
      { ...calling(writes, {}, [1, 6, 11]), interventions: [set('mayCall', [], 5), set('mayCall', ['table'], 10)] },
      results,
      [
        '2.400 f invocation.finished upload 0 instance 0 billed 1.300 of which 0.100 to start',
        '2.500 people upload.accepted upload 0',
        '7.100 f job.failed upload 1 instance 0 job 0 because execution-role-missing',
        '7.100 f invocation.finished upload 1 instance 0 billed 1.000 because execution-role-missing',
        '7.200 people upload.refused upload 1 because execution-role-missing',
        '12.300 f invocation.finished upload 2 instance 0 billed 1.200',
        '12.400 people upload.accepted upload 2',
      ],
    ],
    [
      'and so can one of the policy: whoever waits for an answer still gets it',
      called([1, 6, 11], {}, [set('invokedBy', [], 2), set('invokedBy', ['people'], 10)]),
      results,
      [
        '3.200 f invocation.finished upload 0 instance 0 billed 2.100 of which 0.100 to start',
        '3.300 people upload.accepted upload 0',
        '6.100 f request.refused upload 1 because resource-policy-missing',
        '6.200 people upload.refused upload 1 because resource-policy-missing',
        '13.100 f invocation.finished upload 2 instance 0 billed 2.000',
        '13.200 people upload.accepted upload 2',
      ],
    ],
    [
      'from a private network without a way out a service is never reached: the function times out',
      calling(writes, { vpc: 'without-way-out', timeoutSeconds: 5 }),
      results,
      [
        '6.200 f job.failed upload 0 instance 0 job 0 because no-way-out',
        '6.200 f invocation.finished upload 0 instance 0 billed 5.100 of which 0.100 to start because function-timed-out',
        '6.300 people upload.refused upload 0 because function-timed-out',
      ],
    ],
    [
      'or gives up sooner, if its calls have a time-out of their own',
      calling(writes, { vpc: 'without-way-out', timeoutSeconds: 5, callTimeoutSeconds: 2 }),
      results,
      [
        '4.200 f job.failed upload 0 instance 0 job 0 because no-way-out',
        '4.200 f invocation.finished upload 0 instance 0 billed 3.100 of which 0.100 to start because no-way-out',
        '4.300 people upload.refused upload 0 because no-way-out',
      ],
    ],
    [
      'nor is a gateway, which is an address on the internet',
      calling({ to: 'gateway', operation: 'upload' }, { vpc: 'without-way-out', timeoutSeconds: 5 }),
      results,
      [
        '6.200 f job.failed upload 0 instance 0 job 0 because no-way-out',
        '6.200 f invocation.finished upload 0 instance 0 billed 5.100 of which 0.100 to start because function-timed-out',
        '6.300 people upload.refused upload 0 because function-timed-out',
      ],
    ],
    [
      'through a way out it is reached',
      calling(writes, { vpc: 'with-way-out' }),
      results,
      [
        '2.400 f invocation.finished upload 0 instance 0 billed 1.300 of which 0.100 to start',
        '2.500 people upload.accepted upload 0',
      ],
    ],
    [
      'servers within the network are reached without a way out',
      calling({ to: 'servers', operation: 'upload' }, { vpc: 'without-way-out' }),
      results,
      [
        '3.400 f invocation.finished upload 0 instance 0 billed 2.300 of which 0.100 to start',
        '3.500 people upload.accepted upload 0',
      ],
    ],
  ])('%s', (_, scenario, wanted, expected) => {
    expect(factsOf(scenario, wanted)).toEqual(expected);
  });
});
