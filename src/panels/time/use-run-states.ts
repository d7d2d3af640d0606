/** What is known of the runs on screen, for lanes, marks and log: told a few times a second while chunks arrive. */
import { useMemo, useSyncExternalStore } from 'react';
import type { RunState } from '../../stores/run-store.ts';
import type { Run, RunId } from '../../stores/session.ts';
import { nowAndThen } from './now-and-then.ts';

/** What is known of a run, and which it is: in a proof two may show the same architecture. */
export interface TimedRun extends RunState {
  id: RunId;
}

/** Four times a second. Our choice: growing curves look steady, and drawing them costs nothing beside the picture. */
const EVERY_MS = 250;

export function useRunStates(runs: readonly Run[]): readonly TimedRun[] {
  const watched = useMemo(() => {
    const stores = runs.map(({ store }) => store);
    return nowAndThen(stores, () => stores.map((store) => store.getState()), areSame, EVERY_MS);
  }, [runs]);
  const states = useSyncExternalStore(watched.subscribe, watched.read);
  return useMemo(() => states.map((state, place) => ({ ...state, id: (runs[place] as Run).id })), [states, runs]);
}

function areSame(a: readonly RunState[], b: readonly RunState[]): boolean {
  return a.every((state, index) => state === b[index]);
}
