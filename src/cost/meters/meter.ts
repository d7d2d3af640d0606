/** What the meters of all kinds have in common: what they hear, how they are read, and what a line of the bill needs. */
import type { SimTime } from '../../engine/time.ts';
import type { Level } from '../../metrics/level.ts';
import type { ComponentKind } from '../../models/registry.ts';
import type { Recent } from '../recent.ts';
import type { BilledThing, Share } from '../shares.ts';

/** Decimal, like the megabytes of the videos. Our choice. */
export const MEGABYTES_PER_GB = 1000;

export const SECONDS_PER_HOUR = 3600;

/** Something split by what it was paid for. */
export interface Split {
  working: number;
  idle: number;
  starting: number;
  wasted: number;
}

/**
 * How a meter is read: all that was used so far, or what an hour like the present would use. A level is read in seconds
 * × value, something counted as a number.
 */
export interface Reading {
  spent: (level: Level) => number;
  count: (counted: Recent) => number;
  /** Whether it is the reading of an hour like the present: then what fell due in the past does not count. */
  isOfAnHour: boolean;
  /** Length of what is read, in seconds. */
  seconds: number;
}

/** Adds a line to the bill, unless the amount is 0. */
export type AddLine = (what: BilledThing, priceId: string, share: Share, amount: number) => void;

/** A request or an answer at a component, as the meters hear of it. */
export interface Passing {
  operation: number;
  /** 0 if it did not fail. */
  reason: number;
  /** Kind of the component at the other end of the link. */
  other: ComponentKind;
}

/** What the meter of each kind is. `U` is what it says was used. */
export interface Meter<K extends ComponentKind, U> {
  readonly kind: K;
  /** Takes in a fact of the component. */
  tell(at: SimTime, kind: number, subject: number, a: number, b: number, c: number): void;
  /** A request was sent to the component. */
  requested?(at: SimTime, passing: Passing): void;
  /** The component answered one, or is done with one to which no answer goes back. */
  answered?(at: SimTime, passing: Passing): void;
  /** The component heard the answer to one of its own requests. */
  heard?(at: SimTime, passing: Passing): void;
  usage(reading: Reading): U;
}
