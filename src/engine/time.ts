/** Simulated time: whole microseconds, so that sums never round and equal times are exactly equal. */

/**
 * Microseconds since the start of the run: a whole number from 0 to `Number.MAX_SAFE_INTEGER` (2^53 - 1, 285 years).
 * Durations use the same unit.
 */
export type SimTime = number;

/** Microseconds in one second. */
export const MICROSECONDS_PER_SECOND = 1_000_000;

/** Microseconds in one millisecond. */
const MICROSECONDS_PER_MILLISECOND = 1_000;

/** `n` seconds as simulated time, rounded to the nearest whole microsecond. */
export function seconds(n: number): SimTime {
  return wholeMicroseconds(n * MICROSECONDS_PER_SECOND);
}

/** `n` milliseconds as simulated time, rounded to the nearest whole microsecond. */
export function ms(n: number): SimTime {
  return wholeMicroseconds(n * MICROSECONDS_PER_MILLISECOND);
}

/** Simulated time as seconds. `seconds(toSeconds(t)) === t` for every `t` up to 2^51 (71 years). */
export function toSeconds(t: SimTime): number {
  return t / MICROSECONDS_PER_SECOND;
}

/** Adding zero turns the -0 that rounding makes of tiny negative numbers into 0. */
function wholeMicroseconds(n: number): SimTime {
  return Math.round(n) + 0;
}
