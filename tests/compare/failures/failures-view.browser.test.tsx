/** The failure table on screen: it fills by itself, is gone through with keys, and opens the run of a cell. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../src/app/App.tsx';
import { tableScenario } from '../../../src/compare/failures/table-scenario.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function shown(width = 1440, height = 900): Promise<PageSession> {
  await page.viewport(width, height);
  const session = createSession();
  session.show('failures');
  const element = document.createElement('div');
  element.style.height = '100%';
  document.body.append(element);
  root = createRoot(element);
  root.render(<App session={session} problems={[]} />);
  await expect.element(page.getByRole('grid')).toBeVisible();
  return session;
}

const grid = () =>
  page.getByRole('grid', { name: 'Share of uploads refused, lost or put aside, by fault and architecture' });
const cell = (name: RegExp) => page.getByRole('gridcell', { name });
const details = () => page.getByRole('region', { name: 'The cell that is picked' });
const focusedCell = (): string => document.activeElement?.getAttribute('aria-label') ?? '';
const done = (): number => (document.querySelector('progress') as HTMLProgressElement).value;
const known = () => vi.waitFor(() => expect(done()).toBeGreaterThan(20), { timeout: 20_000 });

describe('the table', () => {
  it('begins by itself, shows what comes as it comes, and says how far it is', async () => {
    await shown();
    await expect.element(cell(/^Crash in Monolith: \d.* refused, lost or put aside/)).toBeVisible();
    await expect.element(cell(/^Crash in Monolith: .*, \d+ runs?; strikes processing$/)).toBeVisible();
    expect(done()).toBeGreaterThan(0);
    await expect.element(page.getByText(/ runs, about .* left$/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
  });

  it('stops when it is told to, stays so, and goes on from there', async () => {
    await shown();
    await known();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.element(page.getByRole('button', { name: 'Go on' })).toBeVisible();
    const until = done();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(done()).toBe(until);
    await page.getByRole('button', { name: 'Go on' }).click();
    await vi.waitFor(() => expect(done()).toBeGreaterThan(until), { timeout: 10_000 });
  });

  it('ends its workers when it is left, and goes on with what it had when one comes back', async () => {
    const post = vi.spyOn(Worker.prototype, 'postMessage');
    const jobs = () => post.mock.calls.filter(([message]) => Object.hasOwn(message, 'job')).length;
    const session = await shown();
    await known();
    const until = done();
    expect(jobs()).toBeGreaterThan(20);
    session.show('monolith');
    await expect.element(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    post.mockClear();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(jobs()).toBe(0);
    session.show('failures');
    await expect.element(grid()).toBeVisible();
    expect(done()).toBeGreaterThanOrEqual(until);
  });

  it('says why a fault means nothing somewhere, and offers no run of it', async () => {
    await shown();
    await cell(/^Rule matches nothing in Monolith: means nothing here/).click();
    await expect
      .element(details().getByText('Monolith has no event bus with a rule that it could strike.'))
      .toBeVisible();
    expect(details().getByRole('button', { name: 'Open this run' }).query()).toBeNull();
  });

  it('has other forms of an architecture in its column', async () => {
    await shown();
    await page.getByRole('combobox', { name: 'Form of Tiers' }).selectOptions('Tiers on one server');
    await expect.element(cell(/^Crash in Tiers on one server/)).toBeVisible();
    expect(cell(/^Crash in Tiers:/).query()).toBeNull();
  });
});

describe('the cell that is picked', () => {
  it('is told in full beside the table', async () => {
    await shown();
    await cell(/^Crash in Tiers: \d/).click();
    await expect.element(details().getByRole('heading', { name: 'Crash in Tiers' })).toBeVisible();
    await expect.element(details().getByText('Strikes processing')).toBeVisible();
    const terms = [...document.querySelectorAll('section[aria-label="The cell that is picked"] dt')].map(
      ({ textContent }) => textContent,
    );
    for (const term of [
      'Refused, lost or put aside',
      'Without the fault',
      'Refused',
      'Noticed after',
      'Others that suffer',
    ]) {
      expect(terms).toContain(term);
    }
  });

  it('follows the arrow keys, which do not reach the page', async () => {
    const session = await shown();
    const seek = vi.spyOn(session, 'seek');
    await cell(/^Crash in Monolith/).click();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(focusedCell()).toMatch(/^One instance lost in Tiers/);
    await userEvent.keyboard('{End}');
    expect(focusedCell()).toMatch(/^One instance lost in Serverless/);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(focusedCell()).toMatch(/^Monolith, no fault/);
    expect(document.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
    expect(seek).not.toHaveBeenCalled();
  });

  it('opens its run shortly before the fault, with the same fault everywhere, and plays it', async () => {
    const session = await shown();
    await cell(/^Crash in Queued/).click();
    await userEvent.keyboard('{Enter}');
    expect(session.state.getState().screen).toBe('queued');
    const { scenarios } = session.state.getState();
    expect(scenarios.queued).toEqual(tableScenario('queued', 'crash', 1));
    expect(scenarios.monolith).toEqual(tableScenario('monolith', 'crash', 1));
    expect(session.clock.getState()).toMatchObject({ t: 55, playing: true });
    session.undo();
    expect(session.state.getState().scenarios.queued.interventions).toEqual([]);
  });

  it('is picked and in focus again when one comes back from its run', async () => {
    const session = await shown();
    await cell(/^Slow in Queued/).click();
    await userEvent.keyboard('{Enter}');
    expect(session.state.getState().screen).toBe('queued');
    session.show('failures');
    await vi.waitFor(() => expect(focusedCell()).toMatch(/^Slow in Queued/));
  });

  it('is told in sight on a phone, with the way into its run', async () => {
    await shown(390, 844);
    await cell(/^Slow in Tiers/).click();
    await expect.element(details().getByRole('button', { name: 'Open this run' })).toBeInViewport();
  });

  it('opens it by its button, too', async () => {
    const session = await shown();
    await cell(/^Slow in Serverless/).click();
    await details().getByRole('button', { name: 'Open this run' }).click();
    expect(session.state.getState().screen).toBe('serverless');
    expect(session.state.getState().scenarios.serverless).toEqual(tableScenario('serverless', 'slow-down', 1));
  });

  it('does not open what means nothing', async () => {
    const session = await shown();
    await cell(/^Rule matches nothing in Monolith/).click();
    await userEvent.keyboard('{Enter}');
    expect(session.state.getState().screen).toBe('failures');
  });
});

describe('the page around it', () => {
  it('has no time and no switches, which have nothing to be about', async () => {
    await shown();
    expect(page.getByRole('button', { name: 'Play', exact: true }).query()).toBeNull();
    expect(page.getByRole('complementary', { name: 'Switches and figures' }).query()).toBeNull();
  });

  it('scrolls on a phone, and the table within it, with the faults in sight', async () => {
    await shown(390, 844);
    const scroller = grid().element().parentElement as HTMLElement;
    expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
    scroller.scrollTo(300, 0);
    const name = page.getByRole('rowheader', { name: 'Crash' }).element();
    expect(name.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('is led to by the menu of the header, with keys and without', async () => {
    const session = await shown();
    session.show('monolith');
    const button = page.getByRole('button', { name: 'Compare', exact: true });
    await button.click();
    await page.getByRole('button', { name: /^Cost against traffic/ }).click();
    expect(session.state.getState().screen).toBe('costs');
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(session.state.getState().screen).toBe('failures');
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('list', { name: 'Ways to compare' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(page.getByRole('list', { name: 'Ways to compare' }).query()).toBeNull();
    expect(document.activeElement).toBe(button.element());
  });
});
