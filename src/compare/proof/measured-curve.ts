/** What a run measured over its time, beside what a reader has drawn. */
import type { CurvePrediction } from '../../lessons/claim.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import { type Series, valueAt } from '../../scenario/samples.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { type DrawnCurve, drawnAt, shareOf } from './drawn-curve.ts';

/** A column of a run with the time at which each of its values was taken. */
export interface MeasuredCurve {
  series: Series;
  column: Float64Array;
}

/**
 * The column that a prediction is about; null before anything is measured, or where the run has none of that name.
 * `inPlaceOf`: components that stand in this run in place of those that are named.
 */
export function measuredCurve(
  wanted: CurvePrediction['series'],
  scenario: StageScenario,
  series: Series | null,
  inPlaceOf: Readonly<Record<string, string>> = {},
): MeasuredCurve | null {
  if (series === null || series.length === 0) return null;
  if (!('of' in wanted)) return { series, column: series.run[wanted.column] };
  const id = inPlaceOf[wanted.of] ?? wanted.of;
  const place = nodesOf(scenario).findIndex((node) => node.id === id);
  const columns: Readonly<Record<string, unknown>> | undefined = series.components[place];
  const column = columns?.[wanted.column];
  return column instanceof Float64Array ? { series, column } : null;
}

/** The largest value; 0 where nothing was measured. */
export function largestIn({ series, column }: MeasuredCurve): number {
  let largest = 0;
  for (let i = 0; i < series.length; i += 1) largest = Math.max(largest, column[i] || 0);
  return largest;
}

/** The value at a time; NaN where nothing was measured yet. */
export function measuredAt({ series, column }: MeasuredCurve, tSeconds: number): number {
  return valueAt(series, column, tSeconds);
}

/** A curve in a few numbers. */
export interface Shape {
  /** The largest value, and when it was reached first, in seconds. */
  peak: number;
  peakAt: number;
  /** The value at the end. */
  end: number;
  /** Whether it is the same all the time. */
  isFlat: boolean;
}

export function shapeOfDrawn(curve: DrawnCurve, durationSeconds: number): Shape {
  // Between two points the line never rises above both, so its peak is a point.
  const peak = Math.max(...curve);
  return {
    peak,
    peakAt: shareOf(curve.indexOf(peak)) * durationSeconds,
    end: curve.at(-1) as number,
    isFlat: peak === Math.min(...curve),
  };
}

/** Null where nothing was measured at all. */
export function shapeOfMeasured(curve: MeasuredCurve, durationSeconds: number): Shape | null {
  const { series, column } = curve;
  let shape: Shape | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < series.length && i * series.everySeconds <= durationSeconds; i += 1) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    if (shape === null) shape = { peak: value, peakAt: i * series.everySeconds, end: value, isFlat: true };
    else if (value > shape.peak) Object.assign(shape, { peak: value, peakAt: i * series.everySeconds });
    shape.end = value;
  }
  return shape && { ...shape, isFlat: least === shape.peak };
}

/** How near a drawn curve comes to what happened. */
export type Nearness = 'close' | 'near' | 'far';

/** Times at which the two are compared. Our choice: more than the points that were drawn. */
const TIMES = 60;
/** Up to which mean distance, as a share of the higher peak of the two, a curve is close or near. Our choice. */
const LIMITS = { close: 0.15, near: 0.35 } as const;

export function nearnessOf(drawn: DrawnCurve, measured: MeasuredCurve, durationSeconds: number): Nearness {
  let sum = 0;
  let highest = 0;
  let times = 0;
  for (let i = 0; i <= TIMES; i += 1) {
    const share = i / TIMES;
    const real = measuredAt(measured, share * durationSeconds);
    if (Number.isNaN(real)) continue;
    const expected = drawnAt(drawn, share);
    sum += Math.abs(expected - real);
    highest = Math.max(highest, expected, real);
    times += 1;
  }
  const distance = highest === 0 ? 0 : sum / times / highest;
  if (distance <= LIMITS.close) return 'close';
  return distance <= LIMITS.near ? 'near' : 'far';
}
