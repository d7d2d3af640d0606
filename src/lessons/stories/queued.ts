/** The story of this stage; its words stand in `text/stories/queued.ts`. */
import type { Story } from '../story.ts';

export const queuedStory: Story = { stage: 'queued', passages: [] };
