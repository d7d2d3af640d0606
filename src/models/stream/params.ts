/** Parameters of a stream. */
import type { Parameters } from '../parameters.ts';

export const streamParameters = {} as const satisfies Parameters;
