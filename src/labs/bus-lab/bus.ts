/** The bus of a bench: its number, and its rules at a time. */
import { paramsNow, rulesOf } from '../../canvas/params-now.ts';
import { type SimTime, toSeconds } from '../../engine/time.ts';
import type { BusRule } from '../../models/parameters.ts';
import type { WorldLink, WorldNode } from '../../models/world.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import type { StageScenario } from '../../scenario/scenario.ts';

/** Every bench of the bus lab calls it so. */
export const LAB_BUS = 'lab-bus';

export interface Bus {
  scenario: StageScenario;
  nodes: readonly WorldNode[];
  links: readonly WorldLink[];
  /** Its number among the components. */
  index: number;
  rulesAt: (at: SimTime) => readonly BusRule[];
  indexOf: (component: string) => number;
}

/** When a parameter of the bus is turned, s. */
export function turnsOf({ interventions }: StageScenario, parameter: string): number[] {
  return interventions.flatMap((each) => (each.kind === 'set' && each.parameter === parameter ? [each.atSeconds] : []));
}

export function busOf(scenario: StageScenario): Bus {
  const { nodes, links } = planOf(scenario);
  const indexOf = (component: string): number => nodes.findIndex(({ id }) => id === component);
  const index = indexOf(LAB_BUS);
  const turns = turnsOf(scenario, 'rules');
  // Looked up for every event: worked out once for each stretch between two turns of the rules.
  const stretches = new Map<number, readonly BusRule[]>();
  const rulesAt = (at: SimTime): readonly BusRule[] => {
    const t = toSeconds(at);
    const stretch = turns.filter((turn) => turn <= t).length;
    let rules = stretches.get(stretch);
    if (rules === undefined) {
      rules = rulesOf(paramsNow(scenario, index, t));
      stretches.set(stretch, rules);
    }
    return rules;
  };
  return { scenario, nodes, links, index, rulesAt, indexOf };
}
