/** The story of this stage; its words stand in `text/stories/database-trigger.ts`. */
import type { Story } from '../story.ts';

export const databaseTriggerStory: Story = { stage: 'database-trigger', passages: [] };
