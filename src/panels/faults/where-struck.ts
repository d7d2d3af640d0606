/** In which architectures and benches there is anything that a fault can strike: to be said where there is nothing. */
import type { Fault } from '../../models/facts.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import { usualTarget } from '../../scenario/targets.ts';
import { type StageId, stageIds } from '../../stages/catalogue.ts';

/** So many are named at most: what strikes more than that is met anyway. Our choice. */
const FEW = 6;

const known = new Map<Fault, readonly StageId[]>();

/** As they come, in the order of the catalogue. */
export function stagesStruckBy(fault: Fault): readonly StageId[] {
  const found =
    known.get(fault) ??
    stageIds.filter((stage) => {
      const { nodes, links } = planOf(newScenario(stage));
      return usualTarget(fault, nodes, links) !== null;
    });
  known.set(fault, found);
  return found;
}

/** The same where they are few and at least one; null elsewhere. */
export function fewStruckBy(fault: Fault): readonly StageId[] | null {
  const found = stagesStruckBy(fault);
  return found.length > 0 && found.length <= FEW ? found : null;
}
