/** What the large chart shows of a run. */
import { describe, expect, it } from 'vitest';
import { chartMeasureIds, chartMeasures } from '../../../src/compare/chart/chart-measures.ts';
import { figuresAt } from '../../../src/panels/figures.ts';
import { indexAt } from '../../../src/panels/time/geometry.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { Series } from '../../../src/scenario/samples.ts';
import { runStateOf } from '../../panels/time/run-state-of.ts';

const crash = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 80, untilSeconds: 110 } as const;
const { scenario, series } = runStateOf(newScenario('tiers', { interventions: [crash] }));
const known = series as Series;
const readAt = (id: (typeof chartMeasureIds)[number], t: number): number => {
  const curve = chartMeasures[id].curveOf(scenario, known);
  return curve.valueAt(indexAt(curve, t));
};

describe('the measures of the chart', () => {
  it('read what the table says at the same moment', () => {
    for (const t of [20, 95, 140, 300]) {
      const figures = figuresAt(known, t);
      expect(readAt('waiting', t)).toBe(figures?.waiting);
      expect(readAt('refused', t)).toBe(figures?.refused);
      expect(readAt('so-far', t)).toBeCloseTo(figures?.soFarUsd ?? Number.NaN, 12);
      expect(readAt('per-hour', t)).toBe(figures?.perHourUsd);
      expect(readAt('p95', t)).toBe(figures?.p95Seconds);
    }
    expect(readAt('refused', 140)).toBeGreaterThan(0);
  });

  it('count what became watchable in the last minute, and make no minute out of a few seconds', () => {
    const at = (t: number): number => figuresAt(known, t)?.watchable ?? Number.NaN;
    expect(readAt('watchable', 75)).toBe(at(75) - at(15));
    expect(readAt('watchable', 30)).toBe(at(30));
  });

  it('have one line for every run of every measure', () => {
    for (const id of chartMeasureIds) expect(chartMeasures[id].curveOf(scenario, known).length, id).toBe(known.length);
  });
});
