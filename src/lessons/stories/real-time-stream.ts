/** The story of this stage; its words stand in `text/stories/real-time-stream.ts`. */
import type { Story } from '../story.ts';

export const realTimeStreamStory: Story = { stage: 'real-time-stream', passages: [] };
