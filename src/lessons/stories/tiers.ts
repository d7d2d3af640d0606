/** The story of this stage; its words stand in `text/stories/tiers.ts`. */
import type { Story } from '../story.ts';

export const tiersStory: Story = { stage: 'tiers', passages: [] };
