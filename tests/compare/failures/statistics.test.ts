/** The mean of runs and its interval, against examples worked out by hand or found in any table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateOf, MOST_RUNS } from '../../../src/compare/failures/statistics.ts';

describe('an estimate', () => {
  it('of nothing is none', () => {
    expect(estimateOf([], 0)).toBeNull();
  });

  it('of one run has a mean and no interval', () => {
    expect(estimateOf([0.25], 100)).toEqual({ mean: 0.25, interval: null, runs: 1 });
  });

  it('of uploads that all fare alike is what the formula of Wilson gives', () => {
    // 20 runs, 0.1 in each, 400 uploads: z = t(19)² / n = 2.093² / 400; then (p + z/2 ± √(z p (1−p) + z²/4)) / (1 + z).
    const { low, high } = estimateOf(Array(20).fill(0.1), 400)?.interval ?? { low: -1, high: -1 };
    const z = 2.093 ** 2 / 400;
    const half = Math.sqrt(z * 0.09 + z ** 2 / 4);
    expect(low).toBeCloseTo((0.1 + z / 2 - half) / (1 + z), 12);
    expect(high).toBeCloseTo((0.1 + z / 2 + half) / (1 + z), 12);
  });

  it('is worth no more uploads than the runs differ for', () => {
    // Two runs, all and nothing: variance of the mean 1/4, so p (1 − p) over it is one upload.
    const one = estimateOf([0, 1], 1000)?.interval;
    const z = 12.706 ** 2;
    expect(one?.high).toBeCloseTo((0.5 + z / 2 + Math.sqrt(z / 4 + z ** 2 / 4)) / (1 + z), 12);
    const alike = estimateOf([0.5, 0.5], 1000)?.interval;
    expect((alike?.high ?? 0) - (alike?.low ?? 0)).toBeLessThan(((one?.high ?? 0) - (one?.low ?? 0)) / 2);
  });

  it('has a width where nothing was ever lost, the smaller the more uploads there were', () => {
    const five = estimateOf(Array(5).fill(0), 360)?.interval;
    const twenty = estimateOf(Array(20).fill(0), 1440)?.interval;
    expect(five).toMatchObject({ low: 0 });
    expect(five?.high).toBeCloseTo(2.776 ** 2 / 360 / (1 + 2.776 ** 2 / 360), 12);
    expect(twenty?.high).toBeGreaterThan(0);
    expect(twenty?.high).toBeLessThan(five?.high ?? 0);
    expect(estimateOf([1, 1, 1], 90)?.interval).toMatchObject({ high: 1 });
    expect(estimateOf([1, 1, 1], 90)?.interval?.low).toBeLessThan(1);
  });

  it('contains its mean and never leaves what a share can be', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 }), (shares) => {
        const { mean, interval } = estimateOf(shares, 70 * shares.length) ?? { mean: 0, interval: null };
        if (interval === null) throw new Error('there is no interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(mean + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(mean - 1e-12);
      }),
      { numRuns: 200 },
    );
  });

  it('grows narrower with every repetition of the same runs', () => {
    const widths = [1, 2, 4].map((times) => {
      const shares: number[] = Array(times).fill([0.1, 0.3, 0.2, 0.4]).flat();
      const { low, high } = estimateOf(shares, 70 * shares.length)?.interval ?? { low: 0, high: 0 };
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(new Set(widths).size).toBe(3);
  });

  it('refuses more runs than quantiles are known for', () => {
    expect(() => estimateOf(Array(MOST_RUNS).fill(1), 100)).not.toThrow();
    expect(() => estimateOf(Array(MOST_RUNS + 1).fill(1), 100)).toThrow(RangeError);
  });
});
