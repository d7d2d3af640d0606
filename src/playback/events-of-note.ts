/** Jumping between events of note: the nearest times in a list, in whatever unit the list is in. */
import { countWhile } from '../engine/count-while.ts';

/** The first of `times` (in ascending order) that is later than `t`; null if there is none. */
export function nextAfter(times: readonly number[], t: number): number | null {
  return times[countWhile(times, (time) => time <= t)] ?? null;
}

/** The last of `times` (in ascending order) that is earlier than `t`; null if there is none. */
export function previousBefore(times: readonly number[], t: number): number | null {
  return times[countWhile(times, (time) => time < t) - 1] ?? null;
}
