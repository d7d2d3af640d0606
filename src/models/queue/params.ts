/** Parameters of a queue. */
import type { Parameters } from '../parameters.ts';

export const queueParameters = {
  visibilityTimeoutSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 43_200,
    scale: 'log',
    turnable: true,
    classroom: 90,
    real: 30,
    source: 'Amazon SQS API, VisibilityTimeout: 30 s, 0 to 12 h.',
  },
  maxReceiveCount: {
    type: 'number',
    unit: 'receives',
    min: 1,
    max: 1000,
    integer: true,
    turnable: true,
    classroom: 3,
    real: 10,
    source: 'Amazon SQS API, RedrivePolicy maxReceiveCount: 10.',
  },
  receiveWaitSeconds: {
    type: 'number',
    unit: 's',
    min: 0,
    max: 20,
    turnable: true,
    classroom: 20,
    real: 0,
    source: 'Amazon SQS API, ReceiveMessageWaitTimeSeconds: 0 (short polling), to 20 s.',
  },
} as const satisfies Parameters;
