/** The story of this bench, and what it claims. Words: `text/function-lab/network.ts`. */
import type { Claim } from '../claim.ts';
import { on } from '../scenes.ts';
import type { Scene, Story } from '../story.ts';

/** Seconds after the start: the first environments are there. */
const ONCE_IT_RUNS = 20;

/** Where the function stands, and whose the interfaces are. */
const standing = (vpc: string, vpcInterfaces = 'shared'): Pick<Scene, 'faults' | 'set'> => ({
  faults: [],
  set: [
    { component: 'handler', parameter: 'vpc', value: vpc },
    { component: 'handler', parameter: 'vpcInterfaces', value: vpcInterfaces },
  ],
});

export const functionNetworkStory: Story = {
  stage: 'function-network',
  passages: [
    {
      id: 'what',
      components: ['handler', 'database', 'records'],
      links: [
        ['handler', 'database'],
        ['handler', 'records'],
      ],
    },
    {
      id: 'inside',
      components: ['handler', 'database'],
      links: [['handler', 'database']],
      numbers: { s: { component: 'handler', parameter: 'timeoutSeconds' } },
      scene: { at: ONCE_IT_RUNS, speed: 1, ...standing('no') },
    },
    {
      id: 'no-way-out',
      components: ['handler', 'records'],
      links: [['handler', 'records']],
      scene: { at: ONCE_IT_RUNS, speed: 1, ...standing('without-way-out') },
    },
    {
      id: 'way-out',
      components: ['handler', 'records', 'database'],
      links: [
        ['handler', 'records'],
        ['handler', 'database'],
      ],
      scene: { at: ONCE_IT_RUNS, speed: 1, ...standing('with-way-out') },
    },
    {
      id: 'then',
      components: ['callers', 'handler'],
      links: [['callers', 'handler']],
      scene: { at: 'start', speed: 1, ...standing('with-way-out', 'per-environment') },
    },
  ],
};

const inside = on('function-network');
const withoutWayOut = { vpc: 'without-way-out' } as const;
/** A call that gives up long before the function does. */
const SOON_SECONDS = 0.5;

export const functionNetworkClaims: readonly Claim[] = [
  {
    id: 'without-a-way-out-nobody-answers',
    stage: 'function-network',
    scenario: on('function-network', { parameters: { handler: withoutWayOut } }),
    condition: [
      { left: { measure: 'accepted' }, is: 'equal', right: 0 },
      { left: { measure: 'arrived', of: 'database' }, is: 'at-least', right: { measure: 'started', times: 0.9 } },
    ],
    numbers: { n: { measure: 'arrived', of: 'database' } },
    foil: { scenario: inside },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'as-before',
          when: [{ left: { measure: 'accepted' }, is: 'equal', right: { measure: 'started' } }],
        },
        {
          id: 'inside-only',
          when: [
            { left: { measure: 'accepted' }, is: 'equal', right: 0 },
            { left: { measure: 'arrived', of: 'database' }, is: 'more', right: 0 },
          ],
        },
        {
          id: 'nobody',
          when: [
            { left: { measure: 'accepted' }, is: 'equal', right: 0 },
            { left: { measure: 'arrived', of: 'database' }, is: 'equal', right: 0 },
          ],
        },
      ],
    },
  },
  {
    id: 'waiting-for-nobody-is-billed',
    stage: 'function-network',
    scenario: on('function-network', { parameters: { handler: withoutWayOut } }),
    against: inside,
    condition: [
      {
        left: { measure: 'component-cost', of: 'handler' },
        is: 'at-least',
        right: { measure: 'component-cost', of: 'handler', in: 'against', times: 8 },
      },
    ],
    numbers: {
      usd: { measure: 'component-cost', of: 'handler' },
      before: { measure: 'component-cost', of: 'handler', in: 'against' },
    },
    foil: {
      scenario: on('function-network', {
        parameters: { handler: { ...withoutWayOut, callTimeoutSeconds: SOON_SECONDS } },
      }),
      against: inside,
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'less',
          when: [
            {
              left: { measure: 'component-cost', of: 'handler' },
              is: 'less',
              right: { measure: 'component-cost', of: 'handler', in: 'against' },
            },
          ],
        },
        {
          id: 'few-times',
          when: [
            {
              left: { measure: 'component-cost', of: 'handler' },
              is: 'at-least',
              right: { measure: 'component-cost', of: 'handler', in: 'against' },
            },
            {
              left: { measure: 'component-cost', of: 'handler' },
              is: 'less',
              right: { measure: 'component-cost', of: 'handler', in: 'against', times: 8 },
            },
          ],
        },
        {
          id: 'many-times',
          when: [
            {
              left: { measure: 'component-cost', of: 'handler' },
              is: 'at-least',
              right: { measure: 'component-cost', of: 'handler', in: 'against', times: 8 },
            },
          ],
        },
      ],
    },
  },
  {
    id: 'then-a-start-waited-for-its-interface',
    stage: 'function-network',
    scenario: on('function-network', { parameters: { handler: { vpcInterfaces: 'per-environment' } } }),
    against: inside,
    condition: [
      {
        left: { measure: 'accepted-slowest' },
        is: 'at-least',
        right: { measure: 'accepted-slowest', in: 'against', times: 4 },
      },
    ],
    numbers: { s: { measure: 'accepted-slowest' }, before: { measure: 'accepted-slowest', in: 'against' } },
    // Public, as most functions are, it needs no interface: the same as now.
    foil: {
      scenario: on('function-network', {
        parameters: { handler: { vpcInterfaces: 'per-environment', vpc: 'no', privateNeighbours: null } },
      }),
      against: inside,
    },
    prediction: {
      kind: 'choice',
      outcomes: [
        {
          id: 'same',
          when: [
            {
              left: { measure: 'accepted-slowest' },
              is: 'less',
              right: { measure: 'accepted-slowest', in: 'against', times: 1.5 },
            },
          ],
        },
        {
          id: 'twice',
          when: [
            {
              left: { measure: 'accepted-slowest' },
              is: 'at-least',
              right: { measure: 'accepted-slowest', in: 'against', times: 1.5 },
            },
            {
              left: { measure: 'accepted-slowest' },
              is: 'less',
              right: { measure: 'accepted-slowest', in: 'against', times: 4 },
            },
          ],
        },
        {
          id: 'many-times',
          when: [
            {
              left: { measure: 'accepted-slowest' },
              is: 'at-least',
              right: { measure: 'accepted-slowest', in: 'against', times: 4 },
            },
          ],
        },
      ],
    },
  },
];
