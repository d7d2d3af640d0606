/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busRiverWords = {
  'stage.bus-river': 'The river',
  'stage.bus-river.title': 'Events flow by, rules take copies',
  'stage.bus-river.line': 'Nobody knows who listens',
  'story.bus-river.what': 'What this bench is for.',
  'omitted.bus-river': 'What this bench leaves out.',
} as const satisfies Words;
