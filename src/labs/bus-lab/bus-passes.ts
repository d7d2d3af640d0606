/**
 * What has come along a bus, read from the facts of its run: each event once for each time that it was matched against
 * the rules, in order of time. Read on as the run becomes known; begun anew where facts were taken away.
 */
import { countWhile } from '../../engine/count-while.ts';
import type { SimTime } from '../../engine/time.ts';
import { FACT } from '../../models/facts.ts';
import type { Reel } from '../../playback/reel.ts';

/** An event as it comes along the bus: published, or sent once more by a replay. */
export interface Pass {
  at: SimTime;
  /** Of the event on this bus, from 0; a replayed event keeps it. */
  number: number;
  /** Number of the component that published it. */
  from: number;
  /** Code of `EVENT`. */
  event: number;
  upload: number;
  /** Names of the rules that took it. */
  rules: readonly string[];
  /** Number of the replay that brought it back; -1 where it is new. */
  replay: number;
  /** How many passes of the same publisher came before it. */
  place: number;
  /** Whether it is in the archive from now on. */
  isArchived: boolean;
}

const PUBLISHED = FACT['event.published'];
const REPLAYED = FACT['event.replayed'];
const MATCHED = FACT['rule.matched'];
const ARCHIVED = FACT['event.archived'];

/** The name of a rule by its number at a time. */
export type RuleNames = (number: number, at: SimTime) => string;

export class BusPasses {
  /** By time. Belongs to the reader: do not change anything. */
  readonly all: Pass[] = [];
  readonly #reel: Reel;
  readonly #bus: number;
  readonly #nameOf: RuleNames;
  #generation: number;
  #row = 0;
  /** The latest pass of each event. */
  #latest = new Map<number, Pass>();
  #published = new Map<number, Pass>();
  #places = new Map<number, number>();

  /** @param bus number of the bus among the components */
  constructor(reel: Reel, bus: number, nameOf: RuleNames) {
    this.#reel = reel;
    this.#bus = bus;
    this.#nameOf = nameOf;
    this.#generation = reel.generation;
  }

  /** Reads what has become known since. */
  update(): void {
    if (this.#reel.generation !== this.#generation) this.#beginAnew();
    const { kind, component, subject, length } = this.#reel.facts;
    for (let row = this.#row; row < length; row += 1) {
      if (component[row] !== this.#bus) continue;
      const code = kind[row];
      if (code === PUBLISHED || code === REPLAYED) this.#enter(row, code === REPLAYED);
      else if (code === MATCHED) this.#matched(row);
      else if (code === ARCHIVED) {
        const pass = this.#published.get(subject[row] as number);
        if (pass) pass.isArchived = true;
      }
    }
    this.#row = length;
  }

  /** Those from `from` up to and including `to`. */
  between(from: SimTime, to: SimTime): readonly Pass[] {
    return this.all.slice(this.placeAt(from), this.placeAt(to + 1));
  }

  /** Place of the first at or after a time. */
  placeAt(t: SimTime): number {
    return countWhile(this.all, ({ at }) => at < t);
  }

  #beginAnew(): void {
    this.#generation = this.#reel.generation;
    this.#row = 0;
    this.all.length = 0;
    this.#latest.clear();
    this.#published.clear();
    this.#places.clear();
  }

  #enter(row: number, isReplayed: boolean): void {
    const { at, subject, a, c, upload } = this.#reel.facts;
    const number = subject[row] as number;
    const from = isReplayed ? (this.#published.get(number)?.from ?? -1) : (c[row] as number) - 1;
    const place = this.#places.get(from) ?? 0;
    this.#places.set(from, place + 1);
    const pass: Pass = {
      at: at[row] as number,
      number,
      from,
      event: a[row] as number,
      upload: upload[row] as number,
      rules: [],
      replay: isReplayed ? (c[row] as number) : -1,
      place,
      isArchived: false,
    };
    this.all.push(pass);
    this.#latest.set(number, pass);
    if (!isReplayed) this.#published.set(number, pass);
  }

  #matched(row: number): void {
    const { at, subject, c } = this.#reel.facts;
    const pass = this.#latest.get(c[row] as number);
    if (pass) pass.rules = [...pass.rules, this.#nameOf(subject[row] as number, at[row] as number)];
  }
}

/** What was counted up to a moment. */
export interface PassCounts {
  published: number;
  unmatched: number;
  replayed: number;
  /** By name of the rule, and by number of the publisher. */
  byRule: ReadonlyMap<string, number>;
  byPublisher: ReadonlyMap<number, number>;
}

/** Counts all that came up to and including `t`. */
export function countedUntil(passes: BusPasses, t: SimTime): PassCounts {
  const byRule = new Map<string, number>();
  const byPublisher = new Map<number, number>();
  let unmatched = 0;
  let replayed = 0;
  const until = passes.placeAt(t + 1);
  for (let place = 0; place < until; place += 1) {
    const { rules, from, replay } = passes.all[place] as Pass;
    if (rules.length === 0) unmatched += 1;
    if (replay >= 0) replayed += 1;
    else byPublisher.set(from, (byPublisher.get(from) ?? 0) + 1);
    for (const rule of rules) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return { published: until - replayed, unmatched, replayed, byRule, byPublisher };
}
