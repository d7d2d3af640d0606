/** What the story of the monolith claims. */
import type { Claim } from './claim.ts';
import { down, duringTheCrash, on, usersAt } from './scenes.ts';

/** So many people at the peak that four slots and eight places in line are not enough. */
const threeTimesAsMany = { users: { ratePerSecond: 1.2 } };

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
  },
  {
    id: 'waits-for-everything',
    stage: 'monolith',
    scenario: on('monolith'),
    condition: [{ left: { measure: 'accepted-median' }, is: 'at-least', right: { measure: 'watchable-median' } }],
    numbers: { s: { measure: 'accepted-median' } },
    foil: { scenario: on('queued') },
  },
  {
    id: 'turns-away-at-the-peak',
    stage: 'monolith',
    scenario: on('monolith', { parameters: threeTimesAsMany }),
    condition: [{ left: { measure: 'refused' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'refused' }, of: { measure: 'started' } },
    foil: { scenario: on('queued', { parameters: threeTimesAsMany }) },
  },
];
