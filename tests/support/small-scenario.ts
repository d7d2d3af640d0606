/** Scenarios of a few components, for tests that look at one kind: everything takes round numbers of seconds. */
import type { Values } from '../../src/models/parameters.ts';
import type { ComponentKind, models } from '../../src/models/registry.ts';
import type { TopologyNode } from '../../src/models/topology.ts';
import { scenarioDefaults } from '../../src/scenario/new-scenario.ts';
import { type Intervention, SCENARIO_VERSION, type TopologyScenario } from '../../src/scenario/scenario.ts';

/** Some parameters of a kind. */
type Params<K extends ComponentKind> = Partial<Values<(typeof models)[K]['parameters']>>;

/** One way between components, so that a test tells what is on the way from what has arrived. */
const LATENCY_MS = 100;

export function component<K extends ComponentKind>(id: string, kind: K, params: Params<K> = {}): TopologyNode {
  return { id, kind, at: [0, 0], params };
}

/** People whose videos are one minute long and 60 MB large. Told when, they upload then and at no other time. */
export function people(params: Params<'client'> & { times?: readonly number[] } = {}): TopologyNode {
  const arrivals = params.times === undefined ? {} : { arrivals: 'times' as const };
  const videoMinutes = { kind: 'constant', value: 1 } as const;
  return component('people', 'client', { videoMinutes, masterMegabytesPerMinute: 60, ...arrivals, ...params });
}

/** Instances that are one and have one slot, if nothing else is said, and that do `process` for two seconds. */
export function group(id: string, params: Params<'instance-group'> = {}): TopologyNode {
  return component(id, 'instance-group', { steps: [{ step: 'process', work: [lasting(2)] }], ...params });
}

/** Work that takes this long. */
export function lasting(value: number) {
  return { seconds: { kind: 'constant', value } } as const;
}

interface Rest {
  durationSeconds?: number;
  interventions?: readonly Intervention[];
  seed?: number;
  latencyMs?: number;
}

/** A scenario of these components; a link is written `from to`. */
export function aScenario(nodes: readonly TopologyNode[], links: readonly string[], rest: Rest = {}): TopologyScenario {
  const { latencyMs = LATENCY_MS, ...others } = rest;
  const written = links.map((link) => {
    const [from, to] = link.split(' ') as [string, string];
    return { from, to, latencyMs };
  });
  const topology = { nodes, links: written };
  return { version: SCENARIO_VERSION, ...scenarioDefaults, durationSeconds: 60, ...others, topology };
}
