/** A pool without workers, in which each job is answered when the test says so, by what the test says. */
import type { RunReport } from '../../src/scenario/report.ts';
import type { PoolJob } from '../../src/worker/batch.ts';
import type { Pool, PoolListener } from '../../src/worker/pool.ts';

export interface MadeUpPool {
  /** Stands in for `runPool`. */
  run(jobs: Iterable<PoolJob> | Iterator<PoolJob>, listener: PoolListener): Pool;
  /** Answers one job; false if there is none, and then the pool has ended. */
  step(): boolean;
  /** Answers all jobs. */
  drain(): void;
  /** All that were asked for. */
  asked: PoolJob[];
  stops: number;
}

export function aMadeUpPool(answer: (job: PoolJob) => RunReport): MadeUpPool {
  const pools: { jobs: Iterator<PoolJob>; listener: PoolListener; given: number; stopped: boolean }[] = [];
  const made: MadeUpPool = {
    asked: [],
    stops: 0,
    run(jobs, listener) {
      const pool = {
        jobs: Symbol.iterator in jobs ? jobs[Symbol.iterator]() : jobs,
        listener,
        given: 0,
        stopped: false,
      };
      pools.push(pool);
      return {
        stop() {
          made.stops += 1;
          pool.stopped = true;
        },
      };
    },
    step() {
      const pool = pools.findLast(({ stopped }) => !stopped);
      if (!pool) return false;
      const { done, value } = pool.jobs.next();
      if (done) {
        pool.stopped = true;
        pool.listener.ended();
        return false;
      }
      const job = pool.given;
      pool.given += 1;
      made.asked.push(value);
      pool.listener.report(job, answer(value));
      return true;
    },
    drain() {
      for (let idle = 0; idle < 2; idle = made.step() ? 0 : idle + 1);
    },
  };
  return made;
}
