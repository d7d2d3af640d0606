/** The story of this bench, and what it claims. Words: `text/bus-lab/river.ts`. */
import type { BusRule } from '../../models/parameters.ts';
import { riverProducers, riverRules, rulesAtFirst } from '../../stages/bus-lab/river.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

const rulesOf = (...names: string[]): readonly BusRule[] => riverRules.filter(({ name }) => names.includes(name));
const atFirst = rulesAtFirst.map(({ name }) => name);
const MACHINES_PER_SECOND = riverProducers[3].ratePerSecond;

/** Every scene says which rules stand there and whether machines tell anything, so that none depends on another. */
const set = (rules: readonly BusRule[], machines: number = MACHINES_PER_SECOND): NonNullable<Scene['set']> => [
  { component: 'lab-bus', parameter: 'rules', value: rules },
  { component: 'machines', parameter: 'ratePerSecond', value: machines },
];

/** When three more come to listen, s. */
const COME_SECONDS = 120;

export const busRiverStory: Story = {
  stage: 'bus-river',
  passages: [
    {
      id: 'what',
      components: ['clickers', 'uploaders', 'players', 'machines', 'lab-bus'],
      links: [
        ['clickers', 'lab-bus'],
        ['uploaders', 'lab-bus'],
        ['players', 'lab-bus'],
        ['machines', 'lab-bus'],
      ],
      scene: { at: 10, speed: 2, faults: [], set: set(rulesAtFirst) },
    },
    {
      id: 'copies',
      components: ['uploaders', 'lab-bus', 'process', 'thumbnails'],
      links: [
        ['lab-bus', 'process'],
        ['lab-bus', 'thumbnails'],
      ],
      scene: { at: 40, speed: 1, faults: [], set: set(rulesAtFirst) },
    },
    {
      id: 'fades',
      components: ['machines', 'process', 'lab-bus', 'operations', 'search'],
      links: [
        ['machines', 'lab-bus'],
        ['process', 'lab-bus'],
      ],
      scene: { at: 80, speed: 2, faults: [], set: set(rulesAtFirst) },
    },
    {
      id: 'comes',
      components: ['lab-bus', 'search', 'operations', 'audit'],
      links: [
        ['lab-bus', 'search'],
        ['lab-bus', 'operations'],
        ['lab-bus', 'audit'],
      ],
      scene: { at: COME_SECONDS, speed: 2, faults: [], set: set(riverRules) },
    },
    {
      id: 'goes',
      components: ['machines', 'lab-bus', 'operations'],
      links: [
        ['machines', 'lab-bus'],
        ['lab-bus', 'operations'],
      ],
      // Those who came have listened for a while by then.
      scene: {
        at: 180,
        speed: 2,
        faults: [],
        set: set(riverRules, 0).map((each) =>
          each.parameter === 'rules' ? { ...each, atSeconds: COME_SECONDS } : each,
        ),
      },
    },
  ],
};

/** From when on a listener is there that was not there before, s. */
const LATER_SECONDS = 100;
const auditComes = {
  interventions: [
    {
      kind: 'set',
      target: 'lab-bus',
      parameter: 'rules',
      value: rulesOf(...atFirst, 'audit'),
      atSeconds: LATER_SECONDS,
    },
  ],
} as const;

export const busRiverClaims: readonly Claim[] = [
  {
    id: 'one-event-a-copy-for-each-rule',
    stage: 'bus-river',
    scenario: on('bus-river'),
    condition: [
      { left: { measure: 'arrived', of: 'process' }, is: 'at-least', right: { measure: 'started', times: 0.9 } },
      { left: { measure: 'arrived', of: 'thumbnails' }, is: 'at-least', right: { measure: 'started', times: 0.9 } },
    ],
    numbers: {
      n: { measure: 'started' },
      process: { measure: 'arrived', of: 'process' },
      thumbnails: { measure: 'arrived', of: 'thumbnails' },
    },
    foil: {
      scenario: on('bus-river', { parameters: { 'lab-bus': { rules: rulesOf('statistics', 'process', 'monitor') } } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'share',
          when: [
            { left: { measure: 'arrived', of: 'thumbnails' }, is: 'more', right: 0 },
            { left: { measure: 'arrived', of: 'thumbnails' }, is: 'less', right: { measure: 'started', times: 0.9 } },
          ],
        },
        {
          id: 'each',
          when: [
            {
              left: { measure: 'arrived', of: 'thumbnails' },
              is: 'at-least',
              right: { measure: 'started', times: 0.9 },
            },
          ],
        },
        { id: 'first', when: [{ left: { measure: 'arrived', of: 'thumbnails' }, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'what-no-rule-matches-fades',
    stage: 'bus-river',
    scenario: on('bus-river'),
    condition: [
      { left: { measure: 'arrived', of: 'machines' }, is: 'more', right: 0 },
      {
        left: { measure: 'events-unmatched', of: 'lab-bus' },
        is: 'at-least',
        right: { measure: 'arrived', of: 'machines' },
      },
      { left: { measure: 'refused' }, is: 'equal', right: 0 },
    ],
    numbers: {
      n: { measure: 'events-unmatched', of: 'lab-bus' },
      of: { measure: 'events-published', of: 'lab-bus' },
    },
    foil: { scenario: on('bus-river', { parameters: { 'lab-bus': { rules: riverRules } } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'events-unmatched', of: 'lab-bus' }, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: { measure: 'events-unmatched', of: 'lab-bus' }, is: 'more', right: 0 },
            {
              left: { measure: 'events-unmatched', of: 'lab-bus' },
              is: 'at-most',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.5 },
            },
          ],
        },
        {
          id: 'most',
          when: [
            {
              left: { measure: 'events-unmatched', of: 'lab-bus' },
              is: 'more',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.5 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'a-listener-comes-and-nobody-is-changed',
    stage: 'bus-river',
    scenario: on('bus-river', auditComes),
    against: on('bus-river'),
    condition: [
      { left: { measure: 'arrived', of: 'audit' }, is: 'more', right: 0 },
      { left: { measure: 'programs-changed' }, is: 'equal', right: 0 },
      {
        left: { measure: 'events-published', of: 'lab-bus' },
        is: 'at-least',
        right: { measure: 'events-published', of: 'lab-bus', in: 'against', times: 0.98 },
      },
    ],
    numbers: { n: { measure: 'arrived', of: 'audit' }, changed: { measure: 'programs-changed' } },
    foil: { scenario: on('bus-river'), against: on('bus-river') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: { measure: 'arrived', of: 'audit' }, is: 'equal', right: 0 }] },
        {
          id: 'rest',
          when: [
            { left: { measure: 'arrived', of: 'audit' }, is: 'more', right: 0 },
            {
              left: { measure: 'arrived', of: 'audit' },
              is: 'less',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.9 },
            },
          ],
        },
        {
          id: 'past',
          when: [
            {
              left: { measure: 'arrived', of: 'audit' },
              is: 'at-least',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.9 },
            },
          ],
        },
      ],
    },
  },
];
