/** Figures as a report gives them: plain data that JSON can hold. Where there is nothing to measure stands null. */
import type { QuantileSketch } from '../engine/quantile-sketch.ts';
import type { SimTime } from '../engine/time.ts';
import type { Reason } from '../models/reasons.ts';
import {
  type Age,
  ageMaximumSeconds,
  ageMeanSeconds,
  ageSeconds,
  type Level,
  levelMaximum,
  levelMean,
} from './level.ts';

/** How many failed for each reason; reasons that did not occur are left out. */
export type CountsByReason = Partial<Record<Reason, number>>;

/** Times of a number of things; the quantiles are within 0.4 %. */
export interface TimesSeconds {
  count: number;
  meanSeconds: number | null;
  p50Seconds: number | null;
  p95Seconds: number | null;
  p99Seconds: number | null;
  maximumSeconds: number | null;
}

/** A number over time: weighted by how long each value held, the largest, and the last. */
export interface OverTime {
  mean: number;
  maximum: number;
  atEnd: number;
}

/** How old the oldest was over time; 0 while there was none. */
export interface AgeOverTime {
  meanSeconds: number;
  maximumSeconds: number;
  atEndSeconds: number;
}

export function timesOf(sketch: QuantileSketch): TimesSeconds {
  return {
    count: sketch.count,
    meanSeconds: orNull(sketch.mean),
    p50Seconds: orNull(sketch.quantile(0.5)),
    p95Seconds: orNull(sketch.quantile(0.95)),
    p99Seconds: orNull(sketch.quantile(0.99)),
    maximumSeconds: orNull(sketch.max),
  };
}

export function overTime(level: Level, at: SimTime): OverTime {
  return { mean: levelMean(level, at), maximum: levelMaximum(level), atEnd: level.value };
}

export function ageOverTime(age: Age, at: SimTime): AgeOverTime {
  return {
    meanSeconds: ageMeanSeconds(age, at),
    maximumSeconds: ageMaximumSeconds(age, at),
    atEndSeconds: ageSeconds(age, at),
  };
}

/** JSON has no NaN. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
