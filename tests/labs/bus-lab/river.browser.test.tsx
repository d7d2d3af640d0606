/** The river in Chromium: events by pointer and by keys, rules, and those who come and go while it runs. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { River } from '../../../src/labs/bus-lab/river/River.tsx';
import type { BusRule } from '../../../src/models/parameters.ts';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'bus-river';
const shown = (width?: number): Promise<PageSession> => showBench(BENCH, <River stage={BENCH} />, width);
const rulesNow = (session: PageSession): string[] =>
  (session.parameterNow(BENCH, 'lab-bus', 'rules') as BusRule[]).map(({ name }) => name);
const title = () => page.getByRole('status').first();

afterEach(takeAway);

it('goes from event to event by keys, and tells of each its JSON and what every rule made of it', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  at(session, 60);
  const before = page.getByRole('button', { name: 'The event before' });
  await vi.waitUntil(() => before.element().getAttribute('aria-disabled') !== 'true');
  (before.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(title()).toHaveTextContent(/^Event \d+: [a-z-]+, from .+, at 0\d:\d\d\.\d$/);
  const first = title().element().textContent;
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => title().element().textContent !== first);
  await expect.element(page.getByRole('region', { name: 'The event' })).toHaveTextContent(/"detail-type":/);
  await expect.element(page.getByText(/^(No rule took it|\d rules? took it)/)).toBeVisible();
  await expect.element(page.getByText(/detail-type is "[a-z-]+", and the rule asks for/).first()).toBeVisible();
});

it('tells of a dot that is clicked, and forgets it where one goes back before it', { timeout: LONG }, async () => {
  const session = await shown();
  at(session, 60);
  const canvas = document.querySelector('canvas') as HTMLCanvasElement;
  const hit = async (): Promise<boolean> => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    for (let y = height * 0.5; y < height; y += 6) {
      for (let x = width * 0.2; x < width * 0.9; x += 12) {
        canvas.dispatchEvent(new MouseEvent('click', { clientX: left + x, clientY: top + y, bubbles: true }));
        await new Promise(requestAnimationFrame);
        if (/^Event/.test(title().element().textContent ?? '')) return true;
      }
    }
    return false;
  };
  expect(await hit()).toBe(true);
  at(session, 0);
  await expect.element(page.getByText('Pick an event or a rule on the river', { exact: false })).toBeVisible();
});

it('shows the pattern of a rule, and says of one that is not there that it hears nothing', {
  timeout: LONG,
}, async () => {
  const session = await shown(390);
  at(session, 60);
  await page.getByRole('button', { name: /^Statistics \d+/ }).click();
  await expect.element(page.getByRole('region', { name: 'The pattern' })).toHaveTextContent('"clicked"');
  await page.getByRole('button', { name: 'Audit no rule' }).click();
  await expect.element(page.getByText('It has no rule at this moment, and hears nothing.')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

it('lets listeners and producers come and go from this moment on, and nobody else is changed', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  at(session, 60);
  await page.getByRole('switch', { name: 'Audit' }).click();
  await page.getByRole('switch', { name: 'Clickers' }).click();
  await finished(session);
  expect(rulesNow(session)).toContain('audit');
  expect(session.parameterNow(BENCH, 'clickers', 'ratePerSecond')).toBe(0);
  await expect.element(page.getByText('Others whose program had to be changed for it: 0.')).toBeVisible();
  at(session, 59);
  expect(rulesNow(session)).not.toContain('audit');
  at(session, 120);
  await vi.waitUntil(() => page.getByRole('button', { name: /^Audit \d+/ }).elements().length === 1);
  await page.getByRole('switch', { name: 'Audit' }).click();
  await page.getByRole('switch', { name: 'Clickers' }).click();
  expect(rulesNow(session)).not.toContain('audit');
  expect(session.parameterNow(BENCH, 'clickers', 'ratePerSecond')).toBe(0.5);
});
