import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Distribution, meanOf, quantile, sampler, varianceOf } from '../../src/engine/distributions.ts';

/** The smallest and the largest uniform that a random stream can give. */
const LEAST = 2 ** -54;
const MOST = 1 - 2 ** -53;

const examples: readonly Distribution[] = [
  { kind: 'constant', value: -3 },
  { kind: 'uniform', min: -2, max: 6 },
  { kind: 'exponential', mean: 2.5 },
  { kind: 'lognormal', mean: 40, variation: 0.5 },
  { kind: 'lognormal', mean: 1, variation: 1.5 },
  { kind: 'erlang', shape: 1, mean: 4 },
  { kind: 'erlang', shape: 2, mean: 0.3 },
  { kind: 'erlang', shape: 7, mean: 90 },
  { kind: 'erlang', shape: 200, mean: 10 },
  { kind: 'bimodal', first: 10, second: 1, secondShare: 0.25 },
  { kind: 'bimodal', first: 1, second: 9, secondShare: 0.01 },
  { kind: 'empirical', values: [2, 7, 1, 8, 2, 8] },
  { kind: 'empirical', values: [5, 1, 3, 100], weights: [1, 2, 0.5, 0] },
];

/** The distribution functions again, by other ways than those of the sources. */
const distributionFunctions: Partial<Record<Distribution['kind'], (x: number, distribution: Distribution) => number>> =
  {
    uniform: (x, d) => (d.kind === 'uniform' ? (x - d.min) / (d.max - d.min) : Number.NaN),
    exponential: (x, d) => (d.kind === 'exponential' ? -Math.expm1(-x / d.mean) : Number.NaN),
    lognormal: (x, d) => {
      if (d.kind !== 'lognormal') return Number.NaN;
      const variance = Math.log1p(d.variation ** 2);
      return normalBelow((Math.log(x / d.mean) + variance / 2) / Math.sqrt(variance));
    },
    erlang: (x, d) => {
      if (d.kind !== 'erlang') return Number.NaN;
      // One minus the chance that fewer than `shape` events fall into a Poisson process of unit rate and this length.
      const length = (x * d.shape) / d.mean;
      let term = Math.exp(-length);
      let above = 0;
      for (let i = 0; i < d.shape; i += 1) {
        above += term;
        term *= length / (i + 1);
      }
      return 1 - above;
    },
  };

/** The standard normal distribution function, by its power series. */
function normalBelow(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-18 && n < 500; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), value: any }),
  fc.tuple(any, any).map(([a, b]) => ({ kind: 'uniform' as const, min: Math.min(a, b), max: Math.max(a, b) })),
  fc.record({ kind: fc.constant('exponential' as const), mean: size }),
  fc.record({
    kind: fc.constant('lognormal' as const),
    mean: size,
    variation: fc.double({ min: 0, max: 10, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('erlang' as const), shape: fc.integer({ min: 1, max: 1_000 }), mean: size }),
  fc.record({ kind: fc.constant('bimodal' as const), first: any, second: any, secondShare: share }),
  fc.record({ kind: fc.constant('empirical' as const), values: fc.array(any, { minLength: 1 }) }),
  fc.array(fc.tuple(any, share), { minLength: 1 }).map((pairs) => ({
    kind: 'empirical' as const,
    values: pairs.map(([value]) => value),
    weights: pairs.map(([, weight]) => weight + 0.001),
  })),
);
const uniform = fc.integer({ min: 1, max: 2 ** 53 - 1 }).map((bits) => bits / 2 ** 53);

describe.each(examples)('$kind', (example) => {
  const draw = sampler(example);

  it(`has the mean and the variance that it says (${JSON.stringify(example)})`, () => {
    const count = 200_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i += 1) {
      const value = draw((i + 0.5) / count);
      sum += value;
      squares += (value - meanOf(example)) ** 2;
    }
    // What a grid of uniforms leaves out is the end of the upper tail: most for the widest lognormal, 0.01 and 2 %.
    expect(Math.abs(sum / count - meanOf(example))).toBeLessThanOrEqual(0.0005 * Math.abs(meanOf(example)));
    expect(Math.abs(squares / count - varianceOf(example))).toBeLessThanOrEqual(0.03 * varianceOf(example));
  });

  it('gives finite values even at the ends of what a stream gives', () => {
    for (const u of [LEAST, 2 ** -53, 0.5, MOST]) expect(draw(u)).toSatisfy(Number.isFinite);
  });
});

it.each(examples.filter(({ kind }) => kind in distributionFunctions))(
  'has at each value just the share below it that its distribution function says: %j',
  (example) => {
    const below = distributionFunctions[example.kind];
    const draw = sampler(example);
    let worst = 0;
    for (let i = 1; i < 10_000; i += 1) {
      worst = Math.max(worst, Math.abs((below?.(draw(i / 10_000), example) ?? Number.NaN) - i / 10_000));
    }
    expect(worst).toBeLessThan(1e-12);
  },
);

describe('any distribution', () => {
  test.prop([distribution, uniform, uniform], { numRuns: 2_000 })(
    'never falls as the uniform grows',
    (any, one, other) => {
      const draw = sampler(any);
      const low = draw(Math.min(one, other));
      const high = draw(Math.max(one, other));
      expect(low).toBeLessThanOrEqual(high + 1e-12 * Math.abs(high)); // the last digits are rounding
    },
  );

  test.prop([distribution, uniform])('has quantiles that are what its sampler draws', (any, u) => {
    expect(quantile(any, u)).toBe(sampler(any)(u));
  });

  test.prop([distribution])('lies between its quantiles at 0 and at 1', (any) => {
    const draw = sampler(any);
    for (const u of [LEAST, 0.3, MOST]) {
      expect(draw(u)).toBeGreaterThanOrEqual(quantile(any, 0));
      expect(draw(u)).toBeLessThanOrEqual(quantile(any, 1));
    }
  });
});

describe('known values', () => {
  it('of the normal distribution, from the paper of AS 241', () => {
    // With this mean and variation the logarithm has mean 0 and variance 1.
    const lognormal = sampler({ kind: 'lognormal', mean: Math.exp(0.5), variation: Math.sqrt(Math.E - 1) });
    expect(Math.log(lognormal(0.25))).toBeCloseTo(-0.6744897501960817, 14);
    expect(Math.log(lognormal(0.001))).toBeCloseTo(-3.090232306167814, 14);
    expect(Math.log(lognormal(1e-20))).toBeCloseTo(-9.262340089798409, 13);
    expect(Math.log(lognormal(0.975))).toBeCloseTo(1.959963984540054, 14);
  });

  it('of the Erlang distribution: half the 95 % points of chi-squared with 4 and 20 degrees of freedom', () => {
    expect(quantile({ kind: 'erlang', shape: 2, mean: 2 }, 0.95)).toBeCloseTo(9.487729036781154 / 2, 13);
    expect(quantile({ kind: 'erlang', shape: 10, mean: 10 }, 0.95)).toBeCloseTo(31.410432844230918 / 2, 13);
  });

  it('of the Erlang distribution far out in its tails', () => {
    // Small: the first term of the series, u = x² / 2. Large: Newton's method in 60 decimal digits.
    expect(quantile({ kind: 'erlang', shape: 2, mean: 2 }, 2e-30) / 2e-15).toBeCloseTo(1, 12);
    expect(quantile({ kind: 'erlang', shape: 3, mean: 3 }, 1 - 2 ** -53)).toBeCloseTo(43.641482091150294, 12);
  });

  it('of two values: the smaller for the smaller uniforms, each in its share', () => {
    const draw = sampler({ kind: 'bimodal', first: 10, second: 1, secondShare: 0.25 });
    expect([0.001, 0.25, 0.2500001, 0.999].map(draw)).toEqual([1, 1, 10, 10]);
  });

  it('of a list: each value in its share, in order', () => {
    const plain = sampler({ kind: 'empirical', values: [30, 10, 20, 10] });
    expect([0.01, 0.25, 0.5, 0.51, 0.75, 0.76, 0.99].map(plain)).toEqual([10, 10, 10, 20, 20, 30, 30]);
    const weighted = sampler({ kind: 'empirical', values: [30, 10, 20], weights: [2, 1, 1] });
    expect([0.01, 0.25, 0.26, 0.5, 0.51, 0.99].map(weighted)).toEqual([10, 10, 20, 20, 30, 30]);
  });

  it('at the ends themselves: the least and the greatest value', () => {
    const ends = (example: Distribution): number[] => [quantile(example, 0), quantile(example, 1)];
    expect(ends({ kind: 'uniform', min: -1, max: 3 })).toEqual([-1, 3]);
    expect(ends({ kind: 'exponential', mean: 1 })).toEqual([0, Infinity]);
    expect(ends({ kind: 'lognormal', mean: 1, variation: 1 })).toEqual([0, Infinity]);
    expect(ends({ kind: 'erlang', shape: 3, mean: 1 })).toEqual([0, Infinity]);
    expect(ends({ kind: 'bimodal', first: 5, second: 2, secondShare: 0.5 })).toEqual([2, 5]);
    expect(ends({ kind: 'bimodal', first: 5, second: 2, secondShare: 0 })).toEqual([5, 5]);
    expect(ends({ kind: 'empirical', values: [4, 3, 9] })).toEqual([3, 9]);
    expect(ends({ kind: 'empirical', values: [4, 3, 9], weights: [1, 0, 0] })).toEqual([4, 4]);
  });
});

describe('borders', () => {
  it.each<Distribution>([
    { kind: 'exponential', mean: 0 },
    { kind: 'lognormal', mean: 0, variation: 2 },
    { kind: 'erlang', shape: 5, mean: 0 },
  ])('$kind of mean 0 is always 0', (example) => {
    for (const u of [0, LEAST, 0.5, MOST, 1]) expect(quantile(example, u)).toBe(0);
  });

  it('lognormal without variation is constant', () => {
    for (const u of [0, LEAST, 0.5, MOST, 1]) expect(quantile({ kind: 'lognormal', mean: 7, variation: 0 }, u)).toBe(7);
  });

  it('uniform never leaves its range by rounding', () => {
    expect(quantile({ kind: 'uniform', min: 0.1, max: 0.7 }, MOST)).toBeLessThanOrEqual(0.7);
    expect(quantile({ kind: 'uniform', min: -0.3, max: 0.1 }, 1)).toBe(0.1);
  });
});

describe('parameters that it refuses', () => {
  it.each<[Distribution, string]>([
    [{ kind: 'constant', value: Number.NaN }, 'constant.value is NaN; it must be a finite number'],
    [{ kind: 'uniform', min: 2, max: 1 }, 'uniform.min is 2; it must be at most max, 1'],
    [{ kind: 'uniform', min: -1e308, max: 1e308 }, 'uniform.max - min is Infinity'],
    [{ kind: 'uniform', min: Number.NEGATIVE_INFINITY, max: 1 }, 'uniform.min is -Infinity'],
    [{ kind: 'uniform', min: 0, max: Number.POSITIVE_INFINITY }, 'uniform.max is Infinity'],
    [{ kind: 'exponential', mean: -1 }, 'exponential.mean is -1; it must be a finite number, 0 or more'],
    [{ kind: 'lognormal', mean: 1, variation: -0.5 }, 'lognormal.variation is -0.5'],
    [{ kind: 'lognormal', mean: Number.NaN, variation: 1 }, 'lognormal.mean is NaN'],
    [{ kind: 'erlang', shape: 1.5, mean: 1 }, 'erlang.shape is 1.5; it must be a whole number from 1 to 1000'],
    [{ kind: 'erlang', shape: 0, mean: 1 }, 'erlang.shape is 0'],
    [{ kind: 'erlang', shape: 1_001, mean: 1 }, 'erlang.shape is 1001'],
    [{ kind: 'erlang', shape: 2, mean: -1 }, 'erlang.mean is -1'],
    [{ kind: 'bimodal', first: 1, second: 2, secondShare: 1.5 }, 'bimodal.secondShare is 1.5; it must be from 0 to 1'],
    [{ kind: 'bimodal', first: Number.NaN, second: 2, secondShare: 0 }, 'bimodal.first is NaN'],
    [{ kind: 'bimodal', first: 1, second: Number.NaN, secondShare: 0 }, 'bimodal.second is NaN'],
    [{ kind: 'empirical', values: [] }, 'empirical.values is empty'],
    [{ kind: 'empirical', values: [1, Number.NaN] }, 'empirical.values[1] is NaN'],
    [
      { kind: 'empirical', values: [1], weights: [1, 2] },
      'empirical.weights.length is 2; it must be that of values, 1',
    ],
    [{ kind: 'empirical', values: [1, 2], weights: [1, -2] }, 'empirical.weights[1] is -2'],
    [{ kind: 'empirical', values: [1, 2], weights: [0, 0] }, 'empirical.sum of weights is 0'],
  ])('%j', (example, message) => {
    expect(() => sampler(example)).toThrow(message);
    expect(() => meanOf(example)).toThrow(message);
    expect(() => varianceOf(example)).toThrow(message);
  });

  it.each([-0.1, 1.1, Number.NaN])('the quantile at %d', (u) => {
    expect(() => quantile({ kind: 'constant', value: 1 }, u)).toThrow(`u is ${u}; it must lie from 0 to 1`);
  });
});
