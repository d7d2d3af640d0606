/** The axis of the drawing pad. */
import { describe, expect, it } from 'vitest';
import { scaleFor, snapped } from '../../../src/compare/proof/scale.ts';

describe('the scale', () => {
  it('ends at a round number, well above what occurs', () => {
    expect(scaleFor('instances', 6).top).toBe(10);
    expect(scaleFor('instances', 8).top).toBe(20);
    expect(scaleFor('messages', 300).top).toBe(500);
    expect(scaleFor('USD/h', 0.4).top).toBeCloseTo(1);
    expect(scaleFor('USD/h', 0.04).top).toBeCloseTo(0.1);
  });

  it('never has the largest value at the top', () => {
    for (const largest of [0.003, 0.7, 1, 4.9, 5, 31, 32, 1999]) {
      expect(scaleFor('s', largest).top).toBeGreaterThan(largest * 1.5);
    }
  });

  it('has room to draw where nothing occurs', () => {
    expect(scaleFor('uploads', 0)).toEqual({ top: 5, ticks: [0, 1, 2, 3, 4, 5], step: 1 });
    expect(scaleFor('USD', 0).top).toBeGreaterThan(0);
  });

  it('counts in whole steps, and goes up to all where it is a share', () => {
    expect(scaleFor('instances', 6).step).toBe(1);
    expect(scaleFor('messages', 300).step).toBe(25);
    expect(scaleFor('share', 0.2).top).toBe(1);
  });

  it('has its lines from nothing to the top', () => {
    const { ticks, top } = scaleFor('messages', 40);
    expect([ticks[0], ticks.at(-1)]).toEqual([0, top]);
  });
});

describe('a value that is drawn', () => {
  const scale = scaleFor('instances', 6);

  it('is one of the steps, within the axis', () => {
    expect([3.4, 3.6, -2, 99].map((value) => snapped(scale, value))).toEqual([3, 4, 0, 10]);
  });
});
