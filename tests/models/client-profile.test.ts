/** How the rate of arrivals goes up and down. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaBetween,
  constantProfile,
  dailyFactors,
  dailyProfile,
  type Profile,
  recordedProfile,
  spikeProfile,
  whenReached,
} from '../../src/models/client/profile.ts';

const profiles: fc.Arbitrary<Profile> = fc.oneof(
  fc.constant(constantProfile),
  fc.integer({ min: 1, max: 200 }).map(dailyProfile),
  fc.tuple(fc.nat(50), fc.nat(50), fc.nat(10)).map(([at, lasts, factor]) => spikeProfile(at, lasts, factor)),
  fc
    .record({
      binSeconds: fc.integer({ min: 1, max: 9 }),
      factors: fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
    })
    .map(recordedProfile),
);

describe('a profile of arrivals', () => {
  it('reaches an amount exactly when that much has added up', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (profile, from, amount) => {
          const at = whenReached(profile, from, amount);
          if (at === Number.POSITIVE_INFINITY) {
            expect(areaBetween(profile, from, from + 100_000)).toBeLessThan(amount);
          } else {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(areaBetween(profile, from, at)).toBeCloseTo(amount, 6);
          }
        },
      ),
    );
  });

  it('adds up over neighbouring stretches', () => {
    fc.assert(
      fc.property(profiles, fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)), (profile, times) => {
        const [a, b, c] = times.toSorted((x, y) => x - y) as [number, number, number];
        const whole = areaBetween(profile, a, c);
        expect(areaBetween(profile, a, b) + areaBetween(profile, b, c)).toBeCloseTo(whole, 6);
      }),
    );
  });

  it('has as many arrivals in a day as the mean rate says', () => {
    expect(dailyFactors).toHaveLength(24);
    expect(areaBetween(dailyProfile(60), 0, 60)).toBeCloseTo(60, 9);
    expect(areaBetween(dailyProfile(60), 30, 150)).toBeCloseTo(120, 9);
  });
});
