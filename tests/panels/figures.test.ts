/** The figures of a run at a moment. */
import { describe, expect, it } from 'vitest';
import { figuresAt } from '../../src/panels/figures.ts';
import { type RunColumn, runColumns, type Series, sampleTimeAt } from '../../src/scenario/samples.ts';

/** A series of one sample each second, with these columns; all others are 0. */
function series(columns: Partial<Record<RunColumn, number[]>>): Series {
  const length = Math.max(...Object.values(columns).map((column) => column.length));
  const run = Object.fromEntries(
    runColumns.map((name) => [name, Float64Array.from(columns[name] ?? new Array<number>(length).fill(0))]),
  ) as Series['run'];
  return { firstIndex: 0, length, everySeconds: 1, run, components: [] };
}

describe('figures', () => {
  it('are those of the last sample up to the moment', () => {
    const measured = series({ accepted: [0, 4, 9], refused: [0, 1, 1], open: [3, 2, 1] });
    expect(figuresAt(measured, 1.9)).toMatchObject({ accepted: 4, refused: 1, waiting: 2, acceptedShare: 0.8 });
    expect(figuresAt(measured, 2)).toMatchObject({ accepted: 9, refused: 1, waiting: 1, acceptedShare: 0.9 });
  });

  it('are of the time of that sample, up to which facts are counted beside them', () => {
    const measured = { ...series({ accepted: [0, 4, 9] }), everySeconds: 0.25 };
    expect(sampleTimeAt(measured, 0.49)).toBe(0.25);
    expect(sampleTimeAt(measured, 0.5)).toBe(0.5);
    expect(sampleTimeAt(measured, 7)).toBe(0.5);
    expect(sampleTimeAt({ ...measured, length: 0 }, 7)).toBe(7);
  });

  it('add up what was paid, and relate it to what became watchable', () => {
    const measured = series({ workingUsd: [0.02], idleUsd: [0.03], startingUsd: [0.01], watchable: [30] });
    const figures = figuresAt(measured, 0);
    expect(figures?.soFarUsd).toBeCloseTo(0.06, 12);
    expect(figures?.idleShare).toBeCloseTo(0.5, 12);
    expect(figures?.perThousandUsd).toBeCloseTo(2, 12);
  });

  it('are no number where nothing was measured', () => {
    const figures = figuresAt(series({ started: [1] }), 0);
    expect(figures?.acceptedShare).toBeNaN();
    expect(figures?.perThousandUsd).toBeNaN();
    expect(figures?.idleShare).toBeNaN();
  });

  it('do not exist before the first sample', () => {
    expect(figuresAt(null, 0)).toBeNull();
    expect(figuresAt({ ...series({ started: [1] }), length: 0 }, 0)).toBeNull();
  });
});
