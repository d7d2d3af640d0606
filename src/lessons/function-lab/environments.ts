/** The story of this bench, and what it claims. Words: `text/function-lab/environments.ts`. */
import type { Claim, Comparison } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** Callers by chance, and how long an idle environment is kept. */
const set = (ratePerSecond: number, idleSeconds: number): NonNullable<Scene['set']> => [
  { component: 'callers', parameter: 'ratePerSecond', value: ratePerSecond },
  { component: 'handler', parameter: 'idleSeconds', value: { kind: 'constant', value: idleSeconds } },
];

export const functionEnvironmentsStory: Story = {
  stage: 'function-environments',
  passages: [
    {
      id: 'one-at-a-time',
      components: ['handler'],
      links: [['callers', 'handler']],
      scene: { at: 'start', speed: 0.5, set: set(1, 20) },
    },
    {
      id: 'kept-warm',
      components: ['handler'],
      links: [],
      scene: { at: 'start', speed: 10, set: set(0.04, 20) },
    },
    {
      id: 'more-callers',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: { at: 'start', speed: 10, set: set(3, 20) },
    },
    {
      id: 'own-memory',
      components: ['handler', 'records'],
      links: [['handler', 'records']],
      scene: { at: 'start', speed: 2, set: set(0.5, 20) },
    },
    {
      id: 'at-work',
      components: ['handler'],
      links: [['callers', 'handler']],
      scene: { at: 'start', speed: 100, set: set(4, 20) },
    },
    {
      id: 'kept-longer',
      components: ['handler'],
      links: [],
      scene: { at: 'start', speed: 100, set: set(0.04, 120) },
    },
  ],
};

/** Ten hours: enough calls for a share even where few come. */
const LONG_SECONDS = 36_000;
/** As far apart on average as an idle environment is kept. */
const SELDOM = 0.05;
const OFTEN = 2;
const handlerOf = (idleSeconds: number) => ({ idleSeconds: { kind: 'constant', value: idleSeconds } });
/** The default of the bench. */
const USUAL_IDLE_SECONDS = 20;

const calling = (ratePerSecond: number, idleSeconds: number, durationSeconds: number) =>
  on('function-environments', {
    durationSeconds,
    parameters: { callers: { ratePerSecond }, handler: handlerOf(idleSeconds) },
  });

const coldShare = { measure: 'cold-share', of: 'handler' } as const;
const coldBefore = { ...coldShare, in: 'against' } as const;
const coldStarts = { measure: 'cold-starts', of: 'handler' } as const;
const runs = { measure: 'runs', of: 'handler' } as const;
const atWork = { measure: 'at-work-mean', of: 'handler' } as const;
const environments = { measure: 'environments-most', of: 'handler' } as const;

/** Rate and length of a run, s, whose product is 8. */
const RATE = 4;
const AT_WORK = 8;
/** An hour's mean differs from the true one by so much at the most, and cold starts add a little. Our choice. */
const AT_WORK_LOW = 7.5;
const AT_WORK_HIGH = 8.7;
/** So many calls, at one moment, or so many seconds apart. */
const AT_ONCE = 6;
const APART_SECONDS = 12;

const between = (low: number, high: number): Comparison[] => [
  { left: coldShare, is: 'at-least', right: low },
  { left: coldShare, is: 'less', right: high },
];

export const functionEnvironmentsClaims: readonly Claim[] = [
  {
    id: 'chance-starts-cold',
    stage: 'function-environments',
    scenario: calling(SELDOM, USUAL_IDLE_SECONDS, LONG_SECONDS),
    condition: between(0.36, 0.48),
    numbers: { n: coldStarts, of: runs },
    foil: {
      scenario: on('function-environments', {
        durationSeconds: LONG_SECONDS,
        parameters: { callers: { arrivals: 'steady', ratePerSecond: SELDOM }, handler: handlerOf(USUAL_IDLE_SECONDS) },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: coldShare, is: 'less', right: 0.33 }] },
        { id: 'third', when: between(0.33, 0.5) },
        { id: 'most', when: [{ left: coldShare, is: 'at-least', right: 0.5 }] },
      ],
    },
  },
  {
    id: 'more-callers-fewer-cold',
    stage: 'function-environments',
    scenario: calling(OFTEN, USUAL_IDLE_SECONDS, 3600),
    against: calling(SELDOM, USUAL_IDLE_SECONDS, LONG_SECONDS),
    condition: [{ left: coldShare, is: 'less', right: { ...coldBefore, times: 0.25 } }],
    numbers: {
      n: coldStarts,
      of: runs,
      before: { ...coldStarts, in: 'against' },
      ofBefore: { ...runs, in: 'against' },
    },
    foil: {
      scenario: calling(OFTEN, 0.2, 3600),
      against: calling(SELDOM, USUAL_IDLE_SECONDS, LONG_SECONDS),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'grows', when: [{ left: coldShare, is: 'more', right: { ...coldBefore, times: 1.1 } }] },
        {
          id: 'same',
          when: [
            { left: coldShare, is: 'at-most', right: { ...coldBefore, times: 1.1 } },
            { left: coldShare, is: 'at-least', right: { ...coldBefore, times: 0.9 } },
          ],
        },
        { id: 'falls', when: [{ left: coldShare, is: 'less', right: { ...coldBefore, times: 0.25 } }] },
      ],
    },
  },
  {
    id: 'rate-times-length',
    stage: 'function-environments',
    scenario: calling(RATE, USUAL_IDLE_SECONDS, 3600),
    condition: [
      { left: atWork, is: 'at-least', right: AT_WORK_LOW },
      { left: atWork, is: 'at-most', right: AT_WORK_HIGH },
    ],
    numbers: { n: atWork },
    foil: {
      scenario: on('function-environments', {
        parameters: {
          callers: { ratePerSecond: RATE },
          handler: { steps: [{ step: 'extra', work: [{ seconds: { kind: 'exponential', mean: 1 }, cpuShare: 0 }] }] },
        },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'fewer', when: [{ left: atWork, is: 'less', right: AT_WORK_LOW }] },
        {
          id: 'as-many',
          when: [
            { left: atWork, is: 'at-least', right: AT_WORK_LOW },
            { left: atWork, is: 'at-most', right: AT_WORK_HIGH },
          ],
        },
        { id: 'more', when: [{ left: atWork, is: 'more', right: AT_WORK * 2 }] },
      ],
    },
  },
  {
    id: 'as-many-as-at-once',
    stage: 'function-environments',
    scenario: on('function-environments', {
      durationSeconds: 60,
      parameters: { callers: { arrivals: 'times', times: Array.from({ length: AT_ONCE }, () => 5) } },
    }),
    condition: [{ left: environments, is: 'equal', right: runs }],
    numbers: { n: environments },
    foil: {
      scenario: on('function-environments', {
        durationSeconds: 80,
        parameters: {
          callers: { arrivals: 'times', times: Array.from({ length: AT_ONCE }, (_, n) => 1 + n * APART_SECONDS) },
        },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'one', when: [{ left: environments, is: 'equal', right: 1 }] },
        {
          id: 'few',
          when: [
            { left: environments, is: 'more', right: 1 },
            { left: environments, is: 'less', right: runs },
          ],
        },
        {
          id: 'each',
          when: [
            { left: environments, is: 'equal', right: runs },
            { left: environments, is: 'more', right: 1 },
          ],
        },
      ],
    },
  },
];
