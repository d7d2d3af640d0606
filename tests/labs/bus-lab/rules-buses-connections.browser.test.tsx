/** The instruments of rules, of buses and of connections on the page: worked by keys and by pointer, and what they say. */
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Buses } from '../../../src/labs/bus-lab/buses/Buses.tsx';
import { Connections } from '../../../src/labs/bus-lab/connections/Connections.tsx';
import { Rules } from '../../../src/labs/bus-lab/rules/Rules.tsx';
import { busRulesStory } from '../../../src/lessons/bus-lab/rules.ts';
import type { BusRule } from '../../../src/models/parameters.ts';
import { applyScene } from '../../../src/panels/story/scene.ts';
import type { StageId } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

/** Runs take their time where other tests run beside them. */
const LONG = 60_000;
const WAIT = { timeout: 20_000 };

beforeEach(() => localStorage.clear());
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(stage: StageId, instrument: ReactNode, tSeconds: number, width = 1100): Promise<PageSession> {
  await page.viewport(width, 1400);
  const session = createSession();
  session.show(stage);
  const run = session.run(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={run}>{instrument}</RunProvider>
    </SessionProvider>,
  );
  await vi.waitUntil(() => run.store.getState().status === 'finished', { timeout: 30_000 });
  session.seek(tSeconds);
  session.tick(performance.now());
  return session;
}

/** The field in which the pattern is written, once the editor is there. */
async function patternField(): Promise<HTMLElement> {
  const field = page.getByRole('textbox', { name: /^Pattern of the rule/ });
  await vi.waitUntil(() => field.query()?.classList.contains('cm-content'), WAIT);
  return field.element() as HTMLElement;
}

async function write(text: string): Promise<void> {
  (await patternField()).focus();
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}');
  // As it is typed: brackets and quotes that close by themselves are typed over.
  await userEvent.keyboard(text.replace(/[{[]/g, '$&$&'));
}

/** The text of a field, its lines one after another. */
const lines = (field: HTMLElement): string =>
  [...field.querySelectorAll('.cm-line')].map(({ textContent }) => textContent).join('\n');

const rulesNow = (session: PageSession) => session.parameterNow('bus-rules', 'lab-bus', 'rules') as readonly BusRule[];
const ownPattern = (session: PageSession) => rulesNow(session).find(({ name }) => name === 'yours')?.pattern;

describe('the editor of rules', () => {
  it('says where a pattern is wrong, and leads there', { timeout: LONG }, async () => {
    await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    await expect.element(page.getByText('The pattern is in order.')).toBeVisible();
    await write('{"source": [{"prefx": "a"}]}');
    await expect.element(page.getByText(/did you mean "prefix"\?/)).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Put it on the bus now' }))
      .toHaveAttribute('aria-disabled', 'true');
    const marked = (await patternField()).querySelector('.cm-lintRange-error');
    expect(marked?.textContent).toBe('"prefx"');
    await page.getByRole('button', { name: 'Go to line 1, column 14' }).click();
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(await patternField());
  });

  it('puts a pattern on the bus from that moment on, and takes it back', { timeout: LONG }, async () => {
    const session = await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    const before = ownPattern(session);
    await write('{"source": ["aws.s3"]}');
    await expect.element(page.getByText('The pattern is in order.')).toBeVisible();
    await page.getByRole('button', { name: 'Put it on the bus now' }).click();
    expect(ownPattern(session)).toEqual({ source: ['aws.s3'] });
    await expect.element(page.getByText('This pattern is on the bus.')).toBeVisible();
    session.seek(39);
    expect(ownPattern(session)).toEqual(before);
    session.seek(41);
    await page.getByRole('button', { name: 'Take the last change of the run back' }).click();
    expect(ownPattern(session)).toEqual(before);
  });

  it('shows what a scene puts on the bus, whatever was shown before', { timeout: LONG }, async () => {
    const session = await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    const field = await patternField();
    const sceneOf = (id: string) =>
      busRulesStory.passages.find((passage) => passage.id === id)?.scene ?? expect.fail(`no scene ${id}`);
    for (const [id, said] of [
      ['silent', 'rendition-raedy'],
      ['absent', 'anything-but'],
      ['pattern', '480p'],
    ] as const) {
      applyScene(session, 'bus-rules', sceneOf(id));
      session.pause();
      session.tick(performance.now());
      await vi.waitUntil(() => field.textContent.includes(said), WAIT);
      await expect.element(page.getByText('This pattern is on the bus.')).toBeVisible();
      expect(JSON.parse(lines(field))).toEqual(ownPattern(session));
    }
    await write('{"source": ["aws.s3"]}');
    await page.getByRole('button', { name: 'Put it on the bus now' }).click();
    await expect.element(page.getByText('This pattern is on the bus.')).toBeVisible();
    applyScene(session, 'bus-rules', sceneOf('silent'));
    session.pause();
    session.tick(performance.now());
    await vi.waitUntil(() => field.textContent.includes('rendition-raedy'), WAIT);
  });

  it('types over what was selected at this very moment', { timeout: LONG }, async () => {
    await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    const field = await patternField();
    await write('{"source": ["a"]}');
    const root = field.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
    (root.getSelection?.() ?? document.getSelection())?.selectAllChildren(field);
    // Left to the browser it would keep the colour of what is typed over in a style that the policy of the site refuses.
    const typed = { inputType: 'insertText', data: '{}', bubbles: true, cancelable: true };
    expect(field.dispatchEvent(new InputEvent('beforeinput', typed))).toBe(false);
    expect(lines(field)).toBe('{}');
  });

  it('offers what fits, by keys, and lets the reader out again with Tab', { timeout: LONG }, async () => {
    await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    const field = await patternField();
    await write('{"detail": {"ob');
    await userEvent.keyboard('{Control>} {/Control}');
    const option = () =>
      field.getRootNode() instanceof ShadowRoot && (field.getRootNode() as ShadowRoot).querySelector('[role="option"]');
    await vi.waitUntil(() => option(), WAIT);
    expect((option() as Element).textContent).toBe('"object"');
    // CodeMirror takes no Enter for a moment after the list has opened.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await userEvent.keyboard('{Enter}');
    expect(field.textContent).toContain('"object": []');
    await userEvent.keyboard('{Escape}{Tab}');
    await expect.element(page.getByRole('button', { name: 'What fits here?' })).toHaveFocus();
  });

  it('tells of each field of a sample event why it matches or not', { timeout: LONG }, async () => {
    await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    await expect.element(page.getByText('The pattern takes this event.')).toBeVisible();
    await page.getByLabelText('Sample event').selectOptions('Upload complete');
    await expect.element(page.getByText(/does not take this event: 2 fields do not match/)).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /^object/ }))
      .toHaveTextContent('"master" is not "480p". "master" is not "1080p".');
    await expect.element(page.getByRole('row', { name: /^region/ })).toHaveTextContent('Not asked');
  });

  it('has an example for each operator, with an event that it takes', { timeout: LONG }, async () => {
    await shown('bus-rules', <Rules stage="bus-rules" />, 40);
    await page.getByLabelText('Examples of patterns').selectOptions('An address in a block');
    await expect.element(page.getByRole('row', { name: /^address/ })).toHaveTextContent('lies in "203.0.113.0/24"');
    expect((await patternField()).textContent).toContain('cidr');
  });

  it('counts what each rule has taken, as the run has it', { timeout: LONG }, async () => {
    const session = await shown('bus-rules', <Rules stage="bus-rules" />, 180);
    const report = session.run('bus-rules').store.getState().report;
    const bus = report?.components.find(({ id }) => id === 'lab-bus');
    if (bus?.kind !== 'event-bus') throw new Error('no bus');
    const row = page.getByRole('row', { name: /^Yours/ });
    await expect.element(row, WAIT).toHaveTextContent(`Yours${bus.rules.find(({ rule }) => rule === 3)?.matched}`);
    await expect
      .element(page.getByRole('button', { name: 'Put it on the bus now' }))
      .toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the instrument of buses', () => {
  it('says what comes of an attempt', { timeout: LONG }, async () => {
    await shown('bus-buses', <Buses stage="bus-buses" />, 60);
    await page.getByRole('button', { name: 'Try' }).click();
    await expect.element(page.getByText(/services tell no other bus/)).toBeVisible();
    await page.getByRole('radio', { name: 'Default bus', exact: true }).click();
    await page.getByRole('button', { name: 'Try' }).click();
    await expect.element(page.getByText(/^It works: in a run of 90 seconds/)).toBeVisible();
  });

  it('hands on from one bus to another, or not, from that moment on', { timeout: LONG }, async () => {
    const session = await shown('bus-buses', <Buses stage="bus-buses" />, 60);
    await page.getByRole('switch', { name: /Hand objects on/ }).click();
    const names = () =>
      (session.parameterNow('bus-buses', 'default-bus', 'rules') as readonly BusRule[]).map(({ name }) => name);
    expect(names()).toEqual(['inventory', 'every-minute']);
    await page.getByRole('switch', { name: /Hand objects on/ }).click();
    expect(names()).toContain('forward');
  });

  it('measures how often events are held against a rule, both ways', { timeout: LONG }, async () => {
    await shown('bus-buses', <Buses stage="bus-buses" />, 60);
    await expect.element(page.getByText(/^To the end: /), WAIT).toBeVisible();
    const [own = 0, one = 0] = [
      ...(page.getByText(/^To the end: /).element().textContent ?? '').matchAll(/\d[\d,]*/g),
    ].map(([n]) => Number(n.replace(',', '')));
    expect(own).toBeGreaterThan(100);
    expect(one).toBeGreaterThan(2 * own);
  });
});

describe('the instrument of connections', () => {
  it('draws and counts as many services as the reader wants, by keys', { timeout: LONG }, async () => {
    await shown('bus-connections', <Connections stage="bus-connections" />, 10);
    await expect.element(page.getByText('With 4 services: 12 queues; or 4 rules.')).toBeVisible();
    (page.getByRole('slider', { name: 'Services' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByText('With 5 services: 20 queues; or 5 rules.')).toBeVisible();
    expect(
      page
        .getByRole('img', { name: /20 queues between them/ })
        .element()
        .querySelectorAll('rect'),
    ).toHaveLength(20);
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText('With 12 services: 132 queues; or 12 rules.')).toBeVisible();
    await page.getByRole('radio', { name: 'Each the next' }).click();
    await expect.element(page.getByText('With 12 services: 11 queues; or 11 rules.')).toBeVisible();
  });

  it('counts as many services as the picture above has, where that comes to have another number', {
    timeout: LONG,
  }, async () => {
    const session = await shown('bus-connections', <Connections stage="bus-connections" />, 10);
    await expect.element(page.getByText('With 4 services: 12 queues; or 4 rules.')).toBeVisible();
    root?.render(
      <SessionProvider session={session}>
        <RunProvider run={session.run('bus-connections-queues-3')}>
          <Connections stage="bus-connections-queues-3" />
        </RunProvider>
      </SessionProvider>,
    );
    await expect.element(page.getByText('With 3 services: 6 queues; or 3 rules.')).toBeVisible();
  });

  it('opens both side by side', { timeout: LONG }, async () => {
    const session = await shown('bus-connections', <Connections stage="bus-connections" />, 10);
    await page.getByRole('button', { name: 'Run both side by side' }).click();
    const { screen, compared } = session.state.getState();
    expect([screen, compared]).toEqual(['compare', ['bus-connections-queues', 'bus-connections']]);
  });
});
