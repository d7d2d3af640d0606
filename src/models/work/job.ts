/** Pieces of work under way: plain data. Places in the list are reused; `life` tells one user of a place from the next. */
import type { BatchEntry } from '../message.ts';

export interface Job {
  /** Where it stands in the list of jobs; the token of its calls. */
  index: number;
  isActive: number;
  life: number;
  /** Place of the instance that does it. */
  place: number;
  upload: number;
  /** What the message that caused it was about: codes of `OBJECT` and `EVENT`, and the place of its content. */
  object: number;
  event: number;
  content: number;
  /** Request to be answered, by place in the message pool; -1 if answered or if there is none. */
  request: number;
  /** Item of the queue or record of the stream it came from, with its receipt; -1 if it came from neither. */
  item: number;
  receipt: number;
  /** How often it was received or tried, this time included. */
  attempt: number;
  /** Place in the program. */
  pc: number;
  /** Call it waits for, by place in the message pool; -1 for none. */
  call: number;
  /** Code of why it fails, while it does what is to be done on failure. */
  failing: number;
  /** The work that it has the claim to; 0 if it has none. */
  claim: number;
}

export interface Jobs {
  all: Job[];
  free: number[];
  /** Of those who recognise duplicates: the job that is at a piece of work, by the number of that work. */
  claims: Map<number, number>;
  /** Extra steps that were done, as bits, by the number of the event that they were done for. */
  extrasDone: Map<number, number>;
}

export function noJobs(): Jobs {
  return { all: [], free: [], claims: new Map(), extrasDone: new Map() };
}

/** A fresh job for an instance. Whoever takes it also keeps the upload (`ctx.keep`), until the job is freed. */
export function takeJob(jobs: Jobs, place: number, upload: number): Job {
  const index = jobs.free.pop();
  if (index === undefined) {
    const job: Job = {
      index: jobs.all.length,
      isActive: 1,
      life: 0,
      place,
      upload,
      object: 0,
      event: 0,
      content: 0,
      request: -1,
      item: -1,
      receipt: 0,
      attempt: 1,
      pc: 0,
      call: -1,
      failing: 0,
      claim: 0,
    };
    jobs.all.push(job);
    return job;
  }
  const job = jobs.all[index] as Job;
  job.isActive = 1;
  job.place = place;
  job.upload = upload;
  job.object = 0;
  job.event = 0;
  job.content = 0;
  job.request = -1;
  job.item = -1;
  job.receipt = 0;
  job.attempt = 1;
  job.pc = 0;
  job.call = -1;
  job.failing = 0;
  job.claim = 0;
  return job;
}

/** Gives a job back, and its claim with it; wakes that were meant for it are meant for nobody now. */
export function freeJob(jobs: Jobs, job: Job): void {
  if (job.claim !== 0) jobs.claims.delete(job.claim);
  job.claim = 0;
  job.isActive = 0;
  job.life += 1;
  jobs.free.push(job.index);
}

/** Lets the job be about what a message, or one entry of its batch, is about. */
export function aboutSame(job: Job, source: Pick<BatchEntry, 'object' | 'event' | 'content'>): void {
  job.object = source.object;
  job.event = source.event;
  job.content = source.content;
}
