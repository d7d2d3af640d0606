/** The story of this bench, and what it claims. Words: `text/function-lab/limits.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionLimitsStory: Story = {
  stage: 'function-limits',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionLimitsClaims: readonly Claim[] = [];
