/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const functionTracesWords = {
  'stage.function-traces': 'Logs and traces',
  'stage.function-traces.title': 'What a request went through',
  'stage.function-traces.line': 'Every line and every bar is a fact of the run',
  'story.function-traces.what': 'What this bench is for.',
  'omitted.function-traces': 'What this bench leaves out.',
} as const satisfies Words;
