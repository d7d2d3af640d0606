/**
 * The runs behind the measured points of a chart: for each point some runs with different luck, and each of them twice, the
 * whole and only its beginning. A beginning is not counted, because an empty function still shows in it. With the same luck
 * the whole begins as the beginning does, so the difference of the two is what came afterwards.
 */
import type { FunctionReport } from '../../metrics/function-figures.ts';
import type { RunReport } from '../../scenario/report.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { type Batch, shareOf } from './intervals.ts';
import type { MeasuredPoint } from './TheoryChart.tsx';

/** Runs for each point. Our choice: with some hundreds of calls in each, a few seconds for all. */
const SEEDS = [1, 2, 3, 4, 5, 6] as const;

/** Lengths of a run and of what of it is not counted, s. */
export interface PairSeconds {
  beginning: number;
  whole: number;
}

/** The runs of one point. */
export function pairsOf(
  { beginning, whole }: PairSeconds,
  scenarioOf: (luck: { seed: number; durationSeconds: number }) => StageScenario,
): StageScenario[] {
  return SEEDS.flatMap((seed) => [whole, beginning].map((durationSeconds) => scenarioOf({ seed, durationSeconds })));
}

/**
 * The points of which all runs are over; `places` are those of the points, in the order in which their runs were begun, and
 * `countOf` what is counted of the function "handler" of a run.
 */
export function pointsOf(
  places: readonly number[],
  reports: ReadonlyMap<number, RunReport>,
  countOf: (handler: FunctionReport) => Batch,
): MeasuredPoint[] {
  const counted = (run: number): Batch | null => {
    const handler = reports.get(run)?.components.find(({ id }) => id === 'handler');
    return handler?.kind === 'function' ? countOf(handler) : null;
  };
  return places.flatMap((x, place): MeasuredPoint[] => {
    const batches = SEEDS.map((_, nth) => {
      const first = 2 * (place * SEEDS.length + nth);
      const [whole, beginning] = [counted(first), counted(first + 1)];
      return whole && beginning && { hits: whole.hits - beginning.hits, cases: whole.cases - beginning.cases };
    });
    if (!batches.every((each) => each !== null)) return [];
    const estimate = shareOf(batches);
    return estimate ? [{ x, estimate }] : [];
  });
}
