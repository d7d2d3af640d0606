/** Words of the failure table. */
import type { Words } from './words.ts';

export const failureWords = {
  'failures.title': 'Every fault in every architecture',
} as const satisfies Words;
