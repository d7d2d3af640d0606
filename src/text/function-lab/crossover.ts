/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionCrossoverWords = {
  'stage.function-crossover': 'Functions or instances',
  'stage.function-crossover.title': 'The same work on functions and on instances',
  'stage.function-crossover.line': 'Which costs less depends on the traffic',
  'story.function-crossover.what': 'What this bench is for.',
  'omitted.function-crossover': 'What this bench leaves out.',
} as const satisfies Words;
