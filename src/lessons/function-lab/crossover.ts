/** The story of this bench, and what it claims. Words: `text/function-lab/crossover.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionCrossoverStory: Story = {
  stage: 'function-crossover',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionCrossoverClaims: readonly Claim[] = [];
