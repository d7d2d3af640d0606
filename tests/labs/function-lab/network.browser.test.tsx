/** The instrument of the network on the page: where the function stands, what its calls find, and then beside now. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Network } from '../../../src/labs/function-lab/network/Network.tsx';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

afterEach(takeAway);

async function shown(width = 1000): Promise<PageSession> {
  const session = await showBench('function-network', <Network stage="function-network" />, width);
  at(session, 60);
  return session;
}

const map = () => page.getByRole('img', { name: /^Map of the private network/ });
const said = () => map().element().getAttribute('aria-label') ?? '';

it('shows both reached where something leads out, and tells it in words', { timeout: LONG }, async () => {
  const session = await shown();
  await expect.element(map()).toBeVisible();
  expect(said()).toMatch(
    /in a private subnet; the gateway in the public subnet is its way out\. Calls to Database: 2\d got through, 0 found no way\. Calls to Records: 2\d got/,
  );
  expect(said()).toContain('one shared interface');
  await finished(session);
  at(session, 0);
  await vi.waitUntil(() => said().includes('Calls to Database: 0 got through'));
});

it('puts the function inside without a way out, from the start of the run, by the keys', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  (page.getByRole('radio', { name: 'Inside, with a way out' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Inside, no way out' })).toBeChecked();
  expect(session.state.getState().scenarios['function-network'].parameters['handler']).toEqual({
    vpc: 'without-way-out',
  });
  await finished(session);
  at(session, 60);
  await vi.waitUntil(() => /Calls to Records: 0 got through, 2\d found no way/.test(said()));
  await expect.element(page.getByText(/^A call that found no way waited for 5\.\d s \(median of 2\d\)/)).toBeVisible();
});

it('breaks the starts of then into their parts', { timeout: LONG }, async () => {
  const session = await shown();
  await page.getByRole('radio', { name: 'Then: one each' }).click({ force: true });
  await finished(session);
  at(session, 60);
  const row = page
    .getByRole('listitem')
    .filter({ hasText: /^Environment \d+ at/ })
    .first();
  await vi.waitUntil(() => /interface [5-9]\.\d s/.test(row.element().textContent ?? ''));
  await expect.element(page.getByText('Measured in this run, the newest', { exact: false })).toBeVisible();
});

it('runs then and now in the background, and lays them side by side', { timeout: LONG }, async () => {
  await shown();
  await page.getByRole('button', { name: 'Run the three' }).click();
  const before = page.getByRole('row', { name: /^Inside, then/ });
  await vi.waitUntil(() => /then.*[5-9]\.\d s/.test(before.query()?.textContent ?? ''), { timeout: 30_000 });
  const cells = [...before.element().querySelectorAll('td')].map(({ textContent }) => textContent);
  expect(Number(cells[4])).toBe(Number(cells[3]));
  await expect.element(page.getByText('It is not in the bill', { exact: false })).toBeVisible();
});

it('stands one below another on a phone, with nothing wider than the page', { timeout: LONG }, async () => {
  await shown(390);
  const svg = map().element() as SVGSVGElement;
  await vi.waitUntil(() => svg.viewBox.baseVal.height > svg.viewBox.baseVal.width);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
