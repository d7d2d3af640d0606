/** The instrument of the bench of environments: cells, keys, sliders, and what was measured beside what theory says. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Environments } from '../../../src/labs/function-lab/environments/Environments.tsx';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'function-environments';

afterEach(takeAway);

async function shownAt(tSeconds: number): Promise<PageSession> {
  const session = await showBench(BENCH, <Environments stage={BENCH} />);
  at(session, tSeconds);
  return session;
}

const cells = () => page.getByRole('button', { name: /^Environment \d+ / });

it('shows a cell for each environment at the moment of the clock, in words too', { timeout: LONG }, async () => {
  const session = await shownAt(0);
  await expect.element(page.getByText('No environment has been started yet', { exact: false })).toBeVisible();
  at(session, 30);
  await expect.element(page.getByRole('heading', { name: /^\d+ environments now$/ })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: /is at work on call \d+, which found it warm/ }).first())
    .toBeVisible();
  await expect
    .element(page.getByRole('button', { name: /is warm and idle, for .+ of the 20 s/ }).first())
    .toBeVisible();
});

it('goes from cell to cell by key, and tells all about the one in focus', { timeout: LONG }, async () => {
  await shownAt(30);
  await expect.element(cells().first()).toBeVisible();
  (cells().first().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(cells().nth(1).element());
  await userEvent.keyboard('{Home}');
  expect(document.activeElement).toBe(cells().first().element());
  // One stop for the tab key.
  expect(
    cells()
      .elements()
      .filter((each) => each.getAttribute('tabindex') === '0'),
  ).toHaveLength(1);
  await expect.element(page.getByText(/counter = \d+, kept from run to run/)).toBeVisible();
  await expect.element(page.getByText(/call-\d+\.json.*No other environment sees them/)).toBeVisible();
});

it('lists the last calls, cold or warm, and what each found', { timeout: LONG }, async () => {
  const session = await shownAt(2);
  await expect.element(page.getByText(/found its memory and \/tmp empty/).first()).toBeVisible();
  at(session, 60);
  await expect.element(page.getByText(/found \d+ in its counter, and \d+ files? in its \/tmp/).first()).toBeVisible();
});

it('holds what was measured against theory, and says why the closed form does not hold here', {
  timeout: LONG,
}, async () => {
  const session = await shownAt(3600);
  const table = page.getByRole('table', { name: 'Measured, and what theory says' });
  await expect.element(table.getByText('Does not hold here', { exact: false })).toBeVisible();
  await vi.waitUntil(() => table.getByText('Yes: theory lies within the interval').elements().length === 2);
  await expect.element(page.getByText(/Counted from 00:30\.0 on: 7,\d+ calls/)).toBeVisible();
  at(session, 40);
  await expect.element(page.getByText(/^Counting begins at 00:30/)).toBeVisible();
});

it('turns traffic from now on and the idle lifetime from the start, by key', { timeout: LONG }, async () => {
  const session = await shownAt(100);
  (page.getByRole('slider', { name: 'Traffic' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await vi.waitUntil(() => session.run(BENCH).store.getState().scenario.interventions.length === 1);
  expect(session.run(BENCH).store.getState().scenario.interventions[0]).toMatchObject({ atSeconds: 100 });
  (page.getByRole('slider', { name: 'Idle lifetime' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitUntil(
    () => session.run(BENCH).store.getState().scenario.parameters['handler']?.['idleSeconds'] !== undefined,
  );
});

it('measures the points of the curve in the background', { timeout: LONG }, async () => {
  await shownAt(3600);
  (page.getByRole('button', { name: 'Measure the points' }).element() as HTMLElement).click();
  await expect.element(page.getByText('84 of 84 runs are over.'), { timeout: 50_000 }).toBeVisible();
  (page.getByText('The chart as a table').element() as HTMLElement).click();
  await expect.element(page.getByRole('row', { name: /^60 .*% \(.*% to .*%\)$/ })).toBeVisible();
});
