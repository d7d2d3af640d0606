/** How many instances there should be: what the policies of a group ask for, evaluated once a period, and schedules. */
import { type SimTime, seconds } from '../../engine/time.ts';
import type { ScalingPolicy, ScheduledAction, ScheduledScaling, UtilisationTracking } from '../parameters.ts';
import { BY_SCHEDULE, clampDesired, setDesired } from './fleet.ts';
import {
  counts,
  EVALUATE,
  GENERATION,
  type GroupContext,
  type GroupState,
  type Instance,
  noPoints,
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

/** The first wakes of the policies; the first evaluation after `phaseSeconds`, or a whole period where that is 0. */
export function planScaling(ctx: GroupContext, state: GroupState, phaseSeconds: number): void {
  const { scaling, evaluationPeriodSeconds } = ctx.params;
  if (isEvaluated(scaling) && state.isEvaluated === 0) {
    state.isEvaluated = 1;
    ctx.wakeAfter(seconds(phaseSeconds || evaluationPeriodSeconds), EVALUATE, 0, 0);
  }
  scaling.forEach((policy, place) => {
    if (policy.kind !== 'scheduled') return;
    policy.actions.forEach((each, action) => {
      const wait = untilNext(each, ctx.now());
      if (wait >= 0) ctx.wakeAfter(wait, SCHEDULED, place, action + state.generation * GENERATION);
    });
  });
}

/** From `now` until an action is due for the next time, µs; negative if it is not due again. */
function untilNext({ atSeconds, everySeconds }: ScheduledAction, now: SimTime): SimTime {
  const wait = seconds(atSeconds) - now;
  if (wait >= 0 || everySeconds === undefined) return wait;
  const every = seconds(everySeconds);
  return wait + Math.ceil(-wait / every) * every;
}

/** Other policies hold from now on. They know nothing yet of what they measure, and what was scheduled is no more. */
export function changePolicies(ctx: GroupContext, state: GroupState): void {
  state.generation += 1;
  state.points = noPoints(ctx.params.scaling);
  state.lastEvaluationAt = ctx.now();
  meterAnew(ctx, state);
  planScaling(ctx, state, 0);
}

/** Asks the policies once a period, for as long as there are any to be asked. */
export function evaluateAgain(ctx: GroupContext, state: GroupState): void {
  const { scaling, evaluationPeriodSeconds } = ctx.params;
  if (!isEvaluated(scaling)) {
    state.isEvaluated = 0;
    return;
  }
  evaluate(ctx, state);
  ctx.wakeAfter(seconds(evaluationPeriodSeconds), EVALUATE, 0, 0);
}

/**
 * Asks all policies. Out as soon as one says so, as far as the one that wants most; in only if all do, and not while
 * instances still warm up that were launched before.
 */
function evaluate(ctx: GroupContext, state: GroupState): void {
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

/** Does what is scheduled for now, if it still is, and plans it again if it recurs. `which` is as in the wake. */
export function actOnSchedule(ctx: GroupContext, state: GroupState, policy: number, which: number): void {
  if (Math.floor(which / GENERATION) !== state.generation) return;
  const { actions } = ctx.params.scaling[policy] as ScheduledScaling;
  const { everySeconds, minimum, desired, maximum } = actions[which % GENERATION] as ScheduledAction;
  if (everySeconds !== undefined) ctx.wakeAfter(seconds(everySeconds), SCHEDULED, policy, which);
  state.minimum = minimum ?? state.minimum;
  state.maximum = maximum ?? state.maximum;
  setDesired(ctx, state, clampDesired(state, desired ?? state.desired), BY_SCHEDULE);
}
