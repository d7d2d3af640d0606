/**
 * The life of an instance: pending, starting, in service, draining, gone; and crashed, from which it may come back. What
 * happens when one of its slots becomes free depends on where it stands in this.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import { DEREGISTERED, placed, REGISTERED } from '../load-balancer/registration.ts';
import { isStruck } from '../work/strikes.ts';
import {
  counts,
  DRAIN_LIMIT,
  type GroupContext,
  type GroupState,
  IN_SERVICE,
  type Instance,
  RUNNING,
  takePlace,
} from './group-state.ts';
import { dropJobs } from './jobs.ts';
import { dropPolls, poll, startHeld, stopPolling } from './polling.ts';
import { resetBacklogIfNobodyServes, resetOwnBacklog, serveBacklog, serveOwnBacklog } from './requests.ts';

/** Column c of `instance.launched`. */
const RESTART = 1;
const REPLACEMENT = 2;

/** A program that does not start is not started more often than once in so many seconds. Our choice. */
const LEAST_SECONDS_BETWEEN_STARTS = 1;

/** An instance that is in service from the very beginning. */
export function begin(ctx: GroupContext, state: GroupState): void {
  const instance = takePlace(state, emptiestZone(ctx, state));
  ctx.record(FACT['instance.launched'], -1, instance.id, ctx.now(), instance.zone, 0);
  run(ctx, instance, 0);
  goInService(ctx, state, instance);
}

/** Launches one more; false if there is no zone where that is possible. */
export function launch(ctx: GroupContext, state: GroupState, isReplacement: boolean): boolean {
  const zone = emptiestZone(ctx, state);
  if (zone < 0) return false;
  const instance = takePlace(state, zone);
  instance.warmsUntil = Number.POSITIVE_INFINITY;
  instance.isBad = isStruck(state.strikes, 'bad-deployment') ? 1 : 0;
  const pending = seconds(ctx.params.pendingSeconds);
  const inServiceAt = ctx.now() + pending + seconds(ctx.params.bootSeconds);
  const why = isReplacement ? REPLACEMENT : 0;
  ctx.record(FACT['instance.launched'], -1, instance.id, inServiceAt, instance.zone, why);
  ctx.wakeAfter(pending, RUNNING, instance.place, instance.life);
  return true;
}

/** Of the zones that are not lost, that with the fewest instances; of several the first. -1 if all are lost. */
function emptiestZone(ctx: GroupContext, state: GroupState): number {
  if (ctx.params.zones === 1) return isZoneLost(state, 0) ? -1 : 0;
  const sizes = zoneSizes(ctx, state);
  let emptiest = -1;
  let least = Number.POSITIVE_INFINITY;
  sizes.forEach((size, zone) => {
    if (size >= least || isZoneLost(state, zone)) return;
    emptiest = zone;
    least = size;
  });
  return emptiest;
}

function isZoneLost({ strikes }: GroupState, zone: number): boolean {
  return strikes.length > 0 && isStruck(strikes, 'zone-loss', String(zone));
}

/** Whether a fault that lasts keeps the instance from running. Whatever is crashed is held down by one. */
export function isHeldDown(state: GroupState, { zone, lostBy }: Instance): boolean {
  return lostBy !== null || isStruck(state.strikes, 'crash') || isZoneLost(state, zone);
}

/** How many instances that desired counts are in each zone. */
export function zoneSizes(ctx: GroupContext, state: GroupState): number[] {
  const sizes = new Array<number>(ctx.params.zones).fill(0);
  for (const instance of state.instances) {
    if (counts(instance)) sizes[instance.zone] = (sizes[instance.zone] as number) + 1;
  }
  return sizes;
}

/** One that was launched in a zone before that was lost comes to nothing. */
export function boot(ctx: GroupContext, state: GroupState, instance: Instance): void {
  const takes = seconds(ctx.params.bootSeconds);
  run(ctx, instance, takes);
  if (isZoneLost(state, instance.zone)) crash(ctx, state, instance);
  else ctx.wakeAfter(takes, IN_SERVICE, instance.place, instance.life);
}

/** From here on it is billed. */
function run(ctx: GroupContext, instance: Instance, startsWithin: SimTime): void {
  instance.phase = 'starting';
  instance.runningAt = ctx.now();
  ctx.record(FACT['instance.running'], -1, instance.id, ctx.now() + startsWithin, 0, 0);
}

export function goInService(ctx: GroupContext, state: GroupState, instance: Instance): void {
  if (isHeldDown(state, instance)) {
    crash(ctx, state, instance);
    return;
  }
  if (instance.isBad === 1) {
    crashAndRestart(ctx, state, instance);
    return;
  }
  const now = ctx.now();
  instance.phase = 'in-service';
  instance.inServiceAt = now;
  if (instance.warmsUntil > now) instance.warmsUntil = now + seconds(ctx.params.warmUpSeconds);
  instance.busyTime = 0;
  instance.meteredAt = now;
  state.inService += 1;
  state.freeSlots += ctx.params.slotsPerInstance;
  ctx.record(FACT['instance.in-service'], -1, instance.id, 0, 0, 0);
  if (ctx.prepared.balancer >= 0 && instance.isRegistered === 0) {
    instance.isRegistered = 1;
    ctx.tell(ctx.prepared.balancer, REGISTERED, ctx.index, placed(instance.id, instance.zone));
  }
  if (ctx.params.queue === null) serveBacklog(ctx, state);
  else poll(ctx, instance);
}

/** A slot of the instance has become free, or a part of it may be waited for no more. */
export function goOn(ctx: GroupContext, state: GroupState, instance: Instance): void {
  if (instance.backlog.length > 0) serveOwnBacklog(ctx, state, instance);
  if (instance.held.length > 0) startHeld(ctx, state, instance);
  if (instance.phase === 'draining') goneIfIdle(ctx, state, instance);
  else if (ctx.params.queue === null) serveBacklog(ctx, state);
  else poll(ctx, instance);
}

/**
 * Takes an instance away. Behind a load balancer it goes when the end of its registration is over, else when it is done,
 * or has had as long for that as it may.
 */
export function remove(ctx: GroupContext, state: GroupState, instance: Instance): void {
  if (instance.isRegistered === 1) {
    ctx.tell(ctx.prepared.balancer, DEREGISTERED, ctx.index, placed(instance.id, instance.zone));
  }
  if (instance.phase !== 'in-service') {
    leave(ctx, state, instance);
    return;
  }
  leaveService(ctx, state, instance);
  instance.phase = 'draining';
  ctx.record(FACT['instance.draining'], -1, instance.id, 0, 0, 0);
  stopPolling(ctx, instance);
  if (instance.isRegistered === 0) finish(ctx, state, instance);
  resetBacklogIfNobodyServes(ctx, state);
}

/**
 * The load balancer has nothing open at the instance any more, or has cut off what was: nobody waits for its answers.
 * Amazon EC2 Auto Scaling terminates it then; only what it has from a queue may still be finished.
 */
export function drained(ctx: GroupContext, state: GroupState, instance: Instance): void {
  instance.isRegistered = 0;
  if (instance.phase !== 'draining') return;
  if (ctx.params.queue === null) cutOff(ctx, state, instance);
  else {
    resetOwnBacklog(ctx, state, instance, false);
    finish(ctx, state, instance);
  }
}

/** It may finish what it is at, within the limit of draining. */
function finish(ctx: GroupContext, state: GroupState, instance: Instance): void {
  const { drainLimitSeconds } = ctx.params;
  if (drainLimitSeconds === 0) {
    cutOff(ctx, state, instance);
    return;
  }
  goneIfIdle(ctx, state, instance);
  if (instance.phase !== 'draining') return;
  ctx.wakeAfter(seconds(drainLimitSeconds), DRAIN_LIMIT, instance.place, instance.life);
}

function leaveService(ctx: GroupContext, state: GroupState, instance: Instance): void {
  state.inService -= 1;
  state.freeSlots -= ctx.params.slotsPerInstance - instance.busy;
}

/** The end of draining, if nothing is left to do. */
export function goneIfIdle(ctx: GroupContext, state: GroupState, instance: Instance): void {
  const { phase, busy, polls, backlog, held, isRegistered } = instance;
  const isIdle = busy + polls.length + backlog.length + held.length + isRegistered === 0;
  if (phase === 'draining' && isIdle) leave(ctx, state, instance);
}

/** It has drained for as long as it may: what it still works on is cut off, and messages are seen again in their queue. */
export function cutOff(ctx: GroupContext, state: GroupState, instance: Instance): void {
  dropPolls(ctx, instance);
  resetOwnBacklog(ctx, state, instance, false);
  dropJobs(ctx, state, instance, false);
  leave(ctx, state, instance);
}

function leave(ctx: GroupContext, state: GroupState, instance: Instance): void {
  ctx.record(FACT['instance.gone'], -1, instance.id, 0, 0, 0);
  instance.phase = 'gone';
  instance.life += 1;
  instance.pauses = 0;
  instance.isRegistered = 0;
  state.placeOf.delete(instance.id);
  state.freePlaces.push(instance.place);
}

/**
 * The instance leaves `running`, or only its process goes down: what it was at is gone, and what it waited for will find
 * nobody.
 */
export function crash(ctx: GroupContext, state: GroupState, instance: Instance, isOnlyProcess = false): void {
  const { phase } = instance;
  if (phase === 'gone' || phase === 'crashed' || phase === 'pending') return;
  if (phase === 'in-service') leaveService(ctx, state, instance);
  instance.phase = 'crashed';
  instance.life += 1;
  instance.warmsUntil = 0;
  instance.pieces = 0;
  ctx.record(FACT['instance.crashed'], -1, instance.id, 0, instance.busy, isOnlyProcess ? 1 : 0);
  dropPolls(ctx, instance);
  resetOwnBacklog(ctx, state, instance, true);
  dropJobs(ctx, state, instance, ctx.prepared.isSilentWhenDown);
  if (phase === 'draining') leave(ctx, state, instance);
}

/** Its process goes down, and whoever supervises that starts it again: in vain, if it is a version that does not start. */
export function crashAndRestart(ctx: GroupContext, state: GroupState, instance: Instance): void {
  crash(ctx, state, instance, true);
  restart(ctx, instance);
}

/** It runs again after a repair. The load balancer, which was told nothing, finds that out by itself. */
export function restart(ctx: GroupContext, instance: Instance): void {
  if (instance.phase !== 'crashed') return;
  const { restartSeconds } = ctx.params;
  const least = instance.isBad === 1 ? LEAST_SECONDS_BETWEEN_STARTS : 0;
  const takes = seconds(Math.max(restartSeconds, least));
  ctx.record(FACT['instance.launched'], -1, instance.id, ctx.now() + takes, instance.zone, RESTART);
  run(ctx, instance, takes);
  ctx.wakeAfter(takes, IN_SERVICE, instance.place, instance.life);
}

/** A start that was under way is given up, and another one is begun, of a version that does start. */
export function startAnew(ctx: GroupContext, instance: Instance): void {
  const takes = seconds(ctx.params.restartSeconds);
  instance.life += 1;
  run(ctx, instance, takes);
  ctx.wakeAfter(takes, IN_SERVICE, instance.place, instance.life);
}
