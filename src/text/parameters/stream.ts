/** Name and one line of help of every parameter of a stream. */
import type { Words } from '../words.ts';

export const streamParameterWords = {
  'parameter.stream.capacity': { neutral: 'Billed by', aws: 'Capacity mode' },
  'parameter.stream.capacity.help': {
    neutral:
      'By shards and hours, by what goes in and out, or as the stream of a table, which costs nothing by itself.',
    aws: 'Provisioned: by shards and hours. On-demand: by gigabytes in and out. Table: DynamoDB Streams, free for Lambda.',
  },
  'parameter.stream.shards': 'Shards',
  'parameter.stream.shards.help':
    'Into how many parts the stream is split. Order holds within a part, and each part has limits of its own.',
  'parameter.stream.keys': { neutral: 'Keys', aws: 'Partition keys' },
  'parameter.stream.keys.help':
    'How many different keys the records have. 0: one for each upload. Few keys leave some shards idle and others hot.',
  'parameter.stream.recordsPerSecondPerShard': 'Records per second and shard',
  'parameter.stream.recordsPerSecondPerShard.help': 'What one shard takes in a second; more is refused as throttled.',
  'parameter.stream.retentionSeconds': { neutral: 'Time of retention', aws: 'Retention period' },
  'parameter.stream.retentionSeconds.help':
    'How long a record stays that nobody has read. A reader that is further behind misses it.',
} as const satisfies Words;
