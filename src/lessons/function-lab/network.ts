/** The story of this bench, and what it claims. Words: `text/function-lab/network.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionNetworkStory: Story = {
  stage: 'function-network',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionNetworkClaims: readonly Claim[] = [];
