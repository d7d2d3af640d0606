/** A bench of a lab is an experiment of its own: nothing that is done there reaches elsewhere, nor the other way round. */
import { describe, expect, it } from 'vitest';
import { architectureIds, isOnBench, type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { createSession, storyScenarios } from '../../src/stores/create-session.ts';

const BENCH = 'function-environments';
const story = storyScenarios();

/** The stages whose scenarios are no longer those of the story. */
function changed(session: ReturnType<typeof createSession>): StageId[] {
  const { scenarios } = session.state.getState();
  return stageIds.filter((stage) => JSON.stringify(scenarios[stage]) !== JSON.stringify(story[stage]));
}

function at(screen: StageId) {
  const session = createSession();
  session.show(screen);
  return session;
}

describe('what is done on a bench', () => {
  it.each<[string, (session: ReturnType<typeof createSession>) => void]>([
    ['another seed', (session) => session.setSeed(7)],
    ['the defaults of the real services', (session) => session.setDefaults('real')],
    ['a longer run', (session) => session.setDuration(900)],
    ['a fault', (session) => session.toggleFault('crash', 'kind:function')],
    ['more memory', (session) => session.setParameter('handler', 'memoryMegabytes', 3000)],
  ])('changes that bench and nothing else: %s', (_, act) => {
    const session = at(BENCH);
    act(session);
    expect(changed(session)).toEqual([BENCH]);
  });

  it('is taken back by itself, and put back as it came without touching the rest', () => {
    const session = at('queued');
    session.setSeed(3);
    session.show(BENCH);
    session.setSeed(7);
    session.reset();
    expect(changed(session)).toEqual([...architectureIds]);
    session.undo();
    expect(session.state.getState().scenarios[BENCH].seed).toBe(7);
    session.undo();
    expect(session.state.getState().scenarios[BENCH].seed).toBe(story[BENCH].seed);
  });
});

describe('what is done elsewhere', () => {
  it('changes all other architectures and no bench', () => {
    const session = at('queued');
    session.setSeed(7);
    session.toggleFault('crash', 'kind:function');
    expect(changed(session)).toEqual([...architectureIds]);
    expect(changed(session).filter(isOnBench)).toEqual([]);
  });

  it('changes a bench where it stands beside others', () => {
    const session = at('queued');
    session.compare(['monolith', BENCH]);
    session.show('compare');
    session.setSeed(7);
    expect(changed(session)).toEqual(stageIds.filter((stage) => stage === BENCH || !isOnBench(stage)));
  });
});

describe('going to a bench', () => {
  it('begins at its start, as its minutes are none of the ladder, and so does going back', () => {
    const session = at('queued');
    session.seek(80);
    session.show('serverless');
    expect(session.clock.getState().t).toBe(80);
    session.show(BENCH);
    expect(session.clock.getState().t).toBe(0);
    session.seek(40);
    session.show('function-timeouts');
    expect(session.clock.getState()).toMatchObject({ t: 0, speed: 100 });
    session.show('queued');
    expect(session.clock.getState().speed).toBe(5);
    expect(session.clock.getState().t).toBe(0);
  });
});
