/**
 * Requests to a group: who gets a slot, who waits for one and how long, and who is turned away. Without a load balancer
 * the group is one address with one backlog; a load balancer says for which instance a request is, and each instance has
 * a backlog of its own.
 */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import { REASON } from '../reasons.ts';
import { type GroupContext, type GroupState, type Instance, instanceOf, WAITED, waitingIn } from './group-state.ts';
import { beginJob, startJob } from './jobs.ts';

export function takeRequest(ctx: GroupContext, state: GroupState, message: Message): void {
  if (message.target >= 0) takeRequestForOne(ctx, state, message);
  else if (message.operation === OPERATION.check) answerCheck(ctx, message, state.inService > 0);
  else if (state.inService === 0) turnAway(ctx, message, REASON['connection-refused']);
  else if (state.freeSlots > 0) beginRequest(ctx, state, leastBusy(ctx, state), message);
  else if (state.backlog.length - state.backlogHead >= ctx.params.backlogLimit) {
    refuse(ctx, message, REASON['backlog-full']);
  } else {
    state.backlog.push(message.slot);
    tellWaiting(ctx, state, message);
  }
}

/** One that drains still takes what the load balancer sent before it knew. */
function takeRequestForOne(ctx: GroupContext, state: GroupState, message: Message): void {
  const instance = instanceOf(state, message.target);
  const isUp = instance !== undefined && (instance.phase === 'in-service' || instance.phase === 'draining');
  if (message.operation === OPERATION.check) answerCheck(ctx, message, isUp);
  else if (!isUp) turnAway(ctx, message, REASON['connection-refused']);
  else if (instance.busy < ctx.params.slotsPerInstance) beginRequest(ctx, state, instance, message);
  else if (instance.backlog.length >= ctx.params.backlogLimit) refuse(ctx, message, REASON['backlog-full']);
  else {
    instance.backlog.push(message.slot);
    state.waitingAtInstances += 1;
    tellWaiting(ctx, state, message);
  }
}

/** A health check needs no slot, and is no request that anybody counts. */
function answerCheck(ctx: GroupContext, message: Message, isUp: boolean): void {
  if (isUp) ctx.answer(message);
  else if (ctx.prepared.isSilentWhenDown) ctx.drop(message, REASON['connection-refused']);
  else ctx.answer(message, REASON['connection-refused']);
}

function tellWaiting(ctx: GroupContext, state: GroupState, message: Message): void {
  ctx.record(FACT['request.waiting'], message.upload, message.id, 0, waitingIn(state), 0);
  const { backlogTimeoutSeconds } = ctx.params;
  if (backlogTimeoutSeconds > 0) ctx.wakeAfter(seconds(backlogTimeoutSeconds), WAITED, message.slot, message.id);
}

function refuse(ctx: GroupContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

/** What is down refuses at once, or stays silent. */
function turnAway(ctx: GroupContext, message: Message, reason: number): void {
  if (!ctx.prepared.isSilentWhenDown) {
    refuse(ctx, message, reason);
    return;
  }
  ctx.record(FACT['request.refused'], message.upload, message.id, 1, 0, reason);
  ctx.drop(message, reason);
}

/** Gives a request a slot. It goes with the job; one that nobody waits for is done with now that its job has begun. */
function beginRequest(ctx: GroupContext, state: GroupState, instance: Instance, message: Message): void {
  const job = beginJob(ctx, state, instance, message);
  if (message.isOneWay === 1) ctx.answer(message);
  else job.request = message.slot;
  startJob(ctx, state, job);
}

/** The least busy instance in service, if there is a free slot; of several the first in the list. */
function leastBusy(ctx: GroupContext, state: GroupState): Instance {
  const { instances } = state;
  let best = instances[0] as Instance;
  let least = ctx.params.slotsPerInstance;
  for (let place = 0; place < instances.length && least > 0; place += 1) {
    const instance = instances[place] as Instance;
    if (instance.phase === 'in-service' && instance.busy < least) {
      best = instance;
      least = instance.busy;
    }
  }
  return best;
}

/** Free slots go to those who have waited longest. */
export function serveBacklog(ctx: GroupContext, state: GroupState): void {
  while (state.freeSlots > 0 && state.backlogHead < state.backlog.length) {
    const slot = state.backlog[state.backlogHead] as number;
    state.backlogHead += 1;
    if (state.backlogHead > 64 && state.backlogHead * 2 > state.backlog.length) {
      state.backlog = state.backlog.slice(state.backlogHead);
      state.backlogHead = 0;
    }
    const message = ctx.message(slot);
    tellTaken(ctx, state, message);
    beginRequest(ctx, state, leastBusy(ctx, state), message);
  }
}

/** The same for those who wait for this very instance. */
export function serveOwnBacklog(ctx: GroupContext, state: GroupState, instance: Instance): void {
  while (instance.backlog.length > 0 && instance.busy < ctx.params.slotsPerInstance) {
    const slot = instance.backlog.shift() as number;
    state.waitingAtInstances -= 1;
    const message = ctx.message(slot);
    tellTaken(ctx, state, message);
    beginRequest(ctx, state, instance, message);
  }
}

function tellTaken(ctx: GroupContext, state: GroupState, { upload, id }: Message): void {
  ctx.record(FACT['request.taken'], upload, id, waitingIn(state), 0, 0);
}

/** A request has waited as long as it may: if it still does, it is refused. */
export function waitedTooLong(ctx: GroupContext, state: GroupState, slot: number, messageId: number): void {
  const message = ctx.message(slot);
  if (message.id !== messageId || message.caller < 0 || message.isAnswer === 1) return;
  const own = message.target < 0 ? undefined : instanceOf(state, message.target);
  const at = own === undefined ? state.backlog.indexOf(slot, state.backlogHead) : own.backlog.indexOf(slot);
  if (at < 0) return;
  (own ?? state).backlog.splice(at, 1);
  if (own !== undefined) state.waitingAtInstances -= 1;
  refuse(ctx, message, REASON['waited-too-long']);
}

/** Requests that wait live in the memory of the instances; with the last of them they are gone. */
export function resetBacklogIfNobodyServes(ctx: GroupContext, state: GroupState): void {
  if (state.inService > 0) return;
  const waiting = state.backlog.slice(state.backlogHead);
  state.backlog = [];
  state.backlogHead = 0;
  for (const slot of waiting) turnAway(ctx, ctx.message(slot), REASON['connection-reset']);
}

/** What waits for an instance that goes is told so: at a crash as everything that is down tells it, else by a reset. */
export function resetOwnBacklog(ctx: GroupContext, state: GroupState, instance: Instance, isCrash: boolean): void {
  const waiting = instance.backlog;
  instance.backlog = [];
  state.waitingAtInstances -= waiting.length;
  for (const slot of waiting) (isCrash ? turnAway : refuse)(ctx, ctx.message(slot), REASON['connection-reset']);
}
