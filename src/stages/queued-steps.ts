/**
 * users → bucket → upload-queue ← intake → queue ← process → store-queue ← store → manage-queue ← manage → metadata
 *
 * The variant of the queued stage with a queue before every step. The people put the master into the bucket themselves
 * and are done; the bucket leaves a message, and each step has a fleet and a queue of its own. Any step may be down for a
 * while, and its queue alone grows; at night every fleet is at nothing. The price: each step waits for its own fleet to
 * boot, so the first video of the day takes longest here.
 */
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import { heavyFrom, lightFrom } from './queue-scaling.ts';
import type { Stage } from './stage.ts';
import { manage, process, store, upload } from './work.ts';

export const queuedSteps = {
  id: 'queued-steps',
  rung: 4,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'bucket',
      kind: 'bucket',
      at: places.bucket,
      params: { notifications: [{ to: 'upload-queue', objects: ['master'] }] },
    },
    { id: 'upload-queue', kind: 'queue', at: places['upload-queue'] },
    {
      id: 'intake',
      kind: 'instance-group',
      at: places.intake,
      params: {
        ...lightFrom('upload-queue'),
        steps: [upload({ to: 'queue', operation: 'send' })],
      },
    },
    { id: 'queue', kind: 'queue', at: places.queue },
    {
      id: 'process',
      kind: 'instance-group',
      at: places.process,
      params: {
        ...heavyFrom('queue'),
        steps: [
          {
            ...process({ to: 'bucket', operation: 'get', object: 'master' }),
            after: [{ to: 'store-queue', operation: 'send' }],
          },
        ],
      },
    },
    { id: 'store-queue', kind: 'queue', at: places['store-queue'] },
    {
      id: 'store',
      kind: 'instance-group',
      at: places.store,
      params: {
        ...lightFrom('store-queue'),
        steps: [
          store(
            { to: 'bucket', operation: 'put', object: '480p' },
            { to: 'bucket', operation: 'put', object: '720p' },
            { to: 'bucket', operation: 'put', object: '1080p' },
            { to: 'manage-queue', operation: 'send' },
          ),
        ],
      },
    },
    { id: 'manage-queue', kind: 'queue', at: places['manage-queue'] },
    {
      id: 'manage',
      kind: 'instance-group',
      at: places.manage,
      params: {
        ...lightFrom('manage-queue'),
        steps: [manage({ to: 'metadata', operation: 'write' })],
      },
    },
    { id: 'metadata', kind: 'table', at: places.metadata },
  ],
  links: [
    { from: 'users', to: 'bucket' },
    { from: 'bucket', to: 'upload-queue' },
    { from: 'intake', to: 'upload-queue' },
    { from: 'intake', to: 'queue' },
    { from: 'process', to: 'queue' },
    { from: 'process', to: 'bucket' },
    { from: 'process', to: 'store-queue' },
    { from: 'store', to: 'store-queue' },
    { from: 'store', to: 'bucket' },
    { from: 'store', to: 'manage-queue' },
    { from: 'manage', to: 'manage-queue' },
    { from: 'manage', to: 'metadata' },
  ],
} as const satisfies Stage;
