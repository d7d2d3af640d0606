/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionMemoryWords = {
  'stage.function-memory': 'Memory',
  'stage.function-memory.title': 'More memory is more processor',
  'stage.function-memory.line': 'The fastest size and the cheapest are not the same',
  'story.function-memory.what': 'What this bench is for.',
  'omitted.function-memory': 'What this bench leaves out.',
} as const satisfies Words;
