/**
 * callers → handler → records
 *
 * One function, called by people who know nothing of one another. Each run takes two seconds on average, now more, now
 * less, and waits all that time: memory makes no difference. Environments are kept for a while, all for the same. An hour,
 * so that shares can be measured.
 */

import type { StepProgram } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';

/** How long a run lasts on average, the call of the table included, s. Our choice: long enough to be seen. */
export const MEAN_RUN_SECONDS = 2;
/** Of that, the call: the way there and back (20 ms each), and what the table takes. Our choice. */
const TABLE_SECONDS = 0.01;
const CALL_SECONDS = 0.04 + TABLE_SECONDS;

const steps: StepProgram[] = [
  {
    step: 'extra',
    work: [{ seconds: { kind: 'exponential', mean: MEAN_RUN_SECONDS - CALL_SECONDS }, cpuShare: 0 }],
    after: [{ to: 'records', operation: 'write' }],
  },
];

export const functionEnvironments = {
  id: 'function-environments',
  rung: 7,
  durationSeconds: 3600,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 180], params: { sends: 'clicks', ratePerSecond: 2 } },
    {
      id: 'handler',
      kind: 'function',
      at: [300, 180],
      // Recycled after hours, as by the real service: in an hour of the bench only the idle time ends an environment.
      params: { idleSeconds: { kind: 'constant', value: 20 }, recycleSeconds: 10_800, steps },
    },
    {
      id: 'records',
      kind: 'table',
      at: [640, 200],
      params: { latency: { kind: 'constant', value: TABLE_SECONDS } },
    },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'handler', to: 'records' },
  ],
  offers: [['handler', 'memoryMegabytes']],
} as const satisfies Stage;
