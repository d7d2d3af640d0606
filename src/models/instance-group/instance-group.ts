/**
 * Instances that do one or more steps of the work. They are called and answer, or take their work from a queue.
 * A slot stays taken while its work waits for another component: that is how a slow one slows its callers.
 * If several steps live in one group, what takes an instance down takes them all.
 */
import { type SimTime, seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Model } from '../model.ts';
import { REASON } from '../reasons.ts';
import { aboutSame, freeJob, type Job, noJobs, takeJob } from '../work/job.ts';
import { program } from '../work/program.ts';
import {
  answerArrived,
  answerCaller,
  CALL_TIMED_OUT,
  callTimedOut,
  type Employer,
  FIRST_OWN_WAKE,
  WORK_DONE,
  walk,
  workDone,
} from '../work/walk.ts';
import { type GroupContext, type GroupState, type Instance, takePlace } from './group-state.ts';
import { instanceGroupParameters } from './params.ts';
import { clampDesired, evaluate, setDesired } from './scaling.ts';

/** Wakes, after those of the walk. `life` tells an instance from later ones in the same place. */
const RUNNING = FIRST_OWN_WAKE; // (place, life)
const IN_SERVICE = FIRST_OWN_WAKE + 1; // (place, life)
const POLL = FIRST_OWN_WAKE + 2; // (place, life)
const EVALUATE = FIRST_OWN_WAKE + 3;

export const instanceGroup = {
  kind: 'instance-group',
  parameters: instanceGroupParameters,
  prepare: (ctx) => ({
    program: program(ctx, {
      steps: ctx.params.steps,
      answerAfter: ctx.params.answerAfter,
      deleteFrom: ctx.params.queue,
      callTimeoutSeconds: 0,
    }),
    queueLink: ctx.params.queue === null ? -1 : ctx.linkTo(ctx.params.queue),
  }),
  start(ctx) {
    const state: GroupState = {
      instances: [],
      freePlaces: [],
      nextInstance: 0,
      desired: 0,
      lastChangeAt: Number.NEGATIVE_INFINITY,
      freeSlots: 0,
      inService: 0,
      jobs: noJobs(),
      backlog: [],
      backlogHead: 0,
      crashes: 0,
    };
    state.desired = clampDesired(ctx, ctx.params.desired);
    for (let i = 0; i < state.desired; i += 1) {
      const instance = takePlace(state);
      ctx.record(FACT['instance.launched'], -1, instance.id, ctx.now(), 0, 0);
      run(ctx, instance, 0);
      goInService(ctx, state, instance);
    }
    if (ctx.params.scaling !== null) planEvaluation(ctx);
    return state;
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 0) takeRequest(ctx, state, message);
    else if (message.operation === OPERATION.receive) takePollAnswer(ctx, state, message);
    else answerArrived(ctx, state, state.jobs.all[message.token] as Job, message, employer);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === WORK_DONE) {
      const job = state.jobs.all[a] as Job;
      if (job.life === b) workDone(ctx, state, job, employer);
    } else if (wake === CALL_TIMED_OUT) {
      callTimedOut(ctx, state, state.jobs.all[a] as Job, b, employer);
    } else if (wake === EVALUATE) {
      evaluate(ctx, state, hands);
      planEvaluation(ctx);
    } else {
      const instance = state.instances[a] as Instance;
      if (instance.life !== b) return;
      if (wake === RUNNING) boot(ctx, instance);
      else if (wake === IN_SERVICE) goInService(ctx, state, instance);
      else {
        instance.pauses -= 1;
        poll(ctx, instance);
      }
    }
  },
  turned(ctx, state, parameter) {
    const isSetByHand = parameter === 'desired' || ctx.params.scaling === null;
    const wanted = isSetByHand ? ctx.params.desired : state.desired;
    setDesired(ctx, state, clampDesired(ctx, wanted), -1, hands);
  },
  faults: {
    crash: {
      begin(ctx, state) {
        state.crashes += 1;
        for (const instance of state.instances) crash(ctx, state, instance);
        resetBacklogIfNobodyServes(ctx, state);
      },
      end(ctx, state) {
        state.crashes -= 1;
        if (state.crashes > 0) return;
        for (const instance of state.instances) restart(ctx, instance);
      },
    },
  },
  holds(state, visit) {
    for (const job of state.jobs.all) if (job.isActive === 1 && job.upload >= 0) visit(job.upload);
  },
} satisfies Model<typeof instanceGroupParameters, GroupState, GroupContext['prepared']>;

/** What scaling needs done to instances. */
const hands = { launch, remove };

/** What becomes of the jobs of a group. */
const employer: Employer<GroupContext, GroupState> = {
  speed: () => 1,
  instanceOf: (state, job) => (state.instances[job.place] as Instance).id,
  workFails: () => REASON.none,
  finished: finishJob,
  failed: jobFailed,
};

// Requests

function takeRequest(ctx: GroupContext, state: GroupState, message: Message): void {
  if (state.inService === 0) {
    refuse(ctx, message, REASON['connection-refused']);
    return;
  }
  if (state.freeSlots > 0) {
    beginRequest(ctx, state, message);
    return;
  }
  const waiting = state.backlog.length - state.backlogHead;
  if (waiting >= ctx.params.backlogLimit) {
    refuse(ctx, message, REASON['backlog-full']);
    return;
  }
  state.backlog.push(message.slot);
  ctx.record(FACT['request.waiting'], message.upload, message.id, 0, waiting + 1, 0);
}

function refuse(ctx: GroupContext, message: Message, reason: number): void {
  ctx.record(FACT['request.refused'], message.upload, message.id, 0, 0, reason);
  ctx.answer(message, reason);
}

/** Gives a request a slot. It goes with the job; one that nobody waits for is done with now that its job has begun. */
function beginRequest(ctx: GroupContext, state: GroupState, message: Message): void {
  const job = beginJob(ctx, state, leastBusy(ctx, state), message.upload);
  aboutSame(job, message);
  if (message.isOneWay === 1) ctx.answer(message);
  else job.request = message.slot;
  walk(ctx, state, job, employer);
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

function serveBacklog(ctx: GroupContext, state: GroupState): void {
  while (state.freeSlots > 0 && state.backlogHead < state.backlog.length) {
    const slot = state.backlog[state.backlogHead] as number;
    state.backlogHead += 1;
    if (state.backlogHead > 64 && state.backlogHead * 2 > state.backlog.length) {
      state.backlog = state.backlog.slice(state.backlogHead);
      state.backlogHead = 0;
    }
    beginRequest(ctx, state, ctx.message(slot));
  }
}

/** Requests that wait live in the memory of the instances; with the last of them they are gone. */
function resetBacklogIfNobodyServes(ctx: GroupContext, state: GroupState): void {
  if (state.inService > 0) return;
  const waiting = state.backlog.slice(state.backlogHead);
  state.backlog = [];
  state.backlogHead = 0;
  for (const slot of waiting) refuse(ctx, ctx.message(slot), REASON['connection-reset']);
}

// Jobs

function beginJob(ctx: GroupContext, state: GroupState, instance: Instance, upload: number): Job {
  instance.busy += 1;
  if (instance.phase === 'in-service') state.freeSlots -= 1;
  const job = takeJob(state.jobs, instance.place, upload);
  ctx.keep(upload);
  const waiting = state.backlog.length - state.backlogHead;
  ctx.record(FACT['job.began'], upload, instance.id, waiting, job.index, 0);
  return job;
}

function finishJob(ctx: GroupContext, state: GroupState, job: Job): void {
  const instance = state.instances[job.place] as Instance;
  ctx.record(FACT['job.finished'], job.upload, instance.id, 0, job.index, 0);
  leaveSlot(ctx, state, job, instance, REASON.none);
}

function jobFailed(ctx: GroupContext, state: GroupState, job: Job, reason: number): void {
  const instance = state.instances[job.place] as Instance;
  ctx.record(FACT['job.failed'], job.upload, instance.id, 0, job.index, reason);
  answerCaller(ctx, job, reason);
  leaveSlot(ctx, state, job, instance, reason);
}

function leaveSlot(ctx: GroupContext, state: GroupState, job: Job, instance: Instance, reason: number): void {
  freeJob(state.jobs, job);
  ctx.release(job.upload, reason);
  instance.busy -= 1;
  if (instance.phase !== 'in-service') {
    goneIfIdle(ctx, state, instance);
    return;
  }
  state.freeSlots += 1;
  if (ctx.params.queue === null) serveBacklog(ctx, state);
  else poll(ctx, instance);
}

// Polling

/** Every free slot of an instance asks for work. */
function poll(ctx: GroupContext, instance: Instance): void {
  if (instance.phase !== 'in-service') return;
  const { slotsPerInstance } = ctx.params;
  while (instance.busy + instance.polls.length + instance.pauses < slotsPerInstance) {
    instance.polls.push(ctx.call(ctx.prepared.queueLink, OPERATION.receive, -1, instance.place).slot);
  }
}

function takePollAnswer(ctx: GroupContext, state: GroupState, message: Message): void {
  const instance = state.instances[message.token] as Instance;
  instance.polls.splice(instance.polls.indexOf(message.slot), 1);
  if (message.item >= 0) {
    const job = beginJob(ctx, state, instance, message.upload);
    aboutSame(job, message);
    job.item = message.item;
    job.receipt = message.receipt;
    walk(ctx, state, job, employer);
    return;
  }
  if (instance.phase === 'draining') {
    goneIfIdle(ctx, state, instance);
    return;
  }
  const pause = seconds(ctx.params.pollIntervalSeconds) - (ctx.now() - message.sentAt);
  if (pause <= 0) {
    poll(ctx, instance);
    return;
  }
  instance.pauses += 1;
  ctx.wakeAfter(pause, POLL, instance.place, instance.life);
}

// Instances

function launch(ctx: GroupContext, state: GroupState): void {
  const instance = takePlace(state);
  const pending = seconds(ctx.params.pendingSeconds);
  const inServiceAt = ctx.now() + pending + seconds(ctx.params.bootSeconds);
  ctx.record(FACT['instance.launched'], -1, instance.id, inServiceAt, 0, 0);
  ctx.wakeAfter(pending, RUNNING, instance.place, instance.life);
}

function boot(ctx: GroupContext, instance: Instance): void {
  const takes = seconds(ctx.params.bootSeconds);
  run(ctx, instance, takes);
  ctx.wakeAfter(takes, IN_SERVICE, instance.place, instance.life);
}

/** From here on it is billed. */
function run(ctx: GroupContext, instance: Instance, startsWithin: SimTime): void {
  instance.phase = 'starting';
  ctx.record(FACT['instance.running'], -1, instance.id, ctx.now() + startsWithin, 0, 0);
}

function goInService(ctx: GroupContext, state: GroupState, instance: Instance): void {
  if (state.crashes > 0) {
    crash(ctx, state, instance);
    return;
  }
  instance.phase = 'in-service';
  state.inService += 1;
  state.freeSlots += ctx.params.slotsPerInstance;
  ctx.record(FACT['instance.in-service'], -1, instance.id, 0, 0, 0);
  if (ctx.params.queue === null) serveBacklog(ctx, state);
  else poll(ctx, instance);
}

/** Takes an instance away: at once if it does nothing, else when it is done. */
function remove(ctx: GroupContext, state: GroupState, instance: Instance): void {
  if (instance.phase !== 'in-service') {
    leave(ctx, state, instance);
    return;
  }
  leaveService(ctx, state, instance);
  instance.phase = 'draining';
  ctx.record(FACT['instance.draining'], -1, instance.id, 0, 0, 0);
  instance.polls = instance.polls.filter((slot) => {
    // An answer that is on its way may bring a message: that one is still worked on.
    if (ctx.message(slot).isAnswer === 1) return true;
    ctx.hangUp(slot);
    return false;
  });
  goneIfIdle(ctx, state, instance);
  resetBacklogIfNobodyServes(ctx, state);
}

function leaveService(ctx: GroupContext, state: GroupState, instance: Instance): void {
  state.inService -= 1;
  state.freeSlots -= ctx.params.slotsPerInstance - instance.busy;
}

function goneIfIdle(ctx: GroupContext, state: GroupState, instance: Instance): void {
  const { phase, busy, polls } = instance;
  if (phase === 'draining' && busy === 0 && polls.length === 0) leave(ctx, state, instance);
}

function leave(ctx: GroupContext, state: GroupState, instance: Instance): void {
  ctx.record(FACT['instance.gone'], -1, instance.id, 0, 0, 0);
  instance.phase = 'gone';
  instance.life += 1;
  instance.busy = 0;
  instance.polls = [];
  instance.pauses = 0;
  state.freePlaces.push(instance.place);
}

/** The instance leaves `running`: what it was at is gone, and what it waited for will find nobody. */
function crash(ctx: GroupContext, state: GroupState, instance: Instance): void {
  const { phase } = instance;
  if (phase === 'gone' || phase === 'crashed' || phase === 'pending') return;
  if (phase === 'in-service') leaveService(ctx, state, instance);
  instance.phase = 'crashed';
  instance.life += 1;
  ctx.record(FACT['instance.crashed'], -1, instance.id, 0, instance.busy, 0);
  for (const slot of instance.polls) ctx.hangUp(slot);
  instance.polls = [];
  instance.pauses = 0;
  for (const job of state.jobs.all) {
    if (job.isActive === 1 && job.place === instance.place) dropJob(ctx, state, job, instance);
  }
  instance.busy = 0;
  if (phase === 'draining') leave(ctx, state, instance);
}

function dropJob(ctx: GroupContext, state: GroupState, job: Job, instance: Instance): void {
  ctx.record(FACT['job.failed'], job.upload, instance.id, 0, job.index, REASON['connection-reset']);
  if (job.call >= 0) ctx.hangUp(job.call);
  const reason = job.request >= 0 ? REASON['connection-reset'] : REASON['crashed-after-accepting'];
  answerCaller(ctx, job, REASON['connection-reset']);
  freeJob(state.jobs, job);
  ctx.release(job.upload, reason);
}

function restart(ctx: GroupContext, instance: Instance): void {
  if (instance.phase !== 'crashed') return;
  const takes = seconds(ctx.params.restartSeconds);
  ctx.record(FACT['instance.launched'], -1, instance.id, ctx.now() + takes, 0, 1);
  run(ctx, instance, takes);
  ctx.wakeAfter(takes, IN_SERVICE, instance.place, instance.life);
}

function planEvaluation(ctx: GroupContext): void {
  ctx.wakeAfter(seconds(ctx.params.evaluationPeriodSeconds), EVALUATE, 0, 0);
}
