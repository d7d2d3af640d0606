/** Keeps one item of metadata per video. Never fails by itself. */
import { sampler } from '../../engine/distributions.ts';
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { Model } from '../model.ts';
import { tableParameters } from './params.ts';

interface Prepared {
  latencySeconds: (u: number) => number;
  stream: number;
}

interface TableState {
  items: number;
}

const DONE = 0;

export const table = {
  kind: 'table',
  parameters: tableParameters,
  prepare: (ctx) => ({ latencySeconds: sampler(ctx.params.latency), stream: ctx.stream('latency') }),
  start: () => ({ items: 0 }),
  receive(ctx, _state, message) {
    const { latencySeconds, stream } = ctx.prepared;
    ctx.wakeAfter(seconds(latencySeconds(ctx.uniform(stream))), DONE, message.slot, 0);
  },
  wake(ctx, state, _wake, slot) {
    const message = ctx.message(slot);
    state.items += 1;
    ctx.record(FACT['item.written'], message.upload, -1, 0, 0, 0);
    ctx.answer(message);
  },
  holds: () => {},
} satisfies Model<typeof tableParameters, TableState, Prepared>;
