/** The instrument that follows one request down all ways, on real runs: by mouse and by keys. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Invocations } from '../../../src/labs/function-lab/invocations/Invocations.tsx';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

async function shown(width = 1000): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show('function-invocations');
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <RunProvider run={session.run('function-invocations')}>
        <Invocations stage="function-invocations" />
      </RunProvider>
    </SessionProvider>,
  );
  await expect.element(page.getByRole('button', { name: 'Send a poison event now' })).toBeVisible();
  return session;
}

/** Waits until the run is known to its end, and shows this moment. */
async function at(session: PageSession, seconds: number): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
  session.pause();
  session.seek(seconds);
  session.tick(performance.now());
}

const lane = (name: string) => page.getByRole('article', { name });
const row = (name: string) => page.getByRole('row', { name });

describe('the instrument', () => {
  it('says that nothing was sent yet, and has the settings of each way all the same', async () => {
    const session = await shown();
    await at(session, 1);
    await expect.element(page.getByText('Nothing has been sent yet')).toBeVisible();
    expect(page.getByText('Settings').elements()).toHaveLength(4);
  });

  it('tells of the poison event where it is on each way, forwards and backwards', async () => {
    const session = await shown();
    await at(session, 60);
    await expect.element(lane('Called')).toHaveTextContent('The caller has the error');
    await expect.element(lane('Handed over')).toHaveTextContent('kept with the dead letters');
    await expect.element(lane('Handed over')).toHaveTextContent('Tries so far: 3');
    await expect.element(lane('Fetched from a queue')).toHaveTextContent('kept with the dead letters');
    await expect.element(lane('Read from a stream')).toHaveTextContent('Blocks its shard, 49 s old');
    await at(session, 14);
    await expect.element(lane('Handed over')).toHaveTextContent('is tried again in');
    await expect.element(lane('Handed over')).toHaveTextContent('Tries so far: 1');
    await expect.element(lane('Read from a stream')).toHaveTextContent('Not tried yet');
  });

  it('works out what each account says, and follows the innocent beside the poison too', async () => {
    const session = await shown();
    await at(session, 60);
    await expect.element(row('Called')).toHaveTextContent('1020200');
    await expect.element(row('Handed over')).toHaveTextContent('302060, too much0');
    await page.getByRole('radio', { name: 'The one before it' }).click({ force: true });
    await expect.element(page.getByText('Request 4, healthy')).toBeVisible();
    // The poison itself counts here as another account.
    await expect.element(row('Handed over')).toHaveTextContent('1020201');
    await expect.element(row('Fetched from a queue')).toHaveTextContent('302060, too much');
  });

  it('sends one more poison event at the moment of the clock, and follows that', async () => {
    const session = await shown();
    await at(session, 33.3);
    await page.getByRole('button', { name: 'Send a poison event now' }).click();
    await at(session, 60);
    await expect.element(page.getByText('poison, sent at 00:33.3')).toBeVisible();
    await expect.element(lane('Called')).toHaveTextContent('The caller has the error');
    // What came before it stays as it was.
    await at(session, 30);
    await expect.element(page.getByText('poison, sent at 00:10.5')).toBeVisible();
  });

  it('is set by keys: without retries the event is given up at once', async () => {
    const session = await shown();
    await at(session, 0);
    const fold = lane('Handed over').getByText('Settings');
    (fold.element().closest('summary') as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const retries = lane('Handed over').getByRole('group', { name: 'Retries' });
    await expect.element(retries.getByRole('radio', { name: '2' })).toBeChecked();
    (retries.getByRole('radio', { name: '2' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await at(session, 60);
    await expect.element(lane('Handed over')).toHaveTextContent('Tries so far: 1');
  });

  it('frees the shard once batches are split and tries are counted', async () => {
    const session = await shown();
    await at(session, 0);
    const stream = lane('Read from a stream');
    await stream.getByText('Settings').click();
    await stream.getByRole('switch', { name: 'Split a batch that failed' }).click();
    await stream.getByRole('radio', { name: '2' }).click({ force: true });
    await at(session, 120);
    await expect.element(stream).toHaveTextContent('Given up, and gone');
  });

  it('has records that are given up told to somebody, and says nothing of it where that is switched off again', async () => {
    const session = await shown();
    await at(session, 0);
    const mapping = () => session.parameterNow('function-invocations', 'record-handler', 'mappings');
    const before = mapping();
    const stream = lane('Read from a stream');
    await stream.getByText('Settings').click();
    const tell = stream.getByRole('switch', { name: 'Tell of records' });
    await tell.click();
    expect(mapping()).toMatchObject([{ onFailure: 'failures' }]);
    await expect.element(tell).toBeChecked();
    await tell.click();
    expect(mapping()).toEqual(before);
  });

  it('lets the functions keep a note of what they have finished', async () => {
    const session = await shown();
    await at(session, 60);
    await page.getByRole('switch', { name: 'Functions keep a note' }).click();
    await at(session, 60);
    const idempotent = session.parameterNow('function-invocations', 'batch-handler', 'idempotent');
    expect(idempotent).toBe('yes');
    await page.getByRole('radio', { name: 'The one before it' }).click({ force: true });
    // Written once, recognised twice, and so right in either way.
    await expect.element(row('Fetched from a queue')).toHaveTextContent('122020');
  });

  it('fits the width of a phone', async () => {
    const session = await shown(390);
    await at(session, 60);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
