/**
 * What a proof takes besides the two runs that are played: the runs that these are compared with, and what came out. It is
 * there as soon as all of them have been run to their ends, however far the picture is.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Claim, type ClaimResult, judge, type Reports } from '../lessons/claim.ts';
import type { RunReport } from '../scenario/report.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import { createRunHandle, type RunHandle } from '../worker/run-handle.ts';

/** What the reader is asked before a proof plays: `open` as long as nothing is answered; `none` where nothing is asked. */
export type QuestionState = 'none' | 'open' | 'answered';

export interface ProofState {
  /** Null until all of it has been run. */
  result: ClaimResult | null;
  /** Why it cannot be told. */
  failure: string | null;
  /** Kept by the screen of the proof. While it is open the proof does not begin. */
  question: QuestionState;
  /** How often somebody wanted to begin while the question was open. */
  reminders: number;
}

export type ProofStore = StoreApi<ProofState>;

export function createProofStore(): ProofStore {
  return createStore<ProofState>(() => ({ result: null, failure: null, question: 'none', reminders: 0 }));
}

/** Gathers the reports of a proof. */
export interface Gathering {
  /** One of the two that are played has ended. */
  played(which: 'claim' | 'foil', report: RunReport): void;
  /** Runs nothing more. */
  stop(): void;
}

/** Runs what the claim and its foil are compared with, and judges as soon as everything is there. */
export function gather(claim: Claim, store: ProofStore): Gathering {
  const reports: Partial<Reports> = {};
  const handles: RunHandle[] = [];
  store.setState({ result: null, failure: null });
  const judgeIfAll = (): void => {
    const { claim: own, foil, against, foilAgainst } = reports;
    const isAll =
      own !== undefined &&
      foil !== undefined &&
      (against !== undefined || claim.against === undefined) &&
      (foilAgainst !== undefined || claim.foil.against === undefined);
    if (isAll) store.setState({ result: judge(claim, { ...reports, claim: own, foil }) });
  };
  const runBeside = (which: 'against' | 'foilAgainst', scenario: StageScenario | undefined): void => {
    if (scenario === undefined) return;
    const handle = createRunHandle((message) => {
      if (message.kind === 'failed') store.setState({ failure: message.message });
      if (message.kind !== 'finished') return;
      reports[which] = message.report;
      judgeIfAll();
    });
    handles.push(handle);
    handle.run(scenario);
  };
  runBeside('against', claim.against);
  runBeside('foilAgainst', claim.foil.against);
  return {
    played(which, report) {
      reports[which] = report;
      judgeIfAll();
    },
    stop() {
      for (const handle of handles) handle.stop();
    },
  };
}
