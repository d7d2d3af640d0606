/** What a client does about failures: how long it waits before the next try, and when it holds back. */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import { REASON } from '../reasons.ts';
import type { ClientContext, ClientState } from './client-state.ts';
import type { Errand } from './errands.ts';

/**
 * What a retry takes out of the budget: 5, or 10 after a time-out. Its success gives that back; a success at the first
 * try gives 1. botocore, retries/quota.py and retries/standard.py.
 */
const RETRY_COST = 5;
const TIMEOUT_RETRY_COST = 10;
const SUCCESS_REFUND = 1;

/** How long to wait before try number `attempt` (1 is the first retry). */
export function delayBefore(ctx: ClientContext, attempt: number): SimTime {
  const { retries, retryBaseSeconds, retryCapSeconds } = ctx.params;
  if (retries === 'fixed') return seconds(retryBaseSeconds);
  let delay = retryBaseSeconds;
  for (let n = 1; n < attempt && delay < retryCapSeconds; n += 1) delay *= 2;
  delay = Math.min(delay, retryCapSeconds);
  return seconds(retries === 'exponential' ? delay : delay * ctx.uniform(ctx.prepared.jitter));
}

/** Whether an errand that failed is tried once more; pays for it out of the budget. */
export function mayRetry(ctx: ClientContext, state: ClientState, errand: Errand, reason: number): boolean {
  const { retries, attempts, retryBudgetTokens } = ctx.params;
  if (retries === 'none' || errand.tries >= attempts) return false;
  if (retryBudgetTokens === 0) return true;
  const cost = reason === REASON['timed-out'] ? TIMEOUT_RETRY_COST : RETRY_COST;
  if (state.tokens < cost) {
    ctx.record(FACT['retry.withheld'], errand.upload, -1, state.tokens, 0, reason);
    return false;
  }
  state.tokens -= cost;
  errand.paid = cost;
  return true;
}

/** Whether the circuit lets an errand through now; after its time it lets one through to try. */
export function circuitLetsThrough(ctx: ClientContext, state: ClientState, errand: Errand): boolean {
  if (state.circuit === 'closed') return true;
  if (state.circuit === 'half-open' || ctx.now() < state.openUntil) return false;
  state.circuit = 'half-open';
  state.probe = errand.index;
  ctx.record(FACT['circuit.half-opened'], -1, -1, state.failuresInARow, 0, 0);
  return true;
}

/** A try went well: the budget fills up again; if it was the one that was let through, the circuit closes. */
export function succeeded(ctx: ClientContext, state: ClientState, errand: Errand): void {
  const refund = errand.paid > 0 ? errand.paid : SUCCESS_REFUND;
  state.tokens = Math.min(state.tokens + refund, ctx.params.retryBudgetTokens);
  if (state.circuit === 'closed') state.failuresInARow = 0;
  else if (state.probe === errand.index) closeCircuit(ctx, state);
}

export function closeCircuit(ctx: ClientContext, state: ClientState): void {
  state.failuresInARow = 0;
  state.probe = -1;
  if (state.circuit === 'closed') return;
  state.circuit = 'closed';
  ctx.record(FACT['circuit.closed'], -1, -1, 0, 0, 0);
}

/** A try failed: enough of them in a row, or the one that was let through, open the circuit. */
export function failed(ctx: ClientContext, state: ClientState, errand: Errand): void {
  const { breakerFailures, breakerOpenSeconds } = ctx.params;
  state.failuresInARow += 1;
  if (breakerFailures === 0) return;
  const isProbe = state.circuit === 'half-open' && state.probe === errand.index;
  const isOneTooMany = state.circuit === 'closed' && state.failuresInARow >= breakerFailures;
  if (!isProbe && !isOneTooMany) return;
  state.circuit = 'open';
  state.probe = -1;
  state.openUntil = ctx.now() + seconds(breakerOpenSeconds);
  ctx.record(FACT['circuit.opened'], -1, -1, state.failuresInARow, 0, 0);
}
