/**
 * Searches in the background: each yields a scenario, is handed the report of its run, and goes on from there until it has
 * what it looks for. Many of them share one pool.
 *
 * ```ts
 * function* least(scenarioWith: (n: number) => Scenario): Search<number> {
 *   for (let n = 1; ; n += 1) if ((yield { scenario: scenarioWith(n) }).uploads.refused === 0) return n;
 * }
 * ```
 */
import type { RunReport } from '../scenario/report.ts';
import type { PoolJob } from '../worker/batch.ts';
import { runPool } from '../worker/pool.ts';

export type Search<T> = Generator<PoolJob, T, RunReport>;

/** Searches under way. */
export interface Searching {
  /** Ends all of them at once. */
  stop(): void;
}

/** Hears nothing any more once it was stopped. */
export interface SearchListener<T> {
  /** Searches are numbered from 0 in the order in which they were handed over. */
  found(search: number, result: T): void;
  /** This search came to nothing; the others go on. */
  failed(search: number, message: string): void;
  ended(): void;
}

/** Begins at once. `run` is what runs the jobs: the pool of workers, unless a test has its own. */
export function runSearches<T>(
  searches: readonly Search<T>[],
  listener: SearchListener<T>,
  run: typeof runPool = runPool,
): Searching {
  /** Jobs that wait for a worker, each with the number of its search. */
  const waiting: { search: number; job: PoolJob }[] = [];
  /** By the number of the job in the pool: which search waits for its report. */
  const open: number[] = [];

  const take = (search: number, { done, value }: IteratorResult<PoolJob, T>): void => {
    if (done) listener.found(search, value);
    else waiting.push({ search, job: value });
  };
  const jobs: Iterator<PoolJob> = {
    next() {
      const next = waiting.shift();
      if (next === undefined) return { done: true, value: undefined };
      open.push(next.search);
      return { done: false, value: next.job };
    },
  };

  searches.forEach((search, number) => void take(number, search.next()));
  return run(jobs, {
    report(job, report) {
      const search = open[job] as number;
      take(search, (searches[search] as Search<T>).next(report));
    },
    failed: (job, message) => listener.failed(open[job] as number, message),
    ended: () => listener.ended(),
  });
}
