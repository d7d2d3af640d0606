/** What the runs on screen are runs of, at once: a change shows the moment it is made, before anything of it is known. */
import { useMemo, useSyncExternalStore } from 'react';
import type { StageScenario } from '../scenario/scenario.ts';
import type { Run } from '../stores/session.ts';

/** A scenario, and that of the future as it was, if there is one. */
export interface ScenarioNow {
  scenario: StageScenario;
  branchScenario: StageScenario | null;
}

/** In the order of the runs; the same list until one of them changes. */
export function useScenarios(runs: readonly Run[]): readonly ScenarioNow[] {
  const watched = useMemo(() => {
    const stores = runs.map(({ store }) => store);
    const read = (): ScenarioNow[] =>
      stores.map((store) => {
        const { scenario, branchScenario } = store.getState();
        return { scenario, branchScenario };
      });
    let known = read();
    return {
      subscribe(listener: () => void): () => void {
        const ends = stores.map((store) => store.subscribe(listener));
        return () => {
          for (const end of ends) end();
        };
      },
      read(): readonly ScenarioNow[] {
        const now = read();
        const isSame = now.every(
          ({ scenario, branchScenario }, place) =>
            scenario === known[place]?.scenario && branchScenario === known[place]?.branchScenario,
        );
        if (!isSame) known = now;
        return known;
      },
    };
  }, [runs]);
  return useSyncExternalStore(watched.subscribe, watched.read);
}
