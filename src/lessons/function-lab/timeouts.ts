/** The story of this bench, and what it claims. Words: `text/function-lab/timeouts.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionTimeoutsStory: Story = {
  stage: 'function-timeouts',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionTimeoutsClaims: readonly Claim[] = [];
