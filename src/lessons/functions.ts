/** What the five typical uses of functions claim. */
import { databaseTrigger } from '../stages/database-trigger.ts';
import type { Claim } from './claim.ts';
import { lasting, on } from './scenes.ts';

const SLOW_SECONDS = 5;
/** Five minutes, and time for what the last of them begins. */
const DURATION_SECONDS = 310;
/** Hardly less than the smallest machine costs in an hour, in dollars (t3.micro, 0.0104). */
const SMALLEST_MACHINE_USD = 0.01;
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
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            { left: { measure: 'accepted-slowest' }, is: 'at-most', right: { measure: 'accepted-median', times: 1.5 } },
          ],
        },
        {
          id: 'few-times',
          when: [
            { left: { measure: 'accepted-slowest' }, is: 'more', right: { measure: 'accepted-median', times: 1.5 } },
            { left: { measure: 'accepted-slowest' }, is: 'at-most', right: { measure: 'accepted-median', times: 10 } },
          ],
        },
        {
          id: 'minute',
          when: [
            { left: { measure: 'accepted-slowest' }, is: 'more', right: { measure: 'accepted-median', times: 10 } },
          ],
        },
      ],
    },
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
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'once', when: [{ left: { measure: 'runs', of: 'process' }, is: 'equal', right: 1 }] },
        {
          id: 'four',
          when: [
            { left: { measure: 'runs', of: 'process' }, is: 'more', right: 1 },
            { left: { measure: 'runs', of: 'process' }, is: 'at-most', right: 4 },
          ],
        },
        { id: 'for-ever', when: [{ left: { measure: 'runs', of: 'process' }, is: 'more', right: 4 }] },
      ],
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
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'at-most',
              right: { measure: 'accepted-median', in: 'against', times: 1.05 },
            },
          ],
        },
        {
          id: 'as-much',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'more',
              right: { measure: 'accepted-median', in: 'against', times: 1.05 },
            },
            {
              left: { measure: 'accepted-median' },
              is: 'at-most',
              right: { measure: 'accepted-median', in: 'against', times: 12 },
            },
          ],
        },
        {
          id: 'much',
          when: [
            {
              left: { measure: 'accepted-median' },
              is: 'more',
              right: { measure: 'accepted-median', in: 'against', times: 12 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'there-for-a-moment-each-minute',
    stage: 'serverless-cron',
    scenario: on('serverless-cron', { durationSeconds: DURATION_SECONDS }),
    condition: [
      { left: { measure: 'runs', of: 'report' }, is: 'equal', right: 5 },
      { left: { measure: 'cost-per-hour' }, is: 'less', right: SMALLEST_MACHINE_USD },
    ],
    numbers: { n: { measure: 'runs', of: 'report' }, usd: { measure: 'cost-per-hour' } },
    // Kept ready all the time, to be there at once.
    foil: {
      scenario: on('serverless-cron', { durationSeconds: DURATION_SECONDS, parameters: { report: keptReady(2) } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: { measure: 'cost-per-hour' }, is: 'equal', right: 0 }] },
        {
          id: 'fraction',
          when: [
            { left: { measure: 'cost-per-hour' }, is: 'more', right: 0 },
            { left: { measure: 'cost-per-hour' }, is: 'less', right: SMALLEST_MACHINE_USD },
          ],
        },
        { id: 'machine', when: [{ left: { measure: 'cost-per-hour' }, is: 'at-least', right: SMALLEST_MACHINE_USD }] },
      ],
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
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'one', when: [{ left: { measure: 'runs', of: 'statistics' }, is: 'at-most', right: 2 }] },
        {
          id: 'tenth',
          when: [
            { left: { measure: 'runs', of: 'statistics' }, is: 'more', right: 2 },
            {
              left: { measure: 'runs', of: 'statistics' },
              is: 'at-most',
              right: { measure: 'arrived', of: 'clicks', times: 0.1 },
            },
          ],
        },
        {
          id: 'half',
          when: [
            {
              left: { measure: 'runs', of: 'statistics' },
              is: 'more',
              right: { measure: 'arrived', of: 'clicks', times: 0.1 },
            },
            {
              left: { measure: 'runs', of: 'statistics' },
              is: 'at-most',
              right: { measure: 'arrived', of: 'clicks', times: 0.75 },
            },
          ],
        },
        {
          id: 'each',
          when: [
            {
              left: { measure: 'runs', of: 'statistics' },
              is: 'more',
              right: { measure: 'arrived', of: 'clicks', times: 0.75 },
            },
          ],
        },
      ],
    },
  },
];
