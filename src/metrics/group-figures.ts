/** What one instance group did: requests and jobs, slots, instances by phase, and who waited for how long. */
import { copyData } from '../engine/copy.ts';
import { QuantileSketch } from '../engine/quantile-sketch.ts';
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { REASON } from '../models/reasons.ts';
import type { WorldNode } from '../models/world.ts';
import { type Fleet, fleet, tellFleet } from './fleet.ts';
import { type Age, age, type Level, level, setLevel, setOldest } from './level.ts';
import { firstSince, join, type Line, leaveFirst, leaveLine, line } from './line.ts';
import { countReason, countsByReason } from './outcomes.ts';
import { type StepSeries, stepAt, stepSeries } from './step-series.ts';

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
}

const REQUEST_WAITING = FACT['request.waiting'];
const REQUEST_REFUSED = FACT['request.refused'];
const JOB_BEGAN = FACT['job.began'];
const JOB_FINISHED = FACT['job.finished'];
const JOB_FAILED = FACT['job.failed'];
const DESIRED_CHANGED = FACT['desired.changed'];

/** Nobody had to wait. */
const NO_WAIT = -1;

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
  tell(at: SimTime, kind: number, subject: number, a: number, c: number): SimTime {
    const { state } = this;
    switch (kind) {
      case REQUEST_WAITING:
        state.arrived += 1;
        join(state.waitingLine, at, subject);
        this.#backlogChanged(at);
        return NO_WAIT;
      case REQUEST_REFUSED:
        this.#refuse(at, subject, c);
        return NO_WAIT;
      case DESIRED_CHANGED:
        setLevel(state.desired, at, a);
        return NO_WAIT;
      case JOB_BEGAN:
        tellFleet(state.fleet, at, kind, subject);
        return this.#begin(at, a);
      case JOB_FINISHED:
        state.finished += 1;
        tellFleet(state.fleet, at, kind, subject);
        return NO_WAIT;
      case JOB_FAILED:
        state.failed += 1;
        countReason(state.failedBy, c);
        tellFleet(state.fleet, at, kind, subject);
        return NO_WAIT;
      default:
        tellFleet(state.fleet, at, kind, subject);
        this.#recordInstances(at);
        return NO_WAIT;
    }
  }

  copy(node: WorldNode): GroupFigures {
    return new GroupFigures(node, this);
  }

  /** `left` requests are in the backlog once the job has begun: one fewer than before if it came from there. */
  #begin(at: SimTime, left: number): SimTime {
    const { state } = this;
    if (state.waitingLine.length <= left) {
      state.arrived += 1;
      if (!this.#isFedByQueue) this.waiting.add(0);
      return NO_WAIT;
    }
    const waited = at - leaveFirst(state.waitingLine);
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
  };
}

/** What is desired at the start is told by no fact: it is the parameter, between minimum and maximum. */
function desiredAtStart(params: WorldNode['params']): number {
  const maximum = params['maximum'] as number;
  const minimum = Math.min(params['minimum'] as number, maximum);
  return Math.max(minimum, Math.min(maximum, params['desired'] as number));
}
