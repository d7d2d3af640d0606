/** Keeps objects and hands them out again. Never fails by itself, and takes a little while. */
import { sampler } from '../../engine/distributions.ts';
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { bucketParameters } from './params.ts';

interface Prepared {
  latencySeconds: (u: number) => number;
  stream: number;
}

type BucketContext = Context<Values<typeof bucketParameters>, Prepared>;

interface BucketState {
  objects: number;
  megabytes: number;
}

const DONE = 0;

export const bucket = {
  kind: 'bucket',
  parameters: bucketParameters,
  prepare: (ctx) => ({ latencySeconds: sampler(ctx.params.latency), stream: ctx.stream('latency') }),
  start: () => ({ objects: 0, megabytes: 0 }),
  receive(ctx, _state, message) {
    const { latencySeconds, stream } = ctx.prepared;
    ctx.wakeAfter(seconds(latencySeconds(ctx.uniform(stream))), DONE, message.slot, 0);
  },
  wake(ctx, state, _wake, slot) {
    const message = ctx.message(slot);
    if (message.operation === OPERATION.get) {
      ctx.record(FACT['object.fetched'], message.upload, -1, message.megabytes, 0, message.object);
    } else store(ctx, state, message);
    ctx.answer(message);
  },
  holds: () => {},
} satisfies Model<typeof bucketParameters, BucketState, Prepared>;

function store(ctx: BucketContext, state: BucketState, message: Message): void {
  state.objects += 1;
  state.megabytes += message.megabytes;
  ctx.record(FACT['object.stored'], message.upload, -1, message.megabytes, 0, message.object);
}
