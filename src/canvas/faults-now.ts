/** Which faults last at a component at the moment that is shown. Pure. */
import type { Fault } from '../models/facts.ts';
import type { WorldNode } from '../models/world.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { componentsAt } from '../scenario/targets.ts';

/** Scenarios are never changed, only replaced, so what they say can be kept as long as they are. */
const nodesByScenario = new WeakMap<Scenario, WorldNode[]>();

/** The faults that last at component `index` at `tSeconds`, each once, the latest last. */
export function faultsNow(scenario: Scenario, index: number, tSeconds: number): Fault[] {
  const lasting: Fault[] = [];
  for (const intervention of scenario.interventions) {
    if (intervention.kind !== 'fault' || intervention.atSeconds > tSeconds) continue;
    if (intervention.untilSeconds !== undefined && intervention.untilSeconds <= tSeconds) continue;
    let nodes = nodesByScenario.get(scenario);
    if (!nodes) {
      nodes = nodesOf(scenario);
      nodesByScenario.set(scenario, nodes);
    }
    if (!componentsAt(intervention.target, nodes).includes(index)) continue;
    const { fault } = intervention;
    const before = lasting.indexOf(fault);
    if (before >= 0) lasting.splice(before, 1);
    lasting.push(fault);
  }
  return lasting;
}
