/** Parameters of a gateway. */
import type { Parameters } from '../parameters.ts';

export const gatewayParameters = {} as const satisfies Parameters;
