/** The instrument that holds long runs against their limit, on real runs: by mouse and by keys. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Timeouts } from '../../../src/labs/function-lab/timeouts/Timeouts.tsx';
import type { StageId } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider, useSessionState } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function OnScreen({ session }: { session: PageSession }) {
  const stage = useSessionState(({ screen }) => screen) as StageId;
  return (
    <RunProvider run={session.run(stage)}>
      <Timeouts stage={stage} />
    </RunProvider>
  );
}

async function shown(stage: StageId, width = 1000): Promise<PageSession> {
  await page.viewport(width, 900);
  const session = createSession();
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <OnScreen session={session} />
    </SessionProvider>,
  );
  await expect.element(page.getByRole('slider', { name: 'Length of the videos' })).toBeInTheDocument();
  return session;
}

/** Waits until the run is known to its end, and shows this moment. */
async function at(session: PageSession, seconds: number): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
  session.seek(seconds);
  session.tick(performance.now());
}

const piece = (name: string) => page.getByRole('article', { name });
const row = (name: string) => page.getByRole('row', { name });
const figure = (name: string) => page.getByText(name, { exact: true }).element().parentElement as HTMLElement;

describe('the instrument', () => {
  it('says that nothing was sent yet', async () => {
    const session = await shown('function-timeouts');
    await at(session, 5);
    await expect.element(page.getByText('No video has been sent yet.')).toBeVisible();
  });

  it('shows each run against the limit, forwards and backwards', async () => {
    const session = await shown('function-timeouts');
    await at(session, 500);
    await expect.element(piece('Video 0')).toHaveTextContent('(needs 20 m 00 s, the limit is 15 m 00 s)');
    await at(session, 930);
    await expect.element(piece('Video 0')).toHaveTextContent('cut off after 15 m 00 s, $0.052 for nothing');
    await expect.element(piece('Video 0')).toHaveTextContent('Is tried again in 41 s');
    await at(session, 6300);
    await expect.element(piece('Video 0')).toHaveTextContent('Lost, 48 m 02 s after it was sent');
    expect(figure('Runs cut off').textContent).toContain('9');
    expect(figure('Paid for nothing').textContent).toContain('$0.47');
    await at(session, 500);
    await vi.waitUntil(() => figure('Runs cut off').textContent?.endsWith('0'));
  });

  it('compares the three ways from runs of their own, and shows the one that is picked', async () => {
    const session = await shown('function-timeouts');
    await expect.element(row('One long run')).toHaveTextContent('0 of 33');
    await expect.element(row('Split into parts')).toHaveTextContent('3 of 30');
    await expect.element(row('Another service')).toHaveTextContent('no limit');
    await page.getByRole('button', { name: 'Split into parts' }).click();
    expect(session.state.getState().screen).toBe('function-timeouts-split');
    await at(session, 500);
    await expect.element(piece('Video 0')).toHaveTextContent('480p, try 1');
  });

  it('is set by keys: with shorter videos all ways come to an end, and nothing is in vain', async () => {
    const session = await shown('function-timeouts');
    (page.getByRole('slider', { name: 'Length of the videos' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{PageDown}{PageDown}');
    await at(session, 6300);
    await expect.element(piece('Video 0')).toHaveTextContent('Done');
    await expect.element(row('One long run')).toHaveTextContent('3 of 3');
    expect(figure('Paid for nothing').textContent).toContain('$0');
  });

  it('sets the time-out of all functions at one stroke, and of machines none', async () => {
    const session = await shown('function-timeouts-split');
    (page.getByRole('slider', { name: 'Time-out of each function' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await at(session, 100);
    const limits = ['process-480p', 'process-720p', 'process-1080p'].map((id) =>
      session.parameterNow('function-timeouts-split', id, 'timeoutSeconds'),
    );
    expect(limits).toEqual([60, 60, 60]);
    await expect.element(row('Split into parts')).toHaveTextContent('0 of 3');
    session.show('function-timeouts-instances');
    await expect.element(page.getByText('Machines have no time-out.')).toBeVisible();
    expect(page.getByRole('slider', { name: 'Time-out of each function' }).elements()).toEqual([]);
  });

  it('plays fast enough for an hour and three quarters', async () => {
    const session = await shown('function-timeouts');
    await page.getByRole('button', { name: 'Play it fast' }).click();
    expect(session.clock.getState()).toMatchObject({ playing: true, speed: 200 });
  });

  it('fits the width of a phone', async () => {
    const session = await shown('function-timeouts', 390);
    await at(session, 3000);
    await expect.element(row('One long run')).toHaveTextContent('0 of 3');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const table = page.getByRole('region', { name: 'The three ways' }).element();
    expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth);
  });
});
