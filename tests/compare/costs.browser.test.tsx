/** Cost against traffic on the page: points come, can be read by keyboard and as a table, and leaving stops it. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { CostsView } from '../../src/compare/costs/CostsView.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { SessionProvider } from '../../src/stores/session-context.tsx';

let root: Root | undefined;

/** Dozens of runs take their time where other tests run beside them. */
const LONG = 90_000;

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(session: PageSession = createSession(), width = 1200): Promise<PageSession> {
  await page.viewport(width, 900);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <CostsView />
    </SessionProvider>,
  );
  return session;
}

const mark = (name: RegExp) => page.getByRole('img', { name });
const done = (): number => document.querySelector('progress')?.value ?? 0;
const enough = (points: number) => vi.waitUntil(() => done() >= points, { timeout: 60_000 });

it('draws points as they come, stops, and keeps what it has for when the reader comes back', {
  timeout: LONG,
}, async () => {
  const session = await shown();
  await enough(20);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText(/^Stopped at \d+ of 98 points$/)).toBeVisible();
  const kept = done();
  root?.unmount();
  document.body.replaceChildren();
  await shown(session);
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  expect(done()).toBeGreaterThanOrEqual(kept);
  await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
});

it('lets every point be read by keyboard, and all of them as a table', { timeout: LONG }, async () => {
  await shown();
  await enough(35);
  await page.getByRole('button', { name: 'Stop' }).click();
  const first = mark(/^Serverless, 0.001 uploads per second: \$0\.\d+ for 1,000 videos$/);
  (first.element() as SVGElement).focus();
  await expect.element(page.getByText(/^No machines: functions run/)).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Serverless, 0.003/);
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Event-driven, 0.003/);
  await expect
    .element(page.getByText(/^Machines, on average: Upload 2\. 95 of 100 videos are watchable within/))
    .toBeVisible();
  await page.getByText('All figures as a table').click();
  const row = page.getByRole('row', { name: /^0.003/ });
  await expect.element(row).toHaveTextContent(/\$\d+/);
  // One mark alone takes the tab key.
  expect(document.querySelectorAll('svg [tabindex="0"]')).toHaveLength(1);
});

it('counts at once by prices of one’s own, and says so', { timeout: LONG }, async () => {
  const session = await shown();
  await enough(20);
  await page.getByRole('button', { name: 'Stop' }).click();
  const usd = (): string =>
    mark(/^Monolith, 0.001/)
      .element()
      .getAttribute('aria-label') ?? '';
  const before = usd();
  session.settings.setState({ prices: { 'ec2.c5.2xlarge': 34 } });
  await expect.element(page.getByText('With 1 price of your own')).toBeVisible();
  expect(before).toMatch(/\$110\.\d+/);
  expect(usd()).toMatch(/\$9,5\d\d/);
});

it('says of the cheapest only what was run, and that it is so far', { timeout: LONG }, async () => {
  await shown();
  const cheapest = page.getByText(/^Cheapest of the seven/);
  await expect.element(cheapest, { timeout: 60_000 }).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(cheapest).toHaveTextContent(/ so far, with only 0\.001 .*uploads? per second run for all: /);
  expect(cheapest.element().textContent).not.toMatch(/all traffic| on\. $/);
  await expect.element(page.getByRole('heading', { name: 'Where the lines cross, so far' })).toBeVisible();
});

it('goes from point to point by buttons, and tells the figures', { timeout: LONG }, async () => {
  await shown(createSession(), 390);
  await enough(35);
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(document.activeElement).toBe(page.getByRole('button', { name: 'Go on' }).element());
  const picked = page.getByLabelText('Architecture that is read');
  const before = page.getByRole('button', { name: 'The point before, with less traffic' });
  const after = page.getByRole('button', { name: 'The next point, with more traffic' });
  await expect.element(page.getByText('Tap a mark, or pick an architecture, to read its figures.')).toBeVisible();
  expect(document.body.textContent).not.toMatch(/arrow keys/i);
  await userEvent.selectOptions(picked, 'Tiers');
  await expect.element(page.getByText(/^Tiers, 0\.001 uploads per second: /)).toBeInViewport();
  await expect.element(before).toHaveAttribute('aria-disabled', 'true');
  await after.click();
  await expect.element(page.getByText(/^Tiers, 0\.003 uploads per second: /)).toBeVisible();
  await userEvent.selectOptions(picked, 'Serverless');
  await expect.element(page.getByText(/^Serverless, 0\.003 uploads per second: /)).toBeVisible();
  // The others are paler, so that the line that is read stands out.
  expect(
    mark(/^Serverless, 0\.003/)
      .element()
      .getAttribute('data-pale'),
  ).toBe('false');
  expect(
    mark(/^Tiers, 0\.003/)
      .element()
      .getAttribute('data-pale'),
  ).toBe('true');
  await before.click();
  await expect.element(page.getByText(/^Serverless, 0\.001 uploads per second: /)).toBeVisible();
});

it('picks the mark that is nearest to where one taps, not the one on top, and offers those beside it', {
  timeout: LONG,
}, async () => {
  await shown(createSession(), 390);
  await enough(50);
  await page.getByRole('button', { name: 'Stop' }).click();
  for (const sign of document.querySelectorAll<SVGElement>('[data-mark$=" 0.03"]')) {
    const { left, top, width, height } = sign.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    const onTop = document.elementFromPoint(clientX, clientY) ?? sign;
    onTop.dispatchEvent(new MouseEvent('click', { clientX, clientY, bubbles: true }));
    const name = sign.getAttribute('aria-label')?.split(' uploads')[0] as string;
    const isRead = (): boolean => document.body.innerText.includes(`\n${name} uploads per second: `);
    const offered = page.getByRole('button', { name, exact: true });
    await vi.waitUntil(() => isRead() || offered.query() !== null, { timeout: 5000 });
    // It is read, or one that lies so near that a finger cannot tell them apart: then it is in the list.
    if (!isRead()) {
      await offered.click();
      await expect.element(offered).toHaveAttribute('aria-pressed', 'true');
      expect(document.activeElement).toBe(offered.element());
    }
    await expect.element(page.getByText(new RegExp(`^${name} uploads per second: `))).toBeVisible();
  }
});

it('needs no scrolling sideways on a phone, not even with the table open', { timeout: LONG }, async () => {
  await shown(createSession(), 390);
  await enough(8);
  const view = document.querySelector('h2')?.parentElement?.parentElement as HTMLElement;
  expect(view.scrollWidth).toBeLessThanOrEqual(view.clientWidth);
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  expect(view.scrollWidth).toBeLessThanOrEqual(view.clientWidth);
  // The table is scrolled by itself, by keyboard too.
  const scroller = page.getByRole('region', { name: 'All figures as a table' }).element();
  expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
  expect((scroller as HTMLElement).tabIndex).toBe(0);
});
