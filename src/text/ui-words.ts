/** Words of the controls themselves. */
import type { Words } from './words.ts';

export const uiWords = {
  'ui.close': 'Close',
} as const satisfies Words;
