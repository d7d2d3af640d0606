/**
 * A run: what one environment does for one request, one event or one batch. It begins as soon as there is an environment,
 * ends with the program, in an error, at the time-out or in a crash, and is billed to the millisecond.
 */
import { MICROSECONDS_PER_SECOND, type SimTime, seconds } from '../../engine/time.ts';
import { FACT } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { aboutSame, freeJob, type Job, takeJob } from '../work/job.ts';
import type { Op } from '../work/program.ts';
import { either, factorOf, isStruck, piecesUntilFull, shareOf } from '../work/strikes.ts';
import { answerCaller, type Employer, failJob, NEVER_ANSWERED, skipIfDone, walk } from '../work/walk.ts';
import { eventEnded } from './asynchronous.ts';
import { entryEnded, reasonOfRun, uploadOf } from './batches.ts';
import { claim, endIdle, isBadStart, leaveWork, provision, startTime, waitFor } from './environments.ts';
import {
  type Batch,
  type Environment,
  type FunctionContext,
  type FunctionState,
  type HeldEvent,
  type PreparedMapping,
  SOURCE,
  WAKE,
} from './function-state.ts';
import { leadsNowhere } from './permissions.ts';
import { queueBatchEnded } from './queue-mapping.ts';
import { REFERENCE_VCPU } from './runtimes.ts';
import { streamBatchEnded } from './stream-mapping.ts';
import { traitsOf, vcpuOfVersion, versionFor } from './versions.ts';

/** AWS Lambda: billed by the millisecond since December 2020; a part of one counts as one. */
const BILLED_STEP: SimTime = MICROSECONDS_PER_SECOND / 1000;
/** Last column of `invocation.finished`: the version times this, and this for an environment kept for the alias. */
const VERSION_STEP = 256;
const AHEAD = 16_777_216;

/** What becomes of the jobs of a function. */
export const employer: Employer<FunctionContext, FunctionState> = {
  speed(ctx, state, job) {
    const { version } = environmentOf(state, job);
    const usable = Math.min(vcpuOfVersion(ctx, version), ctx.params.threads);
    return usable / REFERENCE_VCPU / traitsOf(ctx, version).workFactor;
  },
  slowness: ({ strikes }) => factorOf(strikes, 'slow-down'),
  instanceOf: (state, job) => environmentOf(state, job).id,
  workFails,
  barsCall,
  finished: (ctx, state, job) => endJob(ctx, state, job, REASON.none),
  failed: (ctx, state, job, reason) => endJob(ctx, state, job, reason),
};

function environmentOf(state: FunctionState, job: Job): Environment {
  return state.environments[job.place] as Environment;
}

function workFails(ctx: FunctionContext, state: FunctionState, job: Job, { step }: Op): number {
  if (step === ctx.prepared.poisonStep && ctx.isPoison(job.upload)) return REASON['poison-message'];
  const own = traitsOf(ctx, environmentOf(state, job).version).errorShare;
  const errorShare = either(own, shareOf(state.strikes, 'error-share'));
  if (errorShare > 0 && ctx.uniform(ctx.prepared.streams.errors) < errorShare) return REASON['work-failed'];
  return REASON.none;
}

/** A call that the role does not allow is refused; one that finds no way hears nothing until somebody gives up. */
function barsCall(ctx: FunctionContext, _state: FunctionState, job: Job): number {
  const door = ctx.prepared.doors[job.pc] as number;
  if (!leadsNowhere(door)) return door;
  const timeout = seconds(ctx.params.callTimeoutSeconds);
  if (timeout > 0) ctx.wakeAfter(timeout, WAKE.noWayOut, job.index, job.life);
  return NEVER_ANSWERED;
}

/** To be called when a call that found no way has waited long enough. */
export function endWaitForNobody(ctx: FunctionContext, state: FunctionState, job: Job): void {
  if (job.failing === REASON.none) {
    failJob(ctx, state, job, ctx.prepared.doors[job.pc] as number, employer);
    return;
  }
  job.pc += 1;
  walk(ctx, state, job, employer);
}

// Beginning

/** Has an environment do it, now or as soon as it has started. If there is none, the reason why. */
export function invoke(ctx: FunctionContext, state: FunctionState, source: number, subject: number): number {
  const claimed = claim(ctx, state, versionFor(ctx));
  if (typeof claimed === 'number') return claimed;
  claimed.source = source;
  claimed.subject = subject;
  claimed.upload = uploadOfRun(ctx, state, claimed);
  if (claimed.phase === 'idle') beginRun(ctx, state, claimed, false);
  return REASON.none;
}

function uploadOfRun(ctx: FunctionContext, state: FunctionState, { source, subject }: Environment): number {
  if (source === SOURCE.caller) return ctx.message(subject).upload;
  if (source === SOURCE.event) return (state.events.get(subject) as HeldEvent).upload;
  return uploadOf((state.batches.get(subject) as Batch).entries);
}

/** The environment is ready. A start that it still owes is part of the run, of its bill and of its time-out. */
export function beginRun(ctx: FunctionContext, state: FunctionState, environment: Environment, isCold: boolean): void {
  environment.phase = 'busy';
  environment.run += 1;
  environment.isCold = isCold ? 1 : 0;
  environment.startBilled = isCold ? environment.startTakes : 0;
  environment.billedFrom = ctx.now() - environment.startBilled;
  waitFor(ctx, environment, ctx.now() + seconds(ctx.params.timeoutSeconds));
  if (environment.owesStart === 0) {
    workOn(ctx, state, environment);
    return;
  }
  environment.owesStart = 0;
  environment.isCold = 1;
  environment.startTakes = startTime(ctx, state, environment.version);
  environment.isBad = isBadStart(ctx, state) ? 1 : 0;
  ctx.wakeAfter(environment.startTakes, WAKE.restarted, environment.place, environment.run);
}

/** The start that the environment owed is over. */
export function restarted(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  environment.startBilled += environment.startTakes;
  workOn(ctx, state, environment);
}

/** Begins job after job, as long as each is over as soon as it has begun. */
function workOn(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  for (;;) {
    const reason = reasonToGoDown(state, environment);
    if (reason !== REASON.none) {
      cutOff(ctx, state, environment, reason);
      return;
    }
    const job = beginJob(ctx, state, environment);
    environment.beginning = 1;
    walk(ctx, state, job, employer);
    const isOver = environment.beginning === 2;
    environment.beginning = 0;
    if (!isOver || !goesOn(ctx, state, environment)) return;
  }
}

/** Why the environment goes down where the next piece of work begins; none if it does not. */
function reasonToGoDown({ strikes }: FunctionState, { isBad, pieces }: Environment): number {
  if (isBad === 1) return REASON['work-failed'];
  const isFull = pieces >= piecesUntilFull(strikes);
  return isFull || isStruck(strikes, 'crash') ? REASON['connection-reset'] : REASON.none;
}

function beginJob(ctx: FunctionContext, state: FunctionState, environment: Environment): Job {
  const about = subjectOf(ctx, state, environment);
  const job = takeJob(state.jobs, environment.place, about.upload);
  aboutSame(job, about);
  ctx.keep(job.upload);
  environment.job = job.index;
  if (environment.source === SOURCE.caller) job.request = environment.subject;
  else if (environment.source === SOURCE.event) job.attempt = (about as HeldEvent).failures + 1;
  else {
    const { item, receipt, receiveCount } = about as BatchEntry;
    job.item = item;
    job.receipt = receipt;
    job.attempt = receiveCount;
  }
  // A caller's request is answered, and a batch told of by itself; of an event nothing else says that it is at work now.
  const broughtBy = environment.source === SOURCE.event ? (about as HeldEvent).message + 1 : 0;
  ctx.record(FACT['job.began'], job.upload, environment.id, broughtBy, job.index, environment.isCold);
  environment.isCold = 0;
  if (ctx.params.idempotent === 'yes') skipIfDone(ctx, state, job, employer);
  return job;
}

/** What the present job is about. */
function subjectOf(
  ctx: FunctionContext,
  state: FunctionState,
  { source, subject }: Environment,
): Message | HeldEvent | BatchEntry {
  if (source === SOURCE.caller) return ctx.message(subject);
  if (source === SOURCE.event) return state.events.get(subject) as HeldEvent;
  const batch = state.batches.get(subject) as Batch;
  return batch.entries[batch.at] as BatchEntry;
}

// Ending

function endJob(ctx: FunctionContext, state: FunctionState, job: Job, reason: number): void {
  const environment = environmentOf(state, job);
  const fact = FACT[reason === REASON.none ? 'job.finished' : 'job.failed'];
  ctx.record(fact, job.upload, environment.id, 0, job.index, reason);
  answerCaller(ctx, job, reason);
  forgetJob(ctx, state, environment, job, reason);
  noteEnd(ctx, state, environment, reason);
}

function forgetJob(
  ctx: FunctionContext,
  state: FunctionState,
  environment: Environment,
  job: Job,
  reason: number,
): void {
  freeJob(state.jobs, job);
  environment.job = -1;
  environment.pieces += 1;
  ctx.release(job.upload, reason);
}

/** What follows is decided in one place only, so that many jobs that are over at once do not nest. */
function noteEnd(ctx: FunctionContext, state: FunctionState, environment: Environment, reason: number): void {
  environment.reason = reason;
  if (environment.beginning === 1) environment.beginning = 2;
  else if (goesOn(ctx, state, environment)) workOn(ctx, state, environment);
}

/** Whether another entry of the batch follows; if not, the run is over. */
function goesOn(ctx: FunctionContext, state: FunctionState, environment: Environment): boolean {
  const { source, subject, reason } = environment;
  if (source !== SOURCE.batch) {
    endRun(ctx, state, environment, reason);
    return false;
  }
  const batch = state.batches.get(subject) as Batch;
  if (entryEnded(ctx, batch, reason)) return true;
  endRun(ctx, state, environment, reasonOfRun(ctx, batch, reason));
  return false;
}

/** The run has taken as long as it may: what it was at is gone with it. */
export function timeOut(ctx: FunctionContext, state: FunctionState, environment: Environment): void {
  cutOff(ctx, state, environment, REASON['function-timed-out']);
}

/** Whatever runs goes down. */
export function crashAll(ctx: FunctionContext, state: FunctionState): void {
  for (const environment of state.environments) {
    if (environment.phase === 'busy') cutOff(ctx, state, environment, REASON['connection-reset']);
  }
}

/** The machine of one environment is lost: of those at work, or else of those that are idle, the one that came first. */
export function loseOne(ctx: FunctionContext, state: FunctionState): void {
  const inOrder = state.environments.toSorted((a, b) => a.id - b.id);
  const busy = inOrder.find(({ phase }) => phase === 'busy');
  const idle = inOrder.find(({ phase }) => phase === 'idle');
  if (busy !== undefined) cutOff(ctx, state, busy, REASON['connection-reset']);
  else if (idle !== undefined) {
    endIdle(ctx, state, idle);
    provision(ctx, state);
  }
}

/** The environment is reset in the middle of a run: the next one has to pay for a start. */
function cutOff(ctx: FunctionContext, state: FunctionState, environment: Environment, reason: number): void {
  const isStarting = environment.job < 0;
  const job = isStarting ? beginJob(ctx, state, environment) : (state.jobs.all[environment.job] as Job);
  const door = isStarting ? REASON.none : (ctx.prepared.doors[job.pc] as number);
  const why = leadsNowhere(door) ? door : reason;
  ctx.record(FACT['instance.crashed'], -1, environment.id, 0, 1, 0);
  ctx.record(FACT['job.failed'], job.upload, environment.id, 0, job.index, why);
  if (job.call >= 0) ctx.hangUp(job.call);
  answerCaller(ctx, job, reason);
  forgetJob(ctx, state, environment, job, reason);
  environment.owesStart = 1;
  environment.isBad = 0;
  environment.pieces = 0;
  endRun(ctx, state, environment, reason);
}

function endRun(ctx: FunctionContext, state: FunctionState, environment: Environment, reason: number): void {
  const { id, source, subject, upload, version, isProvisioned, billedFrom, startBilled } = environment;
  const billed = Math.ceil((ctx.now() - billedFrom) / BILLED_STEP) * BILLED_STEP;
  const what = version * VERSION_STEP + reason + (isProvisioned === 1 ? AHEAD : 0);
  ctx.record(FACT['invocation.finished'], upload, id, billed, startBilled, what);
  environment.source = -1;
  environment.subject = -1;
  environment.upload = -1;
  leaveWork(ctx, state, environment);
  if (source === SOURCE.event) eventEnded(ctx, state, subject, reason);
  else if (source === SOURCE.batch) batchEnded(ctx, state, state.batches.get(subject) as Batch, reason);
}

function batchEnded(ctx: FunctionContext, state: FunctionState, batch: Batch, reason: number): void {
  const { isStream } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  if (isStream) streamBatchEnded(ctx, state, batch, reason);
  else queueBatchEnded(ctx, state, batch, reason);
}
