/** The notes on what was so once and is so now. */
import type { Words } from './words.ts';

export const noteWords = {} as const satisfies Words;
