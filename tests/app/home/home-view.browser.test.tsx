/** The front page: plays by itself, shows what was measured, and leads into each of the seven. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../src/app/App.tsx';
import { type Figures, figuresAt } from '../../../src/panels/figures.ts';
import { ladderIds, useIds } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { text } from '../../../src/text/text.ts';
import { formatCount, formatMoney, formatShare } from '../../../src/ui/format.ts';

/** Seven runs are simulated and drawn meanwhile, on whatever machine there is. */
const PATIENCE_MS = 60_000;

let root: Root;
let frame = 0;
let session: PageSession;

beforeEach(async () => {
  await page.viewport(1440, 900);
  session = createSession();
  // As whoever comes back to the front page does.
  session.show('monolith');
  session.show('home');
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(<App session={session} problems={[]} />);
  await expect.element(page.getByRole('heading', { level: 2 })).toBeVisible();
});

afterEach(() => {
  cancelAnimationFrame(frame);
  root.unmount();
  document.body.replaceChildren();
});

function letItPlay(): void {
  frame = requestAnimationFrame(function tick(wallMs) {
    session.tick(wallMs);
    frame = requestAnimationFrame(tick);
  });
}

/** All seven runs are known to their ends, and the playhead stands at this moment. */
async function standAt(tSeconds: number): Promise<Figures[]> {
  letItPlay();
  session.pause();
  const runs = ladderIds.map((stage) => session.run(`home:${stage}`));
  const finished = (): boolean => runs.every(({ store }) => store.getState().status === 'finished');
  await expect.poll(finished, { timeout: PATIENCE_MS / 2 }).toBe(true);
  session.seek(tSeconds);
  return runs.map(({ store }) => figuresAt(store.getState().series, tSeconds) as Figures);
}

const tileOf = (stage: string): Element => {
  const tile = document.querySelector(`[data-stage="${stage}"]`);
  if (!tile) throw new Error(`no tile of "${stage}"`);
  return tile;
};

/** The values of a tile by their labels, without the signs of best and worst. */
function shownIn(stage: string): Record<string, string> {
  const rows = [...tileOf(stage).querySelectorAll('dt')].map((label) => {
    const value = label.nextElementSibling?.textContent ?? '';
    return [label.textContent ?? '', value.replace(/^[▲▼](best|worst) /, '')];
  });
  return Object.fromEntries(rows);
}

it('plays by itself', { timeout: PATIENCE_MS }, async () => {
  expect(session.clock.getState()).toMatchObject({ playing: true, t: 0 });
  letItPlay();
  await expect.poll(() => session.clock.getState().t, { timeout: PATIENCE_MS / 2 }).toBeGreaterThan(1);
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

it('shows of each of the seven what was measured in its run', { timeout: PATIENCE_MS }, async () => {
  const figures = await standAt(40);
  for (const [index, stage] of ladderIds.entries()) {
    const of = figures[index] as Figures;
    await expect
      .poll(() => shownIn(stage), { timeout: PATIENCE_MS / 4 })
      .toMatchObject({
        accepted: formatCount(of.accepted),
        watchable: formatCount(of.watchable),
        refused: formatCount(of.refused),
        'costs an hour': formatMoney(of.perHourUsd),
        'paid for idling': formatShare(of.idleShare),
      });
  }
});

it('makes its point at the end, from what was measured, and marks best and worst by signs', {
  timeout: PATIENCE_MS,
}, async () => {
  const figures = await standAt(120);
  const monolith = figures[0] as Figures;
  const status = page.getByRole('status').filter({ hasText: 'turned' });
  await expect
    .element(status)
    .toHaveTextContent(`The monolith turned ${monolith.refused} of ${monolith.started} people away.`);
  expect(tileOf('monolith').textContent).toContain(`▼worst ${monolith.refused}`);
  expect(tileOf('serverless').textContent).toContain('▲best $');
  await page.getByRole('button', { name: 'Again' }).click();
  expect(session.clock.getState()).toMatchObject({ playing: true });
  await expect.poll(() => session.clock.getState().t).toBeLessThan(100);
});

it('compares no costs while some of the seven turn people away', { timeout: PATIENCE_MS }, async () => {
  await standAt(60);
  await expect.poll(() => tileOf('monolith').textContent).toContain('▼worst');
  expect(document.body.textContent).not.toContain('best $');
  expect(document.body.textContent).not.toContain('worst $');
});

it('leads into a stage from its picture, which is one stop of the keyboard', async () => {
  for (const stage of ladderIds) expect(tileOf(stage).querySelectorAll('a, button, [tabindex="0"]')).toHaveLength(1);
  const queued = page.getByRole('link', { name: 'Queued' });
  queued.element().focus();
  await userEvent.tab();
  await expect.element(page.getByRole('link', { name: 'Microservices' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(session.state.getState().screen).toBe('microservices');
});

it('shows on a phone all seven at once, each with what was measured', { timeout: PATIENCE_MS }, async () => {
  await page.viewport(390, 844);
  const figures = await standAt(40);
  await expect.poll(() => shownIn('serverless')['refused']).toBe(formatCount((figures.at(-1) as Figures).refused));
  for (const stage of ladderIds) {
    expect(tileOf(stage).getBoundingClientRect().bottom).toBeLessThanOrEqual(844);
    for (const value of tileOf(stage).querySelectorAll('dd')) {
      expect(value.getBoundingClientRect().right).toBeLessThanOrEqual(390);
      expect(value.getBoundingClientRect().height).toBeGreaterThan(0);
    }
  }
});

it('can be gone through by its time', async () => {
  session.pause();
  const time = page.getByRole('slider', { name: 'Time of the burst' });
  time.element().focus();
  await userEvent.keyboard('{End}');
  expect(session.clock.getState().t).toBe(120);
});

it('leads on: to the monolith, to the comparison, to the uses of functions, to the questions', async () => {
  const main = page.getByRole('main');
  for (const use of useIds) {
    await expect.element(main.getByRole('link', { name: text('neutral', `stage.${use}`) })).toBeInTheDocument();
  }
  await main.getByRole('button', { name: 'Which should I choose?' }).first().click();
  await expect.element(page.getByRole('dialog', { name: 'Which should I choose?' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await main.getByRole('button', { name: 'Compare' }).click();
  expect(session.state.getState().screen).toBe('compare');
  session.show('home');
  await main.getByRole('button', { name: 'Begin with the monolith' }).click();
  expect(session.state.getState().screen).toBe('monolith');
});
