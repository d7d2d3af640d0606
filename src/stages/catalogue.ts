/**
 * Every architecture that can be shown: the seven stages of the ladder in their forms, and the five typical uses of
 * functions as small stages of their own. To add one is to add it here.
 */
import { databaseTrigger } from './database-trigger.ts';
import { eventDriven, withConsumers } from './event-driven.ts';
import { fileProcessing } from './file-processing.ts';
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

/** What has a story of its own: the seven stages, and the five uses. */
export type StoryId = LadderId | UseId;

export const storyIds: readonly StoryId[] = [...ladderIds, ...useIds];

/** The forms of a stage; a use of functions has one. */
export function formsOf(story: StoryId): readonly StageId[] {
  return isLadderId(story) ? formsByStage[story] : [story];
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
