/** The instrument of the two doors by hand and by keys, and what is said of the uses of functions beside their stories. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Permissions } from '../../../src/labs/function-lab/permissions/Permissions.tsx';
import { Uses } from '../../../src/panels/story/Uses.tsx';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { stages, useIds } from '../../../src/stages/catalogue.ts';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'function-permissions';

afterEach(takeAway);

async function shownAt(tSeconds: number): Promise<PageSession> {
  const session = await showBench(BENCH, <Permissions stage={BENCH} />);
  at(session, tSeconds);
  return session;
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
  at(session, 100);
  await expect.element(policy().getByText(/[1-9]\d* of them turned away/)).toBeVisible();
  await expect.element(policy().getByText(/^Who saw it: \d+ people saw an error at once/)).toBeVisible();
  at(session, 59);
  await expect.element(front).toHaveAttribute('aria-checked', 'true');
  expect(
    policy()
      .getByText(/[1-9]\d* of them turned away/)
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
  at(session, 100);
  await expect
    .element(
      role()
        .getByText(/[1-9]\d* of them not allowed; with that the run failed/)
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
  at(session, 120);
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

it('is said of every use of functions: each link, how it is used, which door, and the action', {
  timeout: LONG,
}, async () => {
  for (const use of useIds) {
    takeAway();
    await showBench(use, <Uses stage={use} />);
    const list = page.getByRole('list', { name: 'Who calls whom, and who has to allow it' });
    await expect.element(list).toBeVisible();
    await vi.waitUntil(() => list.getByRole('listitem').elements().length === stages[use].links.length);
    const words = list.element().textContent;
    expect(words).toMatch(/lambda:InvokeFunction|kinesis:GetRecords/);
    expect(words).not.toMatch(/undefined|null/);
  }
});
