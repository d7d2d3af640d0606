/** The story of this bench, and what it claims. Words: `text/bus-lab/deliveries.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busDeliveriesStory: Story = {
  stage: 'bus-deliveries',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busDeliveriesClaims: readonly Claim[] = [];
