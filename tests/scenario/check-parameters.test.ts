/** What parameters may be, and how they must fit together: one row a rule. */
import { describe, expect, it } from 'vitest';
import { type ComponentKind, componentKinds, models } from '../../src/models/registry.ts';
import { problemsOf } from '../support/problems.ts';
import { aTopologyWith, everyKind } from '../support/topologies.ts';

/** What is wrong with a stage whose component has these parameters. */
function problemsWith(component: string, params: unknown, stage = 'queued'): string[] {
  return problemsOf({ version: 2, stage, parameters: { [component]: params } });
}

describe('a parameter', () => {
  it.each<[string, string, unknown, string]>([
    ['users', 'ratePerSecond', '1', '"1"; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', -0.1, '-0.1; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', 1001, '1001; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', Number.NaN, 'NaN; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', Number.POSITIVE_INFINITY, 'Infinity; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', null, 'null; allowed is a number from 0 to 1000 (1/s)'],
    ['users', 'ratePerSecond', [1], '[1]; allowed is a number from 0 to 1000 (1/s)'],
    ['fleet', 'slotsPerInstance', 1.5, '1.5; allowed is a whole number from 1 to 1000 (slots)'],
    ['fleet', 'slotsPerInstance', 0, '0; allowed is a whole number from 1 to 1000 (slots)'],
    ['queue', 'receiveWaitSeconds', 21, '21; allowed is a number from 0 to 20 (s)'],
    [
      'users',
      'arrivals',
      'poison',
      '"poison"; allowed is "none", "poisson", "steady", "spike", "daily", "times", "recorded" or "closed"; did you mean "poisson"?',
    ],
    ['queue', 'type', 5, '5; allowed is "standard" or "fifo"'],
    ['users', 'times', 'now', '"now"; allowed is a list of at most 100000 times'],
    ['fleet', 'queue', 5, '5; allowed is the id of a component'],
    ['fleet', 'steps', {}, '{}; allowed is a list of at most 5 steps'],
    ['fleet', 'scaling', 'grow', '"grow"; allowed is a list of at most 10 scaling policies'],
    ['users', 'recording', [], '[]; allowed is a recording: binSeconds and factors'],
  ])('%s.%s set to %j', (component, name, value, expected) => {
    expect(problemsWith(component, { [name]: value })).toEqual([`parameters.${component}.${name} is ${expected}`]);
  });

  it('is one that the kind has', () => {
    expect(problemsWith('metadata', { readLimitPerSecnd: 2, slots: 1 })).toEqual([
      'parameters.metadata.readLimitPerSecnd is 2; allowed is no key but latency, writeLimitPerSecond, ' +
        'readLimitPerSecond and changes; did you mean "readLimitPerSecond"?',
      'parameters.metadata.slots is 1; allowed is no key but latency, writeLimitPerSecond, readLimitPerSecond and changes',
    ]);
  });

  it('belongs to a component that is here', () => {
    expect(problemsWith('flet', {}, 'queued')).toEqual([
      'parameters.flet is {}; allowed is no key but ids of components: "users", "upload", "bucket", "queue", "fleet" or ' +
        '"metadata"; did you mean "fleet"?',
    ]);
    expect(problemsWith('fleet', {}, 'monolith')).toEqual([
      'parameters.fleet is {}; allowed is no key but ids of components: "users" or "monolith"',
    ]);
  });

  it('stands by its name, not in a list', () => {
    expect(problemsWith('users', [])).toEqual(['parameters.users is []; allowed is parameters by name']);
  });

  const declared = componentKinds.flatMap((kind) =>
    Object.entries(models[kind].parameters).map(([name, each]) => [kind, name, each] as const),
  );
  /** A component of each kind in the topology of all kinds. */
  const componentOf: Record<ComponentKind, string> = {
    client: 'people',
    gateway: 'door',
    'load-balancer': 'front',
    'instance-group': 'workers',
    function: 'keep',
    queue: 'jobs',
    topic: 'news',
    stream: 'history',
    'event-bus': 'events',
    bucket: 'disk',
    table: 'names',
  };
  const problemsOfOne = (kind: ComponentKind, params: Record<string, unknown>): string[] =>
    problemsOf({ ...everyKind(), parameters: { [componentOf[kind]]: params, ...sameAccount(params) } });
  /** All functions are of one account. */
  const sameAccount = ({ accountConcurrency }: Record<string, unknown>): Record<string, unknown> => {
    const isLimit = Number.isInteger(accountConcurrency) && (accountConcurrency as number) >= 1;
    return isLimit && (accountConcurrency as number) <= 100_000
      ? { reader: { accountConcurrency }, notify: { accountConcurrency } }
      : {};
  };

  /** What else must be set for a value to fit, however large or small it is. */
  const besides: Record<string, Record<string, unknown>> = {
    'instance-group.minimum': { maximum: 1337 },
    'instance-group.desired': { minimum: 0, maximum: 1337 },
    'instance-group.maximum': { minimum: 0 },
    'gateway.integrationTimeoutSeconds': { type: 'rest' },
    'load-balancer.healthCheckTimeoutSeconds': { healthCheckIntervalSeconds: 300 },
    'function.packageMegabytes': { runtime: 'container' },
    'function.provisionedConcurrency': { accountConcurrency: 100_000, versions: [{ version: 1 }], aliasVersion: 1 },
    'function.aliasVersion': { versions: [{ version: 1000 }] },
    'function.secondVersion': { versions: [{ version: 1 }, { version: 1000 }], aliasVersion: 1 },
    'function.reservedConcurrency': { accountConcurrency: 100_000 },
  };

  it.each(declared.filter(([, , each]) => each.type === 'number'))(
    '%s.%s may be anything in its range',
    (kind, name, each) => {
      if (each.type !== 'number') return;
      const others = besides[`${kind}.${name}`] ?? {};
      // Of the account something always stays unreserved.
      const max = name === 'reservedConcurrency' || name === 'provisionedConcurrency' ? each.max - 100 : each.max;
      for (const value of [each.min, max, each.classroom, each.real]) {
        expect(problemsOfOne(kind, { ...others, [name]: value })).toEqual([]);
      }
      for (const value of [each.min - 1, each.max + 1, Number.NaN, Number.NEGATIVE_INFINITY, '1', null]) {
        expect(problemsOfOne(kind, { ...others, [name]: value })).toEqual([
          `parameters.${componentOf[kind]}.${name} is ${typeof value === 'string' ? '"1"' : value}; allowed is a ` +
            `${each.integer ? 'whole ' : ''}number from ${each.min} to ${each.max} (${each.unit})`,
        ]);
      }
    },
  );

  it.each(declared.filter(([, name]) => name !== 'steps'))(
    '%s.%s may be either of its defaults',
    (kind, name, each) => {
      for (const value of [each.classroom, each.real]) {
        // Without a queue or subscribers some are cut off from the work; that is said of the whole.
        const problems = problemsOfOne(kind, { ...besides[`${kind}.${name}`], [name]: value });
        expect(problems.filter((problem) => !problem.includes('reach every step'))).toEqual([]);
      }
    },
  );
});

describe('a distribution', () => {
  const range = 'a number from 0 to 86400';
  it.each<[unknown, string]>([
    [5, ' is 5; allowed is a distribution, such as {"kind":"exponential","mean":1}'],
    [[], ' is []; allowed is a distribution, such as {"kind":"exponential","mean":1}'],
    [
      { mean: 1 },
      '.kind is missing; allowed is "constant", "uniform", "exponential", "lognormal", "erlang", "bimodal" or "empirical"',
    ],
    [
      { kind: 'exponental', mean: 1 },
      '.kind is "exponental"; allowed is "constant", "uniform", "exponential", "lognormal", "erlang", "bimodal" or ' +
        '"empirical"; did you mean "exponential"?',
    ],
    [{ kind: 'constant' }, `.value is missing; allowed is ${range}`],
    [{ kind: 'constant', value: -1 }, `.value is -1; allowed is ${range}`],
    [{ kind: 'constant', value: 1, mean: 2 }, '.mean is 2; allowed is no key but kind and value'],
    [{ kind: 'uniform', min: 2, max: 1 }, '.min is 2; allowed is at most max, which is 1'],
    [{ kind: 'uniform', min: -1, max: 1 }, `.min is -1; allowed is ${range}`],
    [{ kind: 'exponential', mean: '1' }, `.mean is "1"; allowed is ${range}`],
    [{ kind: 'exponential', mean: 86_401 }, `.mean is 86401; allowed is ${range}`],
    [{ kind: 'lognormal', mean: 1, variation: 11 }, '.variation is 11; allowed is a number from 0 to 10'],
    [{ kind: 'erlang', shape: 1.5, mean: 1 }, '.shape is 1.5; allowed is a whole number from 1 to 1000'],
    [{ kind: 'erlang', shape: 0, mean: 1 }, '.shape is 0; allowed is a whole number from 1 to 1000'],
    [
      { kind: 'bimodal', first: 1, second: 2, secondShare: 1.5 },
      '.secondShare is 1.5; allowed is a number from 0 to 1',
    ],
    [{ kind: 'bimodal', first: 1, second: -2, secondShare: 1 }, `.second is -2; allowed is ${range}`],
    [{ kind: 'empirical', values: [] }, '.values is []; allowed is a list of 1 to 10000 numbers'],
    [{ kind: 'empirical', values: [1, Number.NaN] }, `.values[1] is NaN; allowed is ${range}`],
    [
      { kind: 'empirical', values: [1, 2], weights: [1] },
      '.weights is [1]; allowed is one weight for each of the 2 values',
    ],
    [
      { kind: 'empirical', values: [1, 2], weights: [0, 0] },
      '.weights is [0,0]; allowed is weights that are not all 0',
    ],
    [{ kind: 'empirical', values: [1], weights: [-1] }, `.weights[0] is -1; allowed is ${range}`],
  ])('%j', (videoMinutes, expected) => {
    expect(problemsWith('users', { videoMinutes })).toEqual([`parameters.users.videoMinutes${expected}`]);
  });

  it.each([
    { kind: 'constant', value: 0 },
    { kind: 'uniform', min: 1, max: 1 },
    { kind: 'exponential', mean: 86_400 },
    { kind: 'lognormal', mean: 1, variation: 0 },
    { kind: 'erlang', shape: 1000, mean: 1 },
    { kind: 'bimodal', first: 2, second: 1, secondShare: 1 },
    { kind: 'empirical', values: [3, 1, 2] },
    { kind: 'empirical', values: [3, 1], weights: [0, 0.5] },
  ])('may be $kind', (videoMinutes) => {
    expect(problemsWith('users', { videoMinutes })).toEqual([]);
  });
});

describe('traffic', () => {
  it.each<[string, unknown, string[]]>([
    ['has times from 0 on', { times: [-1] }, ['times[0] is -1; allowed is a number from 0 to 2592000 (s)']],
    [
      'has times that ascend',
      { times: [1, 1, 3, 2] },
      ['times[3] is 2; allowed is at least 3, the time before it: times ascend'],
    ],
    [
      'has bins that last a while',
      { recording: { binSeconds: 0, factors: [1] } },
      ['recording.binSeconds is 0; allowed is a number from 0.1 to 2592000 (s)'],
    ],
    [
      'has at least one factor',
      { recording: { binSeconds: 1, factors: [] } },
      ['recording.factors is []; allowed is a list of 1 to 200000 factors'],
    ],
    [
      'has factors from 0 on',
      { recording: { binSeconds: 1, factors: [0, -1, Number.NaN, '1'] } },
      [
        'recording.factors[1] is -1; allowed is a number from 0 to 200000',
        'recording.factors[2] is NaN; allowed is a number from 0 to 200000',
        'recording.factors[3] is "1"; allowed is a number from 0 to 200000',
      ],
    ],
    [
      'has nothing else in a recording',
      { recording: { binSeconds: 1, factors: [1], unit: 's' } },
      ['recording.unit is "s"; allowed is no key but binSeconds and factors'],
    ],
    [
      'has a recording if it comes as recorded',
      { arrivals: 'recorded', recording: null },
      ['recording is null; allowed is a recording: binSeconds and factors, because arrivals is "recorded"'],
    ],
  ])('%s', (_, params, expected) => {
    expect(problemsWith('users', params)).toEqual(expected.map((each) => `parameters.users.${each}`));
  });
});

describe('an instance group', () => {
  it.each<[string, string, unknown, string[]]>([
    [
      'has a minimum of at most its maximum',
      'fleet',
      { minimum: 5, maximum: 4 },
      ['minimum is 5; allowed is at most the maximum, which is 4'],
    ],
    [
      'has a minimum of at most the maximum of the stage',
      'upload',
      { minimum: 3 },
      ['minimum is 3; allowed is at most the maximum, which is 2'],
    ],
    [
      'has a maximum of at least the minimum of the stage',
      'upload',
      { maximum: 1 },
      ['maximum is 1; allowed is at least the minimum, which is 2'],
    ],
    [
      'wants at first no more than its maximum',
      'upload',
      { desired: 3 },
      ['desired is 3; allowed is at most the maximum, which is 2'],
    ],
    [
      'wants at first no less than its minimum',
      'upload',
      { desired: 1 },
      ['desired is 1; allowed is at least the minimum, which is 2'],
    ],
    [
      'does on schedule only what can hold with its other bound',
      'fleet',
      {
        minimum: 2,
        desired: 2,
        maximum: 4,
        scaling: [
          {
            kind: 'scheduled',
            actions: [
              { atSeconds: 1, minimum: 5 },
              { atSeconds: 2, maximum: 1 },
            ],
          },
        ],
      },
      [
        'scaling[0].actions[0].minimum is 5; allowed is at most the maximum of the group, which is 4',
        'scaling[0].actions[1].maximum is 1; allowed is at least the minimum of the group, which is 2',
      ],
    ],
    [
      'does known steps',
      'fleet',
      { steps: [{ step: 'proces', work: [] }] },
      [
        'steps[0].step is "proces"; allowed is "upload", "process", "store", "manage" or "extra"; did you mean "process"?',
      ],
    ],
    [
      'says of a step what work it is',
      'fleet',
      { steps: [{ step: 'process' }] },
      ['steps[0].work is missing; allowed is a list of at most 50 stretches of work'],
    ],
    [
      'does work of the right form',
      'fleet',
      { steps: [{ step: 'process', work: [{ makes: '4k', perVideoMinute: 1 }] }] },
      [
        'steps[0].work[0].seconds is missing; allowed is a distribution, such as {"kind":"exponential","mean":1}',
        'steps[0].work[0].makes is "4k"; allowed is "master", "480p", "720p" or "1080p"',
        'steps[0].work[0].perVideoMinute is 1; allowed is true or false',
      ],
    ],
    [
      'does at least one step',
      'fleet',
      { steps: [] },
      ['steps is []; allowed is at least one step: a group without work answers nobody'],
    ],
    [
      'does no step twice',
      'fleet',
      {
        steps: [
          { step: 'process', work: [] },
          { step: 'process', work: [] },
        ],
      },
      ['steps[1].step is "process"; allowed is a step that the group does not already do'],
    ],
    [
      'answers after a step that it does',
      'upload',
      { answerAfter: 'store' },
      ['answerAfter is "store"; allowed is "upload" or "last", because "upload" does no other step'],
    ],
    [
      'takes its work from a queue',
      'fleet',
      { queue: 'bucket' },
      ['queue is "bucket"; allowed is the id of a queue ("queue"); "bucket" is a bucket'],
    ],
    [
      'takes its work from a queue that is here',
      'fleet',
      { queue: 'queu' },
      ['queue is "queu"; allowed is the id of a queue ("queue"); did you mean "queue"?'],
    ],
    [
      'scales on a queue that is here',
      'fleet',
      {
        scaling: [
          { kind: 'step', queue: 'fleet', metric: 'visible', steps: [{ from: 0, adjust: 'exact', instances: 1 }] },
        ],
      },
      ['scaling[0].queue is "fleet"; allowed is the id of a queue ("queue"); "fleet" is an instance group'],
    ],
    [
      'scales by steps that ascend',
      'fleet',
      {
        scaling: [
          {
            kind: 'step',
            queue: 'queue',
            metric: 'visible',
            steps: [
              { from: 3, adjust: 'exact', instances: 1 },
              { from: 3, adjust: 'change', instances: -1 },
              { from: 1, adjust: 'exact', instances: 1 },
            ],
          },
        ],
      },
      [
        'scaling[0].steps[1].from is 3; allowed is more than 3, that of the step before: steps ascend',
        'scaling[0].steps[2].from is 1; allowed is more than 3, that of the step before: steps ascend',
      ],
    ],
    [
      'scales by steps of the right form',
      'fleet',
      {
        scaling: [
          {
            kind: 'step',
            queue: 'queue',
            metric: 'in-flight',
            steps: [
              { from: -1, adjust: 'exact', instances: 1338 },
              { from: 3, adjust: 'change', instances: -1.5 },
              { from: 9, adjust: 'exakt', instances: 1 },
            ],
          },
        ],
      },
      [
        'scaling[0].metric is "in-flight"; allowed is "visible" or "visible-and-in-flight"',
        'scaling[0].steps[0].from is -1; allowed is a number from 0 to 1000000000 (messages)',
        'scaling[0].steps[0].instances is 1338; allowed is a whole number from 0 to 1337 (instances)',
        'scaling[0].steps[1].instances is -1.5; allowed is a whole number from -1337 to 1337 (instances)',
        'scaling[0].steps[2].adjust is "exakt"; allowed is "exact" or "change"; did you mean "exact"?',
      ],
    ],
    [
      'scales by at least one step',
      'fleet',
      { scaling: [{ kind: 'step', queue: 'queue', metric: 'visible', steps: [] }] },
      ['scaling[0].steps is []; allowed is a list of 1 to 100 steps'],
    ],
    [
      'tracks a backlog of a queue, with a word on what to do at no instances',
      'fleet',
      { scaling: [{ kind: 'target-tracking', metric: 'backlog-per-instance', target: 5 }] },
      ['scaling[0].queue is missing; allowed is the id of a queue'],
    ],
    [
      'tracks the backlog of a queue that is here',
      'fleet',
      {
        scaling: [
          { kind: 'target-tracking', metric: 'backlog-per-instance', queue: 'bucket', target: 5, guard: 'none' },
        ],
      },
      ['scaling[0].queue is "bucket"; allowed is the id of a queue ("queue"); "bucket" is a bucket'],
    ],
    [
      'tracks a utilisation in percent, of no queue',
      'fleet',
      {
        scaling: [
          { kind: 'target-tracking', metric: 'utilisation', target: 101 },
          { kind: 'target-tracking', metric: 'utilisation', target: 50, queue: 'queue' },
        ],
      },
      [
        'scaling[0].target is 101; allowed is a number from 0.001 to 100 (percent of the slots)',
        'scaling[1].queue is "queue"; allowed is nothing: utilisation is measured at the instances',
      ],
    ],
    [
      'does something on schedule, within bounds that do not cross',
      'fleet',
      {
        scaling: [
          {
            kind: 'scheduled',
            actions: [
              { atSeconds: 1 },
              { atSeconds: 1, minimum: 3, maximum: 2 },
              { atSeconds: 1, everySeconds: 0, desired: 1 },
            ],
          },
        ],
      },
      [
        'scaling[0].actions[0].desired is missing; allowed is at least one of minimum, desired and maximum',
        'scaling[0].actions[1].minimum is 3; allowed is at most maximum, which is 2',
        'scaling[0].actions[2].everySeconds is 0; allowed is a number from 1 to 2592000 (s)',
      ],
    ],
    [
      'is registered at a load balancer',
      'fleet',
      { loadBalancer: 'queue' },
      ['loadBalancer is "queue"; allowed is the id of a load balancer (there is none); "queue" is a queue'],
    ],
  ])('%s', (_, component, params, expected) => {
    expect(problemsWith(component, params)).toEqual(expected.map((each) => `parameters.${component}.${each}`));
  });

  it('may leave open how many it wants at first: that gives way to its minimum and its maximum', () => {
    expect(problemsWith('fleet', { minimum: 4, maximum: 4 })).toEqual([]);
    expect(problemsWith('upload', { minimum: 0, maximum: 1 })).toEqual([]);
  });

  it('may set on schedule what another action, or somebody by hand, has made room for', () => {
    const scaling = [
      {
        kind: 'scheduled',
        actions: [
          { atSeconds: 1, minimum: 5 },
          { atSeconds: 0, maximum: 6 },
        ],
      },
    ];
    expect(problemsWith('fleet', { maximum: 4, scaling })).toEqual([]);
    const actions = [{ atSeconds: 3, minimum: 5 }];
    const parameters = { fleet: { maximum: 4, scaling: [{ kind: 'scheduled', actions }] } };
    const interventions = [{ kind: 'set', target: 'fleet', parameter: 'maximum', value: 6, atSeconds: 2 }];
    expect(problemsOf({ version: 2, stage: 'queued', parameters, interventions })).toEqual([]);
  });

  it('may have a minimum and a maximum that are equal', () => {
    expect(problemsWith('fleet', { minimum: 4, maximum: 4 })).toEqual([]);
  });

  it('may be cut off from the work no more than any other', () => {
    expect(problemsWith('fleet', { queue: null })).toEqual([
      'parameters is {"fleet":{"queue":null}}; allowed is an architecture in which the uploads of "users" reach every ' +
        'step; they never reach process, store or manage',
    ]);
  });

  it('that is called takes no work from a queue besides', () => {
    // It would also go round; once is enough.
    expect(problemsWith('upload', { queue: 'queue' })).toEqual([
      'parameters.upload.queue is "queue"; allowed is null: "upload" is called by "users", and takes no work from a queue besides',
    ]);
  });
});

describe('a call', () => {
  const first = ['topology', 'nodes', 1, 'params', 'steps', 0, 'after', 0];
  const queueOnly = 'the id of a queue ("jobs")';
  const worker = 'an instance group, a load balancer, a gateway or a function ("web" or "workers")';
  it.each<[string, unknown, string]>([
    [
      'puts into a bucket',
      { to: 'jobs', operation: 'put' },
      'to is "jobs"; allowed is the id of a bucket ("disk"); "jobs" is a queue',
    ],
    [
      'gets from a bucket',
      { to: 'names', operation: 'get' },
      'to is "names"; allowed is the id of a bucket ("disk"); "names" is a table',
    ],
    [
      'sends to a queue',
      { to: 'disk', operation: 'send' },
      `to is "disk"; allowed is ${queueOnly}; "disk" is a bucket`,
    ],
    [
      'writes to a table',
      { to: 'disk', operation: 'write' },
      'to is "disk"; allowed is the id of a table ("names"); "disk" is a bucket',
    ],
    [
      'uploads to whoever does work or passes it on',
      { to: 'disk', operation: 'upload' },
      `to is "disk"; allowed is the id of ${worker}; "disk" is a bucket`,
    ],
    [
      'hands on to whoever does work or passes it on',
      { to: 'jobs', operation: 'hand-on' },
      `to is "jobs"; allowed is the id of ${worker}; "jobs" is a queue`,
    ],
    [
      'is made to a component that is here',
      { to: 'job', operation: 'send' },
      `to is "job"; allowed is ${queueOnly}; did you mean "jobs"?`,
    ],
    [
      'goes along a link',
      { to: 'names', operation: 'write' },
      'to is "names"; allowed is a table that a link leads to from "web"; none leads to "names"',
    ],
    [
      'counts no further than anybody would try',
      { to: 'jobs', operation: 'send', object: 'master', counting: { name: 'tries', atMost: 1001 } },
      'counting.atMost is 1001; allowed is a whole number from 0 to 1000 (tries)',
    ],
    [
      'counts under a name',
      { to: 'jobs', operation: 'send', counting: { atMost: 2 } },
      'counting.name is missing; allowed is a name of at most 64 characters',
    ],
    [
      'is one that a step can make',
      { to: 'jobs', operation: 'receive' },
      'operation is "receive"; allowed is "upload", "hand-on", "deliver", "put", "get", "send", "write", "read", "publish" or "append"',
    ],
    [
      'carries a known object',
      { to: 'disk', operation: 'put', object: '4k' },
      'object is "4k"; allowed is "master", "480p", "720p", "1080p" or "same"',
    ],
    ['says to whom', { operation: 'put' }, 'to is missing; allowed is the id of a component'],
    [
      'has nothing else',
      { to: 'disk', operation: 'put', size: 1 },
      'size is 1; allowed is no key but to, operation, object, event, detail and counting',
    ],
  ])('%s', (_, call, expected) => {
    const problems = problemsOf(aTopologyWith([first, call]));
    expect(problems[0]).toBe(`topology.nodes[1].params.steps[0].after[0].${expected}`);
  });

  it('may not write where there is no table', () => {
    const nodes = [
      { id: 'people', kind: 'client' },
      {
        id: 'web',
        kind: 'instance-group',
        params: { steps: [{ step: 'upload', work: [], before: [{ to: 'web', operation: 'write' }] }] },
      },
    ];
    expect(problemsOf({ version: 2, topology: { nodes, links: [{ from: 'people', to: 'web' }] } })).toEqual([
      'topology.nodes[1].params.steps[0].before[0].to is "web"; allowed is the id of a table (there is none); "web" is an instance group',
    ]);
  });
});

describe('the defaults of the real services', () => {
  it('are what the values are held against where a scenario asks for them', () => {
    const parameters = { queue: { visibilityTimeoutSeconds: 12 } };
    expect(problemsOf({ version: 2, stage: 'queued', defaults: 'real', parameters })).toEqual([]);
  });
});
