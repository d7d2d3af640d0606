/** All claims, in the order of the ladder. */
import type { Claim } from './claim.ts';
import { eventDrivenClaims } from './event-driven.ts';
import { functionsClaims } from './functions.ts';
import { loadBalancedClaims } from './load-balanced.ts';
import { microservicesClaims } from './microservices.ts';
import { monolithClaims } from './monolith.ts';
import { queuedClaims } from './queued.ts';
import { serverlessClaims } from './serverless.ts';
import { tiersClaims } from './tiers.ts';

export const claims: readonly Claim[] = [
  ...monolithClaims,
  ...tiersClaims,
  ...loadBalancedClaims,
  ...queuedClaims,
  ...microservicesClaims,
  ...eventDrivenClaims,
  ...serverlessClaims,
  ...functionsClaims,
];
