/** The story of this bench, and what it claims. Words: `text/function-lab/timeouts.ts`. */
import type { StageId } from '../../stages/catalogue.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** Work that fits into a run of a quarter of an hour, work that does not, and work of which the largest part does not. */
const SHORT_MINUTES = 12;
const LONG_MINUTES = 20;
const LONGER_MINUTES = 40;

/** Seconds after the start: the first video comes a moment later. */
const BEFORE_THE_FIRST_VIDEO = 8;
/** A moment before the first run is cut off. */
const BEFORE_THE_CUT = 880;

const lasting = (minutes: number) => ({ kind: 'constant', value: minutes }) as const;

const scene = (form: StageId, minutes: number, at: number, speed: number): Scene => ({
  form,
  at,
  speed,
  set: [{ component: 'senders', parameter: 'videoMinutes', value: lasting(minutes) }],
});

export const functionTimeoutsStory: Story = {
  stage: 'function-timeouts',
  passages: [
    {
      id: 'what',
      components: ['senders', 'masters', 'handler'],
      links: [
        ['senders', 'masters'],
        ['masters', 'handler'],
      ],
      numbers: { limit: { component: 'handler', parameter: 'timeoutSeconds' } },
      scene: scene('function-timeouts', SHORT_MINUTES, BEFORE_THE_FIRST_VIDEO, 50),
    },
    {
      id: 'cut',
      components: ['handler'],
      links: [],
      scene: scene('function-timeouts', LONG_MINUTES, BEFORE_THE_CUT, 5),
    },
    {
      id: 'again',
      components: ['handler', 'masters'],
      links: [['masters', 'handler']],
      numbers: {
        retries: { component: 'handler', parameter: 'maximumRetries' },
        wait: { component: 'handler', parameter: 'retryWaitSeconds' },
      },
      scene: scene('function-timeouts', LONG_MINUTES, BEFORE_THE_CUT, 200),
    },
    {
      id: 'split',
      components: ['parts', 'process-480p', 'process-720p', 'process-1080p'],
      links: [
        ['parts', 'process-480p'],
        ['parts', 'process-720p'],
        ['parts', 'process-1080p'],
      ],
      scene: scene('function-timeouts-split', LONG_MINUTES, BEFORE_THE_FIRST_VIDEO, 50),
    },
    {
      id: 'instances',
      components: ['long-queue', 'long-fleet'],
      links: [['long-fleet', 'long-queue']],
      scene: scene('function-timeouts-instances', LONGER_MINUTES, BEFORE_THE_FIRST_VIDEO, 100),
    },
  ],
};

const withVideosOf = (form: StageId, minutes: number) =>
  on(form, { parameters: { senders: { videoMinutes: lasting(minutes) } } });

const none = { id: 'none', when: [{ left: { measure: 'watchable' }, is: 'equal', right: 0 }] } as const;
const some = {
  id: 'some',
  when: [
    { left: { measure: 'watchable' }, is: 'more', right: 0 },
    { left: { measure: 'watchable' }, is: 'less', right: { measure: 'started' } },
  ],
} as const;
const all = {
  id: 'all',
  when: [{ left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } }],
} as const;

export const functionTimeoutsClaims: readonly Claim[] = [
  {
    id: 'a-time-out-takes-the-work-with-it',
    stage: 'function-timeouts',
    scenario: withVideosOf('function-timeouts', LONG_MINUTES),
    condition: [
      { left: { measure: 'watchable' }, is: 'equal', right: 0 },
      { left: { measure: 'run-errors', of: 'handler' }, is: 'equal', right: { measure: 'started', times: 3 } },
    ],
    numbers: { n: { measure: 'run-errors', of: 'handler' }, of: { measure: 'started' } },
    foil: { scenario: withVideosOf('function-timeouts', SHORT_MINUTES) },
    prediction: { kind: 'choice', outcomes: [none, some, all] },
  },
  {
    id: 'what-is-cut-off-is-paid-for',
    stage: 'function-timeouts',
    scenario: withVideosOf('function-timeouts', LONG_MINUTES),
    condition: [{ left: { measure: 'cost-wasted' }, is: 'at-least', right: { measure: 'cost', times: 0.9 } }],
    numbers: { usd: { measure: 'cost-wasted' }, of: { measure: 'cost' } },
    foil: { scenario: withVideosOf('function-timeouts-split', LONG_MINUTES) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: { measure: 'cost-wasted' }, is: 'equal', right: 0 }] },
        {
          id: 'part',
          when: [
            { left: { measure: 'cost-wasted' }, is: 'more', right: 0 },
            { left: { measure: 'cost-wasted' }, is: 'less', right: { measure: 'cost', times: 0.9 } },
          ],
        },
        {
          id: 'nearly-all',
          when: [{ left: { measure: 'cost-wasted' }, is: 'at-least', right: { measure: 'cost', times: 0.9 } }],
        },
      ],
    },
  },
  {
    id: 'parts-fit-where-the-whole-does-not',
    stage: 'function-timeouts-split',
    scenario: withVideosOf('function-timeouts-split', LONG_MINUTES),
    condition: [
      { left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'cost-wasted' }, is: 'equal', right: 0 },
    ],
    numbers: { n: { measure: 'watchable' }, s: { measure: 'watchable-slowest' } },
    foil: { scenario: withVideosOf('function-timeouts', LONG_MINUTES) },
    prediction: { kind: 'choice', outcomes: [none, some, all] },
  },
  {
    id: 'a-machine-knows-no-such-limit',
    stage: 'function-timeouts-instances',
    scenario: withVideosOf('function-timeouts-instances', LONGER_MINUTES),
    condition: [{ left: { measure: 'watchable' }, is: 'equal', right: { measure: 'started' } }],
    numbers: { n: { measure: 'watchable' }, usd: { measure: 'cost' } },
    foil: { scenario: withVideosOf('function-timeouts-split', LONGER_MINUTES) },
    prediction: { kind: 'choice', outcomes: [none, some, all] },
  },
];
