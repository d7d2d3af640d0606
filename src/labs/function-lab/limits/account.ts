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

/** What nobody has and nobody has reserved. */
export function freeOf(account: number, taken: readonly Taken[]): number {
  const used = taken.reduce((sum, { atWork, ready, keptFree }) => sum + atWork + ready + keptFree, 0);
  return Math.max(0, account - used);
}
