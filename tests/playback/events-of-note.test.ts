import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAfter, previousBefore } from '../../src/playback/events-of-note.ts';

describe('jumping between events of note', () => {
  it('goes to the next and to the previous, never to the present one', () => {
    const times = [3, 5, 5, 9];
    expect(nextAfter(times, 0)).toBe(3);
    expect(nextAfter(times, 3)).toBe(5);
    expect(nextAfter(times, 5)).toBe(9);
    expect(nextAfter(times, 9)).toBeNull();
    expect(previousBefore(times, 10)).toBe(9);
    expect(previousBefore(times, 9)).toBe(5);
    expect(previousBefore(times, 5)).toBe(3);
    expect(previousBefore(times, 3)).toBeNull();
    expect(nextAfter([], 1)).toBeNull();
    expect(previousBefore([], 1)).toBeNull();
  });

  it('finds what looking through the whole list finds', () => {
    const sorted = fc.array(fc.integer({ min: 0, max: 50 })).map((times) => times.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.integer({ min: -1, max: 51 }), (times, t) => {
        expect(nextAfter(times, t)).toBe(times.find((time) => time > t) ?? null);
        expect(previousBefore(times, t)).toBe(times.findLast((time) => time < t) ?? null);
      }),
    );
  });
});
