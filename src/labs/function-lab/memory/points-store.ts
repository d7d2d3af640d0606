/**
 * Runs the points of the curves in the background, and keeps them for each work that was asked for, so that nothing is run
 * twice. Asked for another work while it runs, it gives up what is under way: only the last matters.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pool } from '../../../worker/pool.ts';
import { runPool } from '../../../worker/pool.ts';
import type { Work } from './closed-form.ts';
import { MEASURED_MEGABYTES, type MeasuredPoint, pointOf, scenarioAt } from './measured.ts';

export interface PointsState {
  /** Points of each work that was run, by its name. */
  points: ReadonlyMap<string, readonly MeasuredPoint[]>;
  /** What went wrong last, if anything. */
  failure: string | null;
}

export interface Points {
  readonly state: StoreApi<PointsState>;
  /** Runs what is lacking of this work, in place of what is under way. */
  want(work: Work, timeoutSeconds: number): void;
  /** Gives up what is under way. */
  stop(): void;
}

/** Works that are kept at most. Our choice: as many as one goes back and forth between. */
const MOST_KEPT = 60;

/** Under which name the points of a work are kept. */
export function nameOfWork({ seconds, cpuShare, threads }: Work, timeoutSeconds: number): string {
  return [seconds, cpuShare, threads, timeoutSeconds].join(' ');
}

/** `run` is what runs the jobs: the pool of workers, unless a test has its own. */
export function createPoints(run: typeof runPool = runPool): Points {
  const state = createStore<PointsState>(() => ({ points: new Map(), failure: null }));
  let pool: Pool | null = null;
  let underWay: string | null = null;

  const stop = (): void => {
    pool?.stop();
    pool = null;
    underWay = null;
  };

  return {
    state,
    want(work, timeoutSeconds) {
      const name = nameOfWork(work, timeoutSeconds);
      if (underWay === name) return;
      stop();
      const known = state.getState().points.get(name) ?? [];
      const lacking = MEASURED_MEGABYTES.filter(
        (size) => !known.some(({ memoryMegabytes }) => memoryMegabytes === size),
      );
      if (lacking.length === 0) return;
      underWay = name;
      state.setState({ failure: null });
      pool = run(
        lacking.map((size) => ({ scenario: scenarioAt(work, size, timeoutSeconds) })),
        {
          report(job, report) {
            const point = pointOf(lacking[job] as number, report);
            state.setState(({ points }) => {
              const own = [...(points.get(name) ?? []), point].sort((a, b) => a.memoryMegabytes - b.memoryMegabytes);
              const others = [...points].filter(([each]) => each !== name).slice(1 - MOST_KEPT);
              return { points: new Map([...others, [name, own]]) };
            });
          },
          failed: (_, failure) => state.setState({ failure }),
          ended: () => {
            pool = null;
            underWay = null;
          },
        },
      );
    },
    stop,
  };
}
