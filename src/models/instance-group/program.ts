/** The steps of a group, laid out as one list of operations that a job walks through. */
import { sampler } from '../../engine/distributions.ts';
import { OBJECT, OPERATION, STEP, type StoredObject } from '../facts.ts';
import type { Context } from '../model.ts';
import type { Call, StepProgram, Values } from '../parameters.ts';
import { renditionMegabytesPerMinute } from '../video.ts';
import type { instanceGroupParameters } from './params.ts';

export const WORK = 0;
export const CALL = 1;
export const HAND_ON = 2;
export const STEP_DONE = 3;
export const ANSWER = 4;
export const DELETE = 5;
export const END = 6;

/** One operation; every one has the same fields, so that walking stays fast. */
export interface Op {
  op: number;
  step: number;
  /** WORK: seconds for a uniform number; per minute of video if `perVideoMinute`. */
  seconds: (u: number) => number;
  stream: number;
  perVideoMinute: boolean;
  makes: number;
  /** CALL, HAND_ON, DELETE. */
  link: number;
  operation: number;
  object: number;
  /** Size of what is sent: the master's own where negative, else this many MB per minute of video. */
  megabytesPerMinute: number;
}

type Unprepared = Context<Values<typeof instanceGroupParameters>, undefined>;

/**
 * The operations of the group's steps, in order; for work from a queue the deletion comes last. The caller is told after
 * the step `answerAfter`; after the last one where the group has no such step.
 */
export function program(ctx: Unprepared): Op[] {
  const { steps, answerAfter, queue } = ctx.params;
  const ops: Op[] = [];
  const answeringStep = steps.some(({ step }) => step === answerAfter) ? answerAfter : steps.at(-1)?.step;
  for (const step of steps) {
    for (const call of step.before ?? []) ops.push(callOp(ctx, step, call));
    for (const work of step.work) {
      ops.push({
        ...blank,
        op: WORK,
        step: STEP[step.step],
        seconds: sampler(work.seconds),
        stream: ctx.stream(`work: ${step.step}`),
        perVideoMinute: work.perVideoMinute ?? false,
        makes: work.makes === undefined ? 0 : OBJECT[work.makes],
      });
    }
    for (const call of step.after ?? []) ops.push(callOp(ctx, step, call));
    ops.push({ ...blank, op: STEP_DONE, step: STEP[step.step] });
    if (step.step === answeringStep) ops.push({ ...blank, op: ANSWER });
  }
  if (steps.length === 0) ops.push({ ...blank, op: ANSWER });
  if (queue !== null) {
    ops.push({ ...blank, op: DELETE, link: ctx.linkTo(queue), operation: OPERATION.delete });
  }
  ops.push({ ...blank, op: END });
  return ops;
}

const blank: Op = {
  op: END,
  step: 0,
  seconds: () => 0,
  stream: 0,
  perVideoMinute: false,
  makes: 0,
  link: 0,
  operation: 0,
  object: 0,
  megabytesPerMinute: -1,
};

function callOp(ctx: Unprepared, step: StepProgram, call: Call): Op {
  return {
    ...blank,
    op: call.operation === 'hand-on' ? HAND_ON : CALL,
    step: STEP[step.step],
    link: ctx.linkTo(call.to),
    operation: OPERATION[call.operation],
    object: call.object === undefined ? 0 : OBJECT[call.object],
    megabytesPerMinute: sizeOf(call),
  };
}

function sizeOf(call: Call): number {
  if (call.operation === 'send' || call.operation === 'write') return 0;
  return megabytesPerMinuteOf(call.object ?? 'master');
}

function megabytesPerMinuteOf(object: StoredObject): number {
  return object === 'master' ? -1 : renditionMegabytesPerMinute[object];
}
