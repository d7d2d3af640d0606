/** The seven stages with their variants, in order, and the five typical uses of functions as small stages of their own. */
import { databaseTrigger } from './database-trigger.ts';
import { eventDriven } from './event-driven.ts';
import { fileProcessing } from './file-processing.ts';
import { loadBalanced } from './load-balanced.ts';
import { microservices } from './microservices.ts';
import { monolith } from './monolith.ts';
import { queued } from './queued.ts';
import { queuedSteps } from './queued-steps.ts';
import { realTimeStream } from './real-time-stream.ts';
import { serverless } from './serverless.ts';
import { serverlessApplication } from './serverless-application.ts';
import { serverlessCron } from './serverless-cron.ts';
import type { Stage } from './stage.ts';
import { tiers } from './tiers.ts';
import { tiersOnOneServer } from './tiers-on-one-server.ts';

export const ladder = {
  monolith,
  tiers,
  'tiers-on-one-server': tiersOnOneServer,
  'load-balanced': loadBalanced,
  queued,
  'queued-steps': queuedSteps,
  microservices,
  'event-driven': eventDriven,
  serverless,
  'serverless-application': serverlessApplication,
  'file-processing': fileProcessing,
  'database-trigger': databaseTrigger,
  'serverless-cron': serverlessCron,
  'real-time-stream': realTimeStream,
} as const satisfies Record<string, Stage>;

export type LadderId = keyof typeof ladder;

export const ladderIds = Object.keys(ladder) as LadderId[];
