/** Spreads requests over the instances behind it. */
import type { Model } from '../model.ts';
import { loadBalancerParameters } from './params.ts';

export const loadBalancer = {
  kind: 'load-balancer',
  parameters: loadBalancerParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof loadBalancerParameters, object, undefined>;
