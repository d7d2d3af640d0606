/**
 * Deliveries that a component makes by itself, after it has answered: the notifications of a bucket, the copies of a
 * topic, the changes of a table. Each is made after a while, and made again if it fails, until there is no more use.
 * Pieces of plain data, in a list whose places are reused; `life` tells one user of a place from the next.
 */
import type { SimTime } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import type { Context } from '../model.ts';
import { REASON } from '../reasons.ts';

export interface Delivery {
  /** Where it stands in the list; the token of its calls. */
  index: number;
  isActive: number;
  life: number;
  /** Which of the component's targets it is for. */
  place: number;
  upload: number;
  object: number;
  event: number;
  content: number;
  /** How often it has been made, from 0. */
  attempts: number;
  /** When it came to be, µs. */
  begunAt: SimTime;
  /** The call that is under way, by place in the message pool; -1 for none. */
  call: number;
}

export interface Deliveries {
  all: Delivery[];
  free: number[];
}

export function noDeliveries(): Deliveries {
  return { all: [], free: [] };
}

/** A target, and what is asked of it. */
export interface Way {
  link: number;
  operation: number;
}

/** What deliveries need of their component. */
type DeliveringContext = Pick<
  Context<unknown, unknown>,
  'now' | 'call' | 'hangUp' | 'keep' | 'release' | 'record' | 'wakeAfter' | 'message'
>;

/** Wakes of deliveries; those of a kind that has some begin at `FIRST_OWN_WAKE`. (index, life) and (index, message id). */
export const DELIVER = 0;
export const DELIVERY_TIMED_OUT = 1;
export const FIRST_OWN_WAKE = 2;

/** Begins a delivery about what `source` is about; it is made when `delay` is over. */
export function beginDelivery(
  ctx: DeliveringContext,
  deliveries: Deliveries,
  place: number,
  source: Pick<BatchEntry, 'upload' | 'object' | 'content'>,
  event: number,
  delay: SimTime,
): Delivery {
  const delivery = takeDelivery(deliveries);
  delivery.place = place;
  delivery.upload = source.upload;
  delivery.object = source.object;
  delivery.event = event;
  delivery.content = source.content;
  delivery.begunAt = ctx.now();
  ctx.keep(delivery.upload);
  ctx.wakeAfter(delay, DELIVER, delivery.index, delivery.life);
  return delivery;
}

/** The delivery that a wake `DELIVER` is for; undefined if it is for none any more. */
export function deliveryOf(deliveries: Deliveries, index: number, life: number): Delivery | undefined {
  const delivery = deliveries.all[index];
  return delivery?.isActive === 1 && delivery.life === life ? delivery : undefined;
}

/** Makes a delivery, and waits for the answer for at most `timeout`; 0 for no limit. */
export function makeDelivery(ctx: DeliveringContext, delivery: Delivery, way: Way, timeout: SimTime): Message {
  const message = ctx.call(way.link, way.operation, delivery.upload, delivery.index, delivery.attempts);
  message.object = delivery.object;
  message.event = delivery.event;
  message.content = delivery.content;
  delivery.attempts += 1;
  delivery.call = message.slot;
  if (timeout > 0) ctx.wakeAfter(timeout, DELIVERY_TIMED_OUT, delivery.index, message.id);
  return message;
}

/** The delivery whose call is given up by a wake `DELIVERY_TIMED_OUT`; undefined if that was answered in time. */
export function giveUpCall(
  ctx: DeliveringContext,
  deliveries: Deliveries,
  index: number,
  messageId: number,
): Delivery | undefined {
  const delivery = deliveries.all[index];
  if (delivery === undefined || delivery.isActive === 0 || delivery.call < 0) return undefined;
  const message = ctx.message(delivery.call);
  if (message.id !== messageId) return undefined;
  const waited = ctx.now() - message.sentAt;
  ctx.record(FACT['request.timed-out'], delivery.upload, message.id, waited, 0, message.operation);
  ctx.hangUp(delivery.call);
  delivery.call = -1;
  return delivery;
}

/** The delivery whose call is answered. */
export function answeredDelivery(deliveries: Deliveries, message: Message): Delivery {
  const delivery = deliveries.all[message.token] as Delivery;
  delivery.call = -1;
  return delivery;
}

/** Plans to make a delivery that failed once more. `subject` is what facts call its target. */
export function retryDelivery(
  ctx: DeliveringContext,
  delivery: Delivery,
  wait: SimTime,
  reason: number,
  subject = subjectOf(delivery.place),
): void {
  const { upload, attempts, index, life } = delivery;
  ctx.record(FACT['delivery.retried'], upload, subject, attempts, ctx.now() + wait, reason);
  ctx.wakeAfter(wait, DELIVER, index, life);
}

/** Gives a delivery up; the upload is kept here no longer. */
export function dropDelivery(
  ctx: DeliveringContext,
  deliveries: Deliveries,
  delivery: Delivery,
  reason: number,
  subject = subjectOf(delivery.place),
): void {
  const { upload, attempts } = delivery;
  ctx.record(FACT['delivery.dropped'], upload, subject, attempts, 0, reason);
  endDelivery(ctx, deliveries, delivery, reason);
}

/** A delivery is over; for a reason, if it failed. */
export function endDelivery(
  ctx: DeliveringContext,
  deliveries: Deliveries,
  delivery: Delivery,
  reason: number = REASON.none,
): void {
  delivery.isActive = 0;
  delivery.life += 1;
  deliveries.free.push(delivery.index);
  ctx.release(delivery.upload, reason);
}

/** How facts name the target at a place: as the rules of a bus with their up to eight targets, of which this has one. */
export function subjectOf(place: number): number {
  return place * 8;
}

/** Visits the upload of every delivery that is not over. */
export function heldByDeliveries({ all }: Deliveries, visit: (upload: number) => void): void {
  for (const { isActive, upload } of all) if (isActive === 1 && upload >= 0) visit(upload);
}

function takeDelivery(deliveries: Deliveries): Delivery {
  const free = deliveries.free.pop();
  const index = free ?? deliveries.all.length;
  const life = free === undefined ? 0 : (deliveries.all[free] as Delivery).life;
  const delivery: Delivery = {
    index,
    isActive: 1,
    life,
    place: 0,
    upload: -1,
    object: 0,
    event: 0,
    content: 0,
    attempts: 0,
    begunAt: 0,
    call: -1,
  };
  deliveries.all[index] = delivery;
  return delivery;
}
