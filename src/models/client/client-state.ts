/** The state of a client: plain data. */
import type { SimTime } from '../../engine/time.ts';
import type { Context } from '../model.ts';
import type { Values } from '../parameters.ts';
import type { Errands } from './errands.ts';
import type { clientParameters } from './params.ts';
import type { Profile } from './profile.ts';

export interface Prepared {
  link: number;
  /** Code of what is asked of the component behind the link. */
  operation: number;
  minutes: (u: number) => number;
  thinkSeconds: (u: number) => number;
  profile: Profile;
  timeout: SimTime;
  arrivals: number;
  videos: number;
  videosByHand: number;
  thinking: number;
  jitter: number;
  poison: number;
  herd: number;
}

export type ClientContext = Context<Values<typeof clientParameters>, Prepared>;

export interface ClientState {
  /**
   * How many expected arrivals are still to pass until the next one: a unit-exponential draw for Poisson, 1 for
   * steady. Counting in expected arrivals lets the rate change at any time without another draw.
   */
  expectedUntilNext: number;
  /** Up to when `expectedUntilNext` has been counted down. */
  countedUntil: SimTime;
  /** Number of the plan that is valid; wakes of older plans are ignored. */
  plan: number;
  nextOfTimes: number;
  errands: Errands;
  /** Closed loop: people there are. */
  people: number;
  /** What is left of the retry budget. */
  tokens: number;
  failuresInARow: number;
  circuit: 'closed' | 'open' | 'half-open';
  openUntil: SimTime;
  /** The errand that was let through to try whether the circuit can be closed, by its place; -1 for none. */
  probe: number;
  /** Outages that last: which share of those who come waits, and since when. */
  outages: { waitingShare: number; since: SimTime }[];
  /** Who waits for the end of them. */
  outside: Newcomer[];
  /** Errands whose next try waits for it too, by place, with their lives. */
  triesOutside: { index: number; life: number }[];
}

/** Somebody who has come and not yet begun to upload. */
export interface Newcomer {
  byHand: boolean;
  /** One of a number of people, who thinks before the next upload. */
  isOfPerson: boolean;
}
