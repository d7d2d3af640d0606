/** The figures of several runs at the one moment that is shown. */
import { useCallback, useSyncExternalStore } from 'react';
import { type Figures, figuresAt } from '../panels/figures.ts';
import type { Run } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';

/** In the order of the runs, which must be the same list from one rendering to the next. */
export function useFiguresOf(runs: readonly Run[]): (Figures | null)[] {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = runs.flatMap(({ frames, store }) => [frames.subscribe(listener), store.subscribe(listener)]);
      return () => {
        for (const end of ends) end();
      };
    },
    [runs],
  );
  // Pictures and series change in place; these numbers say that they did.
  useSyncExternalStore(subscribe, () =>
    runs.map(({ frames, store }) => `${frames.tick()} ${store.getState().version}`).join(),
  );
  const { t } = session.clock.getState();
  return runs.map(({ store }) => figuresAt(store.getState().series, t));
}
