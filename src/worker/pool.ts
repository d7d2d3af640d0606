/**
 * Many runs in the background: a few workers, each of which runs one scenario after another without a picture and sends
 * its report. For tables and curves that are made of hundreds of runs.
 *
 * ```ts
 * function* jobs() {
 *   for (const rate of rates) for (const stage of ladderIds) yield { scenario: scenarioAt(stage, rate) };
 * }
 * const pool = runPool(jobs(), {
 *   report: (job, report) => points.set(job, report.bill.perThousandWatchableUsd),
 *   failed: (job, message) => failures.set(job, message),
 *   ended: () => setStatus('done'),
 * });
 * pool.stop(); // when the page is left
 * ```
 *
 * - Jobs are numbered from 0 in the order in which they come and begun in that order; reports come as they are ready.
 * - A generator is asked for a job only when a worker is free for it, so thousands of jobs cost nothing before their turn,
 *   and a job may depend on reports that were heard before it is asked for. An iterator that says it is done is asked
 *   again after every report, so that it may wait for one; once it has nothing and no job is open, the pool has ended.
 * - Hundreds of reports may come in a second: note what they say, and let the screen follow a few times a second.
 * - Where the browser gives no workers, the jobs are run on the page's own thread, a few milliseconds at a time.
 */
import type { RunReport } from '../scenario/report.ts';
import { type FromBatch, failureOf, type PoolJob, type ToBatch } from './batch.ts';
import { ReportInPieces } from './report-in-pieces.ts';

/** Hears nothing any more once the pool was stopped. */
export interface PoolListener {
  report(job: number, report: RunReport): void;
  /** This job came to nothing; the others go on. */
  failed(job: number, message: string): void;
  /** Every job has been told of. */
  ended(): void;
}

export interface Pool {
  /** Ends everything at once, what is being run included. */
  stop(): void;
}

/** Workers at most. Our choice: more would only heat a laptop, and each holds a copy of the program. */
const MOST_WORKERS = 4;

/** Jobs that a worker has at hand: while one's report is on its way to a page that draws, the next is run. */
const AT_HAND = 2;

/** How long the page's own thread is held at a time, in milliseconds. Our choice: half a frame. */
const PIECE_MS = 8;

/** Begins at once, and tells nothing before it has returned. */
export function runPool(jobs: Iterable<PoolJob> | Iterator<PoolJob>, listener: PoolListener): Pool {
  const source = new Source(jobs);
  /** Each worker, with what gives it more to do. */
  const workers = new Map<Worker, () => void>();
  let stopped = false;

  function stop(): void {
    stopped = true;
    for (const worker of workers.keys()) worker.terminate();
  }
  function end(): void {
    if (stopped) return;
    stop();
    listener.ended();
  }
  function tell(came: FromBatch): void {
    if ('report' in came) listener.report(came.job, came.report);
    else listener.failed(came.job, came.failure);
  }

  function employ(): void {
    const worker = new Worker(new URL('./batch.worker.ts', import.meta.url), { type: 'module' });
    const atHand = new Map<number, ToBatch>();
    const giveMore = (): void => {
      while (!stopped && atHand.size < AT_HAND) {
        const job = source.next();
        if (job === undefined) return;
        atHand.set(job.job, job);
        worker.postMessage(job);
      }
    };
    worker.onmessage = ({ data }: MessageEvent<FromBatch>) => {
      if (stopped) return;
      atHand.delete(data.job);
      // Before the report is read, so that the worker does not wait for the page.
      giveMore();
      source.over(data.job);
      tell(data);
      // What was told may have given rise to more.
      for (const giveTo of workers.values()) giveTo();
      if (source.isDone()) end();
    };
    // What a run throws is told as its failure: this is a worker that could not be loaded, or whose memory is full.
    worker.onerror = () => {
      if (stopped) return;
      worker.terminate();
      workers.delete(worker);
      source.putBack([...atHand.values()]);
      for (const giveOther of workers.values()) giveOther();
      if (workers.size === 0) workHere();
    };
    workers.set(worker, giveMore);
  }

  /** On the page's own thread. */
  function workHere(): void {
    let task: Task | undefined;
    const piece = (): void => {
      const until = performance.now() + PIECE_MS;
      const isEnough = (): boolean => performance.now() >= until;
      while (!stopped && !isEnough()) {
        task ??= source.next();
        if (task === undefined) {
          end();
          return;
        }
        const came = goOn(task, isEnough);
        if (came === null) continue;
        source.over(task.job);
        task = undefined;
        tell(came);
      }
      if (!stopped) setTimeout(piece);
    };
    setTimeout(piece);
  }

  try {
    const wanted = Math.max(1, navigator.hardwareConcurrency - 1);
    for (let n = 0; n < Math.min(wanted, MOST_WORKERS); n += 1) employ();
  } catch {
    // In a sandboxed frame there are no workers.
  }
  if (workers.size === 0) workHere();
  for (const giveMore of workers.values()) giveMore();
  if (source.isDone()) setTimeout(end);
  return { stop };
}

/** A job on the page's own thread, and how far it is. */
type Task = ToBatch & { run?: ReportInPieces };

/** What came of it, or null if it takes longer. */
function goOn(task: Task, isEnough: () => boolean): FromBatch | null {
  const { job, scenario, prices } = task;
  try {
    task.run ??= new ReportInPieces(scenario, prices);
    const report = task.run.work(isEnough);
    return report && { job, report };
  } catch (error) {
    return { job, failure: failureOf(error) };
  }
}

/** Hands out jobs in their order, each with its number, and knows when all are over. */
class Source {
  readonly #jobs: Iterator<PoolJob>;
  readonly #open = new Set<number>();
  #back: ToBatch[] = [];
  #given = 0;
  #hasNothing = false;

  constructor(jobs: Iterable<PoolJob> | Iterator<PoolJob>) {
    this.#jobs = Symbol.iterator in jobs ? jobs[Symbol.iterator]() : jobs;
  }

  /** The next one; undefined if there is none now. */
  next(): ToBatch | undefined {
    const back = this.#back.shift();
    if (back) return back;
    const { done, value } = this.#jobs.next();
    this.#hasNothing = done === true;
    if (done) return undefined;
    const job = { ...(value as PoolJob), job: this.#given };
    this.#given += 1;
    this.#open.add(job.job);
    return job;
  }

  /** These are to be run by somebody else, before all others. */
  putBack(jobs: readonly ToBatch[]): void {
    this.#back = [...jobs, ...this.#back];
  }

  over(job: number): void {
    this.#open.delete(job);
  }

  /** Whether every job has been told of, and one was asked for in vain since. */
  isDone(): boolean {
    return this.#hasNothing && this.#open.size === 0;
  }
}
