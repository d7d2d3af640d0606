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
  writeLimitPerSecond: {
    type: 'number',
    unit: '1/s',
    min: 0,
    max: 100_000,
    turnable: true,
    classroom: 1000,
    real: 1000,
    source: 'Amazon DynamoDB: 1,000 writes a second for each partition; the table has one (our choice).',
  },
  readLimitPerSecond: {
    type: 'number',
    unit: '1/s',
    min: 0,
    max: 100_000,
    turnable: true,
    classroom: 3000,
    real: 3000,
    source: 'Amazon DynamoDB: 3,000 reads a second for each partition; the table has one (our choice).',
  },
  changes: {
    type: 'shaped',
    shape: 'component',
    classroom: null,
    real: null,
    source: 'Amazon DynamoDB: a table has no stream of its changes unless it is set up.',
  },
} as const satisfies Parameters;
