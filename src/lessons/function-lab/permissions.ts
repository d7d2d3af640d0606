/** The story of this bench, and what it claims. Words: `text/function-lab/permissions.ts`. */
import type { Claim } from '../claim.ts';
import type { Story } from '../story.ts';

export const functionPermissionsStory: Story = {
  stage: 'function-permissions',
  passages: [{ id: 'what', components: ['handler'], links: [] }],
};

export const functionPermissionsClaims: readonly Claim[] = [];
