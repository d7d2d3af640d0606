/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busConnectionsWords = {
  'stage.bus-connections': 'Queues or a bus',
  'stage.bus-connections.title': 'Who must know whom',
  'stage.bus-connections.line': 'Connect the same services both ways, and count',
  'story.bus-connections.what': 'What this bench is for.',
  'omitted.bus-connections': 'What this bench leaves out.',
} as const satisfies Words;
