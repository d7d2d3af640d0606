/** The panels on a real run: switches follow the playhead, figures are measured, what is selected is told in words. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { CompareTable } from '../../src/compare/CompareTable.tsx';
import { FaultPanel } from '../../src/panels/faults/FaultPanel.tsx';
import { figuresAt } from '../../src/panels/figures.ts';
import { Inspector } from '../../src/panels/inspector/Inspector.tsx';
import { KnobsPanel } from '../../src/panels/knobs/KnobsPanel.tsx';
import { RunPanel } from '../../src/panels/knobs/RunPanel.tsx';
import { StoryPanel } from '../../src/panels/story/StoryPanel.tsx';
import { UploadPanel } from '../../src/panels/upload/UploadPanel.tsx';
import { UsersPanel } from '../../src/panels/users/UsersPanel.tsx';
import type { StageId } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** All panels of a stage whose run is known to its end. */
async function shown(stage: StageId): Promise<PageSession> {
  await page.viewport(1200, 900);
  const session = createSession();
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run(stage)}>
        <UploadPanel />
        <Inspector />
        <FaultPanel />
        <UsersPanel />
        <KnobsPanel />
        <RunPanel />
        <StoryPanel stage={stage} />
        <CompareTable />
      </RunProvider>
    </SessionProvider>,
  );
  await at(session, 0);
  return session;
}

/** Waits until everything is known, and shows this moment. */
async function at(session: PageSession, seconds: number): Promise<void> {
  await vi.waitUntil(
    () => (['monolith', 'queued'] as const).every((stage) => session.run(stage).store.getState().status === 'finished'),
    { timeout: 20_000 },
  );
  session.seek(seconds);
  session.tick(performance.now());
}

const refused = () => page.getByRole('region', { name: 'What users see' }).getByRole('definition').nth(1);

describe('the switches', () => {
  it('show what holds at the moment of the playhead, and change the run from there on', async () => {
    const session = await shown('monolith');
    await at(session, 100);
    const crash = page.getByRole('switch', { name: 'Crash the monolith' });
    await crash.click();
    await expect.element(crash).toBeChecked();
    await at(session, 99);
    await expect.element(crash).not.toBeChecked();
    await expect.element(refused()).toHaveTextContent('0');
    await at(session, 130);
    await expect.element(crash).toBeChecked();
    const measured = figuresAt(session.run('monolith').store.getState().series, 130);
    expect(measured?.refused).toBeGreaterThan(5);
    await expect.element(refused()).toHaveTextContent(String(measured?.refused));
    const repair = page.getByRole('button', { name: 'Repair everything' });
    (repair.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(crash).not.toBeChecked();
    // There is nothing left to repair, and whoever works with keys is still there.
    await expect.element(repair).toHaveAttribute('aria-disabled', 'true');
    await expect.element(repair).toHaveFocus();
    await at(session, 120);
    await expect.element(crash).toBeChecked();
  });

  it('hold in every architecture: processing that was crashed here is down there', async () => {
    const session = await shown('queued');
    await at(session, 100);
    await page.getByRole('switch', { name: 'Crash every processing instance' }).click();
    await at(session, 101);
    session.show('monolith');
    await expect.element(page.getByRole('switch', { name: 'Crash the monolith' })).toBeChecked();
  });
});

describe('the inspector', () => {
  it('lists what a queue holds, and leads to each upload', async () => {
    const session = await shown('queued');
    await at(session, 100);
    session.toggleFault('crash', 'step:process');
    await at(session, 120);
    session.select({ kind: 'component', run: 'queued', component: 'queue' });
    await expect.element(page.getByText(/\d+ messages wait/)).toBeVisible();
    await page
      .getByRole('list', { name: 'Messages' })
      .getByRole('button', { name: /: waits/ })
      .first()
      .click();
    await expect.element(page.getByText(/^Waits in the queue/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Follow it' }).click();
    expect(session.state.getState().follow).not.toBeNull();
  });

  it('tells what an instance is doing, and since when', async () => {
    const session = await shown('queued');
    await at(session, 100);
    session.select({ kind: 'component', run: 'queued', component: 'upload' });
    await page.getByRole('list', { name: 'Instances' }).getByRole('button').first().click();
    await expect.element(page.getByText('It takes work; billed.')).toBeVisible();
  });
});

describe('the knobs', () => {
  it('are those of what is selected, drawn from its declarations', async () => {
    const session = await shown('queued');
    await expect.element(page.getByRole('slider', { name: 'Traffic' })).toBeInTheDocument();
    session.select({ kind: 'component', run: 'queued', component: 'queue' });
    const timeout = page.getByRole('slider', { name: 'Visibility timeout' });
    await expect.element(timeout).toHaveAttribute('aria-valuetext', '90 s');
    await at(session, 50);
    session.setParameter('queue', 'visibilityTimeoutSeconds', 10);
    await expect.element(timeout).toHaveAttribute('aria-valuetext', '10 s');
    await at(session, 49);
    await expect.element(timeout).toHaveAttribute('aria-valuetext', '90 s');
  });
});

describe('what is chosen', () => {
  it('holds from the start of the run, whatever moment is shown', async () => {
    const session = await shown('queued');
    await at(session, 50);
    await page.getByRole('combobox', { name: 'Queue: order' }).selectOptions('Strictly in order');
    expect(session.state.getState().scenarios.queued.parameters).toEqual({ queue: { type: 'fifo' } });
    await at(session, 0);
    await expect.element(page.getByRole('combobox', { name: 'Queue: order' })).toHaveValue('fifo');
  });

  it('leaves alone what it does not fit: programs that share a machine', async () => {
    const session = await shown('tiers');
    await page.getByRole('combobox', { name: 'Processing: size of an instance' }).selectOptions('4 vCPU, 8 GB');
    const { scenarios } = session.state.getState();
    expect(scenarios.tiers.parameters).toEqual({ process: { instanceType: 'c5.xlarge' } });
    expect(scenarios['tiers-on-one-server'].parameters).toEqual({});
    session.select({ kind: 'component', run: 'tiers', component: 'store' });
    await expect.element(page.getByRole('combobox', { name: 'Size of an instance' })).toHaveValue('t3.small');
    await expect.element(page.getByRole('combobox', { name: 'When it is down' })).toHaveValue('refuse');
  });
});

describe('an upload by hand', () => {
  it('is followed, with what becomes of it in one line', async () => {
    const session = await shown('monolith');
    await at(session, 30);
    await page.getByRole('button', { name: 'Upload a video' }).click();
    await at(session, 90);
    session.select(null);
    await expect.element(page.getByText(/^Watchable after/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop following' }).click();
    await expect.element(page.getByText(/^Watchable after/)).not.toBeInTheDocument();
  });
});

describe('the story', () => {
  it('offers what it does: to the quiet night, and twice the traffic', async () => {
    const session = await shown('monolith');
    await page.getByRole('button', { name: 'Quiet night' }).click();
    expect(session.clock.getState()).toMatchObject({ t: 193, playing: true });
    session.pause();
    await page.getByRole('button', { name: 'Twice the traffic' }).click();
    expect(session.parameterNow('monolith', 'users', 'ratePerSecond')).toBe(0.8);
    expect(session.parameterNow('queued', 'users', 'ratePerSecond')).toBe(0.8);
  });
});

describe('the seed', () => {
  it('says what it may be, and stays what it was, when something else is typed', async () => {
    const session = await shown('monolith');
    const field = page.getByRole('textbox', { name: 'Seed' });
    const seed = () => session.state.getState().scenarios.queued.seed;
    for (const typed of ['abc', '4294967296', '-1', '1.5']) {
      await field.fill(typed);
      await userEvent.keyboard('{Enter}');
      await expect
        .element(
          page.getByText(`“${typed}” is not a seed: a whole number from 0 to 4294967295 is. The run keeps seed 1.`),
        )
        .toBeVisible();
      await expect.element(field).toHaveValue('1');
      expect(seed()).toBe(1);
    }
    await field.fill('4294967295');
    await expect.element(page.getByText(/is not a seed/)).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(seed()).toBe(4_294_967_295);
  });
});

describe('the table', () => {
  it('marks the better and the worse with more than colour', async () => {
    const session = await shown('monolith');
    session.show('compare');
    await at(session, 100);
    session.toggleFault('crash', 'step:process');
    await at(session, 130);
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect.element(row('Monolith').getByRole('cell').nth(1)).toHaveTextContent(/worst \d+/);
    await expect.element(row('Queued').getByRole('cell').nth(1)).toHaveTextContent(/best 0/);
    // Whoever turns people away has nobody waiting: that is no merit.
    await expect.element(row('Monolith').getByRole('cell').nth(3)).toHaveTextContent(/^\d+$/);
    await expect.element(page.getByText(/an architecture that turns people away is not comparable/)).toBeVisible();
    await at(session, 50);
    await expect.element(page.getByText(/is not comparable/)).not.toBeInTheDocument();
  });
});
