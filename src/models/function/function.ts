/**
 * Runs a program for as long as there is something to do, in environments that come and go by themselves. It is called and
 * answers, is handed events and runs them later, or is fed from queues and streams by its own pollers.
 */
import type { SimTime } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Model } from '../model.ts';
import { REASON } from '../reasons.ts';
import type { Job } from '../work/job.ts';
import { answerArrived, CALL_TIMED_OUT, callTimedOut, WORK_DONE, workDone } from '../work/walk.ts';
import { accept, delivered, duplicate, eventBegins, eventThrottled, eventToRun, isAwaited } from './asynchronous.ts';
import { downloaded, endIdle, initialised, isDue, provision, replaceResized } from './environments.ts';
import { functionFaults } from './faults.ts';
import {
  type Batch,
  type Environment,
  type FunctionContext,
  type FunctionState,
  noEnvironments,
  type Prepared,
  type PreparedMapping,
  SOURCE,
  WAKE,
} from './function-state.ts';
import { inUse, isStopped, requestsPerSecond, takenOfAccount, takeRequest } from './limits.ts';
import { serverlessFunctionParameters } from './params.ts';
import { prepare } from './prepare.ts';
import {
  grow,
  leaveForbiddenQueues,
  pollAgain,
  pollAnswered,
  queueBatchThrottled,
  startPollers,
  windowOver,
} from './queue-mapping.ts';
import { beginRun, employer, endWaitForNobody, invoke, restarted, timeOut } from './runs.ts';
import {
  fetchAgain,
  fetchAnswered,
  laneDue,
  lookAnswered,
  startReaders,
  streamBatchThrottled,
} from './stream-mapping.ts';

export const serverlessFunction = {
  kind: 'function',
  parameters: serverlessFunctionParameters,
  prepare,
  start(ctx) {
    const { scaleUpEnvironments, reservedConcurrency } = ctx.params;
    const state = noEnvironments(scaleUpEnvironments, requestsPerSecond(ctx), reservedConcurrency);
    provision(ctx, state, true);
    // The role does the reading: without it nothing is fetched, until it comes.
    ctx.prepared.mappings.forEach(({ isStream }, mapping) => {
      if (isStream) ctx.wakeAfter(0, WAKE.readShards, mapping, 0);
      else startPollers(ctx, state, mapping);
    });
    return state;
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 1) takeAnswer(ctx, state, message);
    else takeRequestIn(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    switch (wake) {
      case WORK_DONE: {
        const job = state.jobs.all[a] as Job;
        if (job.life === b) workDone(ctx, state, job, employer);
        break;
      }
      case CALL_TIMED_OUT:
        callTimedOut(ctx, state, state.jobs.all[a] as Job, b, employer);
        break;
      case WAKE.noWayOut: {
        const job = state.jobs.all[a] as Job;
        if (job.life === b) endWaitForNobody(ctx, state, job);
        break;
      }
      case WAKE.restarted: {
        const environment = state.environments[a] as Environment;
        if (environment.phase === 'busy' && environment.run === b) restarted(ctx, state, environment);
        break;
      }
      case WAKE.eventDue:
        if (isAwaited(state, a, b)) runEvent(ctx, state, a);
        break;
      case WAKE.poll:
        pollAgain(ctx, state, a, b);
        break;
      case WAKE.windowOver:
        runBatch(ctx, state, windowOver(ctx, state, a, b));
        break;
      case WAKE.grow:
        grow(ctx, state, a);
        break;
      case WAKE.readShards:
        startReaders(ctx, state, a);
        break;
      case WAKE.fetch:
        fetchAgain(ctx, state, a);
        break;
      case WAKE.lane:
        runBatch(ctx, state, laneDue(ctx, state, a, b));
        break;
      default:
        wakeEnvironment(ctx, state, state.environments[a] as Environment, wake, b);
    }
  },
  turned(ctx, state, parameter) {
    state.reserved = ctx.params.reservedConcurrency;
    if (parameter === 'memoryMegabytes') replaceResized(ctx, state);
    if (parameter === 'mayCall') leaveForbiddenQueues(ctx, state);
    provision(ctx, state);
  },
  faults: functionFaults,
  gauges: {
    /** Environments at work, and those kept ready. */
    concurrency: inUse,
    'taken-of-account': takenOfAccount,
    /** Events taken over that are not at work. */
    waiting: (state) => state.waiting,
  },
  holds(state, visit) {
    const visitIfAny = ({ upload }: { upload: number }): void => {
      if (upload >= 0) visit(upload);
    };
    for (const job of state.jobs.all) if (job.isActive === 1) visitIfAny(job);
    for (const event of state.events.values()) visitIfAny(event);
    for (const { entries } of state.pollers) entries.forEach(visitIfAny);
    for (const { keepsEntries, entries } of state.batches.values()) if (keepsEntries === 1) entries.forEach(visitIfAny);
    for (const { reader, pieces } of state.lanes) {
      if (reader >= 0) for (const { entries } of pieces) entries.forEach(visitIfAny);
    }
  },
} satisfies Model<typeof serverlessFunctionParameters, FunctionState, Prepared>;

function wakeEnvironment(
  ctx: FunctionContext,
  state: FunctionState,
  environment: Environment,
  wake: number,
  life: number,
): void {
  if (environment.life !== life) return;
  if (wake === WAKE.downloaded) downloaded(ctx, environment);
  else if (wake === WAKE.initialised) {
    initialised(ctx, state, environment);
    if (environment.source >= 0) beginRun(ctx, state, environment, true);
  } else if (isDue(ctx, environment)) {
    if (environment.phase === 'busy') timeOut(ctx, state, environment);
    else endIdle(ctx, state, environment);
  }
}

// What comes in

const THROTTLED: number = REASON.throttled;

function takeRequestIn(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const { invokers } = ctx.prepared;
  if (invokers !== null && !invokers.has(message.caller)) refuse(ctx, message, REASON['resource-policy-missing']);
  else if (message.operation === OPERATION.check) ctx.answer(message);
  else if (message.operation === OPERATION.upload && message.isOneWay === 0) runForCaller(ctx, state, message);
  else runLater(ctx, state, message);
}

/** Synchronous: the caller waits, and hears of every error. */
function runForCaller(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const { id, upload } = message;
  // Of a function that was stopped the concurrency is told, not the rate, though it may have neither.
  const isTooOften = !isStopped(ctx) && !takeRequest(ctx, state);
  const reason = isTooOften ? THROTTLED : invoke(ctx, state, SOURCE.caller, message.slot);
  if (reason === REASON.none) return;
  tellThrottled(ctx, state, upload, id, reason, NOT_AGAIN);
  ctx.answer(message, reason);
}

function refuse(ctx: FunctionContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

/** Asynchronous: taken over at once, run as soon as there is an environment. */
function runLater(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const event = accept(ctx, state, message);
  const copy = duplicate(ctx, state, event);
  runEvent(ctx, state, event);
  if (copy >= 0) runEvent(ctx, state, copy);
}

function runEvent(ctx: FunctionContext, state: FunctionState, number: number): void {
  const event = eventToRun(ctx, state, number);
  if (event === undefined) return;
  eventBegins(state, event);
  const reason = invoke(ctx, state, SOURCE.event, number);
  if (reason === REASON.none) return;
  tellThrottled(ctx, state, event.upload, event.message, reason, eventThrottled(ctx, state, event));
}

function runBatch(ctx: FunctionContext, state: FunctionState, number: number): void {
  if (number < 0) return;
  const reason = invoke(ctx, state, SOURCE.batch, number);
  if (reason === REASON.none) return;
  const batch = state.batches.get(number) as Batch;
  const { isStream } = ctx.prepared.mappings[batch.mapping] as PreparedMapping;
  tellThrottled(ctx, state, -1, -1, reason, NOT_AGAIN);
  if (isStream) streamBatchThrottled(ctx, state, batch, reason);
  else queueBatchThrottled(ctx, state, batch, reason);
}

/** Instead of a time: whoever asked may try again, the function does not. */
const NOT_AGAIN = 0;

function tellThrottled(
  ctx: FunctionContext,
  state: FunctionState,
  upload: number,
  message: number,
  reason: number,
  nextAt: SimTime,
): void {
  ctx.record(FACT['invocation.throttled'], upload, message, inUse(state), nextAt, reason);
}

// What comes back

function takeAnswer(ctx: FunctionContext, state: FunctionState, message: Message): void {
  const { operation, token } = message;
  if (operation === OPERATION.receive) runBatch(ctx, state, pollAnswered(ctx, state, message));
  else if (operation === OPERATION.fetch) {
    if (token >= 0) fetchAnswered(ctx, state, message);
    else runBatch(ctx, state, lookAnswered(ctx, state, message));
  } else if (operation === OPERATION.delete) return;
  else if (token < 0) delivered(ctx, state, message);
  else answerArrived(ctx, state, state.jobs.all[token] as Job, message, employer);
}
