/** Parameters of a topic. */
import type { Parameters } from '../parameters.ts';

export const topicParameters = {
  subscriptions: {
    type: 'shaped',
    shape: 'subscriptions',
    classroom: [],
    real: [],
    source:
      'Amazon SNS: a topic has no subscriber unless it is set up. Standard queues, functions, and HTTP endpoints.',
  },
  deliveryDelay: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'lognormal', mean: 0.082, variation: 0.51 },
    real: { kind: 'lognormal', mean: 0.082, variation: 0.51 },
    source: 'In seconds: half within 73 ms and 99 % within 225 ms, as measured for Amazon SNS to AWS Lambda (2022).',
  },
  retries: {
    type: 'number',
    unit: 'tries',
    min: 0,
    max: 100_015,
    integer: true,
    scale: 'log',
    turnable: true,
    classroom: 5,
    real: 100_015,
    source:
      'Amazon SNS, queues and functions: 3 at once, 2 after 1 s, 10 after 1 to 20 s, 100,000 after 20 s: 23 days. HTTP endpoints: 3 after 20 s.',
  },
  duplicateShare: {
    type: 'number',
    unit: 'share',
    min: 0,
    max: 1,
    turnable: true,
    classroom: 0,
    real: 0.000_01,
    source: 'Our choice: one in 100,000. Amazon says only that a standard topic delivers at least once.',
  },
} as const satisfies Parameters;
