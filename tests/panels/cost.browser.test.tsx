/** The bill: its figures, and prices that are changed in their place. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { CostPanel } from '../../src/panels/cost/CostPanel.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';

let root: Root | undefined;

/** The run is run again for each price, beside other tests. */
const LONG = 60_000;

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(width = 1200): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show('queued');
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run('queued')}>
        <CostPanel />
      </RunProvider>
    </SessionProvider>,
  );
  await known(session);
  session.tick(performance.now());
  await page.getByRole('button', { name: 'The bill, line by line' }).click();
  return session;
}

const stateOf = (session: PageSession) => session.run('queued').store.getState();
const known = (session: PageSession) => vi.waitUntil(() => stateOf(session).status === 'finished', { timeout: 20_000 });
const lineOf = (name: string) => page.getByRole('row', { name });
const priceOf = (name: string) => page.getByRole('textbox', { name: `Price of ${name}` });
/** Presses a button by keyboard. */
async function press(name: string): Promise<void> {
  (page.getByRole('button', { name }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

const working = 'Processing fleet: Instances, in US dollars per instance-hour';
const idle = 'Processing fleet: Instances, idle, in US dollars per instance-hour';

it('lists what was used, at what price, and says what a month is taken from', async () => {
  const session = await shown();
  const { report } = stateOf(session);
  await expect.element(priceOf(working)).toHaveValue('0.085');
  await expect.element(lineOf('Processing fleet: Instances, idle')).toBeVisible();
  await expect
    .element(page.getByText('The month is 730 hours in which this run is played over and over', { exact: false }))
    .toBeVisible();
  const month = ((report?.bill.totalUsd as number) / 300) * 3600 * 730;
  await expect.element(page.getByText(`$${month.toFixed(2)}`)).toBeVisible();
  await expect.element(page.getByText('karpenter-provider-aws generated price table, 2026-07-20')).toBeVisible();
});

it('takes a price with Enter, marks it on every line and total where it counts, and gives it back', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  const before = stateOf(session).report?.bill.totalUsd as number;
  await priceOf(working).fill('0.17');
  await userEvent.keyboard('{Enter}');
  await expect.element(priceOf(idle)).toHaveValue('0.17');
  expect(document.activeElement).toBe(priceOf(working).element());
  await known(session);
  expect(stateOf(session).report?.bill.totalUsd).toBeGreaterThan(before);
  expect(page.getByText('With 1 price of your own').elements().length).toBeGreaterThanOrEqual(3);
  await press('Back to the list price of $0.085 for Processing fleet: Instances, idle');
  await expect.element(priceOf(working)).toHaveValue('0.085');
  expect(session.settings.getState().prices).toEqual({});
  // The button is gone; the keys go on where the price stands.
  expect(document.activeElement).toBe(priceOf(idle).element());
});

it('dates the sources of each price in its line, and names none for a price of one’s own', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  const sourceOf = (name: string): string => lineOf(name).element().lastElementChild?.textContent ?? '';
  expect(sourceOf('Processing fleet: Instances, idle')).toMatch(/^2026-07-20 \(\d\)$/);
  expect(sourceOf(': Files put in')).toMatch(/^2024-07-01 \(\d\)undated \(\d\)2026-10-04 \(\d\)$/);
  await expect.element(page.getByText(/collected on 2026-11-21 from the sources below/)).toBeVisible();
  const karpenter = page.getByText(/^karpenter-provider-aws/);
  await expect.element(karpenter).toHaveTextContent(/, 2026-07-20; generated from the AWS price list API$/);
  session.settings.setState({ prices: { 'ec2.c5.large': 1, 'ec2.t3.small': 1 } });
  await vi.waitUntil(() => sourceOf('Processing fleet: Instances, idle') === 'your own price');
  expect(karpenter.elements()).toHaveLength(0);
});

it('tells what a start costs at least apart from machines that were idle, and says why', async () => {
  await shown();
  const rest = lineOf('Processing fleet: Rest of the minute that a start costs at least, idle');
  await expect.element(rest).toBeVisible();
  await expect.element(page.getByText(/^Each start of a machine is paid for a minute at least/)).toBeVisible();
});

it('goes back to the list with all of them at once', { timeout: LONG }, async () => {
  const session = await shown();
  session.settings.setState({ prices: { 'ec2.c5.large': 1, 's3.put': 1 } });
  await expect.element(page.getByText('With 2 prices of your own').first()).toBeVisible();
  await press('Back to list prices');
  expect(session.settings.getState().prices).toEqual({});
  // The focus stays in the dialog, so that Escape closes it.
  expect(document.activeElement).toBe(page.getByRole('button', { name: 'Back to list prices' }).element());
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

it('says what is wrong with a price that is none, and keeps the one that holds', async () => {
  const session = await shown();
  await priceOf(working).fill('cheap');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(
      '“cheap” cannot be the price of “Processing fleet: Instances”: it must be a number from 0 to 1,000,000 US dollars.',
    );
  expect(session.settings.getState().prices).toEqual({});
  await userEvent.keyboard('{Escape}');
  await expect.element(priceOf(working)).toHaveValue('0.085');
  await expect.element(page.getByRole('dialog')).toBeVisible();
});

it('needs no scrolling sideways on a phone', async () => {
  await shown(390);
  await expect.element(priceOf(working)).toBeVisible();
  const dialog = document.querySelector('dialog') as HTMLElement;
  for (const each of [dialog, ...dialog.querySelectorAll<HTMLElement>('div, table')]) {
    expect(each.scrollWidth, each.className).toBeLessThanOrEqual(each.clientWidth + 1);
  }
});
