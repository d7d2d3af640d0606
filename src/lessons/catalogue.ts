/** All claims and all stories, in the order of the ladder. */
import type { StoryId } from '../stages/catalogue.ts';
import { storyOf } from '../stages/catalogue.ts';
import type { Claim } from './claim.ts';
import { eventDrivenClaims } from './event-driven.ts';
import { functionsClaims } from './functions.ts';
import { loadBalancedClaims } from './load-balanced.ts';
import { microservicesClaims } from './microservices.ts';
import { monolithClaims } from './monolith.ts';
import { queuedClaims } from './queued.ts';
import { serverlessClaims } from './serverless.ts';
import { databaseTriggerStory } from './stories/database-trigger.ts';
import { eventDrivenStory } from './stories/event-driven.ts';
import { fileProcessingStory } from './stories/file-processing.ts';
import { loadBalancedStory } from './stories/load-balanced.ts';
import { microservicesStory } from './stories/microservices.ts';
import { monolithStory } from './stories/monolith.ts';
import { queuedStory } from './stories/queued.ts';
import { realTimeStreamStory } from './stories/real-time-stream.ts';
import { serverlessStory } from './stories/serverless.ts';
import { serverlessApplicationStory } from './stories/serverless-application.ts';
import { serverlessCronStory } from './stories/serverless-cron.ts';
import { tiersStory } from './stories/tiers.ts';
import type { Story } from './story.ts';
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

export type ClaimId = Claim['id'];

export function claimOf(id: string): Claim | undefined {
  return claims.find((claim) => claim.id === id);
}

export const stories: Readonly<Record<StoryId, Story>> = {
  monolith: monolithStory,
  tiers: tiersStory,
  'load-balanced': loadBalancedStory,
  queued: queuedStory,
  microservices: microservicesStory,
  'event-driven': eventDrivenStory,
  serverless: serverlessStory,
  'serverless-application': serverlessApplicationStory,
  'file-processing': fileProcessingStory,
  'database-trigger': databaseTriggerStory,
  'serverless-cron': serverlessCronStory,
  'real-time-stream': realTimeStreamStory,
};

/** The claims of a story, whatever form of the stage they are about. */
export function claimsOf(story: StoryId): readonly Claim[] {
  return claims.filter(({ stage }) => storyOf(stage) === story);
}
