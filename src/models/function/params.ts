/** Parameters of a function. */
import type { Parameters } from '../parameters.ts';

export const serverlessFunctionParameters = {} as const satisfies Parameters;
