/** The instrument of the two doors by hand and by keys, and what is said of the uses of functions beside their stories. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Permissions } from '../../../src/labs/function-lab/permissions/Permissions.tsx';
import { Uses } from '../../../src/panels/story/Uses.tsx';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { stages, useIds } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../../src/stores/session-context.tsx';

const BENCH = 'function-permissions';
const LONG = 60_000;

let root: Root | undefined;

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shownAt(tSeconds: number): Promise<PageSession> {
  const session = createSession();
  session.show(BENCH);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run(BENCH)}>
        <Permissions stage={BENCH} />
      </RunProvider>
    </SessionProvider>,
  );
  await finished(session);
  seek(session, tSeconds);
  return session;
}

const finished = (session: PageSession) =>
  vi.waitUntil(() => session.run(BENCH).store.getState().status === 'finished', { timeout: 30_000 });

/** Goes to a moment and draws it, as the page does. */
function seek(session: PageSession, tSeconds: number): void {
  session.seek(tSeconds);
  session.tick(performance.now());
}

const policy = () => page.getByRole('region', { name: 'Who may call it' });
const role = () => page.getByRole('region', { name: 'What it may do' });
const setting = (session: PageSession, name: string) => session.parameterNow(BENCH, 'handler', name);

it('takes an entry of the policy away, at the moment of the clock, and tells who is turned away', {
  timeout: LONG,
}, async () => {
  const session = await shownAt(60);
  await expect.element(policy().getByText('s3.amazonaws.com', { exact: false })).toBeVisible();
  const front = policy().getByRole('switch', { name: /^Front door may call it/ });
  await expect.element(front).toHaveAttribute('aria-checked', 'true');
  await front.click();
  expect(setting(session, 'invokedBy')).toEqual(['photos', 'lab-bus']);
  await expect.element(front).toHaveAttribute('aria-checked', 'false');
  await expect.element(policy().getByText('apigateway.amazonaws.com', { exact: false })).not.toBeInTheDocument();
  await finished(session);
  seek(session, 100);
  await expect.element(policy().getByText(/turned away [1-9]\d* times/)).toBeVisible();
  await expect.element(policy().getByText(/^Who saw it: \d+ people saw an error at once/)).toBeVisible();
  seek(session, 59);
  await expect.element(front).toHaveAttribute('aria-checked', 'true');
  expect(
    policy()
      .getByText(/turned away [1-9]/)
      .elements(),
  ).toHaveLength(0);
});

it('takes an entry of the role away by key and gives it back, live', { timeout: LONG }, async () => {
  const session = await shownAt(60);
  const records = role().getByRole('switch', { name: /^It may write or send to: Records/ });
  (records.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  expect(setting(session, 'mayCall')).toEqual(['inbox', 'outbox']);
  await finished(session);
  seek(session, 100);
  await expect
    .element(
      role()
        .getByText(/[1-9]\d* runs failed because this was not allowed/)
        .first(),
    )
    .toBeVisible();
  await records.click();
  expect(setting(session, 'mayCall')).toBeNull();
  const { scenarios } = session.state.getState();
  expect(parseScenario(scenarios[BENCH]).ok).toBe(true);
  expect(scenarios[BENCH].interventions).toHaveLength(2);
});

it('says that messages stay where the function may not read, and that nobody sees it', { timeout: LONG }, async () => {
  const session = await shownAt(30);
  await role()
    .getByRole('switch', { name: /^It may read from: Requests/ })
    .click();
  await finished(session);
  seek(session, 120);
  await expect.element(role().getByText(/^Who saw it: nobody\. [1-9]\d* messages lie in the queue/)).toBeVisible();
});

it('holds its switches still while a fault has taken all entries away', { timeout: LONG }, async () => {
  const session = await shownAt(60);
  session.toggleFault('policy-missing', 'handler');
  await expect.element(policy().getByText(/A fault has taken all of this away/)).toBeVisible();
  const front = policy().getByRole('switch', { name: /^Front door/ });
  await expect.element(front).toHaveAttribute('aria-checked', 'false');
  await expect.element(front).toHaveAttribute('aria-disabled', 'true');
});

it('is said of every use of functions: each link, how it is used, which door, and the action', async () => {
  const session = createSession();
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  for (const use of useIds) {
    root.render(
      <SessionProvider session={session}>
        <Uses stage={use} />
      </SessionProvider>,
    );
    const list = page.getByRole('list', { name: 'Who calls whom, and who has to allow it' });
    await expect.element(list).toBeVisible();
    await vi.waitUntil(() => list.getByRole('listitem').elements().length === stages[use].links.length);
    const words = list.element().textContent;
    expect(words).toMatch(/lambda:InvokeFunction|kinesis:GetRecords/);
    expect(words).not.toMatch(/undefined|null/);
  }
});
