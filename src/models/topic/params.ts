/** Parameters of a topic. */
import type { Parameters } from '../parameters.ts';

export const topicParameters = {} as const satisfies Parameters;
