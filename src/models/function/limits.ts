/** How many environments may be at work, how many may be started, and how many requests may come in. */
import { type SimTime, seconds } from '../../engine/time.ts';
import { REASON } from '../reasons.ts';
import type { FunctionContext, FunctionState } from './function-state.ts';

/** AWS Lambda: the starts of `scaleUpEnvironments` are for this long, and are refilled continuously. */
const SCALE_UP_PERIOD = seconds(10);

/** AWS Lambda: requests a second for each environment that may be at work. */
const REQUESTS_PER_ENVIRONMENT = 10;

const A_SECOND = seconds(1);

/** Environments at work, those that are kept ready included: they are taken from the same limits. */
export function inUse(state: FunctionState): number {
  return state.atWork + state.provisioned;
}

/** What a function takes of the concurrency of its account: what is reserved for it, or else what it uses. */
export function takenOfAccount(state: FunctionState): number {
  return state.reserved >= 0 ? state.reserved : inUse(state);
}

/** Environments that may be at work at once: those reserved, or what other functions leave of the account. */
function concurrencyLimit(ctx: FunctionContext): number {
  const { reservedConcurrency, accountConcurrency } = ctx.params;
  if (reservedConcurrency >= 0) return reservedConcurrency;
  let left = accountConcurrency;
  for (const other of ctx.prepared.others) left -= ctx.measure(other, 'taken-of-account');
  return Math.max(0, left);
}

/** Why no further environment may be put to work now; none if one may. */
export function reasonAgainstOneMore(ctx: FunctionContext, state: FunctionState): number {
  return inUse(state) < concurrencyLimit(ctx) ? REASON.none : REASON['concurrency-limit'];
}

/** Takes one of the starts that are free at the moment; false if there is none. */
export function takeStart(ctx: FunctionContext, state: FunctionState): boolean {
  const most = ctx.params.scaleUpEnvironments;
  state.starts = refilled(state.starts, most, (ctx.now() - state.startsAt) / SCALE_UP_PERIOD, most);
  state.startsAt = ctx.now();
  if (state.starts < 1) return false;
  state.starts -= 1;
  return true;
}

/** Takes one of the requests that are free at the moment; false if there is none. At most a second's worth is kept. */
export function takeRequest(ctx: FunctionContext, state: FunctionState): boolean {
  const most = requestsPerSecond(ctx);
  state.requests = refilled(state.requests, most, (ctx.now() - state.requestsAt) / A_SECOND, most);
  state.requestsAt = ctx.now();
  if (state.requests < 1) return false;
  state.requests -= 1;
  return true;
}

/** 10 for each environment that may be at work; what other functions use makes no difference here (our choice). */
export function requestsPerSecond(ctx: { params: FunctionContext['params'] }): number {
  const { reservedConcurrency, accountConcurrency } = ctx.params;
  return REQUESTS_PER_ENVIRONMENT * (reservedConcurrency >= 0 ? reservedConcurrency : accountConcurrency);
}

function refilled(free: number, perPeriod: number, periods: number, most: number): number {
  return Math.min(most, free + perPeriod * periods);
}

/** Whether the function was stopped by reserving nothing for it. */
export function isStopped(ctx: FunctionContext): boolean {
  return ctx.params.reservedConcurrency === 0;
}

/** When a wait that doubles from `first` is over, the `n`-th in a row from 1, and never longer than `most`. */
export function doubled(first: SimTime, n: number, most: SimTime): SimTime {
  let wait = first;
  for (let i = 1; i < n && wait < most; i += 1) wait *= 2;
  return Math.min(wait, most);
}
