/** What the story of the monolith claims. */
import type { Claim } from './claim.ts';
import { down, duringTheCrash, on, usersAt } from './scenes.ts';

/** So many people at the peak that four slots and eight places in line are not enough. */
const threeTimesAsMany = { users: { ratePerSecond: 1.2 } };
/** Twice as long as it takes when nobody is in the way. Our choice. */
const A_LONG_WAIT_SECONDS = 15;

const anHour = { left: { measure: 'cost-per-hour' } } as const;
const before = { measure: 'cost-per-hour', in: 'against' } as const;
const told = { left: { measure: 'accepted-median' } } as const;
const watchable = { measure: 'watchable-median' } as const;

export const monolithClaims: readonly Claim[] = [
  {
    id: 'fails-together',
    stage: 'monolith',
    scenario: on('monolith', { ...down(), parameters: usersAt(...duringTheCrash) }),
    condition: [
      { left: { measure: 'accepted' }, is: 'equal', right: 0 },
      { left: { measure: 'refused' }, is: 'equal', right: { measure: 'started' } },
    ],
    numbers: { n: { measure: 'refused' } },
    foil: { scenario: on('queued', { ...down(), parameters: usersAt(...duringTheCrash) }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'accepted' }, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: { measure: 'accepted' }, is: 'more', right: 0 },
            { left: { measure: 'refused' }, is: 'more', right: 0 },
          ],
        },
        { id: 'as-ever', when: [{ left: { measure: 'accepted' }, is: 'equal', right: { measure: 'started' } }] },
      ],
    },
  },
  {
    id: 'scales-together',
    stage: 'monolith',
    scenario: on('monolith', { parameters: { monolith: { minimum: 2, desired: 2, maximum: 2 } } }),
    against: on('monolith'),
    condition: [
      {
        left: { measure: 'cost-per-hour' },
        is: 'at-least',
        right: { measure: 'cost-per-hour', in: 'against', times: 1.9 },
      },
    ],
    numbers: { before: { measure: 'cost-per-hour', in: 'against' }, after: { measure: 'cost-per-hour' } },
    foil: {
      scenario: on('load-balanced', { parameters: { process: { minimum: 4, desired: 4, scaling: [] } } }),
      against: on('load-balanced', { parameters: { process: { scaling: [] } } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'same', when: [{ ...anHour, is: 'less', right: { ...before, times: 1.05 } }] },
        {
          id: 'somewhat-more',
          when: [
            { ...anHour, is: 'at-least', right: { ...before, times: 1.05 } },
            { ...anHour, is: 'less', right: { ...before, times: 1.9 } },
          ],
        },
        { id: 'twice', when: [{ ...anHour, is: 'at-least', right: { ...before, times: 1.9 } }] },
      ],
    },
  },
  {
    id: 'bills-while-idle',
    stage: 'monolith',
    scenario: on('monolith'),
    condition: [
      { left: { measure: 'idle-per-hour-at-end' }, is: 'at-least', right: { measure: 'cost-per-hour', times: 0.95 } },
    ],
    numbers: { usd: { measure: 'idle-per-hour-at-end' } },
    foil: { scenario: on('queued') },
    prediction: { kind: 'curve', series: { column: 'perHourNowUsd' }, unit: 'USD/h' },
  },
  {
    id: 'waits-for-everything',
    stage: 'monolith',
    scenario: on('monolith'),
    condition: [{ left: { measure: 'accepted-median' }, is: 'at-least', right: { measure: 'watchable-median' } }],
    numbers: { s: { measure: 'accepted-median' } },
    foil: { scenario: on('queued') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'at-once', when: [{ ...told, is: 'less', right: { ...watchable, times: 0.5 } }] },
        {
          id: 'between',
          when: [
            { ...told, is: 'at-least', right: { ...watchable, times: 0.5 } },
            { ...told, is: 'less', right: watchable },
          ],
        },
        { id: 'at-the-end', when: [{ ...told, is: 'at-least', right: watchable }] },
      ],
    },
  },
  {
    id: 'turns-away-at-the-peak',
    stage: 'monolith',
    scenario: on('monolith', { parameters: threeTimesAsMany }),
    condition: [{ left: { measure: 'refused' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'refused' }, of: { measure: 'started' } },
    foil: { scenario: on('queued', { parameters: threeTimesAsMany }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'soon',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'accepted-median' }, is: 'less', right: A_LONG_WAIT_SECONDS },
          ],
        },
        {
          id: 'late',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'accepted-median' }, is: 'at-least', right: A_LONG_WAIT_SECONDS },
          ],
        },
        {
          id: 'some',
          when: [
            { left: { measure: 'refused' }, is: 'more', right: 0 },
            { left: { measure: 'accepted' }, is: 'more', right: 0 },
          ],
        },
        { id: 'nobody', when: [{ left: { measure: 'accepted' }, is: 'equal', right: 0 }] },
      ],
    },
  },
];
