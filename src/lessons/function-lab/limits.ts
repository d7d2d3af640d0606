/** The story of this bench, and what it claims. Words: `text/function-lab/limits.ts`. */
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

interface Setting {
  crowd?: number;
  handler?: number;
  neighbour?: number;
  provisioned?: number;
  starts?: number;
}

/** What a scene says nothing of is as the bench comes. */
function set({ crowd = 1, handler = -1, neighbour = -1, provisioned = 0, starts = 1000 }: Setting): Scene['set'] & {} {
  return [
    { component: 'crowd', parameter: 'ratePerSecond', value: crowd },
    { component: 'handler', parameter: 'reservedConcurrency', value: handler },
    { component: 'handler', parameter: 'provisionedConcurrency', value: provisioned },
    { component: 'neighbour', parameter: 'reservedConcurrency', value: neighbour },
    { component: 'neighbour', parameter: 'scaleUpEnvironments', value: starts },
  ];
}

/** Far more than the account can take: some 240 runs at once of the neighbour. */
const LOUD = 12;
/** As many as the account can take, but for a few. */
const MANY = 4;

export const functionLimitsStory: Story = {
  stage: 'function-limits',
  passages: [
    {
      id: 'one-account',
      components: ['handler', 'event-function', 'neighbour'],
      links: [],
      numbers: { account: { component: 'handler', parameter: 'accountConcurrency' } },
      scene: { at: 'start', speed: 5, set: set({}) },
    },
    {
      id: 'noisy-neighbour',
      components: ['crowd', 'neighbour', 'handler'],
      links: [['crowd', 'neighbour']],
      scene: { at: 'start', speed: 5, set: set({ crowd: LOUD }) },
    },
    {
      id: 'four-ways',
      components: ['callers', 'notices', 'jobs', 'clicks'],
      links: [['callers', 'handler']],
    },
    {
      id: 'reserved',
      components: ['handler'],
      links: [['callers', 'handler']],
      scene: { at: 'start', speed: 10, set: set({ crowd: LOUD, handler: 8 }) },
    },
    {
      id: 'cap-the-neighbour',
      components: ['neighbour'],
      links: [['crowd', 'neighbour']],
      scene: { at: 'start', speed: 10, set: set({ crowd: LOUD, neighbour: 20 }) },
    },
    {
      id: 'provisioned',
      components: ['handler'],
      links: [],
      scene: { at: 'start', speed: 5, set: set({ handler: 12, provisioned: 4 }) },
    },
    {
      id: 'scaling-rate',
      components: ['crowd', 'neighbour'],
      links: [['crowd', 'neighbour']],
      scene: { at: 'start', speed: 2, set: set({ crowd: MANY, starts: 10 }) },
    },
  ],
};

const crowd = (ratePerSecond: number) => ({ crowd: { ratePerSecond } });
const handler = (params: { reservedConcurrency?: number; provisionedConcurrency?: number }) => ({ handler: params });

const DURATION_SECONDS = 300;
/** Long enough for a share to be as theory says, within a fifth. */
const LONG_SECONDS = 3600;

const limits = (parameters: NonNullable<Parameters<typeof on>[1]>['parameters'], durationSeconds = DURATION_SECONDS) =>
  on('function-limits', { durationSeconds, ...(parameters ? { parameters } : {}) });

const throttles = { measure: 'throttles', of: 'handler' } as const;
const arrived = { measure: 'arrived', of: 'handler' } as const;
const ofCalls = (times: number) => ({ ...arrived, times });
const eventThrottles = { measure: 'throttles', of: 'event-function' } as const;
const givenUp = { measure: 'events-given-up', of: 'event-function' } as const;
const crowdThrottles = { measure: 'throttles', of: 'neighbour' } as const;
const crowdEnvironments = { measure: 'environments-most', of: 'neighbour' } as const;
const coldStarts = { measure: 'cold-starts', of: 'handler' } as const;

/** A wave of half a minute. */
const wave = {
  arrivals: 'spike',
  ratePerSecond: 1,
  spikeAtSeconds: 20,
  spikeLastsSeconds: 25,
  spikeFactor: 20,
} as const;
/** So many are on average at work in the function, of 6 that it may have: 11.7 % are throttled by Erlang B. */
const ERLANG_LIMIT = 6;
const ERLANG_LOW = 0.09;
const ERLANG_HIGH = 0.145;

export const functionLimitsClaims: readonly Claim[] = [
  {
    id: 'a-noisy-neighbour-takes-the-account',
    stage: 'function-limits',
    scenario: limits(crowd(LOUD)),
    condition: [{ left: throttles, is: 'more', right: ofCalls(0.2) }],
    numbers: { n: throttles, of: arrived },
    foil: { scenario: limits({ ...crowd(LOUD), neighbour: { reservedConcurrency: 20 } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: throttles, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: throttles, is: 'more', right: 0 },
            { left: throttles, is: 'at-most', right: ofCalls(0.2) },
          ],
        },
        { id: 'many', when: [{ left: throttles, is: 'more', right: ofCalls(0.2) }] },
      ],
    },
  },
  {
    id: 'reserved-guarantees',
    stage: 'function-limits',
    scenario: limits({ ...crowd(LOUD), ...handler({ reservedConcurrency: 14 }) }),
    condition: [{ left: throttles, is: 'at-most', right: ofCalls(0.01) }],
    numbers: { n: throttles, of: arrived },
    foil: { scenario: limits(crowd(LOUD)) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'hardly', when: [{ left: throttles, is: 'at-most', right: ofCalls(0.01) }] },
        {
          id: 'some',
          when: [
            { left: throttles, is: 'more', right: ofCalls(0.01) },
            { left: throttles, is: 'less', right: ofCalls(0.25) },
          ],
        },
        { id: 'many', when: [{ left: throttles, is: 'at-least', right: ofCalls(0.25) }] },
      ],
    },
  },
  {
    id: 'reserved-caps',
    stage: 'function-limits',
    scenario: limits(handler({ reservedConcurrency: 3 })),
    condition: [
      { left: throttles, is: 'more', right: ofCalls(0.2) },
      { left: crowdThrottles, is: 'equal', right: 0 },
    ],
    numbers: { n: throttles, of: arrived },
    foil: { scenario: limits({}) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'takes', when: [{ left: throttles, is: 'at-most', right: ofCalls(0.02) }] },
        {
          id: 'throttled',
          when: [
            { left: throttles, is: 'more', right: ofCalls(0.2) },
            { left: throttles, is: 'less', right: ofCalls(0.8) },
          ],
        },
        { id: 'stopped', when: [{ left: throttles, is: 'at-least', right: ofCalls(0.8) }] },
      ],
    },
  },
  {
    id: 'a-short-wave-costs-no-event',
    stage: 'function-limits',
    scenario: limits({ crowd: wave }, 180),
    condition: [
      { left: eventThrottles, is: 'more', right: 0 },
      { left: givenUp, is: 'equal', right: 0 },
      { left: throttles, is: 'more', right: 0 },
    ],
    numbers: { n: eventThrottles, errors: throttles },
    foil: { scenario: limits({ crowd: { ...wave, spikeLastsSeconds: 600 }, publishers: { ratePerSecond: 2 } }, 300) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'lost', when: [{ left: givenUp, is: 'more', right: 0 }] },
        {
          id: 'kept',
          when: [
            { left: givenUp, is: 'equal', right: 0 },
            { left: eventThrottles, is: 'more', right: 0 },
          ],
        },
        { id: 'untouched', when: [{ left: eventThrottles, is: 'equal', right: 0 }] },
      ],
    },
  },
  {
    id: 'ready-means-no-cold-start',
    stage: 'function-limits',
    scenario: limits(handler({ reservedConcurrency: 14, provisionedConcurrency: 14 })),
    condition: [{ left: coldStarts, is: 'equal', right: 0 }],
    numbers: { n: { measure: 'runs', of: 'handler' } },
    foil: { scenario: limits(handler({ reservedConcurrency: 14, provisionedConcurrency: 3 })) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: coldStarts, is: 'equal', right: 0 }] },
        { id: 'first', when: [{ left: coldStarts, is: 'more', right: 0 }] },
      ],
    },
  },
  {
    id: 'too-few-starts-for-a-crowd',
    stage: 'function-limits',
    scenario: limits({ ...crowd(MANY), neighbour: { scaleUpEnvironments: 10 } }, 60),
    condition: [
      { left: crowdThrottles, is: 'more', right: 0 },
      { left: crowdEnvironments, is: 'less', right: 100 },
      { left: throttles, is: 'equal', right: 0 },
    ],
    numbers: { n: crowdThrottles, most: crowdEnvironments },
    foil: { scenario: limits(crowd(MANY), 60) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'wait', when: [{ left: crowdThrottles, is: 'equal', right: 0 }] },
        {
          id: 'throttled',
          when: [
            { left: crowdThrottles, is: 'more', right: 0 },
            { left: crowdEnvironments, is: 'less', right: 100 },
          ],
        },
        { id: 'full', when: [{ left: crowdEnvironments, is: 'at-least', right: 110 }] },
      ],
    },
  },
  {
    id: 'erlang-b',
    stage: 'function-limits',
    scenario: limits(handler({ reservedConcurrency: ERLANG_LIMIT }), LONG_SECONDS),
    condition: [
      { left: throttles, is: 'at-least', right: ofCalls(ERLANG_LOW) },
      { left: throttles, is: 'at-most', right: ofCalls(ERLANG_HIGH) },
    ],
    numbers: { n: throttles, of: arrived },
    foil: {
      scenario: limits(
        { ...handler({ reservedConcurrency: ERLANG_LIMIT }), callers: { arrivals: 'steady' } },
        LONG_SECONDS,
      ),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: throttles, is: 'less', right: ofCalls(0.02) }] },
        {
          id: 'tenth',
          when: [
            { left: throttles, is: 'at-least', right: ofCalls(ERLANG_LOW) },
            { left: throttles, is: 'at-most', right: ofCalls(ERLANG_HIGH) },
          ],
        },
        { id: 'third', when: [{ left: throttles, is: 'at-least', right: ofCalls(0.3) }] },
      ],
    },
  },
];
