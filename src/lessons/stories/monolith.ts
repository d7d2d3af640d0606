/** The story of this stage; its words stand in `text/stories/monolith.ts`. */
import type { Scene, Story } from '../story.ts';

type Setting = NonNullable<Scene['set']>[number];

/** One machine, and as many people as usual or three times as many: every scene says which. */
const usual: Setting = { component: 'users', parameter: 'ratePerSecond', value: 0.4 };
const threeTimesAsMany: Setting = { ...usual, value: 1.2 };
const machines = (count: number): Setting[] => [
  { component: 'monolith', parameter: 'maximum', value: count },
  { component: 'monolith', parameter: 'minimum', value: count },
  { component: 'monolith', parameter: 'desired', value: count },
];

export const monolithStory: Story = {
  stage: 'monolith',
  passages: [
    {
      id: 'one-machine',
      components: ['users', 'monolith'],
      links: [['users', 'monolith']],
      scene: { at: 'start', speed: 2, faults: [], set: [usual, ...machines(1)] },
    },
    {
      id: 'look',
      components: ['monolith'],
      links: [],
      numbers: {
        slots: { component: 'monolith', parameter: 'slotsPerInstance' },
        waiting: { component: 'monolith', parameter: 'backlogLimit' },
      },
      // A few seconds before several come at once: two stand in line then.
      scene: { at: 62, speed: 1, faults: [], set: [usual, ...machines(1)] },
    },
    { id: 'good', components: ['monolith'], links: [] },
    {
      id: 'breaks',
      components: ['users', 'monolith'],
      links: [['users', 'monolith']],
      scene: {
        at: 'peak',
        speed: 1,
        faults: [{ fault: 'crash', target: 'step:process' }],
        set: [usual, ...machines(1)],
      },
    },
    {
      id: 'too-many',
      components: ['users', 'monolith'],
      links: [['users', 'monolith']],
      numbers: { waiting: { component: 'monolith', parameter: 'backlogLimit' } },
      scene: { at: 'start', speed: 5, faults: [], set: [threeTimesAsMany, ...machines(1)] },
    },
    {
      id: 'second-copy',
      components: ['monolith'],
      links: [],
      scene: { at: 'start', speed: 5, faults: [], set: [threeTimesAsMany, ...machines(2)] },
    },
    {
      id: 'night',
      components: ['monolith'],
      links: [],
      scene: { at: 'quiet', speed: 5, faults: [], set: [usual, ...machines(1)] },
    },
  ],
};
