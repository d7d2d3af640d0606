/** The mean of independent runs, and how far off it may be. Pure. */

/** Quantile 0.975 of Student's t, by degrees of freedom from 1 to 19 (any table of it). */
const STUDENT_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093,
] as const;

/** Of how many runs an interval can be told. */
export const MOST_RUNS = STUDENT_95.length + 1;

export interface Estimate {
  mean: number;
  /** Its ends, 0 to 1; null for a single run, of which no spread can be told. */
  interval: { low: number; high: number } | null;
  runs: number;
}

/**
 * The mean of the shares of some runs, with an interval of 95 %; null without a run. At most `MOST_RUNS`.
 *
 * The interval is Wilson's for a share (E. B. Wilson, JASA 22, 1927), as surveys take it: with Student's t, and for as many
 * uploads as the spread between the runs is worth, which are not more than there were (E. L. Korn, B. I. Graubard, Survey
 * Methodology 24, 1998). So it stays between 0 and 1, and has a width where all runs came to the same: that none of so
 * many uploads was lost does not show that none ever is.
 *
 * @param uploads how many were started in all of these runs together
 */
export function estimateOf(shares: readonly number[], uploads: number): Estimate | null {
  const runs = shares.length;
  if (runs === 0) return null;
  if (runs > MOST_RUNS) throw new RangeError(`${runs} runs: intervals are known of ${MOST_RUNS} at most`);
  const mean = shares.reduce((sum, each) => sum + each, 0) / runs;
  if (runs === 1 || uploads === 0) return { mean, interval: null, runs };
  const squares = shares.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const errorSquared = squares / (runs - 1) / runs;
  const worth = errorSquared === 0 ? uploads : Math.min(uploads, (mean * (1 - mean)) / errorSquared);
  return { mean, interval: wilson(mean, worth, STUDENT_95[runs - 2] as number), runs };
}

function wilson(share: number, n: number, quantile: number): { low: number; high: number } {
  const z = (quantile * quantile) / n;
  const centre = share + z / 2;
  const half = Math.sqrt(z * share * (1 - share) + (z * z) / 4);
  // But for the rounding of the last digit it contains the share, also at its ends.
  return {
    low: Math.max(0, Math.min(share, (centre - half) / (1 + z))),
    high: Math.min(1, Math.max(share, (centre + half) / (1 + z))),
  };
}
