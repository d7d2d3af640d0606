/** Parameters of a load balancer. */
import type { Parameters } from '../parameters.ts';

export const loadBalancerParameters = {} as const satisfies Parameters;
