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
  /** Of the uploads among the dead letters, why: they may be opened again. */
  deadLetters: Map<number, number>;
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
    deadLetters: new Map(),
  };
}

/** Uploads without an outcome: somewhere in the system. */
export function openUploads({ started, watchable, refused, lost, deadLettered }: Outcomes): number {
  return started - watchable - refused - lost - deadLettered;
}

/** The upload's message was put aside. */
export function countDeadLetter(outcomes: Outcomes, upload: number, reason: number): void {
  outcomes.deadLettered += 1;
  countReason(outcomes.deadLetteredBy, reason);
  outcomes.deadLetters.set(upload, reason);
}

/** A dead letter was moved back, and the upload with it has no outcome any more. */
export function reopen(outcomes: Outcomes, upload: number): void {
  const reason = outcomes.deadLetters.get(upload);
  if (reason === undefined) throw new Error(`upload ${upload} was opened again, but lies in no dead letters`);
  outcomes.deadLetters.delete(upload);
  outcomes.deadLettered -= 1;
  outcomes.deadLetteredBy[reason] = (outcomes.deadLetteredBy[reason] as number) - 1;
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
