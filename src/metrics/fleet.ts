/**
 * Where the instances of one group stand, as its facts tell: how many are in each phase, how many work, how many slots
 * are taken. Read by the figures and by the bill.
 */
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';
import { changeLevel, type Level, level, levelArea } from './level.ts';
import { enter, leave, type Roll, roll, rowOf } from './roll.ts';

/** Phases of an instance that is there. */
const PENDING = 0;
const STARTING = 1;
const IN_SERVICE = 2;
const DRAINING = 3;
const CRASHED = 4;

/** Columns of the roll of instances. */
const PHASE = 0;
const BUSY = 1;
const RUNNING_SINCE = 2;

/** Plain data. */
export interface Fleet {
  /** By instance: its phase, how many of its slots are taken, since when it has been running. */
  instances: Roll;
  /** Instances in each phase. */
  pending: Level;
  starting: Level;
  inService: Level;
  draining: Level;
  crashed: Level;
  /** Instances in service or draining with at least one slot taken; `idle` reads off those with none. */
  working: Level;
  /** Slots taken, and those of them that are on instances that drain. */
  busySlots: Level;
  busySlotsDraining: Level;
}

/** Of the instances in service or draining, those with no slot taken: whatever `read` reads off levels. */
export function idle({ inService, draining, working }: Fleet, read: (level: Level) => number): number {
  return read(inService) + read(draining) - read(working);
}

/** How full the instances in service were from time 0 to `at`: 0 to 1, or NaN if none was ever in service. */
export function utilisation(fleet: Fleet, slotsPerInstance: number, at: SimTime): number {
  const { busySlots, busySlotsDraining, inService } = fleet;
  const taken = levelArea(busySlots, at) - levelArea(busySlotsDraining, at);
  return taken / (levelArea(inService, at) * slotsPerInstance);
}

export function fleet(): Fleet {
  return {
    instances: roll(3),
    pending: level(),
    starting: level(),
    inService: level(),
    draining: level(),
    crashed: level(),
    working: level(),
    busySlots: level(),
    busySlotsDraining: level(),
  };
}

const NO_RUN_ENDED = -1;

const LAUNCHED = FACT['instance.launched'];
const RUNNING = FACT['instance.running'];
const WENT_IN_SERVICE = FACT['instance.in-service'];
const BEGAN_DRAINING = FACT['instance.draining'];
const GONE = FACT['instance.gone'];
const WENT_DOWN = FACT['instance.crashed'];
const JOB_BEGAN = FACT['job.began'];
const JOB_FINISHED = FACT['job.finished'];
const JOB_FAILED = FACT['job.failed'];

/**
 * Takes in a fact of this group; those that say nothing of its instances change nothing. Answers how long the run was,
 * in µs, that ended with this fact (the instance is gone or crashed); a negative number if none ended. `c` matters to that
 * only: where a process goes down the run of its machine goes on.
 */
export function tellFleet(fleet: Fleet, at: SimTime, kind: number, instance: number, c = 0): SimTime {
  switch (kind) {
    case JOB_BEGAN:
      takeSlots(fleet, at, instance, 1);
      return NO_RUN_ENDED;
    case JOB_FINISHED:
    case JOB_FAILED:
      takeSlots(fleet, at, instance, -1);
      return NO_RUN_ENDED;
    case LAUNCHED:
      launch(fleet, at, instance);
      return NO_RUN_ENDED;
    case RUNNING:
      move(fleet, at, instance, STARTING);
      return NO_RUN_ENDED;
    case WENT_IN_SERVICE:
      move(fleet, at, instance, IN_SERVICE);
      return NO_RUN_ENDED;
    case BEGAN_DRAINING:
      move(fleet, at, instance, DRAINING);
      return NO_RUN_ENDED;
    case WENT_DOWN:
      return move(fleet, at, instance, CRASHED, c === 1);
    case GONE:
      return remove(fleet, at, instance);
    default:
      return NO_RUN_ENDED;
  }
}

/** How many instances there are, in whatever phase. */
export function fleetSize(fleet: Fleet): number {
  return fleet.instances.count;
}

function launch(fleet: Fleet, at: SimTime, instance: number): void {
  // A restart launches one that is already there.
  if (rowOf(fleet.instances, instance) >= 0) {
    move(fleet, at, instance, PENDING);
    return;
  }
  const row = enter(fleet.instances, instance);
  setColumn(fleet, PHASE, row, PENDING);
  setColumn(fleet, BUSY, row, 0);
  setColumn(fleet, RUNNING_SINCE, row, -1);
  changeLevel(fleet.pending, at, 1);
}

function move(fleet: Fleet, at: SimTime, instance: number, phase: number, runsOn = false): SimTime {
  const row = presentRow(fleet, instance);
  const ran = leavePhase(fleet, at, row, phase, runsOn);
  if (phase === CRASHED) setColumn(fleet, BUSY, row, 0);
  setColumn(fleet, PHASE, row, phase);
  const busy = column(fleet, BUSY, row);
  changeLevel(phaseLevel(fleet, phase), at, 1);
  if (phase === STARTING && column(fleet, RUNNING_SINCE, row) < 0) setColumn(fleet, RUNNING_SINCE, row, at);
  if (busy > 0) changeLevel(fleet.working, at, 1);
  if (phase === DRAINING) changeLevel(fleet.busySlotsDraining, at, busy);
  return ran;
}

function remove(fleet: Fleet, at: SimTime, instance: number): SimTime {
  const row = presentRow(fleet, instance);
  const ran = leavePhase(fleet, at, row, CRASHED, false);
  leave(fleet.instances, instance);
  return ran;
}

/**
 * Takes an instance out of its phase. In `next` it no longer does anything if that is CRASHED, which stands for gone as
 * well; and its run is over, unless its machine runs on.
 */
function leavePhase(fleet: Fleet, at: SimTime, row: number, next: number, runsOn: boolean): SimTime {
  const phase = column(fleet, PHASE, row);
  const busy = column(fleet, BUSY, row);
  changeLevel(phaseLevel(fleet, phase), at, -1);
  if (busy > 0) changeLevel(fleet.working, at, -1);
  if (phase === DRAINING) changeLevel(fleet.busySlotsDraining, at, -busy);
  if (next !== CRASHED) return NO_RUN_ENDED;
  changeLevel(fleet.busySlots, at, -busy);
  const since = column(fleet, RUNNING_SINCE, row);
  if (since < 0 || runsOn) return NO_RUN_ENDED;
  setColumn(fleet, RUNNING_SINCE, row, -1);
  return at - since;
}

function takeSlots(fleet: Fleet, at: SimTime, instance: number, by: number): void {
  const row = presentRow(fleet, instance);
  const before = column(fleet, BUSY, row);
  // The jobs of an instance that crashed are told of one by one afterwards; its slots went with it.
  if (before + by < 0) return;
  setColumn(fleet, BUSY, row, before + by);
  changeLevel(fleet.busySlots, at, by);
  if (before === 0) changeLevel(fleet.working, at, 1);
  else if (before + by === 0) changeLevel(fleet.working, at, -1);
  if (column(fleet, PHASE, row) === DRAINING) changeLevel(fleet.busySlotsDraining, at, by);
}

function presentRow(fleet: Fleet, instance: number): number {
  const row = rowOf(fleet.instances, instance);
  if (row < 0) throw new Error(`instance ${instance} is not there: it was never launched, or is gone`);
  return row;
}

function phaseLevel(fleet: Fleet, phase: number): Level {
  if (phase === PENDING) return fleet.pending;
  if (phase === STARTING) return fleet.starting;
  if (phase === IN_SERVICE) return fleet.inService;
  return phase === DRAINING ? fleet.draining : fleet.crashed;
}

function column(fleet: Fleet, index: number, row: number): number {
  return (fleet.instances.columns[index] as Float64Array)[row] as number;
}

function setColumn(fleet: Fleet, index: number, row: number, value: number): void {
  (fleet.instances.columns[index] as Float64Array)[row] = value;
}
