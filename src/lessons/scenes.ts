/** What claims have in common: scenarios of the ladder, and what is done to them. */
import type { StepProgram } from '../models/parameters.ts';
import type { Topology } from '../models/topology.ts';
import { newScenario, type Overrides } from '../scenario/new-scenario.ts';
import type { FaultIntervention, StageScenario } from '../scenario/scenario.ts';
import type { StageId } from '../stages/catalogue.ts';

/** The five minutes of the class on a stage, but for `overrides`. */
export function on(stage: StageId, overrides: Overrides = {}): StageScenario {
  return newScenario(stage, overrides);
}

/** Processing, or another step or component, is down while the evening comes. */
export function down(target = 'step:process'): { interventions: FaultIntervention[] } {
  return { interventions: [{ kind: 'fault', fault: 'crash', target, atSeconds: 75, untilSeconds: 110 }] };
}

/** People come at these seconds, and at no others. */
export function usersAt(...times: number[]) {
  return { users: { arrivals: 'times', times } };
}

/** Seconds after the start: the first video of the class comes a moment later. A test holds it to that. */
export const BEFORE_THE_FIRST = 8;

/** While it is down. */
export const duringTheCrash: readonly number[] = [80, 85, 90, 95, 100];

/** Nobody comes at all. */
export const nobody = { users: { arrivals: 'none' } } as const;

/** The steps of a component, all of whose work takes so long. */
export function lasting(topology: Topology, component: string, seconds: number): { steps: StepProgram[] } {
  const node = topology.nodes.find(({ id }) => id === component);
  const steps = (node?.params?.['steps'] ?? []) as readonly StepProgram[];
  if (steps.length === 0) throw new Error(`"${component}" has no steps to take longer`);
  return {
    steps: steps.map((step) => ({
      ...step,
      work: step.work.map((each) => ({ ...each, seconds: { kind: 'constant', value: seconds } })),
    })),
  };
}
