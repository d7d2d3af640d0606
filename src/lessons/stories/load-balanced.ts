/** The story of this stage; its words stand in `text/stories/load-balanced.ts`. */
import type { Story } from '../story.ts';

export const loadBalancedStory: Story = { stage: 'load-balanced', passages: [] };
