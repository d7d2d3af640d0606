/** Two workers and two groups of messages: the third upload waits for the first, which is of its group; the rest goes on. */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [0, 0.1, 0.2] }),
    group('front', { steps: [{ step: 'upload', work: [], after: [{ to: 'queue', operation: 'send' }] }] }),
    component('queue', 'queue', { type: 'fifo', messageGroups: 2, delaySeconds: 1 }),
    group('workers', { queue: 'queue', desired: 2, maximum: 2 }),
  ],
  ['people front', 'front queue', 'workers queue'],
  { durationSeconds: 4 },
);
