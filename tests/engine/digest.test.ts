import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { Digest } from '../../src/engine/digest.ts';

function digestOf(numbers: readonly number[]): string {
  const digest = new Digest();
  for (const x of numbers) digest.add(x);
  return digest.hex();
}

it('is sixteen hexadecimal digits', () => {
  expect(digestOf([])).toMatch(/^[0-9a-f]{16}$/);
  expect(digestOf([1.5, -2, 1e300])).toMatch(/^[0-9a-f]{16}$/);
});

test.prop([fc.array(fc.double())])('is the same for the same numbers', (numbers) => {
  expect(digestOf(numbers)).toBe(digestOf(numbers));
});

test.prop([fc.array(fc.double(), { minLength: 1 }), fc.nat(), fc.nat({ max: 63 })])(
  'changes with any single bit of any number',
  (numbers, anyIndex, bit) => {
    const index = anyIndex % numbers.length;
    const changed = Float64Array.from(numbers);
    const words = new BigUint64Array(changed.buffer);
    words[index] = (words[index] as bigint) ^ (1n << BigInt(bit));
    fc.pre(!(Number.isNaN(numbers[index]) && Number.isNaN(changed[index])));
    expect(digestOf([...changed])).not.toBe(digestOf(numbers));
  },
);

it('changes with the order', () => {
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  expect(digestOf([0, 0, 1])).not.toBe(digestOf([0, 1, 0]));
});

it('changes with the number of numbers, even of zeros', () => {
  expect(new Set([[], [0], [0, 0], [0, 0, 0]].map(digestOf)).size).toBe(4);
});

it('takes all that is not a number as one, and tells 0 from -0', () => {
  const otherNaN = new Float64Array(new BigUint64Array([0xfff8_0000_dead_beefn]).buffer)[0] as number;
  expect(digestOf([otherNaN])).toBe(digestOf([Number.NaN]));
  expect(digestOf([0])).not.toBe(digestOf([-0]));
});

it('goes on after it was read', () => {
  const digest = new Digest();
  digest.add(1);
  const first = digest.hex();
  expect(digest.hex()).toBe(first);
  digest.add(2);
  expect(digest.hex()).toBe(digestOf([1, 2]));
});

it('has no collision among many pairs of small whole numbers, and in its halves no more than chance makes', () => {
  const seen = new Set<string>();
  const halves = [new Set<string>(), new Set<string>()] as const;
  for (let i = 0; i < 200; i += 1) {
    for (let j = 0; j < 200; j += 1) {
      const hex = digestOf([i, j]);
      seen.add(hex);
      halves[0].add(hex.slice(0, 8));
      halves[1].add(hex.slice(8));
    }
  }
  const pairs = 200 * 200;
  expect(seen.size).toBe(pairs);
  // Chance alone makes pairs² / 2^33 = 0.2 collisions in 32 bits; 5 would be a fault.
  expect(halves[0].size).toBeGreaterThan(pairs - 5);
  expect(halves[1].size).toBeGreaterThan(pairs - 5);
});
