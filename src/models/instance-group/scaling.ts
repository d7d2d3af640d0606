/** How many instances there should be: a step policy on the length of a queue, and what it takes to get there. */
import { seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { ScalingPolicy } from '../parameters.ts';
import type { GroupContext, GroupState, Instance } from './group-state.ts';

/** How instances come and go. */
export interface Hands {
  launch(ctx: GroupContext, state: GroupState): void;
  remove(ctx: GroupContext, state: GroupState, instance: Instance): void;
}

/** `wanted`, brought between minimum and maximum. */
export function clampDesired(ctx: GroupContext, wanted: number): number {
  const { minimum, maximum } = ctx.params;
  return Math.max(Math.min(minimum, maximum), Math.min(maximum, wanted));
}

/** Looks at the queue and sets desired by the policy, unless the last change is too recent. */
export function evaluate(ctx: GroupContext, state: GroupState, hands: Hands): void {
  const policy = ctx.params.scaling;
  if (policy === null) return;
  if (ctx.now() < state.lastChangeAt + seconds(ctx.params.cooldownSeconds)) return;
  const length = ctx.measure(policy.queue, policy.metric);
  setDesired(ctx, state, clampDesired(ctx, wantedBy(policy, length, state.desired)), length, hands);
}

/** What the policy asks for at this length; the present number if no step applies. */
export function wantedBy(policy: ScalingPolicy, length: number, desired: number): number {
  let wanted = desired;
  for (const step of policy.steps) {
    if (length >= step.from) wanted = step.adjust === 'exact' ? step.instances : desired + step.instances;
  }
  return wanted;
}

/** Changes desired and brings the group there. `length` is what was measured, or -1 if set by hand. */
export function setDesired(ctx: GroupContext, state: GroupState, desired: number, length: number, hands: Hands): void {
  if (desired === state.desired) return;
  ctx.record(FACT['desired.changed'], -1, -1, desired, state.desired, length);
  state.desired = desired;
  state.lastChangeAt = ctx.now();
  let present = 0;
  for (const instance of state.instances) if (counts(instance)) present += 1;
  for (; present < desired; present += 1) hands.launch(ctx, state);
  for (; present > desired; present -= 1) hands.remove(ctx, state, firstToGo(state));
}

function counts(instance: Instance): boolean {
  return instance.phase !== 'gone' && instance.phase !== 'draining';
}

/** First those that are down or not yet up, then the idle, then the least busy: an instance at work is protected longest. */
function firstToGo(state: GroupState): Instance {
  let best = state.instances[0] as Instance;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const instance of state.instances) {
    const rank = counts(instance) ? rankOf(instance) : Number.POSITIVE_INFINITY;
    if (rank < bestRank) {
      best = instance;
      bestRank = rank;
    }
  }
  return best;
}

function rankOf(instance: Instance): number {
  if (instance.phase === 'crashed') return -3;
  if (instance.phase === 'pending') return -2;
  if (instance.phase === 'starting') return -1;
  return instance.busy;
}
