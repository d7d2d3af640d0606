/** The story of this stage; its words stand in `text/stories/serverless.ts`. */
import type { Story } from '../story.ts';

export const serverlessStory: Story = { stage: 'serverless', passages: [] };
