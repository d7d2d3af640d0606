/** Jumping between events of note: the nearest times in a list, in whatever unit the list is in. */

/** The first of `times` (in ascending order) that is later than `t`; null if there is none. */
export function nextAfter(times: readonly number[], t: number): number | null {
  return times[countUntil(times, (time) => time <= t)] ?? null;
}

/** The last of `times` (in ascending order) that is earlier than `t`; null if there is none. */
export function previousBefore(times: readonly number[], t: number): number | null {
  return times[countUntil(times, (time) => time < t) - 1] ?? null;
}

/** How many at the beginning of the list are `early`, by halving. */
function countUntil(times: readonly number[], early: (time: number) => boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (early(times[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
