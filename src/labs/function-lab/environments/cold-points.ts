/** The runs behind the measured points of the chart: which there are, and what they say together. */
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { MEAN_RUN_SECONDS } from '../../../stages/function-lab/environments.ts';
import { shareOf } from '../intervals.ts';
import type { MeasuredPoint } from '../TheoryChart.tsx';
import { countedFrom } from './measured.ts';

/** Idle lifetimes at which the curve is measured, s. Our choice. */
export const IDLE_TIMES = [5, 10, 20, 40, 60, 90, 120] as const;
/** Runs for each, with different luck, and how many calls each has on average. Our choice: a few seconds for all. */
const SEEDS = [1, 2, 3, 4, 5, 6] as const;
const CALLS_EACH = 1000;

/** A day, so that no environment is recycled in the longest run. */
const NEVER_SECONDS = 86_400;

/**
 * All of them, in pairs: the whole run, and only its beginning, which is not counted because an empty function still shows
 * in it. With the same luck the first begins as the second, so the difference of the two is what came afterwards.
 */
export function scenariosFor(ratePerSecond: number, parameters: StageScenario['parameters']): StageScenario[] {
  return IDLE_TIMES.flatMap((idleSeconds) => {
    const set = {
      ...parameters,
      callers: { ...parameters['callers'], ratePerSecond },
      handler: {
        ...parameters['handler'],
        idleSeconds: { kind: 'constant', value: idleSeconds },
        recycleSeconds: NEVER_SECONDS,
      },
    };
    const beginning = countedFrom(0, idleSeconds, MEAN_RUN_SECONDS);
    const whole = Math.ceil(beginning + CALLS_EACH / ratePerSecond);
    return SEEDS.flatMap((seed) =>
      [whole, beginning].map((durationSeconds) =>
        newScenario('function-environments', { parameters: set, seed, durationSeconds }),
      ),
    );
  });
}

/** The points of which all runs are over. */
export function pointsFrom(reports: ReadonlyMap<number, RunReport>): MeasuredPoint[] {
  return IDLE_TIMES.flatMap((x, place): MeasuredPoint[] => {
    const batches = SEEDS.map((_, nth) => {
      const first = 2 * (place * SEEDS.length + nth);
      const [whole, beginning] = [countOf(reports.get(first)), countOf(reports.get(first + 1))];
      return whole && beginning && { hits: whole.cold - beginning.cold, cases: whole.calls - beginning.calls };
    });
    if (!batches.every((each) => each !== null)) return [];
    const estimate = shareOf(batches);
    return estimate ? [{ x, estimate }] : [];
  });
}

function countOf(report: RunReport | undefined): { cold: number; calls: number } | null {
  const handler = report?.components.find(({ id }) => id === 'handler');
  return handler?.kind === 'function' ? { cold: handler.coldStarts, calls: handler.invocations } : null;
}
