/** Intervals of means: Student's t with as many degrees of freedom as there are replications, less one. */
import { describe, expect, it } from 'vitest';
import { CONFIDENCE, contains, intervalOf, REPLICATIONS } from '../../validation/interval.ts';

/** The density of Student's t. `scale` is Γ((n + 1) / 2) / (√(nπ) Γ(n / 2)): for 19 degrees of freedom Γ(9.5) is 119,292.46. */
const degrees = REPLICATIONS - 1;
const scale = 362_880 / (Math.sqrt(degrees * Math.PI) * 119_292.461_994_6);
const density = (t: number) => scale * (1 + (t * t) / degrees) ** (-(degrees + 1) / 2);

/** The probability that |t| is at most `limit`, by Simpson's rule. */
function within(limit: number): number {
  const steps = 2000;
  const width = limit / steps;
  let sum = density(0) + density(limit);
  for (let i = 1; i < steps; i += 1) sum += density(i * width) * (i % 2 === 1 ? 4 : 2);
  return (2 * sum * width) / 3;
}

/** Twenty numbers with mean `middle` and standard deviation `√(20 / 19)`. */
const around = (middle: number) => Array.from({ length: 20 }, (_, i) => middle + (i % 2 === 0 ? 1 : -1));

describe('an interval', () => {
  it('stands around the mean, as wide as the confidence asks', () => {
    const { mean, halfWidth } = intervalOf(around(10));
    expect(mean).toBe(10);
    const standardError = Math.sqrt(20 / 19 / 20);
    expect(within(halfWidth / standardError)).toBeCloseTo(CONFIDENCE, 5);
  });

  it('contains what is no farther away than half its width', () => {
    const interval = { mean: 10, halfWidth: 0.5 };
    expect([9.4, 9.5, 10, 10.5, 10.6].map((value) => contains(interval, value))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('wants the number of replications that its quantile is for', () => {
    expect(() => intervalOf([1, 2, 3])).toThrow('3 replications');
  });
});
