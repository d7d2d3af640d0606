/** "Which should I choose?" as a dialog: by mouse and by keyboard, with part of the answers, and on to the proofs. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../src/app/App.tsx';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';

let root: Root;
let session: PageSession;

beforeEach(async () => {
  await page.viewport(1440, 900);
  session = createSession();
  session.show('monolith');
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(<App session={session} problems={[]} />);
  await page.getByRole('button', { name: 'Which one?' }).click();
  await expect.element(dialog()).toBeVisible();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const dialog = () => page.getByRole('dialog', { name: 'Which should I choose?' });
const answer = (name: string) => dialog().getByRole('radio', { name });
const advised = () => dialog().getByRole('heading', { level: 3 });

it('advises nothing before the first answer, then more exactly with each', async () => {
  await expect.element(dialog()).toHaveTextContent('Answer one question');
  await answer('As long as it takes').click();
  await expect.element(advised()).toHaveTextContent('Queued');
  await expect.element(dialog()).toHaveTextContent('1 of 5 answered');
  await answer('Many, and more to come').click();
  await expect.element(advised()).toHaveTextContent('Event-driven');
  await dialog().getByRole('button', { name: 'Start over' }).click();
  await expect.element(dialog()).toHaveTextContent('Answer one question');
});

it('shows what it advises', async () => {
  await answer('A few times a day').click();
  await dialog().getByRole('button', { name: 'Show me' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(session.state.getState().screen).toBe('serverless');
});

it('leads the focus into the picture of what it leads to, even from the button that opened it', async () => {
  await userEvent.keyboard('{Escape}');
  page.getByRole('button', { name: 'Which one?' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await answer('A few times a day').click();
  dialog().getByRole('button', { name: 'Show me' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('region', { name: 'Picture of Serverless' })).toHaveFocus();
});

it('scrolls on a small phone in one place only', async () => {
  await page.viewport(360, 740);
  await answer('As long as it takes').click();
  const element = dialog().element();
  await expect.poll(() => element.scrollHeight - element.clientHeight).toBeLessThanOrEqual(0);
});

it('proves its reasons, and keeps the answers until one comes back', async () => {
  await answer('As long as it takes').click();
  await dialog()
    .getByRole('button', { name: /^Prove it: What may wait is safe/ })
    .click();
  expect(session.state.getState()).toMatchObject({ screen: 'proof', claim: 'nothing-is-lost-while-down' });
  await userEvent.keyboard('w');
  await expect.element(answer('As long as it takes')).toBeChecked();
});

it('is answered by keys', async () => {
  answer('Yes, the result itself').element().focus();
  await userEvent.keyboard(' ');
  await expect.element(answer('Yes, the result itself')).toBeChecked();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(answer('No, “we have it” is enough')).toBeChecked();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
});
