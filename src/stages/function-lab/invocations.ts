/**
 * callers → handler → records
 */

import type { Stage } from '../stage.ts';
import { extra } from '../work.ts';

export const functionInvocations = {
  id: 'function-invocations',
  rung: 7,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180] },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 180],
      params: { memoryMegabytes: 512, steps: [extra(0.2, { to: 'records', operation: 'write' })] },
    },
    { id: 'records', kind: 'table', at: [640, 200] },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'records' },
  ],
} as const satisfies Stage;
