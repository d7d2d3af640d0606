/** Advice on sizes on the page: found by running, said in words, tried with a button, and taken back. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { SizingSection } from '../../src/panels/cost/SizingSection.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';

let root: Root | undefined;

/** Dozens of runs take their time where other tests run beside them. */
const LONG = 60_000;

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(stage: 'queued' | 'serverless' = 'queued'): Promise<PageSession> {
  const session = createSession();
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run(stage)}>
        <SizingSection />
      </RunProvider>
    </SessionProvider>,
  );
  await vi.waitUntil(() => session.run(stage).store.getState().status === 'finished', { timeout: 20_000 });
  return session;
}

const finder = () => page.getByRole('button', { name: 'Find a better size' });
const tryIt = () => page.getByRole('button', { name: 'Try it' });
const parametersOf = (session: PageSession) => session.run('queued').store.getState().scenario.parameters;

/** Presses a button by keyboard. */
async function press(button: ReturnType<typeof finder>): Promise<void> {
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

it('says how much of each fleet was used, and which smaller one would have met the same p95', {
  timeout: LONG,
}, async () => {
  await shown();
  await press(finder());
  await expect
    .element(
      page.getByText(/^Upload: \d+(\.\d+)?% used, of its slots while in service\. 1 instance fewer would have met/),
      {
        timeout: 30_000,
      },
    )
    .toHaveTextContent(/the same p95 \(.+ s instead of .+ s\) and cost \$\d.*less per hour\.$/);
  await expect
    .element(page.getByText(/^Processing fleet: \d+(\.\d+)?% used, of its slots while in service\./))
    .toBeVisible();
  await expect.element(page.getByText(/Each number was found by running this scenario with it/)).toBeVisible();
});

it('tries it, keeps the focus, and takes it back in one step', { timeout: LONG }, async () => {
  const session = await shown();
  const before = parametersOf(session);
  await press(finder());
  await expect.element(tryIt().first(), { timeout: 30_000 }).toBeVisible();
  await expect.element(finder(), { timeout: 30_000 }).toBeVisible();
  await press(tryIt().first());
  await vi.waitUntil(() => Number(parametersOf(session)['upload']?.['maximum']) === 1);
  expect(parametersOf(session)['upload']).toMatchObject({ minimum: 1, desired: 1, maximum: 1 });
  // Advice was about another scenario, and goes; the keys go on with looking for more.
  await expect.element(tryIt()).not.toBeInTheDocument();
  expect(document.activeElement).toBe(finder().element());
  session.undo();
  await vi.waitUntil(() => parametersOf(session)['upload']?.['maximum'] === before['upload']?.['maximum']);
  expect(parametersOf(session)).toEqual(before);
});

it('stops when asked to, and can be asked again', { timeout: LONG }, async () => {
  await shown();
  await press(finder());
  const stop = page.getByRole('button', { name: 'Stop looking' });
  await userEvent.keyboard('{Enter}');
  await expect.element(stop).not.toBeInTheDocument();
  expect(document.activeElement).toBe(finder().element());
});

it('says that there is nothing to size where only functions run', { timeout: LONG }, async () => {
  await shown('serverless');
  await press(finder());
  await expect.element(page.getByText(/^There are no machines here to size/)).toBeVisible();
});
