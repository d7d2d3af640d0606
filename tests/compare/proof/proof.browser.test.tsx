/** The screen of a proof, worked by keys: a prediction, the two runs, and the verdict. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { ProofStory } from '../../../src/compare/proof/ProofStory.tsx';
import { ProofView } from '../../../src/compare/proof/ProofView.tsx';
import { TimeArea } from '../../../src/panels/time/TimeArea.tsx';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  localStorage.clear();
});

/** The proof of a claim, all of whose runs are known to their ends. */
async function proving(claim: string, prepare: (session: PageSession) => void = () => {}): Promise<PageSession> {
  await page.viewport(1200, 900);
  const session = createSession();
  session.prove(claim);
  // Both runs begin, as with the first frame of the page.
  session.runsOnScreen();
  prepare(session);
  const element = document.createElement('div');
  element.style.height = '800px';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <ProofStory />
      <ProofView />
      <TimeArea />
    </SessionProvider>,
  );
  await vi.waitUntil(() => session.proof.getState().result !== null, { timeout: 20_000 });
  session.tick(performance.now());
  return session;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const verdict = () => page.getByRole('region', { name: 'Verdict' });

/** Shows a moment, as the frames of the page do. */
function show(session: PageSession, seconds: number): void {
  session.seek(seconds);
  session.tick(performance.now());
}

describe('a proof with a question', () => {
  it('is predicted, played and judged by keys alone', async () => {
    const session = await proving('fails-together');
    await expect.element(button('Play it')).toBeDisabled();
    expect(document.body.textContent).not.toContain('The monolith fails together');

    const answers = page.getByRole('radio');
    (answers.nth(0).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(answers.nth(1)).toBeChecked();
    await expect.element(button('Play it')).toBeEnabled();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => session.clock.getState().playing).toBe(true);
    await expect.element(page.getByText('You expect: Some get through, some see an error')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Monolith, as claimed' })).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Queued, the foil' })).toBeVisible();
    expect(document.body.textContent).not.toContain('The monolith fails together');

    (button('Go to the end').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    session.tick(performance.now());
    await expect.element(verdict()).toHaveTextContent('Proved');
    await expect.element(verdict()).toHaveTextContent('It came out differently');
    await expect.element(verdict()).toHaveTextContent('All 5 who try see an error.');
    await expect
      .element(verdict())
      .toHaveTextContent('uploads that saw an error: 5, exactly 5 needed (uploads started)');
    await expect.element(verdict()).toHaveTextContent('On the foil it is not so');
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent(/^Proved\. It came out differently\. The monolith/);
    expect([...session.state.getState().proved.keys()]).toEqual(['fails-together']);
  });

  it('says so when the prediction was right, and keeps the verdict while one looks back', async () => {
    const session = await proving('fails-together');
    await page.getByRole('radio').nth(0).click();
    await button('Play it').click();
    show(session, 300);
    await expect.element(verdict()).toHaveTextContent('You were right');
    show(session, 90);
    await expect.element(verdict()).toBeInTheDocument();
    await button('Play again').click();
    await expect.element(verdict()).not.toBeInTheDocument();
    expect(session.clock.getState()).toMatchObject({ t: 0, playing: true });
  });

  it('can be skipped: then nothing is said of a prediction', async () => {
    const session = await proving('fails-together');
    await page.getByRole('radio').nth(0).click();
    await button('Skip the prediction').click();
    expect(session.clock.getState().playing).toBe(true);
    show(session, 300);
    await expect.element(verdict()).toHaveTextContent('Proved');
    await expect.element(verdict()).not.toHaveTextContent('Your prediction');
  });

  it('leads on: to the next claim, to the scenario in its stage, and back to the story', async () => {
    const session = await proving('fails-together');
    await button('Next claim').click();
    expect(session.state.getState().claim).toBe('scales-together');
    await expect.element(page.getByRole('radio').first()).not.toBeChecked();
    await button('Skip the prediction').click();
    show(session, 300);
    await button('Try it yourself').click();
    expect(session.state.getState().screen).toBe('monolith');
    expect(session.state.getState().scenarios.monolith.parameters['monolith']).toMatchObject({ minimum: 2 });
    session.prove('fails-together');
    await button('Back to the story').first().click();
    expect(session.state.getState().screen).toBe('monolith');
  });
});

const headingInFocus = (): string | null =>
  document.activeElement?.matches('h2, h3') ? document.activeElement.textContent : null;

describe('an open question', () => {
  it('is not passed over by whoever plays or jumps: it comes into focus, and it is said what to do first', async () => {
    const session = await proving('cannot-reach-zero');
    const play = page.getByRole('button', { name: /^Play( \(|$)/ }).first();
    const question = headingInFocus();
    expect(question).toMatch(/What happens\?$/);
    for (const begin of [
      () => play.click(),
      () => session.togglePlay(),
      () => session.seek(100),
      () => session.stepForward(),
      () => session.nextNote(),
    ]) {
      (page.getByRole('radio').nth(1).element() as HTMLElement).focus();
      await begin();
      await expect.poll(headingInFocus).toBe(question);
      expect(session.clock.getState()).toMatchObject({ t: 0, playing: false });
    }
    await expect.element(page.getByText('Choose an answer first, or skip.')).toBeVisible();
    await page.getByRole('radio').nth(1).click();
    await play.click();
    expect(session.clock.getState().playing).toBe(true);
    await expect.element(page.getByText(/^You expect: /)).toBeVisible();
  });

  it('does not hold up the next time it is played, nor another screen', async () => {
    const session = await proving('fails-together');
    await button('Skip the prediction').click();
    show(session, 300);
    await button('Play again').click();
    expect(session.clock.getState()).toMatchObject({ t: 0, playing: true });
    session.prove('scales-together');
    await expect.element(page.getByRole('radio').first()).toBeInTheDocument();
    session.show('monolith');
    session.togglePlay();
    expect(session.clock.getState().playing).toBe(true);
  });

  it('is what is told, not how the runs stand, and nothing beside it gives the answer away', async () => {
    const session = await proving('fails-together');
    session.prove('cannot-reach-zero');
    const told = () =>
      page
        .getByRole('status')
        .elements()
        .map(({ textContent }) => textContent);
    await expect.poll(told).toContainEqual(expect.stringMatching(/What happens\?$/));
    expect(told().join()).not.toContain('accepted');
    await expect.element(page.getByRole('region', { name: 'Load balanced, as claimed' })).not.toHaveTextContent('down');
    await button('Skip the prediction').click();
    await expect.element(page.getByRole('region', { name: 'Load balanced, as claimed' })).toHaveTextContent('down');
  });
});

describe('the focus', () => {
  it('goes from the question to the runs to the verdict, and round again, and is never lost', async () => {
    const session = await proving('fails-together');
    expect(headingInFocus()).toMatch(/\?$/);
    (button('Skip the prediction').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(headingInFocus).toBe('The claim and its foil');
    (button('Go to the end').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    session.tick(performance.now());
    await expect.poll(headingInFocus).toMatch(/^The monolith fails together/);
    (button('Play again').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(headingInFocus).toBe('The claim and its foil');
    (button('Next claim').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(headingInFocus).toMatch(/\?$/);
  });

  it('stays where it is outside of the proof when the verdict comes', async () => {
    const session = await proving('fails-together');
    await button('Skip the prediction').click();
    const back = button('Back to the story').first().element() as HTMLElement;
    back.focus();
    show(session, 300);
    await expect.element(verdict()).toHaveTextContent('Proved');
    expect(document.activeElement).toBe(back);
  });

  it('finds the verdict where one run is shown at a time, too', async () => {
    const session = await proving('fails-together');
    await page.viewport(390, 844);
    await button('Skip the prediction').click();
    (button('Go to the end').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    session.tick(performance.now());
    await expect.poll(headingInFocus).toMatch(/^The monolith fails together/);
  });
});

describe('the lanes under a proof', () => {
  it('keep back what lies ahead until it was played to the end', async () => {
    const session = await proving('fails-together');
    const veil = () => document.querySelector<HTMLElement>('.time-veil');
    await vi.waitUntil(() => veil() !== null);
    expect(veil()?.dataset['whole']).toBe('true');
    await button('Skip the prediction').click();
    show(session, 300);
    await expect.poll(() => veil()?.dataset['whole']).toBeUndefined();
    show(session, 10);
    expect(veil()?.dataset['whole']).toBeUndefined();
  });
});

describe('a proof without a question', () => {
  it('plays at once where the teacher has switched predictions off', async () => {
    const session = await proving('fails-together', ({ settings }) => settings.setState({ predictions: false }));
    expect(page.getByRole('radio').elements()).toEqual([]);
    expect(session.clock.getState().playing).toBe(true);
    await expect.element(page.getByRole('switch', { name: 'Ask me to predict first' })).not.toBeChecked();
  });

  it('asks nobody who comes by a link into the middle of it', async () => {
    const session = await proving('fails-together', (each) => each.seek(120));
    expect(page.getByRole('radio').elements()).toEqual([]);
    await expect.element(page.getByRole('region', { name: 'Queued, the foil' })).toBeVisible();
    expect(session.clock.getState()).toMatchObject({ t: 120, playing: false });
  });
});

describe('a curve', () => {
  it('is drawn point by point with keys, and compared with what was measured', async () => {
    const session = await proving('fleet-from-nothing-to-nothing');
    const points = page.getByRole('group', { name: /^Draw your line/ }).getByRole('slider');
    await expect.element(points.nth(0)).toHaveAttribute('aria-valuetext', '10 instances');
    await expect.element(button('Play it')).toBeDisabled();
    (points.nth(0).element() as SVGElement).focus();
    await userEvent.keyboard('{Home}');
    await expect.element(points.nth(0)).toHaveAttribute('aria-valuenow', '0');
    (page.getByRole('slider', { name: 'At 05:00' }).element() as SVGElement).focus();
    await userEvent.keyboard('{PageDown}{ArrowDown}{ArrowUp}');
    await expect.element(points.nth(6)).toHaveAttribute('aria-valuetext', '5 instances');
    await button('Play it').click();
    show(session, 90);
    await expect.element(page.getByText(/^Now: 3 instances; you drew/)).toBeVisible();
    show(session, 300);
    await expect.element(verdict()).toHaveTextContent('It went differently');
    await expect.element(verdict()).toHaveTextContent('You drew a peak of 10 instances at 00:50; it was 6 instances');
    await expect.element(verdict()).toHaveTextContent('At the end you drew 5 instances; it was 0 instances.');
    await expect.element(verdict()).toHaveTextContent('most instances in service (Processing fleet): 6, at least');
  });

  it('is drawn in one stroke of the pointer', async () => {
    await proving('fleet-from-nothing-to-nothing');
    const points = page.getByRole('group', { name: /^Draw your line/ }).getByRole('slider');
    await expect.element(points.nth(0)).toBeInTheDocument();
    const surface = document.querySelector('rect[class*="surface"]') as SVGRectElement;
    const box = surface.getBoundingClientRect();
    const send = (type: string, x: number, y: number): void => {
      const [clientX, clientY] = [box.left + 14 + x * (box.width - 28), box.top + 14 + y * (box.height - 28)];
      surface.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX, clientY }));
    };
    surface.setPointerCapture = () => {};
    send('pointerdown', 0, 1);
    for (let step = 1; step <= 12; step += 1) send('pointermove', step / 12, 1 - step / 12);
    send('pointerup', 1, 0);
    await expect.element(points.nth(6)).toHaveAttribute('aria-valuenow', '20');
    const values = points.elements().map((point) => Number(point.getAttribute('aria-valuenow')));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values[0]).toBeLessThanOrEqual(1);
    expect(values[3]).toBe(10);
  });
});
