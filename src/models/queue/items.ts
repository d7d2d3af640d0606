/** How items come into a queue, and how they leave it. */
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { enterLine, leaveGroup, leaveLines, visibleCount } from './line.ts';
import {
  DELAYED,
  forgetItem,
  type Item,
  oldestItem,
  type QueueContext,
  type QueueState,
  VISIBLE,
} from './queue-state.ts';

/** Wakes: an item's time out of sight is over (item), its delay is over (item), retention may be over for some. */
export const VISIBLE_AGAIN = 0;
export const DELAY_ENDS = 1;
export const RETENTION_ENDS = 2;

/** How an item came; column c of `message.queued`. */
export const SENT = 0;
const SENT_WITH_DELAY = 1;
const DUPLICATE = 2;
export const REDRIVEN = 3;
export const DEAD_LETTER = 4;

/** Equal messages within this time are one to a FIFO queue. Amazon SQS: the deduplication interval is 5 minutes. */
const DEDUPLICATION = seconds(300);

/** A new item about what `source` is about, visible at once. The caller has kept the upload, or knows better. */
export function addItem(ctx: QueueContext, state: QueueState, source: Item | Message | BatchEntry, how: number): Item {
  const item = newItem(ctx, state, source);
  show(ctx, state, state.nextItem - 1, item, how);
  return item;
}

/** A new item that nobody sees before the queue's delay is over. */
export function addDelayed(ctx: QueueContext, state: QueueState, source: Message): void {
  const item = newItem(ctx, state, source);
  const id = state.nextItem - 1;
  const delay = seconds(ctx.params.delaySeconds);
  item.receipt = DELAYED;
  item.visibleAt = ctx.now() + delay;
  state.delayed += 1;
  ctx.record(FACT['message.delayed'], item.upload, id, item.visibleAt, 0, 0);
  ctx.wakeAfter(delay, DELAY_ENDS, id, 0);
}

export function endDelay(ctx: QueueContext, state: QueueState, id: number): void {
  const item = state.items.get(id);
  if (!item) return;
  item.receipt = VISIBLE;
  state.delayed -= 1;
  show(ctx, state, id, item, SENT_WITH_DELAY);
}

function show(ctx: QueueContext, state: QueueState, id: number, item: Item, how: number): void {
  enterLine(ctx, state, id, item.upload);
  ctx.record(FACT['message.queued'], item.upload, id, 0, visibleCount(state), how);
}

function newItem(ctx: QueueContext, state: QueueState, source: Item | Message | BatchEntry): Item {
  const now = ctx.now();
  const item: Item = {
    upload: source.upload,
    object: source.object,
    event: source.event,
    content: source.content,
    receiveCount: 0,
    receipt: VISIBLE,
    sentAt: now,
    visibleAt: now,
    isDeadLetter: 0,
    isCopy: 0,
  };
  if (state.items.size === 0) state.isMixed = 0;
  state.items.set(state.nextItem, item);
  state.nextItem += 1;
  state.latestSentAt = now;
  planLook(ctx, state, now);
  return item;
}

/** Makes an item as old as it is: the dead letter of a standard queue keeps its age. */
export function setAge(ctx: QueueContext, state: QueueState, item: Item, sentAt: number): void {
  item.sentAt = sentAt;
  if (state.items.size > 1) state.isMixed = 1;
  planLook(ctx, state, sentAt);
}

/** Whether a FIFO queue has taken in the same within five minutes: same upload, object and event. */
export function isRepeated(ctx: QueueContext, state: QueueState, message: Message): boolean {
  // Events of no upload are told apart by whoever sends them.
  if (message.upload < 0) return false;
  const { lastSent } = state;
  const now = ctx.now();
  for (const [key, at] of lastSent) {
    if (at + DEDUPLICATION > now) break;
    lastSent.delete(key);
  }
  const key = `${message.upload} ${message.object} ${message.event}`;
  if (lastSent.has(key)) return true;
  lastSent.set(key, now);
  return false;
}

/** Deletes an item if the receipt is that of its newest hand-out; else nothing happens. */
export function deleteItem(ctx: QueueContext, state: QueueState, id: number, receipt: number): void {
  const item = state.items.get(id);
  // An old receipt deletes nothing: the item has been handed to somebody else since.
  if (!item || item.receipt !== receipt || receipt <= VISIBLE) return;
  forgetItem(state, id);
  state.inFlight -= 1;
  leaveGroup(ctx, state, item.upload);
  ctx.record(FACT['message.deleted'], item.upload, id, 0, 0, 0);
  const { duplicateShare } = ctx.params;
  const mayBeDuplicated = duplicateShare > 0 && item.isCopy === 0 && !ctx.prepared.isFifo;
  if (mayBeDuplicated && ctx.uniform(ctx.prepared.duplicates) < duplicateShare) {
    duplicate(ctx, state, id, item);
  }
  ctx.release(item.upload);
}

/** One of the servers that hold the message did not hear of the deletion: there it is seen again. */
function duplicate(ctx: QueueContext, state: QueueState, id: number, item: Item): void {
  ctx.keep(item.upload);
  ctx.record(FACT['message.duplicated'], item.upload, state.nextItem, id, 0, 0);
  const copy = addItem(ctx, state, item, DUPLICATE);
  copy.receiveCount = item.receiveCount;
  copy.isCopy = 1;
}

/** Lets an item out of sight be seen again now, at the end of the line: a standard queue promises no order (our choice). */
export function reappear(ctx: QueueContext, state: QueueState, id: number, item: Item): void {
  item.receipt = VISIBLE;
  state.inFlight -= 1;
  enterLine(ctx, state, id, item.upload);
  leaveGroup(ctx, state, item.upload);
  ctx.record(FACT['message.reappeared'], item.upload, id, 0, item.receiveCount, 0);
}

/** Looks at retention when the time of an item sent then is over, if it does not look sooner. */
function planLook(ctx: QueueContext, state: QueueState, sentAt: number): void {
  const at = Math.max(ctx.now(), sentAt + seconds(ctx.params.retentionSeconds));
  if (at >= state.looksAt) return;
  state.looksAt = at;
  ctx.wakeAfter(at - ctx.now(), RETENTION_ENDS, 0, 0);
}

/** Retention has been turned: looks anew. */
export function replanLook(ctx: QueueContext, state: QueueState): void {
  state.looksAt = Number.POSITIVE_INFINITY;
  const oldest = oldestItem(state);
  if (oldest !== undefined) planLook(ctx, state, oldest.sentAt);
}

/** Removes whatever has been here for longer than it may, in flight or not. */
export function expire(ctx: QueueContext, state: QueueState): void {
  if (ctx.now() !== state.looksAt) return;
  const sentBy = ctx.now() - seconds(ctx.params.retentionSeconds);
  const visible = new Map<number, number>();
  if (state.isMixed === 0) {
    for (let first = oldestItem(state); first !== undefined && first.sentAt <= sentBy; first = oldestItem(state)) {
      expireItem(ctx, state, state.firstItem, first, visible);
    }
  } else {
    for (const [id, item] of state.items) if (item.sentAt <= sentBy) expireItem(ctx, state, id, item, visible);
  }
  // All at once: one by one, each would look for its place in the line.
  leaveLines(ctx, state, visible);
  replanLook(ctx, state);
}

/** Those that can be seen are noted in `visible`, each with its upload: they are still in line. */
function expireItem(ctx: QueueContext, state: QueueState, id: number, item: Item, visible: Map<number, number>): void {
  forgetItem(state, id);
  if (item.receipt === VISIBLE) visible.set(id, item.upload);
  else if (item.receipt === DELAYED) state.delayed -= 1;
  else {
    state.inFlight -= 1;
    leaveGroup(ctx, state, item.upload);
  }
  ctx.record(FACT['message.expired'], item.upload, id, 0, item.receiveCount, 0);
  if (item.isDeadLetter === 0) ctx.release(item.upload, REASON['retention-ended']);
}
