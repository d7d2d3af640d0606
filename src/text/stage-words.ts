/** Two of the stages in words: name, title, one line. The others stand in `ladder-words.ts`. */
import type { Words } from './words.ts';

export const stageWords = {
  'stage.monolith': 'Monolith',
  'stage.monolith.title': 'One machine does everything',
  'stage.monolith.line': 'Upload, process, store and manage share one instance',
  'stage.queued': 'Queued',
  'stage.queued.title': 'A queue between the steps',
  'stage.queued.line': 'Work waits; the people uploading do not',
} as const satisfies Words;
