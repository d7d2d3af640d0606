/** Choosing what stands side by side, by mouse and by keys; what the table and the lanes make of it. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { CompareFigures } from '../../src/compare/CompareFigures.tsx';
import { CompareView } from '../../src/compare/CompareView.tsx';
import { allSeven } from '../../src/compare/choices.ts';
import { TimeArea } from '../../src/panels/time/TimeArea.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { ComparedId } from '../../src/stores/session.ts';
import { SessionProvider } from '../../src/stores/session-context.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** The screen that compares, with the strip below it. */
async function shown(stages: readonly ComparedId[], width = 1440): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.compare(stages);
  session.show('compare');
  const element = document.createElement('div');
  element.style.height = '560px';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <CompareView />
      <TimeArea />
    </SessionProvider>,
  );
  if (stages.length <= 4) await expect.element(place(1)).toBeVisible();
  return session;
}

const place = (n: number) => page.getByRole('combobox', { name: `Architecture ${n}` });
const compared = (session: PageSession): readonly ComparedId[] => session.state.getState().compared;
/** The cards that can be worked with; on a phone the next one is drawn already, out of sight. */
const cardElements = (): Element[] =>
  [...document.querySelectorAll('section:has(h3 select)')].filter((card) => card.closest('[inert]') === null);
const cards = (): string[] => cardElements().map((card) => card.getAttribute('aria-label') ?? '');
/** A loaded machine takes its time to play a few runs. */
const SLOW = { timeout: 120_000 };
/** Waits until all runs on screen are known to their ends. */
const known = (session: PageSession): Promise<void> =>
  vi.waitFor(() => {
    for (const run of session.runsOnScreen()) expect(run.store.getState().status).toBe('finished');
  }, SLOW);
/** Names of the rows of the table. */
const rows = (): string[] => [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent ?? '');

describe('what stands side by side', () => {
  it('is a picture, a row and a line for each, in this order', async () => {
    await shown(['queued', 'monolith', 'serverless-gateway']);
    const names = ['Queued', 'Monolith', 'Serverless, with a gateway'];
    expect(cards()).toEqual(names);
    expect(rows()).toEqual(names);
    const labels = [...document.querySelectorAll('.time-once .time-value-name')].map(({ textContent }) => textContent);
    expect(labels).toEqual(names);
    const dashes = [...document.querySelectorAll<SVGPathElement>('.time-once path')].map(
      ({ style }) => style.strokeDasharray,
    );
    expect(new Set(dashes).size).toBe(3);
  });

  it('can be replaced; what stands elsewhere changes places', async () => {
    const session = await shown(['monolith', 'queued']);
    await place(2).selectOptions('Event-driven');
    expect(compared(session)).toEqual(['monolith', 'event-driven']);
    await place(2).selectOptions('Monolith');
    expect(compared(session)).toEqual(['event-driven', 'monolith']);
    await vi.waitFor(() => expect(rows()).toEqual(['Event-driven', 'Monolith']));
  });

  it('offers every architecture that people upload to, in groups, and no other', async () => {
    await shown(['monolith', 'queued']);
    const select = place(1).element() as HTMLSelectElement;
    const groups = [...select.querySelectorAll('optgroup')];
    expect(groups.map(({ label }) => label)).toEqual([
      'The seven stages',
      'Other forms of them',
      'Typical uses of functions',
      'Benches of the labs',
      'The same with another setting',
    ]);
    const options = groups.map((group) => [...group.querySelectorAll('option')].map(({ value }) => value));
    expect(options[0]).toHaveLength(7);
    expect(options[1]).toContain('tiers-on-one-server');
    expect(options[2]).toEqual(['serverless-application', 'file-processing', 'database-trigger']);
    expect(options[3]).toContain('function-memory');
    expect(options[4]).toEqual(['monolith~b', 'queued~b']);
  });

  it('grows and shrinks to two by keys, and the focus stays with the place it was about', SLOW, async () => {
    const session = await shown(['monolith', 'queued']);
    const add = () => page.getByRole('button', { name: 'Add one' });
    (add().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(compared(session)).toEqual(['monolith', 'queued', 'microservices']);
    expect(document.activeElement).toBe(place(3).element());

    const remove = page.getByRole('button', { name: 'Take Monolith away' });
    (remove.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(compared(session)).toEqual(['queued', 'microservices']);
    expect(document.activeElement).toBe(place(1).element());
    expect(page.getByRole('button', { name: /^Take / }).elements()).toEqual([]);
  });

  it(
    'shows all seven as small pictures with name, state and counts, each of which opens; and goes back',
    SLOW,
    async () => {
      const session = await shown(['monolith', 'queued']);
      await page.getByRole('button', { name: 'All seven' }).click();
      expect(compared(session)).toHaveLength(7);
      await known(session);
      const tiles = [...document.querySelectorAll('li:has(canvas)')];
      expect(tiles.map((tile) => tile.getAttribute('aria-label'))).toEqual(rows());
      await vi.waitFor(() => {
        for (const tile of tiles) expect(tile.querySelector('[title] svg'), tile.textContent ?? '').not.toBeNull();
      });
      for (const tile of tiles) expect(tile.textContent).toMatch(/Accepted.*Waiting.*Refused.*Lost/);
      expect(page.getByRole('button', { name: 'Add one' }).elements()).toEqual([]);
      await page.getByRole('button', { name: 'Large pictures' }).click();
      expect(compared(session)).toEqual(['monolith', 'queued']);
      await page.getByRole('button', { name: 'All seven' }).click();
      await page.getByRole('button', { name: 'Open Tiers' }).click();
      expect(session.state.getState().screen).toBe('tiers');
    },
  );

  it('stands four in a row, two by two where there is less room, and one at a time on a phone', SLOW, async () => {
    const four = ['monolith', 'load-balanced', 'queued', 'serverless'] as const;
    const session = await shown(four, 1440);
    const tops = (): number[] => cardElements().map((card) => card.getBoundingClientRect().top);
    expect(new Set(tops()).size).toBe(1);
    await page.viewport(1000, 900);
    await vi.waitFor(() => expect(new Set(tops()).size).toBe(2));
    await page.viewport(390, 844);
    await vi.waitFor(() => expect(tops()).toHaveLength(1));
    await page.getByRole('tab', { name: 'Queued' }).click();
    await vi.waitFor(() => expect(cards()).toEqual(['Queued']));
    await page.getByRole('button', { name: 'Take Queued away' }).click();
    expect(compared(session)).toEqual(['monolith', 'load-balanced', 'serverless']);
    await vi.waitFor(() => expect(cards()).toEqual(['Serverless']));
  });
});

describe('the same architecture with another setting', () => {
  it('comes to stand beside it, is set in exact values, and says in what it differs', SLOW, async () => {
    const session = await shown(['tiers', 'queued']);
    await page.getByRole('button', { name: 'Another setting of Tiers beside it' }).click();
    expect(compared(session)).toEqual(['tiers', 'tiers~b', 'queued']);
    const dialog = page.getByRole('dialog', { name: 'Tiers: what differs in the second setting' });
    await expect.element(dialog).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Part' }).selectOptions('Upload');
    const slots = dialog.getByRole('textbox', { name: 'Slots per instance' });
    await userEvent.fill(slots, '30');
    await userEvent.keyboard('{Enter}');
    expect(session.state.getState().variants).toEqual({ tiers: { upload: { slotsPerInstance: 30 } } });
    await expect.element(dialog.getByText('Upload: slots per instance 30 slots instead of 12')).toBeVisible();

    expect(document.activeElement).toBe(slots.element());

    await userEvent.fill(slots, '0');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText(/slotsPerInstance: 0 is not possible; allowed is/)).toBeVisible();
    expect(session.state.getState().variants).toEqual({ tiers: { upload: { slotsPerInstance: 30 } } });

    await dialog.getByRole('button', { name: 'Slots per instance: as in the first setting' }).click();
    expect(session.state.getState().variants).toEqual({ tiers: {} });
  });

  it('keeps the focus when its dialog is closed, though the button that made it is gone', async () => {
    const session = await shown(['monolith', 'queued']);
    const button = page.getByRole('button', { name: 'Another setting of Queued beside it' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
    expect(compared(session)).toEqual(['monolith', 'queued', 'queued~b']);
    expect(document.activeElement).toBe(place(3).element());
  });

  it('has the focus on a phone as well, where not all pictures are drawn', async () => {
    const session = await shown(['monolith', 'queued', 'tiers', 'serverless'], 390);
    await page.getByRole('tab', { name: 'Serverless' }).click();
    await page.getByRole('button', { name: 'Another setting of Serverless beside it' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
    expect(compared(session)).toHaveLength(5);
    await vi.waitFor(() => expect(document.activeElement).toBe(place(5).element()));
  });

  it('is struck by the same faults, and meets the same uploads', async () => {
    const session = await shown(['tiers', 'tiers~b']);
    session.vary('tiers', 'upload', 'slotsPerInstance', 1);
    session.seek(30);
    session.toggleFault('crash', 'step:process');
    session.setSeed(5);
    const { scenario } = session.run('tiers~b').store.getState();
    expect(scenario.interventions).toEqual([{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 30 }]);
    expect(scenario.seed).toBe(5);
    expect(scenario.parameters['upload']).toEqual({ slotsPerInstance: 1 });
    session.setParameter('users', 'ratePerSecond', 2);
    const [one, other] = (['tiers', 'tiers~b'] as const).map((id) => session.run(id).store.getState().scenario);
    expect(other?.interventions).toEqual(one?.interventions);
  });
});

describe('the table', () => {
  it('is sorted by keys, and says so', SLOW, async () => {
    const session = await shown(['monolith', 'queued', 'tiers']);
    session.seek(150);
    await known(session);
    const heading = page.getByRole('button', { name: 'Accepted', exact: true });
    (heading.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const values = (): number[] =>
      [...document.querySelectorAll('tbody tr')].map((row) =>
        Number((row.querySelector('td')?.textContent ?? '').replace(/\D/g, '')),
      );
    await vi.waitFor(() => expect(values()).toEqual([...values()].sort((a, b) => b - a)));
    expect(heading.element().closest('th')?.getAttribute('aria-sort')).toBe('descending');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(values()).toEqual([...values()].sort((a, b) => a - b)));
    await userEvent.keyboard('{Enter}');
    expect(heading.element().closest('th')?.hasAttribute('aria-sort')).toBe(false);
    expect(rows()).toEqual(['Monolith', 'Queued', 'Tiers']);
  });

  it('says how many prices behind its costs are the reader’s own', SLOW, async () => {
    const session = await shown(['monolith', 'queued']);
    await known(session);
    expect(page.getByText(/of your own/).elements()).toEqual([]);
    session.settings.setState({ prices: { 'ec2.c5.large': 1 } });
    await expect.element(page.getByText('With 1 price of your own'), { timeout: 30_000 }).toBeInTheDocument();
  });

  it('has headings that are large enough to be touched', async () => {
    await shown(['monolith', 'queued']);
    for (const heading of document.querySelectorAll('th button')) {
      const { width, height } = heading.getBoundingClientRect();
      expect(Math.min(width, height), heading.textContent ?? '').toBeGreaterThanOrEqual(24);
    }
  });

  it('marks figures of the whole run, and says of how many faults', async () => {
    await shown(['monolith', 'queued']);
    const marked = [...document.querySelectorAll('th')].filter(({ textContent }) => textContent?.includes('whole run'));
    expect(marked.map(({ textContent }) => textContent)).toEqual([
      'Ready to watch, 99% withinwhole run',
      'Blast radiuswhole run',
      'Time to recoverwhole run',
    ]);
    await expect.element(page.getByText(/No fault strikes/)).toBeInTheDocument();
  });
});

describe('what differs', () => {
  it('is said of the two that are chosen', SLOW, async () => {
    const session = await shown(['monolith', 'queued', 'tiers']);
    session.addFault({ fault: 'crash', target: 'step:process', atSeconds: 80, untilSeconds: 130 });
    await known(session);
    const section = page.getByRole('region', { name: 'What differs' });
    await expect
      .element(section.getByText(/^Monolith refused \d+ of \d+ uploads; Queued refused none\.$/))
      .toBeInTheDocument();
    await section.getByRole('combobox', { name: 'This one' }).selectOptions('Tiers');
    await expect
      .element(section.getByText(/^Tiers refused \d+ of \d+ uploads; Queued refused none\.$/))
      .toBeInTheDocument();
    // Choosing the other one in the first place exchanges the two.
    await section.getByRole('combobox', { name: 'This one' }).selectOptions('Queued');
    expect((section.getByRole('combobox', { name: 'beside' }).element() as HTMLSelectElement).value).toBe('tiers');
  });
});

describe('the chart', () => {
  it('has a line of its own for each run, as in the lanes, and shows another measure', SLOW, async () => {
    await known(await shown(['monolith', 'queued', 'tiers']));
    const chart = page.getByRole('region', { name: 'Over time' });
    await expect.element(chart.getByRole('img', { name: 'Uploads not watchable yet' })).toBeInTheDocument();
    const dashesIn = (selector: string): string[] =>
      [...document.querySelectorAll<SVGPathElement>(selector)].map(({ style }) => style.strokeDasharray);
    const inLanes = dashesIn('.time-once path');
    // Whoever waits for a run to be known is a moment ahead of the picture.
    await vi.waitFor(() => expect(dashesIn('[aria-label="Over time"] li path')).toEqual(inLanes), SLOW);
    expect(new Set(inLanes).size).toBe(3);
    await chart.getByRole('combobox', { name: 'What the chart shows' }).selectOptions('Cost so far');
    await expect.element(chart.getByRole('img', { name: 'Cost so far' })).toBeInTheDocument();
  });
});

describe('on a phone', () => {
  it(
    'one picture is shown, the next by a swipe or by keys, and nothing of the others takes the focus',
    SLOW,
    async () => {
      await shown(['monolith', 'queued', 'serverless'], 390);
      const tab = (name: string) => page.getByRole('tab', { name });
      const panels = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=tabpanel][id*=slide]')];
      expect(panels().map(({ inert }) => inert)).toEqual([false, true, true]);
      (tab('Monolith').element() as HTMLElement).focus();
      await userEvent.keyboard('{ArrowRight}');
      await vi.waitFor(() => expect(panels().map(({ inert }) => inert)).toEqual([true, false, true]));
      expect(document.activeElement).toBe(tab('Queued').element());
      const strip = panels()[0]?.parentElement as HTMLElement;
      await vi.waitFor(() => expect(strip.scrollLeft).toBe(strip.clientWidth));
      // What a swipe comes to.
      strip.scrollTo({ left: 2 * strip.clientWidth, behavior: 'instant' });
      await vi.waitFor(() => expect(tab('Serverless').element().getAttribute('aria-selected')).toBe('true'));
    },
  );
});

describe('the figures on a phone', () => {
  it('make the page no higher than the screen, however far down best and worst are said', SLOW, async () => {
    await page.viewport(390, 600);
    const session = createSession();
    session.compare(['monolith', 'load-balanced', 'queued', 'serverless']);
    session.show('compare');
    session.addFault({ fault: 'crash', target: 'step:process', atSeconds: 80, untilSeconds: 130 });
    const element = document.createElement('div');
    // As the page does: what scrolls is inside.
    element.style.cssText = 'height:500px;overflow:hidden;display:grid';
    document.body.append(element);
    root = createRoot(element);
    const tabs = [{ id: 'figures' as const, label: 'Figures', content: <CompareFigures /> }];
    root.render(
      <SessionProvider session={session}>
        <Tabs label="Parts" value="figures" onChange={() => {}} tabs={tabs} />
      </SessionProvider>,
    );
    await known(session);
    session.seek(300);
    await vi.waitFor(() => expect(document.querySelectorAll('td .for-readers').length).toBeGreaterThan(3));
    const inside = document.querySelector('[role=tabpanel]') as HTMLElement;
    expect(inside.scrollHeight).toBeGreaterThan(700);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(600);
  });
});

describe.each([
  ['four', ['microservices-3', 'microservices-4', 'event-driven-4', 'serverless-gateway'], 7],
  ['seven', allSeven, 10],
] as const)('the lanes of %s', (_, stages, lanes) => {
  it('hide no word: every name and number of a label lies within it', async () => {
    await shown(stages);
    await vi.waitFor(() => expect(document.querySelectorAll('.time-label').length).toBe(lanes));
    for (const label of document.querySelectorAll('.time-label')) {
      const { bottom, right } = label.getBoundingClientRect();
      for (const word of label.querySelectorAll('.time-title, .time-value-name, .time-value-number, .time-legend')) {
        const box = word.getBoundingClientRect();
        expect(box.bottom, word.textContent ?? '').toBeLessThanOrEqual(bottom + 1);
        expect(box.right, word.textContent ?? '').toBeLessThanOrEqual(right + 1);
        expect(word.scrollWidth, word.textContent ?? '').toBeLessThanOrEqual(word.clientWidth + 1);
      }
    }
  });
});
