/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionNetworkWords = {
  'stage.function-network': 'Network',
  'stage.function-network.title': 'Inside and outside of a private network',
  'stage.function-network.line': 'Without a way out nobody answers',
  'story.function-network.what': 'What this bench is for.',
  'omitted.function-network': 'What this bench leaves out.',
} as const satisfies Words;
