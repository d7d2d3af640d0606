/** Parameters of a table. */
import type { Parameters } from '../parameters.ts';

export const tableParameters = {
  latency: {
    type: 'shaped',
    shape: 'distribution',
    classroom: { kind: 'uniform', min: 0.005, max: 0.02 },
    real: { kind: 'uniform', min: 0.005, max: 0.02 },
    source: 'Our choice, 5 to 20 ms in seconds: Amazon speaks of single-digit milliseconds, before the network.',
  },
} as const satisfies Parameters;
