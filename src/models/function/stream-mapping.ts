/**
 * Event source mapping of a stream: each shard is read in order by one reader, over one lane or several. What fails is
 * done again before anything behind it: one bad record blocks its lane until it succeeds or is given up.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { giveUpRecord } from './asynchronous.ts';
import { closeBatch, endBatch, uploadOf } from './batches.ts';
import {
  type Batch,
  type FunctionContext,
  type FunctionState,
  type Lane,
  type PreparedMapping,
  type Reader,
  WAKE,
} from './function-state.ts';

/** AWS Lambda: a shard at rest is asked once a second. */
const REST = seconds(1);

/** Pauses before a batch is tried again, doubling. Our choice: AWS does not say how long they are. */
const FIRST_PAUSE = seconds(1);
const LONGEST_PAUSE = seconds(60);

export function startReaders(ctx: FunctionContext, state: FunctionState, mapping: number): void {
  const { from } = ctx.prepared.mappings[mapping] as PreparedMapping;
  const shards = ctx.measure(from, 'shards');
  const keys = ctx.measure(from, 'keys');
  for (let shard = 0; shard < shards; shard += 1) {
    const reader: Reader = {
      index: state.readers.length,
      mapping,
      shard,
      next: -1,
      after: -1,
      closesAt: -1,
      keys,
      lanesAtWork: 0,
    };
    state.readers.push(reader);
    fetch(ctx, reader);
  }
}

function fetch(ctx: FunctionContext, reader: Reader): void {
  const { link, isAllowed } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  if (!isAllowed) {
    ctx.wakeAfter(REST, WAKE.fetch, reader.index, 0);
    return;
  }
  const message = ctx.call(link, OPERATION.fetch, -1, reader.index);
  message.target = reader.shard;
  message.item = reader.next;
  message.most = mostWanted(ctx, reader);
}

function mostWanted(ctx: FunctionContext, reader: Reader): number {
  const { batchSize, lanesPerShard } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  return batchSize * lanesPerShard;
}

export function fetchAgain(ctx: FunctionContext, state: FunctionState, index: number): void {
  fetch(ctx, state.readers[index] as Reader);
}

/**
 * The stream has answered. While too few records wait and the window is open they are left where they are, and asked for
 * again; then they go to the lanes.
 */
export function fetchAnswered(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const reader = state.readers[message.token] as Reader;
  const { window } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  const entries = message.reason === REASON.none ? message.batch : [];
  if (entries.length === 0) {
    ctx.wakeAfter(REST, WAKE.fetch, reader.index, 0);
    return;
  }
  if (reader.closesAt < 0) reader.closesAt = ctx.now() + window;
  const left = reader.closesAt - ctx.now();
  if (left > 0 && entries.length < mostWanted(ctx, reader)) {
    ctx.wakeAfter(Math.min(REST, left), WAKE.fetch, reader.index, 0);
    return;
  }
  reader.closesAt = -1;
  reader.after = (entries.at(-1) as BatchEntry).item + 1;
  spread(ctx, state, reader, entries);
}

/** Records with one key always go to the same lane, so that their order holds. */
function spread(ctx: FunctionContext, state: FunctionState, reader: Reader, entries: readonly BatchEntry[]): void {
  const { lanesPerShard, batchSize } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  const byLane = new Map<number, BatchEntry[]>();
  for (const entry of entries) {
    ctx.keep(entry.upload);
    const key = reader.keys === 0 ? entry.upload : entry.upload % reader.keys;
    const lane = Math.max(0, key) % lanesPerShard;
    const own = byLane.get(lane);
    if (own === undefined) byLane.set(lane, [entry]);
    else own.push(entry);
  }
  for (const own of byLane.values()) {
    const lane = takeLane(state, reader.index);
    for (let from = 0; from < own.length; from += batchSize) {
      lane.pieces.push({ entries: own.slice(from, from + batchSize), failures: 0 });
    }
    reader.lanesAtWork += 1;
    plan(ctx, lane, 0);
  }
}

function takeLane(state: FunctionState, reader: number): Lane {
  let lane = state.lanes.find((each) => each.reader < 0);
  if (lane === undefined) {
    lane = { index: state.lanes.length, reader, life: 0, pieces: [], looksFirst: 0, pause: FIRST_PAUSE };
    state.lanes.push(lane);
  }
  lane.reader = reader;
  lane.looksFirst = 0;
  lane.pause = FIRST_PAUSE;
  return lane;
}

function plan(ctx: FunctionContext, lane: Lane, wait: SimTime): void {
  ctx.wakeAfter(wait, WAKE.lane, lane.index, lane.life);
}

/** The number of the batch that a lane can run now; -1 if it looks at the stream first, or is done. */
export function laneDue(ctx: FunctionContext, state: FunctionState, index: number, life: number): number {
  const lane = state.lanes[index] as Lane;
  if (lane.life !== life || lane.reader < 0) return -1;
  if (lane.looksFirst === 0) return nextBatch(ctx, state, lane);
  const reader = state.readers[lane.reader] as Reader;
  const { link, isAllowed } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  if (!isAllowed) {
    plan(ctx, lane, REST);
    return -1;
  }
  const message = ctx.call(link, OPERATION.fetch, -1, -1 - lane.index);
  message.target = reader.shard;
  message.item = reader.next;
  return -1;
}

/** What is left of the records that failed, after a look at the stream: the number of the batch that can run now, or -1. */
export function lookAnswered(ctx: FunctionContext, state: FunctionState, message: Message): number {
  const lane = state.lanes[-1 - message.token] as Lane;
  if (message.reason !== REASON.none) {
    retryLater(ctx, lane);
    return -1;
  }
  lane.looksFirst = 0;
  const oldest = message.batch[0]?.item ?? Number.POSITIVE_INFINITY;
  for (const piece of lane.pieces) {
    const expired = piece.entries.filter(({ item }) => item < oldest);
    if (expired.length === 0) continue;
    piece.entries = piece.entries.filter(({ item }) => item >= oldest);
    discard(ctx, state, lane, expired, piece.failures, REASON['retention-ended']);
  }
  return nextBatch(ctx, state, lane);
}

/** The number of the batch that a lane runs next; -1 if nothing is left there. */
function nextBatch(ctx: FunctionContext, state: FunctionState, lane: Lane): number {
  const reader = state.readers[lane.reader] as Reader;
  const { maximumAge } = ctx.prepared.mappings[reader.mapping] as PreparedMapping;
  const isTooOld = ({ sentAt }: BatchEntry): boolean => maximumAge >= 0 && ctx.now() - sentAt > maximumAge;
  for (let piece = lane.pieces[0]; piece !== undefined; piece = lane.pieces[0]) {
    const old = piece.entries.filter(isTooOld);
    if (old.length > 0) {
      piece.entries = piece.entries.filter((entry) => !isTooOld(entry));
      discard(ctx, state, lane, old, piece.failures, REASON['too-old']);
    }
    if (piece.entries.length > 0) return closeBatch(ctx, state, reader.mapping, lane.index, piece.entries, false);
    lane.pieces.shift();
  }
  endLane(ctx, lane, reader);
  return -1;
}

function endLane(ctx: FunctionContext, lane: Lane, reader: Reader): void {
  lane.reader = -1;
  lane.life += 1;
  reader.lanesAtWork -= 1;
  if (reader.lanesAtWork > 0) return;
  reader.next = reader.after;
  fetch(ctx, reader);
}

/** There was no environment for it: the shard waits, and its order is kept. */
export function streamBatchThrottled(ctx: FunctionContext, state: FunctionState, batch: Batch, reason: number): void {
  endBatch(ctx, state, batch, batch.entries.length, reason);
  retryLater(ctx, state.lanes[batch.owner] as Lane);
}

/** Its run is over. */
export function streamBatchEnded(ctx: FunctionContext, state: FunctionState, batch: Batch, reason: number): void {
  const lane = state.lanes[batch.owner] as Lane;
  const place = reason === REASON.none ? batch.reasons.findIndex((each) => each !== REASON.none) : 0;
  if (place < 0) {
    endBatch(ctx, state, batch, 0, REASON.none);
    letGo(ctx, batch.entries);
    lane.pieces.shift();
    lane.pause = FIRST_PAUSE;
    plan(ctx, lane, 0);
    return;
  }
  const why = reason === REASON.none ? (batch.reasons[place] as number) : reason;
  endBatch(ctx, state, batch, batch.entries.length - place, why);
  failed(ctx, state, lane, batch, place, why);
}

/** Everything from `place` on has to be done again, or to be given up. */
function failed(
  ctx: FunctionContext,
  state: FunctionState,
  lane: Lane,
  batch: Batch,
  place: number,
  reason: number,
): void {
  const { bisects, maximumRetries } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  const piece = lane.pieces[0] as Lane['pieces'][number];
  if (place > 0) {
    letGo(ctx, piece.entries.slice(0, place));
    piece.entries = piece.entries.slice(place);
    piece.failures = 0;
    lane.pause = FIRST_PAUSE;
  } else if (bisects && piece.entries.length > 1) {
    const middle = Math.ceil(piece.entries.length / 2);
    ctx.record(
      FACT['batch.bisected'],
      uploadOf(batch.entries),
      batch.number,
      piece.entries.length,
      batch.mapping,
      reason,
    );
    // Splitting is no retry: AWS Lambda does not count it.
    const halves = [piece.entries.slice(0, middle), piece.entries.slice(middle)];
    lane.pieces.splice(0, 1, ...halves.map((entries) => ({ entries, failures: piece.failures })));
  } else {
    piece.failures += 1;
    if (maximumRetries >= 0 && piece.failures > maximumRetries) {
      discard(ctx, state, lane, piece.entries, piece.failures, REASON['retries-exhausted']);
      lane.pieces.shift();
      lane.pause = FIRST_PAUSE;
      plan(ctx, lane, 0);
      return;
    }
  }
  retryLater(ctx, lane);
}

function retryLater(ctx: FunctionContext, lane: Lane): void {
  lane.looksFirst = 1;
  plan(ctx, lane, lane.pause);
  lane.pause = Math.min(LONGEST_PAUSE, lane.pause * 2);
}

function discard(
  ctx: FunctionContext,
  state: FunctionState,
  lane: Lane,
  entries: readonly BatchEntry[],
  failures: number,
  reason: number,
): void {
  const { mapping } = state.readers[lane.reader] as Reader;
  const { onFailure } = ctx.prepared.mappings[mapping] as PreparedMapping;
  for (const entry of entries) {
    giveUpRecord(ctx, state, entry, failures, reason, onFailure);
    ctx.release(entry.upload, reason);
  }
}

function letGo(ctx: FunctionContext, entries: readonly BatchEntry[]): void {
  for (const { upload } of entries) ctx.release(upload);
}
