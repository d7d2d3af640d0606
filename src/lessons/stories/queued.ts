/** The story of this stage; its words stand in `text/stories/queued.ts`. */
import type { Scene, Story } from '../story.ts';

type Settings = NonNullable<Scene['set']>;

/** How many videos are poison, for how long a message is hidden, and in what order they come: every scene says so. */
const asWanted = ({ poisonShare = 0, visibilityTimeoutSeconds = 90, type = 'standard' } = {}): Settings => [
  { component: 'users', parameter: 'poisonShare', value: poisonShare },
  { component: 'queue', parameter: 'visibilityTimeoutSeconds', value: visibilityTimeoutSeconds },
  { component: 'queue', parameter: 'type', value: type },
];

export const queuedStory: Story = {
  stage: 'queued',
  passages: [
    {
      id: 'message',
      components: ['upload', 'bucket', 'queue'],
      links: [
        ['upload', 'bucket'],
        ['upload', 'queue'],
      ],
      scene: { form: 'queued', at: 'start', speed: 1, faults: [], set: asWanted() },
    },
    {
      id: 'fleet',
      components: ['queue', 'fleet', 'bucket', 'metadata'],
      links: [
        ['fleet', 'queue'],
        ['fleet', 'bucket'],
        ['fleet', 'metadata'],
      ],
      numbers: { most: { component: 'fleet', parameter: 'maximum' } },
      scene: { form: 'queued', at: 'start', speed: 2, faults: [], set: asWanted() },
    },
    {
      id: 'down',
      components: ['users', 'upload', 'queue', 'fleet'],
      links: [
        ['users', 'upload'],
        ['upload', 'queue'],
      ],
      numbers: { hidden: { component: 'queue', parameter: 'visibilityTimeoutSeconds' } },
      scene: {
        form: 'queued',
        at: 'peak',
        speed: 2,
        faults: [{ fault: 'crash', target: 'step:process' }],
        set: asWanted(),
      },
    },
    {
      id: 'dead-letters',
      components: ['queue', 'fleet'],
      links: [['fleet', 'queue']],
      numbers: { tries: { component: 'queue', parameter: 'maxReceiveCount' } },
      scene: {
        form: 'queued',
        at: 'start',
        speed: 5,
        faults: [],
        // Found out soon, so that the last of the tries is over before the run is.
        set: asWanted({ poisonShare: 0.15, visibilityTimeoutSeconds: 30 }),
      },
    },
    {
      id: 'order',
      components: ['queue', 'fleet'],
      links: [['fleet', 'queue']],
      numbers: { groups: { component: 'queue', parameter: 'messageGroups' } },
      scene: { form: 'queued', at: 'start', speed: 2, faults: [], set: asWanted({ type: 'fifo' }) },
    },
    {
      id: 'every-step',
      components: ['upload-queue', 'queue', 'store-queue', 'manage-queue'],
      links: [
        ['bucket', 'upload-queue'],
        ['intake', 'queue'],
        ['process', 'store-queue'],
        ['store', 'manage-queue'],
      ],
      scene: {
        form: 'queued-steps',
        at: 'peak',
        speed: 2,
        faults: [{ fault: 'crash', target: 'step:store' }],
        set: asWanted(),
      },
    },
    {
      id: 'night',
      components: ['upload', 'fleet'],
      links: [],
      scene: { form: 'queued', at: 'quiet', speed: 5, faults: [], set: asWanted() },
    },
  ],
};
