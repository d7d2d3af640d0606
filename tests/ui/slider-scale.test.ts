/** How a slider spreads its range. */
import { describe, expect, it } from 'vitest';
import { placeOf, SLIDER_PLACES, type SliderRange, stepOf, valueAt } from '../../src/ui/slider-scale.ts';

const traffic: SliderRange = { min: 0, max: 20, log: true, least: 0.01 };
const instances: SliderRange = { min: 0, max: 1337, log: true, integer: true };
const seconds: SliderRange = { min: 0, max: 120 };

describe('a slider', () => {
  it('reaches both ends exactly', () => {
    for (const range of [traffic, instances, seconds]) {
      expect(valueAt(0, range)).toBe(range.min);
      expect(valueAt(SLIDER_PLACES, range)).toBe(range.max);
      expect(placeOf(range.min, range)).toBe(0);
      expect(placeOf(range.max, range)).toBeCloseTo(SLIDER_PLACES, 9);
    }
  });

  it('never goes down as it goes along', () => {
    for (const range of [traffic, instances, seconds]) {
      const values = Array.from({ length: SLIDER_PLACES + 1 }, (_, place) => valueAt(place, range));
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it('gives round values, and whole ones where they must be', () => {
    expect(valueAt(1, traffic)).toBe(0.01);
    expect(String(valueAt(50, traffic)).length).toBeLessThanOrEqual(6);
    expect(valueAt(33, seconds)).toBe(40);
    for (let place = 0; place <= SLIDER_PLACES; place += 1) expect(valueAt(place, instances) % 1).toBe(0);
  });

  it('comes back to about the value it was set to', () => {
    for (const value of [0.02, 0.4, 2.4, 15]) {
      const back = valueAt(Math.round(placeOf(value, traffic)), traffic);
      expect(Math.abs(back - value) / value).toBeLessThan(0.06);
    }
  });

  it('takes the same length for each doubling if it is logarithmic', () => {
    const doubling = placeOf(2, traffic) - placeOf(1, traffic);
    expect(placeOf(0.2, traffic) - placeOf(0.1, traffic)).toBeCloseTo(doubling, 9);
  });

  it('holds values out of its range at its ends', () => {
    expect(placeOf(500, traffic)).toBeCloseTo(SLIDER_PLACES, 9);
    expect(placeOf(-1, traffic)).toBe(0);
  });
});

describe('a key', () => {
  it('moves a slider of few whole numbers from one to the next, and any other by one place', () => {
    const services: SliderRange = { min: 2, max: 12, integer: true };
    expect(valueAt(placeOf(4, services) + stepOf(services), services)).toBe(5);
    expect(stepOf({ min: 0, max: 500, integer: true })).toBe(1);
    expect(stepOf(traffic)).toBe(1);
    expect(stepOf({ min: 3, max: 3, integer: true })).toBe(1);
  });
});
