/** Copies each event to the targets of every rule that it matches. */
import type { Model } from '../model.ts';
import { eventBusParameters } from './params.ts';

export const eventBus = {
  kind: 'event-bus',
  parameters: eventBusParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof eventBusParameters, object, undefined>;
