/**
 * Keeps objects, hands them out again, and tells others of what was put. An object that is put once more takes the place
 * of the earlier one. What is not there cannot be fetched; too many requests a second are refused.
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
import { EVENT, FACT, OBJECT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import { lowerLimits, writeRefusal } from '../store-faults.ts';
import { bucketParameters } from './params.ts';

/** One of those who are told of new objects. */
interface Told {
  link: number;
  /** Bits of the objects that it is told of. */
  objects: number;
}

interface Prepared {
  latencySeconds: (u: number) => number;
  stream: number;
  told: readonly Told[];
  delaySeconds: (u: number) => number;
  /** Streams of chance for notifications; the second is not drawn from while the share is 0. */
  delays: number;
  duplicates: number;
}

type BucketContext = Context<Values<typeof bucketParameters>, Prepared>;

export interface BucketState {
  /** Objects that are kept, and their size. What belongs to no upload is never the same twice. */
  objects: number;
  megabytes: number;
  /** Bits of the objects of each upload, by its number; as long as needed so far. */
  present: Uint8Array;
  writes: TokenBucket;
  reads: TokenBucket;
  /** How many faults let it refuse all writes. */
  writeRefusals: number;
  notifications: Deliveries;
}

const DONE = FIRST_OWN_WAKE;

/** All objects; a notification that names none is of any. */
const ANY = -1;

/** Longest pause between two tries of a notification. Our choice. */
const LONGEST_PAUSE = seconds(300);

/** How long an answer to a notification is waited for. Our choice; Amazon publishes none. */
const PATIENCE = seconds(60);

export const bucket = {
  kind: 'bucket',
  parameters: bucketParameters,
  prepare: (ctx): Prepared => ({
    latencySeconds: sampler(ctx.params.latency),
    stream: ctx.stream('latency'),
    told: ctx.params.notifications.map(({ to, objects }) => ({
      link: ctx.linkTo(to),
      objects: objects === undefined ? ANY : objects.reduce((bits, object) => bits | (1 << OBJECT[object]), 0),
    })),
    delaySeconds: sampler(ctx.params.notificationDelay),
    delays: ctx.stream('notification delay'),
    duplicates: ctx.stream('duplicate notifications'),
  }),
  start: (ctx): BucketState => ({
    objects: 0,
    megabytes: 0,
    present: new Uint8Array(256),
    writes: tokenBucket(ctx.params.writeLimitPerSecond),
    reads: tokenBucket(ctx.params.readLimitPerSecond),
    writeRefusals: 0,
    notifications: noDeliveries(),
  }),
  receive(ctx, state, message) {
    if (message.isAnswer === 1) notificationAnswered(ctx, state, message);
    else if (state.writeRefusals > 0 && message.operation !== OPERATION.get) {
      refuse(ctx, message, REASON['write-refused']);
    } else if (mayPass(ctx, state, message)) {
      const { latencySeconds, stream } = ctx.prepared;
      ctx.wakeAfter(seconds(latencySeconds(ctx.uniform(stream))), DONE, message.slot, 0);
    } else refuse(ctx, message, REASON.throttled);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === DONE) {
      const message = ctx.message(a);
      if (message.operation === OPERATION.get) fetch(ctx, state, message);
      else store(ctx, state, message);
    } else if (wake === DELIVER) {
      const notification = deliveryOf(state.notifications, a, b);
      if (notification !== undefined) notify(ctx, notification);
    } else if (wake === DELIVERY_TIMED_OUT) {
      const notification = giveUpCall(ctx, state.notifications, a, b);
      if (notification !== undefined) notificationFailed(ctx, state, notification, REASON['timed-out']);
    }
  },
  faults: {
    'write-refusal': writeRefusal,
    throttling: lowerLimits,
    'slow-down': { overrides: ({ latency }, { strength }) => ({ latency: scaled(latency, strength) }) },
    'duplicate-delivery': {
      overrides: ({ notificationDuplicateShare }, { strength }) => ({
        notificationDuplicateShare: Math.max(notificationDuplicateShare, strength),
      }),
    },
  },
  gauges: {
    objects: ({ objects }) => objects,
    megabytes: ({ megabytes }) => megabytes,
  },
  holds(state, visit) {
    heldByDeliveries(state.notifications, visit);
  },
} satisfies Model<typeof bucketParameters, BucketState, Prepared>;

function refuse(ctx: BucketContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

function mayPass(ctx: BucketContext, state: BucketState, message: Message): boolean {
  const { readLimitPerSecond, writeLimitPerSecond } = ctx.params;
  return message.operation === OPERATION.get
    ? takeToken(state.reads, readLimitPerSecond, ctx.now())
    : takeToken(state.writes, writeLimitPerSecond, ctx.now());
}

function fetch(ctx: BucketContext, state: BucketState, message: Message): void {
  const { upload, megabytes, object, id } = message;
  if (upload >= 0 && !isPresent(state, upload, object)) {
    ctx.record(FACT['request.refused'], upload, id, 0, 0, REASON['object-missing']);
    ctx.answer(message, REASON['object-missing']);
    return;
  }
  ctx.record(FACT['object.fetched'], upload, -1, megabytes, 0, object);
  ctx.answer(message);
}

function store(ctx: BucketContext, state: BucketState, message: Message): void {
  const { upload, megabytes, object } = message;
  const isInPlaceOfAnother = upload >= 0 && isPresent(state, upload, object);
  if (!isInPlaceOfAnother) {
    state.objects += 1;
    state.megabytes += megabytes;
    if (upload >= 0) setPresent(state, upload, object);
  }
  ctx.record(FACT['object.stored'], upload, -1, megabytes, isInPlaceOfAnother ? 1 : 0, object);
  const { told } = ctx.prepared;
  for (let place = 0; place < told.length; place += 1) {
    if (((told[place] as Told).objects & (1 << object)) === 0) continue;
    announce(ctx, state, place, message);
    const { notificationDuplicateShare } = ctx.params;
    if (notificationDuplicateShare > 0 && ctx.uniform(ctx.prepared.duplicates) < notificationDuplicateShare) {
      announce(ctx, state, place, message);
    }
  }
  ctx.answer(message);
}

function isPresent({ present }: BucketState, upload: number, object: number): boolean {
  return upload < present.length && ((present[upload] as number) & (1 << object)) !== 0;
}

function setPresent(state: BucketState, upload: number, object: number): void {
  if (upload >= state.present.length) {
    const larger = new Uint8Array(Math.max(upload + 1, state.present.length * 2));
    larger.set(state.present);
    state.present = larger;
  }
  state.present[upload] = (state.present[upload] as number) | (1 << object);
}

// Notifications

function announce(ctx: BucketContext, state: BucketState, place: number, message: Message): void {
  const delay = seconds(ctx.prepared.delaySeconds(ctx.uniform(ctx.prepared.delays)));
  beginDelivery(ctx, state.notifications, place, message, EVENT['object-created'], delay);
}

function notify(ctx: BucketContext, notification: Delivery): void {
  const { link } = ctx.prepared.told[notification.place] as Told;
  const message = makeDelivery(ctx, notification, { link, operation: OPERATION.deliver }, PATIENCE);
  ctx.record(FACT['notification.sent'], message.upload, message.id, message.event, 0, message.object);
}

function notificationAnswered(ctx: BucketContext, state: BucketState, message: Message): void {
  const notification = answeredDelivery(state.notifications, message);
  if (message.reason === REASON.none) endDelivery(ctx, state.notifications, notification);
  else notificationFailed(ctx, state, notification, message.reason);
}

function notificationFailed(ctx: BucketContext, state: BucketState, notification: Delivery, reason: number): void {
  const wait = pauseAfter(notification.attempts, seconds(ctx.params.notificationRetryBaseSeconds));
  const giveUpAt = notification.begunAt + seconds(ctx.params.notificationRetryForSeconds);
  if (ctx.now() + wait <= giveUpAt) retryDelivery(ctx, notification, wait, reason);
  else dropDelivery(ctx, state.notifications, notification, reason);
}

/** The pause after so many tries: the first one, doubled for each try after the first. */
function pauseAfter(attempts: number, first: SimTime): SimTime {
  let pause = first;
  for (let attempt = 1; attempt < attempts && pause < LONGEST_PAUSE; attempt += 1) pause *= 2;
  return Math.min(pause, Math.max(first, LONGEST_PAUSE));
}
