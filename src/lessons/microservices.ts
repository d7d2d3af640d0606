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
  },
  {
    id: 'a-new-service-changes-its-producers',
    stage: 'microservices',
    scenario: on('microservices-1', short),
    against: on('microservices', short),
    condition: [{ left: { measure: 'programs-changed' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'programs-changed' } },
    foil: { scenario: on('event-driven-1', short), against: on('event-driven', short) },
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
  },
  {
    id: 'somebody-always-asks',
    stage: 'microservices',
    scenario: on('microservices', short),
    condition: [{ left: { measure: 'polls' }, is: 'more', right: 0 }],
    numbers: { n: { measure: 'polls' } },
    foil: { scenario: on('event-driven', short) },
  },
];
