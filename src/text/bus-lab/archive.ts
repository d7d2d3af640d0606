/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busArchiveWords = {
  'stage.bus-archive': 'Archive and replay',
  'stage.bus-archive.title': 'Yesterday once more',
  'stage.bus-archive.line': 'What was published is kept, and can be sent again',
  'story.bus-archive.what': 'What this bench is for.',
  'omitted.bus-archive': 'What this bench leaves out.',
} as const satisfies Words;
