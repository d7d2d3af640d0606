/** What connecting services takes, counted in architectures that can be run. */
import { describe, expect, it } from 'vitest';
import { countsOf, formulaOf } from '../../../src/labs/bus-lab/connections/counts.ts';
import type { StepProgram } from '../../../src/models/parameters.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { SCENARIO_VERSION, type TopologyScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import {
  connected,
  FEWEST_SERVICES,
  listenersOf,
  MOST_SERVICES,
  type Talk,
  talks,
  type Way,
  ways,
} from '../../../src/stages/bus-lab/connections.ts';

const numbers = Array.from({ length: MOST_SERVICES - FEWEST_SERVICES + 1 }, (_, n) => FEWEST_SERVICES + n);
const all = numbers.flatMap((n) => talks.flatMap((talk) => ways.map((way) => [n, talk, way] as const)));

const scenarioOf = (n: number, talk: Talk, way: Way): TopologyScenario => ({
  version: SCENARIO_VERSION,
  topology: connected(n, talk, way),
  defaults: 'classroom',
  parameters: {},
  seed: 1,
  durationSeconds: 60,
  interventions: [],
});

describe('services that are connected', () => {
  it.each(all)('are an architecture that can be run: %i services, %s, by %s', (n, talk, way) => {
    const scenario = scenarioOf(n, talk, way);
    const parsed = parseScenario(scenario);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    // Each tells of what a person asked for, and never of what it has heard: so nothing goes round for ever.
    const steps = scenario.topology.nodes.flatMap(({ params }) => (params?.['steps'] ?? []) as readonly StepProgram[]);
    for (const { on, after = [] } of steps) if (after.length > 0) expect(on).toEqual(['clicked']);
  });

  it.each(all)('have between them what the formula says: %i services, %s, by %s', (n, talk, way) => {
    const { queues, rules } = countsOf(n, talk, way);
    expect(way === 'queues' ? [queues, rules] : [rules, queues]).toEqual([formulaOf(n, talk, way), 0]);
  });

  it.each(talks)('hear the same by queues as by a bus: %s', (talk) => {
    const runs = ways.map((way) => {
      const report = createReport(scenarioOf(4, talk, way));
      const asked = report.components.filter((each) => each.kind === 'client').length;
      // Each asks again and again until half a minute before the end, whatever stands between.
      const heard = report.components.reduce(
        (sum, each) =>
          sum +
          (each.kind === 'event-bus'
            ? each.rules.reduce((n, rule) => n + rule.matched, 0)
            : each.kind === 'queue'
              ? each.messagesArrived
              : 0),
        0,
      );
      return { asked, heard };
    });
    expect(runs[0]?.heard).toBeGreaterThan(10);
    expect(Math.abs((runs[0]?.heard ?? 0) - (runs[1]?.heard ?? 0))).toBeLessThanOrEqual(4);
  });

  it('tell everybody but themselves, or the next in the chain', () => {
    expect(listenersOf(2, 4, 'everybody')).toEqual([1, 3, 4]);
    expect([1, 2, 3].map((n) => listenersOf(n, 3, 'chain'))).toEqual([[2], [3], []]);
  });
});

describe('what it takes', () => {
  it('with queues is an address for each who listens, and a change of every program for a newcomer', () => {
    expect(countsOf(5, 'everybody', 'queues')).toMatchObject({
      queues: 20,
      links: 5 + 2 * 20,
      addresses: 4,
      known: 20,
      sends: 4,
      changed: 5,
      brought: 10,
    });
  });

  it('with a bus is one address and one rule each, and no change for a newcomer', () => {
    expect(countsOf(5, 'everybody', 'bus')).toMatchObject({
      rules: 5,
      links: 15,
      addresses: 1,
      known: 5,
      sends: 1,
      changed: 0,
      brought: 1,
    });
  });

  it('in a chain is as little with queues: one address, and one program that is changed', () => {
    expect(countsOf(5, 'chain', 'queues')).toMatchObject({ queues: 4, addresses: 1, sends: 1, changed: 1, brought: 1 });
    expect(countsOf(5, 'chain', 'bus')).toMatchObject({ rules: 4, changed: 0, brought: 1 });
  });
});
