/** The mean of runs and its interval, against examples worked out by hand or found in any table. */
import { describe, expect, it } from 'vitest';
import { estimateOf, MOST_RUNS } from '../../../src/compare/failures/statistics.ts';

describe('an estimate', () => {
  it('of nothing is none', () => {
    expect(estimateOf([])).toBeNull();
  });

  it('of one run has a mean and no interval', () => {
    expect(estimateOf([0.25])).toEqual({ mean: 0.25, halfWidth: null, runs: 1 });
  });

  it('of two runs is as wide as a table of t with one degree of freedom says', () => {
    // Standard deviation √2 / 2 of {0, 1}, divided by √2, is 1/2; times 12.706.
    const { mean, halfWidth } = estimateOf([0, 1]) ?? {};
    expect(mean).toBe(0.5);
    expect(halfWidth).toBeCloseTo(6.353, 10);
  });

  it('of five runs is what the textbook has', () => {
    // 1 … 5: mean 3, s² = 2.5, standard error √0.5; t(4) = 2.776.
    const { mean, halfWidth } = estimateOf([1, 2, 3, 4, 5]) ?? {};
    expect(mean).toBe(3);
    expect(halfWidth).toBeCloseTo(2.776 * Math.sqrt(0.5), 10);
  });

  it('of twenty runs takes the quantile of nineteen degrees of freedom', () => {
    // Ten zeros and ten ones: s² = 5 / 19, standard error √(5 / 19 / 20).
    const { halfWidth } = estimateOf(Array.from({ length: 20 }, (_, index) => index % 2)) ?? {};
    expect(halfWidth).toBeCloseTo(2.093 * Math.sqrt(5 / 19 / 20), 10);
  });

  it('has no width where all runs came to the same', () => {
    expect(estimateOf([0.5, 0.5, 0.5])).toEqual({ mean: 0.5, halfWidth: 0, runs: 3 });
  });

  it('grows narrower with every repetition of the same runs', () => {
    const widths = [1, 2, 4].map((times) => estimateOf(Array(times).fill([0.1, 0.3, 0.2, 0.4]).flat())?.halfWidth ?? 0);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(new Set(widths).size).toBe(3);
  });

  it('refuses more runs than quantiles are known for', () => {
    expect(() => estimateOf(Array(MOST_RUNS).fill(1))).not.toThrow();
    expect(() => estimateOf(Array(MOST_RUNS + 1).fill(1))).toThrow(RangeError);
  });
});
