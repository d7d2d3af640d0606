/** Moments of a run that are worth going to, read off its traffic. */
import type { Recording } from '../models/parameters.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface Landmarks {
  /** In the middle of the busiest stretch, in simulated seconds. */
  peakSeconds: number;
  /** From when on nobody comes for a good while; null if that never happens. */
  quietSeconds: number | null;
}

/** Shortest stretch without anybody that counts as quiet, as a share of the recording. Our choice. */
const LEAST_QUIET = 0.1;

/** Where peak and quiet lie in the traffic of a scenario; null where it does not go up and down. */
export function landmarksOf(scenario: Scenario): Landmarks | null {
  const client = nodesOf(scenario).find(({ kind }) => kind === 'client');
  if (client?.params['arrivals'] !== 'recorded') return null;
  const recording = client.params['recording'] as Recording | null;
  if (recording === null || recording.factors.length === 0) return null;
  const { binSeconds, factors } = recording;
  const inRun = factors.slice(0, Math.ceil(scenario.durationSeconds / binSeconds));
  return {
    peakSeconds: busiest(inRun) * binSeconds,
    quietSeconds: longestQuiet(inRun, factors.length, binSeconds),
  };
}

/** The middle of the first stretch at the highest factor, in bins. */
function busiest(factors: readonly number[]): number {
  const most = Math.max(...factors);
  const first = factors.indexOf(most);
  let after = first;
  while (after < factors.length && factors[after] === most) after += 1;
  return (first + after) / 2;
}

/** Start of the longest stretch of zeros, in seconds. */
function longestQuiet(factors: readonly number[], all: number, binSeconds: number): number | null {
  let best = { start: 0, length: 0 };
  let start = 0;
  factors.forEach((factor, bin) => {
    if (factor > 0) start = bin + 1;
    else if (bin + 1 - start > best.length) best = { start, length: bin + 1 - start };
  });
  return best.length >= Math.max(1, all * LEAST_QUIET) ? best.start * binSeconds : null;
}
