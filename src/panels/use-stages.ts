/** The architectures on screen that the reader can change. */
import { useMemo } from 'react';
import type { StageId } from '../stages/catalogue.ts';
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
