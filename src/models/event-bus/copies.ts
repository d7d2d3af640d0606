/**
 * The copies that a bus makes for the targets of its rules. Each goes its own way: it is delivered after a while of its
 * own, and tried again by itself if that fails, so that one target that fails holds up no other.
 */
import { MICROSECONDS_PER_SECOND, type SimTime, seconds } from '../../engine/time.ts';
import {
  answeredDelivery,
  beginDelivery,
  DELIVER,
  type Delivery,
  dropDelivery,
  endDelivery,
  FIRST_OWN_WAKE,
  makeDelivery,
  retryDelivery,
} from '../delivery/deliveries.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import type { BusContext, BusState, PreparedRule, Target } from './bus-state.ts';
import { type BusEvent, envelopeOf } from './envelope.ts';

/** Wake, after those of deliveries: the turn of a copy has come that had to wait for it (index, life). */
export const SEND_OFF = FIRST_OWN_WAKE;

/** No retry mends these: straight to the dead letters, or dropped. */
const isFinal: ReadonlySet<number> = new Set([
  REASON['execution-role-missing'],
  REASON['resource-policy-missing'],
  REASON['target-missing'],
]);

/** Copies an event to the targets of a rule. `envelope` is worked out only where it is needed. */
export function copyToTargets(
  ctx: BusContext,
  state: BusState,
  number: number,
  event: BusEvent,
  envelope: () => JsonObject,
): void {
  const rule = ctx.prepared.rules[number] as PreparedRule;
  const first = state.firstTargets[number] as number;
  const { duplicateShare } = ctx.params;
  rule.targets.forEach(({ input, constant }, place) => {
    const made = constant >= 0 || input === null ? undefined : input(envelope(), rule.name);
    const content = constant >= 0 ? constant : input === null ? event.content : ctx.content(made ?? null);
    beginCopy(ctx, state, first + place, event, content);
    if (duplicateShare === 0 || ctx.uniform(ctx.prepared.duplicates) >= duplicateShare) return;
    beginCopy(ctx, state, first + place, event, content);
  });
}

/** The envelope of an event, worked out once and only if somebody asks. */
export function lazyEnvelope(ctx: BusContext, event: BusEvent, replay: string | null): () => JsonObject {
  let envelope: JsonObject | undefined;
  return () => {
    envelope ??= envelopeOf(ctx, event, ctx.prepared.beganAt, replay);
    return envelope;
  };
}

function beginCopy(ctx: BusContext, state: BusState, place: number, event: BusEvent, content: number): void {
  const { latencySeconds, latencies } = ctx.prepared;
  const wait = seconds(latencySeconds(ctx.uniform(latencies)));
  beginDelivery(ctx, state.copies, place, event, event.event, wait).content = content;
}

/** The time of a copy has come. Beyond what the bus delivers in a second, copies wait for their turn. */
export function copyDue(ctx: BusContext, state: BusState, copy: Delivery): void {
  if (copy.attempts > 0 && ctx.now() >= latestTry(ctx, state, copy)) {
    giveUp(ctx, state, copy, REASON['too-old']);
    return;
  }
  const second = Math.floor(ctx.now() / MICROSECONDS_PER_SECOND);
  if (state.second < second) {
    state.second = second;
    state.sentInSecond = 0;
  }
  if (state.sentInSecond >= ctx.params.deliveriesPerSecond) {
    state.second += 1;
    state.sentInSecond = 0;
  }
  state.sentInSecond += 1;
  if (state.second === second) sendOff(ctx, state, copy);
  else ctx.wakeAfter(state.second * MICROSECONDS_PER_SECOND - ctx.now(), SEND_OFF, copy.index, copy.life);
}

export function sendOff(ctx: BusContext, state: BusState, copy: Delivery): void {
  const { link } = targetOf(state, copy);
  if (link >= 0) {
    const patience = seconds(ctx.params.targetTimeoutSeconds);
    makeDelivery(ctx, copy, { link, operation: OPERATION.deliver }, patience);
    return;
  }
  copy.attempts += 1;
  copyFailed(ctx, state, copy, REASON['target-missing']);
}

export function copyAnswered(ctx: BusContext, state: BusState, message: Message): void {
  const copy = answeredDelivery(state.copies, message);
  if (message.reason === REASON.none) endDelivery(ctx, state.copies, copy);
  else copyFailed(ctx, state, copy, message.reason);
}

export function copyFailed(ctx: BusContext, state: BusState, copy: Delivery, reason: number): void {
  const target = targetOf(state, copy);
  const retries = target.maximumRetries < 0 ? ctx.params.maximumRetries : target.maximumRetries;
  if (isFinal.has(reason)) {
    giveUp(ctx, state, copy, reason);
    return;
  }
  if (copy.attempts > retries) {
    giveUp(ctx, state, copy, REASON['retries-exhausted']);
    return;
  }
  const left = latestTry(ctx, state, copy) - ctx.now();
  const wait = pauseAfter(ctx, copy.attempts);
  if (wait < left) retryDelivery(ctx, copy, wait, reason, target.subject);
  else ctx.wakeAfter(Math.max(0, left), DELIVER, copy.index, copy.life);
}

/** From this moment on it is too old to be tried again. */
function latestTry(ctx: BusContext, state: BusState, copy: Delivery): SimTime {
  const { maximumAge } = targetOf(state, copy);
  return copy.begunAt + (maximumAge < 0 ? seconds(ctx.params.maximumAgeSeconds) : maximumAge);
}

/** Exponential back-off with full jitter: anything from 0 to the base, doubled for each try after the first, capped. */
function pauseAfter(ctx: BusContext, attempts: number): SimTime {
  const { retryBaseSeconds, retryCapSeconds } = ctx.params;
  let longest = retryBaseSeconds;
  for (let attempt = 1; attempt < attempts && longest < retryCapSeconds; attempt += 1) longest *= 2;
  return seconds(Math.min(longest, retryCapSeconds) * ctx.uniform(ctx.prepared.backoff));
}

function giveUp(ctx: BusContext, state: BusState, copy: Delivery, reason: number): void {
  const { subject, deadLetterLink } = targetOf(state, copy);
  if (deadLetterLink < 0) {
    dropDelivery(ctx, state.copies, copy, reason, subject);
    return;
  }
  ctx.record(FACT['delivery.dead-lettered'], copy.upload, subject, copy.attempts, 0, reason);
  const message = ctx.handOn(deadLetterLink, OPERATION.send, copy.upload);
  message.object = copy.object;
  message.event = copy.event;
  message.content = copy.content;
  // A queue keeps what comes with a reason as a dead letter.
  message.reason = reason;
  endDelivery(ctx, state.copies, copy, reason);
}

function targetOf(state: BusState, { place }: Delivery): Target {
  return state.targets[place] as Target;
}
