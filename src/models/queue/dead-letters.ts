/**
 * Dead letters: kept inside the queue, or sent to another queue that the settings name; and moved back at a rate. An
 * upload that nothing but dead letters could bring forward counts as dead-lettered until one is moved back or received.
 */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { addItem, REDRIVEN } from './items.ts';
import { hasNext, leaveGroup, messageGroupOf, takeNext, visibleCount } from './line.ts';
import { forgetItem, type Item, type QueueContext, type QueueState } from './queue-state.ts';

/** Wake: the next dead letter is moved back (number of the plan). */
export const REDRIVE = 3;

/** An item that was just taken out of the line has been received too often. */
export function deadLetter(ctx: QueueContext, state: QueueState, id: number, item: Item): void {
  const { upload, object, event, content, receiveCount, sentAt, isDeadLetter } = item;
  const reason = REASON['too-many-receives'];
  forgetItem(state, id);
  leaveGroup(ctx, state, upload);
  ctx.record(FACT['message.dead-lettered'], upload, id, 0, receiveCount, 0);
  const group = messageGroupOf(ctx, upload);
  const letter = { item: id, receipt: 0, upload, object, event, content, group, receiveCount, sentAt };
  if (ctx.prepared.deadLetterLink < 0) {
    state.deadLetters.push(letter);
    if (isDeadLetter === 0) ctx.deadLetter(upload, reason);
    planRedrive(ctx, state);
    return;
  }
  const message = move(ctx, ctx.prepared.deadLetterLink, item);
  message.reason = reason;
  message.batch = [letter];
  if (isDeadLetter === 0) ctx.release(upload, reason);
}

function move(ctx: QueueContext, link: number, item: Item): Message {
  const message = ctx.handOn(link, OPERATION.send, item.upload);
  message.object = item.object;
  message.event = item.event;
  message.content = item.content;
  return message;
}

/** Plans to move the next dead letter back, if there is one and they are to be moved. */
export function planRedrive(ctx: QueueContext, state: QueueState): void {
  const { redriveRatePerSecond } = ctx.params;
  if (redriveRatePerSecond === 0 || state.isRedriving === 1) return;
  const isAny = ctx.prepared.redriveLink < 0 ? state.deadLetters.length > 0 : hasNext(state);
  if (!isAny) return;
  state.isRedriving = 1;
  ctx.wakeAfter(seconds(1 / redriveRatePerSecond), REDRIVE, state.redrivePlan, 0);
}

/** The rate has been turned: what was planned at the old one is off. */
export function replanRedrive(ctx: QueueContext, state: QueueState): void {
  state.redrivePlan += 1;
  state.isRedriving = 0;
  planRedrive(ctx, state);
}

/** Moves the oldest dead letter back. */
export function redriveNext(ctx: QueueContext, state: QueueState, plan: number): void {
  if (plan !== state.redrivePlan) return;
  state.isRedriving = 0;
  if (ctx.prepared.redriveLink < 0) redriveInside(ctx, state);
  else if (hasNext(state)) redriveElsewhere(ctx, state);
  planRedrive(ctx, state);
}

/** It is a new message: its age begins now, and it has never been received. */
function redriveInside(ctx: QueueContext, state: QueueState): void {
  const letter = state.deadLetters.shift();
  if (letter === undefined) return;
  ctx.record(FACT['message.redriven'], letter.upload, letter.item, 0, state.deadLetters.length, 0);
  ctx.redrive(letter.upload);
  addItem(ctx, state, letter, REDRIVEN);
}

function redriveElsewhere(ctx: QueueContext, state: QueueState): void {
  const id = takeNext(ctx, state);
  const item = state.items.get(id) as Item;
  forgetItem(state, id);
  leaveGroup(ctx, state, item.upload);
  ctx.record(FACT['message.redriven'], item.upload, id, 1, visibleCount(state), 0);
  if (item.isDeadLetter === 1) ctx.redrive(item.upload);
  move(ctx, ctx.prepared.redriveLink, item);
  ctx.release(item.upload);
}
