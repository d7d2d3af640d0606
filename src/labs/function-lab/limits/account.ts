/** Who has what of the account's concurrency at a moment: read off the lives of environments. */
import { type EnvironmentLife, phaseOf } from '../environments/environment-log.ts';

/** One function's part of the account. */
export interface Taken {
  /** At work: starting for a call, or with one. */
  atWork: number;
  /** Kept ready and idle: taken all the same. */
  ready: number;
  /** Kept back for it; -1 for nothing. */
  reserved: number;
  /** Reserved and not in use, so that no other can have it either. */
  keptFree: number;
}

/** `places`: who stands at each place of the grid of environments. */
export function takenBy(places: readonly EnvironmentLife[], reserved: number): Taken {
  let [atWork, ready] = [0, 0];
  for (const environment of places) {
    const phase = phaseOf(environment);
    if (phase === 'gone') continue;
    if (environment.isAhead === 1 && phase !== 'busy') ready += 1;
    else if (phase !== 'idle') atWork += 1;
  }
  return { atWork, ready, reserved, keptFree: reserved < 0 ? 0 : Math.max(0, reserved - atWork - ready) };
}

/** What is kept back or ready: for the function, for its neighbour, and ready for the function; -1 for nothing reserved. */
export interface Kept {
  handler: number;
  neighbour: number;
  provisioned: number;
}

/** How many can still be reserved, where `most` can be in all; what is kept ready without being reserved counts, too. */
export function leftToReserve(most: number, { handler, neighbour, provisioned }: Kept): number {
  return Math.max(0, most - (handler < 0 ? provisioned : handler) - Math.max(0, neighbour));
}

/** The nearest to what is wanted that an account takes, in which `most` can be reserved in all. */
export function keptWithin(most: number, kept: Kept, which: keyof Kept, wanted: number): number {
  const { handler, neighbour, provisioned } = kept;
  const now = kept[which];
  const others = which === 'neighbour' ? (handler < 0 ? provisioned : handler) : Math.max(0, neighbour);
  const room = Math.max(0, most - others);
  if (which === 'provisioned') return Math.min(wanted, handler < 0 ? room : handler);
  // Less than is kept ready cannot be reserved; and a zero stops a function, which nobody wants who asks for more.
  if (wanted <= 0) return which === 'handler' && wanted === 0 ? provisioned : wanted;
  if (room === 0) return now;
  return Math.min(room, which === 'handler' ? Math.max(wanted, provisioned) : wanted);
}

/** What nobody has and nobody has reserved. */
export function freeOf(account: number, taken: readonly Taken[]): number {
  const used = taken.reduce((sum, { atWork, ready, keptFree }) => sum + atWork + ready + keptFree, 0);
  return Math.max(0, account - used);
}
