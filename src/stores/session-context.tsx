/** Hands session and run down to the parts of the page. */
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ComponentView } from '../playback/view.ts';
import type { ClockState } from './clock-store.ts';
import type { RunState } from './run-store.ts';
import type { Run, Session, SessionState } from './session.ts';
import type { Settings } from './settings-store.ts';

const SessionContext = createContext<Session | null>(null);
const RunContext = createContext<Run | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function RunProvider({ run, children }: { run: Run; children: ReactNode }) {
  return <RunContext value={run}>{children}</RunContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The run whose picture or figures this part shows. */
export function useRun(): Run {
  const run = use(RunContext);
  if (!run) throw new Error('useRun outside of RunProvider');
  return run;
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().state, select);
}

export function useClock<T>(select: (state: ClockState) => T): T {
  return useStore(useSession().clock, select);
}

export function useSettings<T>(select: (state: Settings) => T): T {
  return useStore(useSession().settings, select);
}

export function useRunState<T>(select: (state: RunState) => T): T {
  return useStore(useRun().store, select);
}

/**
 * What is shown of a component now; renders again a few times a second while it plays. The object is live:
 * read it while rendering, do not keep it. Undefined before the first picture.
 */
export function useShown(component: number): ComponentView | undefined {
  const { frames } = useRun();
  useSyncExternalStore(frames.subscribe, frames.tick);
  return frames.latest()?.view[component];
}
