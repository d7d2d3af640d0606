/** The figures of a run at the moment that is shown. */
import { useStore } from 'zustand';
import type { Run } from '../stores/session.ts';
import { type Figures, figuresAt } from './figures.ts';
import { usePlayhead } from './use-playhead.ts';

export function useFigures(run: Run): Figures | null {
  const t = usePlayhead(run);
  // The series grows in place; its version says that it did.
  useStore(run.store, (state) => state.version);
  return figuresAt(run.store.getState().series, t);
}
