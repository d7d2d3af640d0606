/** The story of this bench, and what it claims. Words: `text/bus-lab/buses.ts`. */
import { rulesWithoutForward } from '../../stages/bus-lab/buses.ts';
import type { Claim, Comparison } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

export const busBusesStory: Story = {
  stage: 'bus-buses',
  passages: [
    {
      id: 'default',
      components: ['default-bus', 'film-store', 'machines', 'inventory', 'report'],
      links: [
        ['film-store', 'default-bus'],
        ['machines', 'default-bus'],
        ['default-bus', 'inventory'],
        ['default-bus', 'report'],
      ],
      scene: { form: 'bus-buses', at: 'start', speed: 1 },
    },
    {
      id: 'own',
      components: ['film-bus', 'click-bus', 'film-upload', 'clickers'],
      links: [
        ['film-upload', 'film-bus'],
        ['clickers', 'click-bus'],
        ['click-bus', 'statistics'],
      ],
      scene: { form: 'bus-buses', at: 20, speed: 0.5 },
    },
    {
      id: 'forward',
      components: ['default-bus', 'film-bus', 'search'],
      links: [
        ['default-bus', 'film-bus'],
        ['film-bus', 'search'],
      ],
      scene: { form: 'bus-buses', at: 30, speed: 0.5 },
    },
    {
      id: 'one',
      components: ['default-bus'],
      links: [
        ['clickers', 'default-bus'],
        ['film-upload', 'default-bus'],
        ['film-store', 'default-bus'],
      ],
      scene: { form: 'bus-buses-one', at: 30, speed: 1 },
    },
  ],
};

const short = { durationSeconds: 90 };

const asked = (is: Comparison['is'], times: number): Comparison => ({
  left: { measure: 'pattern-checks' },
  is,
  right: { measure: 'pattern-checks', in: 'against', times },
});

export const busBusesClaims: readonly Claim[] = [
  {
    id: 'one-bus-asks-every-rule',
    stage: 'bus-buses-one',
    scenario: on('bus-buses-one', short),
    against: on('bus-buses', short),
    condition: [asked('more', 2)],
    numbers: { n: { measure: 'pattern-checks' }, own: { measure: 'pattern-checks', in: 'against' } },
    foil: { scenario: on('bus-buses', short), against: on('bus-buses', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'fewer', when: [asked('less', 1)] },
        { id: 'same', when: [asked('at-least', 1), asked('at-most', 2)] },
        { id: 'more', when: [asked('more', 2)] },
      ],
    },
  },
  {
    id: 'a-bus-hears-another-by-a-rule',
    stage: 'bus-buses',
    scenario: on('bus-buses', short),
    condition: [
      { left: { measure: 'runs', of: 'search' }, is: 'more', right: 0 },
      { left: { measure: 'runs', of: 'inventory' }, is: 'more', right: 0 },
    ],
    numbers: { n: { measure: 'runs', of: 'search' } },
    foil: { scenario: on('bus-buses', { ...short, parameters: { 'default-bus': { rules: rulesWithoutForward } } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'both',
          when: [
            { left: { measure: 'runs', of: 'search' }, is: 'more', right: 0 },
            { left: { measure: 'runs', of: 'inventory' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'first',
          when: [
            { left: { measure: 'runs', of: 'search' }, is: 'equal', right: 0 },
            { left: { measure: 'runs', of: 'inventory' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'second',
          when: [
            { left: { measure: 'runs', of: 'search' }, is: 'more', right: 0 },
            { left: { measure: 'runs', of: 'inventory' }, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'what-services-tell-is-free',
    stage: 'bus-buses',
    scenario: on('bus-buses', short),
    condition: [
      { left: { measure: 'component-cost', of: 'default-bus' }, is: 'equal', right: 0 },
      { left: { measure: 'arrived', of: 'default-bus' }, is: 'more', right: 0 },
    ],
    numbers: { n: { measure: 'arrived', of: 'default-bus' }, usd: { measure: 'component-cost', of: 'default-bus' } },
    foil: { scenario: on('bus-buses-one', short) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: { measure: 'component-cost', of: 'default-bus' }, is: 'equal', right: 0 }] },
        { id: 'little', when: [{ left: { measure: 'component-cost', of: 'default-bus' }, is: 'more', right: 0 }] },
      ],
    },
  },
];
