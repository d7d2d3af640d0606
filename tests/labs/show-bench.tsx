/** Shows the instrument of a bench in the browser, or what stands beside a stage, on a real run that is known to its end. */
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import type { StageId } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';

/** A real run in a worker, on a busy machine. */
export const LONG = 60_000;

let root: Root | undefined;

export function takeAway(): void {
  root?.unmount();
  document.body.replaceChildren();
}

/** `prepare` sets what the run is to begin with. */
export async function showBench(
  bench: StageId,
  instrument: ReactNode,
  width = 1000,
  prepare: (session: PageSession) => void = () => {},
): Promise<PageSession> {
  localStorage.clear();
  await page.viewport(width, 1200);
  const session = createSession();
  session.show(bench);
  prepare(session);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run(bench)}>{instrument}</RunProvider>
    </SessionProvider>,
  );
  await finished(session);
  return session;
}

export function finished(session: PageSession): Promise<unknown> {
  return vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
}

/** Draws the picture of a moment, as the page's loop does. */
export function at(session: PageSession, tSeconds: number): void {
  session.seek(tSeconds);
  session.tick(performance.now());
}
