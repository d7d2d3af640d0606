/**
 * users → bucket → process → bucket
 *
 * The second typical use of functions, the processing of files: whatever is put into the bucket has a function run, which
 * puts what it makes back. Only masters have it run: else what it makes would have it run again, for ever.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { process, store } from './work.ts';

export const fileProcessing = {
  id: 'file-processing',
  rung: 7,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'bucket',
      kind: 'bucket',
      at: places.bucket,
      params: { notifications: [{ to: 'process', objects: ['master'] }] },
    },
    {
      id: 'process',
      kind: 'function',
      at: places.process,
      params: {
        // Two vCPU, the reference machine.
        memoryMegabytes: 3538,
        steps: [
          process({ to: 'bucket', operation: 'get', object: 'master' }),
          store(
            { to: 'bucket', operation: 'put', object: '480p' },
            { to: 'bucket', operation: 'put', object: '720p' },
            { to: 'bucket', operation: 'put', object: '1080p' },
          ),
        ],
      },
    },
  ],
  links: [
    { from: 'users', to: 'bucket' },
    { from: 'bucket', to: 'process' },
    { from: 'process', to: 'bucket' },
  ],
} as const satisfies Stage;
