/**
 * Asynchronous invocation. An event is taken over at once and run when there is an environment; what fails is tried
 * again after a wait, at most twice, and what is too old or has failed too often is given up: told to a destination,
 * laid with the dead letters, or lost.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import {
  type FunctionContext,
  type FunctionState,
  type HeldEvent,
  type PreparedTarget,
  WAKE,
} from './function-state.ts';
import { doubled, isStopped } from './limits.ts';

/** AWS Lambda: wait before a throttled event is tried again, from 1 s, growing to 5 minutes. */
const FIRST_WAIT_IF_THROTTLED = seconds(1);
const LONGEST_WAIT_IF_THROTTLED = seconds(300);

/** Takes an event over and says so. Its number; the caller has it run. */
export function accept(ctx: FunctionContext, state: FunctionState, message: Message): number {
  const event = hold(ctx, state, message, message.id);
  ctx.answer(message);
  state.waiting += 1;
  ctx.record(FACT['invocation.queued'], event.upload, event.message, state.waiting, 0, 0);
  return event.number;
}

/** The queue behind an asynchronous call is only eventually consistent: rarely, an event is there twice. */
export function duplicate(ctx: FunctionContext, state: FunctionState, number: number): number {
  const { duplicateShare } = ctx.params;
  if (duplicateShare === 0 || ctx.uniform(ctx.prepared.streams.duplicates) >= duplicateShare) return -1;
  const original = state.events.get(number) as HeldEvent;
  const copy: HeldEvent = { ...original, number: state.nextEvent };
  state.nextEvent += 1;
  state.events.set(copy.number, copy);
  ctx.keep(copy.upload);
  state.waiting += 1;
  ctx.record(FACT['invocation.queued'], copy.upload, copy.message, state.waiting, 0, 0);
  return copy.number;
}

/** Keeps what a message or a record is about from now on. */
function hold(
  ctx: FunctionContext,
  state: FunctionState,
  source: Pick<BatchEntry, 'upload' | 'object' | 'event' | 'content'>,
  message: number,
): HeldEvent {
  const event: HeldEvent = {
    number: state.nextEvent,
    message,
    upload: source.upload,
    object: source.object,
    event: source.event,
    content: source.content,
    acceptedAt: ctx.now(),
    phase: 'waiting',
    failures: 0,
    throttles: 0,
    tries: 0,
    reason: REASON.none,
    deliveries: 0,
    isDeadLetter: 0,
  };
  state.nextEvent += 1;
  state.events.set(event.number, event);
  ctx.keep(event.upload);
  return event;
}

/** The event that may be run now; undefined if it is too old by now, and was given up. */
export function eventToRun(ctx: FunctionContext, state: FunctionState, number: number): HeldEvent | undefined {
  const event = state.events.get(number) as HeldEvent;
  if (isStopped(ctx)) {
    giveUp(ctx, state, event, REASON['concurrency-limit']);
    return undefined;
  }
  if (ctx.now() < oldestAt(ctx, event)) return event;
  giveUp(ctx, state, event, REASON['too-old']);
  return undefined;
}

/** Whether a wake is for an event as it is now. */
export function isAwaited(state: FunctionState, number: number, tries: number): boolean {
  const event = state.events.get(number);
  return event !== undefined && event.phase === 'waiting' && event.tries === tries;
}

/** It is about to be run. */
export function eventBegins(state: FunctionState, event: HeldEvent): void {
  event.phase = 'running';
  event.tries += 1;
  state.waiting -= 1;
}

/** There was no environment for it: it waits, the longer the more often that was so. When it is tried next, µs. */
export function eventThrottled(ctx: FunctionContext, state: FunctionState, event: HeldEvent): SimTime {
  event.phase = 'waiting';
  event.throttles += 1;
  state.waiting += 1;
  return planTry(ctx, event, doubled(FIRST_WAIT_IF_THROTTLED, event.throttles, LONGEST_WAIT_IF_THROTTLED));
}

/** Its run is over. */
export function eventEnded(ctx: FunctionContext, state: FunctionState, number: number, reason: number): void {
  const event = state.events.get(number) as HeldEvent;
  if (reason === REASON.none) {
    event.reason = REASON.none;
    deliver(ctx, state, event, ctx.prepared.onSuccess);
    return;
  }
  event.phase = 'waiting';
  event.failures += 1;
  event.throttles = 0;
  state.waiting += 1;
  if (event.failures > ctx.params.maximumRetries) {
    giveUp(ctx, state, event, REASON['retries-exhausted']);
    return;
  }
  const at = planTry(ctx, event, seconds(ctx.params.retryWaitSeconds) * event.failures);
  ctx.record(FACT['invocation.retried'], event.upload, event.message, event.failures, at, reason);
}

/** Tries again after a wait, or finds out then that it has become too old. When that is, µs. */
function planTry(ctx: FunctionContext, event: HeldEvent, wait: SimTime): SimTime {
  const at = Math.max(ctx.now(), Math.min(ctx.now() + wait, oldestAt(ctx, event)));
  ctx.wakeAfter(at - ctx.now(), WAKE.eventDue, event.number, event.tries);
  return at;
}

function oldestAt(ctx: FunctionContext, event: HeldEvent): SimTime {
  return event.acceptedAt + seconds(ctx.params.maximumEventAgeSeconds);
}

function giveUp(ctx: FunctionContext, state: FunctionState, event: HeldEvent, reason: number): void {
  state.waiting -= 1;
  event.reason = reason;
  const age = ctx.now() - event.acceptedAt;
  ctx.record(FACT['invocation.dropped'], event.upload, event.message, event.failures, age, reason);
  deliver(ctx, state, event, ctx.prepared.onFailure);
}

/** Gives up a record of a stream: told to the destination of its mapping, if it has one, or gone. */
export function giveUpRecord(
  ctx: FunctionContext,
  state: FunctionState,
  entry: BatchEntry,
  failures: number,
  reason: number,
  target: number,
): void {
  const event = hold(ctx, state, entry, -1);
  event.reason = reason;
  ctx.record(FACT['invocation.dropped'], entry.upload, -1, failures, ctx.now() - entry.sentAt, reason);
  deliver(ctx, state, event, target < 0 ? [] : [target]);
}

// Delivery

/** Tells how it came out wherever that is wanted; after the last answer the event is gone. */
function deliver(ctx: FunctionContext, state: FunctionState, event: HeldEvent, targets: readonly number[]): void {
  event.phase = 'delivering';
  for (const place of targets) {
    const target = ctx.prepared.targets[place] as PreparedTarget;
    if (target.isAllowed) send(ctx, event, target);
  }
  if (event.deliveries === 0) forget(ctx, state, event);
}

/** Tokens of deliveries are below 0; those of the calls of jobs are not. */
function send(ctx: FunctionContext, event: HeldEvent, target: PreparedTarget): void {
  event.deliveries += 1;
  const message = ctx.call(target.link, target.operation, event.upload, -1 - event.number);
  message.object = event.object;
  message.event = target.event === 0 ? event.event : target.event;
  message.content = target.isTold ? contentOfResult(ctx, event) : event.content;
  // The master is what everything is about; what lies in a bucket because of a failure is a note of it.
  if (target.operation === OPERATION.put) message.megabytes = 0;
  if (target.keepsDeadLetters && target.operation === OPERATION.send) message.reason = event.reason;
}

/** What a destination is told: how the run came out, and what was asked for. */
function contentOfResult(ctx: FunctionContext, event: HeldEvent): number {
  const condition =
    event.reason === REASON.none
      ? 'Success'
      : event.reason === REASON['too-old']
        ? 'EventAgeExceeded'
        : 'RetriesExhausted';
  return ctx.content({ condition, requestPayload: ctx.contentOf(event.content) });
}

export function delivered(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const event = state.events.get(-1 - message.token) as HeldEvent;
  event.deliveries -= 1;
  const target = ctx.prepared.targets.find(({ link }) => link === message.link);
  if (message.reason === REASON.none && target?.keepsDeadLetters === true && event.reason !== REASON.none) {
    event.isDeadLetter = 1;
  }
  if (event.deliveries === 0) forget(ctx, state, event);
}

function forget(ctx: FunctionContext, state: FunctionState, event: HeldEvent): void {
  state.events.delete(event.number);
  if (event.isDeadLetter === 1) ctx.deadLetter(event.upload, event.reason);
  else ctx.release(event.upload, event.reason);
}
