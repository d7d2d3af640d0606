/** The table of the comparison as a file. */
import { describe, expect, it } from 'vitest';
import { figuresCsv } from '../../../src/compare/export/figures-csv.ts';
import { measures } from '../../../src/compare/measures.ts';
import { wholeRunOf } from '../../../src/compare/whole-run.ts';
import { figuresAt } from '../../../src/panels/figures.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { storyScenarios } from '../../../src/stores/create-session.ts';
import { runStateOf } from '../../panels/time/run-state-of.ts';
import { readCsv } from './read-csv.ts';

const crash = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 80, untilSeconds: 110 } as const;
const scenario = newScenario('tiers', { interventions: [crash] });
const { series } = runStateOf(scenario);
const report = createReport(scenario);

const csv = (): string[][] => {
  const figures = figuresAt(series, 100);
  const measured = figures && { ...figures, whole: wholeRunOf(report) };
  const text = figuresCsv(
    'neutral',
    [
      { id: 'tiers', scenario, measured },
      { id: 'tiers~b', scenario, measured: null },
    ],
    { scenarios: storyScenarios(), variants: { tiers: { upload: { slotsPerInstance: 30 } } } },
    100,
  );
  return readCsv(text);
};

describe('the table as a file', () => {
  it('says unit and span of every measure in its header', () => {
    const [header = []] = csv();
    expect(header).toContain('Refused (uploads)');
    expect(header).toContain('Time to recover (s; whole run)');
    expect(header).toContain('Cost / hour now (USD/h)');
    expect(header).toHaveLength(measures.length + 6);
  });

  it('has numbers as they were measured, and what was broken when', () => {
    const [header = [], line = []] = csv();
    const field = (name: string): string | undefined => line[header.indexOf(name)];
    const figures = figuresAt(series, 100);
    expect(field('Refused (uploads)')).toBe(String(figures?.refused));
    expect(Number(field('Refused (uploads)'))).toBeGreaterThan(0);
    expect(field('Cost so far (USD)')).toBe(String(figures?.soFarUsd));
    expect(field('Faults')).toBe('processing down 80–110 s');
    expect(field('Moment (s)')).toBe('100');
  });

  it('leaves empty what is not known, and says in what a second setting differs', () => {
    const [header = [], , second = []] = csv();
    expect(second[0]).toBe('Tiers, second');
    expect(second[1]).toBe('Upload: slots per instance 30 slots instead of 12');
    expect(second[header.indexOf('Refused (uploads)')]).toBe('');
  });
});
