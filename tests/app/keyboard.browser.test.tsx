/** The keys of the page, while something of the page is in focus. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Keyboard } from '../../src/app/Keyboard.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { SessionProvider } from '../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function aPage(): Promise<PageSession> {
  const session = createSession();
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Keyboard onHelp={() => {}} />
      <div role="slider" tabIndex={0} aria-label="time" aria-valuenow={0} />
      <input aria-label="seed" />
    </SessionProvider>,
  );
  await expect.element(page.getByRole('slider')).toBeInTheDocument();
  return session;
}

it('go on working on the time bar, but for those that it uses itself', async () => {
  const session = await aPage();
  page.getByRole('slider').element().focus();
  await userEvent.keyboard(' ');
  expect(session.clock.getState().playing).toBe(true);
  await userEvent.keyboard(' ');
  session.seek(20);
  await userEvent.keyboard('{ArrowRight}');
  expect(session.clock.getState()).toMatchObject({ playing: false, t: 20 });
});

it('leave alone whoever types', async () => {
  const session = await aPage();
  page.getByRole('textbox').element().focus();
  await userEvent.keyboard(' ');
  expect(session.clock.getState().playing).toBe(false);
});
