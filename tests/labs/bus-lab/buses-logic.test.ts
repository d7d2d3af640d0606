/** Who may put what on which bus, as check and run say; and how often events are held against a rule. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { attempt, type goals, tellers } from '../../../src/labs/bus-lab/buses/attempts.ts';
import { askedOf, countsAt } from '../../../src/labs/bus-lab/buses/bus-counts.ts';
import { runMeasures } from '../../../src/lessons/measures.ts';
import { createSimulation, planOf } from '../../../src/scenario/create-simulation.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { RunObserver } from '../../../src/scenario/run-observer.ts';
import { appendSamples, type Series } from '../../../src/scenario/samples.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { rulesOfDefault, rulesWithoutForward } from '../../../src/stages/bus-lab/buses.ts';

const words = (teller: (typeof tellers)[number], goal: (typeof goals)[number]): string => {
  const outcome = attempt(teller, goal);
  return outcome.kind === 'works' ? 'works' : outcome.problems.join(' ');
};

function seriesOf(scenario: StageScenario): Series {
  const { nodes, links } = planOf(scenario);
  const observer = new RunObserver(nodes, links, scenario.durationSeconds);
  const end = seconds(scenario.durationSeconds);
  createSimulation(scenario, observer).runUntil(end);
  observer.advanceTo(end);
  return appendSamples(null, observer.takeSamples());
}

describe('an attempt', () => {
  it('to publish an event of the application works on any bus', () => {
    for (const goal of ['default', 'custom'] as const) {
      const outcome = attempt('film', goal);
      if (outcome.kind !== 'works') throw new Error(outcome.problems.join());
      expect(outcome.came).toBeGreaterThan(5);
      expect(outcome.taken).toBe(outcome.came);
    }
  });

  it('to have a service tell a bus of its own is refused: services tell the default bus', () => {
    expect(words('object', 'default')).toBe('works');
    expect(words('object', 'custom')).toContain('services tell no other bus');
  });

  it('to have the clock tell a bus of its own is refused: schedules stand on the default bus', () => {
    expect(attempt('clock', 'default')).toEqual({ kind: 'works', seconds: 90, came: 1, taken: 1 });
    expect(words('clock', 'custom')).toContain('rules with a schedule stand on the default bus only');
  });

  it.each(tellers)('to have a second default bus is refused, whoever tells it: %s', (teller) => {
    expect(words(teller, 'second')).toContain('of which an account has one');
  });
});

describe('how often events are held against a rule', () => {
  it('is, at the end of a run, what the claim about it measures', () => {
    for (const stage of ['bus-buses', 'bus-buses-one'] as const) {
      const scenario = newScenario(stage, { durationSeconds: 60 });
      const counts = countsAt(scenario, seriesOf(scenario), 60);
      const report = createReport(scenario);
      const checks = counts.reduce((sum, each) => sum + each.checks, 0);
      expect(checks).toBeGreaterThan(0);
      expect(checks).toBe(runMeasures['pattern-checks'].of({ scenario, report, against: null }));
    }
  });

  it('counts each event with the rules that there were when it came', () => {
    const set = {
      kind: 'set',
      target: 'default-bus',
      parameter: 'rules',
      value: rulesWithoutForward,
      atSeconds: 30,
    } as const;
    const scenario = newScenario('bus-buses', { durationSeconds: 60, interventions: [set] });
    const series = seriesOf(scenario);
    const [before, after] = [30, 60].map((t) => countsAt(scenario, series, t).find(({ bus }) => bus === 'default-bus'));
    expect(askedOf(rulesOfDefault)).toBe(2);
    expect(before?.checks).toBe(2 * (before?.published ?? 0));
    expect(after).toMatchObject({ rules: 1 });
    expect(after?.checks).toBe((before?.checks ?? 0) + (after?.published ?? 0) - (before?.published ?? 0));
    expect(after?.published).toBeGreaterThan(before?.published ?? 0);
  });

  it('is nothing at the beginning', () => {
    const scenario = newScenario('bus-buses', { durationSeconds: 20 });
    const counts = countsAt(scenario, seriesOf(scenario), 0);
    expect(counts.map(({ bus, published, checks }) => [bus, published, checks])).toEqual([
      ['film-bus', 0, 0],
      ['default-bus', 0, 0],
      ['click-bus', 0, 0],
    ]);
  });
});
