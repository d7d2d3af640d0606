/** The door of an application: takes requests from outside and passes them on. */
import type { Model } from '../model.ts';
import { gatewayParameters } from './params.ts';

export const gateway = {
  kind: 'gateway',
  parameters: gatewayParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof gatewayParameters, object, undefined>;
