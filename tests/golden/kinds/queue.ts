/**
 * Two messages and a worker that is down when it should delete the first: seen again after the visibility timeout, and
 * received too often, it becomes a dead letter in a queue of its own, and is moved back.
 */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0, 0.5] }),
    group('front', { steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }] }),
    component('queue', 'queue', { visibilityTimeoutSeconds: 4, maxReceiveCount: 1, deadLetterQueue: 'letters' }),
    component('letters', 'queue', { redriveTo: 'queue', redriveRatePerSecond: 0.2 }),
    group('workers', { queue: 'queue', restartSeconds: 0 }),
  ],
  ['people front', 'front queue', 'workers queue', 'queue letters', 'letters queue'],
  {
    durationSeconds: 16,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'workers', atSeconds: 1, untilSeconds: 2 }],
  },
);
