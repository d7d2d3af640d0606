/** Logs and traces on the page: searched, followed, gone through by keys; a waterfall whose bars tell their times. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Traces } from '../../../src/labs/function-lab/traces/Traces.tsx';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

afterEach(takeAway);

async function shown(width = 1000): Promise<PageSession> {
  const session = await showBench('function-traces', <Traces stage="function-traces" />, width);
  at(session, 40);
  return session;
}

const lines = () => page.getByRole('listbox', { name: 'Lines of the log' });
const options = () =>
  lines()
    .getByRole('option')
    .elements()
    .map((each) => each.getAttribute('aria-label') ?? '');
const openTraces = () => page.getByRole('tab', { name: 'Traces' }).click();

it('lists the lines up to the moment of the clock, and no other; backwards too', { timeout: LONG }, async () => {
  const session = await shown();
  await expect.element(lines()).toBeVisible();
  const late = options().length;
  expect(late).toBeGreaterThan(40);
  expect(options().some((line) => line.includes('REPORT RequestId:'))).toBe(true);
  await finished(session);
  at(session, 5);
  await vi.waitUntil(() => options().length < late && options().length > 0);
  expect(options().every((line) => line.startsWith('00:0'))).toBe(true);
  await finished(session);
  at(session, 0);
  await expect.element(page.getByText('No line yet. Let it run.')).toBeVisible();
});

it('finds errors, and every line of one request', { timeout: LONG }, async () => {
  await shown();
  await page.getByRole('combobox', { name: 'Lines' }).selectOptions('Errors');
  await vi.waitUntil(() => options().length > 0 && options().every((line) => line.includes('[ERROR]')));
  (lines().element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await page.getByRole('button', { name: 'Only this request' }).click();
  await page.getByRole('combobox', { name: 'Lines' }).selectOptions('All');
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(options()[1] ?? '')?.[0] ?? 'none';
  const named = options().filter((line) => !line.includes('INIT_START'));
  expect(named.length).toBeGreaterThanOrEqual(4);
  expect(named.every((line) => line.includes(id))).toBe(true);
  await page.getByRole('button', { name: 'All requests' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such line');
  await expect.element(page.getByText('No line is like that.')).toBeVisible();
});

it('says why a log is empty whose function may not write, and that it ran all the same', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  await page.getByRole('switch', { name: /^Second function may write its log/ }).click();
  await finished(session);
  at(session, 40);
  await expect
    .element(page.getByText(/^Second function has written nothing, though it has run \d+ times: its role/))
    .toBeVisible();
  await vi.waitUntil(() => options().length > 0 && options().every((line) => !line.includes('Second function')));
});

it('goes from a line to its trace, which is then followed in the picture', { timeout: LONG }, async () => {
  const session = await shown();
  (lines().element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}{ArrowDown}{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Traces' })).toHaveAttribute('aria-selected', 'true');
  expect(session.state.getState().follow).toBe(0);
  await expect.element(page.getByRole('region', { name: 'Trace of request 0' })).toBeVisible();
});

it('tells the exact times of a bar that is gone to by keys, pointed at or tapped', { timeout: LONG }, async () => {
  await shown();
  await openTraces();
  const first = page.getByRole('button', { name: /^Callers to Gateway: Upload/ });
  (first.element() as HTMLElement).focus();
  await expect
    .element(page.getByText(/^Callers to Gateway: Upload: request and answer \d\.\d{3} s, from 0\.000 s to/))
    .toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  await expect.element(page.getByText(/^Run of Function: environment starts \d\.\d{3} s/)).toBeVisible();
  await expect.element(page.getByText(/^Request [0-9a-f]{8}-/)).toBeVisible();
  await page.getByRole('button', { name: /^Run of Function: runs/ }).click({ force: true });
  await expect.element(page.getByText(/^Run of Function: runs \d\.\d{3} s/)).toBeVisible();
});

it('shows tries one below another, and zooms to what the caller waited for', { timeout: LONG }, async () => {
  await shown();
  await openTraces();
  const tries = page.getByRole('button', { name: /^Try 2 of Second function.*: waits in the internal queue/ });
  await expect.element(tries).toBeVisible();
  await page.getByRole('radio', { name: 'What the caller waited for' }).click({ force: true });
  await vi.waitUntil(() => tries.query() === null);
  const bar = page
    .getByRole('button', { name: /^Callers to Gateway/ })
    .element()
    .getBoundingClientRect();
  expect(bar.width).toBeGreaterThan(400);
});

it('chooses a request from the list by keys, and fits a phone', { timeout: LONG }, async () => {
  const session = await shown(390);
  await openTraces();
  (page.getByRole('listbox', { name: /^Requests so far/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  expect(session.state.getState().follow).toBeGreaterThan(0);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

it('opens the traces where the story speaks of one, and the log where it speaks of that', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  const isOpen = (name: string) => page.getByRole('tab', { name }).element().getAttribute('aria-selected') === 'true';
  session.turnTo('function-traces', 'trace');
  await vi.waitUntil(() => isOpen('Traces'));
  await page.getByRole('tab', { name: 'Log' }).click();
  await vi.waitUntil(() => isOpen('Log'));
  // Its scene turns to it once more.
  session.turnTo('function-traces', 'trace');
  await vi.waitUntil(() => isOpen('Traces'));
  session.turnTo('function-traces', 'tries');
  await vi.waitUntil(() => isOpen('Log'));
});
