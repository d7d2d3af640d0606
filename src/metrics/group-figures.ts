/** What one instance group did: requests and jobs, slots, instances by phase, and who waited for how long. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime, toSeconds } from '../engine/time.ts';
import { FACT, factKinds } from '../models/facts.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';
import { type Fleet, fleet, tellFleet, utilisation } from './fleet.ts';
import { type Age, age, type Level, level, levelSeconds, setLevel, setOldest } from './level.ts';
import { firstSince, join, type Line, leaveFirstOf, leaveLine, line, NO_WAIT } from './line.ts';
import { byReason, countReason, countsByReason } from './outcomes.ts';
import type { Requests, TrafficReport } from './requests.ts';
import { type StepSeries, stepAt, stepSeries, stepsOf } from './step-series.ts';
import {
  type AgeOverTime,
  ageOverTime,
  type CountsByReason,
  type OverTime,
  orNull,
  overTime,
  type TimesSeconds,
  timesOf,
} from './summaries.ts';

/** Plain data. */
interface GroupState {
  /** Requests that came and items that were taken from the queue. */
  arrived: number;
  finished: number;
  refused: number;
  failed: number;
  /** How many for each reason, by its code. */
  refusedBy: number[];
  failedBy: number[];
  fleet: Fleet;
  desired: Level;
  backlog: Level;
  /** Age of the request that has waited longest for a slot. */
  oldestWaiting: Age;
  waitingLine: Line;
  /** Instances over time: pending, starting, in service, draining, crashed. */
  instances: StepSeries;
  /** Instances that were replaced because they did not pass their health checks. */
  unhealthy: number;
  /** Work that had been done before: done once more, or seen to be done. */
  duplicatesDone: number;
  duplicatesRecognised: number;
  /** Messages taken from the queue that had been received before. */
  receivedAgain: number;
}

export interface GroupReport {
  /** Counted in requests that came and messages taken from the queue; refused are also those that failed. */
  traffic: TrafficReport;
  /** Requests that came, or messages taken from the queue: each is finished, refused, failed, or still there at the end. */
  requestsArrived: number;
  requestsFinished: number;
  requestsRefused: number;
  requestsRefusedByReason: CountsByReason;
  requestsFailed: number;
  requestsFailedByReason: CountsByReason;
  requestsAtEnd: number;
  /** Work that had been done before: done once more, or recognised and left alone. */
  duplicatesDone: number;
  duplicatesRecognised: number;
  /** Instances found unhealthy. */
  instancesUnhealthy: number;
  /** Slot-seconds taken per slot-second in service, 0 to 1; null if no instance was ever in service. */
  utilisation: number | null;
  busySlots: OverTime;
  /** Requests that wait for a slot. */
  backlogRequests: OverTime;
  oldestInBacklog: AgeOverTime;
  /** Time in the backlog of every request that got a slot; of none if the group takes its work from a queue. */
  waiting: TimesSeconds;
  desiredInstances: OverTime;
  instances: Record<InstancePhaseName, OverTime>;
  /** Time spent in each phase, over all instances. Starting, in service and draining are billed. */
  instanceSeconds: Record<InstancePhaseName, number>;
  instancesOverTime: InstancesOverTime;
}

export type InstancePhaseName = 'pending' | 'starting' | 'inService' | 'draining' | 'crashed';

/** Instances by phase, as steps: the numbers at place i hold from `atSeconds[i]` on. */
export interface InstancesOverTime extends Record<InstancePhaseName, number[]> {
  atSeconds: number[];
  /** Of several steps within such a stretch of time only the last is given; 0 if all are. */
  grainSeconds: number;
}

/** Columns of a group's samples. Instances: in service; starting (pending too); draining; crashed; desired. Slots taken. Requests in the backlog. */
export const groupColumns = [
  'inService',
  'starting',
  'draining',
  'crashed',
  'desired',
  'busySlots',
  'backlog',
] as const;

const REQUEST_WAITING = FACT['request.waiting'];
const REQUEST_REFUSED = FACT['request.refused'];
const JOB_BEGAN = FACT['job.began'];
const JOB_FINISHED = FACT['job.finished'];
const JOB_FAILED = FACT['job.failed'];
const DESIRED_CHANGED = FACT['desired.changed'];
const UNHEALTHY = FACT['instance.unhealthy'];
const DUPLICATE_DONE = FACT['duplicate.done'];
const DUPLICATE_RECOGNISED = FACT['duplicate.recognised'];

export class GroupFigures {
  readonly kind = 'instance-group';
  readonly slotsPerInstance: number;
  /** Time in the backlog of every request that got a slot, in seconds; empty if the group takes its work from a queue. */
  readonly waiting: QuantileSketch;
  readonly state: GroupState;
  /** Whether the group takes its work from a queue, so that nobody waits at its own door. */
  readonly #isFedByQueue: boolean;

  constructor({ params }: WorldNode, from?: GroupFigures) {
    this.slotsPerInstance = params['slotsPerInstance'] as number;
    this.#isFedByQueue = typeof params['queue'] === 'string';
    this.waiting = from ? from.waiting.copy() : new QuantileSketch();
    this.state = from ? copyData(from.state) : groupState(params);
  }

  /**
   * Takes in a fact of this group. Answers for how long the upload of a job that began had stood in the backlog, in µs;
   * a negative number if it had not, or no job began.
   */
  tell(at: SimTime, kind: number, upload: number, subject: number, a: number, _b: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case REQUEST_WAITING:
        state.arrived += 1;
        join(state.waitingLine, at, subject, upload);
        this.#backlogChanged(at);
        return NO_WAIT;
      case REQUEST_REFUSED:
        this.#refuse(at, subject, c);
        return NO_WAIT;
      case DESIRED_CHANGED:
        setLevel(state.desired, at, a);
        return NO_WAIT;
      case JOB_BEGAN:
        if (c > 0) state.receivedAgain += 1;
        tellFleet(state.fleet, at, kind, subject);
        return this.#begin(at, upload, a);
      case JOB_FINISHED:
        state.finished += 1;
        tellFleet(state.fleet, at, kind, subject);
        return NO_WAIT;
      case JOB_FAILED:
        state.failed += 1;
        countReason(state.failedBy, c);
        tellFleet(state.fleet, at, kind, subject);
        return NO_WAIT;
      case UNHEALTHY:
        state.unhealthy += 1;
        return NO_WAIT;
      case DUPLICATE_DONE:
        state.duplicatesDone += 1;
        return NO_WAIT;
      case DUPLICATE_RECOGNISED:
        state.duplicatesRecognised += 1;
        return NO_WAIT;
      default:
        if (isOfLife[kind] === 0) return NO_WAIT;
        tellFleet(state.fleet, at, kind, subject);
        this.#recordInstances(at);
        return NO_WAIT;
    }
  }

  report(at: SimTime, requests: Requests, component: number): GroupReport {
    const { state, waiting, slotsPerInstance } = this;
    const { pending, starting, inService, draining, crashed, busySlots } = state.fleet;
    const levels = { pending, starting, inService, draining, crashed };
    const atEnd = state.backlog.value + busySlots.value;
    const badly = state.refusedBy.map((count, reason) => count + (state.failedBy[reason] as number));
    return {
      traffic: {
        arrived: state.arrived,
        served: state.finished,
        refused: state.refused + state.failed,
        refusedByReason: byReason(badly),
        retried: 0,
        redelivered: state.receivedAgain + requests.retriedAt(component),
        atEnd,
      },
      requestsArrived: state.arrived,
      requestsFinished: state.finished,
      requestsRefused: state.refused,
      requestsRefusedByReason: byReason(state.refusedBy),
      requestsFailed: state.failed,
      requestsFailedByReason: byReason(state.failedBy),
      requestsAtEnd: atEnd,
      duplicatesDone: state.duplicatesDone,
      duplicatesRecognised: state.duplicatesRecognised,
      instancesUnhealthy: state.unhealthy,
      utilisation: orNull(utilisation(state.fleet, slotsPerInstance, at)),
      busySlots: overTime(busySlots, at),
      backlogRequests: overTime(state.backlog, at),
      oldestInBacklog: ageOverTime(state.oldestWaiting, at),
      waiting: timesOf(waiting),
      desiredInstances: overTime(state.desired, at),
      instances: eachPhase(levels, (level) => overTime(level, at)),
      instanceSeconds: eachPhase(levels, (level) => levelSeconds(level, at)),
      instancesOverTime: this.#instancesOverTime(),
    };
  }

  sample(columns: Record<(typeof groupColumns)[number], Float64Array>, row: number): void {
    const { fleet, desired, backlog } = this.state;
    columns.inService[row] = fleet.inService.value;
    columns.starting[row] = fleet.pending.value + fleet.starting.value;
    columns.draining[row] = fleet.draining.value;
    columns.crashed[row] = fleet.crashed.value;
    columns.desired[row] = desired.value;
    columns.busySlots[row] = fleet.busySlots.value;
    columns.backlog[row] = backlog.value;
  }

  #instancesOverTime(): InstancesOverTime {
    const { instances } = this.state;
    const { atSeconds, columns } = stepsOf(instances);
    const [pending = [], starting = [], inService = [], draining = [], crashed = []] = columns;
    return { atSeconds, grainSeconds: toSeconds(instances.grain), pending, starting, inService, draining, crashed };
  }

  /** `left` requests are in the backlog once the job has begun: one fewer than before if it came from there. */
  #begin(at: SimTime, upload: number, left: number): SimTime {
    const { state } = this;
    if (state.waitingLine.length <= left) {
      state.arrived += 1;
      if (!this.#isFedByQueue) this.waiting.add(0);
      return NO_WAIT;
    }
    const waited = at - leaveFirstOf(state.waitingLine, upload);
    this.#backlogChanged(at);
    this.waiting.add(waited / MICROSECONDS_PER_SECOND);
    return waited;
  }

  #refuse(at: SimTime, request: number, reason: number): void {
    const { state } = this;
    state.refused += 1;
    countReason(state.refusedBy, reason);
    const wasNeverLetIn = reason === REASON['connection-refused'] || reason === REASON['backlog-full'];
    if (!wasNeverLetIn && leaveLine(state.waitingLine, request)) this.#backlogChanged(at);
    else state.arrived += 1;
  }

  #backlogChanged(at: SimTime): void {
    const { backlog, oldestWaiting, waitingLine } = this.state;
    setLevel(backlog, at, waitingLine.length);
    setOldest(oldestWaiting, at, firstSince(waitingLine));
  }

  #recordInstances(at: SimTime): void {
    const { instances, fleet } = this.state;
    const row = stepAt(instances, at);
    const [pending, starting, inService, draining, crashed] = instances.columns as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    pending[row] = fleet.pending.value;
    starting[row] = fleet.starting.value;
    inService[row] = fleet.inService.value;
    draining[row] = fleet.draining.value;
    crashed[row] = fleet.crashed.value;
  }
}

function groupState(params: WorldNode['params']): GroupState {
  return {
    arrived: 0,
    finished: 0,
    refused: 0,
    failed: 0,
    refusedBy: countsByReason(),
    failedBy: countsByReason(),
    fleet: fleet(),
    desired: level(desiredAtStart(params)),
    backlog: level(),
    oldestWaiting: age(),
    waitingLine: line(),
    instances: stepSeries(5),
    unhealthy: 0,
    duplicatesDone: 0,
    duplicatesRecognised: 0,
    receivedAgain: 0,
  };
}

/** 1 for facts of the life of instances. */
const isOfLife = Uint8Array.from(factKinds, (kind) => (kind.startsWith('instance.') ? 1 : 0));

function eachPhase<T>(
  { pending, starting, inService, draining, crashed }: Record<InstancePhaseName, Level>,
  make: (level: Level) => T,
): Record<InstancePhaseName, T> {
  return {
    pending: make(pending),
    starting: make(starting),
    inService: make(inService),
    draining: make(draining),
    crashed: make(crashed),
  };
}

/** What is desired at the start is told by no fact: it is the parameter, between minimum and maximum. */
function desiredAtStart(params: WorldNode['params']): number {
  const maximum = params['maximum'] as number;
  const minimum = Math.min(params['minimum'] as number, maximum);
  return Math.max(minimum, Math.min(maximum, params['desired'] as number));
}
