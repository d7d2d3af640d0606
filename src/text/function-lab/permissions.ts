/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionPermissionsWords = {
  'stage.function-permissions': 'Who may',
  'stage.function-permissions.title': 'Two doors',
  'stage.function-permissions.line': 'What the function may do, and who may call it',
  'story.function-permissions.what': 'What this bench is for.',
  'omitted.function-permissions': 'What this bench leaves out.',
} as const satisfies Words;
