/** Batches: what a mapping has fetched, to be worked on in one run, entry after entry. */
import { FACT } from '../facts.ts';
import type { BatchEntry } from '../message.ts';
import { REASON } from '../reasons.ts';
import type { Batch, FunctionContext, FunctionState, PreparedMapping } from './function-state.ts';

/** A batch whose run is about to begin. */
export function closeBatch(
  ctx: FunctionContext,
  state: FunctionState,
  mapping: number,
  owner: number,
  entries: readonly BatchEntry[],
  keepsEntries: boolean,
): number {
  const number = state.nextBatch;
  state.nextBatch += 1;
  state.batches.set(number, {
    number,
    mapping,
    owner,
    entries,
    keepsEntries: keepsEntries ? 1 : 0,
    reasons: [],
    at: 0,
  });
  ctx.record(FACT['batch.began'], uploadOf(entries), number, entries.length, mapping, 0);
  return number;
}

/** The upload that a batch of one is about; of several none. */
export function uploadOf(entries: readonly BatchEntry[]): number {
  return entries.length === 1 ? (entries[0] as BatchEntry).upload : -1;
}

/** Enters how the present entry came out; whether the batch goes on with the next one. */
export function entryEnded(ctx: FunctionContext, batch: Batch, reason: number): boolean {
  batch.reasons[batch.at] = reason;
  batch.at += 1;
  if (batch.at >= batch.entries.length) return false;
  if (reason === REASON.none) return true;
  const { reportsFailures, isStream } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  // A standard queue is told of each failure by itself. In a shard everything from the first failure on is done again;
  // of a FIFO queue what follows the failure is left alone and reported with it, as AWS Lambda asks of such a function.
  const next = batch.entries[batch.at] as BatchEntry;
  return reportsFailures && !isStream && next.group < 0;
}

/** Why the run of a batch as a whole is an error; none if it went well, or says itself what failed. */
export function reasonOfRun(ctx: FunctionContext, batch: Batch, reason: number): number {
  const { reportsFailures } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  return reportsFailures ? REASON.none : reason;
}

/** Tells how a batch came out, and forgets it. */
export function endBatch(
  ctx: FunctionContext,
  state: FunctionState,
  batch: Batch,
  failed: number,
  reason: number,
): void {
  state.batches.delete(batch.number);
  const fact = FACT[reason === REASON.none ? 'batch.finished' : 'batch.failed'];
  const records = reason === REASON.none ? batch.entries.length : failed;
  ctx.record(fact, uploadOf(batch.entries), batch.number, records, batch.mapping, reason);
}
