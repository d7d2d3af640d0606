/**
 * Requests that were passed on and wait for the answer: what load balancers and gateways have in common. The request of
 * the caller stays where it is until it is answered, so it keeps its upload by itself.
 */
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Context } from '../model.ts';
import { REASON } from '../reasons.ts';

export interface Proxied {
  /** Where it stands in the list; the token of the request that was passed on. */
  place: number;
  isOpen: number;
  /** The request of the caller, and the one that was passed on, by place in the message pool. */
  request: number;
  call: number;
  /** Place of the target that was chosen; -1 where there is no choice. */
  target: number;
}

/** Plain data; places are reused. */
export interface ProxiedList {
  all: Proxied[];
  free: number[];
}

type AnyContext = Context<unknown, unknown>;

export function noProxied(): ProxiedList {
  return { all: [], free: [] };
}

/** How many wait for an answer. */
export function openCount(list: ProxiedList): number {
  return list.all.length - list.free.length;
}

/** A caller that is gone before its request was passed on: nothing is passed on. True if that was so. */
export function turnAwayIfGone(ctx: AnyContext, request: Message): boolean {
  if (request.isHungUp === 0) return false;
  tellGone(ctx, request);
  ctx.answer(request, REASON.none);
  return true;
}

/** The proxy itself refuses a request: nothing is passed on. */
export function refuseRequest(ctx: AnyContext, request: Message, reason: number): void {
  ctx.record(FACT['request.refused'], request.upload, request.id, 0, 0, reason);
  ctx.answer(request, reason);
}

/**
 * Passes a request on along a link, with all that it carries; `instance` is the one that was chosen (-1: any). One that
 * was handed on is passed on as a request all the same: the proxy waits for the end of it.
 */
export function passOn(
  ctx: AnyContext,
  list: ProxiedList,
  link: number,
  operation: number,
  request: Message,
  target: number,
  instance: number,
  failsOpen: number,
): Proxied {
  const proxied = takeProxied(list);
  const { upload } = request;
  const call = ctx.call(link, operation, upload, proxied.place, request.attempt);
  call.object = request.object;
  call.megabytes = request.megabytes;
  call.event = request.event;
  call.content = request.content;
  call.target = instance;
  proxied.request = request.slot;
  proxied.call = call.slot;
  proxied.target = target;
  ctx.record(FACT['request.routed'], upload, call.id, instance, link, failsOpen);
  return proxied;
}

/** Wakes the proxy after so many seconds, with the place of what was passed on and the number of its message. */
export function watch(ctx: AnyContext, proxied: Proxied, afterSeconds: number, wake: number): void {
  ctx.wakeAfter(seconds(afterSeconds), wake, proxied.place, ctx.message(proxied.call).id);
}

/** What a wake set by `watch` is about; undefined if the answer has come since. */
export function stillOpen(ctx: AnyContext, list: ProxiedList, place: number, messageId: number): Proxied | undefined {
  const proxied = list.all[place] as Proxied;
  return proxied.isOpen === 1 && ctx.message(proxied.call).id === messageId ? proxied : undefined;
}

/** The answer has come: the caller gets it, with the reason that the proxy makes of it. */
export function answerBack(ctx: AnyContext, list: ProxiedList, proxied: Proxied, reason: number): void {
  const request = ctx.message(proxied.request);
  freeProxied(list, proxied);
  if (request.isHungUp === 1) tellGone(ctx, request);
  ctx.answer(request, reason);
}

/** The proxy waits no longer for the answer, and tells the caller why. */
export function giveUp(ctx: AnyContext, list: ProxiedList, proxied: Proxied, reason: number): void {
  ctx.hangUp(proxied.call);
  answerBack(ctx, list, proxied, reason);
}

/** Gives up because the answer takes too long: 504. */
export function giveUpLate(ctx: AnyContext, list: ProxiedList, proxied: Proxied): void {
  const { id, upload, sentAt, operation } = ctx.message(proxied.call);
  ctx.record(FACT['request.timed-out'], upload, id, ctx.now() - sentAt, 0, operation);
  giveUp(ctx, list, proxied, REASON['gateway-time-out']);
}

/** Whether the connection to whoever stands behind failed; everything else is what that one itself says. */
export function isConnectionBroken(reason: number): boolean {
  return (
    reason === REASON['connection-refused'] || reason === REASON['connection-reset'] || reason === REASON['link-cut']
  );
}

function tellGone(ctx: AnyContext, { upload, id }: Message): void {
  ctx.record(FACT['client.gone'], upload, id, 0, 0, 0);
}

function takeProxied(list: ProxiedList): Proxied {
  const place = list.free.pop();
  if (place === undefined) {
    const proxied: Proxied = { place: list.all.length, isOpen: 1, request: -1, call: -1, target: -1 };
    list.all.push(proxied);
    return proxied;
  }
  const proxied = list.all[place] as Proxied;
  proxied.isOpen = 1;
  return proxied;
}

function freeProxied(list: ProxiedList, proxied: Proxied): void {
  proxied.isOpen = 0;
  list.free.push(proxied.place);
}
