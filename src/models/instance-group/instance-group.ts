/**
 * Instances that do one or more steps of the work. They are called and answer, or take their work from a queue.
 * A slot stays taken while its work waits for another component: that is how a slow one slows its callers.
 * If several steps live in one group, what takes an instance down takes them all.
 */
import { seconds } from '../../engine/time.ts';
import { OPERATION } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Model } from '../model.ts';
import { REASON, type Reason } from '../reasons.ts';
import { type GroupContext, type GroupState, type Instance, type Job, jobFor } from './group-state.ts';
import { instanceGroupParameters } from './params.ts';
import { ANSWER, CALL, DELETE, HAND_ON, type Op, program, STEP_DONE, WORK } from './program.ts';
import { clampDesired, evaluate, setDesired } from './scaling.ts';

/** Wakes. `life` tells an instance, or a job, from later ones in the same place. */
const WORK_DONE = 0; // (job, life)
const RUNNING = 1; // (place, life)
const IN_SERVICE = 2; // (place, life)
const POLL = 3; // (place, life)
const EVALUATE = 4;

export const instanceGroup = {
  kind: 'instance-group',
  parameters: instanceGroupParameters,
  prepare: (ctx) => ({
    program: program(ctx),
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
      jobs: [],
      freeJobs: [],
      backlog: [],
      backlogHead: 0,
      crashes: 0,
    };
    state.desired = clampDesired(ctx, ctx.params.desired);
    for (let i = 0; i < state.desired; i += 1) {
      const place = addInstance(state);
      const instance = state.instances[place] as Instance;
      ctx.record('instance.launched', -1, instance.id, ctx.now(), 0, 0);
      run(ctx, instance, 0);
      goInService(ctx, state, place);
    }
    if (ctx.params.scaling !== null) planEvaluation(ctx);
    return state;
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 0) takeRequest(ctx, state, message);
    else if (message.operation === OPERATION.receive) takePollAnswer(ctx, state, message);
    else takeAnswer(ctx, state, message);
  },
  wake(ctx, state, wake, a, b) {
    if (wake === WORK_DONE) {
      if ((state.jobs[a] as Job).life === b) workDone(ctx, state, a);
    } else if (wake === EVALUATE) {
      evaluate(ctx, state, hands);
      planEvaluation(ctx);
    } else {
      const instance = state.instances[a] as Instance;
      if (instance.life !== b) return;
      if (wake === RUNNING) boot(ctx, state, a);
      else if (wake === IN_SERVICE) goInService(ctx, state, a);
      else {
        instance.pauses -= 1;
        poll(ctx, state, a);
      }
    }
  },
  turned(ctx, state) {
    const wanted = ctx.params.scaling === null ? ctx.params.desired : state.desired;
    setDesired(ctx, state, clampDesired(ctx, wanted), -1, hands);
  },
  faults: {
    crash: {
      begin(ctx, state) {
        state.crashes += 1;
        for (let place = 0; place < state.instances.length; place += 1) crash(ctx, state, place);
        resetBacklogIfNobodyServes(ctx, state);
      },
      end(ctx, state) {
        state.crashes -= 1;
        if (state.crashes > 0) return;
        for (let place = 0; place < state.instances.length; place += 1) restart(ctx, state, place);
      },
    },
  },
  holds(state, visit) {
    for (const job of state.jobs) if (job.isActive === 1 && job.upload >= 0) visit(job.upload);
  },
} satisfies Model<typeof instanceGroupParameters, GroupState, GroupContext['prepared']>;

/** What scaling needs done to instances. */
const hands = { launch, remove };

// Requests

function takeRequest(ctx: GroupContext, state: GroupState, message: Message): void {
  if (state.inService === 0) return refuse(ctx, message, 'connection-refused');
  if (state.freeSlots > 0) {
    const job = beginJob(ctx, state, placeWithFreeSlot(ctx, state), message.upload);
    takeOver(ctx, state, job, message);
    return advance(ctx, state, job);
  }
  const waiting = state.backlog.length - state.backlogHead;
  if (waiting >= ctx.params.backlogLimit) return refuse(ctx, message, 'backlog-full');
  state.backlog.push(message.slot);
  ctx.record('request.waiting', message.upload, message.id, 0, waiting + 1, 0);
}

function refuse(ctx: GroupContext, message: Message, reason: Reason): void {
  ctx.record('request.refused', message.upload, message.id, 0, 0, REASON[reason]);
  if (message.isOneWay === 1) ctx.lose(message.upload, reason);
  ctx.answer(message, reason);
}

/** The request goes with the job; one that nobody waits for is done with once its job has begun. */
function takeOver(ctx: GroupContext, state: GroupState, job: number, message: Message): void {
  if (message.isOneWay === 1) ctx.answer(message, 'none');
  else (state.jobs[job] as Job).request = message.slot;
}

/** The least busy instance in service; of those the one that came first. */
function placeWithFreeSlot(ctx: GroupContext, state: GroupState): number {
  const { slotsPerInstance } = ctx.params;
  let best = -1;
  let leastBusy = slotsPerInstance;
  for (let place = 0; place < state.instances.length; place += 1) {
    const instance = state.instances[place] as Instance;
    if (instance.phase === 'in-service' && instance.busy < leastBusy) {
      best = place;
      leastBusy = instance.busy;
      if (leastBusy === 0) break;
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
    const message = ctx.message(slot);
    const job = beginJob(ctx, state, placeWithFreeSlot(ctx, state), message.upload);
    takeOver(ctx, state, job, message);
    advance(ctx, state, job);
  }
}

/** Requests that wait live in the memory of the instances; with the last of them they are gone. */
function resetBacklogIfNobodyServes(ctx: GroupContext, state: GroupState): void {
  if (state.inService > 0) return;
  const waiting = state.backlog.slice(state.backlogHead);
  state.backlog = [];
  state.backlogHead = 0;
  for (const slot of waiting) refuse(ctx, ctx.message(slot), 'connection-reset');
}

// Jobs

function beginJob(ctx: GroupContext, state: GroupState, place: number, upload: number): number {
  const instance = state.instances[place] as Instance;
  instance.busy += 1;
  if (instance.phase === 'in-service') state.freeSlots -= 1;
  const index = jobFor(state, place, upload);
  ctx.record('job.began', upload, instance.id, state.backlog.length - state.backlogHead, index, 0);
  return index;
}

/** Walks on through the program until the job has to wait. */
function advance(ctx: GroupContext, state: GroupState, index: number): void {
  const job = state.jobs[index] as Job;
  const ops = ctx.prepared.program;
  for (;;) {
    const op = ops[job.pc] as Op;
    if (op.op === WORK) return beginWork(ctx, state, index, job, op);
    if (op.op === CALL) {
      job.call = ctx.call(op.link, op.operation, cargo(ctx, job, index, op)).slot;
      return;
    }
    if (op.op === DELETE) {
      const { item, receipt } = job;
      job.call = ctx.call(op.link, op.operation, { upload: job.upload, token: index, item, receipt }).slot;
      return;
    }
    if (op.op === HAND_ON) ctx.handOn(op.link, op.operation, cargo(ctx, job, index, op));
    else if (op.op === STEP_DONE) ctx.stepDone(job.upload, op.step);
    else if (op.op === ANSWER) answerCaller(ctx, job, 'none');
    else return finishJob(ctx, state, index);
    job.pc += 1;
  }
}

function cargo(ctx: GroupContext, job: Job, index: number, op: Op) {
  const { megabytesPerMinute: perMinute, object } = op;
  const megabytes = perMinute < 0 ? ctx.megabytes(job.upload) : (perMinute * ctx.lengthSeconds(job.upload)) / 60;
  return { upload: job.upload, token: index, object, megabytes };
}

function beginWork(ctx: GroupContext, state: GroupState, index: number, job: Job, op: Op): void {
  const amount = op.seconds(ctx.uniform(op.stream));
  const lasts = op.perVideoMinute ? (amount * ctx.lengthSeconds(job.upload)) / 60 : amount;
  const finishesAt = ctx.now() + seconds(lasts);
  const { id } = state.instances[job.place] as Instance;
  ctx.record('step.began', job.upload, id, finishesAt, index, op.step + 256 * op.makes);
  ctx.wakeAt(finishesAt, WORK_DONE, index, job.life);
}

function workDone(ctx: GroupContext, state: GroupState, index: number): void {
  const job = state.jobs[index] as Job;
  const op = ctx.prepared.program[job.pc] as Op;
  const { id } = state.instances[job.place] as Instance;
  ctx.record('step.finished', job.upload, id, 0, index, op.step + 256 * op.makes);
  job.pc += 1;
  advance(ctx, state, index);
}

function takeAnswer(ctx: GroupContext, state: GroupState, message: Message): void {
  const job = state.jobs[message.token] as Job;
  job.call = -1;
  if (message.reason !== 0) return failJob(ctx, state, message.token, 'dependency-failed');
  job.pc += 1;
  advance(ctx, state, message.token);
}

function finishJob(ctx: GroupContext, state: GroupState, index: number): void {
  const job = state.jobs[index] as Job;
  const { id } = state.instances[job.place] as Instance;
  ctx.record('job.finished', job.upload, id, 0, index, 0);
  leaveSlot(ctx, state, index);
}

function failJob(ctx: GroupContext, state: GroupState, index: number, reason: Reason): void {
  const job = state.jobs[index] as Job;
  const { id } = state.instances[job.place] as Instance;
  ctx.record('job.failed', job.upload, id, 0, index, REASON[reason]);
  loseUnlessKept(ctx, job, reason);
  answerCaller(ctx, job, reason);
  leaveSlot(ctx, state, index);
}

function answerCaller(ctx: GroupContext, job: Job, reason: Reason): void {
  if (job.request < 0) return;
  const message = ctx.message(job.request);
  job.request = -1;
  ctx.answer(message, reason);
}

/** Work that failed is lost, unless a queue still has it or its caller is there to be told. */
function loseUnlessKept(ctx: GroupContext, job: Job, reason: Reason): void {
  if (job.item >= 0 || job.request >= 0) return;
  ctx.lose(job.upload, reason);
}

function leaveSlot(ctx: GroupContext, state: GroupState, index: number): void {
  const { place } = state.jobs[index] as Job;
  freeJob(state, index);
  const instance = state.instances[place] as Instance;
  instance.busy -= 1;
  if (instance.phase === 'in-service') {
    state.freeSlots += 1;
    if (ctx.params.queue === null) serveBacklog(ctx, state);
    else poll(ctx, state, place);
  } else goneIfIdle(ctx, state, place);
}

function freeJob(state: GroupState, index: number): void {
  const job = state.jobs[index] as Job;
  job.isActive = 0;
  job.life += 1;
  state.freeJobs.push(index);
}

// Polling

/** Every free slot of an instance asks for work. */
function poll(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  if (instance.phase !== 'in-service') return;
  const { slotsPerInstance } = ctx.params;
  while (instance.busy + instance.polls.length + instance.pauses < slotsPerInstance) {
    const message = ctx.call(ctx.prepared.queueLink, OPERATION.receive, { upload: -1, token: place });
    instance.polls.push(message.slot);
  }
}

function takePollAnswer(ctx: GroupContext, state: GroupState, message: Message): void {
  const place = message.token;
  const instance = state.instances[place] as Instance;
  instance.polls.splice(instance.polls.indexOf(message.slot), 1);
  if (message.item >= 0) {
    const index = beginJob(ctx, state, place, message.upload);
    const job = state.jobs[index] as Job;
    job.item = message.item;
    job.receipt = message.receipt;
    return advance(ctx, state, index);
  }
  if (instance.phase === 'draining') return goneIfIdle(ctx, state, place);
  const pause = seconds(ctx.params.pollIntervalSeconds) - (ctx.now() - message.sentAt);
  if (pause <= 0) return poll(ctx, state, place);
  instance.pauses += 1;
  ctx.wakeAt(ctx.now() + pause, POLL, place, instance.life);
}

// Instances

function addInstance(state: GroupState): number {
  const id = state.nextInstance;
  state.nextInstance += 1;
  const place = state.freePlaces.pop();
  if (place === undefined) {
    state.instances.push({ id, phase: 'pending', life: 0, busy: 0, polls: [], pauses: 0 });
    return state.instances.length - 1;
  }
  const instance = state.instances[place] as Instance;
  instance.id = id;
  instance.phase = 'pending';
  return place;
}

function launch(ctx: GroupContext, state: GroupState): void {
  const place = addInstance(state);
  const instance = state.instances[place] as Instance;
  const runningAt = ctx.now() + seconds(ctx.params.pendingSeconds);
  ctx.record('instance.launched', -1, instance.id, runningAt + seconds(ctx.params.bootSeconds), 0, 0);
  ctx.wakeAt(runningAt, RUNNING, place, instance.life);
}

function boot(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  run(ctx, instance, seconds(ctx.params.bootSeconds));
  ctx.wakeAt(ctx.now() + seconds(ctx.params.bootSeconds), IN_SERVICE, place, instance.life);
}

/** From here on it is billed. */
function run(ctx: GroupContext, instance: Instance, startsWithin: number): void {
  instance.phase = 'starting';
  ctx.record('instance.running', -1, instance.id, ctx.now() + startsWithin, 0, 0);
}

function goInService(ctx: GroupContext, state: GroupState, place: number): void {
  if (state.crashes > 0) return crash(ctx, state, place);
  const instance = state.instances[place] as Instance;
  instance.phase = 'in-service';
  state.inService += 1;
  state.freeSlots += ctx.params.slotsPerInstance;
  ctx.record('instance.in-service', -1, instance.id, 0, 0, 0);
  if (ctx.params.queue === null) serveBacklog(ctx, state);
  else poll(ctx, state, place);
}

/** Takes an instance away: at once if it does nothing, else when it is done. */
function remove(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  if (instance.phase !== 'in-service') return leave(ctx, state, place);
  leaveService(ctx, state, instance);
  instance.phase = 'draining';
  ctx.record('instance.draining', -1, instance.id, 0, 0, 0);
  instance.polls = instance.polls.filter((slot) => {
    // An answer that is on its way may bring a message: that one is still worked on.
    if (ctx.message(slot).isAnswer === 1) return true;
    ctx.hangUp(slot);
    return false;
  });
  goneIfIdle(ctx, state, place);
}

function leaveService(ctx: GroupContext, state: GroupState, instance: Instance): void {
  state.inService -= 1;
  state.freeSlots -= ctx.params.slotsPerInstance - instance.busy;
}

function goneIfIdle(ctx: GroupContext, state: GroupState, place: number): void {
  const { phase, busy, polls } = state.instances[place] as Instance;
  if (phase === 'draining' && busy === 0 && polls.length === 0) leave(ctx, state, place);
}

function leave(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  ctx.record('instance.gone', -1, instance.id, 0, 0, 0);
  instance.phase = 'gone';
  instance.life += 1;
  instance.busy = 0;
  instance.polls = [];
  instance.pauses = 0;
  state.freePlaces.push(place);
}

/** The instance leaves `running`: what it was at is gone, and what it waited for will find nobody. */
function crash(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  const { phase } = instance;
  if (phase === 'gone' || phase === 'crashed' || phase === 'pending') return;
  if (phase === 'in-service') leaveService(ctx, state, instance);
  instance.phase = 'crashed';
  instance.life += 1;
  ctx.record('instance.crashed', -1, instance.id, 0, instance.busy, 0);
  for (const slot of instance.polls) ctx.hangUp(slot);
  instance.polls = [];
  instance.pauses = 0;
  for (let index = 0; index < state.jobs.length; index += 1) {
    const job = state.jobs[index] as Job;
    if (job.isActive === 1 && job.place === place) dropJob(ctx, state, index, job, instance.id);
  }
  instance.busy = 0;
  if (phase === 'draining') leave(ctx, state, place);
}

function dropJob(ctx: GroupContext, state: GroupState, index: number, job: Job, instance: number): void {
  ctx.record('job.failed', job.upload, instance, 0, index, REASON['connection-reset']);
  if (job.call >= 0) ctx.hangUp(job.call);
  loseUnlessKept(ctx, job, 'crashed-after-accepting');
  answerCaller(ctx, job, 'connection-reset');
  freeJob(state, index);
}

function restart(ctx: GroupContext, state: GroupState, place: number): void {
  const instance = state.instances[place] as Instance;
  if (instance.phase !== 'crashed') return;
  const takes = seconds(ctx.params.restartSeconds);
  ctx.record('instance.launched', -1, instance.id, ctx.now() + takes, 0, 1);
  run(ctx, instance, takes);
  ctx.wakeAt(ctx.now() + takes, IN_SERVICE, place, instance.life);
}

function planEvaluation(ctx: GroupContext): void {
  ctx.wakeAt(ctx.now() + seconds(ctx.params.evaluationPeriodSeconds), EVALUATE, 0, 0);
}
