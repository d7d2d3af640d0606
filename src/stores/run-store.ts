/** What the page knows of one run besides the picture: changes a few times a second at the most. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NotableEvent } from '../metrics/notable.ts';
import type { RunReport } from '../scenario/report.ts';
import type { Series } from '../scenario/samples.ts';
import type { StageScenario } from '../scenario/scenario.ts';

export interface RunState {
  scenario: StageScenario;
  status: 'running' | 'finished' | 'failed';
  /** Why it failed. */
  failure: string | null;
  /** Up to when the run is known, in simulated seconds. */
  recordedUntilSeconds: number;
  /** Columns by time; grows in place, `version` says that it did. */
  series: Series | null;
  /** The future as it was before the last intervention. */
  branch: Series | null;
  /** From when the branch differs, in simulated seconds. */
  branchFromSeconds: number;
  /** The scenario whose future the branch is; null where there is no branch. */
  branchScenario: StageScenario | null;
  notable: readonly NotableEvent[];
  report: RunReport | null;
  version: number;
}

export type RunStore = StoreApi<RunState>;

export function createRunStore(scenario: StageScenario): RunStore {
  return createStore<RunState>(() => ({
    scenario,
    status: 'running',
    failure: null,
    recordedUntilSeconds: 0,
    series: null,
    branch: null,
    branchFromSeconds: 0,
    branchScenario: null,
    notable: [],
    report: null,
    version: 0,
  }));
}
