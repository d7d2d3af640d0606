/** The figures of several runs at the one moment that is shown. */
import { useCallback, useSyncExternalStore } from 'react';
import { figuresAt } from '../panels/figures.ts';
import type { Run } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';
import type { Measured } from './measures.ts';
import { wholeRunOf } from './whole-run.ts';

/** How many prices of the reader's own count in what these runs cost; of those that are known to their ends. */
export function useOwnPricesOf(runs: readonly Run[]): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = runs.map(({ store }) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [runs],
  );
  return useSyncExternalStore(
    subscribe,
    () => new Set(runs.flatMap(({ store }) => store.getState().report?.bill.ownPrices ?? [])).size,
  );
}

/** In the order of the runs, which must be the same list from one rendering to the next. */
export function useFiguresOf(runs: readonly Run[]): (Measured | null)[] {
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
  return runs.map(({ store }) => {
    const { series, report } = store.getState();
    const figures = figuresAt(series, t);
    return figures && { ...figures, whole: report && wholeRunOf(report) };
  });
}
