/** Numbers over time. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import {
  age,
  ageMaximumSeconds,
  ageMeanSeconds,
  ageSeconds,
  changeLevel,
  level,
  levelMaximum,
  levelMean,
  levelSeconds,
  setLevel,
  setOldest,
} from '../../src/metrics/level.ts';

describe('a level', () => {
  it('weighs each value by how long it held', () => {
    const depth = level();
    setLevel(depth, seconds(2), 3); // 0 for 2 s
    changeLevel(depth, seconds(5), 1); // 3 for 3 s
    changeLevel(depth, seconds(6), -4); // 4 for 1 s
    expect(levelSeconds(depth, seconds(10))).toBe(13);
    expect(levelMean(depth, seconds(10))).toBe(1.3);
    expect(levelMaximum(depth)).toBe(4);
    expect(depth.value).toBe(0);
  });

  it('counts the present value up to the moment of asking', () => {
    const depth = level(2);
    expect(levelMean(depth, 0)).toBe(2);
    expect(levelSeconds(depth, seconds(7))).toBe(14);
    expect(levelMaximum(depth)).toBe(2);
  });

  it('leaves out of its maximum what came and went at one instant', () => {
    const depth = level();
    changeLevel(depth, seconds(1), 1);
    changeLevel(depth, seconds(1), 1);
    changeLevel(depth, seconds(1), -1);
    changeLevel(depth, seconds(2), -1);
    expect(levelMaximum(depth)).toBe(1);
  });
});

describe('the age of the oldest', () => {
  it('grows by itself and falls to that of the next', () => {
    const oldest = age();
    setOldest(oldest, seconds(10), seconds(10));
    expect(ageSeconds(oldest, seconds(14))).toBe(4);
    setOldest(oldest, seconds(16), seconds(12)); // the first leaves at the age of 6, the next is 4 by then
    expect(ageSeconds(oldest, seconds(16))).toBe(4);
    setOldest(oldest, seconds(18), -1); // leaves at 6
    expect(ageSeconds(oldest, seconds(20))).toBe(0);
    expect(ageMaximumSeconds(oldest, seconds(20))).toBe(6);
    // Two triangles' worth: 6² / 2, and from 4 to 6 over 2 s.
    expect(ageMeanSeconds(oldest, seconds(20))).toBeCloseTo((18 + 10) / 20, 12);
  });

  it('counts one that is still there', () => {
    const oldest = age();
    setOldest(oldest, seconds(2), seconds(2));
    expect(ageMaximumSeconds(oldest, seconds(12))).toBe(10);
    expect(ageMeanSeconds(oldest, seconds(12))).toBeCloseTo(50 / 12, 12);
    expect(ageMeanSeconds(age(), 0)).toBe(0);
  });
});
