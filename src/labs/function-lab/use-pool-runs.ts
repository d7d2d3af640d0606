/** Runs scenarios in the background when asked to, and keeps their reports until others are run. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunReport } from '../../scenario/report.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { type Pool, runPool } from '../../worker/pool.ts';

export interface PoolRuns<Key> {
  /** What these runs are for, as it was said when they were begun; null before the first. */
  key: Key | null;
  /** By number of the scenario; what has not come yet, or came to nothing, is not there. */
  reports: ReadonlyMap<number, RunReport>;
  isRunning: boolean;
  done: number;
  of: number;
  /** How many of them came to nothing. */
  failed: number;
  start(key: Key, scenarios: readonly StageScenario[]): void;
  stop(): void;
}

type State<Key> = Pick<PoolRuns<Key>, 'key' | 'reports' | 'isRunning' | 'done' | 'of' | 'failed'>;

function none<Key>(): State<Key> {
  return { key: null, reports: new Map(), isRunning: false, done: 0, of: 0, failed: 0 };
}

export function usePoolRuns<Key>(): PoolRuns<Key> {
  const [state, setState] = useState<State<Key>>(none());
  const pool = useRef<Pool | null>(null);
  const stop = useCallback(() => {
    pool.current?.stop();
    pool.current = null;
    setState((now) => ({ ...now, isRunning: false }));
  }, []);
  useEffect(() => () => pool.current?.stop(), []);
  const start = useCallback((key: Key, scenarios: readonly StageScenario[]) => {
    pool.current?.stop();
    setState({ ...none<Key>(), key, isRunning: true, of: scenarios.length });
    pool.current = runPool(
      scenarios.map((scenario) => ({ scenario })),
      {
        report: (job, report) =>
          setState((now) => ({ ...now, reports: new Map(now.reports).set(job, report), done: now.done + 1 })),
        failed: () => setState((now) => ({ ...now, done: now.done + 1, failed: now.failed + 1 })),
        ended: () => setState((now) => ({ ...now, isRunning: false })),
      },
    );
  }, []);
  return { ...state, start, stop };
}
