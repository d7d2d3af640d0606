/**
 * A short fingerprint of a long sequence of numbers, for golden tests: equal sequences have equal digests, and a change
 * of any bit, or of the order, gives another one (but for a chance of 2^-64). Not for security.
 */
import { avalanche, MULTIPLIER_1, MULTIPLIER_2, MULTIPLIER_3, scatter, stir } from './murmur.ts';

/** Little endian, as in math.ts: the low word comes first. */
const asDouble = new Float64Array(1);
const asWords = new Int32Array(asDouble.buffer);

/** Two lanes of 32 bits in the manner of MurmurHash3: one takes in the low words, one the high words, and both mix. */
export class Digest {
  #count = 0;
  #low = 0;
  #high = 0;

  /** Takes in a number by its bits: 0 and -0 differ; all NaNs count as one, since their bits are up to the browser. */
  add(x: number): void {
    asDouble[0] = x;
    if (Number.isNaN(x)) {
      asWords[0] = 0;
      asWords[1] = 0x7ff80000;
    }
    this.#count = (this.#count + 1) | 0;
    const low = this.#low ^ scatter(asWords[0] as number, MULTIPLIER_1, 15, MULTIPLIER_2);
    this.#low = stir(low, 19, this.#high, 0x561ccd1b);
    const high = this.#high ^ scatter(asWords[1] as number, MULTIPLIER_2, 16, MULTIPLIER_3);
    this.#high = stir(high, 17, this.#low, 0x0bcaa747);
  }

  /** The digest of the numbers so far, as 16 hexadecimal digits. More can be added afterwards. */
  hex(): string {
    const sum = ((this.#low ^ this.#count) + (this.#high ^ this.#count)) | 0;
    const high = avalanche(((this.#high ^ this.#count) + sum) | 0);
    const low = (avalanche(sum) + high) | 0;
    return eightDigits(low) + eightDigits((high + low) | 0);
  }
}

function eightDigits(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
