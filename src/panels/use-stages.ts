/** The architectures on screen that the reader can change, and whether anybody uploads there. */
import { useMemo } from 'react';
import { type StageId, stages } from '../stages/catalogue.ts';
import type { Stage } from '../stages/stage.ts';
import { useSessionState } from '../stores/session-context.tsx';

/** In the order in which they stand there; none where what is on screen is fixed. */
export function useStagesOnScreen(): readonly StageId[] {
  const screen = useSessionState((state) => state.screen);
  const compared = useSessionState((state) => state.compared);
  return useMemo(() => {
    if (screen === 'home' || screen === 'proof') return [];
    return screen === 'compare' ? compared : [screen];
  }, [screen, compared]);
}

/** Whether there are people who upload: some small stages are about clicks, or about the clock. */
export function takesUploads(stage: StageId): boolean {
  const { nodes }: Stage = stages[stage];
  return nodes.some(({ id }) => id === 'users');
}
