/** The front page in words. */
import type { Words } from './words.ts';

export const homeWords = {} as const satisfies Words;
