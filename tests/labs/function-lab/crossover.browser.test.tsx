/** The instrument of the crossover on the page: curves that come, are read, move, and are seen side by side. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Crossover } from '../../../src/labs/function-lab/crossover/Crossover.tsx';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;
const LONG = 90_000;

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

type Form = 'function-crossover' | 'function-crossover-instances';

async function shown(
  session: PageSession = createSession(),
  stage: Form = 'function-crossover',
  width = 1000,
): Promise<PageSession> {
  await page.viewport(width, 1200);
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run(stage)}>
        <Crossover stage={stage} />
      </RunProvider>
    </SessionProvider>,
  );
  return session;
}

const isRun = () =>
  vi.waitUntil(() => document.body.textContent?.includes('All 22 points run') ?? false, { timeout: 80_000 });
const crossing = () => page.getByText(/^Below about [\d.]+ calls a second functions are cheaper, above it machines\./);

it('finds the crossover by running both, and says it in a sentence; idle cost stands beside it', {
  timeout: LONG,
}, async () => {
  await shown();
  await isRun();
  await expect.element(crossing()).toBeVisible();
  await expect.element(page.getByText('$0 a month')).toBeVisible();
  await expect.element(page.getByText(/^\$1\d\d\.\d\d a month$/)).toBeVisible();
});

it('lets points be read by keys, per million and per hour', { timeout: LONG }, async () => {
  await shown();
  await isRun();
  const mark = page.getByRole('img', { name: /^Machines, 0\.01 calls per second: \$[\d,.]+ for a million$/ });
  (mark.element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Machines, 0\.03 calls/);
  await expect
    .element(page.getByText(/^Machines, 0\.03 calls per second: .* for a million calls, \$0\.\d+ an hour$/))
    .toBeVisible();
  await page.getByRole('radio', { name: 'per hour' }).click({ force: true });
  await expect
    .element(page.getByRole('img', { name: /^Machines, 0\.03 calls per second: \$0\.\d+ an hour$/ }))
    .toBeInTheDocument();
});

it('moves with the work, remembers where it was, and gives the work to the run', { timeout: LONG }, async () => {
  const session = await shown();
  await isRun();
  const before = crossing().element().textContent;
  const seconds = page.getByRole('slider', { name: 'Work of a call' });
  (seconds.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await isRun();
  await expect.element(crossing()).toBeVisible();
  expect(crossing().element().textContent).not.toBe(before);
  expect(JSON.stringify(session.parameterNow('function-crossover', 'handler', 'steps'))).toContain('"value":5');
  const earlier = page.getByRole('button', { name: /^200 ms, 50% computing, 512 MB: \d+ \/s$/ });
  await earlier.click();
  await expect.element(crossing()).toHaveTextContent(before ?? '');
});

it('offers to give the work to a run that does another', { timeout: LONG }, async () => {
  const session = await shown();
  await expect.element(page.getByRole('button', { name: /^See both side by side/ })).toBeVisible();
  session.setParameter('handler', 'memoryMegabytes', 1024);
  await page.getByRole('button', { name: 'Give it this work' }).click();
  expect(session.parameterNow('function-crossover', 'handler', 'memoryMegabytes')).toBe(512);
  await expect.element(page.getByText('The run on screen does other work than this.')).not.toBeInTheDocument();
});

it('shows both side by side at the rate that is read', { timeout: LONG }, async () => {
  const session = await shown(createSession(), 'function-crossover-instances');
  await isRun();
  const mark = page.getByRole('img', { name: /^Functions, 3 calls per second/ });
  (mark.element() as SVGElement).focus();
  await page.getByRole('button', { name: 'See both side by side at 3 a second' }).click();
  const { screen, compared, scenarios } = session.state.getState();
  expect({ screen, compared }).toEqual({
    screen: 'compare',
    compared: ['function-crossover', 'function-crossover-instances'],
  });
  for (const id of ['function-crossover', 'function-crossover-instances'] as const) {
    expect(scenarios[id].parameters['callers']).toMatchObject({ arrivals: 'poisson', ratePerSecond: 3 });
  }
  expect(scenarios.monolith.parameters['users']).toBeUndefined();
});

it('needs no scrolling sideways on a phone', { timeout: LONG }, async () => {
  await shown(createSession(), 'function-crossover', 390);
  await vi.waitUntil(() => document.querySelectorAll('[data-mark]').length > 3, { timeout: 60_000 });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
