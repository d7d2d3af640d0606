/**
 * Keeps one item of metadata per video, or per rendition of it; what is written once more takes the place of the earlier.
 * Grows by itself, but takes only so many requests a second. Each write can be appended to a stream of changes.
 */
import { sampler, scaled } from '../../engine/distributions.ts';
import { type SimTime, seconds } from '../../engine/time.ts';
import {
  answeredDelivery,
  beginDelivery,
  DELIVER,
  DELIVERY_TIMED_OUT,
  type Deliveries,
  type Delivery,
  deliveryOf,
  dropDelivery,
  endDelivery,
  FIRST_OWN_WAKE,
  giveUpCall,
  heldByDeliveries,
  makeDelivery,
  noDeliveries,
  retryDelivery,
} from '../delivery/deliveries.ts';
import { type TokenBucket, takeToken, tokenBucket } from '../delivery/token-bucket.ts';
import { EVENT, FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import { lowerLimits, writeRefusal } from '../store-faults.ts';
import { tableParameters } from './params.ts';

interface Prepared {
  latencySeconds: (u: number) => number;
  stream: number;
  /** Link to the stream of changes; -1 if there is none. */
  changesLink: number;
}

type TableContext = Context<Values<typeof tableParameters>, Prepared>;

export interface TableState {
  /** Different items. What belongs to no upload is a new one each time. */
  items: number;
  /** How often each item was written, by number of the upload × 4 + object; 65,535 stands for as often or more. */
  written: Uint16Array;
  writes: TokenBucket;
  reads: TokenBucket;
  /** How many faults let it refuse all writes. */
  writeRefusals: number;
  changes: Deliveries;
}

const DONE = FIRST_OWN_WAKE;

/** Objects that an item may be about. */
const OBJECTS = 4;

/** How changes are tried again that the stream did not take: for a day, as long as DynamoDB keeps them. */
const FIRST_PAUSE = seconds(0.1);
const LONGEST_PAUSE = seconds(10);
const LONGEST_AGE = seconds(86_400);

/** How long an answer of the stream is waited for. Our choice. */
const PATIENCE = seconds(60);

export const table = {
  kind: 'table',
  parameters: tableParameters,
  prepare: (ctx): Prepared => ({
    latencySeconds: sampler(ctx.params.latency),
    stream: ctx.stream('latency'),
    changesLink: ctx.params.changes === null ? -1 : ctx.linkTo(ctx.params.changes),
  }),
  start: (ctx): TableState => ({
    items: 0,
    written: new Uint16Array(256 * OBJECTS),
    writes: tokenBucket(ctx.params.writeLimitPerSecond),
    reads: tokenBucket(ctx.params.readLimitPerSecond),
    writeRefusals: 0,
    changes: noDeliveries(),
  }),
  receive(ctx, state, message) {
    if (message.isAnswer === 1) changeAnswered(ctx, state, message);
    else if (state.writeRefusals > 0 && message.operation !== OPERATION.read) {
      refuse(ctx, message, REASON['write-refused']);
    } else if (mayPass(ctx, state, message)) {
      const { latencySeconds, stream } = ctx.prepared;
      ctx.wakeAfter(seconds(latencySeconds(ctx.uniform(stream))), DONE, message.slot, 0);
    } else refuse(ctx, message, REASON.throttled);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === DONE) {
      const message = ctx.message(a);
      if (message.operation === OPERATION.read) read(ctx, state, message);
      else write(ctx, state, message);
      ctx.answer(message);
    } else if (wake === DELIVER) {
      const change = deliveryOf(state.changes, a, b);
      if (change !== undefined) append(ctx, change);
    } else if (wake === DELIVERY_TIMED_OUT) {
      const change = giveUpCall(ctx, state.changes, a, b);
      if (change !== undefined) changeFailed(ctx, state, change, REASON['timed-out']);
    }
  },
  faults: {
    'write-refusal': writeRefusal,
    throttling: lowerLimits,
    'slow-down': { overrides: ({ latency }, { strength }) => ({ latency: scaled(latency, strength) }) },
  },
  gauges: {
    items: ({ items }) => items,
  },
  holds(state, visit) {
    heldByDeliveries(state.changes, visit);
  },
} satisfies Model<typeof tableParameters, TableState, Prepared>;

function refuse(ctx: TableContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

function mayPass(ctx: TableContext, state: TableState, message: Message): boolean {
  const { readLimitPerSecond, writeLimitPerSecond } = ctx.params;
  return message.operation === OPERATION.read
    ? takeToken(state.reads, readLimitPerSecond, ctx.now())
    : takeToken(state.writes, writeLimitPerSecond, ctx.now());
}

/** What is not there is answered with nothing: no failure, in DynamoDB. */
function read(ctx: TableContext, { written }: TableState, { upload, object }: Message): void {
  const times = upload < 0 ? 0 : (written[upload * OBJECTS + object] ?? 0);
  ctx.record(FACT['item.read'], upload, -1, 0, 0, times);
}

function write(ctx: TableContext, state: TableState, message: Message): void {
  const times = countWrite(state, message);
  if (times === 1) state.items += 1;
  ctx.record(FACT['item.written'], message.upload, -1, 0, 0, times);
  if (ctx.prepared.changesLink >= 0) beginDelivery(ctx, state.changes, 0, message, EVENT['item-changed'], 0);
}

/** How often this item has now been written. */
function countWrite(state: TableState, { upload, object }: Message): number {
  if (upload < 0) return 1;
  const place = upload * OBJECTS + object;
  if (place >= state.written.length) {
    const larger = new Uint16Array(Math.max((upload + 1) * OBJECTS, state.written.length * 2));
    larger.set(state.written);
    state.written = larger;
  }
  const times = Math.min((state.written[place] as number) + 1, 65_535);
  state.written[place] = times;
  return times;
}

// Changes

function append(ctx: TableContext, change: Delivery): void {
  makeDelivery(ctx, change, { link: ctx.prepared.changesLink, operation: OPERATION.append }, PATIENCE);
}

function changeAnswered(ctx: TableContext, state: TableState, message: Message): void {
  const change = answeredDelivery(state.changes, message);
  if (message.reason === REASON.none) endDelivery(ctx, state.changes, change);
  else changeFailed(ctx, state, change, message.reason);
}

function changeFailed(ctx: TableContext, state: TableState, change: Delivery, reason: number): void {
  const wait = pauseAfter(change.attempts);
  if (ctx.now() + wait <= change.begunAt + LONGEST_AGE) retryDelivery(ctx, change, wait, reason);
  else dropDelivery(ctx, state.changes, change, reason);
}

/** The pause after so many tries: it doubles from one to the next. */
function pauseAfter(attempts: number): SimTime {
  let pause = FIRST_PAUSE;
  for (let attempt = 1; attempt < attempts && pause < LONGEST_PAUSE; attempt += 1) pause *= 2;
  return Math.min(pause, LONGEST_PAUSE);
}
