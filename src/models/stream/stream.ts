/**
 * Keeps records in the order of their keys, for several readers. A key belongs to one shard; within a shard records keep
 * the order in which they came. Reading takes nothing away: each reader has its own place in every shard (its
 * checkpoint), and a record stays until all readers are past it or its time of retention is over.
 */
import { avalanche } from '../../engine/murmur.ts';
import { MICROSECONDS_PER_SECOND, type SimTime, seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import { type BatchEntry, type Message, noBatch } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import { writeRefusal } from '../store-faults.ts';
import { streamParameters } from './params.ts';

type StreamContext = Context<Values<typeof streamParameters>, undefined>;

/** How a fact of a fetch tells two numbers in one: `shard + 1,024 × records kept`. */
const SHARDS_IN_A_FACT = 1024;
/** The most that one fetch brings: GetRecords, 10,000. */
const LARGEST_FETCH = 10_000;

export interface Shard {
  /** In the order in which they came, from `head` on; `item` is the number of the record, never used again. */
  records: BatchEntry[];
  head: number;
  /** The whole second (`spanOf`) in which records were last taken, and how many. */
  second: number;
  taken: number;
  /** When the oldest record is looked at next, µs; -1 if no look is planned. */
  looksAt: SimTime;
}

export interface Reader {
  component: number;
  /** 0 for a function that may yet turn out to be a reader: it has neither fetched nor appended so far. */
  hasFetched: number;
  /** By shard, the number of the first record that it has not passed. */
  checkpoints: number[];
}

export interface StreamState {
  shards: Shard[];
  /** As set: readers that work on several records of a shard at once have to know. */
  keys: number;
  nextRecord: number;
  readers: Reader[];
  /** How many faults let it refuse all new records. */
  writeRefusals: number;
}

/** Wake: the oldest record of a shard may be over its time (shard). */
const EXPIRE = 0;

export const stream = {
  kind: 'stream',
  parameters: streamParameters,
  prepare: () => undefined,
  start(ctx): StreamState {
    const { shards } = ctx.params;
    return {
      shards: Array.from({ length: shards }, () => ({ records: [], head: 0, second: 0, taken: 0, looksAt: -1 })),
      keys: ctx.params.keys,
      nextRecord: 0,
      writeRefusals: 0,
      // A function that is linked here may read from the first record on: nothing is let go before it has been heard of.
      readers: ctx.callers().flatMap((component): Reader[] => {
        if (ctx.kindOf(component) !== 'function') return [];
        return [{ component, hasFetched: 0, checkpoints: Array.from({ length: shards }, () => 0) }];
      }),
    };
  },
  receive(ctx, state, message) {
    if (message.operation === OPERATION.fetch) fetch(ctx, state, message);
    else if (message.operation === OPERATION.check) ctx.answer(message);
    else append(ctx, state, message);
  },
  wake(ctx, state, _wake, number) {
    // A look that was planned before the time of retention was turned is none any more.
    if ((state.shards[number] as Shard).looksAt === ctx.now()) expire(ctx, state, number);
  },
  turned(ctx, state, parameter) {
    if (parameter === 'retentionSeconds') state.shards.forEach((_, number) => void expire(ctx, state, number));
  },
  faults: {
    'write-refusal': writeRefusal,
    throttling: {
      overrides: ({ recordsPerSecondPerShard }, { strength }) => ({
        recordsPerSecondPerShard: Math.min(recordsPerSecondPerShard, strength),
      }),
    },
  },
  gauges: {
    shards: (state) => state.shards.length,
    keys: (state) => state.keys,
    records: (state) => state.shards.reduce((sum, shard) => sum + kept(shard), 0),
    'iterator-age-seconds': (state, now) => (now - oldestUnread(state, now)) / MICROSECONDS_PER_SECOND,
  },
  holds(state, visit) {
    for (const { records, head } of state.shards) {
      for (let place = head; place < records.length; place += 1) {
        const { upload } = records[place] as BatchEntry;
        if (upload >= 0) visit(upload);
      }
    }
  },
} satisfies Model<typeof streamParameters, StreamState, undefined>;

/** How many records of a shard some reader has yet to pass. */
function kept({ records, head }: Shard): number {
  return records.length - head;
}

/** When the oldest record was appended that some reader has not passed; `now` if all are past everything. */
function oldestUnread({ shards, readers }: StreamState, now: SimTime): SimTime {
  let oldest = now;
  for (const { checkpoints } of readers) {
    shards.forEach((shard, number) => {
      const record = shard.records[placeOf(shard, checkpoints[number] as number)];
      if (record !== undefined && record.sentAt < oldest) oldest = record.sentAt;
    });
  }
  return oldest;
}

// Appending

/** Equal keys come to equal shards, each with an equal share of all keys, as with the hash ranges of the real service. */
export function shardOfKey(key: number, shards: number): number {
  return Math.floor(((avalanche(key + 1) >>> 0) / 4_294_967_296) * shards);
}

/** Records that concern no upload have no key to keep together: they are dealt out in turn. */
function shardFor({ params }: StreamContext, { upload }: Message, state: StreamState): number {
  const shards = state.shards.length;
  if (upload < 0) return state.nextRecord % shards;
  return shardOfKey(params.keys === 0 ? upload : upload % params.keys, shards);
}

function append(ctx: StreamContext, state: StreamState, message: Message): void {
  appended(ctx, state, message.caller);
  if (state.writeRefusals > 0) {
    refuse(ctx, message, REASON['write-refused']);
    return;
  }
  const number = shardFor(ctx, message, state);
  const shard = state.shards[number] as Shard;
  const perSecond = ctx.params.recordsPerSecondPerShard;
  const second = Math.floor(ctx.now() / spanOf(perSecond));
  if (shard.second !== second) {
    shard.second = second;
    shard.taken = 0;
  }
  if (perSecond === 0 || shard.taken >= Math.max(1, Math.floor(perSecond))) {
    refuse(ctx, message, REASON.throttled);
    return;
  }
  shard.taken += 1;
  const { upload, object, event, content } = message;
  const item = state.nextRecord;
  state.nextRecord += 1;
  const sentAt = ctx.now();
  shard.records.push({ item, receipt: 0, upload, object, event, content, group: -1, receiveCount: 1, sentAt });
  ctx.keep(upload);
  ctx.record(FACT['record.appended'], upload, item, number, kept(shard), 0);
  planExpiry(ctx, state, number);
  ctx.answer(message);
}

function refuse(ctx: StreamContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

/** Time in which records are counted: a second, or as long as one record takes where it is less than one a second. */
function spanOf(perSecond: number): SimTime {
  return perSecond > 0 && perSecond < 1 ? MICROSECONDS_PER_SECOND / perSecond : MICROSECONDS_PER_SECOND;
}

/** Whoever appends and has never fetched is not waited for as a reader. */
function appended(ctx: StreamContext, state: StreamState, component: number): void {
  const place = state.readers.findIndex((reader) => reader.component === component && reader.hasFetched === 0);
  if (place < 0) return;
  state.readers.splice(place, 1);
  for (let shard = 0; shard < state.shards.length; shard += 1) letGo(ctx, state, shard);
}

// Reading

function fetch(ctx: StreamContext, state: StreamState, message: Message): void {
  const { target: number, item: from, most } = message;
  const shard = state.shards[number];
  if (shard === undefined) {
    ctx.answer(message, REASON['target-missing']);
    return;
  }
  const { checkpoints } = readerAt(state, message.caller);
  if (from > (checkpoints[number] as number)) {
    checkpoints[number] = Math.min(from, state.nextRecord);
    letGo(ctx, state, number);
  }
  const first = placeOf(shard, checkpoints[number] as number);
  const batch =
    message.isHungUp === 1 ? noBatch : shard.records.slice(first, first + Math.min(Math.max(most, 1), LARGEST_FETCH));
  const oldest = batch[0];
  const age = oldest === undefined ? 0 : ctx.now() - oldest.sentAt;
  const where = number + SHARDS_IN_A_FACT * kept(shard);
  ctx.record(FACT['records.fetched'], oldest?.upload ?? -1, message.id, age, batch.length, where);
  message.item = oldest?.item ?? -1;
  message.batch = batch;
  if (oldest !== undefined) {
    if (oldest.upload >= 0) ctx.carry(message, oldest.upload);
    message.object = oldest.object;
    message.event = oldest.event;
    message.content = oldest.content;
  }
  ctx.answer(message);
}

/** A reader that is new begins at the oldest record that is still there. */
function readerAt(state: StreamState, component: number): Reader {
  const known = state.readers.find((reader) => reader.component === component);
  if (known !== undefined) {
    known.hasFetched = 1;
    return known;
  }
  const reader = { component, hasFetched: 1, checkpoints: state.shards.map(() => 0) };
  state.readers.push(reader);
  return reader;
}

/** Place in the list of the first record of a shard with this number or a higher one. */
function placeOf({ records, head }: Shard, item: number): number {
  let low = head;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] as BatchEntry).item < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lets go of the records of a shard that every reader is past. */
function letGo(ctx: StreamContext, state: StreamState, number: number): void {
  if (state.readers.length === 0) return;
  const shard = state.shards[number] as Shard;
  const passed = state.readers.reduce(
    (least, { checkpoints }) => Math.min(least, checkpoints[number] as number),
    state.nextRecord,
  );
  let first = shard.records[shard.head];
  while (first !== undefined && first.item < passed) {
    takeFirst(shard);
    ctx.release(first.upload);
    first = shard.records[shard.head];
  }
}

function takeFirst(shard: Shard): void {
  shard.head += 1;
  if (shard.head > 64 && shard.head * 2 > shard.records.length) {
    shard.records = shard.records.slice(shard.head);
    shard.head = 0;
  }
}

// Retention

/** Plans a look at the moment at which the oldest record of a shard is over its time, if none is planned yet. */
function planExpiry(ctx: StreamContext, state: StreamState, number: number): void {
  const shard = state.shards[number] as Shard;
  const oldest = shard.records[shard.head];
  if (oldest === undefined || shard.looksAt >= 0) return;
  shard.looksAt = oldest.sentAt + seconds(ctx.params.retentionSeconds);
  ctx.wakeAfter(shard.looksAt - ctx.now(), EXPIRE, number, 0);
}

function expire(ctx: StreamContext, state: StreamState, number: number): void {
  const shard = state.shards[number] as Shard;
  shard.looksAt = -1;
  const from = ctx.now() - seconds(ctx.params.retentionSeconds);
  let first = shard.records[shard.head];
  while (first !== undefined && first.sentAt <= from) {
    takeFirst(shard);
    ctx.record(FACT['record.expired'], first.upload, first.item, number, kept(shard), 0);
    ctx.release(first.upload, REASON['retention-ended']);
    first = shard.records[shard.head];
  }
  planExpiry(ctx, state, number);
}
