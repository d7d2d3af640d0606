/** The story of this bench, and what it claims. Words: `text/function-lab/crossover.ts`. */
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

/** The form that is shown and how many call, which every scene says. */
const calls = (ratePerSecond: number) => [{ component: 'callers', parameter: 'ratePerSecond', value: ratePerSecond }];
const functions = 'function-crossover';
const instances = 'function-crossover-instances';

export const functionCrossoverStory: Story = {
  stage: 'function-crossover',
  passages: [
    {
      id: 'what',
      components: ['callers', 'handler', 'records'],
      links: [
        ['callers', 'handler'],
        ['handler', 'records'],
      ],
      scene: { form: functions, speed: 1, set: calls(2) },
    },
    {
      id: 'instances',
      components: ['balancer', 'servers'],
      links: [
        ['callers', 'balancer'],
        ['balancer', 'servers'],
      ],
      scene: { form: instances, speed: 1, set: calls(2) },
    },
    {
      id: 'quiet',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: { form: functions, speed: 5, set: calls(0.05) },
    },
    {
      id: 'busy',
      components: ['callers', 'servers'],
      links: [['balancer', 'servers']],
      scene: { form: instances, speed: 1, set: calls(12) },
    },
  ],
};

const rate = (ratePerSecond: number) => ({ callers: { arrivals: 'steady', ratePerSecond } });
/** Long enough for what is there from the beginning to count little. */
const DURATION_SECONDS = 300;
const busy = { durationSeconds: 120, parameters: rate(40) };
const rare = { durationSeconds: DURATION_SECONDS, parameters: rate(0.1) };
/** What an hour costs is measured over a whole one. */
const HOUR_SECONDS = 3600;
const nobody = { durationSeconds: HOUR_SECONDS, parameters: { callers: { arrivals: 'none' } } };

/** Ten cents, of which the question asks. */
const A_TENTH_USD = 0.1;

const hour = { measure: 'cost-per-hour' } as const;
const other = { measure: 'cost-per-hour', in: 'against' } as const;

export const functionCrossoverClaims: readonly Claim[] = [
  {
    id: 'the-rare-call-is-cheaper-on-functions',
    stage: functions,
    scenario: on(functions, rare),
    against: on(instances, rare),
    condition: [{ left: hour, is: 'less', right: { ...other, times: 0.1 } }],
    numbers: { usd: hour, one: other },
    foil: { scenario: on(functions, busy), against: on(instances, busy) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'hundredth', when: [{ left: hour, is: 'less', right: { ...other, times: 0.1 } }] },
        {
          id: 'less',
          when: [
            { left: hour, is: 'at-least', right: { ...other, times: 0.1 } },
            { left: hour, is: 'less', right: other },
          ],
        },
        { id: 'more', when: [{ left: hour, is: 'at-least', right: other }] },
      ],
    },
  },
  {
    id: 'machines-idle-at-a-price',
    stage: instances,
    scenario: on(instances, nobody),
    against: on(functions, nobody),
    condition: [
      { left: hour, is: 'more', right: A_TENTH_USD },
      { left: other, is: 'equal', right: 0 },
    ],
    numbers: { usd: hour, one: other },
    foil: { scenario: on(functions, nobody), against: on(instances, nobody) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'nothing', when: [{ left: hour, is: 'equal', right: 0 }] },
        {
          id: 'little',
          when: [
            { left: hour, is: 'more', right: 0 },
            { left: hour, is: 'at-most', right: A_TENTH_USD },
          ],
        },
        { id: 'much', when: [{ left: hour, is: 'more', right: A_TENTH_USD }] },
      ],
    },
  },
];
