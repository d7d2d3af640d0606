/** This bench in words: its names, its components, its story, its claims, and its instrument. */
import type { Words } from '../words.ts';

export const busSchedulesWords = {
  'stage.bus-schedules': 'Schedules',
  'stage.bus-schedules.title': 'The clock as a producer',
  'stage.bus-schedules.line': 'Every so often, or at the times of a calendar',
  'story.bus-schedules.what': 'What this bench is for.',
  'omitted.bus-schedules': 'What this bench leaves out.',
} as const satisfies Words;
