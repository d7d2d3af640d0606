/** Intervals against known values, and against how often they hold the truth. */
import { describe, expect, it } from 'vitest';
import { BATCHES, holds, meanOf, shareOf, studentT, wilson } from '../../../src/labs/function-lab/intervals.ts';

describe('an interval', () => {
  it('of a share is that of Wilson, with its known values', () => {
    // 10 of 100: 5.5 % to 17.4 %; none of 10: 0 to 27.8 %.
    expect(wilson(10, 100)).toMatchObject({ value: 0.1 });
    expect(wilson(10, 100)?.low).toBeCloseTo(0.0552, 3);
    expect(wilson(10, 100)?.high).toBeCloseTo(0.1744, 3);
    expect(wilson(0, 10)?.low).toBe(0);
    expect(wilson(0, 10)?.high).toBeCloseTo(0.2775, 3);
    expect(wilson(0, 0)).toBeNull();
  });

  it('of a mean uses the values of Student’s t', () => {
    expect(studentT(1)).toBeCloseTo(12.706, 3);
    expect(studentT(9)).toBeCloseTo(2.262, 3);
    expect(studentT(100)).toBeCloseTo(1.984, 2);
    // Mean 3, standard deviation √2.5, five values: 3 ± 2.776 × 0.7071.
    const found = meanOf([1, 2, 3, 4, 5]);
    expect(found?.value).toBe(3);
    expect(found?.high).toBeCloseTo(3 + 2.776 * Math.sqrt(0.5), 6);
    expect(meanOf([1])).toBeNull();
  });

  it('of batches that differ is wider than if all cases were alike, and never narrower', () => {
    const alike = Array.from({ length: BATCHES }, () => ({ hits: 10, cases: 100 }));
    const uneven = alike.map(({ cases }, place) => ({ cases, hits: place % 2 === 0 ? 0 : 20 }));
    expect(shareOf(alike)).toEqual(wilson(100, 1000));
    expect(shareOf(uneven)?.value).toBe(0.1);
    expect(shareOf(uneven)?.high).toBeGreaterThan(0.15);
    expect(shareOf([])).toBeNull();
  });

  it('says whether theory lies in it, ends included', () => {
    expect(holds({ value: 2, low: 1, high: 3 }, 3)).toBe(true);
    expect(holds({ value: 2, low: 1, high: 3 }, 3.01)).toBe(false);
  });
});
