/** The shell: what it says when a part fails or an address leads nowhere, its dialogs, its title and its panels. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../src/app/App.tsx';
import { ErrorBoundary } from '../../src/app/ErrorBoundary.tsx';
import type { Problem } from '../../src/scenario/problem.ts';
import { ladderIds } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { Screen } from '../../src/stores/session.ts';
import { text } from '../../src/text/text.ts';

let root: Root;

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function mount(): Root {
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  return root;
}

async function shown(screen: Screen, problems: readonly Problem[] = [], width = 1440): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show(screen);
  mount().render(<App session={session} problems={problems} />);
  await expect.element(page.getByRole('navigation')).toBeVisible();
  return session;
}

describe('a part that fails', () => {
  it('gives way to plain words and a way on', async () => {
    // What React says of it in the console is expected here.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    function Broken(): never {
      throw new Error('no such lane');
    }
    mount().render(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
    );
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('This part of the page has stopped working');
    await expect.element(alert).toHaveTextContent('What the browser says: no such lane');
    await expect.element(alert.getByRole('button', { name: 'Load again' })).toBeVisible();
  });
});

describe('a part that failed about one thing', () => {
  it('is tried again about another', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    function About({ stage }: { stage: string }) {
      if (stage === 'tiers') throw new Error('no such lane');
      return <p>{stage}</p>;
    }
    const boundaryAbout = (stage: string) => (
      <ErrorBoundary about={stage}>
        <About stage={stage} />
      </ErrorBoundary>
    );
    mount().render(boundaryAbout('tiers'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    root.render(boundaryAbout('queued'));
    await expect.element(page.getByText('queued')).toBeVisible();
  });
});

describe('an address that leads nowhere', () => {
  it('is told with what is wrong and what is allowed, until it was read', async () => {
    await shown('monolith', [{ path: 't', value: '"soon"', allowed: 'a number from 0 to 300' }]);
    const words = page.getByText('t: "soon" is not possible; allowed is a number from 0 to 300');
    await expect.element(words).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.element(words).not.toBeInTheDocument();
  });
});

describe('the screens', () => {
  it('are named in the title, and marked where one is', async () => {
    const session = await shown('queued');
    await expect.poll(() => document.title).toBe('Queued · Decoupled');
    const nav = page.getByRole('navigation', { name: 'Architectures' });
    await nav.getByRole('button', { name: 'Monolith' }).click();
    expect(session.state.getState().screen).toBe('monolith');
    await expect.poll(() => document.title).toBe('Monolith · Decoupled');
    await expect.element(nav.getByRole('button', { name: 'Monolith' })).toHaveAttribute('aria-current', 'page');
    await expect.element(nav.getByRole('button', { name: 'Queued' })).not.toHaveAttribute('aria-current');
  });

  it('can be reached past the header by the first key', async () => {
    await shown('queued');
    const [first] = document.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]');
    first?.focus();
    await expect.element(page.getByRole('button', { name: 'Skip to the picture' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Picture of Queued' })).toHaveFocus();
  });
});

describe('the stepper', () => {
  const steps = () => page.getByRole('navigation', { name: 'Architectures' });
  const step = (name: string) => steps().getByRole('button', { name, exact: true });

  it('leads through the seven by mouse and by key', async () => {
    const session = await shown('monolith');
    await step('Load balanced').click();
    expect(session.state.getState().screen).toBe('load-balanced');
    step('Queued').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(session.state.getState().screen).toBe('queued');
    await userEvent.keyboard('7');
    expect(session.state.getState().screen).toBe('serverless');
    await userEvent.keyboard('8');
    expect(session.state.getState().screen).toBe('compare');
    await userEvent.keyboard('0');
    expect(session.state.getState().screen).toBe('home');
  });

  it('comes back to the form that was shown last', async () => {
    const session = await shown('monolith');
    session.show('queued-steps');
    session.show('tiers');
    await step('Queued').click();
    expect(session.state.getState().screen).toBe('queued-steps');
    session.show('monolith');
    await userEvent.keyboard('4');
    expect(session.state.getState().screen).toBe('queued-steps');
  });

  it('marks the rung of a form, of a use of functions, and of a claim that is proved', async () => {
    const session = await shown('tiers-on-one-server');
    await expect.element(step('Tiers')).toHaveAttribute('aria-current', 'page');
    session.show('real-time-stream');
    await expect.element(step('Serverless')).toHaveAttribute('aria-current', 'page');
    session.prove('cannot-reach-zero');
    await expect.element(step('Load balanced')).toHaveAttribute('aria-current', 'true');
    session.show('home');
    await expect.poll(() => steps().element().querySelector('[aria-current]')).toBeNull();
  });

  it('tells how many claims of a stage were proved', async () => {
    const session = await shown('monolith');
    session.state.setState({
      proved: new Map(['fails-together', 'scales-together'].map((id) => [id, { numbers: {} }])),
    });
    await expect.element(steps().getByRole('button', { name: /^Monolith ?2 of \d+ claims proved$/ })).toBeVisible();
  });

  it.each([
    [1440, 7],
    [1024, 1],
    [390, 1],
  ])('at a width of %i shows %i names', async (width, names) => {
    await shown('queued', [], width);
    const seen = (): Element[] =>
      [...steps().element().querySelectorAll('li button[aria-keyshortcuts] > span:nth-child(2)')].filter(
        (name) => name.getBoundingClientRect().width > 1,
      );
    await expect.poll(() => seen().length).toBe(names);
    await expect.element(step('Event-driven')).toBeInTheDocument();
  });

  it('stays within a phone, with what is shown in view', async () => {
    const session = await shown('serverless', [], 390);
    await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    session.show('serverless');
    await expect.element(step('Serverless')).toBeInViewport();
  });
});

describe('a change of screen', () => {
  const told = () => page.getByRole('banner').element().parentElement?.querySelector(':scope > [role=status]');

  it('is told with the name and the line of what is shown; the first screen is not', async () => {
    const session = await shown('monolith');
    expect(told()?.textContent).toBe('');
    await userEvent.keyboard('4');
    await expect.poll(() => told()?.textContent).toBe(`Queued. ${text('neutral', 'stage.queued.line')}`);
    session.show('compare');
    await expect.poll(() => told()?.textContent).toMatch(/^Compare\. Several/);
    session.show('monolith');
    await expect.poll(() => told()?.textContent).toMatch(/^Monolith\. /);
  });

  it('leaves the focus where it is, and gives it to the picture when what had it is gone', async () => {
    const session = await shown('home');
    const step = page.getByRole('navigation', { name: 'Architectures' }).getByRole('button', { name: 'Tiers' });
    step.element().focus();
    await userEvent.keyboard('1');
    await expect.element(page.getByRole('region', { name: 'Picture of Monolith' })).toBeVisible();
    await expect.element(step).toHaveFocus();
    session.show('home');
    const tile = page.getByRole('link', { name: 'Queued' });
    await expect.element(tile).toBeVisible();
    tile.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Picture of Queued' })).toHaveFocus();
  });

  it('takes no focus for whoever had it nowhere', async () => {
    await shown('monolith');
    await userEvent.keyboard('4');
    await expect.element(page.getByRole('region', { name: 'Picture of Queued' })).toBeVisible();
    await expect.poll(() => told()?.textContent).toMatch(/^Queued/);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the logo', () => {
  it('leads home', async () => {
    const session = await shown('monolith');
    await page.getByRole('button', { name: 'Decoupled, to the front page' }).click();
    expect(session.state.getState().screen).toBe('home');
    await expect.poll(() => document.title).toBe('Decoupled: seven architectures, one stream of uploads');
  });
});

describe('the panels', () => {
  it('fold away, and come back', async () => {
    await shown('queued');
    await page.getByRole('button', { name: 'Fold the story away' }).click();
    await expect.element(page.getByRole('heading', { name: 'A queue between the steps' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Show the story' }).click();
    await expect.element(page.getByRole('heading', { name: 'A queue between the steps' })).toBeVisible();
  });

  it('leave the story folded where there is little room', async () => {
    await shown('queued', [], 1024);
    const edge = page.getByRole('button', { name: 'Show the story' });
    await expect.element(edge).toBeVisible();
    // Its name stands along the edge.
    await expect.element(edge).toHaveTextContent('Story');
  });

  it('keep the focus on what folds them while they are folded by key', async () => {
    await shown('queued');
    page.getByRole('button', { name: 'Fold the story away' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Show the story' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Fold the story away' })).toHaveFocus();
  });

  it('keep all their words, however many there are', async () => {
    await shown('queued', [], 1024);
    const last = page.getByRole('switch', { name: /Ask for a prediction/ });
    await expect.element(last).toBeVisible();
    for (const element of [last.element(), ...(last.element().parentElement?.children ?? [])])
      expect(element.scrollHeight).toBeLessThanOrEqual(element.clientHeight + 2);
  });

  it('leave the figures folded beside two pictures where there is little room, until the reader wants them', async () => {
    await shown('compare', [], 1024);
    await page.getByRole('button', { name: 'Show switches and figures' }).click();
    await expect.element(page.getByRole('button', { name: 'Upload a video' })).toBeVisible();
  });

  it('that change what is run are not there where nothing can be changed', async () => {
    const session = await shown('monolith');
    await expect.element(page.getByRole('button', { name: 'Upload a video' })).toBeVisible();
    session.prove('fails-together');
    await expect.element(page.getByRole('button', { name: 'Upload a video' })).not.toBeInTheDocument();
    session.show('home');
    await expect.element(page.getByRole('region', { name: 'Front page' })).toBeVisible();
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  });

  it('hold the switch for predictions', async () => {
    const session = await shown('monolith');
    session.settings.setState({ predictions: true });
    await page.getByRole('switch', { name: /Ask for a prediction/ }).click();
    expect(session.settings.getState().predictions).toBe(false);
    session.settings.setState({ predictions: true });
  });

  it('of a proof on a phone are three', async () => {
    const session = await shown('monolith', [], 390);
    session.prove('fails-together');
    const names = (): (string | null)[] =>
      [...document.querySelectorAll('main [role=tab]')].map((tab) => tab.textContent);
    await expect.poll(() => names().slice(-3)).toEqual(['Proof', 'Time', 'Settings']);
    session.show('home');
    await expect.poll(names).toEqual([]);
  });

  it('stand behind tabs on a phone, and the story is open until the reader opens another', async () => {
    const session = await shown('queued', [], 390);
    const tabs = page.getByRole('tablist', { name: 'Parts of the page' });
    await expect.element(page.getByRole('heading', { name: 'A queue between the steps' })).toBeVisible();
    session.show('compare');
    await expect.element(tabs.getByRole('tab', { selected: true })).toHaveTextContent('Story');
    await tabs.getByRole('tab', { name: 'Break' }).click();
    session.show('tiers');
    await expect.element(tabs.getByRole('tab', { selected: true })).toHaveTextContent('Break');
    await tabs.getByRole('tab', { name: 'Settings' }).click();
    await expect.element(page.getByRole('button', { name: 'Share' })).toBeVisible();
  });
});

describe('on a phone', () => {
  it('what is tapped in the picture is opened with its knobs', async () => {
    const session = await shown('queued', [], 390);
    session.select({ kind: 'component', run: 'queued', component: 'upload' });
    const panel = page.getByRole('tabpanel', { name: 'Break' });
    await expect.element(panel.getByRole('heading', { name: 'Selected' })).toBeInViewport();
    await expect.element(panel.getByRole('heading', { name: 'Knobs of Upload' })).toBeInTheDocument();
    session.select(null);
    await expect.element(panel.getByRole('heading', { name: 'Selected' })).not.toBeInTheDocument();
    await expect.element(panel.getByRole('button', { name: 'Upload a video' })).toBeVisible();
  });

  it.each([360, 390])('all of the transport is in reach at a width of %i, whatever the time', async (width) => {
    const session = await shown('queued', [], width);
    session.seek(274.84);
    const faster = page.getByRole('button', { name: /^Faster/ });
    await expect.element(faster).toBeVisible();
    for (const element of document.querySelectorAll('main .time-transport :is(button, select)'))
      expect(element.getBoundingClientRect().right).toBeLessThanOrEqual(width);
  });

  it.each(ladderIds)('all steps fit with %s among them', async (stage) => {
    await shown(stage, [], 390);
    const nav = page.getByRole('navigation', { name: 'Architectures' }).element();
    await expect.poll(() => nav.scrollWidth - nav.clientWidth).toBeLessThanOrEqual(0);
  });

  it('steps fade where there are more', async () => {
    const session = await shown('monolith', [], 320);
    const nav = page.getByRole('navigation', { name: 'Architectures' }).element();
    const mask = (): string => getComputedStyle(nav).maskImage;
    await expect.poll(mask).toContain('to left');
    session.show('serverless');
    await expect.poll(mask).toMatch(/to right|gradient\(90deg/);
  });
});

describe('the theme', () => {
  it('goes from the system’s to light, to dark, and back', async () => {
    const session = await shown('monolith');
    session.settings.setState({ theme: 'system' });
    const theme = (): string | undefined => document.documentElement.dataset['theme'];
    await expect.poll(theme).toBeUndefined();
    await page.getByRole('button', { name: 'Theme: as your system has it' }).click();
    await expect.poll(theme).toBe('light');
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect.poll(theme).toBe('dark');
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    await expect.poll(theme).toBeUndefined();
  });
});

describe('the dialogs', () => {
  it('help lists each key once, with what it does', async () => {
    await shown('monolith');
    await userEvent.keyboard('?');
    const row = page.getByRole('dialog').getByRole('row', { name: 'On to the next event of note' });
    await expect.element(row).toHaveTextContent('NShift →On to the next event of note');
    await userEvent.keyboard('2');
    await expect.poll(() => document.title).toBe('Monolith · Decoupled');
  });

  it('share gives the address to copy, and as a code to scan', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await shown('monolith');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Address' })).toHaveValue(location.href);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(copied).toHaveBeenCalledWith(location.href);
    await expect.element(page.getByRole('img', { name: 'QR code of the address' })).toBeVisible();
  });

  it('share says so where the browser does not let the page copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await shown('monolith');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect.element(page.getByRole('status').filter({ hasText: 'did not let' })).toBeVisible();
  });
});
