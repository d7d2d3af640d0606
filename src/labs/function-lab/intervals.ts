/** How sure a measured figure is: intervals that hold the true one in 95 of 100 cases, each by a method that has a name. */

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The normal distribution lies within this of its mean in 95 % of cases. */
const Z = 1.96;
/** Batches into which a run is cut. Our choice: long beside what is in them, and enough of them. */
export const BATCHES = 10;
/** Student's t with that many batches less one, both sides together 5 %; by degrees of freedom, from 1. */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
] as const;

/** Student's t, 95 %, for 1 or more degrees of freedom; above 15 that of the normal distribution, near enough. */
export function studentT(degrees: number): number {
  return T_95[degrees - 1] ?? Z + 2.4 / degrees;
}

/** A share of independent cases, by Wilson's interval; null without cases. */
export function wilson(hits: number, cases: number): Estimate | null {
  if (cases === 0) return null;
  const share = hits / cases;
  const middle = (share + (Z * Z) / (2 * cases)) / (1 + (Z * Z) / cases);
  const half = (Z / (1 + (Z * Z) / cases)) * Math.sqrt((share * (1 - share)) / cases + (Z * Z) / (4 * cases * cases));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export interface Batch {
  hits: number;
  cases: number;
}

/**
 * A share of cases that come one after another and are not independent: batch means of a ratio, with Student's t; where
 * Wilson's interval is wider, that one. Null without cases.
 */
export function shareOf(batches: readonly Batch[]): Estimate | null {
  const hits = batches.reduce((sum, each) => sum + each.hits, 0);
  const cases = batches.reduce((sum, each) => sum + each.cases, 0);
  const independent = wilson(hits, cases);
  if (independent === null || batches.length < 2) return independent;
  const share = hits / cases;
  const squares = batches.reduce((sum, each) => sum + (each.hits - share * each.cases) ** 2, 0);
  const spread = squares / (batches.length - 1);
  const half = (studentT(batches.length - 1) * Math.sqrt(batches.length * spread)) / cases;
  return {
    value: share,
    low: Math.min(independent.low, Math.max(0, share - half)),
    high: Math.max(independent.high, Math.min(1, share + half)),
  };
}

/** A mean of several that are as good as independent, with Student's t; null of fewer than two. */
export function meanOf(values: readonly number[]): Estimate | null {
  if (values.length < 2) return null;
  const value = values.reduce((sum, each) => sum + each, 0) / values.length;
  const spread = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (values.length - 1);
  const half = studentT(values.length - 1) * Math.sqrt(spread / values.length);
  return { value, low: value - half, high: value + half };
}

/** Whether what theory says lies in the interval. */
export function holds({ low, high }: Estimate, expected: number): boolean {
  return low <= expected && expected <= high;
}
