/** The faults of the runs on screen as one list: what strikes in several of them stands there once. */
import { type FaultKey, faultIn } from '../../playback/branch.ts';
import type { FaultIntervention, StageScenario } from '../../scenario/scenario.ts';
import { faultChange, isSameFault } from './with-without.ts';

export interface ListedFault {
  fault: FaultIntervention;
  /** Just lifted out of history: the pale line is the future with it. */
  isLifted: boolean;
}

/** What is read of a run. */
export interface RunWithPast {
  scenario: StageScenario;
  /** The scenario of the pale line; null where there is none. */
  branchScenario: StageScenario | null;
}

/** By their beginning. */
export function listedFaults(runs: readonly RunWithPast[]): ListedFault[] {
  const listed: ListedFault[] = [];
  const add = (fault: FaultIntervention, isLifted: boolean): void => {
    if (!listed.some((each) => isSameFault(each.fault, fault))) listed.push({ fault, isLifted });
  };
  for (const { scenario } of runs) {
    for (const each of scenario.interventions) {
      if (each.kind === 'fault' && each.atSeconds < scenario.durationSeconds) add(each, false);
    }
  }
  for (const { scenario, branchScenario } of runs) {
    const change = branchScenario && faultChange(branchScenario, scenario);
    if (change?.kind === 'removed') add(change.fault, true);
  }
  return listed.sort((a, b) => a.fault.atSeconds - b.fault.atSeconds);
}

/** The scenarios in which a fault is. */
export function scenariosWith(scenarios: readonly StageScenario[], key: FaultKey): StageScenario[] {
  return scenarios.filter((scenario) => faultIn(scenario, key) !== undefined);
}
