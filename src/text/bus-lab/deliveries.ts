/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busDeliveriesWords = {
  'stage.bus-deliveries': 'Deliveries',
  'stage.bus-deliveries.title': 'Each target for itself',
  'stage.bus-deliveries.line': 'One that fails is tried again while the others go on',
  'story.bus-deliveries.what': 'What this bench is for.',
  'omitted.bus-deliveries': 'What this bench leaves out.',
} as const satisfies Words;
