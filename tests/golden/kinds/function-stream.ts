/** A function that is fed from a stream: after an error the batch is split, and its records are done again in order. */
import { serverless } from '../../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1] }),
    group('front', {
      slotsPerInstance: 2,
      steps: [{ step: 'upload', work: [], after: [{ to: 'stream', operation: 'append' }] }],
    }),
    component('stream', 'stream', { shards: 1 }),
    serverless('function', {
      mappings: [{ from: 'stream', batchSize: 2, bisect: true }],
      steps: [{ step: 'process', work: [lasting(1)] }],
    }),
  ],
  ['people front', 'front stream', 'function stream'],
  {
    durationSeconds: 10,
    interventions: [
      { kind: 'set', target: 'function', parameter: 'errorShare', value: 1, atSeconds: 3 },
      { kind: 'set', target: 'function', parameter: 'errorShare', value: 0, atSeconds: 4 },
    ],
  },
);
