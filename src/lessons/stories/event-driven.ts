/** The story of this stage; its words stand in `text/stories/event-driven.ts`. */
import type { Story } from '../story.ts';

export const eventDrivenStory: Story = { stage: 'event-driven', passages: [] };
