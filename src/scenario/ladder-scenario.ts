/** The scenario of an architecture that is written out: any stage of the ladder, or one made from it. */
import type { Topology } from '../models/topology.ts';
import { scenarioDefaults } from './new-scenario.ts';
import { type AnyScenario, SCENARIO_VERSION, type TopologyScenario } from './scenario.ts';

/** As the architecture comes, but for `overrides`. Both are taken as they are: `parseScenario` is what checks. */
export function scenarioOf(
  { nodes, links }: Topology,
  overrides: Partial<Omit<AnyScenario, 'version'>> = {},
): TopologyScenario {
  return { version: SCENARIO_VERSION, ...scenarioDefaults, ...overrides, topology: { nodes, links } };
}
