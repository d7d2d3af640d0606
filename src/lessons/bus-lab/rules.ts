/** The story of this bench, and what it claims. Words: `text/bus-lab/rules.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busRulesStory: Story = {
  stage: 'bus-rules',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busRulesClaims: readonly Claim[] = [];
