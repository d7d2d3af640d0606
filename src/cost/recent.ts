/** How many of something there were in the last minute. */
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';

/** One counter for each second of the minute. */
const SECONDS = 60;

/** Plain data. */
export interface Recent {
  total: number;
  /** Counts of the last seconds, and which second each place stands for. */
  counts: Float64Array;
  second: Float64Array;
}

export function recent(): Recent {
  return { total: 0, counts: new Float64Array(SECONDS), second: new Float64Array(SECONDS).fill(-1) };
}

/** There was one more. Times must not run backwards. */
export function countOne(recent: Recent, at: SimTime): void {
  countSome(recent, at, 1);
}

/** There was this much more: requests, or seconds or megabytes of something. Times must not run backwards. */
export function countSome(recent: Recent, at: SimTime, amount: number): void {
  recent.total += amount;
  const second = Math.floor(at / MICROSECONDS_PER_SECOND);
  const place = second % SECONDS;
  if (recent.second[place] !== second) {
    recent.second[place] = second;
    recent.counts[place] = 0;
  }
  recent.counts[place] = (recent.counts[place] as number) + amount;
}

/** How many there were in the second that `at` falls into and the 59 before it. */
export function inLastMinute(recent: Recent, at: SimTime): number {
  const second = Math.floor(at / MICROSECONDS_PER_SECOND);
  let sum = 0;
  for (let place = 0; place < SECONDS; place += 1) {
    const of = recent.second[place] as number;
    if (of > second - SECONDS && of <= second) sum += recent.counts[place] as number;
  }
  return sum;
}
