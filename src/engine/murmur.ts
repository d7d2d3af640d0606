/**
 * The pieces of MurmurHash3 (Austin Appleby, public domain), a fast hash in which a change of any one bit of the input
 * changes about half of the output. Words and lanes are 32-bit integers.
 */

/** The multipliers of MurmurHash3's 128-bit variant for 32-bit machines. */
export const MULTIPLIER_1 = 0x239b961b;
export const MULTIPLIER_2 = 0xab0e9789;
export const MULTIPLIER_3 = 0x38b34ae5;
export const MULTIPLIER_4 = 0xa1e38b93;

/** Scatters the bits of an input word, before it goes into a lane. */
export function scatter(word: number, before: number, bits: number, after: number): number {
  return Math.imul(rotateLeft(Math.imul(word, before), bits), after);
}

/** Stirs a lane together with its neighbour. */
export function stir(lane: number, bits: number, neighbour: number, constant: number): number {
  return (Math.imul(rotateLeft(lane, bits) + neighbour, 5) + constant) | 0;
}

/** The final mixing of a lane: every bit of it comes to depend on every other. */
export function avalanche(lane: number): number {
  let h = lane ^ (lane >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
