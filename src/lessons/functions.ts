/** What the five typical uses of functions claim. */
import { databaseTrigger } from '../stages/database-trigger.ts';
import type { Claim } from './claim.ts';
import { lasting, on } from './scenes.ts';

const SLOW_SECONDS = 5;
/** Five minutes, and time for what the last of them begins. */
const DURATION_SECONDS = 310;
/** Environments of a published version that are there all the time. */
const keptReady = (provisionedConcurrency: number) => ({
  versions: [{ version: 1 }],
  aliasVersion: 1,
  provisionedConcurrency,
});
const manageSteps = databaseTrigger.nodes[1].params.steps;

export const functionsClaims: readonly Claim[] = [
  {
    id: 'a-cold-start-is-felt-at-the-door',
    stage: 'serverless-application',
    scenario: on('serverless-application'),
    condition: [
      { left: { measure: 'cold-starts', of: 'manage' }, is: 'more', right: 0 },
      { left: { measure: 'accepted-slowest' }, is: 'at-least', right: { measure: 'accepted-median', times: 1.5 } },
    ],
    numbers: { s: { measure: 'accepted-slowest' }, median: { measure: 'accepted-median' } },
    foil: { scenario: on('serverless-application', { parameters: { manage: keptReady(5) } }) },
  },
  {
    id: 'told-of-masters-only',
    stage: 'file-processing',
    scenario: on('file-processing', { durationSeconds: 45, parameters: { users: { arrivals: 'times', times: [5] } } }),
    condition: [{ left: { measure: 'runs', of: 'process' }, is: 'equal', right: { measure: 'started' } }],
    foil: {
      scenario: on('file-processing', {
        durationSeconds: 45,
        parameters: { users: { arrivals: 'times', times: [5] }, bucket: { notifications: [{ to: 'process' }] } },
      }),
    },
  },
  {
    id: 'the-writer-does-not-wait-for-the-index',
    stage: 'database-trigger',
    scenario: on('database-trigger', { parameters: { indexer: lasting(databaseTrigger, 'indexer', SLOW_SECONDS) } }),
    against: on('database-trigger'),
    condition: [
      { left: { measure: 'accepted-median' }, is: 'equal', right: { measure: 'accepted-median', in: 'against' } },
    ],
    numbers: { s: { measure: 'accepted-median' } },
    foil: {
      scenario: on('database-trigger', {
        parameters: {
          manage: {
            steps: [...manageSteps, { step: 'extra', work: [{ seconds: { kind: 'constant', value: SLOW_SECONDS } }] }],
          },
        },
      }),
      against: on('database-trigger'),
    },
  },
  {
    id: 'there-for-a-moment-each-minute',
    stage: 'serverless-cron',
    scenario: on('serverless-cron', { durationSeconds: DURATION_SECONDS }),
    condition: [
      { left: { measure: 'runs', of: 'report' }, is: 'equal', right: 5 },
      { left: { measure: 'cost-per-hour' }, is: 'less', right: 0.01 },
    ],
    numbers: { n: { measure: 'runs', of: 'report' }, usd: { measure: 'cost-per-hour' } },
    // Kept ready all the time, to be there at once.
    foil: {
      scenario: on('serverless-cron', { durationSeconds: DURATION_SECONDS, parameters: { report: keptReady(2) } }),
    },
  },
  {
    id: 'a-batch-is-one-run',
    stage: 'real-time-stream',
    scenario: on('real-time-stream', { durationSeconds: 60 }),
    condition: [
      {
        left: { measure: 'runs', of: 'statistics' },
        is: 'at-most',
        right: { measure: 'arrived', of: 'clicks', times: 0.1 },
      },
      { left: { measure: 'runs', of: 'statistics' }, is: 'more', right: 0 },
    ],
    numbers: { n: { measure: 'runs', of: 'statistics' }, of: { measure: 'arrived', of: 'clicks' } },
    foil: {
      scenario: on('real-time-stream', {
        durationSeconds: 60,
        parameters: { statistics: { mappings: [{ from: 'clicks', batchSize: 1 }] } },
      }),
    },
  },
];
