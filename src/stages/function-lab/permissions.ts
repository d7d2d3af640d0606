/**
 * callers → front-door → handler → records
 * photographers → photos ↗       ↘ outbox
 * clock (bus)          ↗
 * askers  → inbox ← handler (the function fetches by itself)
 *
 * Two doors. The resource policy of the function says who may call it: a gateway, a bucket, a bus. Its execution role says
 * what it may do: write, send, and read the queue that it is fed from, which calls nobody.
 */

import type { Stage } from '../stage.ts';
import { manage } from '../work.ts';

/** All of the function's calls, each of which its role has to allow. */
const work = manage({ to: 'records', operation: 'write' }, { to: 'outbox', operation: 'send', event: 'video-ready' });

export const functionPermissions = {
  id: 'function-permissions',
  rung: 7,
  durationSeconds: 180,
  offers: [
    ['callers', 'ratePerSecond'],
    ['photographers', 'ratePerSecond'],
    ['askers', 'ratePerSecond'],
  ],
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 0], params: { ratePerSecond: 0.5, arrivals: 'steady' } },
    { id: 'front-door', kind: 'gateway', at: [300, 0] },
    { id: 'photographers', kind: 'client', at: [0, 190], params: { ratePerSecond: 0.25, arrivals: 'steady' } },
    { id: 'photos', kind: 'bucket', at: [300, 190], params: { notifications: [{ to: 'handler' }] } },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [300, 370],
      params: {
        type: 'default',
        rules: [{ name: 'every-minute', schedule: 'rate(1 minute)', targets: [{ to: 'handler' }] }],
      },
    },
    { id: 'askers', kind: 'client', at: [0, 550], params: { ratePerSecond: 0.25, arrivals: 'steady' } },
    { id: 'inbox', kind: 'queue', at: [300, 550] },
    {
      id: 'handler',
      kind: 'function',
      at: [800, 210],
      params: { memoryMegabytes: 512, mappings: [{ from: 'inbox', batchSize: 1 }], steps: [work] },
    },
    { id: 'records', kind: 'table', at: [1150, 100] },
    { id: 'outbox', kind: 'queue', at: [1150, 320] },
  ],
  links: [
    { from: 'callers', to: 'front-door' },
    { from: 'front-door', to: 'handler' },
    { from: 'photographers', to: 'photos' },
    { from: 'photos', to: 'handler' },
    { from: 'lab-bus', to: 'handler' },
    { from: 'askers', to: 'inbox' },
    { from: 'handler', to: 'inbox' },
    { from: 'handler', to: 'records' },
    { from: 'handler', to: 'outbox' },
  ],
} as const satisfies Stage;
