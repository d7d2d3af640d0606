/**
 * How a job walks through its program. Whoever has jobs done (an instance group, a function) says how fast its machine
 * is and what becomes of a job at its end; the way is the same for all.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { EVENT, FACT, objects, type StoredObject } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import type { Context } from '../model.ts';
import { REASON } from '../reasons.ts';
import type { Job, Jobs } from './job.ts';
import {
  ANSWER,
  CALL,
  DELETE,
  END,
  endOf,
  FAILED,
  HAND_ON,
  megabytesPerMinuteOf,
  ONLY_ON,
  type Op,
  SAME_OBJECT,
  STEP_DONE,
  WORK,
} from './program.ts';

/** Wakes of the walk; those of a kind that uses it begin at `FIRST_OWN_WAKE`. (job, its life) and (job, id of the call). */
export const WORK_DONE = 0;
export const CALL_TIMED_OUT = 1;
export const FIRST_OWN_WAKE = 2;

export type WalkContext<C extends { program: readonly Op[] }> = Context<unknown, C>;

/** Instead of a reason: the call is made to nobody, and no answer will come. */
export const NEVER_ANSWERED = -1;

/** What differs between those who have jobs done. `X` is their context, `S` their state. */
export interface Employer<X, S> {
  /** How many times faster than the reference machine the job's machine is. */
  speed(ctx: X, state: S, job: Job): number;
  /** How many times as long work takes that begins now; 1 if nothing is wrong. */
  slowness(state: S): number;
  /**
   * Why the call that the job is about to make fails before it is made; none if it does not, as where nothing is said.
   * `NEVER_ANSWERED` if the job is to wait, and whoever employs it sees to the end of that.
   */
  barsCall?(ctx: X, state: S, job: Job): number;
  /** Number of the instance that does the job. */
  instanceOf(state: S, job: Job): number;
  /** Share of the stretches of work that end in an error, 0 to 1, and the number for this one. */
  workFails(ctx: X, state: S, job: Job, op: Op): number;
  /** The job has come to the end of its program. The caller has been answered. */
  finished(ctx: X, state: S, job: Job): void;
  /** The job has failed, and what is done on failure has been done. The caller has not been answered. */
  failed(ctx: X, state: S, job: Job, reason: number): void;
}

/** What all that has jobs done knows of them. */
interface WithJobs {
  jobs: Jobs;
}

/**
 * What happens once to an upload or to one object of it: a second event of the kind is a duplicate of the first. Items
 * are changed and people click as often as they like.
 */
const ONCE_PER_UPLOAD = [
  EVENT.none,
  EVENT['upload-complete'],
  EVENT['rendition-ready'],
  EVENT['video-ready'],
  EVENT['upload-failed'],
  EVENT['object-created'],
].reduce((bits, event) => bits | (1 << event), 0);

/** Room for events, objects, all parts and contents in one number that tells pieces of work apart. */
const EVENTS = 16;
const OBJECTS = 4;
const PARTS = 65_536;
const CONTENTS = 1_048_576;

/**
 * Takes a job that has not begun to walk to the end of its program if all that it is for has been done before or is being
 * done by another job of the component, and tells that it was recognised; else the job has the claim to that work until
 * it is over. For those who keep a note of what is done and of what they are at (idempotent ones).
 */
export function skipIfDone<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  employer: Employer<X, S>,
): void {
  const ops = ctx.prepared.program;
  const { parts, extras } = workOf(ops, job);
  if (job.upload < 0 || (parts === 0 && extras === 0)) return;
  const work = parts === 0 ? -1 - eventOf(job) : job.upload * PARTS + parts;
  const isDone = ctx.isDone(job.upload, parts) && areExtrasDone(state, job, extras);
  if (isDone || state.jobs.claims.has(work)) {
    ctx.record(FACT['duplicate.recognised'], job.upload, employer.instanceOf(state, job), 0, job.index, 0);
    job.pc = endOf(ops);
    return;
  }
  state.jobs.claims.set(work, job.index);
  job.claim = work;
}

/** One number for what a job is about: the upload, the event, the object and what else was said. */
function eventOf({ upload, object, event, content }: Job): number {
  return ((upload * EVENTS + event) * OBJECTS + object) * CONTENTS + content;
}

function areExtrasDone({ jobs }: WithJobs, job: Job, extras: number): boolean {
  return extras === 0 || ((jobs.extrasDone.get(eventOf(job)) ?? 0) & extras) === extras;
}

/** Walks on through the program until the job has to wait. */
export function walk<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  employer: Employer<X, S>,
): void {
  const ops = ctx.prepared.program;
  for (;;) {
    const op = ops[job.pc] as Op;
    switch (op.op) {
      case WORK:
        beginWork(ctx, state, job, op, employer);
        return;
      case CALL: {
        const bar = barTo(ctx, state, job, op, employer);
        if (bar === NEVER_ANSWERED) return;
        if (bar !== REASON.none) {
          // What is to be done on failure goes on without the call.
          if (job.failing !== REASON.none) break;
          failJob(ctx, state, job, bar, employer);
          return;
        }
        const message = ctx.call(op.link, op.operation, job.upload, job.index);
        load(ctx, message, op, job);
        awaitCall(ctx, job, message, op.timeout);
        return;
      }
      case DELETE: {
        const message = ctx.call(op.link, op.operation, job.upload, job.index);
        message.item = job.item;
        message.receipt = job.receipt;
        awaitCall(ctx, job, message, op.timeout);
        return;
      }
      case END:
        answerCaller(ctx, job, REASON.none);
        employer.finished(ctx, state, job);
        return;
      case FAILED:
        employer.failed(ctx, state, job, job.failing);
        return;
      case HAND_ON: {
        const bar = barTo(ctx, state, job, op, employer);
        if (bar === NEVER_ANSWERED) return;
        if (bar !== REASON.none) {
          // What is to be done on failure goes on without the call.
          if (job.failing !== REASON.none) break;
          failJob(ctx, state, job, bar, employer);
          return;
        }
        load(ctx, ctx.handOn(op.link, op.operation, job.upload), op, job);
        break;
      }
      case STEP_DONE:
        stepDone(ctx, state, job, op, employer);
        break;
      case ANSWER:
        answerCaller(ctx, job, REASON.none);
        break;
      case ONLY_ON:
        if ((op.events & (1 << job.event)) === 0) {
          job.pc = op.otherwise;
          continue;
        }
    }
    job.pc += 1;
  }
}

/** Why the call that comes next is not made; none if it is. */
function barTo<X extends WalkContext<{ program: readonly Op[] }>, S>(
  ctx: X,
  state: S,
  job: Job,
  op: Op,
  employer: Employer<X, S>,
): number {
  if (op.counted !== '' && triesBefore(ctx, op, job) >= op.atMost) return REASON['retries-exhausted'];
  return employer.barsCall === undefined ? REASON.none : employer.barsCall(ctx, state, job);
}

/** How often it has been tried, as what caused the job says; 0 if that says nothing of it. */
function triesBefore<X extends WalkContext<{ program: readonly Op[] }>>(ctx: X, op: Op, job: Job): number {
  const tries = saidIn(ctx, job)[op.counted];
  return typeof tries === 'number' ? tries : 0;
}

/** What caused the job says beside what it is about. */
function saidIn<X extends WalkContext<{ program: readonly Op[] }>>(ctx: X, job: Job): JsonObject {
  const said = ctx.contentOf(job.content);
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as JsonObject) : {};
}

function awaitCall<X extends WalkContext<{ program: readonly Op[] }>>(
  ctx: X,
  job: Job,
  message: Message,
  timeout: SimTime,
): void {
  job.call = message.slot;
  if (timeout > 0) ctx.wakeAfter(timeout, CALL_TIMED_OUT, job.index, message.id);
}

/** Says what a message carries, and how large that is. */
function load<X extends WalkContext<{ program: readonly Op[] }>>(ctx: X, message: Message, op: Op, job: Job): void {
  const object = op.object === SAME_OBJECT ? job.object : op.object;
  message.object = object;
  message.event = op.event;
  message.content = op.content === 0 ? job.content : op.content;
  if (op.counted !== '') {
    const rest = op.content === 0 ? saidIn(ctx, job) : (ctx.contentOf(op.content) as JsonObject);
    message.content = ctx.content({ ...rest, [op.counted]: triesBefore(ctx, op, job) + 1 });
  }
  if (job.upload < 0 || op.megabytesPerMinute === 0) return;
  const perMinute =
    op.object === SAME_OBJECT ? megabytesPerMinuteOf(objects[object] as StoredObject) : op.megabytesPerMinute;
  message.megabytes = perMinute < 0 ? ctx.megabytes(job.upload) : (perMinute * ctx.lengthSeconds(job.upload)) / 60;
}

function stepDone<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  op: Op,
  employer: Employer<X, S>,
): void {
  if (job.upload < 0) return;
  const parts = op.parts[job.object] as number;
  const extras = extrasOf(op, job);
  if (parts === 0 && extras === 0) return;
  if (ctx.isDone(job.upload, parts) && areExtrasDone(state, job, extras)) {
    ctx.record(FACT['duplicate.done'], job.upload, employer.instanceOf(state, job), 0, job.index, 0);
  }
  if (parts !== 0) ctx.partsDone(job.upload, parts);
  if (extras === 0) return;
  const event = eventOf(job);
  state.jobs.extrasDone.set(event, (state.jobs.extrasDone.get(event) ?? 0) | extras);
}

/** The bit of an extra step in what a job for its event has done; none where the event may come again. */
function extrasOf(op: Op, { event }: Job): number {
  return (ONCE_PER_UPLOAD & (1 << event)) === 0 ? 0 : op.extra;
}

function beginWork<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  op: Op,
  employer: Employer<X, S>,
): void {
  const amount = op.seconds(ctx.uniform(op.stream));
  const onReference = op.perVideoMinute && job.upload >= 0 ? (amount * ctx.lengthSeconds(job.upload)) / 60 : amount;
  const speed = employer.speed(ctx, state, job);
  const here = speed === 1 ? onReference : onReference * (1 - op.cpuShare + op.cpuShare / speed);
  const takes = seconds(here * employer.slowness(state));
  const instance = employer.instanceOf(state, job);
  ctx.record(FACT['step.began'], job.upload, instance, ctx.now() + takes, job.index, op.step + 256 * op.makes);
  ctx.wakeAfter(takes, WORK_DONE, job.index, job.life);
}

/** To be called on `WORK_DONE` of a job that still lives. */
export function workDone<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  employer: Employer<X, S>,
): void {
  const op = ctx.prepared.program[job.pc] as Op;
  const reason = employer.workFails(ctx, state, job, op);
  if (reason !== REASON.none) {
    failJob(ctx, state, job, reason, employer);
    return;
  }
  ctx.record(FACT['step.finished'], job.upload, employer.instanceOf(state, job), 0, job.index, op.step);
  job.pc += 1;
  walk(ctx, state, job, employer);
}

/** To be called with the answer to a job's call. */
export function answerArrived<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  message: Message,
  employer: Employer<X, S>,
): void {
  job.call = -1;
  if (message.reason !== REASON.none && job.failing === REASON.none) {
    failJob(ctx, state, job, REASON['dependency-failed'], employer);
    return;
  }
  job.pc += 1;
  walk(ctx, state, job, employer);
}

/** To be called on `CALL_TIMED_OUT`: hangs up if the job still waits for that very call. */
export function callTimedOut<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  messageId: number,
  employer: Employer<X, S>,
): void {
  if (job.isActive === 0 || job.call < 0) return;
  const message = ctx.message(job.call);
  if (message.id !== messageId) return;
  const waited = ctx.now() - message.sentAt;
  ctx.record(FACT['request.timed-out'], job.upload, message.id, waited, 0, message.operation);
  ctx.hangUp(job.call);
  job.call = -1;
  if (job.failing === REASON.none) {
    failJob(ctx, state, job, REASON['dependency-failed'], employer);
    return;
  }
  job.pc += 1;
  walk(ctx, state, job, employer);
}

/** Ends a job in failure: first what its step does then, if anything. */
export function failJob<X extends WalkContext<{ program: readonly Op[] }>, S extends WithJobs>(
  ctx: X,
  state: S,
  job: Job,
  reason: number,
  employer: Employer<X, S>,
): void {
  const { onFailure } = ctx.prepared.program[job.pc] as Op;
  if (onFailure < 0) {
    employer.failed(ctx, state, job, reason);
    return;
  }
  job.failing = reason;
  job.pc = onFailure;
  walk(ctx, state, job, employer);
}

/** Tells the caller, if there is one and it has not been told before. */
export function answerCaller<X extends WalkContext<{ program: readonly Op[] }>>(
  ctx: X,
  job: Job,
  reason: number,
): void {
  if (job.request < 0) return;
  const message = ctx.message(job.request);
  job.request = -1;
  ctx.answer(message, reason);
}

/** All parts, and all extra steps, that the program does for a message like the job's. */
function workOf(ops: readonly Op[], job: Job): { parts: number; extras: number } {
  let parts = 0;
  let extras = 0;
  let skipTo = 0;
  for (let pc = 0; pc < ops.length; pc += 1) {
    const op = ops[pc] as Op;
    if (pc < skipTo) continue;
    if (op.op === ONLY_ON && (op.events & (1 << job.event)) === 0) skipTo = op.otherwise;
    else if (op.op === STEP_DONE) {
      parts |= op.parts[job.object] as number;
      extras |= extrasOf(op, job);
    }
  }
  return { parts, extras };
}
