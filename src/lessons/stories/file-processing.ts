/** The story of this stage; its words stand in `text/stories/file-processing.ts`. */
import type { Story } from '../story.ts';

export const fileProcessingStory: Story = { stage: 'file-processing', passages: [] };
