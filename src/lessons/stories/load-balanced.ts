/** The story of this stage; its words stand in `text/stories/load-balanced.ts`. */
import type { Scene, Story } from '../story.ts';

type Settings = NonNullable<Scene['set']>;

/** How many people come, and how many instances of processing there are at least: every scene says so. */
const asWanted = ({ ratePerSecond = 0.4, least = 2 } = {}): Settings => [
  { component: 'users', parameter: 'ratePerSecond', value: ratePerSecond },
  { component: 'process', parameter: 'minimum', value: least },
  { component: 'process', parameter: 'desired', value: least },
];

const balancers = ['lb-upload', 'lb-process', 'lb-store', 'lb-manage'] as const;
const tiers = ['upload', 'process', 'store', 'manage'] as const;

export const loadBalancedStory: Story = {
  stage: 'load-balanced',
  passages: [
    {
      id: 'one-address',
      components: balancers,
      links: [
        ['lb-upload', 'upload'],
        ['lb-process', 'process'],
        ['lb-store', 'store'],
        ['lb-manage', 'manage'],
      ],
      numbers: { most: { component: 'process', parameter: 'maximum' } },
      scene: { at: 'start', speed: 1, faults: [], set: asWanted() },
    },
    {
      id: 'zones',
      components: tiers,
      links: [],
      numbers: {
        instances: { component: 'process', parameter: 'minimum' },
        zones: { component: 'process', parameter: 'zones' },
      },
    },
    {
      id: 'one-lost',
      components: ['lb-process', 'process'],
      links: [['lb-process', 'process']],
      numbers: {
        every: { component: 'lb-process', parameter: 'healthCheckIntervalSeconds' },
        checks: { component: 'lb-process', parameter: 'unhealthyThreshold' },
      },
      // Just before the evening: both instances are at work then, and a request is sent to the one that is gone.
      scene: { at: 75, speed: 1, faults: [{ fault: 'instance-loss', target: 'step:process' }], set: asWanted() },
    },
    {
      id: 'wider',
      components: ['lb-process', 'process'],
      links: [['lb-process', 'process']],
      numbers: { least: { component: 'process', parameter: 'minimum' } },
      scene: { at: 'start', speed: 5, faults: [], set: asWanted({ ratePerSecond: 0.8 }) },
    },
    {
      id: 'tier-lost',
      components: ['users', 'upload', 'lb-process', 'process'],
      links: [
        ['users', 'lb-upload'],
        ['lb-upload', 'upload'],
        ['upload', 'lb-process'],
        ['lb-process', 'process'],
      ],
      scene: { at: 'peak', speed: 1, faults: [{ fault: 'crash', target: 'step:process' }], set: asWanted() },
    },
    {
      id: 'never-zero',
      components: ['lb-process', 'process'],
      links: [
        ['upload', 'lb-process'],
        ['lb-process', 'process'],
      ],
      scene: { at: 'start', speed: 2, faults: [], set: asWanted({ least: 0 }) },
    },
    {
      id: 'night',
      components: [...balancers, ...tiers],
      links: [],
      numbers: { least: { component: 'process', parameter: 'minimum' } },
      scene: { at: 'quiet', speed: 5, faults: [], set: asWanted() },
    },
  ],
};
