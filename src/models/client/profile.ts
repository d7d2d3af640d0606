/** How the rate of arrivals goes up and down: a factor for each stretch of time, and how much adds up between two moments. */
import type { Recording } from '../parameters.ts';

export interface Profile {
  /** Ends of the stretches in seconds, ascending. */
  ends: readonly number[];
  /** Factor of each stretch, ≥ 0. */
  factors: readonly number[];
  /** Factor after the last stretch; with `repeats` there is no such time. */
  after: number;
  /** Whether it begins anew after the last stretch. */
  repeats: boolean;
}

/** The same rate at all times. */
export const constantProfile: Profile = { ends: [], factors: [], after: 1, repeats: false };

/**
 * How many come in each hour of a day, as multiples of the mean: few at night, most in the evening. Our choice; the sum
 * is 24, so that the mean rate is the set rate.
 */
export const dailyFactors: readonly number[] = [
  0.5, 0.3, 0.2, 0.1, 0.1, 0.2, 0.4, 0.7, 0.9, 1.0, 1.1, 1.2, 1.3, 1.2, 1.1, 1.1, 1.2, 1.4, 1.7, 2.0, 2.2, 1.9, 1.3,
  0.9,
];

/** One day after another, each `dayLengthSeconds` long. */
export function dailyProfile(dayLengthSeconds: number): Profile {
  const hour = dayLengthSeconds / dailyFactors.length;
  return { ends: dailyFactors.map((_, n) => (n + 1) * hour), factors: dailyFactors, after: 0, repeats: true };
}

/** A time at which `factor` times as many come. */
export function spikeProfile(atSeconds: number, lastsSeconds: number, factor: number): Profile {
  return { ends: [atSeconds, atSeconds + lastsSeconds], factors: [1, factor], after: 1, repeats: false };
}

/** As recorded; nothing comes after the end. */
export function recordedProfile({ binSeconds, factors }: Recording): Profile {
  return { ends: factors.map((_, bin) => (bin + 1) * binSeconds), factors, after: 0, repeats: false };
}

/** When, counted from `fromSeconds`, the factors have added up to `amount` (factor × seconds); infinity if never. */
export function whenReached(profile: Profile, fromSeconds: number, amount: number): number {
  const { ends, factors, after, repeats } = profile;
  const period = repeats ? (ends.at(-1) as number) : 0;
  let base = repeats ? Math.floor(fromSeconds / period) * period : 0;
  let at = fromSeconds;
  let left = amount;
  if (repeats) {
    const perPeriod = areaBetween(profile, base, base + period);
    if (perPeriod <= 0) return Number.POSITIVE_INFINITY;
  }
  for (let n = stretchAt(ends, at - base); ; n += 1) {
    if (n === ends.length) {
      if (!repeats) return after > 0 ? at + left / after : Number.POSITIVE_INFINITY;
      base += period;
      n = 0;
    }
    const end = base + (ends[n] as number);
    const factor = factors[n] as number;
    const here = factor * (end - at);
    if (factor > 0 && here >= left) return at + left / factor;
    left -= here;
    at = end;
  }
}

/** What the factors add up to between two moments (factor × seconds). */
export function areaBetween(
  { ends, factors, after, repeats }: Profile,
  fromSeconds: number,
  toSeconds: number,
): number {
  const period = repeats ? (ends.at(-1) as number) : 0;
  let base = repeats ? Math.floor(fromSeconds / period) * period : 0;
  let at = fromSeconds;
  let sum = 0;
  let n = stretchAt(ends, at - base);
  while (at < toSeconds) {
    if (n === ends.length) {
      if (!repeats) return sum + after * (toSeconds - at);
      base += period;
      n = 0;
    }
    const end = Math.min(base + (ends[n] as number), toSeconds);
    sum += (factors[n] as number) * (end - at);
    at = end;
    n += 1;
  }
  return sum;
}

/** Number of the stretch in which a moment lies; that of the ends if it lies after all of them. */
function stretchAt(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
