/**
 * Work that came to nothing: that of jobs which failed, and of jobs which did again what had been done before.
 *
 * An instance with several slots is paid for once, however many of them are taken. So while it works, its time is shared
 * equally between the jobs it has, and what a wasted job had of it is wasted. A job that was merely recognised as done
 * before cost next to nothing and wastes nothing. What comes of work under way is told when it ends.
 */
import type { SimTime } from '../engine/time.ts';
import { FACT } from '../models/facts.ts';

/** An instance at work. Plain data. */
interface AtWork {
  jobs: number;
  /** What a job that had been there from the beginning would have had of the instance's time, µs. */
  shared: number;
  /** Up to when that is worked out. */
  since: SimTime;
}

/** Plain data. */
export interface Waste {
  /** Time of instances that was wasted, µs. */
  wasted: number;
  instances: Map<number, AtWork>;
  /** By number of the job: what `shared` of its instance was when it began. */
  began: number[];
  /** By number of the job: 1 if it did something again. */
  isAgain: number[];
}

export function waste(): Waste {
  return { wasted: 0, instances: new Map(), began: [], isAgain: [] };
}

const JOB_BEGAN = FACT['job.began'];
const JOB_FINISHED = FACT['job.finished'];
const JOB_FAILED = FACT['job.failed'];
const DUPLICATE_DONE = FACT['duplicate.done'];
const GONE = FACT['instance.gone'];

/** Takes in a fact of a group; those that say nothing of its work change nothing. */
export function tellWaste(waste: Waste, at: SimTime, kind: number, instance: number, job: number): void {
  switch (kind) {
    case JOB_BEGAN: {
      const atWork = share(waste, at, instance);
      atWork.jobs += 1;
      waste.began[job] = atWork.shared;
      waste.isAgain[job] = 0;
      return;
    }
    case DUPLICATE_DONE:
      waste.isAgain[job] = 1;
      return;
    case JOB_FINISHED:
      end(waste, at, instance, job, waste.isAgain[job] === 1);
      return;
    case JOB_FAILED:
      end(waste, at, instance, job, true);
      return;
    case GONE:
      waste.instances.delete(instance);
  }
}

function end(waste: Waste, at: SimTime, instance: number, job: number, isWasted: boolean): void {
  const atWork = share(waste, at, instance);
  if (isWasted) waste.wasted += atWork.shared - (waste.began[job] as number);
  atWork.jobs -= 1;
}

/** Works out the shares up to now. */
function share({ instances }: Waste, at: SimTime, instance: number): AtWork {
  let atWork = instances.get(instance);
  if (!atWork) {
    atWork = { jobs: 0, shared: 0, since: at };
    instances.set(instance, atWork);
  }
  if (atWork.jobs > 0) atWork.shared += (at - atWork.since) / atWork.jobs;
  atWork.since = at;
  return atWork;
}
