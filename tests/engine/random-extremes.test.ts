/** The two ends of the interval, which chance never shows: a generator that gives only zeros, or only ones. */
import { expect, it, vi } from 'vitest';
import { RandomStreams } from '../../src/engine/random.ts';

const generator = vi.hoisted(() => ({ word: 0, steps: 0 }));

vi.mock('pure-rand/generator/xoroshiro128plus', () => ({
  xoroshiro128plusFromState: () => ({
    next: () => {
      generator.steps += 1;
      return generator.word;
    },
  }),
}));

it.each([
  ['just above 0 when all bits are zero', 0, 2 ** -54],
  ['just below 1 when all bits are one', -1, 1 - 2 ** -53],
])('gives a number %s, in two steps of the generator', (_, word, expected) => {
  generator.word = word;
  generator.steps = 0;
  const streams = new RandomStreams(1);
  expect(streams.uniform(streams.open('a'))).toBe(expected);
  expect(generator.steps).toBe(2);
});
