/** Numbers that change by steps over time (how many wait, how many run), and the age of what has waited longest. */
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';

/** A number that holds until it changes. Plain data. */
export interface Level {
  value: number;
  /** Since when it has held. */
  since: SimTime;
  /** Sum of value × duration up to `since`, in µs. */
  area: number;
  /** The largest value that held for any time at all: what comes and goes at one instant does not count. */
  maximum: number;
}

/** A level that starts at time 0. */
export function level(value = 0): Level {
  return { value, since: 0, area: 0, maximum: 0 };
}

export function changeLevel(level: Level, at: SimTime, by: number): void {
  setLevel(level, at, level.value + by);
}

export function setLevel(level: Level, at: SimTime, value: number): void {
  const held = at - level.since;
  if (held > 0) {
    level.area += level.value * held;
    if (level.value > level.maximum) level.maximum = level.value;
    level.since = at;
  }
  level.value = value;
}

/** Value × µs from time 0 to `at`, which must not lie before the last change. Exact for whole values up to 2^53. */
export function levelArea(level: Level, at: SimTime): number {
  return level.area + level.value * (at - level.since);
}

/** Value × seconds from time 0 to `at`. */
export function levelSeconds(level: Level, at: SimTime): number {
  return levelArea(level, at) / MICROSECONDS_PER_SECOND;
}

/** The mean over time from 0 to `at`; at time 0 the value itself. */
export function levelMean(level: Level, at: SimTime): number {
  if (at === 0) return level.value;
  return levelArea(level, at) / at;
}

/** The largest value up to `at`, the present one included. */
export function levelMaximum({ value, maximum }: Level): number {
  return Math.max(value, maximum);
}

/** How long the one that has waited longest has been waiting: grows by itself until another is the oldest. Plain data. */
export interface Age {
  /** Since when the present oldest has been there; -1 while there is none. */
  oldest: SimTime;
  /** Up to when the age has been added up. */
  since: SimTime;
  /** Sum of age × duration up to `since`, in s². */
  area: number;
  maximumSeconds: number;
}

export function age(): Age {
  return { oldest: -1, since: 0, area: 0, maximumSeconds: 0 };
}

/** From `at` on the oldest is one that has been there since `oldest`, or none if that is -1. */
export function setOldest(age: Age, at: SimTime, oldest: SimTime): void {
  if (oldest === age.oldest) return;
  age.area += areaSince(age, at);
  age.maximumSeconds = Math.max(age.maximumSeconds, ageSeconds(age, at));
  age.since = at;
  age.oldest = oldest;
}

/** Age of the oldest at `at`, in seconds; 0 when there is none. */
export function ageSeconds(age: Age, at: SimTime): number {
  return age.oldest < 0 ? 0 : (at - age.oldest) / MICROSECONDS_PER_SECOND;
}

/** The mean over time from 0 to `at`, counting 0 while there was none. */
export function ageMeanSeconds(age: Age, at: SimTime): number {
  if (at === 0) return 0;
  return (age.area + areaSince(age, at)) / (at / MICROSECONDS_PER_SECOND);
}

export function ageMaximumSeconds(age: Age, at: SimTime): number {
  return Math.max(age.maximumSeconds, ageSeconds(age, at));
}

/** The age grows in a straight line, so its area is a trapezium. */
function areaSince(age: Age, at: SimTime): number {
  const duration = (at - age.since) / MICROSECONDS_PER_SECOND;
  return (duration * (ageSeconds(age, age.since) + ageSeconds(age, at))) / 2;
}
