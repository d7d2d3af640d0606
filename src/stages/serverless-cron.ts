/**
 * bus → report → metadata
 *
 * The fourth typical use of functions, the serverless cron: once a minute a rule of the bus fires, a function runs for a
 * moment, and nothing is there in between. Nobody uploads here. A machine that waits for the minute costs all of the hour.
 */
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { extra } from './work.ts';

export const serverlessCron = {
  id: 'serverless-cron',
  rung: 7,
  nodes: [
    {
      id: 'bus',
      kind: 'event-bus',
      at: places.bus,
      params: {
        type: 'default',
        rules: [{ name: 'every-minute', schedule: 'rate(1 minute)', targets: [{ to: 'report' }] }],
      },
    },
    {
      id: 'report',
      kind: 'function',
      at: [700, 166],
      params: { memoryMegabytes: 512, steps: [extra(2, { to: 'metadata', operation: 'write' })] },
    },
    { id: 'metadata', kind: 'table', at: places.metadata },
  ],
  links: [
    { from: 'bus', to: 'report' },
    { from: 'report', to: 'metadata' },
  ],
} as const satisfies Stage;
