/** What a run measured, beside what was drawn. */
import { describe, expect, it } from 'vitest';
import {
  largestIn,
  type MeasuredCurve,
  measuredCurve,
  nearnessOf,
  shapeOfDrawn,
  shapeOfMeasured,
} from '../../../src/compare/proof/measured-curve.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { Series } from '../../../src/scenario/samples.ts';

/** A curve of one value every ten seconds. */
function measured(...values: number[]): MeasuredCurve {
  const column = Float64Array.from([...values, 99, 99]);
  // Columns have room to grow; what is beyond the length was not measured.
  return { series: { length: values.length, everySeconds: 10 } as Series, column };
}

describe('the shape of a curve', () => {
  it('has its first peak, when that was, and its end', () => {
    expect(shapeOfMeasured(measured(0, 2, 7, 7, 1), 40)).toEqual({ peak: 7, peakAt: 20, end: 1, isFlat: false });
    expect(shapeOfDrawn([0, 0, 8, 4, 8, 1, 2], 60)).toEqual({ peak: 8, peakAt: 20, end: 2, isFlat: false });
  });

  it('is flat where it is the same all the time', () => {
    expect(shapeOfMeasured(measured(3, 3, 3), 20)?.isFlat).toBe(true);
    expect(shapeOfDrawn([3, 3, 3, 3, 3, 3, 3], 20).isFlat).toBe(true);
  });

  it('leaves out what was not measured yet, and is nothing where nothing was', () => {
    expect(shapeOfMeasured(measured(Number.NaN, 4, 2), 20)).toEqual({ peak: 4, peakAt: 10, end: 2, isFlat: false });
    expect(shapeOfMeasured(measured(Number.NaN), 0)).toBeNull();
    expect(largestIn(measured(Number.NaN, 4, 2))).toBe(4);
  });
});

describe('how near a drawn curve comes', () => {
  const real = measured(0, 10, 10, 10, 10, 10, 0);

  it('is judged by the mean distance', () => {
    expect(nearnessOf([0, 10, 10, 10, 10, 10, 0], real, 60)).toBe('close');
    expect(nearnessOf([0, 5, 10, 10, 5, 5, 0], real, 60)).toBe('near');
    expect(nearnessOf([0, 0, 0, 0, 0, 0, 0], real, 60)).toBe('far');
  });

  it('is judged by the higher of the two, so that drawing too much is as wrong as drawing too little', () => {
    expect(nearnessOf([40, 40, 40, 40, 40, 40, 40], real, 60)).toBe('far');
    expect(nearnessOf([0, 0, 0, 0, 0, 0, 0], measured(0, 0, 0, 0, 0, 0, 0), 60)).toBe('close');
  });
});

describe('the column of a prediction', () => {
  const scenario = newScenario('queued');
  const open = new Float64Array(4);
  const inService = new Float64Array(4);
  const components = ['users', 'upload', 'objects', 'queue', 'dead', 'fleet', 'table'].map(() => ({}));

  it('is one of the run, or none where nothing was measured', () => {
    const series = { length: 1, run: { open }, components } as unknown as Series;
    expect(measuredCurve({ column: 'open' }, scenario, series)?.column).toBe(open);
    expect(measuredCurve({ column: 'open' }, scenario, null)).toBeNull();
  });

  it('is one of a component, or of who stands in its place', () => {
    const balanced = newScenario('load-balanced');
    const some = Array.from({ length: 12 }, () => ({ inService }));
    const series = { length: 1, run: {}, components: some } as unknown as Series;
    const wanted = { column: 'inService', of: 'fleet' };
    expect(measuredCurve(wanted, balanced, series)).toBeNull();
    expect(measuredCurve(wanted, balanced, series, { fleet: 'process' })?.column).toBe(inService);
  });
});
