/**
 * Spreads requests over the instances of the groups behind it, and leaves out those that fail their health checks. It
 * holds each request until it is answered; it never refuses for lack of capacity, and has no state worth losing.
 */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Model } from '../model.ts';
import {
  answerBack,
  giveUp,
  giveUpLate,
  isConnectionBroken,
  noProxied,
  openCount,
  type Proxied,
  passOn,
  refuseRequest,
  stillOpen,
  turnAwayIfGone,
  watch,
} from '../proxy/proxied.ts';
import { REASON } from '../reasons.ts';
import { checkAll, checkFailed, checkPassed, checkTarget, checkTimedOut, stopChecking } from './health.ts';
import { loadBalancerParameters } from './params.ts';
import { DEREGISTERED, DRAINED, instanceIn, placed, REGISTERED, zoneIn } from './registration.ts';
import { chooseTarget, reviewTargets } from './routing.ts';
import {
  findTarget,
  freeTarget,
  isRegistered,
  type LoadBalancerContext,
  type LoadBalancerState,
  type Prepared,
  type Target,
  takeTarget,
  tellTarget,
} from './targets.ts';

/** Wakes, besides those of `registration.ts`. */
const ROUND_OF_CHECKS = 0;
const CHECK_TIMED_OUT = 1; // (place of the target, id of the message)
const CONNECT_TIMED_OUT = 2; // (place of what was passed on, id of its message)
const IDLE_TIMED_OUT = 3; // the same
const DRAIN_ENDS = 4; // (place of the target, its life)

export const loadBalancer = {
  kind: 'load-balancer',
  parameters: loadBalancerParameters,
  prepare: (ctx): Prepared => ({
    linkOf: new Map(ctx.linksAway().map((link) => [ctx.targetOf(link), link])),
    choice: ctx.params.algorithm === 'weighted-random' ? ctx.stream('choice of target') : -1,
    slowStart: seconds(ctx.params.slowStartSeconds),
  }),
  start(ctx): LoadBalancerState {
    ctx.wakeAfter(seconds(ctx.params.healthCheckPhaseSeconds), ROUND_OF_CHECKS, 0, 0);
    return { targets: [], freePlaces: [], pools: [], nextPool: 0, failsOpen: false, requests: noProxied() };
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 0) takeRequest(ctx, state, message);
    else if (message.operation === OPERATION.check) checkAnswered(ctx, state, message);
    else answered(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === CONNECT_TIMED_OUT) connectTimedOut(ctx, state, a, b);
    else if (wake === IDLE_TIMED_OUT) idleTimedOut(ctx, state, a, b);
    else if (wake === ROUND_OF_CHECKS) {
      checkAll(ctx, state, CHECK_TIMED_OUT);
      ctx.wakeAfter(seconds(ctx.params.healthCheckIntervalSeconds), ROUND_OF_CHECKS, 0, 0);
    } else if (wake === CHECK_TIMED_OUT) checkTimedOut(ctx, state, state.targets[a] as Target, b);
    else if (wake === DRAIN_ENDS) drainEnds(ctx, state, state.targets[a] as Target, b);
    else if (wake === REGISTERED) register(ctx, state, a, instanceIn(b), zoneIn(b));
    else if (wake === DEREGISTERED) deregister(ctx, state, a, instanceIn(b), zoneIn(b));
  },
  gauges: {
    registered: ({ targets }) => targets.filter(isRegistered).length,
    healthy: ({ targets }) => targets.filter(({ state }) => state === 'healthy').length,
    'under-way': ({ requests }) => openCount(requests),
  },
  // The requests that wait here are messages, which keep their uploads by themselves.
  holds() {},
} satisfies Model<typeof loadBalancerParameters, LoadBalancerState, Prepared>;

// Requests

function takeRequest(ctx: LoadBalancerContext, state: LoadBalancerState, request: Message): void {
  if (turnAwayIfGone(ctx, request)) return;
  const target = chooseTarget(ctx, state);
  if (!target) {
    refuseRequest(ctx, request, REASON['no-target']);
    return;
  }
  target.open += 1;
  const { link, place, instance } = target;
  const failsOpen = state.failsOpen ? 1 : 0;
  const proxied = passOn(ctx, state.requests, link, request.operation, request, place, instance, failsOpen);
  const { connectTimeoutSeconds, idleTimeoutSeconds } = ctx.params;
  const isIdleFirst = idleTimeoutSeconds <= connectTimeoutSeconds;
  if (isIdleFirst) watch(ctx, proxied, idleTimeoutSeconds, IDLE_TIMED_OUT);
  else watch(ctx, proxied, connectTimeoutSeconds, CONNECT_TIMED_OUT);
}

/**
 * A target that was not there when the request came never took the connection: 504 now. One that took it and has said
 * nothing yet has until the idle time-out, whatever has become of it since.
 */
function connectTimedOut(ctx: LoadBalancerContext, state: LoadBalancerState, place: number, messageId: number): void {
  const proxied = stillOpen(ctx, state.requests, place, messageId);
  if (!proxied) return;
  const { idleTimeoutSeconds, connectTimeoutSeconds } = ctx.params;
  if (ctx.message(proxied.call).isUnconnected === 1) tooLate(ctx, state, proxied);
  else watch(ctx, proxied, Math.max(idleTimeoutSeconds - connectTimeoutSeconds, 0), IDLE_TIMED_OUT);
}

function idleTimedOut(ctx: LoadBalancerContext, state: LoadBalancerState, place: number, messageId: number): void {
  const proxied = stillOpen(ctx, state.requests, place, messageId);
  if (proxied) tooLate(ctx, state, proxied);
}

function tooLate(ctx: LoadBalancerContext, state: LoadBalancerState, proxied: Proxied): void {
  giveUpLate(ctx, state.requests, proxied);
  leftTarget(ctx, state, state.targets[proxied.target] as Target);
}

function answered(ctx: LoadBalancerContext, state: LoadBalancerState, message: Message): void {
  const proxied = state.requests.all[message.token] as Proxied;
  answerBack(ctx, state.requests, proxied, saidOnward(message.reason));
  leftTarget(ctx, state, state.targets[proxied.target] as Target);
}

/** A connection that fails is 502; what the application itself says passes unchanged. */
function saidOnward(reason: number): number {
  return isConnectionBroken(reason) ? REASON['bad-gateway'] : reason;
}

/** A request is no longer under way at a target. */
function leftTarget(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target): void {
  target.open -= 1;
  if (target.state === 'draining' && target.open === 0) drained(ctx, state, target, 0);
}

// Targets

function register(
  ctx: LoadBalancerContext,
  state: LoadBalancerState,
  group: number,
  instance: number,
  zone: number,
): void {
  const link = ctx.prepared.linkOf.get(group);
  if (link === undefined) throw new Error(`no link leads from "${ctx.id}" to the group that registers instances`);
  let target = findTarget(state, group, instance);
  if (target && isRegistered(target)) return;
  if (target) {
    // It was draining and is wanted again: it starts anew, with the requests that are still under way there.
    target.state = 'initial';
    target.life += 1;
    target.passed = 0;
    target.failed = 0;
  } else target = takeTarget(state, group, link, instance, zone);
  tellTarget(ctx, FACT['target.registered'], target);
  reviewTargets(ctx, state);
  checkTarget(ctx, target, CHECK_TIMED_OUT);
}

/** No new requests; those under way may finish until the delay is over. */
function deregister(
  ctx: LoadBalancerContext,
  state: LoadBalancerState,
  group: number,
  instance: number,
  zone: number,
): void {
  const target = findTarget(state, group, instance);
  if (!target) {
    ctx.tell(group, DRAINED, ctx.index, placed(instance, zone));
    return;
  }
  if (target.state === 'draining') return;
  target.state = 'draining';
  stopChecking(ctx, target);
  tellTarget(ctx, FACT['target.deregistered'], target);
  reviewTargets(ctx, state);
  if (target.open === 0) drained(ctx, state, target, 0);
  else ctx.wakeAfter(seconds(ctx.params.deregistrationDelaySeconds), DRAIN_ENDS, target.place, target.life);
}

/** The delay is over: whoever still waits for this target gets 502. */
function drainEnds(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target, life: number): void {
  if (target.life !== life || target.state !== 'draining') return;
  const { open } = target;
  for (const proxied of state.requests.all) {
    if (proxied.isOpen === 1 && proxied.target === target.place) {
      giveUp(ctx, state.requests, proxied, REASON['bad-gateway']);
    }
  }
  drained(ctx, state, target, open);
}

function drained(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target, cutOff: number): void {
  tellTarget(ctx, FACT['target.drained'], target, cutOff);
  ctx.tell(target.group, DRAINED, ctx.index, placed(target.instance, target.zone));
  freeTarget(state, target);
}

function checkAnswered(ctx: LoadBalancerContext, state: LoadBalancerState, message: Message): void {
  const target = state.targets[message.token] as Target;
  target.check = -1;
  if (message.reason === REASON.none) checkPassed(ctx, state, target);
  else checkFailed(ctx, state, target);
}
