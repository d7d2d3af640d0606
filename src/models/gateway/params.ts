/** Parameters of a gateway. Real defaults: Amazon API Gateway. */
import { eventTypes } from '../facts.ts';
import type { Parameters } from '../parameters.ts';

export const gatewayParameters = {
  type: {
    type: 'choice',
    options: ['rest', 'http'],
    classroom: 'http',
    real: 'http',
    source: 'Amazon API Gateway has both, at different prices and with different time-outs. Our choice.',
  },
  integrationTimeoutSeconds: {
    type: 'number',
    unit: 's',
    min: 0.05,
    max: 300,
    turnable: true,
    classroom: 29,
    real: 29,
    source:
      'Amazon API Gateway: from 50 ms on; REST 29 s, and more where a regional or private API asked for it (up to 300 s is our choice); HTTP at most 30 s.',
  },
  rateLimitPerSecond: {
    type: 'number',
    unit: '1/s',
    min: 0,
    max: 10_000,
    scale: 'log',
    turnable: true,
    classroom: 10,
    real: 10_000,
    source: 'Amazon API Gateway: 10,000 requests a second for each account and region. Classroom: a thousandth.',
  },
  burst: {
    type: 'number',
    unit: 'requests',
    min: 1,
    max: 5000,
    integer: true,
    turnable: true,
    classroom: 5,
    real: 5000,
    source: 'Amazon API Gateway: a burst of 5,000 requests for each account and region. Classroom: a thousandth.',
  },
  event: {
    type: 'choice',
    options: eventTypes.filter((each) => each !== 'none'),
    classroom: 'upload-complete',
    real: 'upload-complete',
    source: 'Our choice. What a request tells that says nothing itself, where a queue, topic, bus or stream takes it.',
  },
} as const satisfies Parameters;
