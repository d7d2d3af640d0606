/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const realTimeStreamWords = {
  'story.real-time-stream.what': {
    neutral:
      'Each click of a viewer is put into a stream. The stream has {shards} {shards|shard|shards}, each in an order of its own. A function takes the clicks out in batches and counts them, while they come.',
    aws: 'Each click of a viewer is put into a Kinesis data stream. The stream has {shards} {shards|shard|shards}, each in an order of its own. A Lambda function takes the clicks in batches and counts them, while they come.',
  },
  'story.real-time-stream.what.scene': 'Watch the first clicks',
  'story.real-time-stream.trigger': {
    neutral:
      'The trigger is a batch of clicks, but the stream calls nobody: a reader asks each shard for what is next and has the function run with it. That reader belongs to the service that runs the functions. So what counts is the role of the function: it must be allowed to read the stream.',
    aws: 'The trigger is a batch of clicks, but a stream invokes nobody: an event source mapping of Lambda polls each shard and invokes the function with what it finds. So no resource-based policy is needed here. The execution role of the function must be allowed to read the Kinesis stream.',
  },
  'story.real-time-stream.batches': {
    neutral:
      'One by one, each click would be a run of its own. A batch is one run, and waits for a moment until it has filled up: so there are few runs, and each click is counted a little later. Clicks of one shard are counted in their order.',
    aws: 'One by one, each click would be a Lambda invocation of its own. A batch is one invocation, and a batch window lets it fill up for a moment: so there are few of them, and each click is counted a little later. Clicks of one shard are counted in their order.',
  },
  'story.real-time-stream.batches.scene': 'Watch the batches in the evening',
  'story.real-time-stream.behind': {
    neutral:
      'Let the function crash. The clicks wait in the stream for a day, and the reader falls behind. Repair it, and it catches up; only what nobody has read within the day is thrown away. What is paid for all the time is the stream itself, whether anybody clicks or not.',
    aws: 'Let the function crash. The clicks stay in the Kinesis stream for a day, and the iterator age grows. Repair it, and it catches up; only what nobody has read when the retention period is over is thrown away. What is paid for all the time are the provisioned shards of the stream, whether anybody clicks or not.',
  },
  'story.real-time-stream.behind.scene': {
    neutral: 'Crash the function at the peak',
    aws: 'Crash the Lambda function at the peak',
  },

  'predict.a-batch-is-one-run': {
    neutral:
      'In a minute viewers click several hundred times. A function takes the clicks out of a stream in batches of a hundred at the most, and a batch waits for two seconds at the most. How often does the function run?',
    aws: 'In a minute viewers click several hundred times. An event source mapping takes the clicks out of Kinesis with a batch size of a hundred and a batch window of two seconds. How often does the Lambda function run?',
  },
  'predict.a-batch-is-one-run.one': 'Once or twice',
  'predict.a-batch-is-one-run.tenth': 'At most once for every ten clicks',
  'predict.a-batch-is-one-run.half': 'For every few clicks',
  'predict.a-batch-is-one-run.each': 'For nearly every click',
} as const satisfies Words;
