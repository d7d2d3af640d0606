/**
 * callers → handler → records
 *
 * Calls are rare and environments go soon, so that one call in a few finds none: what a start is made of is seen often.
 */

import type { Stage } from '../stage.ts';
import { handling } from './handling.ts';

export const functionRuntimes = {
  id: 'function-runtimes',
  rung: 7,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: { ratePerSecond: 0.2 } },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 180],
      params: {
        memoryMegabytes: 512,
        // Our choice: some seconds, where the real service keeps them for minutes.
        idleSeconds: { kind: 'uniform', min: 4, max: 8 },
        // One of each: SnapStart needs a published version, and so does an alias.
        versions: [{ version: 1 }],
        aliasVersion: 1,
        steps: [handling(0.2, 0.2)],
      },
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
    ['handler', 'errorShare'],
  ],
} as const satisfies Stage;
