/** The story of this stage; its words stand in `text/stories/file-processing.ts`. */
import { BEFORE_THE_FIRST } from '../scenes.ts';
import type { Story } from '../story.ts';

export const fileProcessingStory: Story = {
  stage: 'file-processing',
  passages: [
    {
      id: 'what',
      components: ['users', 'bucket', 'process'],
      links: [
        ['users', 'bucket'],
        ['bucket', 'process'],
        ['process', 'bucket'],
      ],
      scene: { at: BEFORE_THE_FIRST, speed: 1 },
    },
    { id: 'trigger', components: ['bucket', 'process'], links: [['bucket', 'process']] },
    {
      id: 'loop',
      components: ['bucket', 'process'],
      links: [
        ['bucket', 'process'],
        ['process', 'bucket'],
      ],
      scene: { at: 'peak', speed: 1 },
    },
    {
      id: 'night',
      components: ['process'],
      links: [],
      numbers: { timeout: { component: 'process', parameter: 'timeoutSeconds' } },
      scene: { at: 'quiet', speed: 5 },
    },
  ],
};
