/** What a reader does with versions and the alias makes scenarios that hold, and nothing that was published changes. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import {
  type Alias,
  aliasAt,
  allAtOnce,
  candidate,
  forAll,
  publishedAt,
  rolledBack,
  settingsOf,
  tryOut,
  withAlias,
  withPublished,
} from '../../../src/labs/function-lab/versions/alias.ts';
import { figuresOf, VersionLog, type VersionRun } from '../../../src/labs/function-lab/versions/version-log.ts';
import { setAt } from '../../../src/playback/branch.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const bench = newScenario('function-versions');
const versions = [{ version: 1 }, { version: 2 }, { version: 4 }];
const alias = (first: number, second = 0, share = 0): Alias => ({ first, second, share });
const holds = (scenario: StageScenario): boolean => parseScenario(scenario).ok;
const numbersAt = (scenario: StageScenario, t: number): number[] =>
  publishedAt(scenario, t).map(({ version }) => version);

describe('to publish', () => {
  it('freezes what is edited as it is at that moment, with the next number', () => {
    const edited = setAt(setAt(bench, 'handler', 'errorShare', 0.3, 10), 'handler', 'memoryMegabytes', 1024, 20);
    const first = withPublished(edited, 15);
    const second = withPublished(first, 30);
    expect(publishedAt(second, 40)).toEqual([
      { version: 1, memoryMegabytes: 512 },
      { version: 2, memoryMegabytes: 512, errorShare: 0.3 },
      { version: 3, memoryMegabytes: 1024, errorShare: 0.3 },
    ]);
    expect([numbersAt(second, 14), numbersAt(second, 20)]).toEqual([[1], [1, 2]]);
    expect(holds(second)).toBe(true);
  });

  it('leaves the alias where it is, and what was published before as it was', () => {
    const made = withPublished(bench, 30);
    expect(aliasAt(made, 31)).toEqual(aliasAt(bench, 31));
    expect(createReport(made).uploads).toEqual(createReport(bench).uploads);
  });

  it('in the past forgets what was done with versions and the alias later: it was another history', () => {
    const later = withAlias(withPublished(bench, 60), alias(2), 90);
    const made = withPublished(later, 30);
    expect(numbersAt(made, 200)).toEqual([1, 2]);
    expect(aliasAt(made, 200)).toEqual(alias(1));
    expect(holds(made)).toBe(true);
  });

  it('at the start is part of how the bench is set', () => {
    const made = withPublished(withPublished(bench, 60), 0);
    expect(numbersAt(made, 0)).toEqual([1, 2]);
    expect(made.interventions).toEqual([]);
    expect(holds(made)).toBe(true);
  });
});

describe('the alias', () => {
  const published = withPublished(withPublished(bench, 10), 20);

  it.each([0, 15, 30])('is turned from %i s on, at one stroke', (t) => {
    const made = withAlias(t < 20 ? withPublished(withPublished(bench, 0), 0) : published, alias(1, 3, 0.1), t);
    expect(aliasAt(made, t)).toEqual(alias(1, 3, 0.1));
    expect(aliasAt(made, 200)).toEqual(alias(1, 3, 0.1));
    expect(holds(made)).toBe(true);
  });

  it('forgets where it would have pointed later', () => {
    const made = withAlias(withAlias(published, alias(3), 100), alias(2), 50);
    expect(aliasAt(made, 150)).toEqual(alias(2));
  });

  it('is not turned where it points already', () => {
    expect(withAlias(published, alias(1), 50).interventions).toEqual(published.interventions);
  });

  it.each<[string, Alias, number]>([
    ['the newest that is newer', alias(1), 4],
    ['the one that has a share', alias(1, 2, 0.1), 2],
    ['the newest, not the one that was gone back from', alias(1, 2, 0), 4],
    ['none where all get the newest', alias(4, 1, 0), 0],
  ])('tries out %s', (_, from, expected) => {
    expect(candidate(from, versions)).toBe(expected);
  });

  it('goes from a few to all, and back from either', () => {
    const few = tryOut(alias(1), versions, 0.1);
    expect(few).toEqual(alias(1, 4, 0.1));
    expect(rolledBack(few as Alias)).toEqual(alias(1, 4, 0));
    const all = forAll(few as Alias, versions);
    expect(all).toEqual(alias(4, 1, 0));
    expect(rolledBack(all as Alias)).toEqual(alias(1, 4, 0));
  });

  it('has nothing to try out, to bring out or to go back from where there is one version only', () => {
    const one = [{ version: 1 }];
    expect([tryOut(alias(1), one, 0.1), forAll(alias(1), one), rolledBack(alias(1))]).toEqual([null, null, null]);
    expect([tryOut(alias(0), versions, 0.1), forAll(alias(0), versions)]).toEqual([null, null]);
    expect(rolledBack(alias(1, 2, 0))).toBeNull();
  });
});

describe('all at once', () => {
  const bad = withPublished(setAt(bench, 'handler', 'errorShare', 0.6, 30), 40);

  it('is the same run, but that everybody got the version which was tried out, and nobody went back', () => {
    const careful = withAlias(withAlias(bad, alias(1, 2, 0.1), 60), alias(1, 2, 0), 90);
    const other = allAtOnce(careful);
    expect(other).toMatchObject({ version: 2, atSeconds: 60 });
    const { scenario } = other as { scenario: StageScenario };
    expect(holds(scenario)).toBe(true);
    expect([aliasAt(scenario, 59), aliasAt(scenario, 200)]).toEqual([alias(1), alias(2, 1)]);
    expect(createReport(scenario).uploads.refused).toBeGreaterThan(10 * createReport(careful).uploads.refused);
  });

  it('is none where nothing was tried out', () => {
    expect(allAtOnce(bad)).toBeNull();
    expect(allAtOnce(withAlias(bad, alias(2), 60))).toBeNull();
  });
});

describe('what a version keeps', () => {
  it('is the memory of the function where it kept none of its own', () => {
    const latest = { memoryMegabytes: 512, errorShare: 0.5, workFactor: 2 };
    expect(settingsOf({ version: 1 }, latest)).toEqual({ memoryMegabytes: 512, errorShare: 0, workFactor: 1 });
    expect(settingsOf({ version: 1, memoryMegabytes: 128, workFactor: 3 }, latest)).toEqual({
      memoryMegabytes: 128,
      errorShare: 0,
      workFactor: 3,
    });
  });
});

describe('what each version did', () => {
  const run = (at: number, version: number, hasFailed: boolean, took: number): VersionRun => ({
    at: seconds(at),
    version,
    hasFailed,
    seconds: took,
  });

  it('is counted over time, with the median of how long it took', () => {
    const runs = [
      run(1, 1, false, 3),
      run(11, 1, true, 1),
      run(12, 2, false, 9),
      run(19, 1, false, 2),
      run(20, 1, true, 8),
    ];
    expect(figuresOf(runs, 1, 2, seconds(10))).toEqual({
      runs: 4,
      failed: 2,
      medianSeconds: 2.5,
      bins: [
        { done: 1, failed: 0 },
        { done: 1, failed: 2 },
      ],
    });
    expect(figuresOf(runs, 3, 1, seconds(10))).toMatchObject({ runs: 0, medianSeconds: null });
  });

  it('agrees with the report, and is known for every moment, going back included', () => {
    const scenario = withAlias(withPublished(setAt(bench, 'handler', 'errorShare', 0.6, 5), 10), alias(1, 2, 0.5), 20);
    const reel = reelOf(recordRun(scenario).chunks);
    const log = new VersionLog(1);
    const all = log.until(reel, seconds(scenario.durationSeconds));
    const handler = createReport(scenario).components.find(({ id }) => id === 'handler');
    expect(handler).toMatchObject({ invocations: all.length, errors: all.filter(({ hasFailed }) => hasFailed).length });
    expect(all.filter(({ hasFailed }) => hasFailed).every(({ version }) => version === 2)).toBe(true);
    const early = log.until(reel, seconds(15));
    expect(early).toEqual(all.filter(({ at }) => at <= seconds(15)));
    expect(early.length).toBeGreaterThan(0);
  });
});
