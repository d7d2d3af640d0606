/** The keys of the page, while something of the page is in focus. */
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Keyboard } from '../../src/app/Keyboard.tsx';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { SessionProvider } from '../../src/stores/session-context.tsx';
import { Switch } from '../../src/ui/Switch.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function Crash() {
  const [on, setOn] = useState(false);
  return <Switch label="crash" tone="failed" checked={on} onChange={setOn} />;
}

async function aPage(): Promise<PageSession> {
  const session = createSession();
  session.show('monolith');
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Keyboard formOf={(rung) => rung} benchIn={() => 'bus-river'} showHelp={() => {}} showChoose={() => {}} />
      <div role="slider" tabIndex={0} aria-label="time" aria-valuenow={0} />
      <input aria-label="seed" />
      <Crash />
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

it('play after a switch was clicked, and do not flip it back', async () => {
  const session = await aPage();
  const crash = page.getByRole('switch');
  await crash.click();
  await expect.element(crash).toBeChecked();
  await userEvent.keyboard(' ');
  expect(session.clock.getState().playing).toBe(true);
  await expect.element(crash).toBeChecked();
});

it('go on working the switch that a key has worked', async () => {
  const session = await aPage();
  const crash = page.getByRole('switch');
  crash.element().focus();
  await userEvent.keyboard(' ');
  await expect.element(crash).toBeChecked();
  expect(document.activeElement).toBe(crash.element());
  await userEvent.keyboard(' ');
  await expect.element(crash).not.toBeChecked();
  expect(session.clock.getState().playing).toBe(false);
});
