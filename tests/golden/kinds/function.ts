/**
 * A function that is called: cold, warm, throttled beyond two at once, timed out over a long video and paying for its next
 * start, and a second version that a third of the calls should get but which is rolled back.
 */
import { serverless } from '../../support/small-function.ts';
import { aScenario, lasting, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1.5, 1.6, 6, 12], timeoutSeconds: 4 }),
    serverless('function', {
      reservedConcurrency: 2,
      timeoutSeconds: 3,
      versions: [{ version: 1 }, { version: 2, workFactor: 2 }],
      aliasVersion: 1,
      secondVersion: 2,
      steps: [{ step: 'process', work: [lasting(2)] }],
    }),
  ],
  ['people function'],
  {
    durationSeconds: 40,
    interventions: [
      { kind: 'set', target: 'function', parameter: 'secondVersionShare', value: 1, atSeconds: 5 },
      { kind: 'set', target: 'function', parameter: 'secondVersionShare', value: 0, atSeconds: 10 },
    ],
  },
);
