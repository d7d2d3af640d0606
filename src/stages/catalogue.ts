/**
 * Every architecture that can be shown: the seven stages of the ladder in their forms, the five typical uses of functions
 * as small stages of their own, and the benches of the two labs. To add one is to add it here.
 */

import { busArchive } from './bus-lab/archive.ts';
import { busBuses, busBusesOne } from './bus-lab/buses.ts';
import { busConnections, busConnections3, busConnectionsQueues, busConnectionsQueues3 } from './bus-lab/connections.ts';
import { busDeliveries } from './bus-lab/deliveries.ts';
import { busRiver } from './bus-lab/river.ts';
import { busRules } from './bus-lab/rules.ts';
import { busSchedules } from './bus-lab/schedules.ts';
import { databaseTrigger } from './database-trigger.ts';
import { eventDriven, withConsumers } from './event-driven.ts';
import { fileProcessing } from './file-processing.ts';
import { functionCrossover, functionCrossoverInstances } from './function-lab/crossover.ts';
import { functionEnvironments } from './function-lab/environments.ts';
import { functionInvocations } from './function-lab/invocations.ts';
import { functionLimits } from './function-lab/limits.ts';
import { functionMemory } from './function-lab/memory.ts';
import { functionNetwork } from './function-lab/network.ts';
import { functionPermissions } from './function-lab/permissions.ts';
import { functionRuntimes } from './function-lab/runtimes.ts';
import { functionTimeouts, functionTimeoutsInstances, functionTimeoutsSplit } from './function-lab/timeouts.ts';
import { functionTraces } from './function-lab/traces.ts';
import { functionVersions } from './function-lab/versions.ts';
import { loadBalanced } from './load-balanced.ts';
import { microservices, withServices } from './microservices.ts';
import { monolith } from './monolith.ts';
import { queued } from './queued.ts';
import { queuedSteps } from './queued-steps.ts';
import { realTimeStream } from './real-time-stream.ts';
import { serverless } from './serverless.ts';
import { serverlessApplication } from './serverless-application.ts';
import { serverlessCron } from './serverless-cron.ts';
import { serverlessGateway } from './serverless-gateway.ts';
import type { Stage } from './stage.ts';
import { tiers } from './tiers.ts';
import { tiersOnOneServer } from './tiers-on-one-server.ts';

export const stages = {
  monolith,
  tiers,
  'tiers-on-one-server': tiersOnOneServer,
  'load-balanced': loadBalanced,
  queued,
  'queued-steps': queuedSteps,
  microservices,
  'microservices-1': withServices(1),
  'microservices-2': withServices(2),
  'microservices-3': withServices(3),
  'microservices-4': withServices(4),
  'event-driven': eventDriven,
  'event-driven-1': withConsumers(1),
  'event-driven-2': withConsumers(2),
  'event-driven-3': withConsumers(3),
  'event-driven-4': withConsumers(4),
  serverless,
  'serverless-gateway': serverlessGateway,
  'serverless-application': serverlessApplication,
  'file-processing': fileProcessing,
  'database-trigger': databaseTrigger,
  'serverless-cron': serverlessCron,
  'real-time-stream': realTimeStream,
  'function-environments': functionEnvironments,
  'function-memory': functionMemory,
  'function-runtimes': functionRuntimes,
  'function-limits': functionLimits,
  'function-timeouts': functionTimeouts,
  'function-timeouts-split': functionTimeoutsSplit,
  'function-timeouts-instances': functionTimeoutsInstances,
  'function-invocations': functionInvocations,
  'function-versions': functionVersions,
  'function-permissions': functionPermissions,
  'function-network': functionNetwork,
  'function-traces': functionTraces,
  'function-crossover': functionCrossover,
  'function-crossover-instances': functionCrossoverInstances,
  'bus-river': busRiver,
  'bus-rules': busRules,
  'bus-deliveries': busDeliveries,
  'bus-archive': busArchive,
  'bus-buses': busBuses,
  'bus-buses-one': busBusesOne,
  'bus-schedules': busSchedules,
  'bus-connections': busConnections,
  'bus-connections-queues': busConnectionsQueues,
  'bus-connections-3': busConnections3,
  'bus-connections-queues-3': busConnectionsQueues3,
} as const satisfies Record<string, Stage>;

export type StageId = keyof typeof stages;

export const stageIds = Object.keys(stages) as StageId[];

/** The seven, each with the forms in which it can be shown; the first of them is the one the ladder shows. */
const formsByStage = {
  monolith: ['monolith'],
  tiers: ['tiers', 'tiers-on-one-server'],
  'load-balanced': ['load-balanced'],
  queued: ['queued', 'queued-steps'],
  microservices: ['microservices', 'microservices-1', 'microservices-2', 'microservices-3', 'microservices-4'],
  'event-driven': ['event-driven', 'event-driven-1', 'event-driven-2', 'event-driven-3', 'event-driven-4'],
  serverless: ['serverless', 'serverless-gateway'],
} as const satisfies Partial<Record<StageId, readonly StageId[]>>;

/** One of the seven stages of the ladder. */
export type LadderId = keyof typeof formsByStage;

/** The seven, in order. */
export const ladderIds = Object.keys(formsByStage) as LadderId[];

/** The five typical uses of functions. */
export const useIds = [
  'serverless-application',
  'file-processing',
  'database-trigger',
  'serverless-cron',
  'real-time-stream',
] as const satisfies readonly StageId[];

export type UseId = (typeof useIds)[number];

/** The benches of each lab, in order, each with the forms in which it can be shown; the first of them gives it its name. */
const benchesByLab = {
  'function-lab': {
    'function-environments': ['function-environments'],
    'function-memory': ['function-memory'],
    'function-runtimes': ['function-runtimes'],
    'function-limits': ['function-limits'],
    'function-timeouts': ['function-timeouts', 'function-timeouts-split', 'function-timeouts-instances'],
    'function-invocations': ['function-invocations'],
    'function-versions': ['function-versions'],
    'function-permissions': ['function-permissions'],
    'function-network': ['function-network'],
    'function-traces': ['function-traces'],
    'function-crossover': ['function-crossover', 'function-crossover-instances'],
  },
  'bus-lab': {
    'bus-river': ['bus-river'],
    'bus-rules': ['bus-rules'],
    'bus-deliveries': ['bus-deliveries'],
    'bus-archive': ['bus-archive'],
    'bus-buses': ['bus-buses', 'bus-buses-one'],
    'bus-schedules': ['bus-schedules'],
    'bus-connections': ['bus-connections', 'bus-connections-queues', 'bus-connections-3', 'bus-connections-queues-3'],
  },
} as const satisfies Record<string, Partial<Record<StageId, readonly StageId[]>>>;

export type LabId = keyof typeof benchesByLab;

/** A bench of a lab: a small architecture in which one thing is taken apart. */
export type BenchId = { [Lab in LabId]: keyof (typeof benchesByLab)[Lab] }[LabId];

export const labIds = Object.keys(benchesByLab) as LabId[];

const formsByBench: Readonly<Record<BenchId, readonly StageId[]>> = {
  ...benchesByLab['function-lab'],
  ...benchesByLab['bus-lab'],
};

export const benchIds = Object.keys(formsByBench) as BenchId[];

/** The benches of a lab, in order. */
export function benchesOf(lab: LabId): readonly BenchId[] {
  return Object.keys(benchesByLab[lab]) as BenchId[];
}

/** What has a story of its own: the seven stages, the five uses, and the benches of the labs. */
export type StoryId = LadderId | UseId | BenchId;

export const storyIds: readonly StoryId[] = [...ladderIds, ...useIds, ...benchIds];

/** The forms of a stage; a use of functions has one. */
export function formsOf(story: StoryId): readonly StageId[] {
  if (isLadderId(story)) return formsByStage[story];
  return isBenchId(story) ? formsByBench[story] : [story];
}

export function isUseId(id: string): id is UseId {
  return (useIds as readonly string[]).includes(id);
}

export function isBenchId(id: string): id is BenchId {
  return Object.hasOwn(formsByBench, id);
}

/** Whether this is the name of an architecture: of a stage, a use or a bench, in any form. */
export function isStageId(id: string): id is StageId {
  return Object.hasOwn(stages, id);
}

/** Whether a stage stands in a lab: a bench, or one of its forms. */
export function isOnBench(stage: StageId): boolean {
  return isBenchId(storyOf(stage));
}

/** Every architecture but those of the labs: the stages in all their forms, and the uses. */
export const architectureIds: readonly StageId[] = stageIds.filter((stage) => !isOnBench(stage));

/** The lab in which a bench stands. */
export function labOf(bench: BenchId): LabId {
  const known = labIds.find((lab) => benchesOf(lab).includes(bench));
  if (known === undefined) throw new Error(`no lab has the bench "${bench}"`);
  return known;
}

/** Whose story is told of a stage. */
export function storyOf(stage: StageId): StoryId {
  const known = storyIds.find((story) => formsOf(story).includes(stage));
  if (known === undefined) throw new Error(`no story is told of "${stage}"`);
  return known;
}

export function isLadderId(id: string): id is LadderId {
  return Object.hasOwn(formsByStage, id);
}

/** Whether there are the people of the story, who upload: some small stages are about clicks, or about the clock. */
export function hasUsers(stage: StageId): boolean {
  const { nodes }: Stage = stages[stage];
  return nodes.some(({ id }) => id === 'users');
}
