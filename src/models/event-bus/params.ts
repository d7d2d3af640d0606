/** Parameters of an event bus. */
import type { Parameters } from '../parameters.ts';

export const eventBusParameters = {} as const satisfies Parameters;
