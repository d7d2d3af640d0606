/** The story of this bench, and what it claims. Words: `text/function-lab/runtimes.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionRuntimesStory: Story = {
  stage: 'function-runtimes',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionRuntimesClaims: readonly Claim[] = [];
