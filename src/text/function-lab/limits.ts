/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionLimitsWords = {
  'stage.function-limits': 'Limits',
  'stage.function-limits.title': 'How many at once',
  'stage.function-limits.line': 'Account, reserved and provisioned concurrency, and who is turned away',
  'story.function-limits.what': 'What this bench is for.',
  'omitted.function-limits': 'What this bench leaves out.',
} as const satisfies Words;
