/** The strip under the picture, worked by hand: drag, keys, buttons, log. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Keyboard } from '../../../src/app/Keyboard.tsx';
import { TimeArea } from '../../../src/panels/time/TimeArea.tsx';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import type { Screen } from '../../../src/stores/session.ts';
import { SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** The strip of a session whose runs are known to the end. */
async function shown(screen: Screen = 'queued', width = 1400): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show(screen);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Keyboard formOf={(rung) => rung} benchIn={() => 'bus-river'} showHelp={() => {}} showChoose={() => {}} />
      <TimeArea />
    </SessionProvider>,
  );
  await allKnown(session);
  await expect.element(slider()).toBeVisible();
  return session;
}

/** Waits until the runs on screen are known and drawn to the end. */
async function allKnown(session: PageSession): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 20_000,
  });
  await vi.waitUntil(() => document.querySelector('.time-not-yet') === null);
}

const slider = () => page.getByRole('slider', { name: 'Time of the run' });
const now = (session: PageSession): number => session.clock.getState().t;

/** Plays so many frames as the page does; each is really drawn. */
async function play(session: PageSession, frames: number): Promise<void> {
  session.play();
  for (let frame = 0; frame < frames; frame += 1) {
    session.tick(frame * FRAME_MS);
    await new Promise(requestAnimationFrame);
  }
  session.pause();
}

/** Length of a frame on the wall that the session is told of, in ms. */
const FRAME_MS = 50;

const captured = vi.fn();

type PointerKind = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'lostpointercapture';

/** What a mouse or a finger does at a share of the width of the lanes. */
function point(kind: PointerKind, share: number, { y = 40, pointerType = 'mouse' } = {}): void {
  const element = slider().element();
  const { left, top, width } = element.getBoundingClientRect();
  // A made-up pointer cannot be captured; what capture does is the browser's.
  element.setPointerCapture = captured;
  const event = new PointerEvent(kind, {
    bubbles: true,
    button: 0,
    pointerId: 1,
    pointerType,
    clientX: left + width * share,
    clientY: top + y,
  });
  element.dispatchEvent(event);
}

describe('the time bar', () => {
  it('sets the time where it is dragged to, both ways, with a mouse or a finger', async () => {
    const session = await shown();
    for (const pointerType of ['mouse', 'touch']) {
      point('pointerdown', 0.5, { pointerType });
      expect(now(session)).toBeCloseTo(150, 0);
      point('pointermove', 0.75, { pointerType });
      expect(now(session)).toBeCloseTo(225, 0);
      point('pointermove', 0.2, { pointerType });
      expect(now(session)).toBeCloseTo(60, 0);
      point('pointerup', 0.2, { pointerType });
      point('pointermove', 0.9, { pointerType });
      expect(now(session)).toBeCloseTo(60, 0);
    }
    expect(getComputedStyle(slider().element()).touchAction).toBe('pan-y');
  });

  it('is held by the pointer beyond its ends', async () => {
    const session = await shown();
    captured.mockClear();
    point('pointerdown', 0.5);
    expect(captured).toHaveBeenCalledExactlyOnceWith(1);
    point('pointermove', 1.5);
    expect(now(session)).toBe(300);
    point('pointermove', -0.5);
    expect(now(session)).toBe(0);
    point('pointerup', 0);
  });

  it('stands still while it is dragged and plays on afterwards', async () => {
    const session = await shown();
    session.play();
    point('pointerdown', 0.5);
    expect(session.clock.getState().playing).toBe(false);
    point('pointerup', 0.5);
    expect(session.clock.getState().playing).toBe(true);
    session.pause();
    point('pointerdown', 0.6);
    point('pointerup', 0.6);
    expect(session.clock.getState().playing).toBe(false);
  });

  it('stays paused however a drag ends that began while paused', async () => {
    const session = await shown();
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      point('pointerdown', 0.5);
      point('pointermove', 0.6);
      point(end, 0.6);
      point('lostpointercapture', 0.6);
      expect(session.clock.getState().playing, end).toBe(false);
      point('pointermove', 0.9);
      expect(now(session), end).toBeCloseTo(180, 0);
    }
    await userEvent.click(slider());
    expect(session.clock.getState().playing).toBe(false);
  });

  it('plays on once the pointer is lost in a drag that began while playing', async () => {
    const session = await shown();
    session.play();
    point('pointerdown', 0.5);
    // A second finger does not begin a drag of its own.
    point('pointerdown', 0.7);
    point('lostpointercapture', 0.5);
    expect(session.clock.getState().playing).toBe(true);
    session.pause();
    point('pointerup', 0.5);
    expect(session.clock.getState().playing).toBe(false);
  });

  it('leaves the space bar to the page, which plays or pauses once for each press', async () => {
    const session = await shown();
    await userEvent.click(slider());
    expect(document.activeElement).toBe(slider().element());
    const changes: boolean[] = [];
    const leave = session.clock.subscribe(({ playing }, before) => {
      if (playing !== before.playing) changes.push(playing);
    });
    await userEvent.keyboard(' ');
    expect(changes).toEqual([true]);
    await userEvent.keyboard(' ');
    expect(changes).toEqual([true, false]);
    leave();
  });

  it('goes by keys, and says the time in words', async () => {
    const session = await shown();
    session.seek(164.6);
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '2 minutes 44 seconds');
    await expect.element(slider()).toHaveAttribute('aria-valuenow', '164');
    slider().element().focus();
    const timeAfter = async (key: string): Promise<number> => {
      await userEvent.keyboard(`{${key}}`);
      return now(session);
    };
    expect(await timeAfter('ArrowRight')).toBeCloseTo(169.6, 6);
    expect(await timeAfter('ArrowLeft')).toBeCloseTo(164.6, 6);
    expect(await timeAfter('PageUp')).toBeCloseTo(194.6, 6);
    expect(await timeAfter('PageDown')).toBeCloseTo(164.6, 6);
    expect(await timeAfter('Home')).toBe(0);
    expect(await timeAfter('ArrowLeft')).toBe(0);
    expect(await timeAfter('End')).toBe(300);
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '5 minutes');
  });

  it('keeps the keys that it uses from the rest of the page, and only those', async () => {
    await shown();
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', hear);
    slider().element().focus();
    await userEvent.keyboard('{ArrowRight}{Home}n');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['n']);
  });

  it('says what is marked on the axis, and goes to that very moment', async () => {
    const session = await shown();
    const [first] = session.run('queued').store.getState().notable;
    if (!first) throw new Error('nothing of note');
    const share = first.at / 1e6 / 300;
    const y = slider().element().getBoundingClientRect().height - 20;
    point('pointermove', share, { y });
    await expect.element(page.getByText(/^\d\d:\d\d Processing fleet: desired 0 → 1/)).toBeVisible();
    point('pointerdown', share + 0.002, { y });
    expect(now(session)).toBe(first.at / 1e6);
    point('pointerup', share, { y });
  });
});

describe('the playhead', () => {
  it('moves with every frame while nothing of the lanes is drawn again', async () => {
    const session = await shown('compare');
    const lanes = document.querySelectorAll('.time-plot svg');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    for (const svg of lanes) observer.observe(svg, { subtree: true, childList: true, attributes: true });
    expect(lanes.length).toBeGreaterThan(2);
    const placeOf = () => document.querySelector('.time-playhead')?.getBoundingClientRect().left ?? 0;
    const before = placeOf();
    session.setSpeed(50);
    await play(session, 41);
    expect(now(session)).toBeCloseTo(100, 6);
    changes.push(...observer.takeRecords());
    expect(changes).toEqual([]);
    const { width } = slider().element().getBoundingClientRect();
    expect(placeOf() - before).toBeCloseTo((now(session) / 300) * width, 0);
  });

  it('takes the numbers beside the lanes along', async () => {
    const session = await shown();
    session.seek(90);
    await expect.element(page.getByText(/^[1-9]\d* watchable$/)).toBeVisible();
    session.seek(0);
    await expect.element(page.getByText('0 watchable')).toBeVisible();
  });
});

describe('the lanes', () => {
  it('draw the old future after an intervention, and say once what it is', async () => {
    const session = await shown();
    session.seek(100);
    session.toggleFault('crash', 'step:process');
    await allKnown(session);
    await vi.waitUntil(() => document.querySelectorAll('.time-old').length >= 3);
    await expect.element(page.getByText('as it was')).toBeVisible();
    await expect.element(page.getByText('processing down', { exact: true })).toBeVisible();
  });

  it('hatch what is not yet computed', async () => {
    const session = await shown();
    session.run('queued').store.setState({ recordedUntilSeconds: 120, status: 'running' });
    await expect.element(page.getByText('not yet computed')).toBeVisible();
    point('pointerdown', 0.9);
    expect(now(session)).toBe(120);
    point('pointerup', 0.9);
  });

  it('keep the words of the axis apart, also those of a long run', async () => {
    // So wide that the ticks of a day just fit every two hours, but for their words.
    const session = await shown('queued', 1560);
    const { store } = session.run('queued');
    for (const durationSeconds of [300, 86_400]) {
      store.setState(({ scenario }) => ({ scenario: { ...scenario, durationSeconds } }));
      const ticks = () => [...document.querySelectorAll('.time-tick')];
      const last = durationSeconds === 300 ? '5:00' : '24:00:00';
      await vi.waitUntil(() => ticks().at(-1)?.textContent === last);
      const boxes = ticks().map((tick) => tick.getBoundingClientRect());
      for (const [index, { left }] of boxes.entries()) {
        expect(left - (boxes[index - 1]?.right ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(5);
      }
    }
  });

  it('have the numbers of their scales behind the end of the run', async () => {
    const session = await shown();
    session.seek(300);
    const end = document.querySelector('.time-playhead')?.getBoundingClientRect().right ?? 0;
    const tops = [...document.querySelectorAll('.time-top')].map((top) => top.getBoundingClientRect());
    expect(tops).toHaveLength(3);
    for (const { left } of tops) expect(left).toBeGreaterThan(end + 2);
  });

  it('show the uploads of each architecture where there are several', async () => {
    await shown('compare');
    await expect.element(page.getByRole('heading', { name: 'Monolith Uploads' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Queued Uploads' })).toBeVisible();
  });
});

describe('the transport', () => {
  it('plays and pauses, with the key in the title', async () => {
    const session = await shown();
    const play = page.getByRole('button', { name: 'Play' });
    await expect.element(play).toHaveAttribute('title', 'Play (Space)');
    await play.click();
    expect(session.clock.getState().playing).toBe(true);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(session.clock.getState().playing).toBe(false);
  });

  it('steps to facts and to events of note, and back to the start', async () => {
    const session = await shown();
    session.seek(50);
    await page.getByRole('button', { name: 'One step on' }).click();
    const fact = now(session);
    expect(fact).toBeGreaterThan(50);
    await page.getByRole('button', { name: 'On to the next event of note' }).click();
    const note = now(session);
    const times = session
      .run('queued')
      .store.getState()
      .notable.map(({ at }) => at / 1e6);
    expect(times).toContain(note);
    expect(note).toBe(times.find((time) => time > fact));
    await page.getByRole('button', { name: 'Back to the event of note before' }).click();
    expect(now(session)).toBe(times.findLast((time) => time < note));
    await page.getByRole('button', { name: 'Back to the start' }).click();
    expect(now(session)).toBe(0);
  });

  it('shows the clock to the tenth, the length of the run, and the seed', async () => {
    const session = await shown();
    session.seek(164.6);
    await expect.element(page.getByText('02:44.6')).toBeVisible();
    await expect.element(page.getByText('of 05:00')).toBeVisible();
    await expect.element(page.getByText('seed 1')).toBeVisible();
  });

  it('sets the speed, also one that only a link can hold', async () => {
    const session = await shown();
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await speed.selectOptions('100×');
    expect(session.clock.getState().speed).toBe(100);
    await page.getByRole('button', { name: 'Faster' }).click();
    expect(session.clock.getState().speed).toBe(200);
    session.setSpeed(7);
    await expect.element(speed).toHaveValue('7');
  });
});

describe('the log', () => {
  it('tells what was of note up to the playhead, and takes it back', async () => {
    const session = await shown();
    session.seek(250);
    const entries = page.getByRole('region', { name: 'Just now' }).getByRole('button');
    await expect.element(entries.first()).toBeVisible();
    const many = entries.elements().length;
    expect(many).toBeGreaterThan(5);
    const { notable } = session.run('queued').store.getState();
    session.seek((notable[1]?.at ?? 0) / 1e6);
    await vi.waitUntil(() => entries.elements().length === 2);
    session.seek(0);
    await expect.element(page.getByText('Nothing of note yet')).toBeVisible();
  });

  it('leads to the moment of an entry and follows the upload that it is about', async () => {
    const session = await shown();
    session.seek(60);
    session.uploadNow();
    await allKnown(session);
    session.follow(null);
    session.play();
    session.seek(200);
    await page.getByRole('button', { name: /Your upload, number \d+, is watchable/ }).click();
    const { notable } = session.run('queued').store.getState();
    const event = notable.find(({ kind }) => kind === 'hand-upload-watchable');
    expect(now(session)).toBe((event?.at ?? 0) / 1e6);
    expect(session.clock.getState().playing).toBe(false);
    expect(session.state.getState().follow).toBe(event && 'upload' in event ? event.upload : undefined);
  });
});

describe('the live summary', () => {
  it('says how things stand when the time was set', async () => {
    const session = await shown();
    session.seek(61);
    await vi.waitUntil(() => document.querySelector('[role="status"]')?.textContent !== '');
    expect(page.getByRole('status').element().textContent).toMatch(/^At 1 minute 1 second\. \d+ accepted, 0 refused/);
  });
});

describe('the live summary on another screen', () => {
  it('says how things stand there', async () => {
    const session = await shown('queued');
    session.seek(61);
    const told = () => page.getByRole('status').element().textContent ?? '';
    await vi.waitUntil(() => told() !== '');
    session.show('compare');
    await vi.waitUntil(() => told().includes('Monolith:'), { timeout: 10_000 });
    expect(told()).toMatch(/^At 1 minute 1 second\. Monolith: \d+ accepted/);
  });
});

describe('on a phone', () => {
  it('lanes and log take turns, and the lanes can be dragged', async () => {
    const session = await shown('queued', 390);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    point('pointerdown', 0.5, { pointerType: 'touch' });
    point('pointerup', 0.5, { pointerType: 'touch' });
    expect(now(session)).toBeCloseTo(150, 0);
    await page.getByRole('tab', { name: 'Just now' }).click();
    await expect.element(page.getByRole('region', { name: 'Just now' }).getByRole('button').first()).toBeVisible();
    expect(slider().elements()).toHaveLength(0);
  });
});
