/** A function that is fed from a queue in batches: it names the message that failed, which is seen again and done then. */
import { serverless } from '../../support/small-function.ts';
import { aScenario, component, group, lasting, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1] }),
    group('front', {
      slotsPerInstance: 2,
      steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }],
    }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 6, receiveWaitSeconds: 20 }),
    serverless('function', {
      mappings: [{ from: 'queue', batchSize: 2, windowSeconds: 1, pollers: 1, reportFailures: true }],
      steps: [{ step: 'process', work: [lasting(1)] }],
    }),
  ],
  ['people front', 'front queue', 'function queue'],
  {
    durationSeconds: 12,
    interventions: [
      { kind: 'set', target: 'function', parameter: 'errorShare', value: 1, atSeconds: 3 },
      { kind: 'set', target: 'function', parameter: 'errorShare', value: 0, atSeconds: 5 },
    ],
  },
);
