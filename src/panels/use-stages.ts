/** The architectures on screen that the reader can change. */
import { useMemo } from 'react';
import { isStageId, type StageId } from '../stages/catalogue.ts';
import { stageOf } from '../stores/run-ids.ts';
import { useSessionState } from '../stores/session-context.tsx';

/** Each once, in the order in which they stand there; none where what is on screen is fixed. */
export function useStagesOnScreen(): readonly StageId[] {
  const screen = useSessionState((state) => state.screen);
  const compared = useSessionState((state) => state.compared);
  return useMemo(() => {
    if (screen === 'compare') return [...new Set(compared.map(stageOf))];
    return isStageId(screen) ? [screen] : [];
  }, [screen, compared]);
}
