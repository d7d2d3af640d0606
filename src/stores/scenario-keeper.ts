/**
 * Keeps the scenarios of all architectures in step with their runs: replaces them, remembers the future as it was before
 * the last change, and takes changes back.
 */
import type { StoreApi } from 'zustand/vanilla';
import { differFrom, withoutFault } from '../playback/branch.ts';
import type { FaultIntervention, StageScenario } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import { type StageId, stageIds } from '../stages/catalogue.ts';
import type { RunControl } from './create-run.ts';
import { createHistory } from './history.ts';
import { isComparedId, isVariantId, stageOf, variantOf } from './run-ids.ts';
import { varied, withVaried } from './scenario-edits.ts';
import type { ComparedId, RunId, SessionState } from './session.ts';

/** Scenarios as they were before the last change, of the stages that it changed. */
export interface Before {
  scenarios: Partial<Record<StageId, StageScenario>>;
  /** From when the futures differ, in simulated seconds. */
  fromSeconds: number;
}

export interface ScenarioKeeper {
  /** The scenario of an architecture in the setting that is meant. */
  scenarioOf(id: ComparedId): StageScenario;
  /** What was changed last; null if nothing was, or if the old future means nothing any more. */
  before(): Before | null;
  /** Has a run that was just begun show the future as it was, too. */
  recall(id: ComparedId, control: RunControl): void;
  /** Replaces scenarios. `branchFrom`: what changes, changes from then on, and the old future stays to be seen. */
  replace(edit: (scenario: StageScenario) => StageScenario, branchFrom: number | null): void;
  /** Replaces scenarios by others altogether. Where one has a single fault, the future without it is seen beside it. */
  present(edit: (scenario: StageScenario) => StageScenario): void;
  /** Sets a parameter of a second setting, if the scenario with it can be run. */
  vary(stage: StageId, component: string, parameter: string, value: unknown): void;
  /** Does something that can be taken back, if it changes anything. */
  note(act: () => void): void;
  /** Takes the last change back, or makes it again; false if there is none. */
  undo(): boolean;
  redo(): boolean;
  /** Runs all of them again as they are, with the future as it was where that is to be seen. */
  runAgain(): void;
  /** Begins with these, as by an address. */
  begin(scenarios: SessionState['scenarios'], variants: SessionState['variants'], before: Before | null): void;
}

/** What a change changes. */
type Setting = Pick<SessionState, 'scenarios' | 'variants' | 'trafficName'>;

export function createScenarioKeeper(
  state: StoreApi<SessionState>,
  runs: ReadonlyMap<RunId, RunControl>,
): ScenarioKeeper {
  const history = createHistory<Setting>();
  let before: Before | null = null;

  function inSetting(id: ComparedId, scenario: StageScenario): StageScenario {
    return isVariantId(id) ? varied(scenario, state.getState().variants[scenario.stage]) : scenario;
  }

  const scenarioOf = (id: ComparedId): StageScenario => inSetting(id, state.getState().scenarios[stageOf(id)]);

  function setting(): Setting {
    const { scenarios, variants, trafficName } = state.getState();
    return { scenarios, variants, trafficName };
  }

  function replace(edit: (scenario: StageScenario) => StageScenario, branchFrom: number | null): void {
    const old = state.getState().scenarios;
    const scenarios = { ...old };
    for (const stage of stageIds) scenarios[stage] = edit(old[stage]);
    const changed = stageIds.filter((stage) => scenarios[stage] !== old[stage]);
    if (changed.length === 0) return;
    const were = Object.fromEntries(changed.map((stage) => [stage, old[stage]]));
    before = branchFrom === null ? null : { scenarios: were, fromSeconds: branchFrom };
    state.setState({ scenarios });
    for (const stage of changed) {
      for (const id of [stage, variantOf(stage)]) runs.get(id)?.runAgain(scenarioOf(id), branchFrom);
    }
  }

  function present(edit: (scenario: StageScenario) => StageScenario): void {
    const old = state.getState().scenarios;
    replace(edit, null);
    const { scenarios } = state.getState();
    const changed = stageIds.map((stage) => scenarios[stage]).filter((scenario) => scenario !== old[scenario.stage]);
    const without = changed.flatMap((scenario) => {
      const fault = onlyFault(scenario);
      return fault ? [{ was: withoutFault(scenario, fault), fromSeconds: fault.atSeconds }] : [];
    });
    if (without.length === 0) return;
    before = {
      scenarios: Object.fromEntries(without.map(({ was }) => [was.stage, was])),
      fromSeconds: Math.min(...without.map(({ fromSeconds }) => fromSeconds)),
    };
    for (const [id, control] of runs) if (isComparedId(id)) recall(id, control);
  }

  /** Where only interventions differ, the future as it was stays to be seen. */
  function restore(to: Setting | undefined): boolean {
    if (to === undefined) return false;
    const { scenarios, variants } = state.getState();
    const times = stageIds.map((stage) => differFrom(scenarios[stage], to.scenarios[stage]));
    const from = times.includes(null) ? null : Math.min(...times.map(Number));
    state.setState({ variants: to.variants, trafficName: to.trafficName, ...history.state() });
    replace(({ stage }) => to.scenarios[stage], from === Number.POSITIVE_INFINITY ? null : from);
    for (const stage of stageIds) if (variants[stage] !== to.variants[stage]) runVariant(stage);
    return true;
  }

  function runVariant(stage: StageId): void {
    const id = variantOf(stage);
    runs.get(id)?.runAgain(scenarioOf(id), null);
  }

  function recall(id: ComparedId, control: RunControl): void {
    const was = before?.scenarios[stageOf(id)];
    if (before && was) control.runAfter(inSetting(id, was), scenarioOf(id), before.fromSeconds);
  }

  return {
    scenarioOf,
    before: () => before,
    recall,
    replace,
    present,
    vary(stage, component, parameter, value) {
      const { variants, scenarios } = state.getState();
      const variant = withVaried(variants[stage] ?? {}, component, parameter, value);
      if (!parseScenario(varied(scenarios[stage], variant)).ok) return;
      state.setState({ variants: { ...variants, [stage]: variant } });
      runVariant(stage);
    },
    note(act) {
      const was = setting();
      act();
      const { scenarios, variants, trafficName } = setting();
      if (scenarios === was.scenarios && variants === was.variants && trafficName === was.trafficName) return;
      history.note(was);
      state.setState(history.state());
    },
    undo: () => restore(history.undo(setting())),
    redo: () => restore(history.redo(setting())),
    runAgain() {
      for (const [id, control] of runs) {
        if (!isComparedId(id)) continue;
        if (before?.scenarios[stageOf(id)]) recall(id, control);
        else control.runAgain(scenarioOf(id), null);
      }
    },
    begin(scenarios, variants, was) {
      const old = state.getState().variants;
      state.setState({ variants });
      replace(({ stage }) => scenarios[stage], null);
      for (const stage of stageIds) if (old[stage] !== variants[stage]) runVariant(stage);
      before = was;
      for (const [id, control] of runs) if (isComparedId(id)) recall(id, control);
    },
  };
}

/** The fault of a scenario that has no other; undefined where there is none, or more than one. */
function onlyFault({ interventions }: StageScenario): FaultIntervention | undefined {
  const faults = interventions.filter((each): each is FaultIntervention => each.kind === 'fault');
  return faults.length === 1 ? faults[0] : undefined;
}
