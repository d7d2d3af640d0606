/**
 * callers → handler → records
 *
 * Each call computes most of the time, on one thread. With more memory come more vCPU: the runs get shorter and cost hardly
 * more, until the one thread has a whole vCPU. From there on more memory only costs.
 */

import type { Stage } from '../stage.ts';
import { handling } from './handling.ts';

export const functionMemory = {
  id: 'function-memory',
  rung: 7,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: { ratePerSecond: 0.8 } },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 180],
      params: { memoryMegabytes: 512, threads: 1, steps: [handling(0.5, 0.8)] },
    },
    { id: 'records', kind: 'table', at: [640, 200] },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'records' },
  ],
  offers: [
    ['callers', 'ratePerSecond'],
    ['handler', 'memoryMegabytes'],
    ['handler', 'threads'],
    ['handler', 'errorShare'],
  ],
} as const satisfies Stage;
