/** Runs only while there is something to handle. */
import type { Model } from '../model.ts';
import { serverlessFunctionParameters } from './params.ts';

export const serverlessFunction = {
  kind: 'function',
  parameters: serverlessFunctionParameters,
  prepare: () => undefined,
  start: () => ({}),
  receive(ctx, _state, message) {
    ctx.answer(message);
  },
  wake() {},
  holds() {},
} satisfies Model<typeof serverlessFunctionParameters, object, undefined>;
