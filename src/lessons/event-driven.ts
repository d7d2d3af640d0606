/** What the story of events claims. */
import type { Intervention } from '../scenario/scenario.ts';
import { retryStep, rules, searchRule, thumbnailsRule } from '../stages/event-driven.ts';
import { renditions } from '../stages/work.ts';
import type { Claim } from './claim.ts';
import { down, nobody, on } from './scenes.ts';

const short = { durationSeconds: 120, parameters: nobody };

/** Every fourth piece of transcoding ends in an error, and the service itself does not try again. */
const clumsy = Object.fromEntries(
  renditions.map((each) => [`process-${each}`, { errorShare: 0.25, maximumRetries: 0 }] as const),
);
const withoutRetry = { bus: { rules: rules.filter(({ name }) => name !== 'retry') } };

const poison = { users: { poisonShare: 0.15 } };
/** Long enough for the last of them to be tried as often as it may. */
const long = { durationSeconds: 420 };
/** The retry of the stage, but for how often. */
const retryForEver = { retry: { steps: [retryStep(1000)] } };

/** Less than a small machine costs in two minutes, in dollars. Our choice. */
const A_MACHINE_USD = 0.0005;

const consumersLive: Intervention[] = [
  { kind: 'set', target: 'bus', parameter: 'rules', value: [...rules, thumbnailsRule, searchRule], atSeconds: 60 },
];

export const eventDrivenClaims: readonly Claim[] = [
  {
    id: 'rules-do-not-grow-with-the-square',
    stage: 'event-driven',
    scenario: on('event-driven-4', short),
    against: on('event-driven-2', short),
    condition: [
      {
        left: { measure: 'queues-and-rules' },
        is: 'at-most',
        right: { measure: 'queues-and-rules', in: 'against', times: 1.25 },
      },
    ],
    numbers: {
      before: { measure: 'queues-and-rules', in: 'against' },
      after: { measure: 'queues-and-rules' },
    },
    foil: { scenario: on('microservices-4', short), against: on('microservices-2', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'two',
          when: [
            {
              left: { measure: 'queues-and-rules' },
              is: 'at-most',
              right: { measure: 'queues-and-rules', in: 'against', times: 1.2 },
            },
          ],
        },
        {
          id: 'quarter',
          when: [
            {
              left: { measure: 'queues-and-rules' },
              is: 'more',
              right: { measure: 'queues-and-rules', in: 'against', times: 1.2 },
            },
            {
              left: { measure: 'queues-and-rules' },
              is: 'at-most',
              right: { measure: 'queues-and-rules', in: 'against', times: 1.35 },
            },
          ],
        },
        {
          id: 'double',
          when: [
            {
              left: { measure: 'queues-and-rules' },
              is: 'more',
              right: { measure: 'queues-and-rules', in: 'against', times: 1.35 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'a-new-consumer-changes-no-producer',
    stage: 'event-driven',
    scenario: on('event-driven-1', short),
    against: on('event-driven', short),
    condition: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 0 }],
    foil: { scenario: on('microservices-1', short), against: on('microservices', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 0 }] },
        { id: 'one', when: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 1 }] },
        { id: 'all', when: [{ left: { measure: 'programs-changed' }, is: 'more', right: 1 }] },
      ],
    },
  },
  {
    id: 'a-consumer-is-added-live',
    stage: 'event-driven',
    scenario: on('event-driven', { interventions: consumersLive }),
    against: on('event-driven'),
    condition: [
      { left: { measure: 'runs', of: 'thumbnails' }, is: 'more', right: 0 },
      { left: { measure: 'runs', of: 'search' }, is: 'more', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
      // Not to the last bit: the bucket, which has more to do, draws its latencies in another order.
      {
        left: { measure: 'accepted-median' },
        is: 'at-most',
        right: { measure: 'accepted-median', in: 'against', times: 1.05 },
      },
    ],
    numbers: { n: { measure: 'runs', of: 'thumbnails' } },
    foil: { scenario: on('event-driven'), against: on('event-driven') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'error', when: [{ left: { measure: 'refused' }, is: 'more', right: 0 }] },
        {
          id: 'slower',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            {
              left: { measure: 'accepted-median' },
              is: 'more',
              right: { measure: 'accepted-median', in: 'against', times: 1.05 },
            },
          ],
        },
        {
          id: 'nothing',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            {
              left: { measure: 'accepted-median' },
              is: 'at-most',
              right: { measure: 'accepted-median', in: 'against', times: 1.05 },
            },
            { left: { measure: 'runs', of: 'thumbnails' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'unheard',
          when: [
            { left: { measure: 'refused' }, is: 'equal', right: 0 },
            {
              left: { measure: 'accepted-median' },
              is: 'at-most',
              right: { measure: 'accepted-median', in: 'against', times: 1.05 },
            },
            { left: { measure: 'runs', of: 'thumbnails' }, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'a-failed-upload-retries-itself',
    stage: 'event-driven',
    scenario: on('event-driven', { parameters: clumsy }),
    condition: [
      { left: { measure: 'runs', of: 'retry' }, is: 'more', right: 0 },
      { left: { measure: 'watchable' }, is: 'at-least', right: { measure: 'started', times: 0.9 } },
    ],
    numbers: { n: { measure: 'watchable' }, of: { measure: 'started' } },
    foil: { scenario: on('event-driven', { parameters: { ...clumsy, ...withoutRetry } }) },
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
          id: 'half',
          when: [
            { left: { measure: 'watchable' }, is: 'less', right: { measure: 'started', times: 0.9 } },
            { left: { measure: 'watchable' }, is: 'more', right: 0 },
          ],
        },
        { id: 'none', when: [{ left: { measure: 'watchable' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'poison-does-not-go-round-for-ever',
    stage: 'event-driven',
    scenario: on('event-driven', { ...long, parameters: poison }),
    condition: [
      { left: { measure: 'dead-lettered' }, is: 'more', right: 0 },
      { left: { measure: 'open' }, is: 'equal', right: 0 },
      { left: { measure: 'lost' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'dead-lettered' } },
    foil: { scenario: on('event-driven', { ...long, parameters: { ...poison, ...retryForEver } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'dead-letters',
          when: [
            { left: { measure: 'dead-lettered' }, is: 'more', right: 0 },
            { left: { measure: 'open' }, is: 'equal', right: 0 },
            { left: { measure: 'lost' }, is: 'equal', right: 0 },
          ],
        },
        { id: 'round', when: [{ left: { measure: 'open' }, is: 'more', right: 0 }] },
        {
          id: 'lost',
          when: [
            { left: { measure: 'open' }, is: 'equal', right: 0 },
            { left: { measure: 'lost' }, is: 'more', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'dormant-consumers-cost-nothing',
    stage: 'event-driven',
    scenario: on('event-driven'),
    condition: [{ left: { measure: 'component-cost', of: 'search' }, is: 'equal', right: 0 }],
    foil: { scenario: on('microservices', short), inPlaceOf: { search: 'manage' } },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'machine',
          when: [{ left: { measure: 'component-cost', of: 'search' }, is: 'at-least', right: A_MACHINE_USD }],
        },
        {
          id: 'little',
          when: [
            { left: { measure: 'component-cost', of: 'search' }, is: 'more', right: 0 },
            { left: { measure: 'component-cost', of: 'search' }, is: 'less', right: A_MACHINE_USD },
          ],
        },
        { id: 'nothing', when: [{ left: { measure: 'component-cost', of: 'search' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'nobody-polls',
    stage: 'event-driven',
    scenario: on('event-driven'),
    condition: [
      { left: { measure: 'polls' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
    ],
    foil: { scenario: on('microservices') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: { measure: 'polls' }, is: 'equal', right: 0 }] },
        {
          id: 'few',
          when: [
            { left: { measure: 'polls' }, is: 'more', right: 0 },
            { left: { measure: 'polls' }, is: 'at-most', right: 100 },
          ],
        },
        { id: 'always', when: [{ left: { measure: 'polls' }, is: 'more', right: 100 }] },
      ],
    },
  },
  {
    id: 'a-failed-service-is-made-good',
    stage: 'event-driven',
    scenario: on('event-driven', down()),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
    ],
    numbers: { n: { measure: 'runs', of: 'retry' } },
    foil: { scenario: on('event-driven', { ...down(), parameters: withoutRetry }) },
    prediction: { kind: 'curve', series: { column: 'open' }, unit: 'uploads' },
  },
];
