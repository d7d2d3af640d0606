/** The story on real runs: passages that light up and set scenes, forms, consumers that come live, claims. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { claimsOf, stories } from '../../src/lessons/catalogue.ts';
import { checkClaim } from '../../src/lessons/claim.ts';
import { notesOf } from '../../src/lessons/notes.ts';
import { sentenceOf } from '../../src/panels/story/claim-sentence.ts';
import { StoryPanel } from '../../src/panels/story/StoryPanel.tsx';
import { nodesOf } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { SessionProvider, useSessionState } from '../../src/stores/session-context.tsx';
import { textOf } from '../../src/text/text.ts';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

function StoryOnScreen() {
  const screen = useSessionState((state) => state.screen);
  return screen in stages ? <StoryPanel stage={screen as StageId} /> : null;
}

async function shown(stage: StageId): Promise<PageSession> {
  await page.viewport(1200, 900);
  const session = createSession();
  session.show(stage);
  const element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <SessionProvider session={session}>
      <StoryOnScreen />
    </SessionProvider>,
  );
  await expect.element(page.getByRole('article')).toBeVisible();
  return session;
}

/** Waits until the run on screen is known to its end, and shows this moment. */
async function at(session: PageSession, seconds: number): Promise<void> {
  await vi.waitUntil(() => session.runsOnScreen().every(({ store }) => store.getState().status === 'finished'), {
    timeout: 30_000,
  });
  session.seek(seconds);
  session.tick(performance.now());
}

const passage = (place: number) => page.getByRole('region', { name: 'The story' }).getByRole('listitem').nth(place);
const highlight = (session: PageSession) => session.state.getState().highlight;

describe('the passages', () => {
  it('light up what they speak of once the reader turns to one, and put the light out again', async () => {
    const session = await shown('queued');
    const [first, second, third] = stories.queued.passages;
    expect(highlight(session)).toBeNull();
    await passage(1).getByRole('button').first().click();
    expect(highlight(session)).toEqual({ components: second?.components, links: second?.links });
    await page.getByRole('button', { name: 'Next passage' }).click();
    expect(highlight(session)?.components).toEqual(third?.components);
    await page.getByRole('button', { name: 'Previous passage' }).click();
    await page.getByRole('button', { name: 'Previous passage' }).click();
    expect(highlight(session)?.components).toEqual(first?.components);
    await expect.element(page.getByRole('button', { name: 'Previous passage' })).toBeDisabled();
    await passage(0).getByRole('button').first().click();
    expect(highlight(session)).toBeNull();
  });

  it('keep the focus on the button that turns to them, also at the first and the last', async () => {
    await shown('monolith');
    for (const name of ['Next passage', 'Previous passage']) {
      const button = page.getByRole('button', { name });
      (button.element() as HTMLElement).focus();
      for (const _ of stories.monolith.passages) await userEvent.keyboard('{Enter}');
      await expect.element(button).toHaveAttribute('aria-disabled', 'true');
      await expect.element(button).toHaveFocus();
    }
    await expect.element(page.getByText(`1 of ${stories.monolith.passages.length}`, { exact: true })).toBeVisible();
  });

  it('are told to whoever does not see them, once the reader turns to one', async () => {
    await shown('monolith');
    const status = page.getByRole('region', { name: 'The story' }).getByRole('status');
    await expect.element(status).toBeEmptyDOMElement();
    await page.getByRole('button', { name: 'Next passage' }).click();
    await expect.element(status).toHaveTextContent(passage(1).getByRole('button').first().element().textContent);
    await expect.element(status).toHaveTextContent(/^2 of \d+: /);
  });

  it('keep their controls in reach, and are seen whole below them', async () => {
    await shown('event-driven');
    const panel = document.body.firstElementChild as HTMLElement;
    panel.style.cssText = 'height: 460px; width: 300px; overflow-y: auto; padding: 16px';
    const next = page.getByRole('button', { name: 'Next passage' });
    for (const [place] of stories['event-driven'].passages.entries()) {
      if (place > 0) await next.click();
      const bottom = next.element().getBoundingClientRect().bottom;
      expect(next.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(panel.getBoundingClientRect().top);
      expect(bottom).toBeLessThan(panel.getBoundingClientRect().bottom);
      if (place > 0) expect(passage(place).element().getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
    }
  });

  it('are found again where the reader left them, each story by itself', async () => {
    const session = await shown('queued');
    await page.getByRole('button', { name: 'Next passage' }).click();
    await page.getByRole('button', { name: 'Next passage' }).click();
    session.prove('upload-does-not-care');
    await expect.element(page.getByRole('article')).not.toBeInTheDocument();
    session.show('queued');
    await expect.element(page.getByText(`3 of ${stories.queued.passages.length}`, { exact: true })).toBeVisible();
    expect(highlight(session)).toBeNull();
    session.show('monolith');
    await expect.element(page.getByText(`1 of ${stories.monolith.passages.length}`, { exact: true })).toBeVisible();
  });

  it('can be turned to from the keyboard, and leave no light behind', async () => {
    const session = await shown('monolith');
    (passage(2).getByRole('button').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(highlight(session)?.components).toEqual(stories.monolith.passages[2]?.components);
    session.show('queued');
    await expect.element(page.getByText('Stage 4 of 7')).toBeVisible();
    expect(highlight(session)).toBeNull();
  });

  it('are all there to be read, in every stage', async () => {
    const session = await shown('monolith');
    for (const stage of stageIds) {
      session.show(stage);
      await expect
        .element(page.getByRole('heading', { name: textOf('neutral', `stage.${stage}.title`) }))
        .toBeVisible();
      await expect.element(passage(3)).toBeInTheDocument();
    }
  });
});

describe('a scene', () => {
  it('is set by its button: faults, moment, speed; and plays', async () => {
    const session = await shown('queued');
    await at(session, 30);
    session.toggleFault('crash', 'step:upload');
    const place = stories.queued.passages.findIndex(({ id }) => id === 'down');
    await passage(place).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Crash processing at the peak' }).first().click();
    expect(session.clock.getState()).toMatchObject({ t: 120, speed: 2, playing: true });
    session.pause();
    expect(session.faultIsOn('crash', 'step:process')).toBe(true);
    const { interventions } = session.state.getState().scenarios.queued;
    expect(interventions).toEqual([{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 120 }]);
  });

  it('says what it has set for as long as it is so, and puts it back', async () => {
    const session = await shown('queued');
    await expect.element(page.getByText(/^Not as it comes/)).not.toBeInTheDocument();
    const place = stories.queued.passages.findIndex(({ id }) => id === 'order');
    await passage(place).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Keep the order strictly' }).click();
    session.pause();
    expect(session.parameterNow('queued', 'queue', 'type')).toBe('fifo');
    await expect.element(page.getByText('Not as it comes: Queue, order: Strictly in order.')).toBeVisible();
    const back = page.getByRole('button', { name: 'Put it back' });
    (back.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^It is put back/)).toHaveFocus();
    expect(session.state.getState().scenarios.queued).toEqual(newScenario('queued'));
    await expect.element(page.getByText(/^Not as it comes/)).not.toBeInTheDocument();
  });
});

describe('the forms of a stage', () => {
  it('are switched at the same moment', async () => {
    const session = await shown('tiers');
    await at(session, 77);
    await page.getByRole('radio', { name: 'One server' }).click();
    expect(session.state.getState().screen).toBe('tiers-on-one-server');
    expect(session.clock.getState().t).toBe(77);
    await expect.element(page.getByRole('radio', { name: 'One server' })).toBeChecked();
    await page.getByRole('radio', { name: 'A server each' }).click();
    expect(session.state.getState().screen).toBe('tiers');
  });

  it('grow by a service at a time, and count what that takes beside the other architecture', async () => {
    const session = await shown('microservices');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect.element(row('Queues')).not.toBeInTheDocument();
    await page.getByText('What that takes').click();
    await expect.element(row('Queues')).toHaveTextContent('Queues51');
    await expect.element(page.getByText(/one queue beside the bus is for dead letters/)).toBeVisible();
    await page.getByText('What that takes').click();
    const more = page.getByRole('button', { name: 'One service more' });
    for (const services of [1, 2, 3, 4]) {
      await more.click();
      expect(session.state.getState().screen).toBe(`microservices-${services}`);
    }
    await expect.element(more).toBeDisabled();
    await expect.element(row('Queues')).toHaveTextContent('Queues351');
    await expect
      .element(page.getByText('4 services added: 35 queues, 0 rules, ', { exact: false }))
      .toBeInTheDocument();
    await expect.element(page.getByText(/The last service: 9 queues and 18 links.* 1 rule and 1 link/)).toBeVisible();
    await page.getByRole('button', { name: 'One service fewer' }).click();
    expect(session.state.getState().screen).toBe('microservices-3');
  });
});

describe('the counter of services', () => {
  it('keeps the focus on its buttons, also at the first and the last', async () => {
    const session = await shown('microservices-3');
    for (const [name, presses, form] of [
      ['One service more', 2, 'microservices-4'],
      ['One service fewer', 5, 'microservices'],
    ] as const) {
      const button = page.getByRole('button', { name });
      (button.element() as HTMLElement).focus();
      for (let press = 0; press < presses; press++) await userEvent.keyboard('{Enter}');
      await expect.element(button).toHaveAttribute('aria-disabled', 'true');
      await expect.element(button).toHaveFocus();
      expect(session.state.getState().screen).toBe(form);
    }
  });
});

describe('a consumer that is added live', () => {
  it('is said to come too late at the end of the run', async () => {
    const session = await shown('event-driven');
    await at(session, 299);
    await expect.element(page.getByText(/A rule of the bus is all they lack/)).toBeVisible();
    await expect.element(page.getByText(/nothing follows it/)).not.toBeInTheDocument();
    await at(session, 300);
    await expect.element(page.getByText(/nothing follows it/)).toBeVisible();
  });

  it('runs from then on, and no producer has been changed', async () => {
    const session = await shown('event-driven-1');
    await at(session, 60);
    const before = session.state.getState().scenarios['event-driven-1'];
    const thumbnails = page.getByRole('switch', { name: 'Add “Thumbnails” live' });
    await thumbnails.click();
    await expect.element(thumbnails).toBeChecked();
    await expect.element(page.getByText(/No producer was changed/)).toBeVisible();
    await expect.element(page.getByRole('row', { name: /^Rules/ })).toHaveTextContent('Rules011');
    const run = session.run('event-driven-1');
    await at(session, 60);
    const place = nodesOf(before).findIndex(({ id }) => id === 'thumbnails');
    const runs = (): number => {
      const view = run.frames.latest()?.view[place];
      return view?.kind === 'function' ? view.invocations : -1;
    };
    expect(runs()).toBe(0);
    await at(session, 300);
    await vi.waitUntil(() => runs() > 0);
    const { interventions, parameters } = session.state.getState().scenarios['event-driven-1'];
    expect(interventions.map((each) => ('target' in each ? each.target : null))).toEqual(['bus']);
    expect(parameters).toEqual(before.parameters);
    await at(session, 59);
    await expect.element(thumbnails).not.toBeChecked();
  });
});

describe('the claims', () => {
  it('ask before they are proved, and lead to the proof', async () => {
    const session = await shown('queued');
    const [claim] = claimsOf('queued');
    if (!claim) throw new Error('the queue claims nothing');
    const cards = page.getByRole('list', { name: 'What it claims' }).getByRole('listitem');
    await expect.element(cards.first()).toHaveTextContent(textOf('neutral', `predict.${claim.id}`));
    await expect.element(page.getByText(`0 of ${claimsOf('queued').length} proved`)).toBeVisible();
    await cards.first().getByRole('button', { name: 'Prove it' }).click();
    expect(session.state.getState()).toMatchObject({ screen: 'proof', claim: claim.id });
  });

  it('are marked with more than a colour once they are proved', async () => {
    const session = await shown('queued');
    const [claim] = claimsOf('queued');
    if (!claim) throw new Error('the queue claims nothing');
    const { numbers } = checkClaim(claim);
    session.state.setState({ proved: new Map([[claim.id, { numbers }]]) });
    const card = page.getByRole('list', { name: 'What it claims' }).getByRole('listitem').first();
    await expect.element(card.getByText('Proved', { exact: true })).toBeVisible();
    await expect.element(card).toHaveTextContent(sentenceOf(claim, { numbers }, 'neutral'));
    await expect.element(card.getByRole('button', { name: 'Prove it again' })).toBeVisible();
    await expect.element(page.getByText(/^1 of \d+ proved/)).toBeVisible();
  });
});

describe('what stands below the story', () => {
  it('leads from the last stage to the typical uses of functions, and back', async () => {
    const session = await shown('serverless');
    await page.getByRole('button', { name: /^File processing/ }).click();
    expect(session.state.getState().screen).toBe('file-processing');
    await expect.element(page.getByText('Use of functions 2 of 5')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the stage “Serverless”' }).click();
    expect(session.state.getState().screen).toBe('serverless');
  });

  it('tells what was so once, with its source in another tab', async () => {
    await shown('serverless');
    await page.getByText('Then and now').click();
    const [note] = notesOf('serverless');
    const link = page.getByRole('link', { name: new RegExp(note?.sourceNow.name ?? '') }).first();
    await expect.element(link).toHaveAttribute('href', note?.sourceNow.url);
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('compares a stage with the one before it', async () => {
    const session = await shown('event-driven');
    await page.getByRole('button', { name: 'See it beside “Microservices”' }).click();
    expect(session.state.getState()).toMatchObject({ screen: 'compare', compared: ['microservices', 'event-driven'] });
  });
});
