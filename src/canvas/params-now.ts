/** How a component is set at a moment of the run, and how fast people upload then. Pure. */
import type { BusRule, Recording } from '../models/parameters.ts';
import type { WorldNode } from '../models/world.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { componentsAt } from '../scenario/targets.ts';

export type Params = Readonly<Record<string, unknown>>;

/** Scenarios are never changed, only replaced, so what they say can be kept as long as they are. */
const nodesByScenario = new WeakMap<Scenario, WorldNode[]>();

function nodesOnce(scenario: Scenario): WorldNode[] {
  let nodes = nodesByScenario.get(scenario);
  if (!nodes) {
    nodes = nodesOf(scenario);
    nodesByScenario.set(scenario, nodes);
  }
  return nodes;
}

/** The parameters of component `index` at `tSeconds`, with everything that was turned by then. */
export function paramsNow(scenario: Scenario, index: number, tSeconds: number): Params {
  const nodes = nodesOnce(scenario);
  let params: Params = nodes[index]?.params ?? {};
  for (const intervention of scenario.interventions) {
    if (intervention.kind !== 'set' || intervention.atSeconds > tSeconds) continue;
    if (!componentsAt(intervention.target, nodes).includes(index)) continue;
    params = { ...params, [intervention.parameter]: intervention.value };
  }
  return params;
}

/** A parameter that is a number; 0 where it is not set. */
export function numberIn(params: Params, name: string): number {
  const value = params[name];
  return typeof value === 'number' ? value : 0;
}

/** How many rules a bus has. */
export function rulesIn(params: Params): number {
  return rulesOf(params).length;
}

/** The rules of a bus; none where it has none. */
export function rulesOf({ rules }: Params): readonly BusRule[] {
  return Array.isArray(rules) ? rules : [];
}

/** Whether a rule of the bus leads to this component, be it only with what could not be delivered. */
export function leadsTo(params: Params, component: string): boolean {
  return rulesOf(params).some(
    ({ enabled = true, targets }) =>
      enabled && targets.some(({ to, deadLetter }) => to === component || deadLetter === component),
  );
}

/** Uploads per second that a client sends at this moment on average; null where they come at given times. */
export function uploadsPerSecond(params: Params, tSeconds: number): number | null {
  const { arrivals } = params;
  if (arrivals === 'times') return null;
  if (arrivals === 'none') return 0;
  const rate = numberIn(params, 'ratePerSecond');
  if (arrivals !== 'recorded') return rate;
  const recording = params['recording'] as Recording | null;
  if (recording === null) return rate;
  return rate * (recording.factors[Math.floor(tSeconds / recording.binSeconds)] ?? 0);
}

/** What a client sends: uploads, or events that belong to none. */
export function sendsIn({ sends }: Params): 'uploads' | 'clicks' | 'errors' | 'states' {
  return sends === 'clicks' || sends === 'errors' || sends === 'states' ? sends : 'uploads';
}
