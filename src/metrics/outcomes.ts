/** How uploads ended, and why. */
import { type Reason, reasons } from '../models/reasons.ts';

/** Plain data. Uploads still open are those started less those with an outcome. */
export interface Outcomes {
  started: number;
  startedByHand: number;
  /** Told that it worked; says nothing about the outcome yet. */
  accepted: number;
  watchable: number;
  refused: number;
  lost: number;
  deadLettered: number;
  /** How many for each reason, by its code. */
  refusedBy: number[];
  lostBy: number[];
  deadLetteredBy: number[];
}

export function outcomes(): Outcomes {
  return {
    started: 0,
    startedByHand: 0,
    accepted: 0,
    watchable: 0,
    refused: 0,
    lost: 0,
    deadLettered: 0,
    refusedBy: countsByReason(),
    lostBy: countsByReason(),
    deadLetteredBy: countsByReason(),
  };
}

/** Uploads without an outcome: somewhere in the system. */
export function openUploads({ started, watchable, refused, lost, deadLettered }: Outcomes): number {
  return started - watchable - refused - lost - deadLettered;
}

/** Counters for reasons, by code. */
export function countsByReason(): number[] {
  return reasons.map(() => 0);
}

export function countReason(counts: number[], reason: number): void {
  counts[reason] = (counts[reason] as number) + 1;
}

/** The counts by the names of their reasons, without the zeros. */
export function byReason(counts: readonly number[]): Partial<Record<Reason, number>> {
  const named: Partial<Record<Reason, number>> = {};
  for (const [code, reason] of reasons.entries()) {
    const count = counts[code] as number;
    if (count > 0) named[reason] = count;
  }
  return named;
}
