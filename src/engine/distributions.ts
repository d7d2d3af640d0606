/**
 * Probability distributions by inverse transform: each draw turns exactly one uniform number into a value, and (but for
 * rounding in the last digits) a larger uniform never gives a smaller value. So runs that differ in a parameter still
 * meet the same luck.
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
  /** The sum of `shape` (a whole number from 1 to 1,000) exponential parts. `mean` ≥ 0 is that of the sum. */
  | { kind: 'erlang'; shape: number; mean: number }
  /** Either `first` or `second` (any numbers); `secondShare` from 0 to 1 is how often the second. */
  | { kind: 'bimodal'; first: number; second: number; secondShare: number }
  /** One of `values` (any numbers), equally often or in proportion to `weights` (≥ 0, not all 0). */
  | { kind: 'empirical'; values: readonly number[]; weights?: readonly number[] | undefined };

/**
 * Compiles a distribution into a function from a uniform number to a value: the quantile function.
 * `u` lies strictly between 0 and 1; at 0 and 1 themselves the result is the least and the greatest value, which may
 * be Infinity.
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
      return (u) => Math.min(min + width * u, max); // rounding may carry the sum beyond max
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

/** The distribution of values that are all `factor` (≥ 0) times as large. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'constant':
      return { ...distribution, value: distribution.value * factor };
    case 'uniform':
      return { ...distribution, min: distribution.min * factor, max: distribution.max * factor };
    case 'exponential':
    case 'lognormal':
    case 'erlang':
      return { ...distribution, mean: distribution.mean * factor };
    case 'bimodal':
      return { ...distribution, first: distribution.first * factor, second: distribution.second * factor };
    case 'empirical':
      return { ...distribution, values: distribution.values.map((value) => value * factor) };
  }
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

function constant(value: number): (u: number) => number {
  return () => value;
}

function exponential(mean: number): (u: number) => number {
  if (mean === 0) return constant(0);
  return (u) => mean * (0 - ln(1 - u));
}

function lognormal(mean: number, variation: number): (u: number) => number {
  const spread = 1 + variation * variation;
  if (mean === 0 || spread === 1) return constant(mean);
  const median = mean / Math.sqrt(spread);
  const sigma = Math.sqrt(ln(spread));
  return (u) => median * exp(sigma * standardNormalQuantile(u));
}

/** Sorted by value, with the share of everything up to each; a binary search finds the first share that reaches u. */
function discrete(values: readonly number[], weights: readonly number[]): (u: number) => number {
  const total = sum(weights);
  const choices = values
    .map((value, index) => ({ value, weight: weights[index] as number }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.value - other.value);
  const sorted = Float64Array.from(choices, ({ value }) => value);
  const shares = new Float64Array(sorted.length);
  let before = 0;
  choices.forEach(({ weight }, index) => {
    before += weight;
    shares[index] = before / total;
  });
  const last = sorted.length - 1;
  return (u) => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shares[middle] as number) < u) low = middle + 1;
      else high = middle;
    }
    return sorted[low] as number;
  };
}

function equallyLikely(values: readonly number[]): (u: number) => number {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  return (u) => sorted[Math.max(Math.ceil(u * count) - 1, 0)] as number;
}

function weightedMean(
  values: readonly number[],
  weights: readonly number[] | undefined,
  of: (value: number) => number,
): number {
  const weightAt = (index: number): number => (weights === undefined ? 1 : (weights[index] as number));
  const total = sum(values.map((_, index) => weightAt(index)));
  return sum(values.map((value, index) => (of(value) * weightAt(index)) / total));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The largest Erlang shape, where the standard deviation is down to 3 % of the mean. Our choice. */
const LARGEST_SHAPE = 1_000;

/** Rounds of the search for an Erlang quantile; three or four do, and bisection alone would do. Our choice. */
const MOST_ROUNDS = 100;
/** A step this small, relative to x, is the last one: the error that it leaves is its third power. Our choice. */
const LAST_STEP = 1e-6;
/** Terms of a sum this small, relative to the sum, no longer change it: 2^-54, half the spacing of doubles at 1. */
const NEGLIGIBLE = 1 / 18014398509481984;

/**
 * Solves P(x) = u, where P is the distribution function of the sum of `shape` exponential parts of mean 1, by Halley's
 * method (Newton's with a term for curvature) inside a bracket that each round narrows.
 */
function erlang(shape: number, mean: number): (u: number) => number {
  if (shape === 1 || mean === 0) return exponential(mean);
  const scale = mean / shape;
  let lnFactorial = 0; // of shape
  for (let i = 2; i <= shape; i += 1) lnFactorial += ln(i);

  return (u) => {
    if (u <= 0) return 0;
    if (u >= 1) return Number.POSITIVE_INFINITY;
    // P(x) < x^shape / shape!, so the quantile lies above the solution of x^shape / shape! = u.
    let low = exp((ln(u) + lnFactorial) / shape);
    let high = Number.POSITIVE_INFINITY;
    // A good first guess: the cube root of x is nearly normal (Wilson and Hilferty, 1931).
    const root = 1 - 1 / (9 * shape) + standardNormalQuantile(u) / (3 * Math.sqrt(shape));
    let x = Math.max(low, root > 0 ? shape * root * root * root : 0);

    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const density = exp((shape - 1) * ln(x) - x - lnFactorial) * shape;
      const error = x < shape ? density * lowerTail(shape, x) - u : 1 - u - density * upperTail(shape, x);
      if (error > 0) high = x;
      else low = x;
      const newton = error / density;
      const step = newton / (1 - 0.5 * Math.min(1, newton * ((shape - 1) / x - 1)));
      const next = x - step;
      if (Math.abs(step) <= LAST_STEP * x) return next * scale;
      if (next > low && next < high) x = next;
      else x = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    }
    return x * scale;
  };
}

/** P(x) over the density at x: a series of positive terms, good for x below `shape`. */
function lowerTail(shape: number, x: number): number {
  let term = x / shape;
  let total = term;
  for (let n = shape + 1; term > total * NEGLIGIBLE; n += 1) {
    term *= x / n;
    total += term;
  }
  return total;
}

/** 1 - P(x) over the density at x: a finite sum of positive terms that fall where x is not below `shape`. */
function upperTail(shape: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = shape - 1; n > 0 && term > total * NEGLIGIBLE; n -= 1) {
    term *= n / x;
    total += term;
  }
  return total;
}

/** Coefficients of a polynomial, that of the lowest power first. */
type Coefficients = readonly [number, number, number, number, number, number, number, number];

// Of AS 241, for the middle 85 % of the distribution, for its tails, and within 1.4e-11 (exp -25) of its ends.
const CENTRE_OVER: Coefficients = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_UNDER: Coefficients = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const TAIL_OVER: Coefficients = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const TAIL_UNDER: Coefficients = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_OVER: Coefficients = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_UNDER: Coefficients = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The quantile function of the normal distribution with mean 0 and variance 1, to about 16 digits: algorithm AS 241,
 * PPND16 (M. J. Wichura, Applied Statistics 37, 1988), from which the coefficients are.
 */
function standardNormalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_OVER, r)) / polynomial(CENTRE_UNDER, r);
  }
  const tail = q < 0 ? u : 1 - u;
  const sign = q < 0 ? -1 : 1;
  if (tail === 0) return sign * Number.POSITIVE_INFINITY;
  const distance = Math.sqrt(-ln(tail));
  if (distance <= 5) return (sign * polynomial(TAIL_OVER, distance - 1.6)) / polynomial(TAIL_UNDER, distance - 1.6);
  return (sign * polynomial(FAR_OVER, distance - 5)) / polynomial(FAR_UNDER, distance - 5);
}

function polynomial(c: Coefficients, x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

/** Throws unless every parameter is in its range. */
function check(distribution: Distribution): void {
  const require = (holds: boolean, parameter: string, value: unknown, allowed: string): void => {
    if (!holds) throw new RangeError(`${distribution.kind}.${parameter} is ${value}; it must be ${allowed}`);
  };
  const requireFinite = (parameter: string, value: number): void =>
    require(Number.isFinite(value), parameter, value, 'a finite number');
  const requirePositive = (parameter: string, value: number): void =>
    require(value >= 0 && value < Number.POSITIVE_INFINITY, parameter, value, 'a finite number, 0 or more');

  switch (distribution.kind) {
    case 'constant':
      requireFinite('value', distribution.value);
      break;
    case 'uniform':
      requireFinite('min', distribution.min);
      requireFinite('max', distribution.max);
      require(distribution.min <= distribution.max, 'min', distribution.min, `at most max, ${distribution.max}`);
      requireFinite('max - min', distribution.max - distribution.min);
      break;
    case 'exponential':
      requirePositive('mean', distribution.mean);
      break;
    case 'lognormal':
      requirePositive('mean', distribution.mean);
      requirePositive('variation', distribution.variation);
      break;
    case 'erlang': {
      const { shape } = distribution;
      const allowed = `a whole number from 1 to ${LARGEST_SHAPE}`;
      require(Number.isInteger(shape) && shape >= 1 && shape <= LARGEST_SHAPE, 'shape', shape, allowed);
      requirePositive('mean', distribution.mean);
      break;
    }
    case 'bimodal':
      requireFinite('first', distribution.first);
      requireFinite('second', distribution.second);
      require(distribution.secondShare >= 0 &&
        distribution.secondShare <= 1, 'secondShare', distribution.secondShare, 'from 0 to 1');
      break;
    case 'empirical': {
      const { values, weights } = distribution;
      require(values.length > 0, 'values', 'empty', 'a list of one value or more');
      values.forEach((value, index) => {
        requireFinite(`values[${index}]`, value);
      });
      if (weights === undefined) break;
      require(weights.length === values.length, 'weights.length', weights.length, `that of values, ${values.length}`);
      weights.forEach((weight, index) => {
        requirePositive(`weights[${index}]`, weight);
      });
      const total = sum(weights);
      require(total > 0 && total < Number.POSITIVE_INFINITY, 'sum of weights', total, 'a finite number above 0');
    }
  }
}
