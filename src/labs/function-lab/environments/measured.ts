/** What the run on screen measures of its cold starts and of the number at work, each with an interval. */
import { type SimTime, seconds } from '../../../engine/time.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { BATCHES, type Batch, type Estimate, meanOf, shareOf } from '../intervals.ts';
import type { HandledCall } from './environment-log.ts';

/** So many mean durations of a run are left out beside the idle time. Our choice: then it hardly matters who was first. */
const RUNS_TO_FORGET = 5;

/** From when on is counted, s: until then an empty function, or what was changed, still shows. */
export function countedFrom(changedAtSeconds: number, idleSeconds: number, runSeconds: number): number {
  return changedAtSeconds + idleSeconds + RUNS_TO_FORGET * runSeconds;
}

/** When anything last changed by hand before a moment; 0 if nothing did. In seconds. */
export function lastChangeBefore({ interventions }: StageScenario, tSeconds: number): number {
  let last = 0;
  for (const each of interventions) {
    if (each.kind === 'upload') continue;
    if (each.atSeconds <= tSeconds) last = Math.max(last, each.atSeconds);
    if (each.kind === 'fault' && each.untilSeconds !== undefined && each.untilSeconds <= tSeconds) {
      last = Math.max(last, each.untilSeconds);
    }
  }
  return last;
}

/** Whether a fault lasts at any time between two moments, s. */
export function isStruckBetween({ interventions }: StageScenario, from: number, to: number): boolean {
  return interventions.some(
    (each) => each.kind === 'fault' && each.atSeconds <= to && (each.untilSeconds ?? Number.POSITIVE_INFINITY) > from,
  );
}

export interface Measured {
  /** Calls that were counted; and those of them that started cold. */
  calls: number;
  cold: number;
  coldShare: Estimate | null;
  /** Runs at work at once, on average over time; starts are not at work. */
  atWork: Estimate | null;
}

/** Least time that is cut into batches, s. Our choice: a batch is then as long as several runs. */
const LEAST_SECONDS = 60;

/** Batch means over the time from `from` to `to`. Null while that is too short. */
export function measured(calls: readonly HandledCall[], from: SimTime, to: SimTime): Measured | null {
  if (to - from < seconds(LEAST_SECONDS)) return null;
  const length = (to - from) / BATCHES;
  const shares: Batch[] = Array.from({ length: BATCHES }, () => ({ hits: 0, cases: 0 }));
  const areas = new Float64Array(BATCHES);
  for (const { began, ended, isCold } of calls) {
    const until = ended < 0 ? to : Math.min(ended, to);
    if (until <= from || began > to) continue;
    if (began >= from) {
      const batch = shares[Math.min(BATCHES - 1, Math.floor((began - from) / length))] as Batch;
      batch.cases += 1;
      batch.hits += isCold;
    }
    addArea(areas, (Math.max(began, from) - from) / length, (until - from) / length);
  }
  const all = shares.reduce((sum, { cases }) => sum + cases, 0);
  const cold = shares.reduce((sum, { hits }) => sum + hits, 0);
  return { calls: all, cold, coldShare: shareOf(shares), atWork: meanOf([...areas]) };
}

/** Adds to each batch the part of it that lies between two places, counted in batches. */
function addArea(areas: Float64Array, first: number, last: number): void {
  for (let batch = Math.floor(first); batch < BATCHES && batch < last; batch += 1) {
    areas[batch] = (areas[batch] as number) + Math.min(last, batch + 1) - Math.max(first, batch);
  }
}
