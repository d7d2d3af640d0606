/** The story of this stage; its words stand in `text/stories/monolith.ts`. */
import type { Story } from '../story.ts';

export const monolithStory: Story = { stage: 'monolith', passages: [] };
