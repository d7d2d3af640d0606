/** The story of this stage; its words stand in `text/stories/real-time-stream.ts`. */
import type { Story } from '../story.ts';

export const realTimeStreamStory: Story = {
  stage: 'real-time-stream',
  passages: [
    {
      id: 'what',
      components: ['viewers', 'clicks', 'statistics'],
      links: [
        ['viewers', 'clicks'],
        ['statistics', 'clicks'],
      ],
      numbers: { shards: { component: 'clicks', parameter: 'shards' } },
      scene: { at: 'start', speed: 1, faults: [] },
    },
    { id: 'trigger', components: ['clicks', 'statistics'], links: [['statistics', 'clicks']] },
    {
      id: 'batches',
      components: ['clicks', 'statistics'],
      links: [['statistics', 'clicks']],
      scene: { at: 'peak', speed: 1, faults: [] },
    },
    {
      id: 'behind',
      components: ['clicks', 'statistics'],
      links: [['statistics', 'clicks']],
      scene: { at: 'peak', speed: 5, faults: [{ fault: 'crash', target: 'statistics' }] },
    },
  ],
};
