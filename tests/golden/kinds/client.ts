/** One server with one slot: people who wait two seconds, try three times in all, and give up on it for a while. */
import { aScenario, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({
      times: [0, 1, 12],
      timeoutSeconds: 3,
      retries: 'exponential',
      attempts: 3,
      retryBaseSeconds: 1,
      breakerFailures: 4,
      breakerOpenSeconds: 4,
    }),
    group('server', { backlogLimit: 0, restartSeconds: 0 }),
  ],
  ['people server'],
  {
    durationSeconds: 15,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'server', atSeconds: 1, untilSeconds: 6 }],
  },
);
