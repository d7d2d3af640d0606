/** What is kept of one run of the table, and what a cell says of all of them. Pure. */
import type { FaultReport } from '../../metrics/fault-report.ts';
import type { Reason } from '../../models/reasons.ts';
import type { RunReport } from '../../scenario/report.ts';
import { type Estimate, estimateOf } from './statistics.ts';

/** A run, in the few figures that the table needs: a report is a thousand times as large. */
export interface Outcome {
  started: number;
  refused: number;
  lost: number;
  deadLettered: number;
  /** Still somewhere in the system when the run ended. */
  open: number;
  /** How many uploads ended badly, by reason. */
  reasons: ReadonlyMap<Reason, number>;
  /** Null where nothing went wrong. */
  fault: Pick<FaultReport, 'suffering' | 'detectedSeconds' | 'recoveredSeconds' | 'caughtUpSeconds'> | null;
}

export function outcomeOf({ uploads, faults: [fault] }: RunReport): Outcome {
  const { started, refused, lost, deadLettered, open } = uploads;
  const reasons = new Map<Reason, number>();
  for (const counts of [uploads.refusedByReason, uploads.lostByReason, uploads.deadLetteredByReason]) {
    for (const [reason, n] of Object.entries(counts) as [Reason, number][]) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + n);
    }
  }
  if (!fault) return { started, refused, lost, deadLettered, open, reasons, fault: null };
  const { suffering, detectedSeconds, recoveredSeconds, caughtUpSeconds } = fault;
  const kept = { suffering, detectedSeconds, recoveredSeconds, caughtUpSeconds };
  return { started, refused, lost, deadLettered, open, reasons, fault: kept };
}

/**
 * The share of the uploads that ended badly: refused, lost, or put aside as dead letters. A dead letter counts, because
 * its person was told that it worked and cannot watch the video until somebody has looked after it by hand.
 */
export function badShare({ started, refused, lost, deadLettered }: Outcome): number {
  return started === 0 ? 0 : (refused + lost + deadLettered) / started;
}

/** A time that was not measured in all runs: the mean of those in which it was. */
export interface PartlyMeasured {
  /** Null if it was in none. */
  meanSeconds: number | null;
  measured: number;
  runs: number;
}

/** What a cell says. Counts are means of a run. */
export interface CellFigures {
  bad: Estimate;
  started: number;
  refused: number;
  lost: number;
  deadLettered: number;
  open: number;
  /** Most often first. */
  reasons: readonly { reason: Reason; uploads: number }[];
  /** Null where nothing went wrong. */
  fault: {
    detected: PartlyMeasured;
    recovered: PartlyMeasured;
    caughtUp: PartlyMeasured;
    /** How many parts suffered that were not struck; in the mean. */
    suffering: number;
    /** Which ones, in any of the runs. */
    sufferers: readonly string[];
  } | null;
}

/** Null before the first run. */
export function figuresOf(outcomes: readonly Outcome[]): CellFigures | null {
  const uploads = outcomes.reduce((sum, { started }) => sum + started, 0);
  const bad = estimateOf(outcomes.map(badShare), uploads);
  if (bad === null) return null;
  const mean = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, each) => sum + of(each), 0) / outcomes.length;
  return {
    bad,
    started: mean(({ started }) => started),
    refused: mean(({ refused }) => refused),
    lost: mean(({ lost }) => lost),
    deadLettered: mean(({ deadLettered }) => deadLettered),
    open: mean(({ open }) => open),
    reasons: reasonsOf(outcomes),
    fault: faultFiguresOf(outcomes.flatMap(({ fault }) => fault ?? [])),
  };
}

function reasonsOf(outcomes: readonly Outcome[]): CellFigures['reasons'] {
  const counts = new Map<Reason, number>();
  for (const { reasons } of outcomes)
    for (const [reason, n] of reasons) counts.set(reason, (counts.get(reason) ?? 0) + n);
  return [...counts].map(([reason, uploads]) => ({ reason, uploads })).sort((a, b) => b.uploads - a.uploads);
}

function faultFiguresOf(faults: readonly NonNullable<Outcome['fault']>[]): CellFigures['fault'] {
  if (faults.length === 0) return null;
  const measured = (of: (fault: NonNullable<Outcome['fault']>) => number | null): PartlyMeasured => {
    const times = faults.flatMap((fault) => of(fault) ?? []);
    const meanSeconds = times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length;
    return { meanSeconds, measured: times.length, runs: faults.length };
  };
  return {
    detected: measured(({ detectedSeconds }) => detectedSeconds),
    recovered: measured(({ recoveredSeconds }) => recoveredSeconds),
    caughtUp: measured(({ caughtUpSeconds }) => caughtUpSeconds),
    suffering: faults.reduce((sum, { suffering }) => sum + suffering.length, 0) / faults.length,
    sufferers: [...new Set(faults.flatMap(({ suffering }) => suffering))],
  };
}
