/** The story of this bench, and what it claims. Words: `text/function-lab/environments.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionEnvironmentsStory: Story = {
  stage: 'function-environments',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionEnvironmentsClaims: readonly Claim[] = [];
