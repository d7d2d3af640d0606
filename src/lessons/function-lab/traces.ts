/** The story of this bench, and what it claims. Words: `text/function-lab/traces.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionTracesStory: Story = {
  stage: 'function-traces',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionTracesClaims: readonly Claim[] = [];
