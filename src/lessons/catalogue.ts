/** All claims and all stories, in the order of the ladder. */
import type { StoryId } from '../stages/catalogue.ts';
import { storyOf } from '../stages/catalogue.ts';
import { busArchiveClaims, busArchiveStory } from './bus-lab/archive.ts';
import { busBusesClaims, busBusesStory } from './bus-lab/buses.ts';
import { busConnectionsClaims, busConnectionsStory } from './bus-lab/connections.ts';
import { busDeliveriesClaims, busDeliveriesStory } from './bus-lab/deliveries.ts';
import { busRiverClaims, busRiverStory } from './bus-lab/river.ts';
import { busRulesClaims, busRulesStory } from './bus-lab/rules.ts';
import { busSchedulesClaims, busSchedulesStory } from './bus-lab/schedules.ts';
import type { Claim } from './claim.ts';
import { eventDrivenClaims } from './event-driven.ts';
import { functionCrossoverClaims, functionCrossoverStory } from './function-lab/crossover.ts';
import { functionEnvironmentsClaims, functionEnvironmentsStory } from './function-lab/environments.ts';
import { functionInvocationsClaims, functionInvocationsStory } from './function-lab/invocations.ts';
import { functionLimitsClaims, functionLimitsStory } from './function-lab/limits.ts';
import { functionMemoryClaims, functionMemoryStory } from './function-lab/memory.ts';
import { functionNetworkClaims, functionNetworkStory } from './function-lab/network.ts';
import { functionPermissionsClaims, functionPermissionsStory } from './function-lab/permissions.ts';
import { functionRuntimesClaims, functionRuntimesStory } from './function-lab/runtimes.ts';
import { functionTimeoutsClaims, functionTimeoutsStory } from './function-lab/timeouts.ts';
import { functionTracesClaims, functionTracesStory } from './function-lab/traces.ts';
import { functionVersionsClaims, functionVersionsStory } from './function-lab/versions.ts';
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
  ...functionEnvironmentsClaims,
  ...functionMemoryClaims,
  ...functionRuntimesClaims,
  ...functionLimitsClaims,
  ...functionTimeoutsClaims,
  ...functionInvocationsClaims,
  ...functionVersionsClaims,
  ...functionPermissionsClaims,
  ...functionNetworkClaims,
  ...functionTracesClaims,
  ...functionCrossoverClaims,
  ...busRiverClaims,
  ...busRulesClaims,
  ...busDeliveriesClaims,
  ...busArchiveClaims,
  ...busBusesClaims,
  ...busSchedulesClaims,
  ...busConnectionsClaims,
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
  'function-environments': functionEnvironmentsStory,
  'function-memory': functionMemoryStory,
  'function-runtimes': functionRuntimesStory,
  'function-limits': functionLimitsStory,
  'function-timeouts': functionTimeoutsStory,
  'function-invocations': functionInvocationsStory,
  'function-versions': functionVersionsStory,
  'function-permissions': functionPermissionsStory,
  'function-network': functionNetworkStory,
  'function-traces': functionTracesStory,
  'function-crossover': functionCrossoverStory,
  'bus-river': busRiverStory,
  'bus-rules': busRulesStory,
  'bus-deliveries': busDeliveriesStory,
  'bus-archive': busArchiveStory,
  'bus-buses': busBusesStory,
  'bus-schedules': busSchedulesStory,
  'bus-connections': busConnectionsStory,
};

/** The claims of a story, whatever form of the stage they are about. */
export function claimsOf(story: StoryId): readonly Claim[] {
  return claims.filter(({ stage }) => storyOf(stage) === story);
}
