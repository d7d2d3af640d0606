/** The runs of the functions of a bench, as far as the run is known, and the moment of the clock. */
import { useMemo } from 'react';
import { type SimTime, seconds } from '../../engine/time.ts';
import type { WorldLink, WorldNode } from '../../models/world.ts';
import { usePlayhead } from '../../panels/use-playhead.ts';
import { FunctionRuns } from '../../playback/function-runs.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import { useRun, useRunState } from '../../stores/session-context.tsx';

export interface KnownRuns {
  /** Grows in place: read it while rendering. It also knows what is yet to come at the moment of the clock. */
  runs: FunctionRuns;
  nodes: readonly WorldNode[];
  links: readonly WorldLink[];
  seed: number;
  /** The moment of the clock, µs and s. */
  t: SimTime;
  tSeconds: number;
  /** How many facts were read: what is worked out from the runs is worked out again when it grows. */
  facts: number;
}

export function useFunctionRuns(): KnownRuns {
  const run = useRun();
  const tSeconds = usePlayhead(run);
  const scenario = useRunState((state) => state.scenario);
  // The reel grows in place; the version says that it did.
  useRunState((state) => state.version);
  const { generation, facts } = run.reel;
  const plan = useMemo(() => planOf(scenario), [scenario]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where facts were taken away, everything is read anew.
  const runs = useMemo(() => new FunctionRuns(plan.nodes, plan.links), [plan, run, generation]);
  runs.read(facts);
  return {
    runs,
    nodes: plan.nodes,
    links: plan.links,
    seed: plan.seed,
    t: seconds(tSeconds),
    tSeconds,
    facts: facts.length,
  };
}
