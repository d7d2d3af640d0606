/** A small run for each kind of component, told fact by fact. The same lines are asserted in Chromium. */
import { describe, expect, it } from 'vitest';
import { componentKinds } from '../../src/models/registry.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { factsOf } from '../support/facts.ts';
import { expectGolden } from '../support/golden.ts';
import { kindScenarios } from './kind-scenarios.ts';

/** So that a person reads it. */
const MOST_LINES = 150;

describe('a small run', () => {
  it.each(Object.entries(kindScenarios))('of %s happens as it did, fact by fact', (name, scenario) => {
    const lines = factsOf(scenario);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expectGolden(`kinds/${name}.txt`, `${lines.join('\n')}\n`);
  });

  it.each(Object.entries(kindScenarios))('of %s is of a valid scenario', (_, scenario) => {
    expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
  });

  it.each(componentKinds)('is there for %s', (kind) => {
    const named = Object.entries(kindScenarios).filter(([name]) => name === kind || name.startsWith(`${kind}-`));
    expect(
      named.some(
        ([, scenario]) => 'topology' in scenario && scenario.topology.nodes.some((node) => node.kind === kind),
      ),
    ).toBe(true);
  });
});
