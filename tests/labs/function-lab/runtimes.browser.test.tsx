/** The instrument of runtimes on the page: choosing one, and packages that fit or do not. */
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Runtimes } from '../../../src/labs/function-lab/runtimes/Runtimes.tsx';
import { parseScenario } from '../../../src/scenario/schema.ts';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { LONG, showBench, takeAway } from '../show-bench.tsx';

afterEach(takeAway);

const shown = (width?: number): Promise<PageSession> =>
  showBench('function-runtimes', <Runtimes stage="function-runtimes" />, width);

const handlerOf = (session: PageSession) =>
  session.state.getState().scenarios['function-runtimes'].parameters['handler'] ?? {};
const choice = (name: RegExp) => page.getByRole('radio', { name });
const sizeSlider = () => page.getByRole('slider', { name: 'Size of the package' });

it('tells of each runtime what its start was made of, and that warm calls are the same', {
  timeout: LONG,
}, async () => {
  await shown();
  await expect
    .element(page.getByText(/^A warm call took \d+ ms with each of the 7 that were run/), { timeout: 20_000 })
    .toBeVisible();
  for (const name of [
    /^Python [\d.]+ s .*runtime \d+ ms, own code/,
    /^Java, from a snapshot .*snapshot \d+ ms/,
    /^Container image/,
  ]) {
    await expect.element(choice(name)).toBeInTheDocument();
  }
});

it('sets what is chosen for the run, by pointer and by keys, and never what does not hold', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  await choice(/^Java, from a snapshot/).click();
  expect(handlerOf(session)).toMatchObject({ runtime: 'java', snapStart: 'yes' });
  // The next in the list has no snapshot.
  await userEvent.keyboard('{ArrowDown}');
  expect(handlerOf(session)).toMatchObject({ runtime: 'custom', snapStart: 'no' });
  expect(parseScenario(session.state.getState().scenarios['function-runtimes'])).toMatchObject({ ok: true });
});

it('refuses a package that does not fit, says why, and leaves the run as it is', { timeout: LONG }, async () => {
  const session = await shown();
  (sizeSlider().element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByText('It does not fit.')).toBeVisible();
  await expect.element(page.getByText('The run stays as it is: Python, 10 MB.')).toBeVisible();
  expect(handlerOf(session)['packageMegabytes']).toBeUndefined();
  await choice(/^Container image/).click();
  await expect.element(page.getByText('It fits.', { exact: true })).toBeVisible();
  expect(handlerOf(session)).toMatchObject({ runtime: 'container', packageMegabytes: 10_240 });
});

it('says that a larger archive has to go by the store', { timeout: LONG }, async () => {
  const session = await shown();
  session.setParameter('handler', 'packageMegabytes', 200);
  await expect.element(page.getByText('It fits, by a detour.')).toBeVisible();
});

it('needs no scrolling sideways on a phone', { timeout: LONG }, async () => {
  await shown(390);
  await expect.element(choice(/^Python [\d.]+ s/), { timeout: 20_000 }).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
