/** The story of this bench, and what it claims. Words: `text/function-lab/memory.ts`. */
import { handling } from '../../stages/function-lab/handling.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Story } from '../story.ts';

/** How much memory, which every scene says. */
const memory = (memoryMegabytes: number) => [
  { component: 'handler', parameter: 'memoryMegabytes', value: memoryMegabytes },
];
const number = (parameter: string) => ({ component: 'handler', parameter });

export const functionMemoryStory: Story = {
  stage: 'function-memory',
  passages: [
    {
      id: 'what',
      components: ['callers', 'handler', 'records'],
      links: [
        ['callers', 'handler'],
        ['handler', 'records'],
      ],
      numbers: { memory: number('memoryMegabytes') },
      scene: { speed: 1, set: memory(512) },
    },
    {
      id: 'double',
      components: ['handler'],
      links: [],
      numbers: { memory: number('memoryMegabytes') },
      scene: { at: 60, speed: 1, set: memory(1024) },
    },
    {
      id: 'thread',
      components: ['handler'],
      links: [],
      numbers: { threads: number('threads') },
      scene: { at: 60, speed: 1, set: memory(10_240) },
    },
    {
      id: 'small',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      numbers: { timeout: number('timeoutSeconds') },
      scene: { at: 60, speed: 2, set: memory(128) },
    },
  ],
};

/** A call now and then, so that nearly all are warm: what starts cost is told elsewhere. */
const NOW_AND_THEN = { arrivals: 'steady', ratePerSecond: 0.1 } as const;
/** AWS Lambda: memory that comes with one vCPU. */
const A_VCPU = 1769;

/** A bench whose work computes for such a share of its time, on so many threads, with so much memory. */
function computing(memoryMegabytes: number, cpuShare: number, threads: number) {
  return on('function-memory', {
    parameters: {
      callers: NOW_AND_THEN,
      handler: { memoryMegabytes, threads, steps: [handling(1, cpuShare)] },
    },
  });
}

const cost = { measure: 'component-cost', of: 'handler' } as const;
const time = { measure: 'duration-mean', of: 'handler' } as const;
const before = { in: 'against' } as const;

/** Three seconds, as a function has it that nobody has set. */
const IN_TIME = (memoryMegabytes: number) =>
  on('function-memory', {
    parameters: {
      callers: NOW_AND_THEN,
      handler: { memoryMegabytes, timeoutSeconds: 3, steps: [handling(0.25, 1)] },
    },
  });

export const functionMemoryClaims: readonly Claim[] = [
  {
    id: 'twice-the-memory-half-the-time',
    stage: 'function-memory',
    scenario: computing(1024, 1, 1),
    against: computing(512, 1, 1),
    condition: [
      { left: time, is: 'at-most', right: { ...time, ...before, times: 0.55 } },
      { left: cost, is: 'at-most', right: { ...cost, ...before, times: 1.05 } },
      { left: cost, is: 'at-least', right: { ...cost, ...before, times: 0.95 } },
    ],
    numbers: { s: time, before: { ...time, ...before }, usd: cost, one: { ...cost, ...before } },
    foil: { scenario: computing(1024, 0.1, 1), against: computing(512, 0.1, 1) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'half', when: [{ left: cost, is: 'less', right: { ...cost, ...before, times: 0.8 } }] },
        {
          id: 'same',
          when: [
            { left: cost, is: 'at-least', right: { ...cost, ...before, times: 0.8 } },
            { left: cost, is: 'at-most', right: { ...cost, ...before, times: 1.25 } },
          ],
        },
        { id: 'twice', when: [{ left: cost, is: 'more', right: { ...cost, ...before, times: 1.25 } }] },
      ],
    },
  },
  {
    id: 'one-thread-is-no-faster',
    stage: 'function-memory',
    scenario: computing(2 * A_VCPU, 0.8, 1),
    against: computing(A_VCPU, 0.8, 1),
    condition: [
      { left: time, is: 'at-least', right: { ...time, ...before, times: 0.99 } },
      { left: cost, is: 'at-least', right: { ...cost, ...before, times: 1.9 } },
    ],
    numbers: { s: time, usd: cost, one: { ...cost, ...before } },
    foil: { scenario: computing(2 * A_VCPU, 0.8, 2), against: computing(A_VCPU, 0.8, 2) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'half', when: [{ left: time, is: 'less', right: { ...time, ...before, times: 0.52 } }] },
        {
          id: 'somewhat',
          when: [
            { left: time, is: 'at-least', right: { ...time, ...before, times: 0.52 } },
            { left: time, is: 'less', right: { ...time, ...before, times: 0.97 } },
          ],
        },
        { id: 'same', when: [{ left: time, is: 'at-least', right: { ...time, ...before, times: 0.97 } }] },
      ],
    },
  },
  {
    id: 'too-little-memory-is-too-late',
    stage: 'function-memory',
    scenario: IN_TIME(128),
    condition: [
      { left: { measure: 'run-errors', of: 'handler' }, is: 'equal', right: { measure: 'runs', of: 'handler' } },
      { left: cost, is: 'more', right: 0 },
    ],
    numbers: { n: { measure: 'run-errors', of: 'handler' }, of: { measure: 'runs', of: 'handler' } },
    foil: { scenario: IN_TIME(A_VCPU) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'all', when: [{ left: { measure: 'run-errors', of: 'handler' }, is: 'equal', right: 0 }] },
        {
          id: 'some',
          when: [
            { left: { measure: 'run-errors', of: 'handler' }, is: 'more', right: 0 },
            { left: { measure: 'run-errors', of: 'handler' }, is: 'less', right: { measure: 'runs', of: 'handler' } },
          ],
        },
        {
          id: 'none',
          when: [
            { left: { measure: 'run-errors', of: 'handler' }, is: 'equal', right: { measure: 'runs', of: 'handler' } },
          ],
        },
      ],
    },
  },
];
