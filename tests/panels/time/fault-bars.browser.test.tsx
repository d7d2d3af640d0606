/** The bars of the lane of faults, worked by pointer, finger and keys: one change when it is let go, and none on Escape. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Keyboard } from '../../../src/app/Keyboard.tsx';
import { TimeArea } from '../../../src/panels/time/TimeArea.tsx';
import type { FaultIntervention } from '../../../src/scenario/scenario.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

type FaultToBe = Omit<FaultIntervention, 'kind'>;

const crash: FaultToBe = { fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 150 };
const slow: FaultToBe = {
  fault: 'added-latency',
  target: 'into:process',
  strength: 2,
  atSeconds: 40,
  untilSeconds: 90,
};

/** The strip of a session with these faults. */
async function shown(...faults: FaultToBe[]): Promise<PageSession> {
  await page.viewport(1400, 900);
  const session = createSession();
  session.show('queued');
  for (const each of faults) session.addFault(each);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Keyboard formOf={(rung) => rung} benchIn={() => 'bus-river'} showHelp={() => {}} showChoose={() => {}} />
      <TimeArea />
    </SessionProvider>,
  );
  await vi.waitUntil(() => document.querySelectorAll('.time-fault').length === faults.length, { timeout: 20_000 });
  return session;
}

const faultsOf = (session: PageSession): FaultToBe[] =>
  session.state.getState().scenarios.queued.interventions.flatMap((each) => {
    if (each.kind !== 'fault') return [];
    const { kind: _, ...fault } = each;
    return [fault];
  });

const bar = (name = 'processing down') => page.getByRole('slider', { name });

type PointerKind = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel';
type Part = 'middle' | 'start' | 'end';

/** Width of the lanes: so many px are the whole run of 300 s. */
const laneWidth = (): number => document.querySelector('.time-bar')?.getBoundingClientRect().width ?? 0;

/** What a pointer does at a part of a bar, `bySeconds` beside it and `up` px above. */
function point(
  kind: PointerKind,
  part: Part,
  bySeconds = 0,
  { up = 0, pointerType = 'mouse', name = 'processing down' } = {},
): void {
  const element = bar(name).element() as HTMLElement;
  element.setPointerCapture = () => {};
  const taken = part === 'middle' ? element : element.querySelector(`[data-part="${part}"]`);
  taken?.dispatchEvent(
    new PointerEvent(kind, {
      bubbles: true,
      cancelable: true,
      button: 0,
      pointerId: 1,
      pointerType,
      clientX: 500 + (bySeconds / 300) * laneWidth(),
      clientY: 300 - up,
    }),
  );
}

interface DragOptions {
  up?: number;
  pointerType?: string;
  name?: string;
}

async function drag(part: Part, bySeconds: number, options?: DragOptions): Promise<void> {
  point('pointerdown', part, 0, { ...options, up: 0 });
  point('pointermove', part, bySeconds / 2, options);
  point('pointermove', part, bySeconds, options);
  point('pointerup', part, bySeconds, options);
  // Until the bar is drawn where it is now.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

describe('a bar that is dragged', () => {
  it('moves by its middle, with a mouse or a finger, as one change that can be taken back', async () => {
    const session = await shown(crash);
    await drag('middle', 20);
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 120, untilSeconds: 170 }]);
    await drag('middle', 10, { pointerType: 'touch' });
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 130, untilSeconds: 180 }]);
    session.undo();
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 120, untilSeconds: 170 }]);
    expect(getComputedStyle(bar().element()).touchAction).toBe('none');
  });

  it('begins and ends elsewhere by its ends, and never ends where its end is pulled out of the run', async () => {
    const session = await shown(crash);
    await drag('start', -20);
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 80 }]);
    await drag('end', 30);
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 80, untilSeconds: 180 }]);
    await drag('end', 400);
    const { untilSeconds: _, ...open } = crash;
    expect(faultsOf(session)).toEqual([{ ...open, atSeconds: 80 }]);
  });

  it('strikes more strongly the higher it is dragged; its fill says how strongly', async () => {
    const session = await shown(slow);
    const fill = () => document.querySelector('.time-fault-fill')?.getBoundingClientRect().height ?? 0;
    const before = fill();
    await drag('middle', 0, { up: 25, name: 'the way into processing slower' });
    const [{ strength = 0, ...rest } = slow] = faultsOf(session);
    expect(strength).toBeGreaterThan(2);
    expect(rest).toEqual({ ...slow, strength: undefined, ...rest });
    await vi.waitUntil(() => fill() > before);
    const whole = document.querySelector('.time-fault')?.getBoundingClientRect().height ?? 0;
    expect(fill()).toBeLessThan(whole - 4);
  });

  it('shows and says where it would be, and changes nothing before it is let go', async () => {
    const session = await shown(crash);
    point('pointerdown', 'middle');
    point('pointermove', 'middle', 20);
    await expect.element(page.getByText('processing down, 02:00 to 02:50')).toBeVisible();
    await expect.element(bar()).toHaveAttribute('aria-valuetext', 'from 2 minutes to 2 minutes 50 seconds');
    expect(faultsOf(session)).toEqual([crash]);
    point('pointerup', 'middle', 20);
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 120, untilSeconds: 170 }]);
  });

  it('stays as it was on Escape, when the pointer is lost, and after a mere click', async () => {
    const session = await shown(crash);
    point('pointerdown', 'middle');
    point('pointermove', 'middle', 20);
    await userEvent.keyboard('{Escape}');
    point('pointermove', 'middle', 30);
    point('pointerup', 'middle', 30);
    expect(faultsOf(session)).toEqual([crash]);
    point('pointerdown', 'middle');
    point('pointermove', 'middle', 20);
    point('pointercancel', 'middle', 20);
    expect(faultsOf(session)).toEqual([crash]);
    point('pointerdown', 'middle');
    point('pointerup', 'middle');
    expect(faultsOf(session)).toEqual([crash]);
    expect(session.clock.getState().t).toBe(0);
  });
});

describe('a bar in focus', () => {
  it('moves by arrows, its end with Shift, its start with Alt, and keeps the focus', async () => {
    const session = await shown(crash, slow);
    (bar().element() as HTMLElement).focus();
    const crashAfter = async (keys: string): Promise<FaultToBe | undefined> => {
      await userEvent.keyboard(keys);
      return faultsOf(session).find(({ fault }) => fault === 'crash');
    };
    expect(await crashAfter('{ArrowRight}')).toEqual({ ...crash, atSeconds: 101, untilSeconds: 151 });
    expect(await crashAfter('{Shift>}{ArrowRight}{/Shift}')).toEqual({ ...crash, atSeconds: 101, untilSeconds: 152 });
    expect(await crashAfter('{Alt>}{ArrowLeft}{/Alt}')).toEqual({ ...crash, atSeconds: 100, untilSeconds: 152 });
    await expect.element(bar()).toHaveFocus();
    await expect.element(bar()).toHaveAttribute('aria-valuetext', 'from 1 minute 40 seconds to 2 minutes 32 seconds');
    expect(session.clock.getState().t).toBe(0);
  });

  it('makes one change of a key that is held', async () => {
    const session = await shown(crash);
    (bar().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight>5/}');
    expect(faultsOf(session)).toEqual([{ ...crash, atSeconds: 105, untilSeconds: 155 }]);
    session.undo();
    expect(faultsOf(session)).toEqual([crash]);
  });

  it('says that up and down change its strength only where it has one', async () => {
    await shown(crash, slow);
    await expect.element(bar('processing down')).toHaveAccessibleDescription(/^Left and right move it.*Delete/);
    await expect.element(bar('processing down')).not.toHaveAccessibleDescription(/strength/);
    await expect
      .element(bar('the way into processing slower'))
      .toHaveAccessibleDescription(/Up and down change its strength/);
  });

  it('changes its strength up and down, where it has one', async () => {
    const session = await shown(slow);
    const name = 'the way into processing slower';
    (bar(name).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    const stronger = faultsOf(session)[0]?.strength ?? 0;
    expect(stronger).toBeGreaterThan(2);
    await userEvent.keyboard('{PageDown}');
    expect(faultsOf(session)[0]?.strength).toBeLessThan(2);
    await expect.element(bar(name)).toHaveAttribute('aria-valuetext', expect.stringMatching(/, [\d.]+ s$/));
  });

  it('is lifted out of history by Delete, and the focus goes to the next, at last to the time', async () => {
    const session = await shown(crash, slow);
    (bar().element() as HTMLElement).focus();
    await userEvent.keyboard('{Delete}');
    expect(faultsOf(session)).toEqual([slow]);
    await expect.element(bar('the way into processing slower')).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(faultsOf(session)).toEqual([]);
    await expect.element(page.getByRole('slider', { name: 'Time of the run' })).toHaveFocus();
  });
});

describe('undo', () => {
  it('takes a change back by button and key, makes it again, and says what it was', async () => {
    const session = await shown(crash);
    const undo = page.getByRole('button', { name: /^Undo/ });
    const redo = page.getByRole('button', { name: /^Redo/ });
    await expect.element(redo).toHaveAttribute('aria-disabled', 'true');
    await undo.click();
    expect(faultsOf(session)).toEqual([]);
    await expect.element(page.getByText('Taken back: processing down, from 01:40 to 02:30')).toBeVisible();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(faultsOf(session)).toEqual([crash]);
    await expect.element(page.getByText('Made again: processing down, from 01:40 to 02:30')).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(faultsOf(session)).toEqual([]);
    await expect.element(undo).toHaveAttribute('aria-disabled', 'true');
  });

  it('is left to the field in which somebody writes, and works on a slider', async () => {
    const session = await shown(crash);
    const field = document.createElement('input');
    const range = document.createElement('input');
    range.type = 'range';
    document.body.append(field, range);
    field.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(faultsOf(session)).toEqual([crash]);
    range.focus();
    await userEvent.keyboard('u');
    expect(session.state.getState().scenarios.queued.interventions).toHaveLength(1);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(faultsOf(session)).toEqual([]);
  });
});
