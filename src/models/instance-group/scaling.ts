/** How many instances there should be: what the policies of a group ask for, evaluated once a period, and schedules. */
import { seconds } from '../../engine/time.ts';
import type { ScalingPolicy, ScheduledAction, ScheduledScaling, UtilisationTracking } from '../parameters.ts';
import { BY_SCHEDULE, clampDesired, setDesired } from './fleet.ts';
import {
  counts,
  EVALUATE,
  type GroupContext,
  type GroupState,
  type Instance,
  type Points,
  SCHEDULED,
} from './group-state.ts';
import { meter } from './jobs.ts';
import { backlogDivisor, type Measured, wantedBySteps, wantedByTracking, withWakeStep } from './policies.ts';

/** What a policy asks for, and the figure that `desired.changed` tells as its reason. */
interface Vote {
  wanted: number;
  told: number;
}

/** Whether the group is scaled by what it looks at; if all it has are schedules there is nothing to look at. */
function isEvaluated(policies: readonly ScalingPolicy[]): boolean {
  return policies.some(({ kind }) => kind !== 'scheduled');
}

export function metersUtilisation(policies: readonly ScalingPolicy[]): boolean {
  return policies.some(isUtilisationTracking);
}

function isUtilisationTracking(policy: ScalingPolicy): policy is UtilisationTracking {
  return policy.kind === 'target-tracking' && policy.metric === 'utilisation';
}

/** The first wakes of the policies. */
export function planScaling(ctx: GroupContext): void {
  const { scaling, evaluationPeriodSeconds, evaluationPhaseSeconds } = ctx.params;
  if (isEvaluated(scaling)) ctx.wakeAfter(seconds(evaluationPhaseSeconds || evaluationPeriodSeconds), EVALUATE, 0, 0);
  scaling.forEach((policy, place) => {
    if (policy.kind !== 'scheduled') return;
    policy.actions.forEach(({ atSeconds }, action) => {
      ctx.wakeAfter(seconds(atSeconds), SCHEDULED, place, action);
    });
  });
}

/**
 * Asks all policies. Out as soon as one says so, as far as the one that wants most; in only if all do, and not while
 * instances still warm up that were launched before.
 */
export function evaluate(ctx: GroupContext, state: GroupState): void {
  let decisive: Vote | undefined;
  ctx.params.scaling.forEach((policy, place) => {
    const vote = voteOf(ctx, state, policy, state.points[place] as Points);
    if (vote !== null && (decisive === undefined || vote.wanted > decisive.wanted)) decisive = vote;
  });
  if (ctx.prepared.metersUtilisation) meterAnew(ctx, state);
  state.lastEvaluationAt = ctx.now();
  if (decisive === undefined) return;
  const wanted = clampDesired(state, decisive.wanted);
  if (wanted < state.desired && warmingIn(ctx, state) > 0) return;
  setDesired(ctx, state, wanted, decisive.told);
}

/** What one policy asks for; null if it has nothing to say. */
function voteOf(ctx: GroupContext, state: GroupState, policy: ScalingPolicy, points: Points): Vote | null {
  if (policy.kind === 'scheduled') return null;
  const { desired } = state;
  if (policy.kind === 'step') {
    const length = ctx.measure(policy.queue, policy.metric);
    // Until the cooldown is over it asks for no change, in either direction.
    if (ctx.now() < state.lastChangeAt + seconds(ctx.params.cooldownSeconds)) return { wanted: desired, told: length };
    const wanted = wantedBySteps(policy, length, desired, warmingIn(ctx, state));
    return wanted === null ? null : { wanted, told: length };
  }
  const { pointsToScaleOut, pointsToScaleIn, scaleInBelowShare: lowShare } = ctx.params;
  const tracking = { target: policy.target, lowShare, pointsToScaleOut, pointsToScaleIn };
  if (policy.metric === 'utilisation') {
    const measured = utilisationIn(ctx, state);
    return { wanted: wantedByTracking(tracking, points, measured, desired), told: Math.round(perInstance(measured)) };
  }
  const visible = ctx.measure(policy.queue, 'visible');
  const measured = { load: visible, instances: backlogDivisor(policy.guard, warmIn(ctx, state)) };
  const wanted = wantedByTracking(tracking, points, measured, desired);
  const told = Math.round(100 * perInstance(measured));
  if (policy.guard !== 'wake-step') return { wanted, told };
  const all = ctx.measure(policy.queue, 'visible-and-in-flight');
  return { wanted: withWakeStep(wanted, desired, visible, all), told };
}

/** For the words about it: the whole where there is nothing to divide it by. */
function perInstance({ load, instances }: Measured): number {
  return load / Math.max(instances, 1);
}

/** Percent of the slots taken since the last evaluation, summed over the instances that were warm all the while. */
function utilisationIn(ctx: GroupContext, state: GroupState): Measured {
  const now = ctx.now();
  const slotTime = (now - state.lastEvaluationAt) * ctx.params.slotsPerInstance;
  let busyTime = 0;
  let instances = 0;
  for (const instance of state.instances) {
    if (instance.phase !== 'in-service') continue;
    if (Math.max(instance.warmsUntil, instance.inServiceAt) > state.lastEvaluationAt) continue;
    meter(instance, now);
    busyTime += instance.busyTime;
    instances += 1;
  }
  return { load: (100 * busyTime) / slotTime, instances };
}

function meterAnew(ctx: GroupContext, state: GroupState): void {
  for (const instance of state.instances) {
    instance.busyTime = 0;
    instance.meteredAt = ctx.now();
  }
}

function isWarming(ctx: GroupContext, instance: Instance): boolean {
  return counts(instance) && instance.warmsUntil > ctx.now();
}

function warmingIn(ctx: GroupContext, state: GroupState): number {
  let warming = 0;
  for (const instance of state.instances) if (isWarming(ctx, instance)) warming += 1;
  return warming;
}

/** Instances in service that are warm. */
function warmIn(ctx: GroupContext, state: GroupState): number {
  let warm = 0;
  for (const instance of state.instances) {
    if (instance.phase === 'in-service' && !isWarming(ctx, instance)) warm += 1;
  }
  return warm;
}

/** Does what is scheduled for now, and plans it again if it recurs. */
export function actOnSchedule(ctx: GroupContext, state: GroupState, policy: number, action: number): void {
  const { actions } = ctx.params.scaling[policy] as ScheduledScaling;
  const { everySeconds, minimum, desired, maximum } = actions[action] as ScheduledAction;
  if (everySeconds !== undefined) ctx.wakeAfter(seconds(everySeconds), SCHEDULED, policy, action);
  state.minimum = minimum ?? state.minimum;
  state.maximum = maximum ?? state.maximum;
  setDesired(ctx, state, clampDesired(state, desired ?? state.desired), BY_SCHEDULE);
}
