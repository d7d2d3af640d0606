/**
 * Keeps messages until somebody deletes them. A message that is handed out stays, out of sight, for the
 * visibility timeout; if nobody deletes it by then it is seen again. Handed out too often, it goes to the dead letters.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import type { Model } from '../model.ts';
import { REASON } from '../reasons.ts';
import { deadLetter, planRedrive, REDRIVE, redriveNext, replanRedrive } from './dead-letters.ts';
import {
  addDelayed,
  addItem,
  DEAD_LETTER,
  DELAY_ENDS,
  deleteItem,
  endDelay,
  expire,
  isRepeated,
  REDRIVEN,
  RETENTION_ENDS,
  reappear,
  replanLook,
  SENT,
  setAge,
  VISIBLE_AGAIN,
} from './items.ts';
import { endHandOut, hasNext, messageGroupOf, takeNext, visibleCount } from './line.ts';
import { queueParameters } from './params.ts';
import {
  type Item,
  oldestItem,
  type Prepared,
  type QueueContext,
  type QueueState,
  queueState,
  VISIBLE,
} from './queue-state.ts';

/** Wake, after those of items and dead letters: a poll has waited long enough (slot, message id). */
const POLL_ENDS = 4;

/**
 * Most messages in one answer. A poll of Amazon SQS gets at most 10; a function's mapping, which may ask for up to 10,000,
 * asks once here for what would take it several polls.
 */
const MOST_MESSAGES = 10_000;

export const queue = {
  kind: 'queue',
  parameters: queueParameters,
  prepare(ctx): Prepared {
    const { type, deadLetterQueue, redriveTo } = ctx.params;
    return {
      isFifo: type === 'fifo',
      deadLetterLink: deadLetterQueue === null ? -1 : ctx.linkTo(deadLetterQueue),
      redriveLink: redriveTo === null ? -1 : ctx.linkTo(redriveTo),
      order: ctx.stream('order'),
      duplicates: ctx.stream('duplicates'),
      shortPolls: ctx.stream('short polls'),
    };
  },
  start: queueState,
  receive(ctx, state, message) {
    switch (message.operation) {
      case OPERATION.receive:
        poll(ctx, state, message);
        break;
      case OPERATION.delete:
        takeDeletion(ctx, state, message);
        break;
      case OPERATION.extend:
        extend(ctx, state, message);
        break;
      default:
        send(ctx, state, message);
    }
  },
  wake(ctx, state, wake, a, b) {
    switch (wake) {
      case VISIBLE_AGAIN:
        endHiding(ctx, state, a, b);
        break;
      case POLL_ENDS:
        endPoll(ctx, state, a, b);
        return;
      case DELAY_ENDS:
        endDelay(ctx, state, a);
        break;
      case RETENTION_ENDS:
        expire(ctx, state);
        break;
      case REDRIVE:
        redriveNext(ctx, state, a);
    }
    moreMayBeHandedOut(ctx, state);
  },
  turned(ctx, state, parameter) {
    if (parameter === 'retentionSeconds') replanLook(ctx, state);
    if (parameter === 'redriveRatePerSecond') replanRedrive(ctx, state);
    if (parameter === 'inFlightLimit') moreMayBeHandedOut(ctx, state);
  },
  faults: {
    'duplicate-delivery': {
      overrides: ({ duplicateShare }, { strength }) => ({ duplicateShare: Math.max(duplicateShare, strength) }),
    },
    'short-visibility': { overrides: (_, { strength }) => ({ visibilityTimeoutSeconds: strength }) },
  },
  gauges: {
    visible: (state) => visibleCount(state),
    'visible-and-in-flight': (state) => visibleCount(state) + state.inFlight,
    'in-flight': ({ inFlight }) => inFlight,
    delayed: ({ delayed }) => delayed,
    'dead-letters': ({ deadLetters }) => deadLetters.length,
    /** When the oldest message was sent, µs; -1 if there is none. Its age is how long ago that is. */
    'oldest-sent-at': (state) => oldestItem(state)?.sentAt ?? -1,
  },
  holds(state, visit) {
    for (const { upload, isDeadLetter } of state.items.values()) if (upload >= 0 && isDeadLetter === 0) visit(upload);
  },
} satisfies Model<typeof queueParameters, QueueState, Prepared>;

// Sending

function send(ctx: QueueContext, state: QueueState, message: Message): void {
  const { upload, reason } = message;
  const isMoved = ctx.kindOf(message.caller) === 'queue';
  if (reason !== REASON.none) takeDeadLetter(ctx, state, message, isMoved);
  else if (ctx.prepared.isFifo && !isMoved && isRepeated(ctx, state, message)) {
    ctx.record(FACT['message.deduplicated'], upload, message.id, 0, 0, 0);
  } else {
    ctx.keep(upload);
    if (isMoved) addItem(ctx, state, message, REDRIVEN);
    else if (ctx.params.delaySeconds > 0) addDelayed(ctx, state, message);
    else addItem(ctx, state, message, SENT);
  }
  ctx.answer(message);
  moreMayBeHandedOut(ctx, state);
}

/** What comes as a dead letter lies here as one: nobody works on it, unless it is received here or moved back. */
function takeDeadLetter(ctx: QueueContext, state: QueueState, message: Message, isMoved: boolean): void {
  ctx.keep(message.upload);
  ctx.deadLetter(message.upload, message.reason);
  const item = addItem(ctx, state, message, DEAD_LETTER);
  item.isDeadLetter = 1;
  const letter = message.batch[0];
  // Amazon SQS: the dead letter of a standard queue keeps the time at which it was sent, that of a FIFO queue does not.
  if (isMoved && letter !== undefined && !ctx.prepared.isFifo) setAge(ctx, state, item, letter.sentAt);
}

// Receiving

function poll(ctx: QueueContext, state: QueueState, message: Message): void {
  // Nobody is there any more to take a message: none is handed out.
  if (message.isHungUp === 1) return answerEmpty(ctx, message, REASON.none);
  const waitSeconds = message.waitSeconds < 0 ? ctx.params.receiveWaitSeconds : message.waitSeconds;
  const isShort = waitSeconds === 0;
  if (isShort && (isMissed(ctx, state) || isOverLimit(ctx, state))) {
    // Amazon SQS: a standard queue says that it is over its limit, a FIFO queue is silent about it.
    const isTold = isOverLimit(ctx, state) && !ctx.prepared.isFifo;
    return answerEmpty(ctx, message, isTold ? REASON['in-flight-limit'] : REASON.none);
  }
  if (handOut(ctx, state, message)) return;
  if (isShort) return answerEmpty(ctx, message, REASON.none);
  state.polls.push(message.slot);
  ctx.wakeAfter(seconds(waitSeconds), POLL_ENDS, message.slot, message.id);
}

/** Short polling asks only some of the servers: it may miss what the others hold. */
function isMissed(ctx: QueueContext, state: QueueState): boolean {
  const { emptyShortPollShare } = ctx.params;
  if (emptyShortPollShare === 0 || !hasNext(state)) return false;
  return ctx.uniform(ctx.prepared.shortPolls) < emptyShortPollShare;
}

function isOverLimit(ctx: QueueContext, state: QueueState): boolean {
  return state.inFlight >= ctx.params.inFlightLimit;
}

/** Answers a poll with as many messages as it wants and as there are; false, without an answer, if there is none. */
function handOut(ctx: QueueContext, state: QueueState, message: Message): boolean {
  if (message.most === 1) return handOutOne(ctx, state, message);
  const batch: BatchEntry[] = [];
  const most = Math.min(message.most, MOST_MESSAGES);
  const timeout = seconds(ctx.params.visibilityTimeoutSeconds);
  while (batch.length < most) {
    const id = nextToHandOut(ctx, state);
    if (id < 0) break;
    const item = hide(ctx, state, id, timeout);
    const { upload, object, event, content, receiveCount, receipt, sentAt } = item;
    const group = messageGroupOf(ctx, upload);
    batch.push({ item: id, receipt, upload, object, event, content, group, receiveCount, sentAt });
  }
  const first = batch[0];
  if (first === undefined) return false;
  endHandOut(state);
  ctx.record(FACT['queue.polled'], -1, message.id, 0, batch.length, 0);
  ctx.carry(message, first.upload);
  message.batch = batch;
  ctx.answer(message);
  return true;
}

function handOutOne(ctx: QueueContext, state: QueueState, message: Message): boolean {
  const id = nextToHandOut(ctx, state);
  if (id < 0) return false;
  const item = hide(ctx, state, id, seconds(ctx.params.visibilityTimeoutSeconds));
  endHandOut(state);
  ctx.record(FACT['queue.polled'], -1, message.id, 0, 1, 0);
  ctx.carry(message, item.upload);
  message.item = id;
  message.receipt = item.receipt;
  message.receiveCount = item.receiveCount;
  message.object = item.object;
  message.event = item.event;
  message.content = item.content;
  ctx.answer(message);
  return true;
}

/** The next item, taken out of the line; -1 if there is none. Those received too often go to the dead letters. */
function nextToHandOut(ctx: QueueContext, state: QueueState): number {
  while (hasNext(state) && !isOverLimit(ctx, state)) {
    const id = takeNext(ctx, state);
    const item = state.items.get(id) as Item;
    if (item.receiveCount < ctx.params.maxReceiveCount) return id;
    deadLetter(ctx, state, id, item);
  }
  return -1;
}

/** Hands an item out: from now on it is out of sight. */
function hide(ctx: QueueContext, state: QueueState, id: number, timeout: SimTime): Item {
  const item = state.items.get(id) as Item;
  item.receipt = state.nextReceipt;
  state.nextReceipt += 1;
  item.receiveCount += 1;
  item.visibleAt = ctx.now() + timeout;
  state.inFlight += 1;
  ctx.wakeAfter(timeout, VISIBLE_AGAIN, id, item.receipt);
  ctx.record(FACT['message.received'], item.upload, id, item.visibleAt, item.receiveCount, 0);
  if (item.isDeadLetter === 1) {
    item.isDeadLetter = 0;
    ctx.redrive(item.upload);
  }
  return item;
}

// While out of sight

function takeDeletion(ctx: QueueContext, state: QueueState, message: Message): void {
  if (message.batch.length === 0) deleteItem(ctx, state, message.item, message.receipt);
  else for (const { item, receipt } of message.batch) deleteItem(ctx, state, item, receipt);
  ctx.answer(message);
  moreMayBeHandedOut(ctx, state);
}

/** From now on the item stays out of sight for `message.most` seconds; with 0 it is seen again at once. */
function extend(ctx: QueueContext, state: QueueState, message: Message): void {
  const item = state.items.get(message.item);
  if (item && item.receipt === message.receipt && item.receipt > VISIBLE) {
    const timeout = seconds(message.most);
    item.visibleAt = ctx.now() + timeout;
    ctx.record(FACT['visibility.extended'], item.upload, message.item, item.visibleAt, 0, 0);
    ctx.wakeAfter(timeout, VISIBLE_AGAIN, message.item, message.receipt);
  }
  ctx.answer(message);
  moreMayBeHandedOut(ctx, state);
}

function endHiding(ctx: QueueContext, state: QueueState, id: number, receipt: number): void {
  const item = state.items.get(id);
  // Handed out again since, or its time has been changed: another wake comes for it.
  if (item && item.receipt === receipt && item.visibleAt === ctx.now()) reappear(ctx, state, id, item);
}

// Polls that wait

/** To be called after everything that lets an item be seen or makes room for another in flight. */
function moreMayBeHandedOut(ctx: QueueContext, state: QueueState): void {
  if (!hasNext(state)) return;
  serveWaitingPolls(ctx, state);
  if (ctx.prepared.redriveLink >= 0) planRedrive(ctx, state);
}

function serveWaitingPolls(ctx: QueueContext, state: QueueState): void {
  while (hasNext(state) && !isOverLimit(ctx, state)) {
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
    answerEmpty(ctx, message, REASON.none);
  }
  return undefined;
}

function endPoll(ctx: QueueContext, state: QueueState, slot: number, messageId: number): void {
  const message = ctx.message(slot);
  if (message.id !== messageId || message.isAnswer === 1 || message.caller === -1) return;
  const at = state.polls.indexOf(slot, state.pollHead);
  if (at === -1) return;
  state.polls.splice(at, 1);
  answerEmpty(ctx, message, REASON.none);
}

function answerEmpty(ctx: QueueContext, message: Message, reason: number): void {
  ctx.record(FACT['queue.polled'], -1, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}
