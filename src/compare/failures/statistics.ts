/** The mean of independent runs, and how far off it may be. Pure. */

/**
 * Quantile 0.975 of Student's t, by degrees of freedom from 1 to 19 (any table of it): between the mean less and plus so
 * many standard errors lies the true mean with 95 %, if the runs may be taken for normal.
 */
const STUDENT_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093,
] as const;

/** Of how many runs an interval can be told. */
export const MOST_RUNS = STUDENT_95.length + 1;

export interface Estimate {
  mean: number;
  /** The interval reaches from `mean - halfWidth` to `mean + halfWidth`; null for a single run, of which none can be told. */
  halfWidth: number | null;
  runs: number;
}

/** The mean of these values, with its interval of 95 %; null if there is none. At most `MOST_RUNS`. */
export function estimateOf(values: readonly number[]): Estimate | null {
  const runs = values.length;
  if (runs === 0) return null;
  if (runs > MOST_RUNS) throw new RangeError(`${runs} runs: intervals are known of ${MOST_RUNS} at most`);
  const mean = values.reduce((sum, each) => sum + each, 0) / runs;
  if (runs === 1) return { mean, halfWidth: null, runs };
  const squares = values.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const quantile = STUDENT_95[runs - 2] as number;
  return { mean, halfWidth: quantile * Math.sqrt(squares / (runs - 1) / runs), runs };
}
