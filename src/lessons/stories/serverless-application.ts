/** The story of this stage; its words stand in `text/stories/serverless-application.ts`. */
import type { Story } from '../story.ts';

export const serverlessApplicationStory: Story = { stage: 'serverless-application', passages: [] };
