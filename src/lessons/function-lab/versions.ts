/** The story of this bench, and what it claims. Words: `text/function-lab/versions.ts`. */
import type { FunctionVersion } from '../../models/parameters.ts';
import type { Intervention, SetIntervention } from '../../scenario/scenario.ts';
import type { Claim, Comparison } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

const good: FunctionVersion = { version: 1, memoryMegabytes: 512 };
/** More than half of its work fails. Our choice. */
const bad: FunctionVersion = { version: 2, memoryMegabytes: 512, errorShare: 0.6 };
/** Of the calls, while a new version is tried out. */
const CANARY = 0.1;
/** Seconds after the start: the new version is published and called; and the alias is turned back. */
const PUBLISHED_AT = 60;
const BACK_AT = 90;
/** What was under way when the alias was turned back is over by then. */
const SETTLED_AT = 95;

interface Alias {
  versions?: readonly FunctionVersion[];
  aliasVersion?: number;
  secondVersion?: number;
  secondVersionShare?: number;
  errorShare?: number;
}

const asItComes = { aliasVersion: 1, secondVersion: 0, secondVersionShare: 0, errorShare: 0, versions: [good] };

/** Where the alias points comes first: what is published is then held against it. */
const set = (alias: Alias): NonNullable<Scene['set']> =>
  Object.entries({ ...asItComes, ...alias }).map(([parameter, value]) => ({ component: 'handler', parameter, value }));

export const functionVersionsStory: Story = {
  stage: 'function-versions',
  passages: [
    {
      id: 'frozen',
      components: ['handler'],
      links: [['callers', 'handler']],
      scene: { at: 20, speed: 2, set: set({ errorShare: 1 }) },
    },
    { id: 'publish', components: ['handler'], links: [] },
    {
      id: 'all-at-once',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: { at: PUBLISHED_AT, speed: 5, set: set({ versions: [good, bad], aliasVersion: 2 }) },
    },
    {
      id: 'canary',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: {
        at: PUBLISHED_AT,
        speed: 5,
        set: set({ versions: [good, bad], secondVersion: 2, secondVersionShare: CANARY }),
      },
    },
    {
      id: 'back',
      components: ['handler'],
      links: [['callers', 'handler']],
      // It comes with what went before: the canary, which is turned off at this moment.
      scene: {
        at: BACK_AT,
        speed: 5,
        set: [
          ...set({ versions: [good, bad], secondVersion: 2, secondVersionShare: CANARY }).map((each) => ({
            ...each,
            atSeconds: PUBLISHED_AT,
          })),
          { component: 'handler', parameter: 'secondVersionShare', value: 0 },
        ],
      },
    },
  ],
};

const turn = (parameter: string, value: unknown, atSeconds: number): SetIntervention => ({
  kind: 'set',
  target: 'handler',
  parameter,
  value,
  atSeconds,
});

const published = turn('versions', [good, bad], PUBLISHED_AT);
const canary: readonly Intervention[] = [
  published,
  turn('secondVersion', bad.version, PUBLISHED_AT),
  turn('secondVersionShare', CANARY, PUBLISHED_AT),
];
const rolledBack: readonly Intervention[] = [...canary, turn('secondVersionShare', 0, BACK_AT)];
const allAtOnce: readonly Intervention[] = [published, turn('aliasVersion', bad.version, PUBLISHED_AT)];

const withDone = (interventions: readonly Intervention[], durationSeconds?: number) =>
  on('function-versions', { interventions, ...(durationSeconds === undefined ? {} : { durationSeconds }) });

/** Edited while it runs: it fails whenever it is called, and takes ten times as long. */
const edited: readonly Intervention[] = [turn('errorShare', 1, 30), turn('workFactor', 10, 30)];

const refused = { measure: 'refused' } as const;
const started = (times: number) => ({ measure: 'started', times }) as const;
const before = (times: number) => ({ measure: 'refused', in: 'against', times }) as const;

const ofAll = (from: number, to: number): Comparison[] => [
  { left: refused, is: 'more', right: started(from) },
  { left: refused, is: 'at-most', right: started(to) },
];

export const functionVersionsClaims: readonly Claim[] = [
  {
    id: 'a-canary-is-seen-by-few',
    stage: 'function-versions',
    scenario: withDone(canary),
    condition: [
      { left: refused, is: 'at-most', right: started(0.1) },
      { left: refused, is: 'more', right: 0 },
    ],
    numbers: { n: refused, of: { measure: 'started' } },
    foil: { scenario: withDone(allAtOnce) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'few', when: [{ left: refused, is: 'at-most', right: started(0.1) }] },
        { id: 'some', when: ofAll(0.1, 0.25) },
        { id: 'many', when: ofAll(0.25, 1) },
      ],
    },
  },
  {
    id: 'back-at-once',
    stage: 'function-versions',
    scenario: withDone(rolledBack),
    against: withDone(rolledBack, SETTLED_AT),
    condition: [
      { left: refused, is: 'equal', right: before(1) },
      { left: refused, is: 'more', right: 0 },
    ],
    numbers: { n: refused },
    foil: { scenario: withDone(canary), against: withDone(canary, SETTLED_AT) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: refused, is: 'equal', right: before(1) }] },
        {
          id: 'few',
          when: [
            { left: refused, is: 'more', right: before(1) },
            { left: refused, is: 'at-most', right: before(1.5) },
          ],
        },
        { id: 'as-many', when: [{ left: refused, is: 'more', right: before(1.5) }] },
      ],
    },
  },
  {
    id: 'what-is-published-stays',
    stage: 'function-versions',
    scenario: withDone(edited),
    against: withDone([]),
    condition: [
      { left: refused, is: 'equal', right: 0 },
      { left: { measure: 'accepted-median' }, is: 'equal', right: { measure: 'accepted-median', in: 'against' } },
    ],
    numbers: { of: { measure: 'started' } },
    foil: {
      scenario: on('function-versions', { interventions: edited, parameters: { handler: { aliasVersion: 0 } } }),
      against: on('function-versions', { parameters: { handler: { aliasVersion: 0 } } }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nobody', when: [{ left: refused, is: 'equal', right: 0 }] },
        { id: 'some', when: ofAll(0, 0.5) },
        { id: 'all', when: ofAll(0.5, 1) },
      ],
    },
  },
];
