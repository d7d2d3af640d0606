/** What the story of the load balancers claims. */
import type { Intervention } from '../scenario/scenario.ts';
import type { Claim } from './claim.ts';
import { down, duringTheCrash, nobody, on, usersAt } from './scenes.ts';

/** One instance of the tier goes down as the evening comes, and is not repaired for as long as a crash lasts. */
const lossOf = (target: string): { interventions: Intervention[] } => ({
  interventions: [{ kind: 'fault', fault: 'instance-loss', target, atSeconds: 75, untilSeconds: 110 }],
});
const twiceAsMany = { users: { ratePerSecond: 0.8 } };
const fromNothing = { minimum: 0, desired: 0 };

export const loadBalancedClaims: readonly Claim[] = [
  {
    id: 'losing-one-is-survived',
    stage: 'load-balanced',
    scenario: on('load-balanced', lossOf('process')),
    condition: [{ left: { measure: 'watchable' }, is: 'at-least', right: { measure: 'started', times: 0.9 } }],
    numbers: { n: { measure: 'refused' }, of: { measure: 'started' } },
    foil: { scenario: on('tiers', lossOf('process')) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'all', when: [{ left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } }] },
        {
          id: 'most',
          when: [
            { left: { measure: 'watchable' }, is: 'less', right: { measure: 'started' } },
            { left: { measure: 'watchable' }, is: 'at-least', right: { measure: 'started', times: 0.9 } },
          ],
        },
        {
          id: 'fewer',
          when: [{ left: { measure: 'watchable' }, is: 'less', right: { measure: 'started', times: 0.9 } }],
        },
      ],
    },
  },
  {
    id: 'losing-a-tier-is-not',
    stage: 'load-balanced',
    scenario: on('load-balanced', { ...down(), parameters: usersAt(...duringTheCrash) }),
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
    id: 'cannot-reach-zero',
    stage: 'load-balanced',
    scenario: on('load-balanced', { parameters: { ...usersAt(30, 60, 90), process: fromNothing } }),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'instances-most', of: 'process' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'refused' } },
    foil: {
      scenario: on('queued', { parameters: { ...usersAt(30, 60, 90), fleet: fromNothing } }),
      inPlaceOf: { process: 'fleet' },
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'wait', when: [{ left: { measure: 'refused' }, is: 'equal', right: 0 }] },
        {
          id: 'first-fails',
          when: [
            { left: { measure: 'refused' }, is: 'more', right: 0 },
            { left: { measure: 'accepted' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'error',
          when: [
            { left: { measure: 'accepted' }, is: 'equal', right: 0 },
            { left: { measure: 'refused' }, is: 'more', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'grows-wider',
    stage: 'load-balanced',
    scenario: on('load-balanced', { parameters: twiceAsMany }),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
      { left: { measure: 'instances-most', of: 'process' }, is: 'more', right: 2 },
    ],
    numbers: { n: { measure: 'instances-most', of: 'process' } },
    foil: { scenario: on('load-balanced', { parameters: { ...twiceAsMany, process: { maximum: 2 } } }) },
    prediction: { kind: 'curve', series: { column: 'inService', of: 'process' }, unit: 'instances' },
  },
  {
    id: 'two-of-everything-idle',
    stage: 'load-balanced',
    scenario: on('load-balanced', { durationSeconds: 120, parameters: nobody }),
    against: on('monolith', { durationSeconds: 120, parameters: nobody }),
    condition: [{ left: { measure: 'cost-per-hour' }, is: 'more', right: { measure: 'cost-per-hour', in: 'against' } }],
    numbers: { usd: { measure: 'cost-per-hour' }, one: { measure: 'cost-per-hour', in: 'against' } },
    foil: {
      scenario: on('queued', { durationSeconds: 120, parameters: nobody }),
      against: on('monolith', { durationSeconds: 120, parameters: nobody }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'less',
          when: [
            {
              left: { measure: 'cost-per-hour' },
              is: 'less',
              right: { measure: 'cost-per-hour', in: 'against', times: 0.95 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'cost-per-hour' },
              is: 'at-least',
              right: { measure: 'cost-per-hour', in: 'against', times: 0.95 },
            },
            {
              left: { measure: 'cost-per-hour' },
              is: 'at-most',
              right: { measure: 'cost-per-hour', in: 'against', times: 1.05 },
            },
          ],
        },
        {
          id: 'more',
          when: [
            {
              left: { measure: 'cost-per-hour' },
              is: 'more',
              right: { measure: 'cost-per-hour', in: 'against', times: 1.05 },
            },
          ],
        },
      ],
    },
  },
];
