/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionTimeoutsWords = {
  'stage.function-timeouts': 'Time-out',
  'stage.function-timeouts.title': 'Work that takes too long',
  'stage.function-timeouts.line': 'At the limit the run is cut off, and its work is lost',
  'story.function-timeouts.what': 'What this bench is for.',
  'omitted.function-timeouts': 'What this bench leaves out.',
} as const satisfies Words;
