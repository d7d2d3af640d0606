/** The story of this bench, and what it claims. Words: `text/bus-lab/archive.ts`. */
import type { BusArchive, BusReplay, BusRule } from '../../models/parameters.ts';
import { archiveRules, latecomerRule } from '../../stages/bus-lab/archive.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

const forEver: BusArchive = { retentionSeconds: 0 };
const withLatecomer = [...archiveRules, latecomerRule];

/** Every scene says who listens, what is kept, and what comes again, so that none depends on another. */
const set = (
  replays: readonly BusReplay[],
  { rules = archiveRules, archive = forEver }: { rules?: readonly BusRule[]; archive?: BusArchive } = {},
): NonNullable<Scene['set']> => [
  { component: 'lab-bus', parameter: 'rules', value: rules },
  { component: 'lab-bus', parameter: 'archive', value: archive },
  { component: 'lab-bus', parameter: 'replays', value: replays },
];

const toAll: BusReplay = { atSeconds: 155, fromSeconds: 30, toSeconds: 120 };
/** From when on it is known, s: a replay is asked for before it begins. */
const ASKED_SECONDS = 150;
const afterAll = set([toAll]).map((each) =>
  each.parameter === 'replays' ? { ...each, atSeconds: ASKED_SECONDS } : each,
);

export const busArchiveStory: Story = {
  stage: 'bus-archive',
  passages: [
    {
      id: 'what',
      components: ['uploaders', 'lab-bus', 'catalogue', 'bonus'],
      links: [
        ['lab-bus', 'catalogue'],
        ['lab-bus', 'bonus'],
      ],
      scene: { at: 60, speed: 5, faults: [], set: set([]) },
    },
    {
      id: 'again',
      components: ['lab-bus', 'catalogue', 'bonus'],
      links: [
        ['lab-bus', 'catalogue'],
        ['lab-bus', 'bonus'],
      ],
      scene: { at: ASKED_SECONDS, speed: 1, faults: [], set: set([toAll]) },
    },
    {
      id: 'twice',
      components: ['catalogue', 'entries', 'bonus', 'accounts'],
      links: [
        ['catalogue', 'entries'],
        ['bonus', 'accounts'],
      ],
      scene: { at: 170, speed: 1, faults: [], set: afterAll },
    },
    {
      id: 'latecomer',
      components: ['lab-bus', 'search'],
      links: [['lab-bus', 'search']],
      scene: {
        at: 195,
        speed: 1,
        faults: [],
        set: set([{ atSeconds: 200, fromSeconds: 0, toSeconds: 190, rule: latecomerRule.name }], {
          rules: withLatecomer,
        }),
      },
    },
    {
      id: 'delay',
      components: ['lab-bus'],
      links: [],
      numbers: { s: { component: 'lab-bus', parameter: 'archiveDelaySeconds' } },
    },
    {
      id: 'forgets',
      components: ['lab-bus'],
      links: [],
      scene: {
        at: 200,
        speed: 2,
        faults: [],
        set: set([{ atSeconds: 205, fromSeconds: 0, toSeconds: 200 }], { archive: { retentionSeconds: 60 } }),
      },
    },
  ],
};

/** When search comes, and is sent the past, s. */
const COMES_SECONDS = 180;
const comes = {
  kind: 'set',
  target: 'lab-bus',
  parameter: 'rules',
  value: withLatecomer,
  atSeconds: COMES_SECONDS,
} as const;
const isSentThePast = {
  kind: 'set',
  target: 'lab-bus',
  parameter: 'replays',
  // What came in the last seconds before is in the archive by then too.
  value: [{ atSeconds: COMES_SECONDS + 15, fromSeconds: 0, toSeconds: COMES_SECONDS, rule: latecomerRule.name }],
  atSeconds: COMES_SECONDS,
} as const;

const replayed = (replay: BusReplay, more: object = {}) => ({
  parameters: { 'lab-bus': { replays: [replay], ...more } },
});

export const busArchiveClaims: readonly Claim[] = [
  {
    id: 'a-newcomer-hears-of-the-past',
    stage: 'bus-archive',
    scenario: on('bus-archive', { interventions: [comes, isSentThePast] }),
    condition: [
      {
        left: { measure: 'runs', of: 'search' },
        is: 'at-least',
        right: { measure: 'events-published', of: 'lab-bus', times: 0.9 },
      },
    ],
    numbers: {
      n: { measure: 'runs', of: 'search' },
      of: { measure: 'events-published', of: 'lab-bus' },
    },
    foil: { scenario: on('bus-archive', { interventions: [comes] }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'runs', of: 'search' }, is: 'equal', right: 0 }] },
        {
          id: 'since',
          when: [
            { left: { measure: 'runs', of: 'search' }, is: 'more', right: 0 },
            {
              left: { measure: 'runs', of: 'search' },
              is: 'less',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.9 },
            },
          ],
        },
        {
          id: 'all',
          when: [
            {
              left: { measure: 'runs', of: 'search' },
              is: 'at-least',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.9 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'a-replay-adds-twice',
    stage: 'bus-archive',
    scenario: on('bus-archive', replayed(toAll)),
    condition: [
      { left: { measure: 'written-again', of: 'accounts' }, is: 'more', right: 0 },
      { left: { measure: 'written-again', of: 'entries' }, is: 'equal', right: 0 },
    ],
    numbers: {
      n: { measure: 'events-replayed', of: 'lab-bus' },
      again: { measure: 'written-again', of: 'accounts' },
    },
    foil: { scenario: on('bus-archive', replayed({ ...toAll, rule: 'catalogue' })) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'neither', when: [{ left: { measure: 'written-again', of: 'accounts' }, is: 'equal', right: 0 }] },
        {
          id: 'bonus',
          when: [
            { left: { measure: 'written-again', of: 'accounts' }, is: 'more', right: 0 },
            { left: { measure: 'written-again', of: 'entries' }, is: 'equal', right: 0 },
          ],
        },
        {
          id: 'both',
          when: [
            { left: { measure: 'written-again', of: 'accounts' }, is: 'more', right: 0 },
            { left: { measure: 'written-again', of: 'entries' }, is: 'more', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'what-is-forgotten-does-not-come-again',
    stage: 'bus-archive',
    scenario: on(
      'bus-archive',
      replayed({ atSeconds: 200, fromSeconds: 0, toSeconds: 200 }, { archive: { retentionSeconds: 60 } }),
    ),
    condition: [
      { left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'more', right: 0 },
      {
        left: { measure: 'events-replayed', of: 'lab-bus' },
        is: 'at-most',
        right: { measure: 'events-published', of: 'lab-bus', times: 0.4 },
      },
    ],
    numbers: {
      n: { measure: 'events-replayed', of: 'lab-bus' },
      of: { measure: 'events-published', of: 'lab-bus' },
    },
    foil: { scenario: on('bus-archive', replayed({ atSeconds: 200, fromSeconds: 0, toSeconds: 200 })) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'equal', right: 0 }] },
        {
          id: 'last',
          when: [
            { left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'more', right: 0 },
            {
              left: { measure: 'events-replayed', of: 'lab-bus' },
              is: 'at-most',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.4 },
            },
          ],
        },
        {
          id: 'all',
          when: [
            {
              left: { measure: 'events-replayed', of: 'lab-bus' },
              is: 'more',
              right: { measure: 'events-published', of: 'lab-bus', times: 0.4 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'a-replay-too-soon-misses-the-latest',
    stage: 'bus-archive',
    scenario: on(
      'bus-archive',
      replayed({ atSeconds: 150, fromSeconds: 120, toSeconds: 150 }, { archiveDelaySeconds: 60 }),
    ),
    condition: [
      { left: { measure: 'events-published', of: 'lab-bus' }, is: 'more', right: 0 },
      { left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'equal', right: 0 },
    ],
    foil: {
      scenario: on(
        'bus-archive',
        replayed({ atSeconds: 150, fromSeconds: 120, toSeconds: 150 }, { archiveDelaySeconds: 0 }),
      ),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'equal', right: 0 }] },
        { id: 'those', when: [{ left: { measure: 'events-replayed', of: 'lab-bus' }, is: 'more', right: 0 }] },
      ],
    },
  },
];
