/**
 * users → upload → bucket
 *            ↘ queue ← fleet → bucket, metadata
 *
 * Upload stores the master, leaves a message and is done. The fleet grows from nothing on the length of the queue and
 * goes back to nothing. When all of processing is down, the queue grows and the people uploading notice nothing.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { heavyFrom } from './queue-scaling.ts';
import type { Stage } from './stage.ts';
import { manage, process, store, upload } from './work.ts';

export const queued = {
  id: 'queued',
  rung: 4,
  nodes: [
    { id: 'users', kind: 'client', at: [0, 180], params: classroomUsers },
    {
      id: 'upload',
      kind: 'instance-group',
      at: [190, 180],
      params: {
        instanceType: 't3.small',
        slotsPerInstance: 4,
        minimum: 2,
        desired: 2,
        maximum: 2,
        steps: [upload({ to: 'bucket', operation: 'put', object: 'master' }, { to: 'queue', operation: 'send' })],
      },
    },
    { id: 'bucket', kind: 'bucket', at: [400, -30] },
    { id: 'queue', kind: 'queue', at: [390, 180] },
    {
      id: 'fleet',
      kind: 'instance-group',
      at: [680, 130],
      params: {
        ...heavyFrom('queue'),
        steps: [
          process({ to: 'bucket', operation: 'get', object: 'master' }),
          store(
            { to: 'bucket', operation: 'put', object: '480p' },
            { to: 'bucket', operation: 'put', object: '720p' },
            { to: 'bucket', operation: 'put', object: '1080p' },
          ),
          manage({ to: 'metadata', operation: 'write' }),
        ],
      },
    },
    { id: 'metadata', kind: 'table', at: [725, 440] },
  ],
  links: [
    { from: 'users', to: 'upload' },
    { from: 'upload', to: 'bucket' },
    { from: 'upload', to: 'queue' },
    { from: 'fleet', to: 'queue' },
    { from: 'fleet', to: 'bucket' },
    { from: 'fleet', to: 'metadata' },
  ],
} as const satisfies Stage;
