/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionRuntimesWords = {
  'stage.function-runtimes': 'Runtime and package',
  'stage.function-runtimes.title': 'What a start is made of',
  'stage.function-runtimes.line': 'Language, package and snapshot make a start short or long',
  'story.function-runtimes.what': 'What this bench is for.',
  'omitted.function-runtimes': 'What this bench leaves out.',
} as const satisfies Words;
