/** A function that is handed events: throttled, failing, tried again, told of when done, and laid with the dead letters. */
import { serverless } from '../../support/small-function.ts';
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1] }),
    group('front', {
      slotsPerInstance: 2,
      steps: [
        { step: 'upload', work: [], after: [{ to: 'function', operation: 'deliver', event: 'upload-complete' }] },
      ],
    }),
    serverless('function', {
      reservedConcurrency: 1,
      maximumRetries: 1,
      destinations: { onSuccess: 'done', deadLetter: 'dead' },
    }),
    component('done', 'queue'),
    component('dead', 'queue'),
  ],
  ['people front', 'front function', 'function done', 'function dead'],
  {
    durationSeconds: 20,
    interventions: [{ kind: 'set', target: 'function', parameter: 'errorShare', value: 1, atSeconds: 4 }],
  },
);
