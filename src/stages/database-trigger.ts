/**
 * users → manage → metadata → changes ← indexer → index
 *
 * The third typical use of functions, the trigger of a database: every change of the table lies in a stream, and a function
 * keeps the index of the search up to date with it. Whoever writes knows nothing of the index, and does not wait for it.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { extra, manage } from './work.ts';

export const databaseTrigger = {
  id: 'database-trigger',
  rung: 7,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'manage',
      kind: 'function',
      at: places.manage,
      params: { memoryMegabytes: 512, steps: [manage({ to: 'metadata', operation: 'write' })] },
    },
    { id: 'metadata', kind: 'table', at: places.metadata, params: { changes: 'changes' } },
    { id: 'changes', kind: 'stream', at: [460, 416], params: { capacity: 'table' } },
    {
      id: 'indexer',
      kind: 'function',
      at: [200, 410],
      params: {
        memoryMegabytes: 512,
        mappings: [{ from: 'changes' }],
        steps: [extra(0.1, { to: 'index', operation: 'write' })],
      },
    },
    { id: 'index', kind: 'table', at: [0, 440] },
  ],
  links: [
    { from: 'users', to: 'manage' },
    { from: 'manage', to: 'metadata' },
    { from: 'metadata', to: 'changes' },
    { from: 'indexer', to: 'changes' },
    { from: 'indexer', to: 'index' },
  ],
} as const satisfies Stage;
