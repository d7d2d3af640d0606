/** The steps of a component, laid out as one list of operations that a job walks through. */
import { sampler } from '../../engine/distributions.ts';
import { type SimTime, seconds } from '../../engine/time.ts';
import { EVENT, OBJECT, OPERATION, STEP, type StoredObject } from '../facts.ts';
import type { Context } from '../model.ts';
import type { Call, StepProgram } from '../parameters.ts';
import { renditionMegabytesPerMinute } from '../video.ts';
import { partsOfRun, renditions } from './parts.ts';

export const WORK = 0;
export const CALL = 1;
export const HAND_ON = 2;
export const STEP_DONE = 3;
export const ANSWER = 4;
export const DELETE = 5;
export const END = 6;
/** Goes on only for the events of the step; for others past it. */
export const ONLY_ON = 7;
/** The end of what is done on failure. */
export const FAILED = 8;

/** Object of a call: that of the message that caused the job. */
export const SAME_OBJECT = -1;

/** One operation; every one has the same fields, so that walking stays fast. */
export interface Op {
  op: number;
  step: number;
  /** Where to go on if something here fails: what the step does on failure; -1 if nothing. */
  onFailure: number;
  /** WORK: seconds on the reference machine for a uniform number; per minute of video if `perVideoMinute`. */
  seconds: (u: number) => number;
  stream: number;
  perVideoMinute: boolean;
  /** WORK: share of the time that a faster machine shortens, 0 to 1. */
  cpuShare: number;
  makes: number;
  /** CALL, HAND_ON, DELETE. */
  link: number;
  operation: number;
  object: number;
  event: number;
  content: number;
  /** Name of what the call counts, and how far; empty if it counts nothing. */
  counted: string;
  atMost: number;
  /** Size of what is sent: the master's own where negative, else this many MB per minute of video. */
  megabytesPerMinute: number;
  /** Longest wait for the answer; 0 for no limit. */
  timeout: SimTime;
  /** STEP_DONE: parts that are then done, by the object of the job. ONLY_ON: bits of the events, and where to go else. */
  parts: readonly number[];
  /** STEP_DONE: the bit of an extra step among those of its program; 0 for the steps without which nothing is watchable. */
  extra: number;
  events: number;
  otherwise: number;
}

/** What of a component's parameters its program is made of. */
export interface ProgramParameters {
  steps: readonly StepProgram[];
  /** The step after which the caller is told; 'last' for the end. */
  answerAfter: string;
  /** Queue from which the work comes and in which it is deleted at the end; null if it does not come from a queue. */
  deleteFrom: string | null;
  /** Longest wait for the answer to a call, s; 0 for no limit. */
  callTimeoutSeconds: number;
}

type Unprepared = Pick<Context<unknown, undefined>, 'stream' | 'linkTo' | 'content'>;

/**
 * The operations of the steps, in order; for work from a queue the deletion comes last. The caller is told after the step
 * `answerAfter`; at the end where there is no such step.
 */
export function program(ctx: Unprepared, parameters: ProgramParameters): Op[] {
  const { steps, answerAfter, deleteFrom } = parameters;
  const timeout = seconds(parameters.callTimeoutSeconds);
  const ops: Op[] = [];
  const answeringStep = steps.some(({ step }) => step === answerAfter) ? answerAfter : steps.at(-1)?.step;
  let extras = 0;
  const failures: { step: StepProgram; from: number; to: number }[] = [];
  for (const step of steps) {
    const from = ops.length;
    if (step.on !== undefined) {
      ops.push({ ...blank, op: ONLY_ON, events: step.on.reduce((bits, event) => bits | (1 << EVENT[event]), 0) });
    }
    for (const call of step.before ?? []) ops.push(callOp(ctx, step, call, timeout));
    for (const work of step.work) {
      ops.push({
        ...blank,
        op: WORK,
        step: STEP[step.step],
        seconds: sampler(work.seconds),
        stream: ctx.stream(`work: ${step.step}`),
        perVideoMinute: work.perVideoMinute ?? false,
        cpuShare: work.cpuShare ?? 1,
        makes: work.makes === undefined ? 0 : OBJECT[work.makes],
      });
    }
    for (const call of step.after ?? []) ops.push(callOp(ctx, step, call, timeout));
    const parts = [0, ...renditions.map((each) => OBJECT[each])].map((object) => partsOfRun(step, object));
    const extra = step.step === 'extra' ? 1 << (extras & 31) : 0;
    if (extra !== 0) extras += 1;
    ops.push({ ...blank, op: STEP_DONE, step: STEP[step.step], parts, extra });
    if (step.on !== undefined) (ops[from] as Op).otherwise = ops.length;
    if (step.onFailure !== undefined) failures.push({ step, from, to: ops.length });
    if (step.step === answeringStep) ops.push({ ...blank, op: ANSWER });
  }
  if (steps.length === 0) ops.push({ ...blank, op: ANSWER });
  if (deleteFrom !== null) {
    ops.push({ ...blank, op: DELETE, link: ctx.linkTo(deleteFrom), operation: OPERATION.delete, timeout });
  }
  ops.push({ ...blank, op: END });
  for (const { step, from, to } of failures) {
    for (let place = from; place < to; place += 1) (ops[place] as Op).onFailure = ops.length;
    for (const call of step.onFailure ?? []) ops.push(callOp(ctx, step, call, timeout));
    ops.push({ ...blank, op: FAILED });
  }
  return ops;
}

/** Where the program ends when the work was found to be done already: at the deletion, or at the end. */
export function endOf(ops: readonly Op[]): number {
  const deletion = ops.findIndex(({ op }) => op === DELETE);
  return deletion >= 0 ? deletion : ops.findIndex(({ op }) => op === END);
}

/**
 * Code of the step whose work cannot be done for what is poison: the one that says so; where none does, `process`; in a
 * program without that work, the last of `store` and `manage`. -1 if there is none: whoever only takes uploads in does
 * not look into them.
 */
export function stepThatPoisonStops(steps: readonly StepProgram[]): number {
  const says = steps.find(({ failsOnPoison }) => failsOnPoison === true);
  if (says !== undefined) return STEP[says.step];
  const withWork = steps.filter(({ work }) => work.length > 0).map(({ step }) => step);
  const stopped = withWork.includes('process')
    ? 'process'
    : withWork.findLast((step) => step === 'store' || step === 'manage');
  return stopped === undefined ? -1 : STEP[stopped];
}

const blank: Op = {
  op: END,
  step: 0,
  onFailure: -1,
  seconds: () => 0,
  stream: 0,
  perVideoMinute: false,
  cpuShare: 1,
  makes: 0,
  link: 0,
  operation: 0,
  object: 0,
  event: 0,
  content: 0,
  counted: '',
  atMost: 0,
  megabytesPerMinute: -1,
  timeout: 0,
  parts: [],
  extra: 0,
  events: 0,
  otherwise: 0,
};

function callOp(ctx: Unprepared, step: StepProgram, call: Call, timeout: SimTime): Op {
  return {
    ...blank,
    op: call.operation === 'hand-on' ? HAND_ON : CALL,
    step: STEP[step.step],
    link: ctx.linkTo(call.to),
    operation: OPERATION[call.operation],
    object: call.object === undefined ? 0 : call.object === 'same' ? SAME_OBJECT : OBJECT[call.object],
    event: EVENT[call.event ?? 'none'],
    content: call.detail === undefined ? 0 : ctx.content(call.detail),
    counted: call.counting?.name ?? '',
    atMost: call.counting?.atMost ?? 0,
    megabytesPerMinute: sizeOf(call),
    timeout,
  };
}

/** Videos travel in full to where they are worked on or kept; everything else says only where they are. */
function sizeOf({ operation, object }: Call): number {
  const isVideo = operation === 'upload' || operation === 'hand-on' || operation === 'put' || operation === 'get';
  if (!isVideo) return 0;
  return object === undefined || object === 'same' ? -1 : megabytesPerMinuteOf(object);
}

/** Size of an object, MB per minute of video; negative for the master, whose size the upload says. */
export function megabytesPerMinuteOf(object: StoredObject): number {
  return object === 'master' ? -1 : renditionMegabytesPerMinute[object];
}
