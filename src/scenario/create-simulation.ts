/** From a valid scenario to a world that is ready to run: the only place where one is assembled. */
import { ms, seconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import { faultCatalogue, usualStrength } from '../faults/catalogue.ts';
import { models } from '../models/registry.ts';
import { DEFAULT_LATENCY_MS, type Topology, type TopologyNode } from '../models/topology.ts';
import { type Act, World, type WorldLink, type WorldNode, type WorldPlan } from '../models/world.ts';
import { stages } from '../stages/catalogue.ts';
import type { FaultIntervention, Intervention, Scenario } from './scenario.ts';
import { componentsAt, type Struck, struckBy } from './targets.ts';

/** The architecture of a scenario. */
export function topologyOf(scenario: Scenario): Topology {
  return 'stage' in scenario ? stages[scenario.stage] : scenario.topology;
}

/** The components of a scenario in the order of their numbers, each parameter with its value. */
export function nodesOf(scenario: Scenario): WorldNode[] {
  return topologyOf(scenario).nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    params: valuesOf(node, scenario),
  }));
}

function valuesOf(node: TopologyNode, scenario: Scenario): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(models[node.kind].parameters)) {
    values[name] = declared[scenario.defaults];
  }
  return { ...values, ...node.params, ...scenario.parameters[node.id] };
}

/** Everything a world needs to know of a scenario. The scenario must be valid. */
export function planOf(scenario: Scenario): WorldPlan {
  const nodes = nodesOf(scenario);
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const links = topologyOf(scenario).links.map(({ from, to, latencyMs }) => ({
    from: indexOf.get(from) as number,
    to: indexOf.get(to) as number,
    latency: ms(latencyMs ?? DEFAULT_LATENCY_MS),
  }));
  return { seed: scenario.seed, nodes, links, acts: actsOf(scenario, nodes, links) };
}

/** What the interventions of a scenario do, in order of time. */
function actsOf(scenario: Scenario, nodes: readonly WorldNode[], links: readonly WorldLink[]): Act[] {
  const acts = scenario.interventions.flatMap((intervention, number) => actsFor(intervention, number, nodes, links));
  return acts.sort((a, b) => a.at - b.at);
}

function actsFor(
  intervention: Intervention,
  number: number,
  nodes: readonly WorldNode[],
  links: readonly WorldLink[],
): Act[] {
  if (intervention.kind === 'fault') return faultActs(intervention, number, nodes, links);
  const at = seconds(intervention.atSeconds);
  const { target } = intervention;
  const targets =
    target === undefined
      ? nodes.flatMap(({ kind }, index) => (kind === 'client' ? [index] : []))
      : componentsAt(target, nodes);
  if (intervention.kind === 'upload') {
    return targets.slice(0, 1).map((component) => ({ at, kind: 'upload', intervention: number, component }));
  }
  const { parameter, value } = intervention;
  return targets.map((component) => ({ at, kind: 'set', intervention: number, component, parameter, value }));
}

function faultActs(
  { fault, target, atSeconds, untilSeconds, strength = usualStrength(fault) }: FaultIntervention,
  intervention: number,
  nodes: readonly WorldNode[],
  links: readonly WorldLink[],
): Act[] {
  const at = seconds(atSeconds);
  const struck = struckBy(target, nodes, links);
  const all = faultCatalogue[fault].strikesMachines === true ? withGuests(struck, nodes) : struck;
  return all.flatMap(({ component, link, part }): Act[] => {
    const strike = { fault, strength, since: at, part };
    const begins: Act = { at, kind: 'fault-begins', intervention, component, link, strike };
    if (untilSeconds === undefined) return [begins];
    return [begins, { ...begins, at: seconds(untilSeconds), kind: 'fault-ends' }];
  });
}

/** What strikes machines strikes all that runs on them, each once. */
function withGuests(struck: readonly Struck[], nodes: readonly WorldNode[]): Struck[] {
  const hosts = new Set<unknown>(struck.map(({ component }) => nodes[component]?.id));
  const guests = nodes.flatMap(({ params }, component) =>
    hosts.has(params['runsOn'] ?? undefined) && struck.every((each) => each.component !== component)
      ? [{ component, link: -1, part: '' }]
      : [],
  );
  return [...struck, ...guests];
}

/** A world at time 0, in which every component has begun, with these observers attached from the first fact on. */
export function createSimulation(scenario: Scenario, ...observers: readonly Observer[]): World {
  const world = new World(planOf(scenario));
  for (const observer of observers) world.observe(observer);
  world.start();
  return world;
}
