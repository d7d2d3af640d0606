/**
 * viewers → clicks ← statistics
 *
 * The fifth typical use of functions, the stream in real time: clicks pour into a stream, and a function takes them in
 * batches, shard by shard and in order. Twenty clicks a second at the peak, and far fewer runs.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { extra } from './work.ts';

export const realTimeStream = {
  id: 'real-time-stream',
  rung: 7,
  nodes: [
    {
      id: 'viewers',
      kind: 'client',
      at: places.viewers,
      params: { ...classroomUsers, sends: 'clicks', ratePerSecond: 15 },
    },
    { id: 'clicks', kind: 'stream', at: [900, 326] },
    {
      id: 'statistics',
      kind: 'function',
      at: places.statistics,
      params: {
        memoryMegabytes: 512,
        mappings: [{ from: 'clicks', batchSize: 100, windowSeconds: 2 }],
        steps: [extra(0.01)],
      },
    },
  ],
  links: [
    { from: 'viewers', to: 'clicks' },
    { from: 'statistics', to: 'clicks' },
  ],
} as const satisfies Stage;
