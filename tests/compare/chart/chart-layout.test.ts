/** Where things stand in the large chart. */
import { describe, expect, it } from 'vitest';
import { largestIn, spread, stepPath, valueAxis } from '../../../src/compare/chart/chart-layout.ts';
import { type Curve, timeAxis } from '../../../src/panels/time/geometry.ts';

const curve = (...values: number[]): Curve => ({
  length: values.length,
  timeAt: (index) => index * 10,
  valueAt: (index) => values[index] as number,
});

describe('the axis of numbers', () => {
  it('begins at nothing, ends at a round number above the largest, and counts whole things whole', () => {
    const axis = valueAxis(47, 200, true);
    expect(axis.ticks[0]).toBe(0);
    expect(axis.top).toBeGreaterThanOrEqual(47);
    expect(axis.yOf(0)).toBe(200);
    expect(axis.yOf(axis.top)).toBe(0);
    expect(valueAxis(2, 200, true).ticks).toEqual([0, 1, 2]);
  });

  it('stands where there is nothing yet', () => {
    expect(valueAxis(0, 200, true).ticks).toEqual([0, 1]);
    expect(valueAxis(0, 200, false).top).toBeGreaterThan(0);
  });
});

describe('a line', () => {
  const axis = timeAxis(100, 100);
  const values = valueAxis(10, 100, true);

  it('goes in steps, on to the end of what is known', () => {
    expect(stepPath(curve(0, 5, 5, 10), 0, 40, axis, values)).toBe('M0.0 100.0H10.0V50.0H30.0V0.0H40.0');
  });

  it('has a gap where nothing is measured', () => {
    expect(stepPath(curve(Number.NaN, 5, Number.NaN, 10), 0, 40, axis, values)).toBe('M10.0 50.0H20.0M30.0 0.0H40.0');
    expect(largestIn(curve(Number.NaN, 5))).toBe(5);
  });

  it('can begin later than the run', () => {
    expect(stepPath(curve(0, 5, 10), 15, 30, axis, values)).toBe('M15.0 50.0H20.0V0.0H30.0');
  });
});

describe('names at the ends of lines', () => {
  it('stay where their lines end while there is room', () => {
    expect(spread([10, 50, 90], 16, 100)).toEqual([10, 50, 90]);
  });

  it('keep apart and inside, in the order of their lines', () => {
    expect(spread([100, 100, 99], 16, 100)).toEqual([84, 100, 68]);
    expect(spread([0, 0], 16, 100)).toEqual([0, 16]);
  });
});
