/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionInvocationsWords = {
  'stage.function-invocations': 'Three ways to invoke',
  'stage.function-invocations.title': 'Wait, hand over, or be fetched from',
  'stage.function-invocations.line': 'The same poison event goes down all three',
  'story.function-invocations.what': 'What this bench is for.',
  'omitted.function-invocations': 'What this bench leaves out.',
} as const satisfies Words;
