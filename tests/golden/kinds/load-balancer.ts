/** Two instances in two zones take turns; both go down, and two checks must fail to notice; then one leaves, at work. */
import { aScenario, component, group, people } from '../../support/small-scenario.ts';

export const scenario = aScenario(
  [
    people({ times: [1, 2, 4, 12, 18, 18.2] }),
    component('balancer', 'load-balancer'),
    group('servers', {
      loadBalancer: 'balancer',
      zones: 2,
      minimum: 1,
      maximum: 2,
      desired: 2,
      restartSeconds: 1,
    }),
  ],
  ['people balancer', 'balancer servers'],
  {
    durationSeconds: 22,
    interventions: [
      { kind: 'fault', fault: 'crash', target: 'servers', atSeconds: 3, untilSeconds: 13 },
      { kind: 'set', target: 'servers', parameter: 'desired', value: 1, atSeconds: 19 },
    ],
  },
);
