/** The story of this bench, and what it claims. Words: `text/bus-lab/connections.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busConnectionsStory: Story = {
  stage: 'bus-connections',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busConnectionsClaims: readonly Claim[] = [];
