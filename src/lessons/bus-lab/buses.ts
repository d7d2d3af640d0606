/** The story of this bench, and what it claims. Words: `text/bus-lab/buses.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busBusesStory: Story = {
  stage: 'bus-buses',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busBusesClaims: readonly Claim[] = [];
