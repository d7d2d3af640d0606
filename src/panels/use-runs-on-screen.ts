/** The runs on screen, in the order in which they stand there. */
import { useMemo } from 'react';
import type { Run } from '../stores/session.ts';
import { useSession, useSessionState } from '../stores/session-context.tsx';

/** The same list until other runs come on screen. */
export function useRunsOnScreen(): readonly Run[] {
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  const compared = useSessionState((state) => state.compared);
  const claim = useSessionState((state) => state.claim);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which runs are on screen depends on these alone.
  return useMemo(() => session.runsOnScreen(), [session, screen, compared, claim]);
}
