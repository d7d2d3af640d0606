/** Builds everything and mounts it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { workOffline } from './app/offline.ts';
import type { Problem } from './scenario/problem.ts';
import { followAddress } from './stores/address.ts';
import { createSession } from './stores/create-session.ts';

const session = createSession();
const root = createRoot(document.getElementById('root') as HTMLElement);

function show(problems: readonly Problem[]): void {
  root.render(
    <StrictMode>
      <App session={session} problems={problems} />
    </StrictMode>,
  );
}

let problems: readonly Problem[] = [];
await followAddress(session, (found) => {
  problems = found;
  show(found);
});
show(problems);
requestAnimationFrame(function tick(wallMs) {
  session.tick(wallMs);
  requestAnimationFrame(tick);
});
if (import.meta.env.PROD) void workOffline();
