/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busBusesWords = {
  'stage.bus-buses': 'Buses',
  'stage.bus-buses.title': 'The default bus and your own',
  'stage.bus-buses.line': 'Events of the services on one, your own on another',
  'story.bus-buses.what': 'What this bench is for.',
  'omitted.bus-buses': 'What this bench leaves out.',
} as const satisfies Words;
