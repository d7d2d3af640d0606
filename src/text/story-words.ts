/** The stories of all stages in words, one file a story. */
import { databaseTriggerWords } from './stories/database-trigger.ts';
import { eventDrivenWords } from './stories/event-driven.ts';
import { fileProcessingWords } from './stories/file-processing.ts';
import { loadBalancedWords } from './stories/load-balanced.ts';
import { microservicesWords } from './stories/microservices.ts';
import { monolithWords } from './stories/monolith.ts';
import { queuedWords } from './stories/queued.ts';
import { realTimeStreamWords } from './stories/real-time-stream.ts';
import { serverlessWords } from './stories/serverless.ts';
import { serverlessApplicationWords } from './stories/serverless-application.ts';
import { serverlessCronWords } from './stories/serverless-cron.ts';
import { tiersWords } from './stories/tiers.ts';

export const storyWords = {
  ...monolithWords,
  ...tiersWords,
  ...loadBalancedWords,
  ...queuedWords,
  ...microservicesWords,
  ...eventDrivenWords,
  ...serverlessWords,
  ...serverlessApplicationWords,
  ...fileProcessingWords,
  ...databaseTriggerWords,
  ...serverlessCronWords,
  ...realTimeStreamWords,
} as const;
