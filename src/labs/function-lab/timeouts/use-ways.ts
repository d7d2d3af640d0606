/** Runs the three ways in the background, again whenever the videos, the time-out or the prices are others. */
import { useEffect, useMemo, useState } from 'react';
import type { PriceChanges } from '../../../cost/prices.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { runPool } from '../../../worker/pool.ts';
import { resultOf, scenariosOf, type WayResult } from './ways.ts';

/** In the order of the ways; null while it is run, `failed` where it could not be. */
export type WayResults = readonly (WayResult | 'failed' | null)[];

export function useWays(scenario: StageScenario, prices: PriceChanges): WayResults {
  const key = JSON.stringify([scenariosOf(scenario), prices]);
  const [known, setKnown] = useState<{ key: string; results: WayResults }>({ key: '', results: [] });
  useEffect(() => {
    const [scenarios, own] = JSON.parse(key) as [StageScenario[], PriceChanges];
    const results: (WayResult | 'failed' | null)[] = scenarios.map(() => null);
    const note = (job: number, result: WayResult | 'failed'): void => {
      results[job] = result;
      setKnown({ key, results: [...results] });
    };
    const pool = runPool(
      scenarios.map((each) => ({ scenario: each, prices: own })),
      {
        report: (job, report) => note(job, resultOf(report)),
        failed: (job) => note(job, 'failed'),
        ended() {},
      },
    );
    return () => pool.stop();
  }, [key]);
  return useMemo(() => (known.key === key ? known.results : []), [known, key]);
}
