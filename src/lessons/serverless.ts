/** What the story of functions claims. */
import { renditions } from '../stages/work.ts';
import type { Claim } from './claim.ts';
import { down, nobody, on, usersAt } from './scenes.ts';

/** The same for all three transcoders. */
const eachTranscoder = (params: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(renditions.map((each) => [`process-${each}`, params] as const));

const burst = usersAt(...Array.from({ length: 40 }, () => 10));
/** One in five minutes, for half an hour. */
const rare = { durationSeconds: 1800, parameters: { users: { arrivals: 'steady', ratePerSecond: 1 / 300 } } };
/** As many as the monolith can just do, without a pause. */
const steady = { durationSeconds: 600, parameters: { users: { arrivals: 'steady', ratePerSecond: 0.5 } } };
const bySize = (interval: number) =>
  on('file-processing', { durationSeconds: 180, parameters: usersAt(10, 10 + interval) });

export const serverlessClaims: readonly Claim[] = [
  {
    id: 'first-cold-then-warm',
    stage: 'file-processing',
    scenario: bySize(20),
    condition: [
      { left: { measure: 'runs', of: 'process' }, is: 'equal', right: 2 },
      { left: { measure: 'cold-starts', of: 'process' }, is: 'equal', right: 1 },
    ],
    // A minute and a half later it has been let go.
    foil: { scenario: bySize(90) },
  },
  {
    id: 'nothing-runs-at-night',
    stage: 'serverless',
    scenario: on('serverless', { durationSeconds: 120, parameters: nobody }),
    condition: [{ left: { measure: 'cost' }, is: 'equal', right: 0 }],
    foil: { scenario: on('queued', { durationSeconds: 120, parameters: nobody }) },
  },
  {
    id: 'functions-win-when-traffic-is-rare',
    stage: 'serverless',
    scenario: on('serverless', rare),
    against: on('monolith', rare),
    condition: [
      {
        left: { measure: 'cost-per-thousand' },
        is: 'at-most',
        right: { measure: 'cost-per-thousand', in: 'against', times: 0.1 },
      },
    ],
    numbers: { usd: { measure: 'cost-per-thousand' }, one: { measure: 'cost-per-thousand', in: 'against' } },
    foil: { scenario: on('serverless', steady), against: on('monolith', steady) },
  },
  {
    id: 'instances-win-when-traffic-is-steady',
    stage: 'serverless',
    scenario: on('serverless', steady),
    against: on('monolith', steady),
    condition: [
      { left: { measure: 'cost-per-thousand' }, is: 'more', right: { measure: 'cost-per-thousand', in: 'against' } },
    ],
    numbers: { usd: { measure: 'cost-per-thousand' }, one: { measure: 'cost-per-thousand', in: 'against' } },
    foil: { scenario: on('serverless', rare), against: on('monolith', rare) },
  },
  {
    id: 'a-burst-is-no-matter',
    stage: 'serverless',
    scenario: on('serverless', { durationSeconds: 180, parameters: burst }),
    condition: [
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'watchable-slowest' }, is: 'at-most', right: 30 },
    ],
    numbers: {
      n: { measure: 'started' },
      s: { measure: 'watchable-slowest' },
      most: { measure: 'environments-most', of: 'process-1080p' },
    },
    foil: { scenario: on('queued', { durationSeconds: 180, parameters: burst }) },
  },
  {
    id: 'tried-again-by-the-service',
    stage: 'serverless',
    scenario: on('serverless', down()),
    condition: [
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'dead-lettered' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'watchable' } },
    foil: { scenario: on('serverless', { ...down(), parameters: eachTranscoder({ maximumRetries: 0 }) }) },
  },
  {
    id: 'the-longest-must-fit-into-one-run',
    stage: 'serverless',
    scenario: on('serverless', { parameters: eachTranscoder({ timeoutSeconds: 4 }) }),
    condition: [{ left: { measure: 'dead-lettered' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'dead-lettered' }, of: { measure: 'started' } },
    foil: { scenario: on('serverless') },
  },
];
