/** Parameters of a bucket. */
import type { Parameters } from '../parameters.ts';

export const bucketParameters = {
  latency: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'uniform', min: 0.02, max: 0.1 },
    real: { kind: 'uniform', min: 0.02, max: 0.1 },
    source: 'Our choice, 20 to 100 ms in seconds: Amazon publishes no latency of S3.',
  },
} as const satisfies Parameters;
