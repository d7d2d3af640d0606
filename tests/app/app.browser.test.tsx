/** The shell: what it says when a part fails or an address leads nowhere, its dialogs, its title and its panels. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../src/app/App.tsx';
import { ErrorBoundary } from '../../src/app/ErrorBoundary.tsx';
import type { Problem } from '../../src/scenario/problem.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { Screen } from '../../src/stores/session.ts';

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
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Skip to the picture' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Picture of Queued' })).toHaveFocus();
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
    await expect.element(page.getByRole('button', { name: 'Show the story' })).toBeVisible();
  });

  it('leave the figures folded beside two pictures where there is little room, until the reader wants them', async () => {
    await shown('compare', [], 1024);
    await page.getByRole('button', { name: 'Show switches and figures' }).click();
    await expect.element(page.getByRole('button', { name: 'Upload a video' })).toBeVisible();
  });

  it('stand behind tabs on a phone', async () => {
    await shown('queued', [], 390);
    const tabs = page.getByRole('tablist', { name: 'Parts of the page' });
    await tabs.getByRole('tab', { name: 'Story' }).click();
    await expect.element(page.getByRole('heading', { name: 'A queue between the steps' })).toBeVisible();
    await tabs.getByRole('tab', { name: 'Settings' }).click();
    await expect.element(page.getByRole('button', { name: 'Share' })).toBeVisible();
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
