/**
 * Four uploads are appended to two shards, by key: those of one key come to one shard, in their order. A shard takes one
 * record a second here, and refuses the next. A function reads, each shard by itself, and says by its next question how
 * far it has come: what it has passed is let go.
 */
import { serverless } from '../../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0.5, 0.5, 0.6, 1.5] }),
    group('front', {
      slotsPerInstance: 4,
      steps: [{ step: 'upload', work: [], after: [{ to: 'stream', operation: 'append', event: 'upload-complete' }] }],
    }),
    component('stream', 'stream', { shards: 2, keys: 3, recordsPerSecondPerShard: 1 }),
    serverless('reader', {
      mappings: [{ from: 'stream', batchSize: 2 }],
      steps: [{ step: 'process', work: [lasting(1)] }],
    }),
  ],
  ['people front', 'front stream', 'reader stream'],
  { durationSeconds: 4.5 },
);
