/** The curve that a reader draws: a smooth line through its points, and what a stroke of the pointer makes of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnAt,
  flatCurve,
  nearestPoint,
  POINTS,
  shareOf,
  stroked,
  withPoint,
} from '../../../src/compare/proof/drawn-curve.ts';

const aCurve = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: POINTS, maxLength: POINTS });

describe('the line between the points', () => {
  it('goes through every point', () => {
    const curve = [0, 3, 9, 9, 2, 2, 7];
    expect(curve.map((_, point) => drawnAt(curve, shareOf(point)))).toEqual(curve);
  });

  it('rises evenly where the points do', () => {
    expect(drawnAt([0, 1, 2, 3, 4, 5, 6], 0.25)).toBeCloseTo(1.5);
  });

  it('never leaves the span of the two points beside it', () => {
    fc.assert(
      fc.property(aCurve, fc.double({ min: 0, max: 1, noNaN: true }), (curve, share) => {
        const left = Math.min(Math.floor(share * (POINTS - 1)), POINTS - 2);
        const [a, b] = [curve[left] as number, curve[left + 1] as number];
        const value = drawnAt(curve, share);
        expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a stroke', () => {
  const flat = flatCurve(5);

  it('moves the point that was grabbed, and no other, while the pointer stays near it', () => {
    const grabbed = nearestPoint(0.52);
    const next = stroked(flat, grabbed, { share: 0.52, value: 5 }, { share: 0.55, value: 8 });
    expect(next).toEqual([5, 5, 5, 8, 5, 5, 5]);
  });

  it('sets every point that it passes, as high as it passed there', () => {
    const next = stroked(flat, null, { share: 0, value: 0 }, { share: 1, value: 6 });
    next.forEach((value, point) => {
      expect(value).toBeCloseTo(point);
    });
  });

  it('goes backwards as well', () => {
    const next = stroked(flat, null, { share: 0.6, value: 1 }, { share: 0.4, value: 3 });
    expect(next).toEqual([5, 5, 5, 2, 5, 5, 5]);
  });

  it('leaves a point alone that it has passed and gone away from', () => {
    const next = stroked(flat, null, { share: shareOf(2) + 0.05, value: 1 }, { share: shareOf(2) + 0.08, value: 1 });
    expect(next).toEqual(flat);
  });

  it('changes nothing in the curve that it is given', () => {
    withPoint(flat, 0, 1);
    stroked(flat, 0, { share: 0, value: 5 }, { share: 1, value: 0 });
    expect(flat).toEqual(flatCurve(5));
  });
});
