/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const databaseTriggerWords = {
  'story.database-trigger.what': {
    neutral:
      'People call a function, and it writes an entry into the table. The table puts each change into a stream, in order. A second function reads the stream, and keeps the index of the search up to date.',
    aws: 'People call a Lambda function, and it writes an item into a DynamoDB table. The table puts each change into its stream, in order. A second function reads the stream, and keeps the index of the search up to date.',
  },
  'story.database-trigger.what.scene': 'Follow the first change',
  'story.database-trigger.trigger': {
    neutral:
      'The trigger is a change in the table, but the stream calls nobody: a reader asks it for the next batch and has the function run with it. That reader belongs to the service that runs the functions. So what counts is the role of the function: it must be allowed to read the stream.',
    aws: 'The trigger is a change in the table, but a stream invokes nobody: an event source mapping of Lambda polls it and invokes the function with each batch. So no resource-based policy is needed here. The execution role of the function must be allowed to read the DynamoDB stream.',
  },
  'story.database-trigger.apart': {
    neutral:
      'Whoever writes does not wait for the index, and does not even know of it. If the second function is slow, the first answers as fast as ever. The index is a little late, and that is the price.',
    aws: 'Whoever writes does not wait for the index, and does not even know of it. If the second Lambda function is slow, the first answers as fast as ever. The index is eventually consistent: it is a little late, and that is the price.',
  },
  'story.database-trigger.apart.scene': {
    neutral: 'Watch the index follow the table',
    aws: 'Watch the index follow the DynamoDB table',
  },
  'story.database-trigger.order': {
    neutral:
      'Let the indexer crash. The changes wait in the stream, in order, and the same batch is tried until it works. So one change that can never be handled holds up all behind it, unless somebody has set how often it is tried.',
    aws: 'Let the indexer crash. The changes wait in the DynamoDB stream, in order, and the same batch of a shard is tried until it works. So one change that can never be handled holds up its shard, unless somebody has set how often it is tried, and where it goes then.',
  },
  'story.database-trigger.order.scene': 'Crash the indexer',
  'story.database-trigger.inside': {
    neutral:
      'Many an index stands in a private network, and then the function has to stand in it too. From there nothing leads out by itself: a call to a service outside is never answered, and the run is cut off. It takes a gateway out of the network, or a direct way from it to the service.',
    aws: 'Many an index stands in a VPC, and then the function has to be attached to it too. From there nothing leads out by itself: a call to another service is never answered, and the run times out. It takes a NAT gateway, or a VPC endpoint for the service.',
  },

  'predict.the-writer-does-not-wait-for-the-index': {
    neutral:
      'Keeping the index takes five seconds for each batch of changes now, many times longer than before. How long do those wait who write into the table?',
    aws: 'Keeping the index takes five seconds for each batch of the DynamoDB stream now, many times longer than before. How long do those wait who write into the table?',
  },
  'predict.the-writer-does-not-wait-for-the-index.same': 'As long as before',
  'predict.the-writer-does-not-wait-for-the-index.as-much': 'As much longer as the index takes',
  'predict.the-writer-does-not-wait-for-the-index.much': 'Far longer even: they stand in line',
} as const satisfies Words;
