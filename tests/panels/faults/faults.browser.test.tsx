/** The catalogue to pick from and the list of faults, on real runs: by pointer and by keys, with every refusal in words. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Keyboard } from '../../../src/app/Keyboard.tsx';
import { FaultPanel } from '../../../src/panels/faults/FaultPanel.tsx';
import type { FaultIntervention } from '../../../src/scenario/scenario.ts';
import type { StageId } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import type { Screen } from '../../../src/stores/session.ts';
import { SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(screen: Screen, width = 1200): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show(screen);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Keyboard formOf={(rung) => rung} benchIn={() => 'bus-river'} showHelp={() => {}} showChoose={() => {}} />
      <FaultPanel />
    </SessionProvider>,
  );
  await known(session);
  return session;
}

/** Waits until the runs on screen are known to their end. */
async function known(session: PageSession): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
}

const faultsOf = (session: PageSession, stage: StageId = 'queued') =>
  session.state.getState().scenarios[stage].interventions.flatMap((each) => {
    if (each.kind !== 'fault') return [];
    const { kind: _, ...fault } = each;
    return [fault];
  });

const crash: Omit<FaultIntervention, 'kind'> = {
  fault: 'crash',
  target: 'step:process',
  atSeconds: 100,
  untilSeconds: 150,
};

describe('what there is to break', () => {
  it('opens by a key, is chosen by arrows, and strikes on Enter at the moment that is shown', async () => {
    const session = await shown('queued');
    session.seek(80.5);
    await userEvent.keyboard('b');
    await expect.element(page.getByRole('dialog', { name: 'Break it' })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Crash' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('radio', { name: 'One instance lost' })).toBeChecked();
    await expect.element(page.getByText('The hardware under one machine fails.')).toBeVisible();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(page.getByRole('radio', { name: 'Crash' })).toHaveFocus();
    await page.getByRole('button', { name: 'Strike now', exact: true }).click();
    expect(faultsOf(session)).toEqual([{ fault: 'crash', target: 'step:process', atSeconds: 80.5 }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('strikes at once on Enter at what is chosen; Tab leads past the others to where and when', async () => {
    const session = await shown('queued');
    session.seek(60);
    await userEvent.keyboard('b');
    await expect.element(page.getByRole('radio', { name: 'Crash' })).toHaveFocus();
    await expect.element(page.getByRole('radio', { name: 'Crash' })).toHaveAccessibleDescription(/^Enter strikes/);
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('combobox', { name: 'Where' })).toHaveFocus();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    expect(faultsOf(session)).toEqual([{ fault: 'crash', target: 'step:process', atSeconds: 60 }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('cannot be struck at the end, and says why, in the panel and in the catalogue', async () => {
    const session = await shown('queued');
    session.seek(300);
    const why = 'The run is over: go back in time first.';
    const quick = page.getByRole('switch').first();
    await expect.element(page.getByText(why)).toBeVisible();
    await expect.element(quick).toHaveAttribute('aria-disabled', 'true');
    (quick.element() as HTMLElement).click();
    await userEvent.keyboard('b');
    const dialog = page.getByRole('dialog', { name: 'Break it' });
    await expect.element(dialog.getByText(why)).toBeVisible();
    await expect
      .element(dialog.getByRole('button', { name: 'Strike now', exact: true }))
      .toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(dialog.getByRole('button', { name: 'Strike now: Slow link' }))
      .toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(faultsOf(session)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    session.seek(299);
    await expect.element(page.getByText(why)).not.toBeInTheDocument();
  });

  it('strikes by one click, as usual', async () => {
    const session = await shown('queued');
    session.seek(60);
    await page.getByRole('button', { name: 'More to break…' }).click();
    await page.getByRole('button', { name: 'Strike now: Slow link' }).click();
    expect(faultsOf(session)).toEqual([{ fault: 'added-latency', target: 'into:process', strength: 2, atSeconds: 60 }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('says why something cannot break here, and does not offer it', async () => {
    await shown('monolith');
    await page.getByRole('button', { name: 'More to break…' }).click();
    const radio = page.getByRole('radio', { name: /^Visible too soon/ });
    await expect.element(radio).toBeDisabled();
    await expect.element(radio).toHaveAccessibleName('Visible too soon Not here. It strikes: Queue');
    expect(page.getByRole('button', { name: 'Strike now: Visible too soon' }).elements()).toHaveLength(0);
  });

  it('takes a place, a strength, a moment and a length, and refuses what cannot be', async () => {
    const session = await shown('queued');
    await userEvent.keyboard('b');
    await page.getByRole('radio', { name: 'Slow link' }).click();
    await page.getByRole('combobox', { name: 'Where' }).selectOptions('link:users>upload');
    const strength = page.getByRole('textbox', { name: 'Strength, exactly' });
    await strength.fill('600');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Strength, exactly is 600; allowed is a number from 0.001 to 60 (s)');
    await strength.fill('7,5');
    await page.getByRole('radio', { name: 'A moment' }).click();
    await page.getByRole('textbox', { name: 'Starts at' }).fill('400');
    await page.getByRole('radio', { name: 'For so long' }).click();
    await page.getByRole('textbox', { name: 'Lasts for' }).fill('20');
    await page.getByRole('button', { name: 'Add it' }).click();
    await expect.element(page.getByText(/^From is 400; allowed is a moment before the end/)).toBeVisible();
    expect(faultsOf(session)).toEqual([]);
    await page.getByRole('textbox', { name: 'Starts at' }).fill('1:10');
    await page.getByRole('button', { name: 'Add it' }).click();
    expect(faultsOf(session)).toEqual([
      { fault: 'added-latency', target: 'link:users>upload', strength: 7.5, atSeconds: 70, untilSeconds: 90 },
    ]);
  });

  it('fits on a phone, what is chosen under its name', async () => {
    await shown('queued', 390);
    await page.getByRole('button', { name: 'More to break…' }).click();
    await page.getByRole('radio', { name: 'Link cut' }).click();
    await expect.element(page.getByRole('form', { name: 'Link cut' })).toBeVisible();
    const dialog = document.querySelector('dialog');
    for (const each of dialog?.querySelectorAll('*') ?? []) {
      if (!each.closest('.for-readers')) expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(390);
    }
    const [row, form] = [page.getByRole('radio', { name: 'Link cut' }), page.getByRole('form')].map((each) =>
      each.element().getBoundingClientRect(),
    );
    expect(form?.top ?? 0).toBeGreaterThan(row?.top ?? 0);
    const next = page.getByRole('radio', { name: 'Rush' }).element().getBoundingClientRect();
    expect(next.top).toBeGreaterThan(form?.bottom ?? 0);
  });
});

describe('the list of faults', () => {
  it('sets exact values in their place, and keeps the focus', async () => {
    const session = await shown('queued');
    session.addFault(crash);
    await page.getByText('Exact values').click();
    const from = page.getByRole('textbox', { name: 'From' });
    await from.fill('90.5');
    await userEvent.keyboard('{Enter}');
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 90.5 }]);
    await expect.element(from).toHaveFocus();
    await page.getByRole('textbox', { name: 'Until' }).fill('');
    await userEvent.keyboard('{Tab}');
    const { untilSeconds: _, ...open } = crash;
    expect(faultsOf(session)).toEqual([{ ...open, atSeconds: 90.5 }]);
    await page.getByRole('combobox', { name: 'Where' }).selectOptions('step:upload');
    expect(faultsOf(session)).toEqual([{ ...open, atSeconds: 90.5, target: 'step:upload' }]);
  });

  it('refuses what cannot be, says why, and applies nothing of it', async () => {
    const session = await shown('queued');
    session.addFault(crash);
    await page.getByText('Exact values').click();
    const until = page.getByRole('textbox', { name: 'Until' });
    await until.fill('99');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'Until is 99; allowed is a moment after the start and up to 300 s, the end of the run; or nothing',
      );
    await expect.element(until).toHaveAttribute('aria-invalid', 'true');
    await expect.element(until).toHaveValue('99');
    expect(faultsOf(session)).toEqual([crash]);
    await userEvent.keyboard('{Escape}');
    await expect.element(until).toHaveValue('150');
    expect(page.getByRole('alert').elements()).toHaveLength(0);
  });

  it('sets a strength, in percent where it is a share', async () => {
    const session = await shown('queued');
    session.addFault({ fault: 'error-share', target: 'step:process', atSeconds: 50 });
    await page.getByText('Exact values').click();
    const strength = page.getByRole('textbox', { name: 'Strength, exactly' });
    await expect.element(strength).toHaveValue('50');
    await strength.fill('12.5');
    await userEvent.keyboard('{Enter}');
    expect(faultsOf(session)).toMatchObject([{ strength: 0.125 }]);
    await expect.element(page.getByRole('slider', { name: 'Strength' })).toHaveAttribute('aria-valuetext', '12.5%');
  });

  it('shows the run with a fault and without it, and says the difference in the figures of the two runs', async () => {
    const session = await shown('monolith');
    session.addFault(crash);
    await known(session);
    const withIt = session.run('monolith').store.getState().report?.uploads;
    const without = page.getByRole('radio', { name: 'Without' });
    await without.click();
    expect(faultsOf(session, 'monolith')).toEqual([]);
    await known(session);
    const bare = session.run('monolith').store.getState().report?.uploads;
    const n = (bare?.accepted ?? 0) - (withIt?.accepted ?? 0);
    expect(n).toBeGreaterThan(2);
    await expect
      .element(page.getByText(`Without the crash ${n} more uploads have been accepted by the end of the run.`))
      .toBeVisible();
    await expect.element(without).toBeChecked();
    await page.getByRole('radio', { name: 'With', exact: true }).click();
    expect(faultsOf(session, 'monolith')).toEqual([crash]);
    await expect
      .element(page.getByText(`Without the crash ${n} more uploads would have been accepted by the end of the run.`))
      .toBeVisible();
  });

  it('says with what a fault is compared that was changed', async () => {
    const session = await shown('monolith');
    session.addFault(crash);
    await known(session);
    session.changeFault(crash, { ...crash, untilSeconds: 110 });
    await known(session);
    await expect
      .element(page.getByText('The pale line is the fault as it was before: processing, 01:40 to 02:30'))
      .toBeVisible();
    await expect.element(page.getByText(/^With the crash as it was before, \d+ /).first()).toBeVisible();
  });

  it('says how it was noticed and what its figures mean', async () => {
    const session = await shown('monolith');
    session.addFault(crash);
    await known(session);
    await expect.element(page.getByText(/^after .*, by an? .* (of|at|in) /)).toBeVisible();
    await page.getByText('What these mean').click();
    await expect.element(page.getByText(/^Until anybody but what was struck saw/)).toBeVisible();
    await expect.element(page.getByRole('term').filter({ hasText: 'Recovered' }).first()).toHaveAttribute('title');
  });

  it('says nothing of a difference that is not of this fault alone', async () => {
    const session = await shown('monolith');
    session.addFault(crash);
    await expect.element(page.getByText(/^Without the crash/)).toBeVisible();
    session.seek(20);
    session.uploadNow();
    await known(session);
    await expect.element(page.getByText(/^Without the crash/)).not.toBeInTheDocument();
  });

  it('tells what a fault did as the report has it, of several runs side by side in a table', async () => {
    const session = await shown('compare');
    session.addFault(crash);
    await known(session);
    await page.getByText('What it did by the end').click();
    const table = page.getByRole('table');
    await expect.element(table).toBeVisible();
    await vi.waitUntil(() => table.getByRole('columnheader').elements().length === 2);
    const names = table
      .getByRole('columnheader')
      .elements()
      .map((each) => each.textContent);
    expect(names).toEqual(['Monolith', 'Queued']);
    const refused = session.runsOnScreen().map(({ store }) => store.getState().report?.faults[0]?.refused ?? -1);
    const cells = table
      .getByRole('row', { name: /^Refused/ })
      .getByRole('cell')
      .elements();
    expect(cells.map((each) => Number.parseInt(each.textContent, 10))).toEqual(refused);
    expect(refused[0]).toBeGreaterThan(0);
  });
});
