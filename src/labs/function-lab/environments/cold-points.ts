/** The runs behind the measured points of the chart: which there are, and what they say together. */
import { SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { MEAN_RUN_SECONDS } from '../../../stages/function-lab/environments.ts';
import { pairsOf, pointsOf } from '../paired-runs.ts';
import type { MeasuredPoint } from '../TheoryChart.tsx';
import { countedFrom } from './measured.ts';

/** Idle lifetimes at which the curve is measured, s. Our choice. */
export const IDLE_TIMES = [5, 10, 20, 40, 60, 90, 120] as const;
/** How many calls a run has on average. Our choice: a few seconds for all. */
const CALLS_EACH = 1000;

/** All of them, those of one idle lifetime after another. */
export function scenariosFor(ratePerSecond: number, parameters: StageScenario['parameters']): StageScenario[] {
  return IDLE_TIMES.flatMap((idleSeconds) => {
    const set = {
      ...parameters,
      callers: { ...parameters['callers'], ratePerSecond },
      handler: {
        ...parameters['handler'],
        idleSeconds: { kind: 'constant', value: idleSeconds },
        // No environment is recycled in the longest run.
        recycleSeconds: SECONDS_PER_DAY,
      },
    };
    const beginning = countedFrom(0, idleSeconds, MEAN_RUN_SECONDS);
    const whole = Math.ceil(beginning + CALLS_EACH / ratePerSecond);
    return pairsOf({ beginning, whole }, (luck) => newScenario('function-environments', { parameters: set, ...luck }));
  });
}

/** The points of which all runs are over. */
export function pointsFrom(reports: ReadonlyMap<number, RunReport>): MeasuredPoint[] {
  return pointsOf(IDLE_TIMES, reports, ({ coldStarts, invocations }) => ({ hits: coldStarts, cases: invocations }));
}
