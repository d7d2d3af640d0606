/** What lies in the archive at a moment, what came out of it again, and what listening twice did. Times in µs. */
import { paramsNow } from '../../../canvas/params-now.ts';
import { type SimTime, seconds, toSeconds } from '../../../engine/time.ts';
import { FACT } from '../../../models/facts.ts';
import type { BusArchive, BusReplay } from '../../../models/parameters.ts';
import type { Reel } from '../../../playback/reel.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { type Bus, turnsOf } from '../bus.ts';
import type { Copy } from '../bus-copies.ts';
import type { Pass } from '../bus-passes.ts';

/** Where an event is: on its way into the archive, in it, or forgotten; or never put there. */
export type Keeping = 'on-its-way' | 'kept' | 'forgotten' | 'not-kept';

/** The archive as it is set from a time on, up to the next. */
interface Stretch {
  from: number;
  archive: BusArchive | null;
}

function stretchesOf(scenario: StageScenario, bus: number): Stretch[] {
  return [0, ...turnsOf(scenario, 'archive')].map((from) => ({ from, archive: archiveAt(scenario, bus, from) }));
}

export function archiveAt(scenario: StageScenario, bus: number, tSeconds: number): BusArchive | null {
  return (paramsNow(scenario, bus, tSeconds)['archive'] ?? null) as BusArchive | null;
}

/** Up to when events are forgotten at `t`: what was let go does not come back if the archive is told to keep more. */
export function forgottenUntil({ scenario, index }: Bus, t: SimTime): SimTime {
  const now = toSeconds(t);
  const stretches = stretchesOf(scenario, index).filter(({ from }) => from <= now);
  const ends = stretches.map(({ archive }, place) => {
    const end = stretches[place + 1]?.from ?? now;
    if (archive === null) return end;
    return archive.retentionSeconds === 0 ? Number.NEGATIVE_INFINITY : end - archive.retentionSeconds;
  });
  return seconds(Math.max(-1, ...ends));
}

/** How long an event is on its way into the archive, s; the same for the whole run. */
export function archiveDelayOf({ nodes, index }: Bus): number {
  return Number(nodes[index]?.params['archiveDelaySeconds'] ?? 0);
}

/** Where each event is that was published by `t`. */
export function keepingAt(bus: Bus, passes: readonly Pass[], t: SimTime): { pass: Pass; keeping: Keeping }[] {
  const gone = forgottenUntil(bus, t);
  const delay = seconds(archiveDelayOf(bus));
  return passes
    .filter(({ at, replay }) => replay < 0 && at <= t)
    .map((pass) => ({ pass, keeping: keepingOf(pass, gone, t - delay) }));
}

function keepingOf({ at, isArchived }: Pass, gone: SimTime, settled: SimTime): Keeping {
  if (!isArchived) return 'not-kept';
  if (at <= gone) return 'forgotten';
  return at >= settled ? 'on-its-way' : 'kept';
}

/** A stretch of time, in seconds of the run. */
export interface Range {
  fromSeconds: number;
  toSeconds: number;
}

/** Shortest range that can be chosen, s. Our choice. */
const SHORTEST_SECONDS = 1;

/** The range with one of its ends moved: within what has been, and never turned round. */
export function withEnd(range: Range, end: 'from' | 'to', toAt: number, nowSeconds: number): Range {
  const inside = Math.max(0, Math.min(toAt, nowSeconds));
  return end === 'from'
    ? { ...range, fromSeconds: Math.max(0, Math.min(inside, range.toSeconds - SHORTEST_SECONDS)) }
    : { ...range, toSeconds: Math.min(nowSeconds, Math.max(inside, range.fromSeconds + SHORTEST_SECONDS)) };
}

/** The range as far as it has been at a moment: one may have gone back in time since it was chosen. */
export function heldWithin({ fromSeconds, toSeconds: to }: Range, nowSeconds: number): Range {
  const toAt = Math.min(to, nowSeconds);
  return { fromSeconds: Math.max(0, Math.min(fromSeconds, toAt - SHORTEST_SECONDS)), toSeconds: toAt };
}

/** A replay that is asked for at a moment, begun at the next tenth of a second but one. */
export function replayOf(range: Range, rule: string | null, nowSeconds: number): BusReplay {
  const atSeconds = (Math.ceil(nowSeconds * 10) + 1) / 10;
  // Cut, as the clock shows it.
  const tenth = (value: number): number => Math.floor(value * 10 + 1e-6) / 10;
  return {
    atSeconds,
    fromSeconds: tenth(range.fromSeconds),
    toSeconds: Math.min(atSeconds, tenth(range.toSeconds)),
    ...(rule === null ? {} : { rule }),
  };
}

/** How many copies arrived before one of an older event: order is not kept. */
export function overtook(arrived: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const number of arrived.toReversed()) {
    if (number > least) count += 1;
    least = Math.min(least, number);
  }
  return count;
}

/** What came to one listener by `t`. */
export interface Heard {
  first: number;
  again: number;
  /** Of those that came again, how many came before an older one of the same replay. */
  overtook: number;
}

export function heardBy(copies: readonly Copy[], to: string, t: SimTime): Heard {
  const arrived = copies
    .filter((copy) => copy.to === to && copy.end === 'delivered' && copy.endedAt <= t)
    .toSorted((one, other) => one.endedAt - other.endedAt);
  const again = arrived.filter(({ replay }) => replay >= 0);
  const replays = [...new Set(again.map(({ replay }) => replay))];
  const numbersOf = (wanted: number): number[] =>
    again.filter(({ replay }) => replay === wanted).map(({ number }) => number);
  return {
    first: arrived.length - again.length,
    again: again.length,
    overtook: replays.reduce((sum, replay) => sum + overtook(numbersOf(replay)), 0),
  };
}

/** How often a component was seen to do so by `t`. */
export interface Doings {
  recognised: number;
  doneTwice: number;
  /** Writes of an item that was there. */
  writtenAgain: number;
}

const RECOGNISED = FACT['duplicate.recognised'];
const DONE_TWICE = FACT['duplicate.done'];
const WRITTEN = FACT['item.written'];

export function doingsOf(reel: Reel, component: number, t: SimTime): Doings {
  const { kind, component: who, c } = reel.facts;
  const doings: Doings = { recognised: 0, doneTwice: 0, writtenAgain: 0 };
  const until = reel.rowAt(t + 1);
  for (let row = 0; row < until; row += 1) {
    if (who[row] !== component) continue;
    if (kind[row] === RECOGNISED) doings.recognised += 1;
    else if (kind[row] === DONE_TWICE) doings.doneTwice += 1;
    // `c` says how often the item has now been written.
    else if (kind[row] === WRITTEN && (c[row] as number) > 1) doings.writtenAgain += 1;
  }
  return doings;
}
