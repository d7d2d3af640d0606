/** The story of this bench, and what it claims. Words: `text/bus-lab/archive.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busArchiveStory: Story = {
  stage: 'bus-archive',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busArchiveClaims: readonly Claim[] = [];
