/** The story of this bench, and what it claims. Words: `text/function-lab/invocations.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionInvocationsStory: Story = {
  stage: 'function-invocations',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionInvocationsClaims: readonly Claim[] = [];
