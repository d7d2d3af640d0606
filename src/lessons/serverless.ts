/** What the story of functions claims. */
import { renditions } from '../stages/work.ts';
import type { Claim } from './claim.ts';
import { down, nobody, on, usersAt } from './scenes.ts';

/** The same for all three transcoders. */
const eachTranscoder = (params: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(renditions.map((each) => [`process-${each}`, params] as const));

/** Less than the smaller of two machines costs in two minutes, in dollars. Our choice. */
const A_MACHINE_USD = 0.0005;

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
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'cold-starts', of: 'process' }, is: 'equal', right: 0 }] },
        { id: 'first', when: [{ left: { measure: 'cold-starts', of: 'process' }, is: 'equal', right: 1 }] },
        { id: 'both', when: [{ left: { measure: 'cold-starts', of: 'process' }, is: 'equal', right: 2 }] },
      ],
    },
  },
  {
    id: 'nothing-runs-at-night',
    stage: 'serverless',
    scenario: on('serverless', { durationSeconds: 120, parameters: nobody }),
    condition: [{ left: { measure: 'cost' }, is: 'equal', right: 0 }],
    foil: { scenario: on('queued', { durationSeconds: 120, parameters: nobody }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'machines', when: [{ left: { measure: 'cost' }, is: 'at-least', right: A_MACHINE_USD }] },
        {
          id: 'little',
          when: [
            { left: { measure: 'cost' }, is: 'more', right: 0 },
            { left: { measure: 'cost' }, is: 'less', right: A_MACHINE_USD },
          ],
        },
        { id: 'nothing', when: [{ left: { measure: 'cost' }, is: 'equal', right: 0 }] },
      ],
    },
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
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'more',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'more',
              right: { measure: 'cost-per-thousand', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'more',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.9 },
            },
            {
              left: { measure: 'cost-per-thousand' },
              is: 'at-most',
              right: { measure: 'cost-per-thousand', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'less',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'more',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.1 },
            },
            {
              left: { measure: 'cost-per-thousand' },
              is: 'at-most',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.9 },
            },
          ],
        },
        {
          id: 'far-less',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'at-most',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.1 },
            },
          ],
        },
      ],
    },
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
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'less',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'less',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.9 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'at-least',
              right: { measure: 'cost-per-thousand', in: 'against', times: 0.9 },
            },
            {
              left: { measure: 'cost-per-thousand' },
              is: 'at-most',
              right: { measure: 'cost-per-thousand', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'more',
          when: [
            {
              left: { measure: 'cost-per-thousand' },
              is: 'more',
              right: { measure: 'cost-per-thousand', in: 'against', times: 1.1 },
            },
          ],
        },
      ],
    },
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
    prediction: { kind: 'curve', series: { column: 'watchable' }, unit: 'uploads' },
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
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'more', right: 0 }] },
        {
          id: 'dead-letters',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'dead-lettered' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'later',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'dead-lettered' }, is: 'equal', right: 0 },
            { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
          ],
        },
      ],
    },
  },
  {
    id: 'the-longest-must-fit-into-one-run',
    stage: 'serverless',
    scenario: on('serverless', { parameters: eachTranscoder({ timeoutSeconds: 4 }) }),
    condition: [{ left: { measure: 'dead-lettered' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'dead-lettered' }, of: { measure: 'started' } },
    foil: { scenario: on('serverless') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'in-the-end', when: [{ left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } }] },
        {
          id: 'those',
          when: [
            { left: { measure: 'watchable' }, is: 'less', right: { measure: 'started' } },
            { left: { measure: 'watchable' }, is: 'at-least', right: { measure: 'started', times: 0.25 } },
          ],
        },
        {
          id: 'all',
          when: [{ left: { measure: 'watchable' }, is: 'less', right: { measure: 'started', times: 0.25 } }],
        },
      ],
    },
  },
  {
    id: 'the-door-turns-away-who-comes-too-fast',
    stage: 'serverless-gateway',
    scenario: on('serverless-gateway', { durationSeconds: 60, parameters: burst }),
    condition: [
      { left: { measure: 'refused' }, is: 'more', right: 0 },
      { left: { measure: 'watchable' }, is: 'more', right: 0 },
      { left: { measure: 'lost' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'refused' }, of: { measure: 'started' } },
    foil: { scenario: on('serverless', { durationSeconds: 60, parameters: burst }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'all',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'accepted-slowest' }, is: 'less', right: 3 },
          ],
        },
        {
          id: 'wait',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'accepted-slowest' }, is: 'at-least', right: 3 },
          ],
        },
        {
          id: 'some',
          when: [
            { left: { measure: 'refused' }, is: 'more', right: 0 },
            { left: { measure: 'watchable' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'nobody',
          when: [
            { left: { measure: 'refused' }, is: 'more', right: 0 },
            { left: { measure: 'watchable' }, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
];
