/** Steps in bounded room. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { type StepSeries, stepAt, stepSeries, stepsOf } from '../../src/metrics/step-series.ts';

function set(series: StepSeries, atSeconds: number, value: number): void {
  const row = stepAt(series, seconds(atSeconds));
  (series.columns[0] as Float64Array)[row] = value;
}

describe('a series of steps', () => {
  it('keeps every step while there are few, the last of those at one instant', () => {
    const series = stepSeries(1);
    set(series, 0, 1);
    set(series, 2, 5);
    set(series, 2, 4);
    set(series, 9, 0);
    expect(stepsOf(series)).toEqual({ atSeconds: [0, 2, 9], columns: [[1, 4, 0]] });
    expect(series.grain).toBe(0);
  });

  it('stays small and within one grain of the truth, however long the run', () => {
    const series = stepSeries(1);
    const last = 20_000;
    for (let step = 0; step <= last; step += 1) set(series, step, step);
    const { atSeconds, columns } = stepsOf(series);
    const values = columns[0] as number[];
    expect(atSeconds.length).toBeLessThanOrEqual(500);
    expect(atSeconds.length).toBeGreaterThan(200);
    expect(atSeconds.at(-1)).toBe(last);
    // Each kept step is a true one, and none lies further behind the one before than two grains.
    expect(values).toEqual(atSeconds);
    const grainSeconds = series.grain / 1e6;
    for (const [index, at] of atSeconds.entries()) {
      if (index > 0) expect(at - (atSeconds[index - 1] as number)).toBeLessThanOrEqual(2 * grainSeconds);
    }
  });
});
