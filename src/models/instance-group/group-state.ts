/** The state of an instance group: plain data. Places and jobs are reused; `life` tells one user of a place from the next. */
import type { SimTime } from '../../engine/time.ts';
import type { BatchEntry } from '../message.ts';
import type { Context, Strike } from '../model.ts';
import type { Values } from '../parameters.ts';
import { type Jobs, noJobs } from '../work/job.ts';
import type { Op } from '../work/program.ts';
import { type Employer, FIRST_OWN_WAKE } from '../work/walk.ts';
import type { instanceGroupParameters } from './params.ts';

export type InstancePhase = 'pending' | 'starting' | 'in-service' | 'draining' | 'crashed' | 'gone';

/** Messages that were received together and will be deleted together. */
export interface OpenBatch {
  /** Receipts of all that belong to it; no two hand-outs of a queue have the same. */
  receipts: number[];
  /** How many of them wait or are worked on. */
  left: number;
  /** Those whose work is done. */
  done: BatchEntry[];
}

export interface Instance {
  /** Where it stands in the list of instances. */
  place: number;
  id: number;
  phase: InstancePhase;
  life: number;
  /** Slots that are taken. */
  busy: number;
  /** Polls that wait for an answer, by place in the message pool. */
  polls: number[];
  /** Slots that pause before the next poll. */
  pauses: number;
  /** Availability zone, from 0. */
  zone: number;
  /** Since when it has been running, µs: its hours are billed from here. */
  runningAt: SimTime;
  inServiceAt: SimTime;
  /** Until then it is left out of what scaling measures, and nothing is scaled in; infinite until it is in service. */
  warmsUntil: SimTime;
  /** 1 while the load balancer knows of it. */
  isRegistered: number;
  /** 1 while the load balancer finds it unhealthy. */
  isFoundUnhealthy: number;
  /** 1 if it has a version that does not start. */
  isBad: number;
  /** The loss that took it down and still lasts. */
  lostBy: Strike | null;
  /** Pieces of work that its process has done, or failed at. */
  pieces: number;
  /** Requests for this very instance that wait for a slot, by place in the message pool. */
  backlog: number[];
  /** Messages of a queue that were received together with others and wait for a slot, or for their message group. */
  held: BatchEntry[];
  /** Messages that are worked on and belong to a message group, or to a batch that is deleted together. */
  atWork: BatchEntry[];
  /** Batches that are deleted together, as long as some of each wait or are worked on. */
  batches: OpenBatch[];
  /** Slots taken times how long, since the last evaluation, slot-µs up to `meteredAt`; metered only where it is scaled by. */
  busyTime: number;
  meteredAt: SimTime;
}

/** How often in a row what a policy measures was above its target, and below its lower line. */
export interface Points {
  above: number;
  below: number;
}

export interface GroupState {
  /** By place; those that are gone stay until the place is used again. */
  instances: Instance[];
  freePlaces: number[];
  /** Place of each instance that is not gone, by its number. */
  placeOf: Map<number, number>;
  nextInstance: number;
  /** Bounds of desired: as set, or as scheduled since. */
  minimum: number;
  maximum: number;
  desired: number;
  /**
   * Instances beyond desired that may not be taken away: they are at work and protected. Below 0: those missing that can
   * be launched nowhere.
   */
  surplus: number;
  lastChangeAt: SimTime;
  lastEvaluationAt: SimTime;
  /** By policy. */
  points: Points[];
  /** 1 while the next evaluation is planned. */
  isEvaluated: number;
  /** Counts how often the policies were changed: tells what is scheduled now from what was before. */
  generation: number;
  /** Free slots of all instances in service. */
  freeSlots: number;
  inService: number;
  jobs: Jobs;
  /** Requests that wait for a slot of any instance, by place in the message pool, from `backlogHead` on. */
  backlog: number[];
  backlogHead: number;
  /** Requests in the backlogs of single instances. */
  waitingAtInstances: number;
  /** Faults that last. */
  strikes: Strike[];
}

/** What is worked out of the parameters. */
export interface GroupPlan {
  program: Op[];
  /** Code of the step that cannot be done for what is poison; -1 if there is no work at all. */
  poisonStep: number;
  /** How many times faster than the reference machine an instance is. */
  speed: number;
  errors: number;
  queueLink: number;
  /** Number of the load balancer; -1 for none. */
  balancer: number;
  isSilentWhenDown: boolean;
  isIdempotent: boolean;
  deletesTogether: boolean;
  metersUtilisation: boolean;
  employer: Employer<GroupContext, GroupState>;
}

export type GroupParams = Values<typeof instanceGroupParameters>;

/** As `Context<GroupParams, GroupPlan>`; an interface, because the plan speaks of it again. */
export interface GroupContext extends Context<GroupParams, GroupPlan> {}

/** Wakes, after those of the walk. `life` tells an instance from later ones in the same place, and a job likewise. */
export const RUNNING = FIRST_OWN_WAKE; // (place, life)
export const IN_SERVICE = FIRST_OWN_WAKE + 1; // (place, life)
export const POLL = FIRST_OWN_WAKE + 2; // (place, life)
export const DRAIN_LIMIT = FIRST_OWN_WAKE + 3; // (place, life)
export const EVALUATE = FIRST_OWN_WAKE + 4;
export const SCHEDULED = FIRST_OWN_WAKE + 5; // (policy, action + generation × GENERATION)
export const CHECK_HEALTH = FIRST_OWN_WAKE + 6;
export const WAITED = FIRST_OWN_WAKE + 7; // (place in the message pool, id of the message)
export const EXTEND = FIRST_OWN_WAKE + 8; // (job, its life)
export const KILLED = FIRST_OWN_WAKE + 9; // (place, life)

/** More actions than a policy has. */
export const GENERATION = 65_536;

/** Nobody and nothing yet. */
export function emptyGroup({ minimum, maximum, scaling }: GroupParams): GroupState {
  return {
    instances: [],
    freePlaces: [],
    placeOf: new Map(),
    nextInstance: 0,
    minimum,
    maximum,
    desired: 0,
    surplus: 0,
    lastChangeAt: Number.NEGATIVE_INFINITY,
    lastEvaluationAt: 0,
    points: noPoints(scaling),
    isEvaluated: 0,
    generation: 0,
    freeSlots: 0,
    inService: 0,
    jobs: noJobs(),
    backlog: [],
    backlogHead: 0,
    waitingAtInstances: 0,
    strikes: [],
  };
}

export function noPoints(policies: GroupParams['scaling']): Points[] {
  return policies.map(() => ({ above: 0, below: 0 }));
}

/** A place for a new instance, which is pending. */
export function takePlace(state: GroupState, zone: number): Instance {
  const id = state.nextInstance;
  state.nextInstance += 1;
  const place = state.freePlaces.pop() ?? state.instances.length;
  const instance: Instance = {
    place,
    id,
    phase: 'pending',
    life: state.instances[place]?.life ?? 0,
    busy: 0,
    polls: [],
    pauses: 0,
    zone,
    runningAt: 0,
    inServiceAt: 0,
    warmsUntil: 0,
    isRegistered: 0,
    isFoundUnhealthy: 0,
    isBad: 0,
    lostBy: null,
    pieces: 0,
    backlog: [],
    held: [],
    atWork: [],
    batches: [],
    busyTime: 0,
    meteredAt: 0,
  };
  state.instances[place] = instance;
  state.placeOf.set(id, place);
  return instance;
}

/** The instance with this number, if it is not gone. */
export function instanceOf(state: GroupState, id: number): Instance | undefined {
  const place = state.placeOf.get(id);
  return place === undefined ? undefined : state.instances[place];
}

/** Whether it is one of those that desired counts. */
export function counts({ phase }: Instance): boolean {
  return phase !== 'gone' && phase !== 'draining';
}

/** Requests that wait for a slot, wherever. */
export function waitingIn(state: GroupState): number {
  return state.backlog.length - state.backlogHead + state.waitingAtInstances;
}
