/** What stands in the lane of a target at a moment: what went well, and a row for each copy that did not. Times in µs. */
import { type SimTime, seconds, toSeconds } from '../../../engine/time.ts';
import { REASON } from '../../../models/reasons.ts';
import { type Copy, type CopyEnd, triedBy, waitsAt } from '../bus-copies.ts';

/** From one try that failed to the next. */
export interface Wait {
  from: SimTime;
  to: SimTime;
}

/** A copy that failed at least once. */
export interface TroubledCopy {
  copy: Copy;
  /** Tries that failed. */
  failed: readonly SimTime[];
  waits: readonly Wait[];
  /** How it ended, and when; null while it has not. */
  end: { how: CopyEnd; at: SimTime } | null;
}

export interface Lane {
  /** When copies were delivered that never failed. */
  smooth: readonly SimTime[];
  /** In the order in which they were made. */
  troubled: readonly TroubledCopy[];
  /** Rows that there was no room for; the oldest are left out. */
  hidden: number;
}

/** What is known at `t` of the time from `from` on; at most `mostRows` rows. */
export function laneAt(copies: readonly Copy[], to: string, from: SimTime, t: SimTime, mostRows: number): Lane {
  const own = copies.filter((copy) => copy.to === to && copy.at <= t);
  const smooth = own.flatMap(({ tries, end, endedAt }) =>
    end === 'delivered' && tries.length === 1 && endedAt >= from && endedAt <= t ? [endedAt] : [],
  );
  const troubled = own.map((copy) => troubledAt(copy, t)).filter((row): row is TroubledCopy => row !== null);
  const inSight = troubled.filter(({ end }) => end === null || end.at >= from);
  return { smooth, troubled: inSight.slice(-mostRows), hidden: Math.max(0, inSight.length - mostRows) };
}

function troubledAt(copy: Copy, t: SimTime): TroubledCopy | null {
  const known = copy.tries.filter(({ answeredAt, reason }) => isKnown(answeredAt, t) && reason !== REASON.none);
  if (known.length === 0) return null;
  const isOver = copy.end !== null && copy.endedAt <= t;
  return {
    copy,
    failed: known.map(({ answeredAt }) => answeredAt),
    waits: known.flatMap(({ answeredAt, nextAt }) => (nextAt < 0 ? [] : [{ from: answeredAt, to: nextAt }])),
    end: isOver && copy.end ? { how: copy.end, at: copy.endedAt } : null,
  };
}

function isKnown(at: SimTime, t: SimTime): boolean {
  return at >= 0 && at <= t;
}

/** How long the bus goes on trying. */
export interface Patience {
  maximumRetries: number;
  maximumAgeSeconds: number;
}

/** A copy that waits to be tried again. */
export interface Waiting {
  copy: Copy;
  tried: number;
  triesLeft: number;
  ageSeconds: number;
  /** Until it is too old. */
  ageLeftSeconds: number;
  /** Tried just now, to be tried at a time to come, waiting for its turn, or to be given up once it is too old. */
  goesOn: 'is-tried' | 'next' | 'due' | 'last';
  /** Until the next try; null where no time is set for it. */
  nextInSeconds: number | null;
}

/** The copies for a target that failed and are not given up at `t`, oldest first. */
export function waitingAt(copies: readonly Copy[], to: string, t: SimTime, patience: Patience): Waiting[] {
  return copies
    .filter((copy) => copy.to === to && waitsAt(copy, t))
    .map((copy) => {
      const tried = triedBy(copy, t);
      const ageSeconds = toSeconds(t - copy.at);
      const latest = copy.tries.findLast(({ at }) => at <= t);
      const isAnswered = latest !== undefined && isKnown(latest.answeredAt, t);
      const nextAt = isAnswered ? latest.nextAt : -1;
      return {
        copy,
        tried,
        triesLeft: Math.max(0, patience.maximumRetries + 1 - tried),
        ageSeconds,
        ageLeftSeconds: Math.max(0, patience.maximumAgeSeconds - ageSeconds),
        goesOn: goesOn(isAnswered, nextAt, t),
        nextInSeconds: nextAt > t ? toSeconds(nextAt - t) : null,
      };
    });
}

function goesOn(isAnswered: boolean, nextAt: SimTime, t: SimTime): Waiting['goesOn'] {
  if (!isAnswered) return 'is-tried';
  if (nextAt > t) return 'next';
  return nextAt < 0 ? 'last' : 'due';
}

/** A wait that was measured, after so many tries. */
export interface MeasuredWait {
  tries: number;
  seconds: number;
}

/** Every wait that was begun by `t`. */
export function waitsBy(copies: readonly Copy[], t: SimTime): MeasuredWait[] {
  return copies.flatMap(({ tries }) =>
    tries.flatMap(({ answeredAt, nextAt }, place) =>
      nextAt >= 0 && isKnown(answeredAt, t) ? [{ tries: place + 1, seconds: toSeconds(nextAt - answeredAt) }] : [],
    ),
  );
}

/** The bound of the wait after so many tries: the base, doubled for each try after the first, capped. A closed form. */
export function boundAfter(tries: number, baseSeconds: number, capSeconds: number): number {
  let bound = baseSeconds;
  for (let each = 1; each < tries && bound < capSeconds; each += 1) bound *= 2;
  return Math.min(bound, capSeconds);
}

/** What was measured of the waits after so many tries. */
export interface WaitsAfter {
  tries: number;
  n: number;
  shortest: number;
  longest: number;
  mean: number;
}

/** By number of tries, ascending. */
export function summaryOf(waits: readonly MeasuredWait[]): WaitsAfter[] {
  const byTries = new Map<number, number[]>();
  for (const { tries, seconds: length } of waits) byTries.set(tries, [...(byTries.get(tries) ?? []), length]);
  return [...byTries]
    .toSorted(([one], [other]) => one - other)
    .map(([tries, lengths]) => ({
      tries,
      n: lengths.length,
      shortest: Math.min(...lengths),
      longest: Math.max(...lengths),
      mean: lengths.reduce((sum, each) => sum + each, 0) / lengths.length,
    }));
}

/** From when on the time line shows something: so many seconds back, or the whole run. */
export function beginningOf(windowSeconds: number | null, t: SimTime): SimTime {
  return windowSeconds === null ? 0 : Math.max(0, t - seconds(windowSeconds));
}
