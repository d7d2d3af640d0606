/** How some numbers went over a whole run, as steps, in bounded room: where steps come too close, only the last is kept. */
import { MICROSECONDS_PER_SECOND, type SimTime } from '../engine/time.ts';

/** Plain data. The values of row i hold from `at[i]` to `at[i + 1]`. */
export interface StepSeries {
  length: number;
  at: Float64Array;
  columns: Float64Array[];
  /** Of the steps within one such stretch of time, in µs, only the last is kept; 0 while every step is. */
  grain: SimTime;
}

/** Most steps that are kept. Our choice: more than a chart has pixels for would be read by nobody. */
const MOST_STEPS = 500;

export function stepSeries(columns: number): StepSeries {
  return {
    length: 0,
    at: new Float64Array(MOST_STEPS),
    columns: Array.from({ length: columns }, () => new Float64Array(MOST_STEPS)),
    grain: 0,
  };
}

/** The row that holds from `at` on, whose columns are to be set by the caller. */
export function stepAt(series: StepSeries, at: SimTime): number {
  const last = series.length - 1;
  if (last >= 0 && isSameStretch(series, series.at[last] as number, at)) {
    series.at[last] = at;
    return last;
  }
  if (series.length === MOST_STEPS) {
    thin(series);
    return stepAt(series, at);
  }
  series.at[series.length] = at;
  series.length += 1;
  return series.length - 1;
}

/** The steps as plain arrays: times in seconds, and one array per column. */
export function stepsOf({ length, at, columns }: StepSeries): { atSeconds: number[]; columns: number[][] } {
  return {
    atSeconds: Array.from(at.subarray(0, length), (time) => time / MICROSECONDS_PER_SECOND),
    columns: columns.map((column) => Array.from(column.subarray(0, length))),
  };
}

function isSameStretch({ grain }: StepSeries, a: SimTime, b: SimTime): boolean {
  return grain === 0 ? a === b : Math.floor(a / grain) === Math.floor(b / grain);
}

/** Coarsens the grain so that at most about half of the steps remain. */
function thin(series: StepSeries): void {
  const first = series.at[0] as number;
  const last = series.at[series.length - 1] as number;
  series.grain = Math.ceil((last - first) / (MOST_STEPS / 2));
  let kept = -1;
  for (let row = 0; row < series.length; row += 1) {
    const at = series.at[row] as number;
    if (kept < 0 || !isSameStretch(series, series.at[kept] as number, at)) kept += 1;
    series.at[kept] = at;
    for (const column of series.columns) column[kept] = column[row] as number;
  }
  series.length = kept + 1;
}
