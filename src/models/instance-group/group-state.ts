/** The state of an instance group: plain data. Places and jobs are reused; `life` tells one user of a place from the next. */
import type { SimTime } from '../../engine/time.ts';
import type { Context } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { Jobs } from '../work/job.ts';
import type { Op } from '../work/program.ts';
import type { instanceGroupParameters } from './params.ts';

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
  jobs: Jobs;
  /** Requests that wait for a slot, by place in the message pool, from `backlogHead` on. */
  backlog: number[];
  backlogHead: number;
  /** Crash faults that last. While there are any, whatever comes into service goes down at once. */
  crashes: number;
}

export type GroupContext = Context<Values<typeof instanceGroupParameters>, { program: Op[]; queueLink: number }>;

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
