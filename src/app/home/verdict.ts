/** What the front page has to say at a moment: which part of the burst it is, and what came of it in the end. */
import type { Figures } from '../../panels/figures.ts';
import { type LadderId, ladderIds } from '../../stages/catalogue.ts';
import { burstTraffic } from '../../stores/fixed-runs.ts';

/** The parts of the burst in the order in which they come. */
export type Part = 'before' | 'burst' | 'after' | 'end';

/** From this share of the peak on it is the burst. Our choice. */
const BURST_SHARE = 0.5;

/** When the burst begins and ends, and when the last person may come, in seconds. */
export const burstTimes = timesOf(burstTraffic.factors, burstTraffic.binSeconds);

function timesOf(factors: readonly number[], binSeconds: number) {
  const peak = Math.max(...factors);
  const isBurst = (factor: number): boolean => factor >= peak * BURST_SHARE;
  return {
    from: factors.findIndex(isBurst) * binSeconds,
    until: (factors.findLastIndex(isBurst) + 1) * binSeconds,
    last: (factors.findLastIndex((factor) => factor > 0) + 1) * binSeconds,
    end: factors.length * binSeconds,
    peak,
  };
}

export function partAt(tSeconds: number): Part {
  if (tSeconds >= burstTimes.end) return 'end';
  if (tSeconds >= burstTimes.last) return 'after';
  return tSeconds >= burstTimes.from ? 'burst' : 'before';
}

export interface Verdict {
  /** Who turned most people away; null if nobody turned anybody away. */
  most: { stage: LadderId; refused: number; started: number } | null;
  /** Who turned nobody away and lost nothing, in the order of the ladder. */
  kind: readonly LadderId[];
  /** What an hour like the end costs: where it is most, and where it is least. */
  dearest: { stage: LadderId; perHourUsd: number };
  cheapest: { stage: LadderId; perHourUsd: number };
}

/** Builds the verdict from what was measured of all seven at the end; null while something is missing. */
export function verdictOf(figures: readonly (Figures | null)[]): Verdict | null {
  const measured = ladderIds.flatMap((stage, index) => {
    const of = figures[index];
    return of ? [{ stage, ...of }] : [];
  });
  const [first] = measured;
  if (first === undefined || measured.length < ladderIds.length) return null;
  const byRefused = measured.reduce((most, each) => (each.refused > most.refused ? each : most), first);
  const dearest = measured.reduce((most, each) => (each.perHourUsd > most.perHourUsd ? each : most), first);
  const cheapest = measured.reduce((least, each) => (each.perHourUsd < least.perHourUsd ? each : least), first);
  return {
    most: byRefused.refused > 0 ? byRefused : null,
    kind: measured.filter(({ refused, lost }) => refused + lost === 0).map(({ stage }) => stage),
    dearest,
    cheapest,
  };
}

/** The stage from which on all are in the list, if these are all that are in it; null otherwise. */
export function fromWhichOn(stages: readonly LadderId[]): LadderId | null {
  const [first] = stages;
  if (first === undefined) return null;
  return ladderIds.slice(ladderIds.indexOf(first)).join() === stages.join() ? first : null;
}
