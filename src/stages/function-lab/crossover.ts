/**
 * callers → handler → records
 * callers → balancer → servers → records
 *
 * The same work twice: on functions, which are paid for by the call, and on two machines or more behind a load balancer,
 * which are paid for by the hour. Where calls are few, the machines idle; where they are many, functions are dear.
 */

import type { Stage } from '../stage.ts';
import { handling } from './handling.ts';

/** Our choice: computing and waiting, half of each, for a fifth of a second. */
const work = handling(0.2, 0.5);
const calls = { ratePerSecond: 2 } as const;

export const functionCrossover = {
  id: 'function-crossover',
  rung: 7,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: calls },
    { id: 'handler', kind: 'function', at: [460, 180], params: { memoryMegabytes: 512, steps: [work] } },
    { id: 'records', kind: 'table', at: [980, 200] },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'records' },
  ],
  offers: [
    ['callers', 'ratePerSecond'],
    ['handler', 'memoryMegabytes'],
  ],
} as const satisfies Stage;

export const functionCrossoverInstances = {
  id: 'function-crossover-instances',
  rung: 7,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: calls },
    { id: 'balancer', kind: 'load-balancer', at: [300, 180], params: { algorithm: 'least-outstanding' } },
    {
      id: 'servers',
      kind: 'instance-group',
      at: [620, 180],
      params: {
        instanceType: 'c5.large',
        // As many at once as compute half of the time on the whole machine without waiting for one another.
        slotsPerInstance: 2,
        // One in each of two zones, so that one may be lost; more of them as they fill.
        minimum: 2,
        desired: 2,
        maximum: 100,
        zones: 2,
        replaceUnhealthy: 'yes',
        loadBalancer: 'balancer',
        scaling: [{ kind: 'target-tracking', metric: 'utilisation', target: 60 }],
        steps: [work],
      },
    },
    { id: 'records', kind: 'table', at: [980, 200] },
  ],
  links: [
    { from: 'callers', to: 'balancer' },
    { from: 'balancer', to: 'servers' },
    { from: 'servers', to: 'records' },
  ],
  offers: [
    ['callers', 'ratePerSecond'],
    ['servers', 'minimum'],
  ],
} as const satisfies Stage;
