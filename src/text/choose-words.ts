/** "Which should I choose?" in words: questions, answers, reasons. */
import type { Words } from './words.ts';

export const chooseWords = {} as const satisfies Words;
