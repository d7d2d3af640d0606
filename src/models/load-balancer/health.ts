/** Health checks: real messages along the link, to every target at a fixed period and to a new one at once. */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import { FOUND_HEALTHY, FOUND_UNHEALTHY, placed } from './registration.ts';
import { beginSlowStart, reviewTargets } from './routing.ts';
import { isRegistered, type LoadBalancerContext, type LoadBalancerState, type Target, tellTarget } from './targets.ts';

/** Asks a target whether it is well; `wake` comes with (place, id of the message) when that takes too long. */
export function checkTarget(ctx: LoadBalancerContext, target: Target, wake: number): void {
  if (target.check >= 0) return;
  const message = ctx.call(target.link, OPERATION.check, -1, target.place);
  message.target = target.instance;
  target.check = message.slot;
  ctx.wakeAfter(seconds(ctx.params.healthCheckTimeoutSeconds), wake, target.place, message.id);
}

export function checkAll(ctx: LoadBalancerContext, state: LoadBalancerState, wake: number): void {
  for (const target of state.targets) if (isRegistered(target)) checkTarget(ctx, target, wake);
}

/** A target that is not asked any more. */
export function stopChecking(ctx: LoadBalancerContext, target: Target): void {
  if (target.check >= 0) ctx.hangUp(target.check);
  target.check = -1;
}

export function checkTimedOut(
  ctx: LoadBalancerContext,
  state: LoadBalancerState,
  target: Target,
  messageId: number,
): void {
  if (target.check < 0) return;
  const { id, sentAt, operation } = ctx.message(target.check);
  if (id !== messageId) return;
  ctx.record(FACT['request.timed-out'], -1, id, ctx.now() - sentAt, 0, operation);
  stopChecking(ctx, target);
  checkFailed(ctx, state, target);
}

export function checkPassed(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target): void {
  target.failed = 0;
  target.passed += 1;
  const needed = target.state === 'initial' ? 1 : ctx.params.healthyThreshold;
  if (target.state === 'healthy' || target.passed < needed) return;
  target.state = 'healthy';
  beginSlowStart(ctx, state, target);
  tellTarget(ctx, FACT['target.healthy'], target);
  ctx.tell(target.group, FOUND_HEALTHY, ctx.index, placed(target.instance, target.zone));
  reviewTargets(ctx, state);
}

export function checkFailed(ctx: LoadBalancerContext, state: LoadBalancerState, target: Target): void {
  target.passed = 0;
  target.failed += 1;
  if (target.state === 'unhealthy' || target.failed < ctx.params.unhealthyThreshold) return;
  target.state = 'unhealthy';
  target.slowSince = -1;
  tellTarget(ctx, FACT['target.unhealthy'], target);
  ctx.tell(target.group, FOUND_UNHEALTHY, ctx.index, placed(target.instance, target.zone));
  reviewTargets(ctx, state);
}
