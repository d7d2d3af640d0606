/**
 * callers    → handler
 * publishers → notices → jobs ← event-function ← notices
 * clickers   → clicks ← event-function
 * crowd      → neighbour
 *
 * Three functions of one account. One is called and waited for; one is handed events, and fed from a queue and a stream; and
 * one has runs ten times as long and callers who can get many. A small account, as a new one may be: 120 at once, of which
 * 100 must stay unreserved.
 */

import type { StepProgram } from '../../models/parameters.ts';
import type { Stage } from '../stage.ts';

/** All three share it. Our choice: an account may start lower than the usual 1,000, and 100 of it stay unreserved. */
export const ACCOUNT_CONCURRENCY = 120;
/** What may be reserved of it. */
export const MOST_RESERVED = 20;
/** How long a run of the handler lasts on average, s. Our choice. */
export const MEAN_RUN_SECONDS = 2;

/** Waits, so that memory makes no difference. */
const waiting = (mean: number): StepProgram[] => [
  { step: 'extra', work: [{ seconds: { kind: 'exponential', mean }, cpuShare: 0 }] },
];

/** The same program as a published version behind an alias, so that environments can be kept ready. */
const published = { versions: [{ version: 1 }], aliasVersion: 1 } as const;
/** Kept warm for long, and for all the same: what is seen here is who gets an environment, and not how it starts. */
const keptWarm = { idleSeconds: { kind: 'constant', value: 60 }, recycleSeconds: 10_800 } as const;

export const functionLimits = {
  id: 'function-limits',
  rung: 7,
  durationSeconds: 900,
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 20], params: { sends: 'clicks', ratePerSecond: 2 } },
    {
      id: 'handler',
      kind: 'function',
      at: [230, 0],
      params: { accountConcurrency: ACCOUNT_CONCURRENCY, ...published, ...keptWarm, steps: waiting(MEAN_RUN_SECONDS) },
    },
    { id: 'publishers', kind: 'client', at: [560, 0], params: { sends: 'clicks', ratePerSecond: 0.5 } },
    {
      id: 'notices',
      kind: 'topic',
      at: [800, -10],
      params: { subscriptions: [{ to: 'event-function' }, { to: 'jobs' }] },
    },
    { id: 'jobs', kind: 'queue', at: [800, 145], params: { visibilityTimeoutSeconds: 20 } },
    { id: 'clickers', kind: 'client', at: [560, 368], params: { sends: 'clicks', ratePerSecond: 3 } },
    { id: 'clicks', kind: 'stream', at: [800, 360], params: { shards: 1 } },
    {
      id: 'event-function',
      kind: 'function',
      at: [1130, 150],
      params: {
        accountConcurrency: ACCOUNT_CONCURRENCY,
        ...keptWarm,
        steps: waiting(0.1),
        mappings: [
          { from: 'jobs', batchSize: 1 },
          { from: 'clicks', batchSize: 10, windowSeconds: 1 },
        ],
      },
    },
    { id: 'crowd', kind: 'client', at: [0, 270], params: { sends: 'clicks', ratePerSecond: 1 } },
    {
      id: 'neighbour',
      kind: 'function',
      at: [230, 250],
      // Hardly a run is as long as that.
      params: { accountConcurrency: ACCOUNT_CONCURRENCY, ...keptWarm, timeoutSeconds: 300, steps: waiting(20) },
    },
  ],
  links: [
    { from: 'callers', to: 'handler' },
    { from: 'publishers', to: 'notices' },
    { from: 'notices', to: 'event-function' },
    { from: 'notices', to: 'jobs' },
    { from: 'event-function', to: 'jobs' },
    { from: 'clickers', to: 'clicks' },
    { from: 'event-function', to: 'clicks' },
    { from: 'crowd', to: 'neighbour' },
  ],
  offers: [['callers', 'ratePerSecond']],
} as const satisfies Stage;
