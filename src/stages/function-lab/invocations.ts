/**
 * callers, saboteur → site → call-handler                    → call-account
 *                          → event-handler                   → event-account
 *                          → event-queue ← batch-handler     → batch-account
 *                          → event-stream ← record-handler   → record-account
 *                                   event-handler, record-handler → failures; event-handler → successes
 *
 * Every request goes down all four ways. Each function first writes to its account, and then does the rest of its work;
 * on what the saboteur sends that rest fails. Who waits, who tries again, how often the account was written and where it
 * ends differs from way to way.
 */

import type { StepProgram } from '../../models/parameters.ts';
import type { TopologyNode } from '../../models/topology.ts';
import type { Stage } from '../stage.ts';

/** Each function writes first; how long the rest takes, s. Our choice. */
const WORK_SECONDS = 0.3;

/** Writes to the account, and does the rest. */
const bookOn = (account: string): StepProgram => ({
  step: 'extra',
  before: [{ to: account, operation: 'write' }],
  work: [{ seconds: { kind: 'constant', value: WORK_SECONDS }, cpuShare: 0 }],
  failsOnPoison: true,
});

const handler = (id: string, account: string, at: readonly [number, number], params: object = {}): TopologyNode => ({
  id,
  kind: 'function',
  at,
  params: { memoryMegabytes: 512, timeoutSeconds: 10, steps: [bookOn(account)], ...params },
});

/** What the site does with each request: hands it over three times, and calls once. */
export const siteSteps: readonly StepProgram[] = [
  {
    step: 'upload',
    work: [{ seconds: { kind: 'constant', value: 0.02 } }],
    after: [
      { to: 'event-handler', operation: 'deliver' },
      { to: 'event-queue', operation: 'send' },
      { to: 'event-stream', operation: 'append' },
      { to: 'call-handler', operation: 'upload' },
    ],
  },
];

export const functionInvocations: Stage = {
  id: 'function-invocations',
  rung: 7,
  durationSeconds: 180,
  offers: [
    ['callers', 'ratePerSecond'],
    ['event-handler', 'maximumRetries'],
    ['event-handler', 'retryWaitSeconds'],
    ['event-handler', 'duplicateShare'],
    ['event-queue', 'maxReceiveCount'],
    ['event-queue', 'visibilityTimeoutSeconds'],
  ],
  nodes: [
    { id: 'callers', kind: 'client', at: [0, 210], params: { arrivals: 'steady', ratePerSecond: 0.5 } },
    { id: 'saboteur', kind: 'client', at: [0, 420], params: { arrivals: 'times', times: [10.5], poisonShare: 1 } },
    {
      id: 'site',
      kind: 'instance-group',
      at: [214, 315],
      params: { instanceType: 't3.small', slotsPerInstance: 100, backlogLimit: 1000, steps: siteSteps },
    },
    handler('call-handler', 'call-account', [712, -20]),
    handler('event-handler', 'event-account', [712, 192], {
      retryWaitSeconds: 5,
      destinations: { deadLetter: 'failures' },
    }),
    {
      id: 'event-queue',
      kind: 'queue',
      at: [456, 396],
      params: { visibilityTimeoutSeconds: 12, maxReceiveCount: 3 },
    },
    handler('batch-handler', 'batch-account', [712, 404], {
      mappings: [{ from: 'event-queue', batchSize: 5, windowSeconds: 6, pollers: 1, maximumConcurrency: 2 }],
    }),
    { id: 'event-stream', kind: 'stream', at: [456, 622], params: { shards: 1 } },
    handler('record-handler', 'record-account', [712, 616], {
      mappings: [{ from: 'event-stream', batchSize: 5, windowSeconds: 6 }],
    }),
    { id: 'call-account', kind: 'table', at: [1014, 10] },
    { id: 'event-account', kind: 'table', at: [1014, 222] },
    { id: 'batch-account', kind: 'table', at: [1014, 434] },
    { id: 'record-account', kind: 'table', at: [1014, 646] },
    { id: 'successes', kind: 'queue', at: [1258, 110] },
    { id: 'failures', kind: 'queue', at: [1258, 324] },
  ],
  links: [
    { from: 'callers', to: 'site' },
    { from: 'saboteur', to: 'site' },
    { from: 'site', to: 'call-handler' },
    { from: 'site', to: 'event-handler' },
    { from: 'site', to: 'event-queue' },
    { from: 'site', to: 'event-stream' },
    { from: 'batch-handler', to: 'event-queue' },
    { from: 'record-handler', to: 'event-stream' },
    { from: 'call-handler', to: 'call-account' },
    { from: 'event-handler', to: 'event-account' },
    { from: 'batch-handler', to: 'batch-account' },
    { from: 'record-handler', to: 'record-account' },
    { from: 'event-handler', to: 'successes' },
    { from: 'event-handler', to: 'failures' },
    { from: 'record-handler', to: 'failures' },
  ],
};
