/** The instrument of versions by hand and by keys: publish, try out on a few, bring out, roll back, and what each did. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aliasAt, publishedAt } from '../../../src/labs/function-lab/versions/alias.ts';
import { Versions } from '../../../src/labs/function-lab/versions/Versions.tsx';
import { parseScenario } from '../../../src/scenario/schema.ts';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'function-versions';

afterEach(takeAway);

async function shownAt(tSeconds: number): Promise<PageSession> {
  const session = await showBench(BENCH, <Versions stage={BENCH} />);
  at(session, tSeconds);
  return session;
}

const scenarioOf = (session: PageSession) => session.state.getState().scenarios[BENCH];
const button = (name: string | RegExp) => page.getByRole('button', { name });
const slider = (name: string) => page.getByRole('slider', { name });

it('publishes what is edited, tries it out on a few, brings it out for all, and goes back', {
  timeout: LONG,
}, async () => {
  const session = await shownAt(60);
  await expect.element(page.getByText('All calls go to: Version 1.')).toBeVisible();
  await expect.element(button('Roll back')).toHaveAttribute('aria-disabled', 'true');
  session.setParameter('handler', 'errorShare', 0.6);
  await button('Publish as version 2').click();
  expect(publishedAt(scenarioOf(session), 60)).toEqual([
    { version: 1, memoryMegabytes: 512 },
    { version: 2, memoryMegabytes: 512, errorShare: 0.6 },
  ]);
  await button('A tenth to Version 2').click();
  await expect.element(page.getByText('90% of the calls go to Version 1, 10% to Version 2.')).toBeVisible();
  await finished(session);
  at(session, 90);
  await expect
    .element(page.getByRole('img', { name: /^Version 2 over time: \d+ runs?, [1-9]\d* of them failed/ }))
    .toBeVisible();
  await expect
    .element(page.getByRole('img', { name: /^Version 1 over time: \d+ runs, 0 of them failed/ }))
    .toBeVisible();
  await button('All to Version 2').click();
  expect(aliasAt(scenarioOf(session), 90)).toEqual({ first: 2, second: 1, share: 0 });
  at(session, 95);
  await button('Roll back to Version 1').click();
  expect(aliasAt(scenarioOf(session), 95)).toEqual({ first: 1, second: 2, share: 0 });
  expect(parseScenario(scenarioOf(session)).ok).toBe(true);
  await finished(session);
  at(session, 240);
  await expect.element(page.getByText('All calls go to: Version 1.')).toBeVisible();
});

it('keeps what was published as it was, however the newest code is edited', { timeout: LONG }, async () => {
  const session = await shownAt(30);
  const work = slider('Computing it takes');
  (work.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await vi.waitUntil(() => session.parameterNow(BENCH, 'handler', 'workFactor') === 10);
  await expect.element(page.getByText('For ever: 512 MB, 0% of its work fails, 1× computing')).toBeVisible();
  await finished(session);
  at(session, 200);
  await expect
    .element(page.getByRole('img', { name: /^Version 1 over time: \d+ runs, 0 of them failed/ }))
    .toBeVisible();
});

it('turns the weight by keys', { timeout: LONG }, async () => {
  const session = await shownAt(50);
  await button('Publish as version 2').click();
  await button('Half to Version 2').click();
  const weight = slider('Weight of Version 2');
  await expect.element(weight).toBeVisible();
  (weight.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitUntil(() => session.parameterNow(BENCH, 'handler', 'secondVersionShare') === 0.51);
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByText('All calls go to: Version 1.')).toBeVisible();
});

it('never offers what is edited to the alias', { timeout: LONG }, async () => {
  await shownAt(0);
  const options = [...document.querySelectorAll('option')].map((each) => each.textContent);
  expect(options).toEqual(['Version 1', 'no other']);
});

it('holds a few first against all at once', { timeout: LONG }, async () => {
  const session = await shownAt(60);
  const against = page.getByRole('region', { name: 'A few first, against all at once' });
  await expect.element(against.getByText(/Try a version out on a share/)).toBeVisible();
  session.setParameter('handler', 'errorShare', 0.6);
  await button('Publish as version 2').click();
  await button('A tenth to Version 2').click();
  at(session, 90);
  await button('Roll back to Version 1').click();
  await finished(session);
  await against.getByRole('button', { name: 'Run it that way too' }).click();
  await expect.element(against.getByText('1 of 1 runs are over', { exact: false }), { timeout: 30_000 }).toBeVisible();
  const [few, all] = [...against.element().querySelectorAll('dd')].map((each) => Number(each.textContent));
  expect(few).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(10 * (few as number));
});
