/** Proofs in words: prediction, verdict, and what stands around them. */
import type { Words } from './words.ts';

export const proofWords = {} as const satisfies Words;
