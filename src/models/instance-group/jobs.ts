/** The pieces of work of a group: how one takes a slot and gives it back, and how its work fails. */
import type { SimTime } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { aboutSame, freeJob, type Job, takeJob } from '../work/job.ts';
import type { Op } from '../work/program.ts';
import { either, piecesUntilFull, shareOf } from '../work/strikes.ts';
import { answerCaller, skipIfDone, walk } from '../work/walk.ts';
import { type GroupContext, type GroupState, type Instance, KILLED, waitingIn } from './group-state.ts';

/**
 * Gives a slot of an instance to new work, which is about the same as what caused it; `startJob` sets it going. `attempt`
 * says how often a message was received, this time included.
 */
export function beginJob(
  ctx: GroupContext,
  state: GroupState,
  instance: Instance,
  cause: Message | BatchEntry,
  attempt = 1,
): Job {
  const { upload } = cause;
  if (ctx.prepared.metersUtilisation) meter(instance, ctx.now());
  instance.busy += 1;
  if (instance.phase === 'in-service') state.freeSlots -= 1;
  const job = takeJob(state.jobs, instance.place, upload);
  ctx.keep(upload);
  ctx.record(FACT['job.began'], upload, instance.id, waitingIn(state), job.index, 2 * (attempt - 1));
  job.attempt = attempt;
  aboutSame(job, cause);
  // There is no memory left for it. What is being begun beside it at this moment goes the same way.
  if (instance.pieces >= piecesUntilFull(state.strikes)) ctx.wakeAfter(0, KILLED, instance.place, instance.life);
  return job;
}

export function startJob(ctx: GroupContext, state: GroupState, job: Job): void {
  const { isIdempotent, employer } = ctx.prepared;
  if (isIdempotent) skipIfDone(ctx, state, job, employer);
  walk(ctx, state, job, employer);
}

/** Why a stretch of work fails, if it does. */
export function workFails(ctx: GroupContext, state: GroupState, job: Job, op: Op): number {
  const errorShare = either(ctx.params.errorShare, shareOf(state.strikes, 'error-share'));
  if (errorShare > 0 && ctx.uniform(ctx.prepared.errors) < errorShare) return REASON['work-failed'];
  if (op.step === ctx.prepared.poisonStep && ctx.isPoison(job.upload)) return REASON['poison-message'];
  return REASON.none;
}

/** The job is over: its slot is free, its upload kept here no longer. */
export function endJob(ctx: GroupContext, state: GroupState, job: Job, instance: Instance, reason: number): void {
  if (ctx.prepared.metersUtilisation) meter(instance, ctx.now());
  freeJob(state.jobs, job);
  ctx.release(job.upload, reason);
  instance.busy -= 1;
  instance.pieces += 1;
  if (instance.phase === 'in-service') state.freeSlots += 1;
}

/** All jobs of an instance end with it. Their callers hear of it, unless the instance is gone without a word. */
export function dropJobs(ctx: GroupContext, state: GroupState, instance: Instance, isSilent: boolean): void {
  for (const job of state.jobs.all) {
    if (job.isActive === 1 && job.place === instance.place) dropJob(ctx, state, job, instance, isSilent);
  }
  instance.busy = 0;
}

function dropJob(ctx: GroupContext, state: GroupState, job: Job, instance: Instance, isSilent: boolean): void {
  ctx.record(FACT['job.failed'], job.upload, instance.id, 0, job.index, REASON['connection-reset']);
  if (job.call >= 0) ctx.hangUp(job.call);
  const reason = job.request >= 0 ? REASON['connection-reset'] : REASON['crashed-after-accepting'];
  if (isSilent && job.request >= 0) {
    ctx.drop(ctx.message(job.request), REASON['connection-reset']);
    job.request = -1;
  } else answerCaller(ctx, job, REASON['connection-reset']);
  freeJob(state.jobs, job);
  ctx.release(job.upload, reason);
}

/** Adds up the slots that were taken since it was last metered. */
export function meter(instance: Instance, now: SimTime): void {
  instance.busyTime += instance.busy * (now - instance.meteredAt);
  instance.meteredAt = now;
}
