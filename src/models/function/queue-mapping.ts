/**
 * Event source mapping of a queue: pollers ask the queue, gather batches, and have each run; what went well they delete.
 * What did not stays in the queue and is seen again after the visibility timeout.
 */
import { seconds } from '../../engine/time.ts';
import { OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { closeBatch, endBatch } from './batches.ts';
import {
  type Batch,
  type FunctionContext,
  type FunctionState,
  type Poller,
  type PreparedMapping,
  WAKE,
} from './function-state.ts';

/** Amazon SQS: most messages in one request. */
const MOST_PER_REQUEST = 10;

/** AWS Lambda: its pollers wait at the queue, for as long as a queue allows, whatever that queue is set to. */
const WAIT_SECONDS = 20;

/** After a batch that was throttled, and after an answer that came empty though nobody waited. Our choice. */
const PAUSE = seconds(1);

/** AWS Lambda: 300 more batches at once a minute, here five a second. */
const GROWTH_PERIOD = seconds(1);
const GROWTH = 5;

export function startPollers(ctx: FunctionContext, state: FunctionState, mapping: number): void {
  const { firstPollers } = ctx.prepared.mappings[mapping] as PreparedMapping;
  for (let i = 0; i < firstPollers; i += 1) addPoller(ctx, state, mapping);
}

function addPoller(ctx: FunctionContext, state: FunctionState, mapping: number): void {
  let poller = state.pollers.find((each) => each.phase === 'gone');
  if (poller === undefined) {
    poller = { index: state.pollers.length, mapping, phase: 'gone', life: 0, poll: -1, entries: [], closesAt: 0 };
    state.pollers.push(poller);
  }
  poller.mapping = mapping;
  poll(ctx, poller);
}

/** Asks for what is still missing in the batch; while the role does not allow that, it waits for it to do so again. */
function poll(ctx: FunctionContext, poller: Poller): void {
  const { link, batchSize, isAllowed } = ctx.prepared.mappings[poller.mapping] as PreparedMapping;
  if (!isAllowed) {
    pause(ctx, poller, PAUSE);
    return;
  }
  poller.phase = 'polling';
  const message = ctx.call(link, OPERATION.receive, -1, poller.index);
  message.most = Math.max(1, Math.min(MOST_PER_REQUEST, batchSize - poller.entries.length));
  message.waitSeconds = WAIT_SECONDS;
  poller.poll = message.slot;
}

/**
 * To be called when the role has changed: whoever waits at a queue without being allowed to, hangs up. (Our choice: AWS
 * asks for the permission at each poll, and one may wait for 20 s.)
 */
export function leaveForbiddenQueues(ctx: FunctionContext, state: FunctionState): void {
  for (const poller of state.pollers) {
    const { isAllowed } = ctx.prepared.mappings[poller.mapping] as PreparedMapping;
    // An answer that is on its way may bring messages: these are still worked on.
    if (isAllowed || poller.phase !== 'polling' || ctx.message(poller.poll).isAnswer === 1) continue;
    ctx.hangUp(poller.poll);
    poller.poll = -1;
    pause(ctx, poller, PAUSE);
  }
}

/** A pause is over. */
export function pollAgain(ctx: FunctionContext, state: FunctionState, index: number, life: number): void {
  const poller = state.pollers[index] as Poller;
  if (poller.life === life && poller.phase === 'pausing') poll(ctx, poller);
}

/** The queue has answered; the number of a batch that can run now, or -1. */
export function pollAnswered(ctx: FunctionContext, state: FunctionState, message: Message): number {
  const poller = state.pollers[message.token] as Poller;
  const { batchSize, window } = ctx.prepared.mappings[poller.mapping] as PreparedMapping;
  const isFirst = poller.entries.length === 0;
  const entries = entriesOf(message);
  poller.poll = -1;
  for (const entry of entries) {
    ctx.keep(entry.upload);
    poller.entries.push(entry);
  }
  if (isFirst && entries.length > 0) {
    poller.closesAt = ctx.now() + window;
    if (window > 0) ctx.wakeAfter(window, WAKE.windowOver, poller.index, poller.life);
  }
  if (poller.entries.length > 0 && (poller.entries.length >= batchSize || ctx.now() >= poller.closesAt)) {
    return close(ctx, state, poller);
  }
  if (entries.length > 0) poll(ctx, poller);
  else rest(ctx, state, poller, message);
  return -1;
}

/** All that an answer brings, be it one message or several. */
function entriesOf(message: Message): readonly BatchEntry[] {
  if (message.reason !== REASON.none) return [];
  if (message.batch.length > 0 || message.item < 0) return message.batch;
  const { item, receipt, upload, object, event, content, receiveCount, sentAt } = message;
  return [{ item, receipt, upload, object, event, content, group: -1, receiveCount, sentAt }];
}

/** There was nothing: one poller too many is not needed any more, the others ask again. */
function rest(ctx: FunctionContext, state: FunctionState, poller: Poller, message: Message): void {
  const { firstPollers } = ctx.prepared.mappings[poller.mapping] as PreparedMapping;
  if (poller.entries.length === 0 && pollersOf(state, poller.mapping) > firstPollers) {
    poller.phase = 'gone';
    poller.life += 1;
    return;
  }
  pause(ctx, poller, PAUSE - (ctx.now() - message.sentAt));
}

function pause(ctx: FunctionContext, poller: Poller, wait: number): void {
  if (wait <= 0) {
    poll(ctx, poller);
    return;
  }
  poller.phase = 'pausing';
  ctx.wakeAfter(wait, WAKE.poll, poller.index, poller.life);
}

/** The window of a batch is over; its number if it can run now, or -1. */
export function windowOver(ctx: FunctionContext, state: FunctionState, index: number, life: number): number {
  const poller = state.pollers[index] as Poller;
  if (poller.life !== life || poller.entries.length === 0) return -1;
  if (poller.poll >= 0) {
    // An answer that is on its way may bring messages: the batch waits for those.
    if (ctx.message(poller.poll).isAnswer === 1) return -1;
    ctx.hangUp(poller.poll);
    poller.poll = -1;
  }
  return close(ctx, state, poller);
}

function close(ctx: FunctionContext, state: FunctionState, poller: Poller): number {
  const { entries, mapping } = poller;
  poller.phase = 'running';
  poller.life += 1;
  poller.entries = [];
  planGrowth(ctx, state, mapping);
  return closeBatch(ctx, state, mapping, poller.index, entries, true);
}

/** There was no environment for it: its messages are left to be seen again. */
export function queueBatchThrottled(ctx: FunctionContext, state: FunctionState, batch: Batch, reason: number): void {
  endBatch(ctx, state, batch, batch.entries.length, reason);
  letGo(ctx, batch, () => reason);
  pause(ctx, state.pollers[batch.owner] as Poller, PAUSE);
}

/** Its run is over: what went well is deleted. */
export function queueBatchEnded(ctx: FunctionContext, state: FunctionState, batch: Batch, reason: number): void {
  const { link, isAllowed } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  // What was not begun after a failure is reported as failed with it.
  const first = batch.reasons.find((each) => each !== REASON.none) ?? REASON.none;
  const reasonOf = (place: number): number => (reason === REASON.none ? (batch.reasons[place] ?? first) : reason);
  const done = batch.entries.filter((_, place) => reasonOf(place) === REASON.none);
  const failure = batch.entries.findIndex((_, place) => reasonOf(place) !== REASON.none);
  // The role does the deleting, too: without it the messages are seen again, although all is done.
  for (let from = 0; isAllowed && from < done.length; from += MOST_PER_REQUEST) {
    deleteAll(ctx, link, done.slice(from, from + MOST_PER_REQUEST));
  }
  endBatch(ctx, state, batch, batch.entries.length - done.length, failure < 0 ? REASON.none : reasonOf(failure));
  letGo(ctx, batch, reasonOf);
  poll(ctx, state.pollers[batch.owner] as Poller);
}

function deleteAll(ctx: FunctionContext, link: number, entries: readonly BatchEntry[]): void {
  const first = entries[0] as BatchEntry;
  const message = ctx.call(link, OPERATION.delete, first.upload, 0);
  message.item = first.item;
  message.receipt = first.receipt;
  if (entries.length > 1) message.batch = entries;
}

function letGo(ctx: FunctionContext, { entries }: Batch, reasonOf: (place: number) => number): void {
  entries.forEach(({ upload }, place) => {
    ctx.release(upload, reasonOf(place));
  });
}

// As many as are needed

function pollersOf(state: FunctionState, mapping: number): number {
  return state.pollers.filter((each) => each.mapping === mapping && each.phase !== 'gone').length;
}

function areAllAtWork(state: FunctionState, mapping: number): boolean {
  return state.pollers.every((each) => each.mapping !== mapping || each.phase === 'gone' || each.phase === 'running');
}

function planGrowth(ctx: FunctionContext, state: FunctionState, mapping: number): void {
  if (state.isGrowing[mapping] === 1 || !areAllAtWork(state, mapping)) return;
  const { mostPollers } = ctx.prepared.mappings[mapping] as PreparedMapping;
  if (pollersOf(state, mapping) >= mostPollers) return;
  state.isGrowing[mapping] = 1;
  ctx.wakeAfter(GROWTH_PERIOD, WAKE.grow, mapping, 0);
}

/** More pollers, if all of them are still at work. */
export function grow(ctx: FunctionContext, state: FunctionState, mapping: number): void {
  state.isGrowing[mapping] = 0;
  if (!areAllAtWork(state, mapping)) return;
  const { mostPollers } = ctx.prepared.mappings[mapping] as PreparedMapping;
  const more = Math.min(GROWTH, mostPollers - pollersOf(state, mapping));
  for (let i = 0; i < more; i += 1) addPoller(ctx, state, mapping);
}
