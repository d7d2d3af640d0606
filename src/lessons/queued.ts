/** What the story of the queue claims. */
import { stages } from '../stages/catalogue.ts';
import type { Claim } from './claim.ts';
import { down, lasting, nobody, on, usersAt } from './scenes.ts';

/** Some videos cannot be processed, and whoever tries finds that out soon. */
const poison = { users: { poisonShare: 0.15 }, queue: { visibilityTimeoutSeconds: 30 } };
/** Less than it takes to process a video of usual length. */
const tooShort = { queue: { visibilityTimeoutSeconds: 5 } };
/** Some at work as it goes down, some that come meanwhile. */
const beforeAndMeanwhile = usersAt(68, 70, 72, 74, 80, 90, 100);
/** One after another, far enough apart that nobody waits for anybody. */
const oneByOne = usersAt(5, 65, 125, 185);
const fourAlways = { fleet: { minimum: 4, desired: 4 } };
/** Four at once on a small machine are one in fifteen seconds: too few for as many as come. */
const SLOW_SECONDS = 60;
/** Less than the smallest machine costs in these two minutes, in dollars. */
const A_MACHINE_USD = 0.0002;

export const queuedClaims: readonly Claim[] = [
  {
    id: 'upload-does-not-care',
    stage: 'queued',
    scenario: on('queued', down()),
    against: on('queued'),
    condition: [
      { left: { measure: 'accepted' }, is: 'equal', right: { measure: 'started' } },
      {
        left: { measure: 'accepted-slowest' },
        is: 'at-most',
        right: { measure: 'accepted-slowest', in: 'against', times: 1.1 },
      },
    ],
    numbers: { s: { measure: 'accepted-slowest' } },
    foil: { scenario: on('load-balanced', down()), against: on('load-balanced') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'more', right: 0 }] },
        {
          id: 'slower',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            {
              left: { measure: 'accepted-slowest' },
              is: 'more',
              right: { measure: 'accepted-slowest', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'nothing',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            {
              left: { measure: 'accepted-slowest' },
              is: 'at-most',
              right: { measure: 'accepted-slowest', in: 'against', times: 1.1 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'nothing-is-lost-while-down',
    stage: 'queued',
    scenario: on('queued', { ...down(), parameters: beforeAndMeanwhile }),
    condition: [
      { left: { measure: 'lost' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'accepted' } },
    ],
    numbers: { n: { measure: 'watchable' } },
    foil: {
      scenario: on('monolith', {
        ...down(),
        parameters: { ...beforeAndMeanwhile, monolith: { answerAfter: 'upload' } },
      }),
    },
    prediction: { kind: 'curve', series: { column: 'open' }, unit: 'uploads' },
  },
  {
    id: 'fleet-from-nothing-to-nothing',
    stage: 'queued',
    scenario: on('queued'),
    condition: [
      { left: { measure: 'instances-at-start', of: 'fleet' }, is: 'equal', right: 0 },
      { left: { measure: 'instances-most', of: 'fleet' }, is: 'at-least', right: 3 },
      { left: { measure: 'instances-at-end', of: 'fleet' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'instances-most', of: 'fleet' } },
    foil: { scenario: on('load-balanced'), inPlaceOf: { fleet: 'process' } },
    prediction: { kind: 'curve', series: { column: 'inService', of: 'fleet' }, unit: 'instances' },
  },
  {
    id: 'idle-costs-nothing',
    stage: 'queued',
    scenario: on('queued', { durationSeconds: 120, parameters: nobody }),
    condition: [{ left: { measure: 'component-cost', of: 'fleet' }, is: 'equal', right: 0 }],
    foil: {
      scenario: on('load-balanced', { durationSeconds: 120, parameters: nobody }),
      inPlaceOf: { fleet: 'process' },
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'machines',
          when: [{ left: { measure: 'component-cost', of: 'fleet' }, is: 'at-least', right: A_MACHINE_USD }],
        },
        {
          id: 'little',
          when: [
            { left: { measure: 'component-cost', of: 'fleet' }, is: 'more', right: 0 },
            { left: { measure: 'component-cost', of: 'fleet' }, is: 'less', right: A_MACHINE_USD },
          ],
        },
        { id: 'nothing', when: [{ left: { measure: 'component-cost', of: 'fleet' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'poison-ends-in-dead-letters',
    stage: 'queued',
    scenario: on('queued', { parameters: poison }),
    against: on('queued', { parameters: { queue: poison.queue } }),
    condition: [
      { left: { measure: 'dead-lettered' }, is: 'more', right: 0 },
      { left: { measure: 'open' }, is: 'equal', right: 0 },
      {
        left: { measure: 'watchable-median' },
        is: 'at-most',
        right: { measure: 'watchable-median', in: 'against', times: 1.25 },
      },
    ],
    numbers: { n: { measure: 'dead-lettered' }, watchable: { measure: 'watchable' } },
    // One message group: what comes after the poison waits until it is gone.
    foil: {
      scenario: on('queued', { parameters: { ...poison, queue: { ...poison.queue, type: 'fifo' } } }),
      against: on('queued', { parameters: { queue: poison.queue } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'as-ever',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 1.25 },
            },
            { left: { measure: 'dead-lettered' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'wait',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 1.25 },
            },
          ],
        },
        {
          id: 'round',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 1.25 },
            },
            { left: { measure: 'dead-lettered' }, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'too-short-a-timeout-does-it-twice',
    stage: 'queued',
    scenario: on('queued', { parameters: tooShort }),
    condition: [{ left: { measure: 'done-twice', of: 'fleet' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'done-twice', of: 'fleet' } },
    foil: { scenario: on('queued') },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'once',
          when: [
            { left: { measure: 'done-twice', of: 'fleet' }, is: 'equal', right: 0 },
            { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
          ],
        },
        {
          id: 'again',
          when: [
            { left: { measure: 'done-twice', of: 'fleet' }, is: 'more', right: 0 },
            { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
          ],
        },
        { id: 'never', when: [{ left: { measure: 'watchable' }, is: 'less', right: { measure: 'started' } }] },
      ],
    },
  },
  {
    id: 'waiting-is-the-price',
    stage: 'queued',
    scenario: on('queued', { parameters: oneByOne }),
    against: on('monolith', { parameters: oneByOne }),
    condition: [
      {
        left: { measure: 'watchable-median' },
        is: 'at-least',
        right: { measure: 'watchable-median', in: 'against', times: 1.25 },
      },
    ],
    numbers: { s: { measure: 'watchable-median' }, one: { measure: 'watchable-median', in: 'against' } },
    foil: {
      scenario: on('queued', { parameters: { ...oneByOne, ...fourAlways } }),
      against: on('monolith', { parameters: oneByOne }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'queue',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 0.8 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 0.8 },
            },
            {
              left: { measure: 'watchable-median' },
              is: 'less',
              right: { measure: 'watchable-median', in: 'against', times: 1.25 },
            },
          ],
        },
        {
          id: 'monolith',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-least',
              right: { measure: 'watchable-median', in: 'against', times: 1.25 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'any-step-may-be-down',
    stage: 'queued-steps',
    scenario: on('queued-steps', down('step:store')),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
    ],
    numbers: { n: { measure: 'messages-waiting-most', of: 'store-queue' } },
    foil: { scenario: on('load-balanced', down('step:store')) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'more', right: 0 }] },
        {
          id: 'lost',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'watchable' }, is: 'less', right: { measure: 'started' } },
          ],
        },
        {
          id: 'wait',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
          ],
        },
      ],
    },
  },
  {
    id: 'a-slow-step-fills-its-own-queue',
    stage: 'queued-steps',
    scenario: on('queued-steps', {
      parameters: { store: lasting(stages['queued-steps'], 'store', SLOW_SECONDS) },
    }),
    against: on('queued-steps'),
    condition: [
      {
        left: { measure: 'messages-waiting-most', of: 'store-queue' },
        is: 'at-least',
        right: { measure: 'messages-waiting-most', of: 'store-queue', in: 'against', times: 2 },
      },
      {
        left: { measure: 'messages-waiting-most', of: 'queue' },
        is: 'at-most',
        right: { measure: 'messages-waiting-most', of: 'queue', in: 'against', times: 1.5 },
      },
      { left: { measure: 'accepted-slowest' }, is: 'less', right: 1 },
    ],
    numbers: { n: { measure: 'messages-waiting-most', of: 'store-queue' } },
    foil: {
      scenario: on('queued-steps', {
        parameters: { process: lasting(stages['queued-steps'], 'process', SLOW_SECONDS) },
      }),
      against: on('queued-steps'),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'own',
          when: [
            {
              left: { measure: 'messages-waiting-most', of: 'store-queue' },
              is: 'at-least',
              right: { measure: 'messages-waiting-most', of: 'store-queue', in: 'against', times: 2 },
            },
            {
              left: { measure: 'messages-waiting-most', of: 'queue' },
              is: 'at-most',
              right: { measure: 'messages-waiting-most', of: 'queue', in: 'against', times: 1.5 },
            },
          ],
        },
        {
          id: 'both',
          when: [
            {
              left: { measure: 'messages-waiting-most', of: 'store-queue' },
              is: 'at-least',
              right: { measure: 'messages-waiting-most', of: 'store-queue', in: 'against', times: 2 },
            },
            {
              left: { measure: 'messages-waiting-most', of: 'queue' },
              is: 'more',
              right: { measure: 'messages-waiting-most', of: 'queue', in: 'against', times: 1.5 },
            },
          ],
        },
        {
          id: 'before',
          when: [
            {
              left: { measure: 'messages-waiting-most', of: 'store-queue' },
              is: 'less',
              right: { measure: 'messages-waiting-most', of: 'store-queue', in: 'against', times: 2 },
            },
            {
              left: { measure: 'messages-waiting-most', of: 'queue' },
              is: 'more',
              right: { measure: 'messages-waiting-most', of: 'queue', in: 'against', times: 1.5 },
            },
          ],
        },
        {
          id: 'nowhere',
          when: [
            {
              left: { measure: 'messages-waiting-most', of: 'store-queue' },
              is: 'less',
              right: { measure: 'messages-waiting-most', of: 'store-queue', in: 'against', times: 2 },
            },
            {
              left: { measure: 'messages-waiting-most', of: 'queue' },
              is: 'at-most',
              right: { measure: 'messages-waiting-most', of: 'queue', in: 'against', times: 1.5 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'no-server-at-night',
    stage: 'queued-steps',
    scenario: on('queued-steps'),
    condition: [
      { left: { measure: 'cost-per-hour-at-end' }, is: 'at-most', right: { measure: 'cost-per-hour', times: 0.02 } },
    ],
    numbers: { usd: { measure: 'cost-per-hour-at-end' } },
    foil: { scenario: on('queued') },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'as-much',
          when: [
            { left: { measure: 'cost-per-hour-at-end' }, is: 'more', right: { measure: 'cost-per-hour', times: 0.75 } },
          ],
        },
        {
          id: 'less',
          when: [
            {
              left: { measure: 'cost-per-hour-at-end' },
              is: 'at-most',
              right: { measure: 'cost-per-hour', times: 0.75 },
            },
            { left: { measure: 'cost-per-hour-at-end' }, is: 'more', right: { measure: 'cost-per-hour', times: 0.02 } },
          ],
        },
        {
          id: 'next-to-nothing',
          when: [
            {
              left: { measure: 'cost-per-hour-at-end' },
              is: 'at-most',
              right: { measure: 'cost-per-hour', times: 0.02 },
            },
          ],
        },
      ],
    },
  },
];
