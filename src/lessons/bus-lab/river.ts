/** The story of this bench, and what it claims. Words: `text/bus-lab/river.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busRiverStory: Story = {
  stage: 'bus-river',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busRiverClaims: readonly Claim[] = [];
