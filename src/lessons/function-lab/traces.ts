/** The story of this bench, and what it claims. Words: `text/function-lab/traces.ts`. */
import { functionTraces } from '../../stages/function-lab/traces.ts';
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** How often the second function fails as the bench comes. */
const { errorShare } = functionTraces.nodes[4].params;

const logging = (mayLog: 'yes' | 'no', share: number = errorShare): Pick<Scene, 'faults' | 'set'> => ({
  faults: [],
  set: [
    { component: 'worker', parameter: 'mayLog', value: mayLog },
    { component: 'worker', parameter: 'errorShare', value: share },
  ],
});

export const functionTracesStory: Story = {
  stage: 'function-traces',
  passages: [
    {
      id: 'what',
      components: ['handler', 'worker'],
      links: [
        ['handler', 'lab-bus'],
        ['lab-bus', 'worker'],
      ],
    },
    {
      id: 'log',
      components: ['handler'],
      links: [],
      scene: { at: 'start', speed: 1, ...logging('yes') },
    },
    {
      id: 'trace',
      components: ['door', 'handler', 'lab-bus', 'worker', 'records'],
      links: [
        ['door', 'handler'],
        ['handler', 'lab-bus'],
        ['lab-bus', 'worker'],
        ['worker', 'records'],
      ],
      scene: { at: 20, speed: 0.5, ...logging('yes', 0) },
    },
    {
      id: 'tries',
      components: ['worker', 'aside'],
      links: [['worker', 'aside']],
      numbers: {
        wait: { component: 'worker', parameter: 'retryWaitSeconds' },
        n: { component: 'worker', parameter: 'maximumRetries' },
      },
      scene: { at: 20, speed: 1, ...logging('yes', 0.8) },
    },
    {
      id: 'permission',
      components: ['worker'],
      links: [],
      scene: { at: 30, speed: 1, ...logging('no') },
    },
  ],
};

/** When people come: so close that the second finds the environments of the first warm; or long after these have gone. */
const closeTogether = { arrivals: 'times', times: [5, 15] } as const;
const farApart = { arrivals: 'times', times: [5, 150] } as const;
/** Whatever comes fails. */
const failing = { errorShare: 1 } as const;
const flawless = { errorShare: 0 } as const;

export const functionTracesClaims: readonly Claim[] = [
  {
    id: 'only-a-cold-trace-has-a-start',
    stage: 'function-traces',
    scenario: on('function-traces', { parameters: { callers: closeTogether, worker: flawless } }),
    condition: [
      { left: { measure: 'runs', of: 'handler' }, is: 'equal', right: { measure: 'started' } },
      { left: { measure: 'cold-starts', of: 'handler' }, is: 'equal', right: 1 },
      { left: { measure: 'cold-starts', of: 'worker' }, is: 'equal', right: 1 },
    ],
    numbers: { n: { measure: 'runs', of: 'handler' }, cold: { measure: 'cold-starts', of: 'handler' } },
    foil: { scenario: on('function-traces', { parameters: { callers: farApart, worker: flawless } }) },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'none', when: [{ left: { measure: 'cold-starts', of: 'handler' }, is: 'equal', right: 0 }] },
        { id: 'first', when: [{ left: { measure: 'cold-starts', of: 'handler' }, is: 'equal', right: 1 }] },
        { id: 'both', when: [{ left: { measure: 'cold-starts', of: 'handler' }, is: 'more', right: 1 }] },
      ],
    },
  },
  {
    id: 'tries-share-a-number',
    stage: 'function-traces',
    scenario: on('function-traces', {
      durationSeconds: 60,
      parameters: { callers: { arrivals: 'times', times: [5] }, worker: failing },
    }),
    condition: [
      { left: { measure: 'arrived', of: 'worker' }, is: 'equal', right: 1 },
      {
        left: { measure: 'runs', of: 'worker' },
        is: 'equal',
        right: { measure: 'arrived', of: 'worker', times: 3 },
      },
    ],
    numbers: { n: { measure: 'runs', of: 'worker' }, ids: { measure: 'arrived', of: 'worker' } },
    foil: {
      scenario: on('function-traces', {
        durationSeconds: 60,
        parameters: {
          callers: { arrivals: 'times', times: [5] },
          worker: { ...failing, maximumRetries: 0 },
        },
      }),
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'one', when: [{ left: { measure: 'runs', of: 'worker' }, is: 'equal', right: 1 }] },
        {
          id: 'three',
          when: [
            { left: { measure: 'runs', of: 'worker' }, is: 'more', right: 1 },
            { left: { measure: 'runs', of: 'worker' }, is: 'at-most', right: 3 },
          ],
        },
        { id: 'for-ever', when: [{ left: { measure: 'runs', of: 'worker' }, is: 'more', right: 3 }] },
      ],
    },
  },
  {
    id: 'no-permission-no-line',
    stage: 'function-traces',
    scenario: on('function-traces', { parameters: { worker: { mayLog: 'no' } } }),
    against: on('function-traces'),
    condition: [
      { left: { measure: 'runs', of: 'worker' }, is: 'equal', right: { measure: 'runs', of: 'worker', in: 'against' } },
      { left: { measure: 'runs', of: 'worker' }, is: 'more', right: 0 },
      { left: { measure: 'log-lines', of: 'worker' }, is: 'equal', right: 0 },
    ],
    numbers: {
      n: { measure: 'runs', of: 'worker' },
      lines: { measure: 'log-lines', of: 'worker', in: 'against' },
    },
    foil: { scenario: on('function-traces'), against: on('function-traces') },
    prediction: {
      kind: 'choice',
      outcomes: [
        { id: 'stops', when: [{ left: { measure: 'runs', of: 'worker' }, is: 'equal', right: 0 }] },
        {
          id: 'silent',
          when: [
            { left: { measure: 'runs', of: 'worker' }, is: 'more', right: 0 },
            { left: { measure: 'log-lines', of: 'worker' }, is: 'equal', right: 0 },
          ],
        },
        { id: 'writes', when: [{ left: { measure: 'log-lines', of: 'worker' }, is: 'more', right: 0 }] },
      ],
    },
  },
];
