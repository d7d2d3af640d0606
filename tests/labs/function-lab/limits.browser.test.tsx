/** The instrument of the bench of limits: the account, who is throttled and what callers see, and Erlang B. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Limits } from '../../../src/labs/function-lab/limits/Limits.tsx';
import type { PageSession } from '../../../src/stores/create-session.ts';
import { at, finished, LONG, showBench, takeAway } from '../show-bench.tsx';

const BENCH = 'function-limits';

afterEach(takeAway);

const stateOf = (session: PageSession) => session.run(BENCH).store.getState();
async function shownAt(tSeconds: number, crowdPerSecond?: number): Promise<PageSession> {
  const session = await showBench(BENCH, <Limits stage={BENCH} />, 1000, (begun) => {
    if (crowdPerSecond !== undefined) begun.setParameter('crowd', 'ratePerSecond', crowdPerSecond);
  });
  at(session, tSeconds);
  return session;
}

const row = (name: RegExp) => page.getByRole('row', { name });

it('tells for each way to ask what the caller sees, quiet and loud', { timeout: LONG }, async () => {
  const session = await shownAt(120, 12);
  await expect.element(row(/^Called, and waited for .* error 429, after 40 ms at the latest/)).toBeVisible();
  await expect
    .element(
      row(/^Handed over as an event, by the topic .* taken, whatever comes of it.* Waits in the function’s own queue/),
    )
    .toBeVisible();
  await expect.element(row(/^From the queue .* came back, 20 s after being handed out/)).toBeVisible();
  await expect.element(row(/^From the stream of clicks .* The shard (waited|has been waiting) for/)).toBeVisible();
  await expect
    .element(page.getByRole('heading', { name: /^1\d\d of 120 environments of the account are taken now/ }))
    .toBeVisible();
  at(session, 6);
  await expect.element(row(/^Called, and waited for .* 0 calls .*the answer/)).toBeVisible();
});

it('reserves by key, and says who keeps what', { timeout: LONG }, async () => {
  const session = await shownAt(0);
  (page.getByRole('slider', { name: 'Reserved for the function' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await vi.waitUntil(() => stateOf(session).scenario.parameters['handler']?.['reservedConcurrency'] === 20);
  await finished(session);
  at(session, 10);
  await expect
    .element(page.getByText(/^\d+ at work; 20 reserved, \d+ of them free and for nobody else$/))
    .toBeVisible();
});

it('says why nothing more can be reserved, and reserves no more', { timeout: LONG }, async () => {
  const session = await shownAt(0);
  await expect.element(page.getByText(/20 can be reserved or kept ready in all, 20 more now\./)).toBeVisible();
  const press = async (slider: string, key: string): Promise<void> => {
    (page.getByRole('slider', { name: slider }).element() as HTMLElement).focus();
    await userEvent.keyboard(key);
  };
  await press('Reserved for the function', '{End}');
  await expect.element(page.getByText(/in all, 0 more now\./)).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'No more allowed at once' })).toBeVisible();
  await expect.element(page.getByText(/^How many are allowed at once is what is reserved/)).toBeVisible();
  await press('Reserved for the neighbour', '{End}');
  await press('Provisioned for the function', '{End}');
  await vi.waitUntil(() => session.parameterNow(BENCH, 'handler', 'provisionedConcurrency') === 20);
  expect(session.parameterNow(BENCH, 'neighbour', 'reservedConcurrency')).toBe(-1);
  await press('Reserved for the function', '{Home}');
  await vi.waitUntil(() => session.parameterNow(BENCH, 'handler', 'reservedConcurrency') === -1);
  await expect.element(page.getByText(/in all, 0 more now\./)).toBeVisible();
});

it('holds the throttled share against Erlang B once the function has a limit of its own', {
  timeout: LONG,
}, async () => {
  const session = await shownAt(900);
  const table = page.getByRole('table', { name: 'Throttled share of the function, and what Erlang B says' });
  await expect.element(table.getByText('The function has no limit of its own: reserve some for it')).toBeVisible();
  at(session, 0);
  session.setParameter('handler', 'reservedConcurrency', 6);
  await finished(session);
  at(session, 900);
  await expect.element(table.getByText('Yes: theory lies within the interval')).toBeVisible();
  await expect.element(table.getByText(/Erlang B of a load of (3\.\d+|4\.\d+|4) .* a limit of 6\./)).toBeVisible();
});

it('measures the points of the curve in the background', { timeout: LONG }, async () => {
  await shownAt(10);
  (page.getByRole('button', { name: 'Measure the points' }).element() as HTMLElement).click();
  await expect.element(page.getByText('120 of 120 runs are over.'), { timeout: 50_000 }).toBeVisible();
  (page.getByText('The chart as a table').element() as HTMLElement).click();
  await expect.element(row(/^6 12% 1\d% \(.*% to .*%\)$/)).toBeVisible();
});
