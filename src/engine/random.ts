/**
 * Named random streams: each source of chance draws from its own, so one more component changes nobody else's luck.
 * A stream is a xoroshiro128+ generator (pure-rand) that starts at a 128-bit hash of the run's seed and its own name.
 */
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator';
import { avalanche, MULTIPLIER_1, MULTIPLIER_2, MULTIPLIER_3, MULTIPLIER_4, scatter, stir } from './murmur.ts';

/** 2^26: the weight of the first 27 bits above the last 26 of the 53 bits of a uniform. */
const TWO_TO_26 = 67108864;
/** 2^-53: the step between uniforms. */
const UNIFORM_STEP = 1 / 9007199254740992;

/** The random streams of one run. */
export class RandomStreams {
  readonly #seed: number;
  #generators: JumpableRandomGenerator[] = [];
  #handles = new Map<string, number>();

  /** @param seed a whole number from 0 to `Number.MAX_SAFE_INTEGER` */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`seed is ${seed}; it must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
    }
    this.#seed = seed;
  }

  /** The handle of the stream of this name. A name opened again has the same handle, and its stream stays as it is. */
  open(name: string): number {
    const known = this.#handles.get(name);
    if (known !== undefined) return known;
    const handle = this.#generators.length;
    this.#generators.push(xoroshiro128plusFromState(hashOf(this.#seed, name)));
    this.#handles.set(name, handle);
    return handle;
  }

  /**
   * The next number of a stream: strictly between 0 and 1, a multiple of 2^-53 (where the bits are all zero, 2^-54).
   * Takes two steps of the generator, always, and of each leaves out the lowest bits, which are its weakest.
   */
  uniform(handle: number): number {
    const generator = this.#generators[handle];
    if (generator === undefined) throw new RangeError(`no random stream has the handle ${handle}`);
    const first = generator.next() >>> 5;
    const bits = first * TWO_TO_26 + (generator.next() >>> 6);
    return (bits === 0 ? 0.5 : bits) * UNIFORM_STEP;
  }

  /** A second set of the same streams, each standing where this one's stands; from here on they go separate ways. */
  copy(): RandomStreams {
    const copy = new RandomStreams(this.#seed);
    copy.#generators = this.#generators.map((generator) => generator.clone());
    copy.#handles = new Map(this.#handles);
    return copy;
  }
}

/**
 * MurmurHash3 (x86, 128 bits, hash seed 0) of the seed's 64 bits followed by the name in UTF-16, both little endian.
 * A change of any one bit changes the whole state, so similar names and seeds start far apart.
 * A state of four zeros, from which a generator would never move, has a chance of 2^-128.
 */
function hashOf(seed: number, name: string): [number, number, number, number] {
  const lengthInBytes = 8 + 2 * name.length;
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;

  /** The 32-bit word at this place of the hashed text; zero beyond its end. */
  const wordAt = (index: number): number => {
    if (index === 0) return seed | 0;
    if (index === 1) return Math.floor(seed / 4294967296);
    const at = 2 * (index - 2);
    const low = at < name.length ? name.charCodeAt(at) : 0;
    const high = at + 1 < name.length ? name.charCodeAt(at + 1) : 0;
    return low | (high << 16);
  };

  const wholeBlocks = lengthInBytes >> 4;
  for (let block = 0; block <= wholeBlocks; block += 1) {
    // The last round takes the rest, filled up with zeros, and only mixes it in.
    const last = block === wholeBlocks;
    h1 ^= scatter(wordAt(4 * block), MULTIPLIER_1, 15, MULTIPLIER_2);
    if (!last) h1 = stir(h1, 19, h2, 0x561ccd1b);
    h2 ^= scatter(wordAt(4 * block + 1), MULTIPLIER_2, 16, MULTIPLIER_3);
    if (!last) h2 = stir(h2, 17, h3, 0x0bcaa747);
    h3 ^= scatter(wordAt(4 * block + 2), MULTIPLIER_3, 17, MULTIPLIER_4);
    if (!last) h3 = stir(h3, 15, h4, 0x96cd1c35);
    h4 ^= scatter(wordAt(4 * block + 3), MULTIPLIER_4, 18, MULTIPLIER_1);
    if (!last) h4 = stir(h4, 13, h1, 0x32ac3b17);
  }

  h2 ^= lengthInBytes;
  h3 ^= lengthInBytes;
  h4 ^= lengthInBytes;
  h1 = ((h1 ^ lengthInBytes) + h2 + h3 + h4) | 0;
  h2 = avalanche(h2 + h1);
  h3 = avalanche(h3 + h1);
  h4 = avalanche(h4 + h1);
  h1 = (avalanche(h1) + h2 + h3 + h4) | 0;
  return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
}
