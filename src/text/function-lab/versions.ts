/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionVersionsWords = {
  'stage.function-versions': 'Versions and aliases',
  'stage.function-versions.title': 'A name that points at a version',
  'stage.function-versions.line': 'A few callers first, and back at once if it fails',
  'story.function-versions.what': 'What this bench is for.',
  'omitted.function-versions': 'What this bench leaves out.',
} as const satisfies Words;
