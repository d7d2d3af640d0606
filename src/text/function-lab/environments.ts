/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionEnvironmentsWords = {
  'stage.function-environments': 'Environments',
  'stage.function-environments.title': 'One environment, one request at a time',
  'stage.function-environments.line': 'Started cold, kept warm, gone: what a request meets',
  'story.function-environments.what': 'What this bench is for.',
  'omitted.function-environments': 'What this bench leaves out.',
} as const satisfies Words;
