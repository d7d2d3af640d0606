/** How the instances of a group take their work from a queue: polls, batches, deletion, and messages kept out of sight. */
import { seconds } from '../../engine/time.ts';
import { OPERATION } from '../facts.ts';
import type { BatchEntry, Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import type { Job } from '../work/job.ts';
import { DELETE, type Op } from '../work/program.ts';
import { EXTEND, type GroupContext, type GroupState, type Instance, type OpenBatch, POLL } from './group-state.ts';
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
  } else if (instance.busy < slotsPerInstance && instance.polls.length + instance.pauses + instance.held.length === 0) {
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
  const entries = entriesOf(message);
  if (entries.length > 0) {
    for (const entry of entries) {
      ctx.keep(entry.upload);
      instance.held.push(entry);
    }
    if (ctx.prepared.deletesTogether) {
      instance.batches.push({ receipts: entries.map(({ receipt }) => receipt), left: entries.length, done: [] });
    }
    startHeld(ctx, state, instance);
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

/** All that an answer brings, be it one message or several. One by itself has its message group for itself. */
function entriesOf(message: Message): readonly BatchEntry[] {
  if (message.batch.length > 0 || message.item < 0) return message.batch;
  const { item, receipt, upload, object, event, content, receiveCount, sentAt } = message;
  return [{ item, receipt, upload, object, event, content, group: -1, receiveCount, sentAt }];
}

/** The rest of a batch, as far as there are free slots; those of one message group one after another. */
export function startHeld(ctx: GroupContext, state: GroupState, instance: Instance): void {
  while (instance.busy < ctx.params.slotsPerInstance) {
    const [entry] = instance.held.splice(nextHeld(instance), 1);
    if (entry === undefined) return;
    startItem(ctx, state, instance, entry);
    ctx.release(entry.upload);
  }
}

/** Place of the first message whose message group, if it has one, is not being worked on here. */
function nextHeld({ held, atWork }: Instance): number {
  const place = held.findIndex(({ group }) => group < 0 || atWork.every((other) => other.group !== group));
  return place < 0 ? held.length : place;
}

function startItem(ctx: GroupContext, state: GroupState, instance: Instance, entry: BatchEntry): void {
  const job = beginJob(ctx, state, instance, entry, entry.receiveCount);
  job.item = entry.item;
  job.receipt = entry.receipt;
  if (entry.group >= 0 || ctx.prepared.deletesTogether) instance.atWork.push(entry);
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

/** The work on a message is over, well or badly: what follows for its message group and its batch. */
export function settle(ctx: GroupContext, instance: Instance, job: Job, reason: number): void {
  if (job.item < 0) return;
  const place = instance.atWork.findIndex(({ receipt }) => receipt === job.receipt);
  const [entry] = place < 0 ? [] : instance.atWork.splice(place, 1);
  if (entry === undefined) return;
  if (reason !== REASON.none && entry.group >= 0) letGoOfGroup(ctx, instance, entry.group, reason);
  leaveBatch(ctx, instance, entry, reason === REASON.none);
}

/** What comes after a failure in the same message group must not be done before it: it is left to be seen again. */
function letGoOfGroup(ctx: GroupContext, instance: Instance, group: number, reason: number): void {
  const gone = instance.held.filter((entry) => entry.group === group);
  instance.held = instance.held.filter((entry) => entry.group !== group);
  for (const entry of gone) {
    ctx.release(entry.upload, reason);
    leaveBatch(ctx, instance, entry, false);
  }
}

/** One less is left to do of a batch; with the last one all that is done of it is deleted. */
function leaveBatch(ctx: GroupContext, instance: Instance, entry: BatchEntry, isDone: boolean): void {
  const place = instance.batches.findIndex(({ receipts }) => receipts.includes(entry.receipt));
  if (place < 0) return;
  const batch = instance.batches[place] as OpenBatch;
  batch.left -= 1;
  if (isDone) batch.done.push(entry);
  if (batch.left > 0) return;
  instance.batches.splice(place, 1);
  deleteAll(ctx, batch.done);
}

/** A batch is what came in one answer, and so no more than one request may delete (Amazon SQS: 10). */
function deleteAll(ctx: GroupContext, entries: readonly BatchEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const message = ctx.call(ctx.prepared.queueLink, OPERATION.delete, first.upload, NO_MATTER);
  message.item = first.item;
  message.receipt = first.receipt;
  message.batch = entries;
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
  instance.atWork = [];
  instance.batches = [];
}
