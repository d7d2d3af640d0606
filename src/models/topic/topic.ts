/** Copies what is published to every subscriber. */
import type { Model } from '../model.ts';
import { topicParameters } from './params.ts';

export const topic = {
  kind: 'topic',
  parameters: topicParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof topicParameters, object, undefined>;
