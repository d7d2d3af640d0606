/** What is remembered of the last minute. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { amountBefore, countIn, highestBefore, looksBackTo, pieces, riseIn } from '../../src/metrics/pieces.ts';

describe('what happened in the last minute', () => {
  it('is counted in whole pieces of five seconds, each row for itself', () => {
    const counts = pieces(2);
    for (const at of [1, 39.9, 40, 99, 102]) countIn(counts, 0, seconds(at));
    countIn(counts, 1, seconds(99));
    expect(looksBackTo(seconds(102))).toBe(seconds(40));
    expect(amountBefore(counts, 0, seconds(102))).toBe(3);
    expect(amountBefore(counts, 1, seconds(102))).toBe(1);
  });

  it('takes the place of what happened longer ago', () => {
    const counts = pieces(1);
    // 13 pieces are kept, so these two fall into the same cell.
    for (const at of [2, 3, 67]) countIn(counts, 0, seconds(at));
    expect(amountBefore(counts, 0, seconds(67))).toBe(1);
    // Word of something that is too old is passed over.
    countIn(counts, 0, seconds(2));
    expect(amountBefore(counts, 0, seconds(67))).toBe(1);
  });

  it('begins with the run', () => {
    const counts = pieces(1);
    countIn(counts, 0, seconds(0));
    expect(looksBackTo(seconds(12))).toBe(0);
    expect(amountBefore(counts, 0, seconds(12))).toBe(1);
  });
});

it('the highest level of the last minute is that at its beginning, too', () => {
  const level = pieces(1);
  riseIn(level, 0, seconds(10), 0, 7);
  riseIn(level, 0, seconds(20), 7, 4);
  // It stood at 4 all the while.
  riseIn(level, 0, seconds(100), 4, 1);
  expect(highestBefore(level, 0, seconds(110), 1)).toBe(4);
  expect(highestBefore(level, 0, seconds(300), 1)).toBe(1);
});
