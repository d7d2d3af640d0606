/** From a valid scenario to a world that is ready to run: the only place where one is assembled. */
import { ms, seconds } from '../engine/time.ts';
import type { Observer } from '../engine/trace.ts';
import type { Step } from '../models/facts.ts';
import { models } from '../models/registry.ts';
import { DEFAULT_LATENCY_MS, type Topology, type TopologyNode } from '../models/topology.ts';
import { type Act, World, type WorldNode, type WorldPlan } from '../models/world.ts';
import { stages } from '../stages/catalogue.ts';
import type { Intervention, Scenario, Target } from './scenario.ts';

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
  return { seed: scenario.seed, nodes, links, acts: actsOf(scenario, nodes) };
}

/** What the interventions of a scenario do, in order of time. */
function actsOf(scenario: Scenario, nodes: readonly WorldNode[]): Act[] {
  const acts = scenario.interventions.flatMap((intervention, number) => actsFor(intervention, number, nodes));
  return acts.sort((a, b) => a.at - b.at);
}

function actsFor(intervention: Intervention, number: number, nodes: readonly WorldNode[]): Act[] {
  const at = seconds(intervention.atSeconds);
  const targets = targetsOf(intervention, nodes);
  if (intervention.kind === 'upload') {
    return targets.slice(0, 1).map((component) => ({ at, kind: 'upload', intervention: number, component }));
  }
  if (intervention.kind === 'set') {
    const { parameter, value } = intervention;
    return targets.map((component) => ({ at, kind: 'set', intervention: number, component, parameter, value }));
  }
  const { fault, untilSeconds } = intervention;
  return withGuests(targets, nodes).flatMap((component): Act[] => {
    const begins: Act = { at, kind: 'fault-begins', intervention: number, component, fault };
    if (untilSeconds === undefined) return [begins];
    return [begins, { ...begins, at: seconds(untilSeconds), kind: 'fault-ends' }];
  });
}

/** What strikes machines strikes all that runs on them, each once. */
function withGuests(targets: readonly number[], nodes: readonly WorldNode[]): number[] {
  const struck = new Set(targets.map((target) => nodes[target]?.id));
  const guests = everyIndex(nodes, ({ params }) => struck.has((params['runsOn'] ?? undefined) as string | undefined));
  return [...targets, ...guests.filter((guest) => !targets.includes(guest))];
}

function targetsOf(intervention: Intervention, nodes: readonly WorldNode[]): number[] {
  if (intervention.target === undefined) return everyIndex(nodes, (node) => node.kind === 'client');
  return componentsAt(intervention.target, nodes);
}

/** Numbers of the components that a target means; none if it means nothing here. */
export function componentsAt(target: Target, nodes: readonly WorldNode[]): number[] {
  if (!target.startsWith('step:')) return everyIndex(nodes, ({ id }) => id === target);
  const step = target.slice('step:'.length);
  return everyIndex(nodes, ({ params }) =>
    ((params['steps'] ?? []) as { step: Step }[]).some((each) => each.step === step),
  );
}

function everyIndex(nodes: readonly WorldNode[], wanted: (node: WorldNode) => boolean): number[] {
  return nodes.flatMap((node, index) => (wanted(node) ? [index] : []));
}

/** A world at time 0, in which every component has begun, with these observers attached from the first fact on. */
export function createSimulation(scenario: Scenario, ...observers: readonly Observer[]): World {
  const world = new World(planOf(scenario));
  for (const observer of observers) world.observe(observer);
  world.start();
  return world;
}
