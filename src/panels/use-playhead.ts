/** The moment that is shown, for figures and words: told as often as the nodes of the picture are. */
import { useSyncExternalStore } from 'react';
import type { Run } from '../stores/session.ts';
import { useSession } from '../stores/session-context.tsx';

/** Simulated seconds since the start. Renders again a few times a second while it plays, and at every jump. */
export function usePlayhead({ frames }: Run): number {
  const session = useSession();
  useSyncExternalStore(frames.subscribe, frames.tick);
  return session.clock.getState().t;
}
