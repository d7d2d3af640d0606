/** The story of this bench, and what it claims. Words: `text/function-lab/memory.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionMemoryStory: Story = {
  stage: 'function-memory',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionMemoryClaims: readonly Claim[] = [];
