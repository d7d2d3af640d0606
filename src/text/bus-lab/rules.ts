/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busRulesWords = {
  'stage.bus-rules': 'Rules and patterns',
  'stage.bus-rules.title': 'Which events a rule takes',
  'stage.bus-rules.line': 'A pattern says what it wants, field by field',
  'story.bus-rules.what': 'What this bench is for.',
  'omitted.bus-rules': 'What this bench leaves out.',
} as const satisfies Words;
