/** The story of this stage; its words stand in `text/stories/tiers.ts`. */
import type { Scene, Story } from '../story.ts';

type Settings = NonNullable<Scene['set']>;

/** What processing runs on, and how fast it is with it: every scene says so. */
const processing = (instanceType: string, slotsPerInstance: number, threads: number): Settings => [
  { component: 'process', parameter: 'instanceType', value: instanceType },
  { component: 'process', parameter: 'slotsPerInstance', value: slotsPerInstance },
  { component: 'process', parameter: 'threads', value: threads },
];
const tall = processing('c5.2xlarge', 4, 2);
/** As many vCPU as one piece of work uses: one at a time. */
const small = processing('c5.large', 1, 2);
/** Each piece of work gets half of what it usually gets, and takes twice as long. */
const slow = processing('c5.2xlarge', 4, 1);

const all = ['users', 'upload', 'process', 'store', 'manage'] as const;
const everyCall = [
  ['users', 'upload'],
  ['upload', 'process'],
  ['process', 'store'],
  ['store', 'manage'],
] as const;

export const tiersStory: Story = {
  stage: 'tiers',
  passages: [
    {
      id: 'apart',
      components: all,
      links: everyCall,
      scene: { form: 'tiers', at: 'start', speed: 1, faults: [], set: tall },
    },
    {
      id: 'one-server',
      components: ['upload', 'process', 'store', 'manage'],
      links: [],
      scene: {
        form: 'tiers-on-one-server',
        at: 'peak',
        speed: 1,
        faults: [{ fault: 'crash', target: 'upload' }],
        set: tall,
      },
    },
    {
      id: 'taller',
      components: ['process'],
      links: [],
      scene: { form: 'tiers', at: 'start', speed: 5, faults: [], set: small },
    },
    {
      id: 'coupled',
      components: ['users', 'upload', 'process'],
      links: [
        ['users', 'upload'],
        ['upload', 'process'],
      ],
      scene: { form: 'tiers', at: 'peak', speed: 1, faults: [{ fault: 'crash', target: 'step:process' }], set: tall },
    },
    {
      id: 'slow',
      components: ['upload', 'process'],
      links: [['upload', 'process']],
      numbers: {
        slots: { component: 'process', parameter: 'slotsPerInstance' },
        waiting: { component: 'process', parameter: 'backlogLimit' },
      },
      scene: { form: 'tiers', at: 'start', speed: 5, faults: [], set: slow },
    },
    {
      id: 'night',
      components: ['upload', 'process', 'store', 'manage'],
      links: [],
      scene: { form: 'tiers', at: 'quiet', speed: 5, faults: [], set: tall },
    },
    { id: 'next', components: all, links: everyCall },
  ],
};
