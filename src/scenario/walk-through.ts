/**
 * The walk through the queued stage that every course tells. Nobody uploads and nothing runs: minimum 0, desired 0,
 * maximum 1337. Three videos arrive; desired goes 0 → 2; two instances boot, poll, fetch the master, transcode, store,
 * and delete the message. One message is left: desired goes 2 → 1, and one instance goes. The last message is done:
 * desired goes 1 → 0; nothing runs and nothing is billed.
 *
 * Nothing of this is scripted: only when the three videos come is said here, how long they are, and that the policy asks
 * for two instances at most.
 */
import { newScenario } from './new-scenario.ts';
import type { StageScenario } from './scenario.ts';

export const walkThrough: StageScenario = newScenario('queued', {
  durationSeconds: 45,
  parameters: {
    users: { arrivals: 'times', times: [1, 1.5, 2], videoMinutes: { kind: 'constant', value: 4 } },
    fleet: {
      scaling: [
        {
          kind: 'step',
          queue: 'queue',
          metric: 'visible-and-in-flight',
          steps: [
            { from: 0, adjust: 'exact', instances: 0 },
            { from: 1, adjust: 'exact', instances: 1 },
            { from: 2, adjust: 'exact', instances: 2 },
          ],
        },
      ],
    },
  },
});
