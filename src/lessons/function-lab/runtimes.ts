/** The story of this bench, and what it claims. Words: `text/function-lab/runtimes.ts`. */
import type { Runtime } from '../../models/function/runtimes.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

/** What it is written in, how it starts and how large it is: every scene says all of it. */
const written = (runtime: Runtime, snapStart: 'no' | 'yes', packageMegabytes: number) => [
  { component: 'handler', parameter: 'runtime', value: runtime },
  { component: 'handler', parameter: 'snapStart', value: snapStart },
  { component: 'handler', parameter: 'packageMegabytes', value: packageMegabytes },
];
/** A package of the usual size, and an image of a gigabyte, MB. Our choice. */
const USUAL_MEGABYTES = 10;
const IMAGE_MEGABYTES = 1000;

export const functionRuntimesStory: Story = {
  stage: 'function-runtimes',
  passages: [
    {
      id: 'what',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: { speed: 1, set: written('python', 'no', USUAL_MEGABYTES) },
    },
    {
      id: 'java',
      components: ['handler'],
      links: [],
      scene: { speed: 1, set: written('java', 'no', USUAL_MEGABYTES) },
    },
    {
      id: 'snapshot',
      components: ['handler'],
      links: [],
      scene: { speed: 1, set: written('java', 'yes', USUAL_MEGABYTES) },
    },
    {
      id: 'image',
      components: ['handler'],
      links: [],
      scene: { speed: 1, set: written('container', 'no', IMAGE_MEGABYTES) },
    },
  ],
};

/** AWS Lambda: at most, unzipped. Fetched at 200 MB/s it takes 1.25 s. */
const LARGEST_MEGABYTES = 250;
const AS_LONG_SECONDS = 1.25;
/** AWS Lambda: memory that comes with one vCPU. */
const A_VCPU = 1769;

const bench = (handler: Readonly<Record<string, unknown>>) => on('function-runtimes', { parameters: { handler } });

/** Calls so far apart that each finds no environment any more. */
const coldEachTime = (handler: Readonly<Record<string, unknown>>) =>
  on('function-runtimes', {
    parameters: {
      callers: { arrivals: 'steady', ratePerSecond: 0.05 },
      handler: { memoryMegabytes: A_VCPU, ...handler },
    },
  });

const start = { measure: 'start-mean', of: 'handler' } as const;
const run = { measure: 'duration-mean', of: 'handler' } as const;
const cost = { measure: 'component-cost', of: 'handler' } as const;
const slowest = { measure: 'accepted-slowest' } as const;
const before = { in: 'against' } as const;

export const functionRuntimesClaims: readonly Claim[] = [
  {
    id: 'a-snapshot-shortens-the-start',
    stage: 'function-runtimes',
    scenario: bench({ runtime: 'java', snapStart: 'yes' }),
    against: bench({ runtime: 'java' }),
    condition: [
      { left: start, is: 'at-most', right: { ...start, ...before, times: 0.15 } },
      { left: slowest, is: 'less', right: { ...slowest, ...before, times: 0.5 } },
    ],
    numbers: { s: start, before: { ...start, ...before }, slowest, slow: { ...slowest, ...before } },
    foil: { scenario: bench({ runtime: 'python', snapStart: 'yes' }), against: bench({ runtime: 'python' }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'same', when: [{ left: start, is: 'more', right: { ...start, ...before, times: 0.75 } }] },
        {
          id: 'half',
          when: [
            { left: start, is: 'at-most', right: { ...start, ...before, times: 0.75 } },
            { left: start, is: 'more', right: { ...start, ...before, times: 0.15 } },
          ],
        },
        { id: 'little', when: [{ left: start, is: 'at-most', right: { ...start, ...before, times: 0.15 } }] },
      ],
    },
  },
  {
    id: 'the-language-counts-at-the-start-only',
    stage: 'function-runtimes',
    scenario: bench({ runtime: 'java' }),
    against: bench({ runtime: 'python' }),
    condition: [
      { left: start, is: 'at-least', right: { ...start, ...before, times: 2 } },
      { left: run, is: 'at-most', right: { ...run, ...before, times: 1.01 } },
      { left: run, is: 'at-least', right: { ...run, ...before, times: 0.99 } },
    ],
    numbers: { s: start, before: { ...start, ...before }, run },
    foil: { scenario: bench({ memoryMegabytes: 128 }), against: bench({}) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'longer', when: [{ left: run, is: 'more', right: { ...run, ...before, times: 1.05 } }] },
        {
          id: 'same',
          when: [
            { left: run, is: 'at-most', right: { ...run, ...before, times: 1.05 } },
            { left: run, is: 'at-least', right: { ...run, ...before, times: 0.95 } },
          ],
        },
        { id: 'shorter', when: [{ left: run, is: 'less', right: { ...run, ...before, times: 0.95 } }] },
      ],
    },
  },
  {
    id: 'fetching-is-waited-for-and-not-billed',
    stage: 'function-runtimes',
    scenario: coldEachTime({ packageMegabytes: LARGEST_MEGABYTES }),
    against: coldEachTime({}),
    condition: [
      { left: slowest, is: 'at-least', right: { ...slowest, ...before, times: 1.5 } },
      { left: cost, is: 'at-most', right: { ...cost, ...before, times: 1.02 } },
    ],
    numbers: { s: slowest, before: { ...slowest, ...before } },
    foil: {
      scenario: coldEachTime({ initSeconds: { kind: 'constant', value: 0.2 + AS_LONG_SECONDS } }),
      against: coldEachTime({}),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'same', when: [{ left: cost, is: 'at-most', right: { ...cost, ...before, times: 1.02 } }] },
        {
          id: 'little',
          when: [
            { left: cost, is: 'more', right: { ...cost, ...before, times: 1.02 } },
            { left: cost, is: 'less', right: { ...cost, ...before, times: 2 } },
          ],
        },
        { id: 'twice', when: [{ left: cost, is: 'at-least', right: { ...cost, ...before, times: 2 } }] },
      ],
    },
  },
];
