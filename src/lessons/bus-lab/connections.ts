/** The story of this bench, and what it claims. Words: `text/bus-lab/connections.ts`. */
import type { Claim, Comparison } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

export const busConnectionsStory: Story = {
  stage: 'bus-connections',
  passages: [
    {
      id: 'queues',
      components: ['service-1', 'queue-1-for-2', 'queue-1-for-3', 'queue-1-for-4'],
      links: [
        ['service-1', 'queue-1-for-2'],
        ['service-1', 'queue-1-for-3'],
        ['service-1', 'queue-1-for-4'],
      ],
      scene: { form: 'bus-connections-queues', at: 5, speed: 1 },
    },
    {
      id: 'bus',
      components: ['service-1', 'lab-bus'],
      links: [['service-1', 'lab-bus']],
      scene: { form: 'bus-connections', at: 5, speed: 1 },
    },
    {
      id: 'fewer',
      components: ['service-1', 'service-2', 'service-3'],
      links: [],
      scene: { form: 'bus-connections-queues-3', at: 'start', speed: 1 },
    },
    { id: 'chain', components: ['service-1', 'service-2'], links: [] },
    {
      id: 'price',
      components: ['lab-bus'],
      links: [
        ['lab-bus', 'service-2'],
        ['lab-bus', 'service-3'],
        ['lab-bus', 'service-4'],
      ],
      scene: { form: 'bus-connections', at: 20, speed: 0.5 },
    },
  ],
};

/** Hardly more than one in three more, of three. */
const ONE_MORE_OF_THREE = 1.34;
const short = { durationSeconds: 30 };

const many = (is: Comparison['is'], times: number): Comparison => ({
  left: { measure: 'queues-and-rules' },
  is,
  right: { measure: 'queues-and-rules', in: 'against', times },
});

export const busConnectionsClaims: readonly Claim[] = [
  {
    id: 'connections-rules-grow-with-services',
    stage: 'bus-connections',
    scenario: on('bus-connections', short),
    against: on('bus-connections-3', short),
    condition: [many('at-most', ONE_MORE_OF_THREE)],
    numbers: { after: { measure: 'queues-and-rules' }, before: { measure: 'queues-and-rules', in: 'against' } },
    foil: { scenario: on('bus-connections-queues', short), against: on('bus-connections-queues-3', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'one', when: [many('at-most', ONE_MORE_OF_THREE)] },
        { id: 'pair', when: [many('more', ONE_MORE_OF_THREE), many('less', 2)] },
        { id: 'double', when: [many('at-least', 2)] },
      ],
    },
  },
  {
    id: 'connections-queues-change-everybody',
    stage: 'bus-connections-queues',
    scenario: on('bus-connections-queues', short),
    against: on('bus-connections-queues-3', short),
    condition: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 3 }],
    numbers: { n: { measure: 'programs-changed' } },
    foil: { scenario: on('bus-connections', short), against: on('bus-connections-3', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 0 }] },
        { id: 'one', when: [{ left: { measure: 'programs-changed' }, is: 'equal', right: 1 }] },
        { id: 'all', when: [{ left: { measure: 'programs-changed' }, is: 'at-least', right: 3 }] },
      ],
    },
  },
];
