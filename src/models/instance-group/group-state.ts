/** The state of an instance group: plain data. Places and jobs are reused; `life` tells one user of a place from the next. */
import type { SimTime } from '../../engine/time.ts';
import type { Context } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { instanceGroupParameters } from './params.ts';
import type { Op } from './program.ts';

export type InstancePhase = 'pending' | 'starting' | 'in-service' | 'draining' | 'crashed' | 'gone';

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
}

export interface Job {
  /** Where it stands in the list of jobs; the token of its calls. */
  index: number;
  isActive: number;
  life: number;
  /** Place of the instance that does it. */
  place: number;
  upload: number;
  /** Request to be answered, by place in the message pool; -1 if answered or if there is none. */
  request: number;
  /** Item of the queue it came from, with its receipt; -1 if it did not come from a queue. */
  item: number;
  receipt: number;
  /** Place in the program. */
  pc: number;
  /** Call it waits for, by place in the message pool; -1 for none. */
  call: number;
}

export interface GroupState {
  /** By place; those that are gone stay until the place is used again. */
  instances: Instance[];
  freePlaces: number[];
  nextInstance: number;
  desired: number;
  lastChangeAt: SimTime;
  /** Free slots of all instances in service. */
  freeSlots: number;
  inService: number;
  jobs: Job[];
  freeJobs: number[];
  /** Requests that wait for a slot, by place in the message pool, from `backlogHead` on. */
  backlog: number[];
  backlogHead: number;
  /** Crash faults that last. While there are any, whatever comes into service goes down at once. */
  crashes: number;
}

export type GroupContext = Context<Values<typeof instanceGroupParameters>, { program: Op[]; queueLink: number }>;

/** A fresh job for an instance. */
export function takeJob(state: GroupState, place: number, upload: number): Job {
  const index = state.freeJobs.pop();
  if (index === undefined) {
    const job: Job = {
      index: state.jobs.length,
      isActive: 1,
      life: 0,
      place,
      upload,
      request: -1,
      item: -1,
      receipt: 0,
      pc: 0,
      call: -1,
    };
    state.jobs.push(job);
    return job;
  }
  const job = state.jobs[index] as Job;
  job.isActive = 1;
  job.place = place;
  job.upload = upload;
  job.request = -1;
  job.item = -1;
  job.receipt = 0;
  job.pc = 0;
  job.call = -1;
  return job;
}

/** Gives a job back; wakes that were meant for it are meant for nobody now. */
export function freeJob(state: GroupState, job: Job): void {
  job.isActive = 0;
  job.life += 1;
  state.freeJobs.push(job.index);
}

/** A place for a new instance, which is pending. */
export function takePlace(state: GroupState): Instance {
  const id = state.nextInstance;
  state.nextInstance += 1;
  const place = state.freePlaces.pop();
  if (place === undefined) {
    const instance: Instance = {
      place: state.instances.length,
      id,
      phase: 'pending',
      life: 0,
      busy: 0,
      polls: [],
      pauses: 0,
    };
    state.instances.push(instance);
    return instance;
  }
  const instance = state.instances[place] as Instance;
  instance.id = id;
  instance.phase = 'pending';
  return instance;
}
