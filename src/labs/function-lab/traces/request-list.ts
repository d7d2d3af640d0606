/** The requests that have come up to a moment, in a few figures each: what a trace is chosen from. */
import type { SimTime } from '../../../engine/time.ts';
import type { WorldNode } from '../../../models/world.ts';
import { type FunctionRuns, isCold, NOT_YET } from '../../../playback/function-runs.ts';

export interface RequestSummary {
  upload: number;
  /** When the person sent it. */
  at: SimTime;
  /** Runs that have begun, those of them that failed, and whether one of them waited for a start. */
  runs: number;
  failed: number;
  isCold: boolean;
  /** A run of it is under way, or waits to be tried. */
  isOpen: boolean;
}

/** In the order in which they came. */
export function requestsAt(
  { runs, requests }: FunctionRuns,
  nodes: readonly WorldNode[],
  until: SimTime,
): RequestSummary[] {
  const byUpload = new Map<number, RequestSummary>();
  for (const { upload, from, sentAt } of requests) {
    if (sentAt > until || nodes[from]?.kind !== 'client' || byUpload.has(upload)) continue;
    byUpload.set(upload, { upload, at: sentAt, runs: 0, failed: 0, isCold: false, isOpen: false });
  }
  for (const run of runs) {
    if (run.since > until) continue;
    const summary = byUpload.get(run.upload);
    if (summary === undefined) continue;
    const hasEnded = run.endedAt !== NOT_YET && run.endedAt <= until;
    if (!hasEnded) summary.isOpen = true;
    if (run.start >= 0) summary.isCold = true;
    if (run.beganAt === NOT_YET || run.beganAt > until) continue;
    summary.runs += 1;
    if (isCold(run)) summary.isCold = true;
    if (hasEnded && run.reason !== 0) summary.failed += 1;
  }
  return [...byUpload.values()];
}

/** Round times between 0 and `length`, at most `most` of them: multiples of 1, 2 or 5 and a power of ten. */
export function ticksOf(length: number, most: number): number[] {
  if (!(length > 0)) return [0];
  let step = 10 ** Math.floor(Math.log10(length / most));
  for (const factor of [1, 2, 5, 10]) {
    if (length / (step * factor) <= most) {
      step *= factor;
      break;
    }
  }
  return Array.from({ length: Math.floor(length / step + 1e-9) + 1 }, (_, n) => n * step);
}
