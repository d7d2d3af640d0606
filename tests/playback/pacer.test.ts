import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, LONGEST_WALL_STEP_SECONDS, type Pace, SPEEDS } from '../../src/playback/pacer.ts';

const pace: Pace = { t: 10, playing: true, speed: 5, recordedUntilSeconds: 200, durationSeconds: 300 };

describe('the clock', () => {
  it('goes as fast as the speed says', () => {
    expect(advance(pace, 0.02)).toEqual({ t: 10.1, playing: true });
    expect(advance({ ...pace, speed: 100 }, 0.02)).toEqual({ t: 12, playing: true });
  });

  it('stands while it is paused', () => {
    expect(advance({ ...pace, playing: false }, 0.02)).toEqual({ t: 10, playing: false });
  });

  it('does not leap after the page was hidden', () => {
    expect(advance(pace, 3600)).toEqual({ t: 10.5, playing: true });
  });

  it('never goes back, whatever the clock on the wall does', () => {
    expect(advance(pace, -5)).toEqual({ t: 10, playing: true });
    expect(advance({ ...pace, t: 250 }, 0.05)).toEqual({ t: 250, playing: true });
  });

  it('waits where nothing is known yet, and stops at the end', () => {
    expect(advance({ ...pace, t: 199.9 }, 0.1)).toEqual({ t: 200, playing: true });
    expect(advance({ ...pace, t: 299.9, recordedUntilSeconds: 300 }, 0.1)).toEqual({ t: 300, playing: false });
    expect(advance({ ...pace, t: 300, recordedUntilSeconds: 300 }, 0)).toEqual({ t: 300, playing: false });
    expect(advance({ ...pace, t: 301 }, 0.1)).toEqual({ t: 300, playing: false });
  });

  it('goes forward by at most the longest step, within what is known', () => {
    const anyPace = fc.record({
      t: fc.double({ min: 0, max: 300, noNaN: true }),
      playing: fc.boolean(),
      speed: fc.constantFrom(...SPEEDS),
      recordedUntilSeconds: fc.double({ min: 0, max: 300, noNaN: true }),
      durationSeconds: fc.constant(300),
    });
    fc.assert(
      fc.property(anyPace, fc.double({ min: -1, max: 100, noNaN: true }), (any, wall) => {
        const { t } = advance(any, wall);
        expect(t).toBeGreaterThanOrEqual(any.t);
        expect(t - any.t).toBeLessThanOrEqual(LONGEST_WALL_STEP_SECONDS * any.speed + 1e-9);
        if (t > any.t) expect(t).toBeLessThanOrEqual(any.recordedUntilSeconds);
      }),
    );
  });
});

describe('the speeds', () => {
  it('go from a tenth to a thousand times, in steps of at most two and a half', () => {
    expect(SPEEDS[0]).toBe(0.1);
    expect(SPEEDS.at(-1)).toBe(1000);
    for (const [place, speed] of SPEEDS.entries()) {
      const next = SPEEDS[place + 1];
      if (next !== undefined) expect(next / speed).toBeGreaterThan(1.9);
      if (next !== undefined) expect(next / speed).toBeLessThanOrEqual(2.5);
    }
  });
});
