/** The instrument of memory on the page: moved by keys, by number, by pointer, and what it says then. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Memory } from '../../../src/labs/function-lab/memory/Memory.tsx';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { LONG, showBench, takeAway } from '../show-bench.tsx';

afterEach(takeAway);

const shown = (width?: number): Promise<PageSession> =>
  showBench('function-memory', <Memory stage="function-memory" />, width);

const handle = () => page.getByRole('slider', { name: 'Memory, in the chart' });
const memoryOf = (session: PageSession) => session.parameterNow('function-memory', 'handler', 'memoryMegabytes');

it('measures the points, and says that they agree with the closed form', { timeout: LONG }, async () => {
  await shown();
  await expect.element(page.getByText(/^Measured and closed form agree: /), { timeout: 30_000 }).toBeVisible();
  expect(document.querySelectorAll('svg circle')).toHaveLength(18);
});

it('is moved by keys, a megabyte at a time or further, and the run has that memory', { timeout: LONG }, async () => {
  const session = await shown();
  (handle().element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  await vi.waitUntil(() => memoryOf(session) === 513, { timeout: 5000 });
  await userEvent.keyboard('{PageUp}');
  await vi.waitUntil(() => memoryOf(session) === 641, { timeout: 5000 });
  await userEvent.keyboard('{End}');
  await vi.waitUntil(() => handle().element().getAttribute('aria-valuetext')?.startsWith('10,240 MB: '), {
    timeout: 5000,
  });
  await expect.element(page.getByText(/come 5\.79 vCPU, of which the program can use 1\./)).toBeVisible();
});

it('takes a number that is written, and puts one right that cannot be', { timeout: LONG }, async () => {
  const session = await shown();
  const field = page.getByRole('spinbutton');
  await userEvent.fill(field, '2000');
  await vi.waitUntil(() => memoryOf(session) === 2000, { timeout: 5000 });
  await userEvent.fill(field, '50');
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => memoryOf(session) === 128, { timeout: 5000 });
  await expect.element(field).toHaveValue(128);
  await userEvent.fill(field, '700');
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(field, '1.5');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue(700);
  await userEvent.fill(field, '');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue(700);
});

it('is dragged, and decides where it is let go', { timeout: LONG }, async () => {
  const session = await shown();
  const svg = document.querySelector('svg') as SVGSVGElement;
  const now = document.querySelector('[role="slider"]') as SVGElement;
  const { left, width, top } = now.getBoundingClientRect();
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => undefined;
  svg.hasPointerCapture = () => true;
  const at = (x: number) => ({ clientX: x, clientY: top + 40, pointerId: 1, bubbles: true });
  const middle = left + width / 2;
  svg.dispatchEvent(new PointerEvent('pointerdown', at(middle)));
  svg.dispatchEvent(new PointerEvent('pointermove', at(middle + 60)));
  const seen = Number(now.getAttribute('aria-valuenow'));
  svg.dispatchEvent(new PointerEvent('pointerup', at(middle + 60)));
  await vi.waitUntil(() => Number(memoryOf(session)) > 600, { timeout: 5000 });
  expect(document.activeElement).toBe(document.querySelector('[role="slider"]'));
  expect(seen).toBeGreaterThanOrEqual(512);
});

it('sets the share of computing and the threads of the run', { timeout: LONG }, async () => {
  const session = await shown();
  const share = page.getByRole('slider', { name: 'Share of the work that is computing' });
  (share.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await vi.waitUntil(
    () => JSON.stringify(session.parameterNow('function-memory', 'handler', 'steps')).includes('"cpuShare":1'),
    { timeout: 5000 },
  );
  await page.getByRole('radio', { name: '6' }).click({ force: true });
  expect(session.parameterNow('function-memory', 'handler', 'threads')).toBe(6);
  // Nothing waits any more but for the write: nearly each size costs the same.
  await expect
    .element(page.getByText(/^The fastest is \d+× as fast as the cheapest, and costs 1\.\d× as much\.$/))
    .toBeVisible();
});

it('shows the last call of the run as it was billed, at the prices of the reader', { timeout: LONG }, async () => {
  const session = await shown();
  await expect.element(page.getByText('No call is over yet. Play the run.')).toBeVisible();
  session.seek(100);
  session.tick(100);
  await expect.element(page.getByText('A part of a millisecond counts as one.', { exact: false })).toBeVisible();
  const billed = (): string => document.querySelector('dl')?.textContent ?? '';
  const [, took = '', ms = ''] = /took([\d,.]+) ms.*billed([\d,]+) ms/.exec(billed()) ?? [];
  expect(Math.ceil(Number(took.replace(',', '')))).toBe(Number(ms.replace(',', '')));
  const before = billed();
  session.settings.setState({ prices: { 'lambda.gb-s.x86': 0.01 } });
  await expect.element(page.getByText('With 1 price of your own')).toBeVisible();
  expect(billed()).not.toBe(before);
});

it('needs no scrolling sideways on a phone', { timeout: LONG }, async () => {
  await shown(390);
  await expect.element(handle()).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
