/** The faults that last at somebody who has jobs done, and what those of one kind come to together. Plain data. */
import type { Fault } from '../facts.ts';
import type { Strike } from '../model.ts';

/** A fault at whose beginning and end nothing happens: it is heeded wherever it matters, for as long as it lasts. */
export const whileItLasts = {
  begin(_ctx: unknown, state: { strikes: Strike[] }, strike: Strike): void {
    state.strikes.push(strike);
  },
  end(_ctx: unknown, state: { strikes: Strike[] }, strike: Strike): void {
    endStrike(state.strikes, strike);
  },
};

/** One of them is over. Of several that are quite the same it does not matter which. */
export function endStrike(strikes: Strike[], ended: Strike): void {
  const place = strikes.findIndex((each) => isSameStrike(each, ended));
  if (place >= 0) strikes.splice(place, 1);
}

export function isSameStrike(a: Strike, b: Strike): boolean {
  return a.fault === b.fault && a.since === b.since && a.part === b.part && a.strength === b.strength;
}

/** Whether a fault of this kind lasts, at this part. */
export function isStruck(strikes: readonly Strike[], fault: Fault, part = ''): boolean {
  for (const each of strikes) if (each.fault === fault && each.part === part) return true;
  return false;
}

/** How many times as long something takes: each of several faults makes it longer. */
export function factorOf(strikes: readonly Strike[], fault: Fault): number {
  let factor = 1;
  for (const each of strikes) if (each.fault === fault) factor *= each.strength;
  return factor;
}

/** The share that something strikes: by several faults, each strikes its share of what the others left. */
export function shareOf(strikes: readonly Strike[], fault: Fault): number {
  let share = 0;
  for (const each of strikes) if (each.fault === fault) share = either(share, each.strength);
  return share;
}

/** Share of which at least one of two holds that have nothing to do with each other. */
export function either(a: number, b: number): number {
  return a + b * (1 - a);
}

/** Pieces of work that a process gets through before its memory is full; infinitely many where none leaks. */
export function piecesUntilFull(strikes: readonly Strike[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { fault, strength } of strikes) if (fault === 'memory-leak') least = Math.min(least, strength);
  return least;
}
