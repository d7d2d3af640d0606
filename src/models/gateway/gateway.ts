/**
 * Takes requests from outside and passes each on to the one component behind it: a function, a group or load balancer,
 * or a service that only has to take it over. It limits how many come in a second, and how long an answer may take.
 */
import type { SimTime } from '../../engine/time.ts';
import { entryOperation } from '../entry.ts';
import { EVENT, type EventType, OPERATION } from '../facts.ts';
import type { Context, Model } from '../model.ts';
import type { Values } from '../parameters.ts';
import {
  answerBack,
  giveUpLate,
  isConnectionBroken,
  noProxied,
  openCount,
  type Proxied,
  type ProxiedList,
  passOn,
  refuseRequest,
  stillOpen,
  turnAwayIfGone,
  watch,
} from '../proxy/proxied.ts';
import { REASON } from '../reasons.ts';
import { gatewayParameters } from './params.ts';

export interface GatewayState {
  /** Requests that may come at once, in millionths: a microsecond adds as many as a second adds requests. */
  allowance: number;
  /** Up to when the allowance has been counted. */
  countedUntil: SimTime;
  requests: ProxiedList;
}

interface Prepared {
  link: number;
  operation: number;
  isFunction: boolean;
}

type GatewayContext = Context<Values<typeof gatewayParameters>, Prepared>;

/** What one request takes of the allowance. */
const ONE = 1_000_000;

/** Wake: the answer takes too long (place of what was passed on, id of its message). */
const INTEGRATION_TIMED_OUT = 0;

export const gateway = {
  kind: 'gateway',
  parameters: gatewayParameters,
  prepare(ctx): Prepared {
    const link = ctx.onlyLink();
    const kind = ctx.kindOf(ctx.targetOf(link));
    return { link, operation: entryOperation(kind), isFunction: kind === 'function' };
  },
  start: (ctx): GatewayState => ({ allowance: ctx.params.burst * ONE, countedUntil: 0, requests: noProxied() }),
  receive(ctx, state, message) {
    if (message.isAnswer === 1) {
      const proxied = state.requests.all[message.token] as Proxied;
      answerBack(ctx, state.requests, proxied, saidOnward(ctx, message.reason));
      return;
    }
    if (turnAwayIfGone(ctx, message)) return;
    countAllowance(ctx, state);
    if (state.allowance < ONE) {
      refuseRequest(ctx, message, REASON.throttled);
      return;
    }
    state.allowance -= ONE;
    const { link, operation } = ctx.prepared;
    const proxied = passOn(ctx, state.requests, link, operation, message, -1, -1, 0);
    const call = ctx.message(proxied.call);
    if (call.event === EVENT.none && tellsEvents(operation)) call.event = EVENT[ctx.params.event as EventType];
    watch(ctx, proxied, ctx.params.integrationTimeoutSeconds, INTEGRATION_TIMED_OUT);
  },
  wake(ctx, state, _wake, place, messageId) {
    const proxied = stillOpen(ctx, state.requests, place, messageId);
    if (proxied) giveUpLate(ctx, state.requests, proxied);
  },
  beforeTurn: countAllowance,
  faults: {
    throttling: {
      overrides: ({ rateLimitPerSecond }, { strength }) => ({
        rateLimitPerSecond: Math.min(rateLimitPerSecond, strength),
        burst: 1,
      }),
    },
  },
  gauges: {
    'under-way': ({ requests }) => openCount(requests),
  },
  // The requests that wait here are messages, which keep their uploads by themselves.
  holds() {},
} satisfies Model<typeof gatewayParameters, GatewayState, Prepared>;

/** A bucket of tokens: it fills at the rate, up to the burst. */
function countAllowance(ctx: GatewayContext, state: GatewayState): void {
  const { rateLimitPerSecond, burst } = ctx.params;
  const more = (ctx.now() - state.countedUntil) * rateLimitPerSecond;
  state.allowance = Math.min(state.allowance + more, burst * ONE);
  state.countedUntil = ctx.now();
}

/** Whether the component behind only takes over what is told, and goes by the event. */
function tellsEvents(operation: number): boolean {
  return operation === OPERATION.send || operation === OPERATION.publish || operation === OPERATION.append;
}

/**
 * Whatever goes wrong with a function (an error, its time-out, its throttling) is one and the same 5xx outside, as is a
 * connection that fails; but that the function does not let the gateway call it is an error of the gateway itself (500).
 * What other components answer passes unchanged.
 */
function saidOnward(ctx: GatewayContext, reason: number): number {
  if (reason === REASON.none) return reason;
  if (ctx.prepared.isFunction && reason === REASON['resource-policy-missing']) return REASON['gateway-not-let-in'];
  return ctx.prepared.isFunction || isConnectionBroken(reason) ? REASON['bad-gateway'] : reason;
}
