/** What went wrong, on a real run: counts follow the playhead, and buttons lead to the part and to the remedy. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { Inspector } from '../../../src/panels/inspector/Inspector.tsx';
import { LossesPanel } from '../../../src/panels/losses/LossesPanel.tsx';
import { StoryPanel } from '../../../src/panels/story/StoryPanel.tsx';
import { type StageId, stages } from '../../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../../src/stores/create-session.ts';
import { RunProvider, SessionProvider, useSession, useSessionState } from '../../../src/stores/session-context.tsx';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** The stage that is on screen, whichever it becomes. */
function Screen() {
  const session = useSession();
  const screen = useSessionState((state) => state.screen);
  if (!Object.hasOwn(stages, screen)) return <LossesPanel />;
  return (
    <RunProvider run={session.run(screen as StageId)}>
      <StoryPanel stage={screen as StageId} />
      <LossesPanel />
      <Inspector />
    </RunProvider>
  );
}

/** Processing crashes at 100 s and is not repaired; the run is known to its end. */
async function shown(stage: StageId): Promise<PageSession> {
  await page.viewport(1200, 900);
  const session = createSession();
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <Screen />
    </SessionProvider>,
  );
  session.addFault({ fault: 'crash', target: 'step:process', atSeconds: 100 });
  await at(session, 0);
  return session;
}

async function at(session: PageSession, seconds: number): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 20_000,
  });
  session.seek(seconds);
  session.tick(performance.now());
}

const region = () => page.getByRole('region', { name: 'What went wrong' });

describe('what went wrong', () => {
  it('is told up to the moment that is shown', async () => {
    const session = await shown('tiers');
    await expect.element(region().getByText(/^Nothing so far/)).toBeVisible();
    await at(session, 160);
    await expect.element(region().getByText(/21 refused/)).toBeVisible();
    await expect.element(region().getByText(/Nothing took the connection/)).toBeVisible();
    await at(session, 90);
    await expect.element(region().getByText(/^Nothing so far/)).toBeVisible();
  });

  it('counts up to the same sample as the figures do, at any moment', async () => {
    const session = await shown('tiers');
    const { series } = session.run('tiers').store.getState();
    const refused = series?.run.refused ?? new Float64Array();
    const every = series?.everySeconds ?? 1;
    const rises = [...refused.keys()].filter((place) => (refused[place] ?? 0) > (refused[place - 1] ?? 0));
    const place = rises[5] ?? 0;
    // Just before the sample that first counts it.
    await at(session, place * every - every / 1000);
    const told = (): number =>
      [...region().element().querySelectorAll('strong')].reduce(
        (sum, each) => sum + Number.parseInt(each.innerText, 10),
        0,
      );
    await expect.poll(told).toBe(refused[place - 1]);
  });

  it('leads to the part at which it began, and of that it is said what lasts there', async () => {
    const session = await shown('tiers');
    await at(session, 160);
    await region().getByRole('button', { name: 'Began at Processing: connection refused' }).click();
    expect(session.state.getState().selection).toEqual({ kind: 'component', run: 'tiers', component: 'process' });
    await expect.element(page.getByText('Crash, until it is repaired')).toBeVisible();
  });

  it('leads to the passage that tells how to prevent it, and lights up what that speaks of', async () => {
    const session = await shown('tiers');
    await at(session, 160);
    await region().getByRole('group', { name: 'How to prevent it:' }).first().getByRole('button').nth(1).click();
    await expect.poll(() => session.state.getState().screen).toBe('load-balanced');
    await expect
      .element(page.getByRole('button', { name: /asks each instance whether it is well/, pressed: true }))
      .toBeVisible();
    expect(session.state.getState().highlight).not.toBeNull();
  });

  it('is told of an upload that is looked at, with where it began', async () => {
    const session = await shown('tiers');
    await at(session, 160);
    session.select({ kind: 'upload', upload: 40 });
    const selected = page.getByRole('region', { name: 'Selected' });
    await expect.element(selected.getByRole('button', { name: /^Began at Processing/ })).toBeVisible();
    await expect.element(selected.getByRole('group', { name: 'How to prevent it:' })).toBeVisible();
  });

  it('is told of each run that is compared', async () => {
    const session = await shown('tiers');
    session.compare(['tiers', 'queued']);
    session.show('compare');
    await at(session, 160);
    await expect.element(region().getByRole('heading', { name: 'Tiers' })).toBeVisible();
    await expect.element(region().getByRole('heading', { name: 'Queued' })).toBeVisible();
    await expect.element(region().getByText(/^Nothing so far/)).toBeVisible();
  });
});
