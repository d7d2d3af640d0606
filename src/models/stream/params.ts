/** Parameters of a stream. */
import type { Parameters } from '../parameters.ts';

/** Our choice: enough to see that shards are what a stream scales by. */
const MOST_SHARDS = 500;

export const streamParameters = {
  capacity: {
    type: 'choice',
    options: ['provisioned', 'on-demand', 'table'],
    classroom: 'provisioned',
    real: 'provisioned',
    source:
      'Amazon Kinesis Data Streams API, StreamMode: PROVISIONED or ON_DEMAND. Decides how the stream is billed. The stream of a table has no hours of shards, and functions read it for nothing (general knowledge of DynamoDB Streams).',
  },
  shards: {
    type: 'number',
    unit: 'shards',
    min: 1,
    max: MOST_SHARDS,
    integer: true,
    classroom: 2,
    real: 4,
    source: 'Amazon Kinesis Data Streams: 4 shards are what a new on-demand stream has room for (general knowledge).',
  },
  keys: {
    type: 'number',
    unit: 'keys',
    min: 0,
    max: 100_000,
    integer: true,
    classroom: 0,
    real: 0,
    source: 'Our choice: 0 gives each upload a partition key of its own; n gives it its number modulo n.',
  },
  recordsPerSecondPerShard: {
    type: 'number',
    unit: '1/s',
    min: 1,
    max: 1000,
    integer: true,
    scale: 'log',
    turnable: true,
    classroom: 1000,
    real: 1000,
    source: 'Amazon Kinesis Data Streams: a shard takes 1,000 records a second (and 1 MB, which is not modelled).',
  },
  retentionSeconds: {
    type: 'number',
    unit: 's',
    min: 1,
    max: 31_536_000,
    scale: 'log',
    turnable: true,
    classroom: 86_400,
    real: 86_400,
    source: 'Amazon Kinesis Data Streams API, RetentionPeriodHours: 24 h, to 8,760 h; less than 24 h is our choice.',
  },
} as const satisfies Parameters;
