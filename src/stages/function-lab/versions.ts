/**
 * callers → handler → records
 *
 * The callers reach the function by an alias: a name that points at version 1, and at other versions as soon as there are
 * any. What is edited is $LATEST, which nobody calls here.
 */

import type { Stage } from '../stage.ts';
import { manage } from '../work.ts';

export const functionVersions = {
  id: 'function-versions',
  rung: 7,
  durationSeconds: 240,
  offers: [
    ['callers', 'ratePerSecond'],
    ['handler', 'provisionedConcurrency'],
  ],
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: { ratePerSecond: 4 } },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 180],
      params: {
        memoryMegabytes: 512,
        versions: [{ version: 1, memoryMegabytes: 512 }],
        aliasVersion: 1,
        steps: [manage({ to: 'records', operation: 'write' })],
      },
    },
    { id: 'records', kind: 'table', at: [640, 200] },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'records' },
  ],
} as const satisfies Stage;
