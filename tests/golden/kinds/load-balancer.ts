/** Two instances take turns; both go down, and it takes two failed checks to notice; then all get requests (fail open). */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 4, 11] }),
    component('balancer', 'load-balancer'),
    group('servers', { loadBalancer: 'balancer', zones: 2, desired: 2, maximum: 2, restartSeconds: 0 }),
  ],
  ['people balancer', 'balancer servers'],
  {
    durationSeconds: 14,
    interventions: [{ kind: 'fault', fault: 'crash', target: 'servers', atSeconds: 2, untilSeconds: 10.5 }],
  },
);
