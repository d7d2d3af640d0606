/**
 * Probability distributions by inverse transform: each draw turns exactly one uniform number into a value, and a larger
 * uniform never gives a smaller value. So runs that differ in a parameter still meet the same luck.
 * Built on the engine's own `ln` and `exp`, so the values are the same in every JavaScript engine.
 *
 * Values have whatever unit the user of the distribution gives them.
 */
import { exp, ln } from './math.ts';

/** What a value may be, and how often. Numbers are finite; negative ones only where a range says so. */
export type Distribution =
  /** Always `value` (any number). */
  | { kind: 'constant'; value: number }
  /** Anything from `min` to `max` (any numbers, min ≤ max), evenly. */
  | { kind: 'uniform'; min: number; max: number }
  /** Exponential: times between independent events. `mean` ≥ 0. */
  | { kind: 'exponential'; mean: number }
  /** Lognormal. `mean` ≥ 0; `variation` ≥ 0 is the coefficient of variation: standard deviation over mean. */
  | { kind: 'lognormal'; mean: number; variation: number }
  /** The sum of `shape` exponential parts. `shape` is a whole number from 1 to 1,000; `mean` ≥ 0 is that of the sum. */
  | { kind: 'erlang'; shape: number; mean: number }
  /** Either `first` or `second` (any numbers); `secondShare` from 0 to 1 is how often the second. */
  | { kind: 'bimodal'; first: number; second: number; secondShare: number }
  /** One of `values` (any numbers), equally often or in proportion to `weights` (≥ 0, not all 0). */
  | { kind: 'empirical'; values: readonly number[]; weights?: readonly number[] };

/**
 * Compiles a distribution into a function from a uniform number to a value: the quantile function.
 * `u` lies strictly between 0 and 1; at 0 and 1 themselves the result is the least and the greatest value (maybe Infinity).
 * Throws a RangeError on parameters out of range, naming the parameter and its value.
 */
export function sampler(distribution: Distribution): (u: number) => number {
  check(distribution);
  switch (distribution.kind) {
    case 'constant':
      return constant(distribution.value);
    case 'uniform': {
      const { min, max } = distribution;
      const width = max - min;
      return (u) => min + width * u;
    }
    case 'exponential':
      return exponential(distribution.mean);
    case 'lognormal':
      return lognormal(distribution.mean, distribution.variation);
    case 'erlang':
      return erlang(distribution.shape, distribution.mean);
    case 'bimodal': {
      const { first, second, secondShare } = distribution;
      return discrete([first, second], [1 - secondShare, secondShare]);
    }
    case 'empirical':
      return distribution.weights === undefined
        ? equallyLikely(distribution.values)
        : discrete(distribution.values, distribution.weights);
  }
}

/** The value below which a share `u` (0 to 1) of all values lies. Where many are needed, keep a `sampler`. */
export function quantile(distribution: Distribution, u: number): number {
  if (!(u >= 0 && u <= 1)) throw new RangeError(`u is ${u}; it must lie from 0 to 1`);
  return sampler(distribution)(u);
}

/** The mean of a distribution, in the unit of its values. */
export function meanOf(distribution: Distribution): number {
  check(distribution);
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'exponential':
    case 'lognormal':
    case 'erlang':
      return distribution.mean;
    case 'bimodal':
      return distribution.first + distribution.secondShare * (distribution.second - distribution.first);
    case 'empirical':
      return weightedMean(distribution.values, distribution.weights, (value) => value);
  }
}

/** The variance of a distribution, in the square of the unit of its values. */
export function varianceOf(distribution: Distribution): number {
  check(distribution);
  switch (distribution.kind) {
    case 'constant':
      return 0;
    case 'uniform':
      return ((distribution.max - distribution.min) * (distribution.max - distribution.min)) / 12;
    case 'exponential':
      return distribution.mean * distribution.mean;
    case 'lognormal': {
      const deviation = distribution.mean * distribution.variation;
      return deviation * deviation;
    }
    case 'erlang':
      return (distribution.mean * distribution.mean) / distribution.shape;
    case 'bimodal': {
      const apart = distribution.second - distribution.first;
      return distribution.secondShare * (1 - distribution.secondShare) * apart * apart;
    }
    case 'empirical': {
      const mean = meanOf(distribution);
      return weightedMean(distribution.values, distribution.weights, (value) => (value - mean) * (value - mean));
    }
  }
}
