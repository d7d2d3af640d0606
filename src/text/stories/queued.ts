/** The story of this stage in words, and what a reader is asked before its claims are proved. */
import type { Words } from '../words.ts';

export const queuedWords = {} as const satisfies Words;
