/** Looking a place up in a list that is in order. */
import { expect, it } from 'vitest';
import { countWhile } from '../../src/engine/count-while.ts';

it('counts how many at the beginning are so, wherever that ends', () => {
  const items = [1, 3, 3, 3, 7, 9];
  const counted = [0, 1, 2, 3, 6, 7, 8, 9, 10].map((t) => [
    countWhile(items, (item) => item < t),
    countWhile(items, (item) => item <= t),
  ]);
  expect(counted).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 4],
    [4, 4],
    [4, 5],
    [5, 5],
    [5, 6],
    [6, 6],
  ]);
});

it('counts none in an empty list', () => {
  expect(countWhile([], () => true)).toBe(0);
});
