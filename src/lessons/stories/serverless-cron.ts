/** The story of this stage; its words stand in `text/stories/serverless-cron.ts`. */
import type { Story } from '../story.ts';

export const serverlessCronStory: Story = { stage: 'serverless-cron', passages: [] };
