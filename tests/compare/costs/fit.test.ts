/** Sizing an architecture for its traffic by running it. */
import { describe, expect, it } from 'vitest';
import { findPoint, isEnough, type Point, sizeFor, usedIn } from '../../../src/compare/costs/fit.ts';
import { groupsOf, idleScenario, RATES, scenarioAt, secondsAt } from '../../../src/compare/costs/traffic.ts';
import { createReport, type RunReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { type LadderId, ladderIds } from '../../../src/stages/catalogue.ts';

/** Runs the search to its end, here. */
function found(stage: LadderId, rate: number, need = {}): { point: Point; reports: RunReport[] } {
  const search = findPoint(stage, rate, need);
  const reports: RunReport[] = [];
  let step = search.next();
  while (!step.done) {
    const report = createReport(step.value.scenario);
    reports.push(report);
    step = search.next(report);
  }
  return { point: step.value, reports };
}

describe('the scenarios of the curves', () => {
  it.each(ladderIds)('are valid for %s', (stage) => {
    for (const rate of [RATES[0], RATES.at(-1) as number]) {
      expect(parseScenario(scenarioAt(stage, rate, {}))).toMatchObject({ ok: true });
    }
    expect(parseScenario(idleScenario(stage))).toMatchObject({ ok: true });
  });

  it('have some hundreds of uploads at least, and not more than the page has time for', () => {
    for (const rate of RATES) {
      expect(rate * secondsAt(rate)).toBeGreaterThanOrEqual(400 - 1e-9);
      expect(secondsAt(rate)).toBeGreaterThanOrEqual(200);
    }
    expect(secondsAt(0.001)).toBe(400_000);
    expect(secondsAt(1)).toBe(2000);
    expect(secondsAt(100)).toBe(200);
  });
});

describe('a point of a curve', () => {
  it('is what a run of the same scenario uses, but for what is stored', () => {
    const { point } = found('queued', 0.3);
    const report = createReport(scenarioAt('queued', 0.3, point.sizes));
    expect(point.used).toEqual(usedIn(report));
    expect(point).toMatchObject({ watchable: report.uploads.watchable, p95Seconds: report.untilWatchable.p95Seconds });
    const kept = report.bill.lines.filter(({ what }) => what === 'storage');
    expect(kept.length).toBeGreaterThan(0);
    const sum = (amounts: Record<string, number>, id: string) => amounts[id] ?? 0;
    for (const { priceId } of report.bill.lines) {
      const all = report.bill.lines.filter((line) => line.priceId === priceId && line.what !== 'storage');
      expect(sum(point.used ?? {}, priceId)).toBeCloseTo(
        all.reduce((total, { amount }) => total + amount, 0),
        12,
      );
    }
  });

  it('has groups that grew until hardly anybody was refused, and no further', () => {
    // Nothing is known beforehand, so that it begins with one machine, which takes less than half of this.
    const { point, reports } = found('monolith', 1.2);
    expect(reports.length).toBeGreaterThan(1);
    expect(isEnough(reports[0] as RunReport)).toBe(false);
    expect(isEnough(reports.at(-1) as RunReport)).toBe(true);
    expect(point.sizes['monolith']).toBeGreaterThan(1);
    expect(point.sizes['monolith']).toBeLessThanOrEqual(4);
    expect(point.badShare).toBeLessThan(0.01);
  });

  it('is no figure where a group may not have as many instances as it would need', () => {
    const { point } = found('monolith', 1000, { monolith: 7.8 });
    expect(point.used).toBeNull();
    expect(point.cannot).toMatchObject({ limit: 'instances', component: 'monolith', needed: 2167 });
    expect(point.cannot?.badShare).toBeGreaterThan(0.01);
  });
});

describe('the first size of a group', () => {
  const [fixed] = groupsOf('monolith');
  const tracked = groupsOf('load-balanced').find(({ id }) => id === 'process');
  const stepped = groupsOf('queued').find(({ id }) => id === 'fleet');

  it('leaves a tenth of the slots free where it stays as it is', () => {
    expect(fixed && sizeFor(fixed, 36)).toBe(10);
    expect(fixed && sizeFor(fixed, 36.1)).toBe(11);
    expect(fixed && sizeFor(fixed, 0)).toBe(1);
  });

  it('is where the group would bring itself, where it follows a target', () => {
    expect(tracked).toMatchObject({ scaling: 'tracking', target: 0.6, minimum: 2 });
    expect(tracked && sizeFor(tracked, 60)).toBe(100);
  });

  it('is what is needed all the time where the group follows its queue, and nothing for a trickle', () => {
    expect(stepped).toMatchObject({ scaling: 'stepped', minimum: 0 });
    expect(stepped && sizeFor(stepped, 0.9)).toBe(0);
    expect(stepped && sizeFor(stepped, 95)).toBe(100);
  });
});
