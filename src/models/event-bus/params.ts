/** Parameters of an event bus. */
import type { Parameters } from '../parameters.ts';

/** Amazon EventBridge API, PutTargets: at most 5 targets a rule. */
export const MOST_TARGETS_OF_A_RULE = 5;
/** Amazon EventBridge: 300 rules a bus (adjustable). */
export const MOST_RULES = 300;
/** Amazon EventBridge API, RetryPolicy: retries from 0 to 185, age from 60 to 86,400 s; less than 60 s is our choice. */
export const MOST_RETRIES = 185;
export const LEAST_AGE_SECONDS = 1;
export const MOST_AGE_SECONDS = 86_400;
/** Amazon EventBridge: up to 100 paths in an input transformer. */
export const MOST_PATHS = 100;
/** Our choice. */
export const MOST_REPLAYS = 100;

/** What stands on the bus, and what it keeps. */
const contentParameters = {
  type: {
    type: 'choice',
    options: ['default', 'custom'],
    classroom: 'custom',
    real: 'custom',
    source:
      'Amazon EventBridge: every account has one default bus, which gets the events of the services; rules with a ' +
      'schedule stand there too. CloudWatch Events had no other. Custom buses get what applications publish.',
  },
  rules: {
    type: 'shaped',
    shape: 'rules',
    turnable: true,
    classroom: [],
    real: [],
    source: 'What the architecture asks of the bus. Amazon EventBridge: up to 300 rules, each with up to 5 targets.',
  },
  archive: {
    type: 'shaped',
    shape: 'archive',
    turnable: true,
    classroom: null,
    real: null,
    source: 'Amazon EventBridge API, CreateArchive: a pattern, and a retention (in days there; 0 is for ever).',
  },
  archiveDelaySeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 3600,
    classroom: 0,
    real: 600,
    source: 'Amazon EventBridge: wait ten minutes before a replay, as events may take so long into the archive.',
  },
  replays: {
    type: 'shaped',
    shape: 'replays',
    turnable: true,
    classroom: [],
    real: [],
    source: 'Amazon EventBridge API, StartReplay: from one event time to another, to all rules or to one.',
  },
  startsAt: {
    type: 'shaped',
    shape: 'instant',
    classroom: '2030-01-07T08:00:00Z',
    real: '2030-01-07T08:00:00Z',
    source: 'Our choice: a Monday morning. What second 0 of the run is on the clock and the calendar, in UTC.',
  },
  scheduleJitterSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 60,
    turnable: true,
    classroom: 0,
    real: 10,
    source: 'Amazon EventBridge: a rule fires within its minute, several seconds late at most; 10 s is our choice.',
  },
} as const satisfies Parameters;

/** How copies reach targets. */
const deliveryParameters = {
  latency: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'lognormal', mean: 0.16, variation: 0.4 },
    real: { kind: 'lognormal', mean: 0.16, variation: 0.4 },
    source:
      'Measured from publishing to a function, February 2023: p50 148 ms, p90 241 ms, p99 387 ms. ' +
      'This distribution has 149, 243 and 364 ms, in seconds.',
  },
  maximumRetries: {
    type: 'number',
    unit: 'tries',
    min: 0,
    max: MOST_RETRIES,
    integer: true,
    turnable: true,
    classroom: 5,
    real: 185,
    source: 'Amazon EventBridge API, MaximumRetryAttempts: 185, from 0. Holds for targets that do not say their own.',
  },
  maximumAgeSeconds: {
    type: 'number',
    unit: 's',
    min: LEAST_AGE_SECONDS,
    max: MOST_AGE_SECONDS,
    scale: 'log',
    turnable: true,
    classroom: 120,
    real: 86_400,
    source: 'Amazon EventBridge API, MaximumEventAgeInSeconds: 24 h, from 60 s; less is our choice, for the classroom.',
  },
  retryBaseSeconds: {
    type: 'number',
    unit: 's',
    min: 0.1,
    max: 600,
    scale: 'log',
    turnable: true,
    classroom: 1,
    real: 1,
    source: 'Our choice: Amazon EventBridge says "exponential back-off and jitter" and no numbers.',
  },
  retryCapSeconds: {
    type: 'number',
    unit: 's',
    min: 0.1,
    max: 3600,
    scale: 'log',
    turnable: true,
    classroom: 20,
    real: 900,
    source: 'Our choice: with pauses of 7.5 minutes on average 185 retries take about the 24 h that are allowed.',
  },
  targetTimeoutSeconds: {
    type: 'number',
    unit: 's',
    min: 0.1,
    max: 60,
    turnable: true,
    classroom: 5,
    real: 5,
    source: 'Amazon EventBridge, API destinations: an HTTP endpoint must answer within 5 s.',
  },
  deliveriesPerSecond: {
    type: 'number',
    unit: '1/s',
    min: 1,
    max: 1_000_000,
    integer: true,
    scale: 'log',
    turnable: true,
    classroom: 18_750,
    real: 18_750,
    source: 'Amazon EventBridge quota in us-east-1: 18,750 invocations a second; beyond it delivery is late, not lost.',
  },
  duplicateShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0,
    real: 0.0001,
    source: 'Our choice: Amazon EventBridge delivers at least once, and does not say how often twice.',
  },
} as const satisfies Parameters;

export const eventBusParameters = { ...contentParameters, ...deliveryParameters } as const satisfies Parameters;
