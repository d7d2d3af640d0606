/** Keeps records in the order of their keys, for several readers. */
import type { Model } from '../model.ts';
import { streamParameters } from './params.ts';

export const stream = {
  kind: 'stream',
  parameters: streamParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof streamParameters, object, undefined>;
