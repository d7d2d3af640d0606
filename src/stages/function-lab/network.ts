/**
 * callers → handler → database (inside of the private network)
 *           handler → records (outside of it)
 *
 * The function needs somebody inside and somebody outside. Public, it does not find the database; in the private network
 * without a way out it does not find the records, and nobody refuses: each call waits until the function times out.
 */

import type { Stage } from '../stage.ts';
import { extra, manage } from '../work.ts';

export const functionNetwork = {
  id: 'function-network',
  rung: 7,
  durationSeconds: 180,
  nodes: [
    {
      id: 'callers',
      kind: 'client',
      at: [0, 200],
      params: { ratePerSecond: 0.5 },
    },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 190],
      params: {
        // The most that there was in the years when each environment of such a function had an interface of its own.
        memoryMegabytes: 3008,
        timeoutSeconds: 6,
        vpc: 'with-way-out',
        privateNeighbours: ['database'],
        steps: [
          { ...manage({ to: 'records', operation: 'write' }), before: [{ to: 'database', operation: 'upload' }] },
        ],
      },
    },
    {
      id: 'database',
      kind: 'instance-group',
      at: [660, 60],
      params: { instanceType: 't3.small', slotsPerInstance: 8, steps: [extra(0.05)] },
    },
    { id: 'records', kind: 'table', at: [660, 330] },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'database' },
    { from: 'handler', to: 'records' },
  ],
  offers: [
    ['callers', 'ratePerSecond'],
    ['handler', 'timeoutSeconds'],
    ['handler', 'callTimeoutSeconds'],
  ],
} as const satisfies Stage;
