/** Choosing what stands side by side, by mouse and by keys; what the table and the lanes make of it. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { CompareView } from '../../src/compare/CompareView.tsx';
import { TimeArea } from '../../src/panels/time/TimeArea.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { ComparedId } from '../../src/stores/session.ts';
import { SessionProvider } from '../../src/stores/session-context.tsx';

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
  await expect.element(place(1)).toBeVisible();
  return session;
}

const place = (n: number) => page.getByRole('combobox', { name: `Architecture ${n}` });
const compared = (session: PageSession): readonly ComparedId[] => session.state.getState().compared;
const cards = (): string[] =>
  [...document.querySelectorAll('section:has(h3 select)')].map((card) => card.getAttribute('aria-label') ?? '');
/** Names of the rows of the table. */
const rows = (): string[] => [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent ?? '');

describe('what stands side by side', () => {
  it('is a picture, a row and a line for each, in this order', async () => {
    await shown(['queued', 'monolith', 'serverless-gateway']);
    const names = ['Queued', 'Monolith', 'Serverless, with a gateway'];
    expect(cards()).toEqual(names);
    expect(rows()).toEqual(names);
    const labels = [...document.querySelectorAll('.time-shared')].map((label) =>
      [...label.querySelectorAll('.time-value-name')].map(({ textContent }) => textContent),
    );
    expect(labels).toEqual([names, names]);
    const dashes = [...document.querySelectorAll<SVGPathElement>('.time-shared path')].map(
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
    ]);
    const options = groups.map((group) => [...group.querySelectorAll('option')].map(({ value }) => value));
    expect(options[0]).toHaveLength(7);
    expect(options[1]).toContain('tiers-on-one-server');
    expect(options[2]).toEqual(['serverless-application', 'file-processing', 'database-trigger']);
  });

  it('grows to four and shrinks to two by keys, and the focus stays with the place it was about', async () => {
    const session = await shown(['monolith', 'queued']);
    const add = () => page.getByRole('button', { name: 'Add one' });
    (add().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(compared(session)).toEqual(['monolith', 'queued', 'microservices']);
    expect(document.activeElement).toBe(place(3).element());
    (add().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(compared(session)).toHaveLength(4);
    expect(add().elements()).toEqual([]);
    expect(document.activeElement).toBe(place(4).element());

    const remove = page.getByRole('button', { name: 'Take Monolith away' });
    (remove.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(compared(session)).toEqual(['queued', 'microservices', 'event-driven']);
    expect(document.activeElement).toBe(place(1).element());
    await page.getByRole('button', { name: 'Take Event-driven away' }).click();
    expect(compared(session)).toEqual(['queued', 'microservices']);
    expect(page.getByRole('button', { name: /^Take / }).elements()).toEqual([]);
  });

  it('stands four in a row, two by two where there is less room, and one at a time on a phone', async () => {
    const four = ['monolith', 'load-balanced', 'queued', 'serverless'] as const;
    const session = await shown(four, 1440);
    const tops = (): number[] =>
      [...document.querySelectorAll('section:has(h3 select)')].map((card) => card.getBoundingClientRect().top);
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

describe('the lanes of four', () => {
  it('hide no word: every name and number of a label lies within it', async () => {
    await shown(['microservices-3', 'microservices-4', 'event-driven-4', 'serverless-gateway']);
    await vi.waitFor(() => expect(document.querySelectorAll('.time-label').length).toBe(7));
    for (const label of document.querySelectorAll('.time-label')) {
      const { bottom, right } = label.getBoundingClientRect();
      for (const word of label.querySelectorAll('.time-title, .time-value-name, .time-value-number')) {
        const box = word.getBoundingClientRect();
        expect(box.bottom, word.textContent ?? '').toBeLessThanOrEqual(bottom + 1);
        expect(box.right, word.textContent ?? '').toBeLessThanOrEqual(right + 1);
        expect(word.scrollWidth, word.textContent ?? '').toBeLessThanOrEqual(word.clientWidth + 1);
      }
    }
  });
});
