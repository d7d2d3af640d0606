/** The story of this stage; its words stand in `text/stories/serverless-cron.ts`. */
import type { Story } from '../story.ts';

export const serverlessCronStory: Story = {
  stage: 'serverless-cron',
  passages: [
    {
      id: 'what',
      components: ['bus', 'report', 'metadata'],
      links: [
        ['bus', 'report'],
        ['report', 'metadata'],
      ],
      scene: { at: 50, speed: 2, faults: [] },
    },
    { id: 'trigger', components: ['bus', 'report'], links: [['bus', 'report']] },
    { id: 'between', components: ['report'], links: [], scene: { at: 120, speed: 5, faults: [] } },
    {
      id: 'missed',
      components: ['bus', 'report'],
      links: [['bus', 'report']],
      numbers: { tries: { component: 'report', parameter: 'maximumRetries' } },
      scene: { at: 50, speed: 2, faults: [{ fault: 'crash', target: 'report' }] },
    },
  ],
};
