/** How the instances of a group take their work from a queue: polls, batches, deletion, and messages kept out of sight. */
import { seconds } from '../../engine/time.ts';
import { OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import type { Job } from '../work/job.ts';
import { DELETE, type Op } from '../work/program.ts';
import { EXTEND, type GroupContext, type GroupState, type Instance, POLL } from './group-state.ts';
import { beginJob, startJob } from './jobs.ts';

/** Token of calls whose answers mean nothing more. */
const NO_MATTER = -1;

/**
 * An instance that takes one message at a time asks for one with every free slot. One that takes several asks once, when
 * none of the last batch waits for a slot any more.
 */
export function poll(ctx: GroupContext, instance: Instance): void {
  if (instance.phase !== 'in-service') return;
  const { slotsPerInstance, receiveBatch } = ctx.params;
  if (receiveBatch === 1) {
    while (instance.busy + instance.polls.length + instance.pauses < slotsPerInstance) ask(ctx, instance, 1);
  } else if (instance.busy < slotsPerInstance && instance.polls.length + instance.pauses === 0) {
    // While some of the last batch wait, every slot is taken.
    ask(ctx, instance, receiveBatch);
  }
}

function ask(ctx: GroupContext, instance: Instance, most: number): void {
  const message = ctx.call(ctx.prepared.queueLink, OPERATION.receive, -1, instance.place);
  message.most = most;
  instance.polls.push(message.slot);
}

export function takePollAnswer(ctx: GroupContext, state: GroupState, instance: Instance, message: Message): void {
  instance.polls.splice(instance.polls.indexOf(message.slot), 1);
  if (message.batch.length > 0) {
    for (const entry of message.batch) {
      ctx.keep(entry.upload);
      instance.held.push(entry);
    }
    startHeld(ctx, state, instance);
    poll(ctx, instance);
  } else if (message.item >= 0) {
    startItem(ctx, state, instance, message);
    poll(ctx, instance);
  } else if (instance.phase === 'in-service') {
    const pause = seconds(ctx.params.pollIntervalSeconds) - (ctx.now() - message.sentAt);
    if (pause <= 0) {
      poll(ctx, instance);
      return;
    }
    instance.pauses += 1;
    ctx.wakeAfter(pause, POLL, instance.place, instance.life);
  }
}

/** The rest of a batch, as far as there are free slots. */
export function startHeld(ctx: GroupContext, state: GroupState, instance: Instance): void {
  while (instance.held.length > 0 && instance.busy < ctx.params.slotsPerInstance) {
    const entry = instance.held.shift() as BatchEntry;
    startItem(ctx, state, instance, entry);
    ctx.release(entry.upload);
  }
}

function startItem(ctx: GroupContext, state: GroupState, instance: Instance, source: Message | BatchEntry): void {
  const job = beginJob(ctx, state, instance, source);
  job.item = source.item;
  job.receipt = source.receipt;
  planExtension(ctx, job);
  startJob(ctx, state, job);
}

/** Half of the time that each extension lasts, so that there is always some left. */
function planExtension(ctx: GroupContext, job: Job): void {
  const { extendVisibilitySeconds } = ctx.params;
  if (extendVisibilitySeconds > 0) ctx.wakeAfter(seconds(extendVisibilitySeconds / 2), EXTEND, job.index, job.life);
}

/** Keeps the message of a job that goes on out of sight; one that is just being deleted needs no more of it. */
export function extend(ctx: GroupContext, job: Job): void {
  if ((ctx.prepared.program[job.pc] as Op).op === DELETE) return;
  const message = ctx.call(ctx.prepared.queueLink, OPERATION.extend, job.upload, NO_MATTER);
  message.item = job.item;
  message.receipt = job.receipt;
  message.most = ctx.params.extendVisibilitySeconds;
  planExtension(ctx, job);
}

/** The work of a message is done; it will be deleted with the others of its batch. */
export function noteDone(instance: Instance, job: Job): void {
  const { item, receipt, upload, object, event, content } = job;
  instance.done.push({ item, receipt, upload, object, event, content, receiveCount: job.attempt, sentAt: 0 });
}

/** Deletes what is done of a batch of which nothing is left to do. */
export function deleteDone(ctx: GroupContext, instance: Instance): void {
  const [first] = instance.done;
  if (first === undefined || instance.busy + instance.held.length > 0) return;
  const message = ctx.call(ctx.prepared.queueLink, OPERATION.delete, first.upload, NO_MATTER);
  message.item = first.item;
  message.receipt = first.receipt;
  message.batch = instance.done;
  instance.done = [];
}

/** An instance that drains asks for nothing more. */
export function stopPolling(ctx: GroupContext, instance: Instance): void {
  instance.polls = instance.polls.filter((slot) => {
    // An answer that is on its way may bring a message: that one is still worked on.
    if (ctx.message(slot).isAnswer === 1) return true;
    ctx.hangUp(slot);
    return false;
  });
}

/** The instance goes: answers on their way will find nobody, and what it held is seen again in its queue later. */
export function dropPolls(ctx: GroupContext, instance: Instance): void {
  for (const slot of instance.polls) ctx.hangUp(slot);
  instance.polls = [];
  instance.pauses = 0;
  for (const { upload } of instance.held) ctx.release(upload, REASON['connection-reset']);
  instance.held = [];
  instance.done = [];
}
