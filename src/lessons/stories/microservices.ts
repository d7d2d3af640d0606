/** The story of this stage; its words stand in `text/stories/microservices.ts`. */
import type { Story } from '../story.ts';

export const microservicesStory: Story = { stage: 'microservices', passages: [] };
