/** One digest over the engine's arithmetic and chance, which must come out alike in Node and in every browser. */
import { Digest } from '../../src/engine/digest.ts';
import { type Distribution, sampler } from '../../src/engine/distributions.ts';
import { exp, ln } from '../../src/engine/math.ts';
import { RandomStreams } from '../../src/engine/random.ts';

/**
 * What `arithmeticDigest()` gives. Asserted in Node and in Chromium. A change here means that every run ever shared
 * by its address plays differently: change it only together with the version of the scenario.
 */
export const ARITHMETIC_DIGEST = 'cf344959fcc65f6a';

const distributions: readonly Distribution[] = [
  { kind: 'constant', value: 3 },
  { kind: 'uniform', min: -1, max: 5 },
  { kind: 'exponential', mean: 2.5 },
  { kind: 'lognormal', mean: 40, variation: 0.8 },
  { kind: 'erlang', shape: 4, mean: 0.3 },
  { kind: 'erlang', shape: 100, mean: 7 },
  { kind: 'bimodal', first: 10, second: 1, secondShare: 0.25 },
  { kind: 'empirical', values: [5, 1, 3], weights: [1, 2, 0.5] },
  { kind: 'empirical', values: [2, 7, 1, 8, 2, 8] },
];

/** Takes in `ln` and `exp` of 60,000 numbers of all sizes, and 10,000 draws of each kind of distribution. */
export function arithmeticDigest(): string {
  const digest = new Digest();
  const streams = new RandomStreams(20_261_121);

  const bits = streams.open('bits');
  const words = new Uint32Array(2);
  const double = new Float64Array(words.buffer);
  for (let i = 0; i < 20_000; i += 1) {
    words[0] = streams.uniform(bits) * 4_294_967_296;
    words[1] = streams.uniform(bits) * 4_294_967_296;
    digest.add(ln(double[0] as number)); // of any bits whatever, so that all sizes, negative numbers and NaN occur
    digest.add(ln(streams.uniform(bits)));
    digest.add(ln(0.5 + 1.5 * streams.uniform(bits)));
    digest.add(exp(double[0] as number));
    digest.add(exp(1500 * (streams.uniform(bits) - 0.5)));
    digest.add(exp(2 * (streams.uniform(bits) - 0.5)));
  }

  for (const [index, distribution] of distributions.entries()) {
    const stream = streams.open(`${distribution.kind} ${index}`);
    const draw = sampler(distribution);
    for (let i = 0; i < 10_000; i += 1) digest.add(draw(streams.uniform(stream)));
  }
  return digest.hex();
}
