/** The story of this bench, and what it claims. Words: `text/function-lab/versions.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionVersionsStory: Story = {
  stage: 'function-versions',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionVersionsClaims: readonly Claim[] = [];
