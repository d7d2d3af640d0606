/** The share that is throttled, measured in the run on screen and by runs in the background, for Erlang B to be held against. */
import { type SimTime, seconds, toSeconds } from '../../../engine/time.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import type { EnvironmentLog } from '../environments/environment-log.ts';
import { BATCHES, type Batch, type Estimate, shareOf } from '../intervals.ts';
import { pairsOf, pointsOf } from '../paired-runs.ts';
import type { MeasuredPoint } from '../TheoryChart.tsx';

/** So much after a change is left out, s: until then it still shows that all were free. Our choice: thirty runs. */
export const FORGOTTEN_AFTER_SECONDS = 60;
/** Least time that is cut into batches, s. Our choice. */
const LEAST_SECONDS = 60;

export interface ThrottledShare {
  calls: number;
  throttled: number;
  share: Estimate | null;
  /** How long a run holds an environment on average, the start of it included, s; null before the first. */
  heldSeconds: number | null;
}

/** Counted from `from` to `to`, in batches of equal length. Null while that is too short. */
export function throttledShare(
  { calls, throttledAt }: Pick<EnvironmentLog, 'calls' | 'throttledAt'>,
  from: SimTime,
  to: SimTime,
): ThrottledShare | null {
  if (to - from < seconds(LEAST_SECONDS)) return null;
  const batches: Batch[] = Array.from({ length: BATCHES }, () => ({ hits: 0, cases: 0 }));
  const at = (time: SimTime): Batch | undefined => {
    const place = Math.floor(((time - from) / (to - from)) * BATCHES);
    return batches[Math.min(BATCHES - 1, place)];
  };
  let [held, ended, taken, throttled] = [0, 0, 0, 0];
  for (const call of calls) {
    // It came when its environment was started for it.
    const came = call.began - call.waited;
    const batch = at(came);
    if (came < from || came > to || batch === undefined) continue;
    batch.cases += 1;
    taken += 1;
    if (call.ended < 0) continue;
    held += call.ended - came;
    ended += 1;
  }
  for (const time of throttledAt) {
    const batch = at(time);
    if (time < from || time > to || batch === undefined) continue;
    batch.cases += 1;
    batch.hits += 1;
    throttled += 1;
  }
  return {
    calls: taken + throttled,
    throttled,
    share: shareOf(batches),
    heldSeconds: ended === 0 ? null : toSeconds(held) / ended,
  };
}

/** Limits at which the curve is measured. Our choice. */
export const LIMITS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12] as const;
/** How many calls a run has on average. Our choice: a few seconds for all. */
const CALLS_EACH = 600;

const nobody = { arrivals: 'none' } as const;

/**
 * All of them, those of one limit after another. Only those who call the function are there: whoever reserves has nothing to
 * do with the others.
 */
export function scenariosFor(ratePerSecond: number): StageScenario[] {
  return LIMITS.flatMap((reservedConcurrency) => {
    const parameters = {
      callers: { ratePerSecond },
      handler: { reservedConcurrency },
      publishers: nobody,
      clickers: nobody,
      crowd: nobody,
    };
    const whole = Math.ceil(FORGOTTEN_AFTER_SECONDS + CALLS_EACH / ratePerSecond);
    return pairsOf({ beginning: FORGOTTEN_AFTER_SECONDS, whole }, (luck) =>
      newScenario('function-limits', { parameters, ...luck }),
    );
  });
}

/** The points of which all runs are over. */
export function pointsFrom(reports: ReadonlyMap<number, RunReport>): MeasuredPoint[] {
  return pointsOf(LIMITS, reports, ({ throttles, traffic }) => ({ hits: throttles, cases: traffic.arrived }));
}
