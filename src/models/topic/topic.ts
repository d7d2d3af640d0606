/**
 * Copies what is published to every subscriber whose filter it passes. Whoever publishes is answered at once; a copy
 * that fails is delivered again, and in the end it becomes a dead letter of its subscription or is dropped.
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
  giveUpCall,
  heldByDeliveries,
  makeDelivery,
  noDeliveries,
  retryDelivery,
  subjectOf,
} from '../delivery/deliveries.ts';
import { EVENT, FACT, OBJECT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import { REASON } from '../reasons.ts';
import { topicParameters } from './params.ts';

/** Somebody who gets copies. */
interface Subscriber {
  link: number;
  /** Bits of the events and objects that it gets. */
  events: number;
  objects: number;
  /** Whether it is an HTTP endpoint, which is tried less often. */
  isHttp: boolean;
  /** Link to the queue of its dead letters; -1 for none. */
  deadLetterLink: number;
}

interface Prepared {
  subscribers: readonly Subscriber[];
  delaySeconds: (u: number) => number;
  /** Streams of chance; the second is not drawn from while the share is 0. */
  delays: number;
  duplicates: number;
}

type TopicContext = Context<Values<typeof topicParameters>, Prepared>;

export interface TopicState {
  copies: Deliveries;
}

/** No filter: everything passes. */
const ANY = -1;

/** How long an answer is waited for. Amazon SNS: 15 s for an HTTP endpoint. */
const PATIENCE = seconds(15);

/** Amazon SNS, AWS endpoints: three retries at once, two after a second, ten with pauses that grow from 1 s to 20 s. */
const PAUSES: readonly SimTime[] = [0, 0, 0, 1, 1, 1, 1.4, 1.95, 2.71, 3.79, 5.28, 7.37, 10.28, 14.34, 20].map(seconds);
/** After those, and between the tries of an HTTP endpoint, of which there are three (its default policy). */
const LONGEST_PAUSE = seconds(20);
const HTTP_RETRIES = 3;

/** Failures that no retry can mend. Amazon SNS: errors on the client's side are not retried. */
const isFinal: ReadonlySet<number> = new Set([
  REASON['execution-role-missing'],
  REASON['resource-policy-missing'],
  REASON['target-missing'],
]);

const httpKinds: readonly string[] = ['instance-group', 'load-balancer', 'gateway'];

export const topic = {
  kind: 'topic',
  parameters: topicParameters,
  prepare: (ctx): Prepared => ({
    subscribers: ctx.params.subscriptions.map(({ to, events, objects, deadLetterQueue }) => {
      const link = ctx.linkTo(to);
      return {
        link,
        events: events === undefined ? ANY : events.reduce((bits, event) => bits | (1 << EVENT[event]), 0),
        objects: objects === undefined ? ANY : objects.reduce((bits, object) => bits | (1 << OBJECT[object]), 0),
        isHttp: httpKinds.includes(ctx.kindOf(ctx.targetOf(link))),
        deadLetterLink: deadLetterQueue === undefined ? -1 : ctx.linkTo(deadLetterQueue),
      };
    }),
    delaySeconds: sampler(ctx.params.deliveryDelay),
    delays: ctx.stream('delivery delay'),
    duplicates: ctx.stream('duplicates'),
  }),
  start: (): TopicState => ({ copies: noDeliveries() }),
  receive(ctx, state, message) {
    if (message.isAnswer === 1) copyAnswered(ctx, state, message);
    else publish(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === DELIVER) {
      const copy = deliveryOf(state.copies, a, b);
      if (copy !== undefined) deliver(ctx, copy);
    } else if (wake === DELIVERY_TIMED_OUT) {
      const copy = giveUpCall(ctx, state.copies, a, b);
      if (copy !== undefined) copyFailed(ctx, state, copy, REASON['timed-out']);
    }
  },
  faults: {
    'duplicate-delivery': {
      overrides: ({ duplicateShare }, { strength }) => ({ duplicateShare: Math.max(duplicateShare, strength) }),
    },
    'slow-down': {
      overrides: ({ deliveryDelay }, { strength }) => ({ deliveryDelay: scaled(deliveryDelay, strength) }),
    },
  },
  gauges: {
    'copies-under-way': ({ copies }) => copies.all.length - copies.free.length,
  },
  holds(state, visit) {
    heldByDeliveries(state.copies, visit);
  },
} satisfies Model<typeof topicParameters, TopicState, Prepared>;

function publish(ctx: TopicContext, state: TopicState, message: Message): void {
  const { upload, event, object } = message;
  const { subscribers } = ctx.prepared;
  const receivers = subscribers.flatMap(({ events, objects }, place) =>
    (events & (1 << event)) !== 0 && (objects & (1 << object)) !== 0 ? [place] : [],
  );
  ctx.record(FACT['event.published'], upload, -1, event, receivers.length, 0);
  if (receivers.length === 0) {
    ctx.record(FACT['event.unmatched'], upload, -1, event, 0, 0);
    // Nothing will come of it here: if nothing else is done for the upload either, this is why.
    ctx.keep(upload);
    ctx.release(upload, REASON['no-subscriber']);
  }
  for (const place of receivers) {
    copyTo(ctx, state, place, message);
    const { duplicateShare } = ctx.params;
    if (duplicateShare > 0 && ctx.uniform(ctx.prepared.duplicates) < duplicateShare) copyTo(ctx, state, place, message);
  }
  ctx.answer(message);
}

function copyTo(ctx: TopicContext, state: TopicState, place: number, message: Message): void {
  const delay = seconds(ctx.prepared.delaySeconds(ctx.uniform(ctx.prepared.delays)));
  beginDelivery(ctx, state.copies, place, message, message.event, delay);
}

function deliver(ctx: TopicContext, copy: Delivery): void {
  const { link } = ctx.prepared.subscribers[copy.place] as Subscriber;
  makeDelivery(ctx, copy, { link, operation: OPERATION.deliver }, PATIENCE);
}

function copyAnswered(ctx: TopicContext, state: TopicState, message: Message): void {
  const copy = answeredDelivery(state.copies, message);
  if (message.reason === REASON.none) endDelivery(ctx, state.copies, copy);
  else copyFailed(ctx, state, copy, message.reason);
}

function copyFailed(ctx: TopicContext, state: TopicState, copy: Delivery, reason: number): void {
  const { isHttp, deadLetterLink } = ctx.prepared.subscribers[copy.place] as Subscriber;
  const retries = isHttp ? Math.min(HTTP_RETRIES, ctx.params.retries) : ctx.params.retries;
  if (copy.attempts <= retries && !isFinal.has(reason)) {
    const wait = isHttp ? LONGEST_PAUSE : (PAUSES[copy.attempts - 1] ?? LONGEST_PAUSE);
    retryDelivery(ctx, copy, wait, reason);
  } else if (deadLetterLink >= 0) sendDeadLetter(ctx, state, copy, deadLetterLink, reason);
  else dropDelivery(ctx, state.copies, copy, reason);
}

/** The queue keeps it as a dead letter, because it comes with a reason. */
function sendDeadLetter(ctx: TopicContext, state: TopicState, copy: Delivery, link: number, reason: number): void {
  const { upload, place, attempts, object, event, content } = copy;
  ctx.record(FACT['delivery.dead-lettered'], upload, subjectOf(place), attempts, 0, reason);
  const message = ctx.handOn(link, OPERATION.send, upload);
  message.object = object;
  message.event = event;
  message.content = content;
  message.reason = reason;
  endDelivery(ctx, state.copies, copy, reason);
}
