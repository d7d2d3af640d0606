/** Archive and replay in Chromium: a range by pointer and by keys, a replay of it, and what that did. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Archive } from '../../../src/labs/bus-lab/archive/Archive.tsx';
import type { BusReplay } from '../../../src/models/parameters.ts';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'bus-archive';
const handle = (name: 'Beginning' | 'End') => page.getByRole('slider', { name: `${name} of the range` });
const secondsOf = (name: 'Beginning' | 'End'): number => Number(handle(name).element().getAttribute('aria-valuenow'));
const replays = (session: PageSession) => session.parameterNow(BENCH, 'lab-bus', 'replays') as BusReplay[];
const cell = (listener: string, column: number): string =>
  [...(document.querySelectorAll('table')[0]?.querySelectorAll('tbody tr') ?? [])]
    .find((row) => row.querySelector('th')?.textContent === listener)
    ?.querySelectorAll('td')[column]?.textContent ?? '';

afterEach(takeAway);

it('chooses a range with the arrow keys and by dragging, and replays it to all rules', { timeout: LONG }, async () => {
  const session = await showBench(BENCH, <Archive />);
  at(session, 150);
  await vi.waitUntil(() => secondsOf('End') === 150);
  (handle('Beginning').element() as HTMLElement).focus();
  await userEvent.keyboard('{PageUp}{PageUp}{ArrowRight}');
  await vi.waitUntil(() => secondsOf('Beginning') === 21);
  const end = handle('End').element();
  const { left, width, top } = end.getBoundingClientRect();
  const pointer = (type: string, x: number): boolean =>
    end.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: top + 5, pointerId: 1, button: 0, bubbles: true }));
  // The pointer is made up, and cannot be captured.
  (end as HTMLElement).setPointerCapture = () => {};
  pointer('pointerdown', left + width / 2);
  pointer('pointermove', left + width / 2 - 60);
  pointer('pointerup', left + width / 2 - 60);
  await vi.waitUntil(() => secondsOf('End') < 140);
  expect(secondsOf('End')).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Replay now' }).click();
  expect(replays(session)).toHaveLength(1);
  expect(replays(session)[0]).toMatchObject({ fromSeconds: 21 });
  await finished(session);
  at(session, 200);
  await vi.waitUntil(() => Number(cell('Bonus', 1)) > 10);
  expect(cell('Bonus', 4)).toBe(cell('Bonus', 1));
  expect(cell('Catalogue', 4)).toBe('0');
  expect(cell('Catalogue', 3)).toBe(cell('Catalogue', 1));
  await expect.element(page.getByText(/\d+ events came again\./)).toBeVisible();
});

it('sends the past to a newcomer alone', { timeout: LONG }, async () => {
  const session = await showBench(BENCH, <Archive />, 390);
  at(session, 150);
  await page.getByRole('switch', { name: 'Search listens too' }).click();
  await vi.waitUntil(() => document.querySelectorAll('option[value="search"]').length === 1);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'For' }), 'search');
  await page.getByRole('button', { name: 'Replay now' }).click();
  await finished(session);
  expect(replays(session)[0]).toMatchObject({ rule: 'search' });
  at(session, 200);
  await vi.waitUntil(() => Number(cell('Search', 1)) > 20);
  expect([cell('Bonus', 1), cell('Catalogue', 1)]).toEqual(['0', '0']);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

it('keeps long videos only, or for a while only, from this moment on, and shows what that costs', {
  timeout: LONG,
}, async () => {
  const session = await showBench(BENCH, <Archive />);
  at(session, 100);
  await page.getByRole('radio', { name: 'Long videos only' }).click();
  await finished(session);
  expect(session.parameterNow(BENCH, 'lab-bus', 'archive')).toMatchObject({ retentionSeconds: 0, pattern: {} });
  at(session, 250);
  await expect.element(page.getByText(/^not kept: [1-9]\d*$/)).toBeVisible();
  (page.getByRole('slider', { name: 'Retention' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await finished(session);
  at(session, 260);
  await expect.element(page.getByText(/^forgotten: [1-9]\d*$/)).toBeVisible();
  await expect.element(page.getByText('Put into the archive, GB')).toBeVisible();
});
