/**
 * Instances that do one or more steps of the work. They are called and answer, or take their work from a queue.
 * A slot stays taken while its work waits for another component: that is how a slow one slows its callers.
 * If several steps live in one group, what takes an instance down takes them all.
 */
import { seconds } from '../../engine/time.ts';
import { FACT, OPERATION } from '../facts.ts';
import { DRAINED, FOUND_HEALTHY, FOUND_UNHEALTHY, instanceIn } from '../load-balancer/registration.ts';
import type { Model } from '../model.ts';
import { REASON } from '../reasons.ts';
import type { Job } from '../work/job.ts';
import { program, stepThatPoisonStops } from '../work/program.ts';
import { factorOf } from '../work/strikes.ts';
import {
  answerArrived,
  answerCaller,
  CALL_TIMED_OUT,
  callTimedOut,
  type Employer,
  WORK_DONE,
  workDone,
} from '../work/walk.ts';
import { groupFaults, kill } from './faults.ts';
import { BY_HAND, clampDesired, reconcile, setDesired } from './fleet.ts';
import {
  CHECK_HEALTH,
  DRAIN_LIMIT,
  EVALUATE,
  EXTEND,
  emptyGroup,
  type GroupContext,
  type GroupPlan,
  type GroupState,
  IN_SERVICE,
  type Instance,
  instanceOf,
  KILLED,
  POLL,
  RUNNING,
  SCHEDULED,
  WAITED,
} from './group-state.ts';
import { checkHealth } from './health.ts';
import { instanceTypes } from './instance-types.ts';
import { endJob, workFails } from './jobs.ts';
import { begin, boot, cutOff, drained, goInService, goneIfIdle, goOn } from './life.ts';
import { instanceGroupParameters } from './params.ts';
import { extend, poll, settle, takePollAnswer } from './polling.ts';
import { takeRequest, waitedTooLong } from './requests.ts';
import { actOnSchedule, changePolicies, evaluateAgain, metersUtilisation, planScaling } from './scaling.ts';

/** vCPU of the reference machine, for which the seconds of all work are given. Our choice: a c5.large. */
const REFERENCE_VCPU = 2;

export const instanceGroup = {
  kind: 'instance-group',
  parameters: instanceGroupParameters,
  prepare(ctx) {
    const { params } = ctx;
    const deletesTogether = params.queue !== null && params.deleteTogether === 'yes' && params.receiveBatch > 1;
    return {
      program: program(ctx, {
        steps: params.steps,
        answerAfter: params.answerAfter,
        deleteFrom: deletesTogether ? null : params.queue,
        callTimeoutSeconds: params.callTimeoutSeconds,
      }),
      poisonStep: stepThatPoisonStops(params.steps),
      speed: Math.min(instanceTypes[params.instanceType].vcpu, params.threads) / REFERENCE_VCPU,
      errors: ctx.stream('errors'),
      queueLink: params.queue === null ? -1 : ctx.linkTo(params.queue),
      balancer: params.loadBalancer === null ? -1 : ctx.componentOf(params.loadBalancer),
      isSilentWhenDown: params.whenDown === 'silent',
      isIdempotent: params.idempotent === 'yes',
      deletesTogether,
      metersUtilisation: metersUtilisation(params.scaling),
      employer,
    };
  },
  start(ctx) {
    const state = emptyGroup(ctx.params);
    state.desired = clampDesired(state, ctx.params.desired);
    for (let i = 0; i < state.desired; i += 1) begin(ctx, state);
    planScaling(ctx, state, ctx.params.evaluationPhaseSeconds);
    const { replaceUnhealthy, healthCheckPhaseSeconds, healthCheckPeriodSeconds } = ctx.params;
    if (replaceUnhealthy === 'yes') {
      ctx.wakeAfter(seconds(healthCheckPhaseSeconds || healthCheckPeriodSeconds), CHECK_HEALTH, 0, 0);
    }
    return state;
  },
  receive(ctx, state, message) {
    if (message.isAnswer === 0) takeRequest(ctx, state, message);
    else if (message.operation === OPERATION.receive) {
      const instance = state.instances[message.token] as Instance;
      takePollAnswer(ctx, state, instance, message);
      goneIfIdle(ctx, state, instance);
    } else if (message.token >= 0) {
      answerArrived(ctx, state, state.jobs.all[message.token] as Job, message, employer);
    }
  },
  wake(ctx, state, wake, a, b) {
    switch (wake) {
      case WORK_DONE: {
        const job = state.jobs.all[a] as Job;
        if (job.life === b) workDone(ctx, state, job, employer);
        return;
      }
      case CALL_TIMED_OUT:
        callTimedOut(ctx, state, state.jobs.all[a] as Job, b, employer);
        return;
      case EXTEND: {
        const job = state.jobs.all[a] as Job;
        if (job.life === b) extend(ctx, job);
        return;
      }
      case WAITED:
        waitedTooLong(ctx, state, a, b);
        return;
      case EVALUATE:
        evaluateAgain(ctx, state);
        return;
      case SCHEDULED:
        actOnSchedule(ctx, state, a, b);
        return;
      case CHECK_HEALTH:
        checkHealth(ctx, state);
        ctx.wakeAfter(seconds(ctx.params.healthCheckPeriodSeconds), CHECK_HEALTH, 0, 0);
        return;
      case DRAINED:
      case FOUND_UNHEALTHY:
      case FOUND_HEALTHY:
        hearOf(ctx, state, wake, instanceOf(state, instanceIn(b)));
        return;
      default: {
        const instance = state.instances[a] as Instance;
        if (instance.life === b) wakeInstance(ctx, state, wake, instance);
      }
    }
  },
  turned(ctx, state, parameter) {
    if (parameter === 'minimum') state.minimum = ctx.params.minimum;
    if (parameter === 'maximum') state.maximum = ctx.params.maximum;
    if (parameter === 'scaling') changePolicies(ctx, state);
    // Who gives a group other policies sets its desired anew, as AWS CloudFormation does with all that a template says.
    const isSetByHand = parameter === 'desired' || parameter === 'scaling' || ctx.params.scaling.length === 0;
    const wanted = isSetByHand ? ctx.params.desired : state.desired;
    setDesired(ctx, state, clampDesired(state, wanted), BY_HAND);
  },
  faults: groupFaults,
  holds(state, visit) {
    for (const job of state.jobs.all) if (job.isActive === 1 && job.upload >= 0) visit(job.upload);
    for (const { held } of state.instances) for (const { upload } of held) if (upload >= 0) visit(upload);
  },
} satisfies Model<typeof instanceGroupParameters, GroupState, GroupPlan>;

/** What becomes of the jobs of a group. */
const employer: Employer<GroupContext, GroupState> = {
  speed: (ctx) => ctx.prepared.speed,
  slowness: ({ strikes }) => factorOf(strikes, 'slow-down'),
  instanceOf: (state, job) => (state.instances[job.place] as Instance).id,
  workFails,
  finished(ctx, state, job) {
    const instance = state.instances[job.place] as Instance;
    ctx.record(FACT['job.finished'], job.upload, instance.id, 0, job.index, 0);
    slotFreed(ctx, state, job, instance, REASON.none);
  },
  failed(ctx, state, job, reason) {
    const instance = state.instances[job.place] as Instance;
    ctx.record(FACT['job.failed'], job.upload, instance.id, 0, job.index, reason);
    answerCaller(ctx, job, reason);
    slotFreed(ctx, state, job, instance, reason);
  },
};

function slotFreed(ctx: GroupContext, state: GroupState, job: Job, instance: Instance, reason: number): void {
  endJob(ctx, state, job, instance, reason);
  settle(ctx, instance, job, reason);
  // Nobody may be taken away while at work where that is protected: now is the time.
  if (state.surplus > 0) reconcile(ctx, state, false);
  goOn(ctx, state, instance);
}

function wakeInstance(ctx: GroupContext, state: GroupState, wake: number, instance: Instance): void {
  if (wake === RUNNING) boot(ctx, state, instance);
  else if (wake === IN_SERVICE) goInService(ctx, state, instance);
  else if (wake === DRAIN_LIMIT) cutOff(ctx, state, instance);
  else if (wake === KILLED) kill(ctx, state, instance);
  else if (wake === POLL) {
    instance.pauses -= 1;
    poll(ctx, instance);
  }
}

/** What the load balancer says of an instance; of one that is gone it may still speak. */
function hearOf(ctx: GroupContext, state: GroupState, wake: number, instance: Instance | undefined): void {
  if (instance === undefined) return;
  if (wake === DRAINED) drained(ctx, state, instance);
  else instance.isFoundUnhealthy = wake === FOUND_UNHEALTHY ? 1 : 0;
}
