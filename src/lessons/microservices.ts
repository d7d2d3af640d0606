/** What the story of the microservices claims. */
import type { Claim } from './claim.ts';
import { down, nobody, on, usersAt } from './scenes.ts';

const short = { durationSeconds: 120, parameters: nobody };
/** One instance of each always there, so that no boot hides how long the work takes. */
const there = { minimum: 1, desired: 1 };
const oneByOne = usersAt(5, 35, 65, 95, 125);
const workersThere = { 'process-480p': there, 'process-720p': there, 'process-1080p': there };

/** Enough of the largest that hardly any master waits for it. */
const enoughThere = { ...workersThere, 'process-1080p': { minimum: 4, desired: 4 } };

export const microservicesClaims: readonly Claim[] = [
  {
    id: 'renditions-at-the-same-time',
    stage: 'microservices',
    scenario: on('microservices', { parameters: { ...oneByOne, ...workersThere } }),
    against: on('queued', { parameters: { ...oneByOne, fleet: there } }),
    condition: [
      {
        left: { measure: 'watchable-median' },
        is: 'at-most',
        right: { measure: 'watchable-median', in: 'against', times: 0.75 },
      },
    ],
    numbers: { s: { measure: 'watchable-median' }, one: { measure: 'watchable-median', in: 'against' } },
    foil: {
      scenario: on('queued-steps', {
        parameters: { ...oneByOne, intake: there, process: there, store: there, manage: there },
      }),
      against: on('queued', { parameters: { ...oneByOne, fleet: there } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'third',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 0.4 },
            },
          ],
        },
        {
          id: 'sooner',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 0.4 },
            },
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 0.9 },
            },
          ],
        },
        {
          id: 'same',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 0.9 },
            },
            {
              left: { measure: 'watchable-median' },
              is: 'at-most',
              right: { measure: 'watchable-median', in: 'against', times: 1.1 },
            },
          ],
        },
        {
          id: 'later',
          when: [
            {
              left: { measure: 'watchable-median' },
              is: 'more',
              right: { measure: 'watchable-median', in: 'against', times: 1.1 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'queues-grow-with-the-square',
    stage: 'microservices',
    scenario: on('microservices-4', short),
    against: on('microservices-2', short),
    // Two services more on eight: a quarter. In proportion, queues would grow by a quarter too.
    condition: [
      {
        left: { measure: 'queues-and-rules' },
        is: 'at-least',
        right: { measure: 'queues-and-rules', in: 'against', times: 1.5 },
      },
    ],
    numbers: {
      before: { measure: 'queues-and-rules', in: 'against' },
      after: { measure: 'queues-and-rules' },
    },
    foil: { scenario: on('event-driven-4', short), against: on('event-driven-2', short) },
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
            {
              left: { measure: 'queues-and-rules' },
              is: 'at-most',
              right: { measure: 'queues-and-rules', in: 'against', times: 2.5 },
            },
          ],
        },
        {
          id: 'more',
          when: [
            {
              left: { measure: 'queues-and-rules' },
              is: 'more',
              right: { measure: 'queues-and-rules', in: 'against', times: 2.5 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'a-new-service-changes-its-producers',
    stage: 'microservices',
    scenario: on('microservices-1', short),
    against: on('microservices', short),
    condition: [{ left: { measure: 'programs-changed' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'programs-changed' } },
    foil: { scenario: on('event-driven-1', short), against: on('event-driven', short) },
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
    id: 'one-service-may-be-down',
    stage: 'microservices',
    scenario: on('microservices', { ...down('process-1080p'), parameters: enoughThere }),
    against: on('microservices', { parameters: enoughThere }),
    condition: [
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
      {
        left: { measure: 'messages-waiting-most', of: 'queue-480p' },
        is: 'at-most',
        right: { measure: 'messages-waiting-most', of: 'queue-480p', in: 'against', times: 1.5 },
      },
      {
        left: { measure: 'messages-waiting-most', of: 'queue-1080p' },
        is: 'at-least',
        right: { measure: 'messages-waiting-most', of: 'queue-1080p', in: 'against', times: 2 },
      },
    ],
    numbers: { n: { measure: 'messages-waiting-most', of: 'queue-1080p' } },
    foil: {
      scenario: on('microservices', { ...down(), parameters: enoughThere }),
      against: on('microservices', { parameters: enoughThere }),
    },
    prediction: { kind: 'curve', series: { column: 'visible', of: 'queue-1080p' }, unit: 'messages' },
  },
  {
    id: 'somebody-always-asks',
    stage: 'microservices',
    scenario: on('microservices', short),
    condition: [{ left: { measure: 'polls' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'polls' } },
    foil: { scenario: on('event-driven', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'never', when: [{ left: { measure: 'polls' }, is: 'equal', right: 0 }] },
        {
          id: 'once',
          when: [
            { left: { measure: 'polls' }, is: 'more', right: 0 },
            { left: { measure: 'polls' }, is: 'at-most', right: 10 },
          ],
        },
        { id: 'always', when: [{ left: { measure: 'polls' }, is: 'more', right: 10 }] },
      ],
    },
  },
];
