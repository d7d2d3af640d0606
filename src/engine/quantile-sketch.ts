/**
 * Quantiles of a stream of values in little memory: counts in buckets whose bounds grow geometrically.
 * The bucket of a value is the front of its bits (the exponent and seven bits of the fraction), so no logarithm is
 * needed, and every quantile is within 0.4 % of the exact one.
 */

/** Little endian, as in math.ts: the high word comes second. */
const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);

/** Bits of the high word that do not tell buckets apart: of its 20 fraction bits, 7 do, so a bucket is 2^-7 wide. */
const SHIFT = 13;
/** Half of a bucket's width, in the high word. */
const HALF_BUCKET = 1 << (SHIFT - 1);
/** Buckets to the octave (a doubling of the value). */
const OCTAVE = 128;

/** Count, mean, extremes and quantiles of values, which are 0 or more. */
export class QuantileSketch {
  /** How many values were added. */
  count = 0;
  /** The smallest value; NaN when there is none. */
  min = Number.NaN;
  /** The largest value; NaN when there is none. */
  max = Number.NaN;
  #sum = 0;
  /** Zeros, and values below 2^-1022 with them, are counted apart. */
  #zeros = 0;
  /** Counts of the buckets from number `#lowest` on. */
  #counts = new Float64Array(0);
  #lowest = 0;

  /** Counts a value: finite, 0 or more, in whatever unit. */
  add(x: number): void {
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY))
      throw new RangeError(`cannot add ${x}: values are finite, 0 or more`);
    const value = x + 0; // turns -0 into 0
    this.count += 1;
    this.#sum += value;
    if (!(value >= this.min)) this.min = value;
    if (!(value <= this.max)) this.max = value;
    asDouble[0] = value;
    const bucket = (asWords[1] as number) >>> SHIFT;
    if (bucket < OCTAVE) {
      this.#zeros += 1;
      return;
    }
    let place = bucket - this.#lowest;
    if (place < 0 || place >= this.#counts.length) {
      this.#widen(bucket);
      place = bucket - this.#lowest;
    }
    this.#counts[place] = (this.#counts[place] as number) + 1;
  }

  /** The mean of all values (exact but for rounding); NaN when there is none. */
  get mean(): number {
    return this.#sum / this.count;
  }

  /**
   * The smallest value that at least a share `q` (0 to 1) of all values do not exceed, within 0.4 %; NaN when there is
   * no value. Exact for 0 (the smallest value) and 1 (the largest).
   */
  quantile(q: number): number {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`q is ${q}; it must lie from 0 to 1`);
    const rank = Math.max(Math.ceil(q * this.count), 1);
    if (rank === 1) return this.min;
    if (rank === this.count) return this.max;
    let counted = this.#zeros;
    if (counted >= rank) return 0;
    for (let place = 0; place < this.#counts.length; place += 1) {
      counted += this.#counts[place] as number;
      if (counted >= rank) return Math.min(Math.max(middleOf(this.#lowest + place), this.min), this.max);
    }
    return this.max;
  }

  /** A second sketch with the same counts; from here on they go separate ways. */
  copy(): QuantileSketch {
    const copy = new QuantileSketch();
    copy.count = this.count;
    copy.min = this.min;
    copy.max = this.max;
    copy.#sum = this.#sum;
    copy.#zeros = this.#zeros;
    copy.#counts = this.#counts.slice();
    copy.#lowest = this.#lowest;
    return copy;
  }

  /** Makes room for a bucket, by whole octaves and one more each way, so that this happens seldom. */
  #widen(bucket: number): void {
    const old = this.#counts;
    const isFirst = old.length === 0;
    const from = isFirst ? bucket : Math.min(this.#lowest, bucket);
    const to = isFirst ? bucket : Math.max(this.#lowest + old.length - 1, bucket);
    const lowest = Math.max(Math.floor(from / OCTAVE) - 1, 0) * OCTAVE;
    const end = (Math.floor(to / OCTAVE) + 2) * OCTAVE;
    this.#counts = new Float64Array(end - lowest);
    if (!isFirst) this.#counts.set(old, this.#lowest - lowest);
    this.#lowest = lowest;
  }
}

/** The value halfway through a bucket, less than 2^-8 of it away from everything in it. */
function middleOf(bucket: number): number {
  asWords[1] = (bucket << SHIFT) | HALF_BUCKET;
  asWords[0] = 0;
  return asDouble[0] as number;
}
