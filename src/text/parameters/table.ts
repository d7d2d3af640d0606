/** Name and one line of help of every parameter of a table. */
import type { Words } from '../words.ts';

export const tableParameterWords = {
  'parameter.table.latency': 'Latency',
  'parameter.table.latency.help': {
    neutral: 'How long the table takes to answer.',
    aws: 'How long Amazon DynamoDB takes to answer.',
  },
  'parameter.table.writeLimitPerSecond': 'Write limit',
  'parameter.table.writeLimitPerSecond.help': {
    neutral: 'How many items a second can be written; beyond that requests are refused.',
    aws: 'Writes a second that one partition of a DynamoDB table takes; beyond that they are throttled.',
  },
  'parameter.table.readLimitPerSecond': 'Read limit',
  'parameter.table.readLimitPerSecond.help': {
    neutral: 'How many items a second can be read; beyond that requests are refused.',
    aws: 'Reads a second that one partition of a DynamoDB table takes; beyond that they are throttled.',
  },
  'parameter.table.changes': { neutral: 'Changes go to', aws: 'DynamoDB stream' },
  'parameter.table.changes.help': {
    neutral: 'The stream to which every change is appended.',
    aws: 'The stream that gets a record of every write (DynamoDB Streams).',
  },
} as const satisfies Words;
