/** The shell of the labs: the ways into them, from bench to bench, and how picture and instrument share the page. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../src/app/App.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { Screen } from '../../src/stores/session.ts';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(screen: Screen, width = 1440, height = 900): Promise<PageSession> {
  await page.viewport(width, height);
  const session = createSession();
  session.show(screen);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(<App session={session} problems={[]} />);
  await expect.element(steps()).toBeVisible();
  return session;
}

const steps = () => page.getByRole('navigation', { name: 'Architectures' });
const functionLab = () => page.getByRole('navigation', { name: 'Function lab: its benches' });
const busLab = () => page.getByRole('navigation', { name: 'Event bus lab: its benches' });
const screenOf = (session: PageSession): Screen => session.state.getState().screen;
const current = (nav: ReturnType<typeof steps>): (string | null)[] =>
  [...nav.element().querySelectorAll('[aria-current]')].map((each) => each.textContent);

describe('the way into a lab', () => {
  it('leads from the header by mouse, and marks where one is', async () => {
    const session = await shown('monolith');
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page.getByRole('button', { name: /^Event bus lab/ }).click();
    expect(screenOf(session)).toBe('bus-river');
    await expect.element(busLab()).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Labs', exact: true }))
      .toHaveAttribute('aria-current', 'true');
  });

  it('leads from the header by keys', async () => {
    const session = await shown('monolith');
    page.getByRole('button', { name: 'Labs', exact: true }).element().focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(screenOf(session)).toBe('bus-river');
    await userEvent.keyboard('f');
    expect(screenOf(session)).toBe('function-environments');
    await userEvent.keyboard('e');
    expect(screenOf(session)).toBe('bus-river');
  });

  it('comes back to the bench that was shown last', async () => {
    const session = await shown('bus-schedules');
    session.show('monolith');
    await userEvent.keyboard('e');
    expect(screenOf(session)).toBe('bus-schedules');
  });

  it('leads from the front page to a lab, and to each of its benches', async () => {
    const session = await shown('home');
    await page.getByRole('link', { name: /^Function lab/ }).click();
    expect(screenOf(session)).toBe('function-environments');
    session.show('home');
    await page
      .getByRole('list', { name: 'Event bus lab: its benches' })
      .getByRole('link', { name: 'Schedules' })
      .click();
    expect(screenOf(session)).toBe('bus-schedules');
  });

  it('leads from the one button of a phone', async () => {
    const session = await shown('monolith', 390, 844);
    await page.getByRole('button', { name: 'Compare, and labs' }).click();
    await page.getByRole('button', { name: /^Function lab/ }).click();
    expect(screenOf(session)).toBe('function-environments');
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('the way through a lab', () => {
  it('has an entry for each bench, the one that is shown marked, and no stage is lit', async () => {
    const session = await shown('bus-river');
    await expect.element(busLab().getByRole('link', { name: 'The river' })).toHaveAttribute('aria-current', 'page');
    expect(current(steps())).toEqual([]);
    expect(busLab().getByRole('link').elements()).toHaveLength(7);
    await busLab().getByRole('link', { name: 'Schedules' }).click();
    expect(screenOf(session)).toBe('bus-schedules');
    await expect.poll(() => current(busLab())).toEqual(['Schedules']);
  });

  it('goes by arrow keys from entry to entry, and time stays', async () => {
    const session = await shown('bus-river');
    busLab().getByRole('link', { name: 'The river' }).element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{Enter}');
    expect(screenOf(session)).toBe('bus-rules');
    expect(session.clock.getState().t).toBe(0);
    await userEvent.keyboard('{End}');
    await expect.element(busLab().getByRole('link', { name: 'Queues or a bus' })).toHaveFocus();
  });

  it('goes on and back by key and by button, and stops at its ends', async () => {
    const session = await shown('bus-river');
    await userEvent.keyboard('k');
    expect(screenOf(session)).toBe('bus-river');
    await userEvent.keyboard('jj');
    expect(screenOf(session)).toBe('bus-deliveries');
    await page.getByRole('button', { name: /^Previous bench/ }).click();
    expect(screenOf(session)).toBe('bus-rules');
    session.show('bus-connections');
    await expect.element(page.getByRole('button', { name: /^Next bench/ })).toHaveAttribute('aria-disabled', 'true');
    session.show('monolith');
    await userEvent.keyboard('j');
    expect(screenOf(session)).toBe('monolith');
  });

  it('holds the uses of functions too, and leads back from them', async () => {
    const session = await shown('file-processing');
    await expect
      .element(functionLab().getByRole('link', { name: 'File processing' }))
      .toHaveAttribute('aria-current', 'page');
    await expect.poll(() => current(steps()).length).toBe(1);
    await functionLab().getByRole('link', { name: 'Memory' }).click();
    expect(screenOf(session)).toBe('function-memory');
  });

  it('stays beside a proof, marks whose it is, and leads back there', async () => {
    const session = await shown('bus-river');
    session.prove('weekdays-end-at-midnight-of-utc');
    const entry = busLab().getByRole('link', { name: 'Schedules' });
    await expect.element(entry).toHaveAttribute('aria-current', 'true');
    await entry.click();
    expect(screenOf(session)).toBe('bus-schedules');
  });

  it('is named in the title, and told', async () => {
    await shown('bus-river');
    await userEvent.keyboard('j');
    await expect.poll(() => document.title).toBe('Rules and patterns · Event bus lab · Decoupled');
    const told = page.getByRole('banner').element().parentElement?.querySelector(':scope > [role=status]');
    expect(told?.textContent).toMatch(/^Rules and patterns · Event bus lab\. /);
  });

  it('is not there where there is no lab', async () => {
    const session = await shown('bus-river');
    session.show('queued');
    await expect.element(busLab()).not.toBeInTheDocument();
  });
});

describe('picture and instrument', () => {
  const instrument = () => page.getByRole('region', { name: 'Instrument: Schedules' });
  const divider = () => page.getByRole('separator', { name: 'Room for the picture' });
  const picture = () => page.getByRole('region', { name: 'Picture of Schedules' });
  const share = (): number => Number(divider().element().getAttribute('aria-valuenow'));

  it('share the middle as the arrow keys say, time does not move, and from bench to bench it stays so', async () => {
    const session = await shown('bus-schedules');
    await expect.element(instrument()).toBeVisible();
    const before = instrument().element().parentElement?.clientHeight ?? 0;
    divider().element().focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(share()).toBe(30);
    expect(instrument().element().parentElement?.clientHeight).toBeGreaterThan(before + 20);
    await userEvent.keyboard('{End}');
    expect(share()).toBe(80);
    await userEvent.keyboard('{Home}');
    expect(share()).toBe(20);
    expect(session.clock.getState().t).toBe(0);
    session.show('bus-archive');
    await expect.element(page.getByRole('region', { name: 'Instrument: Archive and replay' })).toBeVisible();
    expect(share()).toBe(20);
  });

  it('share it as the divider is dragged', async () => {
    await shown('bus-schedules');
    await expect.element(divider()).toBeVisible();
    const target = divider().element();
    const { left, top } = target.getBoundingClientRect();
    const at = { pointerId: 1, bubbles: true, clientX: left + 5 };
    target.setPointerCapture = () => {};
    target.hasPointerCapture = () => true;
    target.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientY: top + 5 }));
    target.dispatchEvent(new PointerEvent('pointermove', { ...at, clientY: top + 105 }));
    await expect.poll(share).toBeGreaterThan(50);
  });

  it('can each have all of it', async () => {
    await shown('bus-schedules');
    await page.getByRole('radio', { name: 'Instrument' }).click();
    await expect.poll(() => picture().element().querySelector('.react-flow')).toBeNull();
    await expect.element(instrument()).toBeVisible();
    await page.getByRole('radio', { name: 'Picture' }).click();
    await expect.poll(() => picture().element().querySelector('.react-flow')).not.toBeNull();
    await expect.element(instrument()).not.toBeInTheDocument();
    await page.getByRole('radio', { name: 'Both' }).click();
    await expect.element(instrument()).toBeVisible();
    await expect.element(divider()).toBeVisible();
  });

  it('have the room of the lanes where they are folded: at first on a low screen', async () => {
    await shown('bus-schedules', 1024, 768);
    const time = page.getByRole('slider', { name: 'Time of the run' });
    await expect.element(time).toBeVisible();
    const low = picture().element().clientHeight;
    await page.getByRole('button', { name: 'Show the lanes' }).click();
    await expect.element(page.getByRole('button', { name: 'Fold the lanes away' })).toBeVisible();
    expect(picture().element().clientHeight).toBeLessThan(low - 60);
  });

  it('stand behind each other on a phone', async () => {
    await shown('bus-schedules', 390, 844);
    await page.getByRole('tab', { name: 'Instrument' }).click();
    await expect.element(instrument()).toBeVisible();
    await expect.element(picture()).toBeVisible();
    const tabs = page.getByRole('tablist', { name: 'Parts of the page' }).element();
    expect(tabs.scrollWidth).toBeLessThanOrEqual(tabs.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
