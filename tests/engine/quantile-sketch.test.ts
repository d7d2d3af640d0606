import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { QuantileSketch } from '../../src/engine/quantile-sketch.ts';

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
}

/** The oracle: the smallest value that at least a share `q` of all values do not exceed. */
function exactQuantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(Math.ceil(q * sorted.length) - 1, 0)] ?? Number.NaN;
}

const value = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-3, max: 10, noNaN: true }),
  fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
  fc.double({ min: 2.3e-308, max: Number.MAX_VALUE, noNaN: true }),
  fc.nat({ max: 1_000 }),
);
const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 0.95, 0.99, 1));

test.prop([fc.array(value, { minLength: 1, maxLength: 300, size: 'max' }), share], { numRuns: 200 })(
  'finds every quantile within 0.4 % of the one found by sorting',
  (values, q) => {
    const exact = exactQuantile(values, q);
    expect(Math.abs(sketchOf(values).quantile(q) - exact)).toBeLessThanOrEqual(0.004 * exact);
  },
);

test.prop([fc.array(value, { minLength: 1 })])('knows count and extremes exactly', (values) => {
  const sketch = sketchOf(values);
  expect([sketch.count, sketch.min, sketch.max]).toEqual([values.length, Math.min(...values), Math.max(...values)]);
  expect([sketch.quantile(0), sketch.quantile(1)]).toEqual([sketch.min, sketch.max]);
});

test.prop([fc.array(value, { minLength: 1 }), share, share])('never falls as the share grows', (values, one, other) => {
  const sketch = sketchOf(values);
  expect(sketch.quantile(Math.min(one, other))).toBeLessThanOrEqual(sketch.quantile(Math.max(one, other)));
});

it('finds of equal values just that value', () => {
  expect(sketchOf([100, 100, 100]).quantile(0.5)).toBe(100);
});

it('knows the mean', () => {
  expect(sketchOf([1, 2, 6]).mean).toBe(3);
  expect(sketchOf([0, 0]).mean).toBe(0);
});

it('keeps a steady stream of many values apart', () => {
  const values = Array.from({ length: 50_000 }, (_, i) => ((i * 7_919) % 50_000) / 1_000);
  const sketch = sketchOf(values);
  for (const q of [0.01, 0.5, 0.95, 0.99, 0.999]) {
    expect(Math.abs(sketch.quantile(q) / exactQuantile(values, q) - 1)).toBeLessThan(0.004);
  }
});

it('takes zeros, negative or not, and what is too small to matter for zeros', () => {
  expect(sketchOf([0, 5e-324, 1e-310, 1]).quantile(0.75)).toBe(0);
  const sketch = sketchOf([0, -0, 5, 6]);
  expect(Object.is(sketch.quantile(0.4), 0)).toBe(true);
  expect(Object.is(sketchOf([-0]).min, 0)).toBe(true);
});

it('knows nothing as long as there is nothing to know', () => {
  const { count, mean, min, max } = new QuantileSketch();
  expect([count, mean, min, max, new QuantileSketch().quantile(0.5)]).toEqual([0, NaN, NaN, NaN, NaN]);
});

it('refuses what cannot be measured, naming it', () => {
  for (const x of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => new QuantileSketch().add(x)).toThrow(`cannot add ${x}`);
  }
  for (const q of [-0.1, 1.1, Number.NaN]) expect(() => sketchOf([1]).quantile(q)).toThrow(`q is ${q}`);
});

describe('a copy', () => {
  it('is not touched by what the original takes in, nor the other way round', () => {
    const sketch = sketchOf([0, 0, 1, 2, 3]);
    const copy = sketch.copy();
    sketch.add(1);
    sketch.add(1);
    sketch.add(1);
    copy.add(3);
    copy.add(50);
    expect([sketch.count, sketch.min, sketch.max, sketch.mean]).toEqual([8, 0, 3, 9 / 8]);
    expect([copy.count, copy.min, copy.max, copy.mean]).toEqual([7, 0, 50, 59 / 7]);
    const rounded = (some: QuantileSketch): number[] =>
      [2, 3, 4, 5, 6].map((rank) => Math.round(some.quantile(rank / some.count) * 10) / 10);
    expect(rounded(sketch)).toEqual([0, 1, 1, 1, 1]);
    expect(rounded(copy)).toEqual([0, 1, 2, 3, 3]);
  });
});
