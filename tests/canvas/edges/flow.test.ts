import { describe, expect, it } from 'vitest';
import { flowOf, flowWidth, isWorthSaying } from '../../../src/canvas/edges/flow.ts';
import { seconds } from '../../../src/engine/time.ts';

const frame = {
  speed: 5,
  t: seconds(60),
  flows: { perWallSecond: Float64Array.of(100, 140, 3, 3, 0, 75), isFlowing: Uint8Array.of(1, 0, 0, 0, 0, 1) },
};

describe('the flow along a link', () => {
  it('is given per second of the run, for what is sent', () => {
    expect(flowOf(frame, 0)).toEqual({ perWallSecond: 100, perSecond: 20 });
  });

  it('is measured from the start on where a second on the wall is longer than that', () => {
    expect(flowOf({ ...frame, speed: 1000 }, 0)?.perSecond).toBeCloseTo(100 / 60);
    expect(flowOf({ ...frame, t: 0 }, 0)?.perSecond).toBe(100 / 0.05);
  });

  it('counts what comes back where only that carries something, as with polls', () => {
    expect(flowOf(frame, 2)).toEqual({ perWallSecond: 75, perSecond: 15 });
  });

  it('is not shown where messages are few enough to be dots', () => {
    expect(flowOf(frame, 1)).toBeNull();
  });

  it('is not put into words where one message passed long ago', () => {
    expect(isWorthSaying({ perWallSecond: 1, perSecond: 0.01 })).toBe(false);
    expect(isWorthSaying({ perWallSecond: 1, perSecond: 0.2 })).toBe(true);
  });

  it('is wider the more passes, within limits', () => {
    expect(flowWidth(400)).toBeGreaterThan(flowWidth(60));
    expect(flowWidth(0)).toBeGreaterThan(2);
    expect(flowWidth(1e9)).toBe(16);
  });
});
