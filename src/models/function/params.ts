/** Parameters of a function. */
import type { Parameters } from '../parameters.ts';
import { runtimeNames } from './runtimes.ts';

/** Most environments of one function: our choice, far above the quota of a usual account. */
export const MOST_ENVIRONMENTS = 100_000;
/** Most published versions that a scenario may tell apart. Our choice. */
export const MOST_VERSIONS = 1000;

/** How large an environment is and how it comes and goes. */
const environmentParameters = {
  memoryMegabytes: {
    type: 'number',
    unit: 'MB',
    min: 128,
    max: 10_240,
    integer: true,
    turnable: true,
    classroom: 1769,
    real: 128,
    source: 'AWS Lambda API, MemorySize: 128 MB, to 10,240 MB in steps of 1. 1,769 MB are one vCPU.',
  },
  threads: {
    type: 'number',
    unit: 'vCPU',
    min: 1,
    max: 6,
    integer: true,
    turnable: true,
    classroom: 6,
    real: 6,
    source:
      'Our choice: how many vCPU the program can use at once. More memory does not help one that has a single thread.',
  },
  timeoutSeconds: {
    type: 'number',
    unit: 's',
    min: 1,
    max: 900,
    integer: true,
    turnable: true,
    classroom: 60,
    real: 3,
    source: 'AWS Lambda API, Timeout: 3 s, to 900 s.',
  },
  runtime: {
    type: 'choice',
    options: runtimeNames,
    classroom: 'python',
    real: 'python',
    source: 'Our choice. Ranges of the start: see the runtimes in the documentation of the model.',
  },
  packageMegabytes: {
    type: 'number',
    unit: 'MB',
    min: 0,
    max: 10_240,
    scale: 'log',
    classroom: 10,
    real: 10,
    source: 'Our choice. AWS Lambda: at most 250 MB unzipped with layers, 10 GB as a container image.',
  },
  initSeconds: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'constant', value: 0.2 },
    real: { kind: 'constant', value: 0.2 },
    source:
      "Our choice: the program's own code outside the handler, on one vCPU; less than one makes it longer, more than one does not help.",
  },
  snapStart: {
    type: 'choice',
    options: ['no', 'yes'],
    classroom: 'no',
    real: 'no',
    source: 'AWS Lambda SnapStart: Java 11+ and Python 3.12+, for published versions, without provisioned concurrency.',
  },
  idleSeconds: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'uniform', min: 20, max: 40 },
    real: { kind: 'uniform', min: 300, max: 900 },
    source: 'Our choice within 5 to 15 minutes: AWS does not say for how long an idle environment is kept.',
  },
  recycleSeconds: {
    type: 'number',
    unit: 's',
    min: 1,
    max: 86_400,
    scale: 'log',
    turnable: true,
    classroom: 600,
    real: 10_800,
    source: 'Our choice: AWS recycles environments every few hours even under constant use.',
  },
} as const satisfies Parameters;

/** How many environments there may be. */
const limitParameters = {
  accountConcurrency: {
    type: 'number',
    unit: 'environments',
    min: 1,
    max: MOST_ENVIRONMENTS,
    integer: true,
    scale: 'log',
    turnable: true,
    classroom: 1000,
    real: 1000,
    source: 'AWS Lambda quota: 1,000 at once in a region, over all functions; new accounts may start lower.',
  },
  reservedConcurrency: {
    type: 'number',
    unit: 'environments',
    min: -1,
    max: MOST_ENVIRONMENTS,
    integer: true,
    turnable: true,
    classroom: -1,
    real: -1,
    source: 'AWS Lambda API, PutFunctionConcurrency: none (-1); 0 stops the function.',
  },
  provisionedConcurrency: {
    type: 'number',
    unit: 'environments',
    min: 0,
    max: MOST_ENVIRONMENTS,
    integer: true,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'AWS Lambda API, PutProvisionedConcurrencyConfig: none.',
  },
  scaleUpEnvironments: {
    type: 'number',
    unit: 'environments',
    min: 1,
    max: 10_000,
    integer: true,
    scale: 'log',
    turnable: true,
    classroom: 1000,
    real: 1000,
    source:
      'AWS Lambda: each function may start 1,000 environments every 10 s, refilled continuously (since November 2023).',
  },
} as const satisfies Parameters;

/** What becomes of events that are handed over, and of what a mapping fetches. */
const eventParameters = {
  maximumRetries: {
    type: 'number',
    unit: 'tries',
    min: 0,
    max: 2,
    integer: true,
    turnable: true,
    classroom: 2,
    real: 2,
    source: 'AWS Lambda API, MaximumRetryAttempts: 2, from 0.',
  },
  retryWaitSeconds: {
    type: 'number',
    unit: 's',
    min: 0.1,
    max: 60,
    turnable: true,
    classroom: 2,
    real: 60,
    source: 'AWS Lambda: 1 minute before the first retry, 2 minutes before the second, which is twice this.',
  },
  maximumEventAgeSeconds: {
    type: 'number',
    unit: 's',
    min: 60,
    max: 21_600,
    scale: 'log',
    turnable: true,
    classroom: 60,
    real: 21_600,
    source: 'AWS Lambda API, MaximumEventAgeInSeconds: 6 h, from 60 s.',
  },
  duplicateShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0,
    real: 0.000_01,
    source: 'Our choice: one in 100,000. AWS says only that an event may be run more than once even without an error.',
  },
  destinations: {
    type: 'shaped',
    shape: 'destinations',
    classroom: {},
    real: {},
    source: 'AWS Lambda: none unless configured.',
  },
  mappings: {
    type: 'shaped',
    shape: 'mappings',
    classroom: [],
    real: [],
    source: 'Queues and streams that the function is fed from.',
  },
} as const satisfies Parameters;

/** Which code runs. */
const versionParameters = {
  versions: {
    type: 'shaped',
    shape: 'versions',
    turnable: true,
    classroom: [],
    real: [],
    source:
      'Published versions, and how they differ. Our choice. Turned, it can only grow: AWS Lambda never changes a version, nor gives its number again.',
  },
  aliasVersion: {
    type: 'number',
    unit: 'version',
    min: 0,
    max: MOST_VERSIONS,
    integer: true,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'The version that callers reach; 0 is $LATEST, without an alias.',
  },
  secondVersion: {
    type: 'number',
    unit: 'version',
    min: 0,
    max: MOST_VERSIONS,
    integer: true,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'AWS Lambda API, RoutingConfig of an alias: one more published version; 0 for none.',
  },
  secondVersionShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'AWS Lambda API, AdditionalVersionWeights: 0 to 1.',
  },
} as const satisfies Parameters;

/** What the function can reach, and who may reach it. */
const doorParameters = {
  vpc: {
    type: 'choice',
    options: ['no', 'with-way-out', 'without-way-out'],
    classroom: 'no',
    real: 'no',
    source: 'AWS Lambda: outside of private networks unless configured. From inside, only a NAT gateway leads out.',
  },
  vpcInterfaces: {
    type: 'choice',
    options: ['shared', 'per-environment'],
    classroom: 'shared',
    real: 'shared',
    source:
      'AWS Lambda: one interface for each subnet and security group, made in advance; one for each environment until September 2019.',
  },
  mayCall: {
    type: 'shaped',
    shape: 'components',
    turnable: true,
    classroom: null,
    real: null,
    source: 'What the execution role allows; null: everything that the program asks for.',
  },
  invokedBy: {
    type: 'shaped',
    shape: 'components',
    turnable: true,
    classroom: null,
    real: null,
    source: 'What the resource policy allows; null: everybody that a link leads here from.',
  },
  privateNeighbours: {
    type: 'shaped',
    shape: 'components',
    classroom: null,
    real: null,
    source:
      'Our choice: what the function calls that has an address in the private network only; null: nothing. AWS: such an address is reached from inside that network alone.',
  },
  mayLog: {
    type: 'choice',
    options: ['yes', 'no'],
    classroom: 'yes',
    real: 'yes',
    source:
      'AWS Lambda: the execution role must allow logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents, as the role that the console makes does. Without them the function runs, and nothing is written.',
  },
} as const satisfies Parameters;

export const serverlessFunctionParameters = {
  steps: {
    type: 'shaped',
    shape: 'steps',
    classroom: [],
    real: [],
    source: 'What the architecture asks of the function.',
  },
  ...environmentParameters,
  errorShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'Our choice: how often a stretch of work of $LATEST ends in an error by itself.',
  },
  idempotent: {
    type: 'choice',
    options: ['no', 'yes'],
    classroom: 'no',
    real: 'no',
    source: 'Our choice: whether work that was done before is recognised as such and left alone.',
  },
  callTimeoutSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 900,
    turnable: true,
    classroom: 0,
    real: 0,
    source: 'Longest wait for the answer to a call of its work; 0 for no limit but that of the function. Our choice.',
  },
  ...limitParameters,
  ...eventParameters,
  ...versionParameters,
  ...doorParameters,
  workFactor: {
    type: 'number',
    unit: 'times',
    min: 0.1,
    max: 100,
    scale: 'log',
    turnable: true,
    classroom: 1,
    real: 1,
    source: 'Our choice: how many times as much computing the work of $LATEST takes as the program says.',
  },
} as const satisfies Parameters;
