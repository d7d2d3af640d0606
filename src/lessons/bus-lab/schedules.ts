/** The story of this bench, and what it claims. Words: `text/bus-lab/schedules.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const busSchedulesStory: Story = {
  stage: 'bus-schedules',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const busSchedulesClaims: readonly Claim[] = [];
