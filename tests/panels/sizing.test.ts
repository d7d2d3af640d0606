/** Advice on the size of fleets, found by running: here, with runs that are made up, and once with a real one. */
import { describe, expect, it } from 'vitest';
import {
  type Advice,
  adviseOn,
  type Fleet,
  fleetsOf,
  isAsGood,
  numbersFor,
  withNumber,
} from '../../src/panels/cost/sizing.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import type { StageScenario } from '../../src/scenario/scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import type { Search } from '../../src/stores/searches.ts';

const scenario = newScenario('queued');

const fleet: Fleet = {
  component: 'upload',
  turned: 'size',
  set: 20,
  from: 20,
  least: 1,
  desired: 20,
  maximum: 20,
  used: 0.09,
};

/** A run in which `needed` instances are quick enough, and fewer than half of that turn people away. */
function aReport(size: number, needed: number): RunReport {
  return {
    uploads: { started: 100, refused: size < needed / 2 ? 50 : 0, lost: 0, deadLettered: 0 },
    untilWatchable: { p95Seconds: size < needed ? 20 : 8 },
    bill: { perHourUsd: size * 0.02 },
    components: [
      { kind: 'instance-group', id: 'upload', requestsRefused: size < needed / 2 ? 50 : 0, utilisation: 0.5 },
    ],
  } as unknown as RunReport;
}

const sizeIn = (of: StageScenario): number => Number(of.parameters['upload']?.['maximum']);

function found<T>(search: Search<T>, answer: (scenario: StageScenario) => RunReport): { result: T; tried: number[] } {
  const tried: number[] = [];
  let step = search.next();
  while (!step.done) {
    const of = step.value.scenario as StageScenario;
    tried.push(sizeIn(of));
    step = search.next(answer(of));
  }
  return { result: step.value, tried };
}

const advised = (set: number, needed: number): { result: Advice; tried: number[] } =>
  found(adviseOn(scenario, aReport(set, needed), { ...fleet, set, from: set }, {}), (of) =>
    aReport(sizeIn(of), needed),
  );

describe('the search for a size', () => {
  it.each([1, 2, 7, 19])('finds that %i would do, by halving', (needed) => {
    const { result, tried } = advised(20, needed);
    expect(result).toMatchObject({ kind: 'fewer', to: needed, after: { p95Seconds: 8 } });
    expect(result.before.perHourUsd - result.after.perHourUsd).toBeCloseTo((20 - needed) * 0.02, 9);
    expect(tried.length).toBeLessThanOrEqual(5);
    expect(tried).not.toContain(20);
  });

  it('says that it is right where one fewer would not do', () => {
    expect(advised(20, 20).result).toMatchObject({ kind: 'keep', to: 20 });
  });

  it('says so where there is nothing to take away, without running anything', () => {
    expect(advised(1, 1)).toMatchObject({ result: { kind: 'least', to: 1, runs: 0 }, tried: [] });
  });

  it('finds the fewest with which few are refused, where many were', () => {
    const { result, tried } = advised(4, 60);
    expect(result).toMatchObject({ kind: 'more', to: 30, before: { badShare: 0.5 }, after: { badShare: 0 } });
    expect(tried.slice(0, 3)).toEqual([8, 16, 32]);
  });

  it('gives up where no number helps', () => {
    const { result, tried } = found(adviseOn(scenario, aReport(4, 60), { ...fleet, set: 4, from: 4 }, {}), () =>
      aReport(1, 60),
    );
    expect(result).toMatchObject({ kind: 'keep', to: 4 });
    expect(tried).toEqual([8, 16, 32, 64]);
  });
});

it('calls a p95 the same that is up to a twentieth longer, and never where more are turned away', () => {
  const before = { p95Seconds: 8, badShare: 0.01, perHourUsd: 1 };
  expect(isAsGood({ ...before, p95Seconds: 8.4 }, before)).toBe(true);
  expect(isAsGood({ ...before, p95Seconds: 8.41 }, before)).toBe(false);
  expect(isAsGood({ ...before, p95Seconds: 4, badShare: 0.011 }, before)).toBe(false);
  expect(isAsGood({ ...before, p95Seconds: null }, before)).toBe(false);
});

describe('what is turned', () => {
  it('is the size of a fleet that stays as it is, and minimum or maximum of one that scales', () => {
    const of = (stage: 'queued' | 'load-balanced') => {
      const story = newScenario(stage);
      return fleetsOf(story, createReport(story)).map(({ component, turned, set }) => `${component} ${turned} ${set}`);
    };
    expect(of('queued')).toEqual(['upload size 2', 'fleet maximum 1337']);
    expect(of('load-balanced')).toContain('process minimum 2');
    expect(fleetsOf(newScenario('serverless'), createReport(newScenario('serverless')))).toEqual([]);
  });

  it('can be run whatever the number', () => {
    const story = newScenario('queued');
    for (const each of fleetsOf(story, createReport(story))) {
      for (const n of [each.least, 3, 40])
        expect(parseScenario(withNumber(story, each, n))).toMatchObject({ ok: true });
    }
    expect(numbersFor({ ...fleet, turned: 'minimum', set: 2, desired: 2, maximum: 100 }, 1)).toEqual({
      minimum: 1,
      desired: 1,
      maximum: 100,
    });
    expect(numbersFor({ ...fleet, turned: 'maximum', desired: 5 }, 3)).toEqual({ maximum: 3, desired: 3 });
  });
});

it('tells of a real run what a run with that number does', () => {
  const story = newScenario('queued');
  const report = createReport(story);
  const upload = fleetsOf(story, report).find(({ component }) => component === 'upload') as Fleet;
  const { result } = found(adviseOn(story, report, upload, {}), createReport);
  expect(result).toMatchObject({ kind: 'fewer', to: 1 });
  const again = createReport(withNumber(story, upload, 1));
  expect(result.after).toEqual({
    p95Seconds: again.untilWatchable.p95Seconds,
    badShare: 0,
    perHourUsd: again.bill.perHourUsd,
  });
});
