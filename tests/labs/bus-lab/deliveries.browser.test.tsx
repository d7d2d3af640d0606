/** The lanes of deliveries in Chromium: one target fails, the others do not, and each has its own dead letters. */
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Deliveries } from '../../../src/labs/bus-lab/deliveries/Deliveries.tsx';
import type { BusRule } from '../../../src/models/parameters.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'bus-deliveries';
const lane = (name: string) => page.getByRole('region', { name, exact: true });
const figure = (name: string, label: string): string =>
  [...lane(name).element().querySelectorAll('dl > div')]
    .find((each) => each.querySelector('dt')?.textContent === label)
    ?.querySelector('dd')?.textContent ?? '';

afterEach(takeAway);

it('takes one target down: its copies are tried again, and the other lanes stay as they are', {
  timeout: LONG,
}, async () => {
  const session = await showBench(BENCH, <Deliveries />);
  at(session, 60);
  await lane('Partner').getByRole('switch', { name: 'Down' }).click();
  await finished(session);
  at(session, 110);
  await vi.waitUntil(() => Number(figure('Partner', 'retries')) > 10);
  for (const name of ['Processing', 'Mail', 'Audit']) {
    expect(figure(name, 'retries')).toBe('0');
    expect(figure(name, 'half within')).toMatch(/^1\d\d ms$/);
  }
  await expect
    .element(
      lane('Partner')
        .getByText(/^Upload \d+: tried \d+ times?, .+ old\./)
        .first(),
    )
    .toBeVisible();
  expect(lane('Partner').element().querySelectorAll('svg g').length).toBeGreaterThan(5);
  at(session, 59);
  await vi.waitUntil(() => figure('Partner', 'retries') === '0');
});

it('takes the dead letters of one target away, from this moment on', { timeout: LONG }, async () => {
  const session = await showBench(BENCH, <Deliveries />, 390);
  at(session, 30);
  await lane('Mail').getByRole('switch', { name: 'Dead letters' }).click();
  await lane('Mail').getByRole('switch', { name: 'Not allowed in' }).click();
  await finished(session);
  const rules = session.parameterNow(BENCH, 'lab-bus', 'rules') as BusRule[];
  expect(rules.filter(({ targets }) => targets[0]?.deadLetter === undefined).map(({ name }) => name)).toEqual(['mail']);
  at(session, 120);
  await vi.waitUntil(() => Number(figure('Mail', 'dropped')) > 5);
  expect(figure('Mail', 'dead letters')).toBe('0');
  expect(figure('Mail', 'retries')).toBe('0');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

it('says so where nothing doubles, because the first pause is longer than the longest', { timeout: LONG }, async () => {
  const session = await showBench(BENCH, <Deliveries />);
  session.setParameter('lab-bus', 'retryBaseSeconds', 60);
  await finished(session);
  at(session, 60);
  await expect.element(page.getByText(/^The base of 1 m(in)? ?.*is longer than the cap of 30 s/)).toBeVisible();
  session.undo();
  await vi.waitUntil(() => page.getByText(/^The base of/).query() === null);
});

it('holds the waits that were measured against their bound, in a plot and in a table', { timeout: LONG }, async () => {
  const session = await showBench(BENCH, <Deliveries />);
  at(session, 10);
  await lane('Partner').getByRole('switch', { name: 'Down' }).click();
  await finished(session);
  at(session, 150);
  await page.getByText('The same in figures').click();
  const rows = () => [...document.querySelectorAll('tbody tr')];
  await vi.waitUntil(() => rows().length === 8);
  const bounds = rows().map((row) => row.querySelector('td')?.textContent);
  expect(bounds).toEqual(['1.0 s', '2.0 s', '4.0 s', '8.0 s', '16 s', '30 s', '30 s', '30 s']);
  await page.getByRole('radio', { name: 'Whole run' }).click();
  await expect.element(page.getByRole('img', { name: 'Partner: deliveries and tries by time' })).toBeVisible();
});
