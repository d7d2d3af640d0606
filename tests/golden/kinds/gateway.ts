/** One server behind a gateway that lets in one request a second and waits three seconds: 429, 504, and 502 after a crash. */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 1.2, 2.4, 3.5, 8] }),
    component('gateway', 'gateway', { rateLimitPerSecond: 1, burst: 1, integrationTimeoutSeconds: 3 }),
    group('server'),
  ],
  ['people gateway', 'gateway server'],
  {
    durationSeconds: 12,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'server', atSeconds: 9 }],
  },
);
