/**
 * Keeps messages until somebody deletes them. A message that is handed out stays, out of sight, for the
 * visibility timeout; if nobody deletes it by then it is seen again. Handed out too often, it goes to the dead letters.
 */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import { queueParameters } from './params.ts';

type QueueContext = Context<Values<typeof queueParameters>, undefined>;

export interface Item {
  upload: number;
  receiveCount: number;
  /** Number of the hand-out that is out; 0 while visible. Deleting needs the newest. */
  receipt: number;
}

export interface QueueState {
  items: Map<number, Item>;
  /** Items that can be seen, in the order in which they will be handed out, from `head` on. */
  visible: number[];
  head: number;
  inFlight: number;
  deadLetters: number[];
  nextItem: number;
  nextReceipt: number;
  /** Polls that wait for a message, by place in the pool, from `pollHead` on. */
  polls: number[];
  pollHead: number;
}

/** Wakes: an item's time out of sight is over (item, receipt); a poll has waited long enough (slot, message id). */
const VISIBLE_AGAIN = 0;
const POLL_ENDS = 1;

export const queue = {
  kind: 'queue',
  parameters: queueParameters,
  prepare: () => undefined,
  start: (): QueueState => ({
    items: new Map(),
    visible: [],
    head: 0,
    inFlight: 0,
    deadLetters: [],
    nextItem: 0,
    nextReceipt: 1,
    polls: [],
    pollHead: 0,
  }),
  receive(ctx, state, message) {
    if (message.operation === OPERATION.receive) poll(ctx, state, message);
    else if (message.operation === OPERATION.delete) deleteItem(ctx, state, message);
    else send(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === VISIBLE_AGAIN) reappear(ctx, state, a, b);
    else endPoll(ctx, state, a, b);
  },
  gauges: {
    visible: (state) => visibleCount(state),
    'visible-and-in-flight': (state) => visibleCount(state) + state.inFlight,
  },
  holds(state, visit) {
    for (const item of state.items.values()) visit(item.upload);
  },
} satisfies Model<typeof queueParameters, QueueState, undefined>;

function visibleCount(state: QueueState): number {
  return state.visible.length - state.head;
}

function send(ctx: QueueContext, state: QueueState, message: Message): void {
  const id = state.nextItem;
  state.nextItem += 1;
  state.items.set(id, { upload: message.upload, receiveCount: 0, receipt: 0 });
  ctx.keep(message.upload);
  state.visible.push(id);
  ctx.record(FACT['message.queued'], message.upload, id, 0, visibleCount(state), 0);
  ctx.answer(message);
  serveWaitingPolls(ctx, state);
}

function poll(ctx: QueueContext, state: QueueState, message: Message): void {
  // Nobody is there any more to take a message: none is handed out.
  if (message.isHungUp === 0 && handOut(ctx, state, message)) return;
  if (message.isHungUp === 1 || ctx.params.receiveWaitSeconds === 0) return answerEmpty(ctx, message);
  state.polls.push(message.slot);
  ctx.wakeAfter(seconds(ctx.params.receiveWaitSeconds), POLL_ENDS, message.slot, message.id);
}

/** Gives the next visible item to a poll; false if there is none. Items received too often go to the dead letters. */
function handOut(ctx: QueueContext, state: QueueState, message: Message): boolean {
  while (visibleCount(state) > 0) {
    const id = takeVisible(state);
    const item = state.items.get(id) as Item;
    if (item.receiveCount >= ctx.params.maxReceiveCount) {
      deadLetter(ctx, state, id, item);
      continue;
    }
    const receipt = state.nextReceipt;
    state.nextReceipt += 1;
    item.receiveCount += 1;
    item.receipt = receipt;
    state.inFlight += 1;
    const timeout = seconds(ctx.params.visibilityTimeoutSeconds);
    ctx.wakeAfter(timeout, VISIBLE_AGAIN, id, receipt);
    ctx.record(FACT['message.received'], item.upload, id, ctx.now() + timeout, item.receiveCount, 0);
    ctx.record(FACT['queue.polled'], -1, message.id, 0, 1, 0);
    ctx.carry(message, item.upload);
    message.item = id;
    message.receipt = receipt;
    ctx.answer(message);
    return true;
  }
  return false;
}

function takeVisible(state: QueueState): number {
  const id = state.visible[state.head] as number;
  state.head += 1;
  if (state.head > 64 && state.head * 2 > state.visible.length) {
    state.visible = state.visible.slice(state.head);
    state.head = 0;
  }
  return id;
}

function deadLetter(ctx: QueueContext, state: QueueState, id: number, item: Item): void {
  state.items.delete(id);
  state.deadLetters.push(item.upload);
  ctx.record(FACT['message.dead-lettered'], item.upload, id, 0, item.receiveCount, 0);
  ctx.deadLetter(item.upload, REASON['too-many-receives']);
}

function deleteItem(ctx: QueueContext, state: QueueState, message: Message): void {
  const item = state.items.get(message.item);
  // An old receipt deletes nothing: the item has been handed to somebody else since.
  if (item && item.receipt === message.receipt) {
    state.items.delete(message.item);
    state.inFlight -= 1;
    ctx.record(FACT['message.deleted'], item.upload, message.item, 0, 0, 0);
    ctx.release(item.upload);
  }
  ctx.answer(message);
}

function reappear(ctx: QueueContext, state: QueueState, id: number, receipt: number): void {
  const item = state.items.get(id);
  if (!item || item.receipt !== receipt) return;
  item.receipt = 0;
  state.inFlight -= 1;
  // To the end of the line: a standard queue promises no order (our choice where it goes).
  state.visible.push(id);
  ctx.record(FACT['message.reappeared'], item.upload, id, 0, item.receiveCount, 0);
  serveWaitingPolls(ctx, state);
}

function serveWaitingPolls(ctx: QueueContext, state: QueueState): void {
  while (visibleCount(state) > 0) {
    const message = nextWaitingPoll(ctx, state);
    if (!message) return;
    if (!handOut(ctx, state, message)) {
      state.pollHead -= 1; // everything visible went to the dead letters: the poll goes on waiting
      return;
    }
  }
}

/** The poll that has waited longest and still has somebody at the other end. Those hung up are answered to nobody. */
function nextWaitingPoll(ctx: QueueContext, state: QueueState): Message | undefined {
  while (state.pollHead < state.polls.length) {
    const slot = state.polls[state.pollHead] as number;
    state.pollHead += 1;
    if (state.pollHead > 64 && state.pollHead * 2 > state.polls.length) {
      state.polls = state.polls.slice(state.pollHead - 1);
      state.pollHead = 1;
    }
    const message = ctx.message(slot);
    if (message.isHungUp === 0) return message;
    answerEmpty(ctx, message);
  }
  return undefined;
}

function endPoll(ctx: QueueContext, state: QueueState, slot: number, messageId: number): void {
  const message = ctx.message(slot);
  if (message.id !== messageId || message.isAnswer === 1 || message.caller === -1) return;
  const at = state.polls.indexOf(slot, state.pollHead);
  if (at === -1) return;
  state.polls.splice(at, 1);
  answerEmpty(ctx, message);
}

function answerEmpty(ctx: QueueContext, message: Message): void {
  ctx.record(FACT['queue.polled'], -1, message.id, 0, 0, 0);
  ctx.answer(message);
}
