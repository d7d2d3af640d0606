/** What is said of two runs: only what their figures bear out, the most important first. */
import { describe, expect, it } from 'vitest';
import { type ComparedRun, differenceSentence, differencesBetween, whatBothMet } from '../../src/compare/difference.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport, type RunReport } from '../../src/scenario/report.ts';
import type { FaultIntervention, StageScenario } from '../../src/scenario/scenario.ts';
import type { StageId } from '../../src/stages/catalogue.ts';
import { formatDuration, formatMoney } from '../../src/ui/format.ts';

const crash: FaultIntervention = {
  kind: 'fault',
  fault: 'crash',
  target: 'step:process',
  atSeconds: 80,
  untilSeconds: 130,
};

const reports = new Map<string, RunReport>();
function runOf(
  stage: StageId,
  name: string,
  changes: Partial<StageScenario> = { interventions: [crash] },
): ComparedRun {
  const key = JSON.stringify([stage, changes]);
  const report = reports.get(key) ?? createReport(newScenario(stage, changes));
  reports.set(key, report);
  return { name, report };
}

const said = (one: ComparedRun, other: ComparedRun): string[] =>
  differencesBetween('neutral', one, other).map((each) => differenceSentence('neutral', each));
const keys = (one: ComparedRun, other: ComparedRun): string[] =>
  differencesBetween('neutral', one, other).map(({ key }) => key);

describe('the difference of two runs', () => {
  const tiers = runOf('tiers', 'Tiers');
  const queued = runOf('queued', 'Queued');

  it('says who refused how many of how many, and that the other refused none', () => {
    const { refused, started } = tiers.report.uploads;
    expect(refused).toBeGreaterThan(0);
    expect(said(tiers, queued)[0]).toBe(`Tiers refused ${refused} of ${started} uploads; Queued refused none.`);
  });

  it('is the same from either side', () => {
    expect(new Set(said(queued, tiers))).toEqual(new Set(said(tiers, queued)));
  });

  it('says how long it took to catch up after the repair, not after the beginning', () => {
    const [fault] = queued.report.faults;
    expect(fault?.endedSeconds).toBe(50);
    const after = (fault?.caughtUpSeconds ?? Number.NaN) - 50;
    const tiersAfter = (tiers.report.faults[0]?.caughtUpSeconds ?? Number.NaN) - 50;
    expect(after).toBeGreaterThan(tiersAfter);
    expect(said(tiers, queued)).toContain(
      `Queued had caught up ${formatDuration(after)} after the repair, Tiers ${formatDuration(tiersAfter)} after.`,
    );
  });

  it('says by how much one is dearer in an hour', () => {
    const [a, b] = [tiers.report.bill.perHourUsd ?? 0, queued.report.bill.perHourUsd ?? 0];
    const sentence = said(tiers, queued).find((each) => each.includes('per hour'));
    expect(sentence).toContain(formatMoney(Math.abs(a - b)));
    expect(sentence?.startsWith(a > b ? 'Tiers' : 'Queued')).toBe(true);
  });

  it('puts uploads before time, and time before money', () => {
    const order = keys(tiers, queued);
    const place = (start: string): number => order.findIndex((key) => key.startsWith(start));
    expect(place('difference.refused')).toBeLessThan(place('difference.caught-up'));
    expect(place('difference.caught-up')).toBeLessThan(place('difference.per-hour'));
  });

  it('is nothing where nothing differs', () => {
    expect(said(tiers, { ...tiers, name: 'The same' })).toEqual([]);
  });

  it('says nothing of a fault that did not strike both', () => {
    const well = runOf('queued', 'Queued', {});
    expect(keys(tiers, well).filter((key) => /recovered|caught-up|noticed|blast/.test(key))).toEqual([]);
    expect(whatBothMet('neutral', tiers.report, well.report).map(({ key }) => key)).toEqual([
      'difference.met.same',
      'difference.fault.none-shared',
    ]);
  });

  it('tells of the worst of several faults, and says so', () => {
    const mild: FaultIntervention = {
      kind: 'fault',
      fault: 'slow-down',
      target: 'step:process',
      atSeconds: 10,
      untilSeconds: 12,
      strength: 1.1,
    };
    const both = { interventions: [mild, crash] };
    const met = whatBothMet('neutral', runOf('tiers', 'Tiers', both).report, runOf('queued', 'Queued', both).report);
    expect(met[1]).toMatchObject({ key: 'difference.fault.worst.for-a-while', params: { n: 2, from: '1 m 20 s' } });
  });

  it('knows of no time to catch up where the fault is never repaired', () => {
    const { untilSeconds: _, ...forGood } = crash;
    const changes = { interventions: [forGood] };
    const [one, other] = [runOf('tiers', 'Tiers', changes), runOf('queued', 'Queued', changes)];
    expect(keys(one, other).filter((key) => key.includes('caught-up'))).toEqual([]);
    expect(whatBothMet('neutral', one.report, other.report)[1]?.key).toBe('difference.fault.for-good');
  });

  it('says plainly that in one of them no video became watchable', () => {
    const none = structuredClone(tiers);
    none.report.untilWatchable = {
      ...none.report.untilWatchable,
      count: 0,
      p50Seconds: null,
      p95Seconds: null,
      p99Seconds: null,
    };
    expect(keys(none, queued)).toContain('difference.watchable.never');
  });
});
