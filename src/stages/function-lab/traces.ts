/**
 * callers → door → handler → lab-bus → worker → records
 *                                      worker ⇢ aside
 *
 * A request goes through two functions. The caller waits for the first; the second is told by the bus, fails now and then,
 * and is tried again by itself. What a request went through can only be seen if every line and every bar has its number.
 */

import type { Stage } from '../stage.ts';
import { admit, manage } from '../work.ts';

export const functionTraces = {
  id: 'function-traces',
  rung: 7,
  durationSeconds: 180,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: { ratePerSecond: 0.25 } },
    { id: 'door', kind: 'gateway', at: [215, 182] },
    {
      id: 'handler',
      kind: 'function',
      at: [420, 166],
      params: {
        memoryMegabytes: 1024,
        steps: [admit({ to: 'lab-bus', operation: 'publish', event: 'upload-complete' })],
      },
    },
    {
      id: 'lab-bus',
      kind: 'event-bus',
      at: [665, 186],
      params: {
        rules: [{ name: 'orders', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'worker' }] }],
      },
    },
    {
      id: 'worker',
      kind: 'function',
      at: [1045, 166],
      params: {
        memoryMegabytes: 512,
        timeoutSeconds: 10,
        errorShare: 0.35,
        destinations: { deadLetter: 'aside' },
        steps: [manage({ to: 'records', operation: 'write' })],
      },
    },
    { id: 'records', kind: 'table', at: [1255, 12] },
    { id: 'aside', kind: 'queue', at: [1222, 380] },
  ],
  links: [
    { from: 'callers', to: 'door' },
    { from: 'door', to: 'handler' },
    { from: 'handler', to: 'lab-bus' },
    { from: 'lab-bus', to: 'worker' },
    { from: 'worker', to: 'records' },
    { from: 'worker', to: 'aside' },
  ],
  offers: [
    ['callers', 'ratePerSecond'],
    ['worker', 'errorShare'],
    ['worker', 'maximumRetries'],
    ['worker', 'retryWaitSeconds'],
  ],
} as const satisfies Stage;
