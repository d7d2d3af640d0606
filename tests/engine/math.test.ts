import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { exp, ln } from '../../src/engine/math.ts';
import { ARITHMETIC_DIGEST, arithmeticDigest } from '../support/arithmetic-digest.ts';

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** How many doubles lie from `one` to `other`, which have the same sign. */
function ulpsBetween(one: number, other: number): number {
  if (Object.is(one, other)) return 0;
  double[0] = one;
  const first = bits[0] as bigint;
  double[0] = other;
  return Math.abs(Number(first - (bits[0] as bigint)));
}

/** The largest distance between two functions over some arguments. */
function worst(ours: (x: number) => number, theirs: (x: number) => number, from: number, to: number): number {
  const steps = 200_000;
  let most = 0;
  for (let i = 0; i <= steps; i += 1) {
    const x = from + ((to - from) * i) / steps;
    most = Math.max(most, ulpsBetween(ours(x), theirs(x)));
  }
  return most;
}

describe('ln', () => {
  it.each([
    ['just around 1', 0.9999, 1.0001],
    ['of uniform numbers', 1e-6, 1],
    ['from 1 to 1,000', 1, 1_000],
    ['of large numbers', 1e15, 1e300],
    ['of denormal numbers', 5e-324, 1e-307],
  ])('is within one unit in the last place of Math.log %s', (_, from, to) => {
    expect(worst(ln, Math.log, from, to)).toBeLessThanOrEqual(1);
  });

  test.prop([fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true })], { numRuns: 5_000 })(
    'is within one unit in the last place of Math.log for any positive number',
    (x) => {
      expect(ulpsBetween(ln(x), Math.log(x))).toBeLessThanOrEqual(1);
    },
  );

  it('is exact where the result is', () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(Math.LN2);
  });

  it('takes zero, infinity, negative numbers and what is no number as Math.log does', () => {
    expect(ln(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(ln(-0)).toBe(Number.NEGATIVE_INFINITY);
    expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(ln(-1)).toBeNaN();
    expect(ln(Number.NEGATIVE_INFINITY)).toBeNaN();
    expect(ln(Number.NaN)).toBeNaN();
  });

  it('reaches from the smallest number to the largest', () => {
    expect(ln(Number.MIN_VALUE)).toBe(-744.4400719213812);
    expect(ln(Number.MAX_VALUE)).toBe(709.782712893384);
  });
});

describe('exp', () => {
  it.each([
    ['just around 0', -0.0001, 0.0001],
    ['from -1 to 1', -1, 1],
    ['from -40 to 40', -40, 40],
    ['over its whole range', -708, 709.78],
    ['where the result is denormal', -745, -708],
  ])('is within one unit in the last place of Math.exp %s', (_, from, to) => {
    expect(worst(exp, Math.exp, from, to)).toBeLessThanOrEqual(1);
  });

  test.prop([fc.double({ min: -750, max: 720, noNaN: true })], { numRuns: 5_000 })(
    'is within one unit in the last place of Math.exp for any number',
    (x) => {
      expect(ulpsBetween(exp(x), Math.exp(x))).toBeLessThanOrEqual(1);
    },
  );

  it('is exact where the result is', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
  });

  it('takes infinity and what is no number as Math.exp does', () => {
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });

  it('overflows to infinity and underflows to zero just where Math.exp does', () => {
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(709.7827128933841)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
  });
});

it('computes and draws the same numbers in Node as in the browser, bit for bit', () => {
  expect(arithmeticDigest()).toBe(ARITHMETIC_DIGEST);
});
