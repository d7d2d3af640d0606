/** Time along, numbers up: the axis, its ticks, thinning, steps, slices and marks. */
import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  type Curve,
  clustersOf,
  entriesToDraw,
  growthBySlice,
  indexAt,
  largestOf,
  pointsAt,
  sliceSeconds,
  stepArea,
  stepLine,
  sumOf,
  timeAxis,
  timeTicks,
  topOf,
  valueAt,
} from '../../../src/panels/time/geometry.ts';

/** A curve with one entry a second. */
function curve(...values: number[]): Curve {
  return { length: values.length, timeAt: (index) => index, valueAt: (index) => values[index] as number };
}

const axis = timeAxis(300, 600);

describe('the axis', () => {
  it('leads from time to place and back', () => {
    expect(axis.xOf(0)).toBe(0);
    expect(axis.xOf(150)).toBe(300);
    expect(axis.timeAt(300)).toBe(150);
    expect(axis.timeAt(axis.xOf(164.6))).toBeCloseTo(164.6, 9);
  });

  it('holds what lies outside at its ends', () => {
    expect(axis.xOf(400)).toBe(600);
    expect(axis.timeAt(-20)).toBe(0);
    expect(axis.timeAt(700)).toBe(300);
  });

  it('is marked at times that people count in, as closely as the labels allow', () => {
    expect(timeTicks(axis, 60)).toEqual([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300]);
    expect(timeTicks(axis, 100)).toEqual([0, 60, 120, 180, 240, 300]);
    expect(timeTicks(timeAxis(86_400, 600), 100)).toEqual([0, 21_600, 43_200, 64_800, 86_400]);
    expect(timeTicks(timeAxis(1, 600), 60)).toEqual([0, 1]);
  });

  it('leaves out the ticks when it has no width yet', () => {
    expect(timeTicks(timeAxis(300, 0), 60).length).toBeLessThan(2);
  });
});

describe('the number at the top of a lane', () => {
  it('is round, whole, and no smaller than the largest value', () => {
    expect([0, 1, 3, 7, 11, 13, 37, 99, 118, 418].map(topOf)).toEqual([1, 1, 3, 8, 12, 15, 40, 100, 120, 500]);
    for (let largest = 1; largest < 3000; largest += 1) {
      expect(topOf(largest)).toBeGreaterThanOrEqual(largest);
      expect(Number.isInteger(topOf(largest))).toBe(true);
    }
  });
});

describe('a value at a time', () => {
  it('is that of the last entry up to then, and nothing before the first', () => {
    const late: Curve = { length: 3, timeAt: (index) => 10 + index, valueAt: (index) => index + 1 };
    expect([9.9, 10, 10.9, 11, 500].map((t) => valueAt(late, t))).toEqual([0, 1, 1, 2, 3]);
    expect(indexAt(late, 9)).toBe(-1);
    expect(valueAt(curve(), 5)).toBe(0);
  });

  it('adds up over two curves', () => {
    const sum = sumOf(curve(1, 2, 3), curve(10, 0, 30));
    expect([0, 1, 2].map((t) => valueAt(sum, t))).toEqual([11, 2, 33]);
    expect(largestOf(sum)).toBe(33);
  });
});

describe('what is drawn of a curve', () => {
  it('is where it changes, and nothing between', () => {
    expect(entriesToDraw(curve(0, 0, 2, 2, 2, 1, 1), 0, 6, 100)).toEqual([0, 2, 5]);
  });

  it('is also where a curve that is drawn along with it changes', () => {
    expect(entriesToDraw(curve(1, 1, 1, 1), 0, 3, 100, curve(1, 1, 0, 0))).toEqual([0, 2]);
  });

  it('begins with what holds at the start of the stretch, from there on', () => {
    const points = pointsAt(curve(4, 4, 4, 7), entriesToDraw(curve(4, 4, 4, 7), 1.5, 3, 100), 1.5);
    expect(points).toEqual([
      { t: 1.5, value: 4 },
      { t: 3, value: 7 },
    ]);
  });

  it('keeps every peak and every gap when there is more than can be seen', () => {
    const values = Array.from({ length: 5000 }, (_, i) => 10 + (i % 2));
    values[1234] = 99;
    values[3210] = 0;
    const busy = curve(...values);
    const entries = entriesToDraw(busy, 0, 4999, 300);
    expect(entries.length).toBeLessThanOrEqual(300);
    expect(entries.length).toBeGreaterThan(200);
    expect(entries).toContain(1234);
    expect(entries).toContain(3210);
    expect(entries.at(0)).toBe(0);
    expect(entries.at(-1)).toBe(4999);
    expect(entries.toSorted((a, b) => a - b)).toEqual(entries);
  });

  it('is nothing where there is nothing', () => {
    expect(entriesToDraw(curve(), 0, 10, 100)).toEqual([]);
    expect(stepLine([], 10, axis, 10, 40)).toBe('');
  });

  it('goes in steps, and on to the end of what is known', () => {
    const points = [
      { t: 0, value: 0 },
      { t: 100, value: 10 },
    ];
    expect(stepLine(points, 150, axis, 10, 40)).toBe('M0,40L200,40L200,0L300,0L300,0');
  });

  it('fills down to the bottom, or down to another curve', () => {
    const upper = [{ t: 0, value: 10 }];
    expect(stepArea(null, upper, 150, axis, 10, 40)).toBe('M0,0L300,0L300,0L300,40L300,40L0,40Z');
    const lower = [{ t: 0, value: 5 }];
    expect(stepArea(lower, upper, 150, axis, 10, 40)).toBe('M0,0L300,0L300,0L300,20L300,20L0,20Z');
  });
});

describe('counts by slices of time', () => {
  it('uses lengths that are easy to say, and no more slices than asked for', () => {
    expect(sliceSeconds(300, 40)).toBe(10);
    expect(sliceSeconds(300, 28)).toBe(15);
    expect(sliceSeconds(86_400, 40)).toBe(3600);
    expect(sliceSeconds(86_400 * 365, 40)).toBe(86_400 * 10);
  });

  it('counts what was added in each slice; the last may be cut short', () => {
    const counted = curve(0, 1, 1, 4, 4, 4, 9);
    expect(growthBySlice(counted, 0, 5.5, 2)).toEqual([
      { from: 0, to: 2, count: 1 },
      { from: 2, to: 4, count: 3 },
      { from: 4, to: 5.5, count: 0 },
    ]);
  });

  it('adds up to all that was counted', () => {
    const counted = curve(0, 3, 5, 5, 8, 13, 21, 22);
    const total = growthBySlice(counted, 0, 7, 3).reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(22);
  });
});

describe('marks on the axis', () => {
  it('stand for all that lies too close to be told apart', () => {
    const at = (t: number) => ({ t });
    const clusters = clustersOf([at(10), at(12), at(13.4), at(20), at(300)], axis, 7);
    expect(clusters.map(({ x, members }) => [x, members.map(({ t }) => t)])).toEqual([
      [20, [10, 12, 13.4]],
      [40, [20]],
      [600, [300]],
    ]);
    expect(clustersOf([at(10), at(13.5)], axis, 7)).toHaveLength(2);
  });
});

describe('words at a place', () => {
  it('stand over it, and beside it where they would reach over an edge', () => {
    expect([0, 15, 16, 300, 584, 585, 600].map((x) => anchorAt(x, 600, 16))).toEqual([
      'start',
      'start',
      'middle',
      'middle',
      'middle',
      'end',
      'end',
    ]);
  });
});
