/** The mean of independent replications, and how far off it may be. */

/** Replications of each case. Our choice: enough that the mean of a replication may be taken for normal. */
export const REPLICATIONS = 20;

/** The probability with which an interval contains the true mean. */
export const CONFIDENCE = 0.999;

/** Quantile 0.9995 of Student's t with 19 degrees of freedom (any table of it): 20 replications, 99.9 % on both sides. */
const STUDENT = 3.883;

export interface Interval {
  mean: number;
  /** The interval reaches from `mean - halfWidth` to `mean + halfWidth`. */
  halfWidth: number;
}

/** The interval of the mean of so many replications. */
export function intervalOf(replications: readonly number[]): Interval {
  const count = replications.length;
  if (count !== REPLICATIONS) throw new RangeError(`${count} replications: the quantile is that for ${REPLICATIONS}`);
  const mean = replications.reduce((sum, each) => sum + each, 0) / count;
  const squares = replications.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  return { mean, halfWidth: STUDENT * Math.sqrt(squares / (count - 1) / count) };
}

export function contains({ mean, halfWidth }: Interval, value: number): boolean {
  return Math.abs(value - mean) <= halfWidth;
}
