import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claims } from '../../src/lessons/catalogue.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { architectureIds, ladderIds, type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { rules, thumbnailsRule } from '../../src/stages/event-driven.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';

// Node has no Worker here, so the session hosts its runs itself, a chunk per timer.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session whose runs are known to the end. */
function aSession(screen: StageId | 'compare' = 'compare'): PageSession {
  const session = createSession();
  session.show(screen);
  session.runsOnScreen();
  vi.runAllTimers();
  return session;
}

/** Plays for so many seconds on the wall, at 60 frames a second. */
function playFor(session: PageSession, wallSeconds: number): void {
  session.play();
  for (let frame = 0; frame <= wallSeconds * 60; frame += 1) session.tick((frame * 1000) / 60);
}

const runOf = (session: PageSession, stage: StageId) => session.run(stage).store.getState();
const last = (column: Float64Array, length: number) => column[length - 1] as number;

function finallyIn(session: PageSession, stage: StageId) {
  const { series } = runOf(session, stage);
  if (!series) throw new Error('nothing is known');
  const { run, length } = series;
  return {
    refused: last(run.refused, length),
    started: last(run.started, length),
    watchable: last(run.watchable, length),
  };
}

describe('the clock', () => {
  it('goes on by speed times the wall, for every run on screen', () => {
    const session = aSession();
    playFor(session, 4);
    expect(session.clock.getState().t).toBeCloseTo(20, 6);
    for (const { frames } of session.runsOnScreen()) expect(frames.latest()?.t).toBe(session.clock.getState().t * 1e6);
  });

  it('does not leap after the tab was hidden', () => {
    const session = aSession();
    session.play();
    session.tick(0);
    session.tick(60_000);
    expect(session.clock.getState().t).toBeLessThanOrEqual(0.5);
  });

  it('tells of the very moment at which it is paused, however soon that comes after another', () => {
    const session = aSession();
    session.play();
    const [run] = session.runsOnScreen();
    let told = -1;
    run?.frames.subscribe(() => {
      told = session.clock.getState().t;
    });
    for (let frame = 0; frame < 8; frame += 1) session.tick((frame * 1000) / 60);
    expect(told).toBeLessThan(session.clock.getState().t);
    session.pause();
    session.tick((8 * 1000) / 60);
    expect(told).toBe(session.clock.getState().t);
  });

  it('stops at the end and starts anew from there', () => {
    const session = aSession();
    session.seek(299.9);
    playFor(session, 1);
    expect(session.clock.getState()).toMatchObject({ t: 300, playing: false });
    session.play();
    expect(session.clock.getState()).toMatchObject({ t: 0, playing: true });
  });

  it('steps from fact to fact, and back to where it was', () => {
    const session = aSession('queued');
    session.seek(30);
    session.stepForward();
    const next = session.clock.getState().t;
    expect(next).toBeGreaterThan(30);
    session.stepForward();
    session.stepBack();
    expect(session.clock.getState().t).toBe(next);
  });

  it('jumps between events of note', () => {
    const session = aSession('queued');
    session.seek(50);
    session.toggleFault('crash', 'step:process');
    vi.runAllTimers();
    session.seek(40);
    session.nextNote();
    session.nextNote();
    expect(session.clock.getState().t).toBeLessThanOrEqual(50);
    session.seek(51);
    session.previousNote();
    expect(session.clock.getState().t).toBe(50);
  });
});

describe('a switch', () => {
  it('strikes every architecture at the same moment, and only what comes after', () => {
    const session = aSession();
    const before = finallyIn(session, 'monolith');
    session.seek(100);
    session.toggleFault('crash', 'step:process');
    vi.runAllTimers();
    expect(finallyIn(session, 'monolith').refused).toBeGreaterThan(20);
    expect(finallyIn(session, 'queued').refused).toBe(0);
    expect(finallyIn(session, 'monolith').started).toBe(before.started);
    expect(session.faultIsOn('crash', 'step:process')).toBe(true);
    session.seek(99);
    expect(session.faultIsOn('crash', 'step:process')).toBe(false);
  });

  it('keeps the old future to be seen', () => {
    const session = aSession('monolith');
    const before = finallyIn(session, 'monolith');
    session.seek(100);
    session.toggleFault('crash', 'monolith');
    vi.runAllTimers();
    const { branch, branchFromSeconds } = runOf(session, 'monolith');
    expect(branchFromSeconds).toBe(100);
    expect(branch && last(branch.run.watchable, branch.length)).toBe(before.watchable);
  });

  it('is undone by a repair', () => {
    const session = aSession();
    session.seek(100);
    session.toggleFault('crash', 'step:process');
    session.seek(130);
    session.repairAll();
    vi.runAllTimers();
    expect(session.faultIsOn('crash', 'step:process')).toBe(false);
    expect(finallyIn(session, 'monolith').refused).toBeLessThan(30);
    for (const stage of ['monolith', 'queued'] as const) {
      expect(runOf(session, stage).scenario.interventions).toEqual([
        { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 130 },
      ]);
    }
  });
});

it('follows an upload made by hand, which is the same one everywhere', () => {
  const session = aSession();
  session.seek(60);
  session.uploadNow();
  vi.runAllTimers();
  const { follow, selection } = session.state.getState();
  expect(follow).not.toBeNull();
  expect(selection).toEqual({ kind: 'upload', upload: follow });
  for (const { store } of session.runsOnScreen()) {
    const started = store.getState().notable.find((event) => event.kind === 'hand-upload-started');
    expect(started).toMatchObject({ upload: follow, at: 60e6 });
  }
});

it('turns a parameter from a moment on, or from the start', () => {
  const session = aSession();
  session.seek(0);
  session.setParameter('users', 'ratePerSecond', 0.2);
  session.seek(100);
  session.setParameter('users', 'ratePerSecond', 1);
  expect(session.parameterNow('queued', 'users', 'ratePerSecond')).toBe(1);
  session.seek(99);
  expect(session.parameterNow('monolith', 'users', 'ratePerSecond')).toBe(0.2);
});

it('turns a minimum no higher than the maximum, so that the scenario stays valid', () => {
  const session = aSession('queued');
  session.setParameter('fleet', 'maximum', 4);
  session.setParameter('fleet', 'minimum', 9);
  expect(session.parameterNow('queued', 'fleet', 'minimum')).toBe(4);
  session.setParameter('fleet', 'maximum', 1);
  expect(session.parameterNow('queued', 'fleet', 'maximum')).toBe(4);
  expect(parseScenario(session.state.getState().scenarios.queued)).toMatchObject({ ok: true });
});

it('keeps what is wanted at first between minimum and maximum, so that the scenario stays valid', () => {
  const session = aSession('queued');
  session.setParameter('fleet', 'maximum', 4);
  session.setParameter('fleet', 'desired', 9);
  expect(session.parameterNow('queued', 'fleet', 'desired')).toBe(4);
  session.setParameter('fleet', 'maximum', 3);
  expect(session.parameterNow('queued', 'fleet', 'desired')).toBe(3);
  expect(parseScenario(session.state.getState().scenarios.queued)).toMatchObject({ ok: true });
});

it('tells of each step that is worth an entry in the history', () => {
  const session = aSession();
  const step = vi.fn();
  session.onStep(step);
  session.seek(10);
  session.play();
  expect(step).not.toHaveBeenCalled();
  session.toggleFault('crash', 'step:upload');
  session.show('queued');
  expect(step).toHaveBeenCalledTimes(2);
});

it('shows the future as it was again when it comes by an address', () => {
  const session = aSession('monolith');
  session.seek(100);
  session.toggleFault('crash', 'step:process');
  vi.runAllTimers();
  const { branch, series } = runOf(session, 'monolith');
  const other = createSession();
  other.goTo(session.place());
  other.runsOnScreen();
  vi.runAllTimers();
  expect(runOf(other, 'monolith')).toMatchObject({ branch, series, branchFromSeconds: 100, status: 'finished' });
});

it('draws the day of the story out over a longer run', () => {
  const session = aSession('queued');
  const { started } = finallyIn(session, 'queued');
  session.setDuration(1200);
  vi.runAllTimers();
  const longer = finallyIn(session, 'queued').started;
  expect(longer).toBeGreaterThan(started * 3);
  expect(parseScenario(session.state.getState().scenarios.queued)).toMatchObject({ ok: true });
  session.setDuration(300);
  vi.runAllTimers();
  expect(finallyIn(session, 'queued').started).toBe(started);
});

it('goes to a place and back to the story', () => {
  const session = aSession();
  session.seek(42);
  session.setSeed(9);
  const place = session.place();
  session.reset();
  expect(session.place().scenarios.queued.seed).toBe(1);
  session.goTo(place);
  expect(session.place()).toEqual(place);
});

describe('what is done on one screen', () => {
  it.each<[string, (session: PageSession) => void]>([
    ['a crash of processing', (session) => session.toggleFault('crash', 'step:process')],
    ['the loss of one instance', (session) => session.toggleFault('instance-loss', 'step:process')],
    ['an upload by hand', (session) => session.uploadNow()],
    ['more people', (session) => session.setParameter('users', 'ratePerSecond', 2)],
    ['another kind of queue', (session) => session.setParameter('queue', 'type', 'fifo')],
    ['a taller machine', (session) => session.setParameter('process', 'instanceType', 'c5.2xlarge')],
    ['a new rule', (session) => session.setParameter('bus', 'rules', [...rules, thumbnailsRule])],
    ['a longer run', (session) => session.setDuration(900)],
    ['the defaults of the real services', (session) => session.setDefaults('real')],
  ])('leaves the scenario of every stage valid: %s', (_, act) => {
    const session = createSession();
    session.show('event-driven');
    session.seek(50);
    act(session);
    const { scenarios } = session.state.getState();
    const problems = stageIds.flatMap((stage) => {
      const parsed = parseScenario(scenarios[stage]);
      return parsed.ok ? [] : [{ stage, problems: parsed.problems }];
    });
    expect(problems).toEqual([]);
  });

  it('gives new rules to the bus on screen, and to no other', () => {
    const session = aSession('event-driven');
    session.seek(50);
    session.setParameter('bus', 'rules', [...rules, thumbnailsRule]);
    vi.runAllTimers();
    expect(runOf(session, 'event-driven')).toMatchObject({ status: 'finished', failure: null });
    expect(session.parameterNow('event-driven', 'bus', 'rules')).toHaveLength(rules.length + 1);
    expect(session.state.getState().scenarios.serverless.interventions).toEqual([]);
  });

  it('leaves a stage as it is where a value does not fit it', () => {
    const session = createSession();
    session.show('tiers');
    session.setParameter('process', 'instanceType', 'c5.xlarge');
    const { scenarios } = session.state.getState();
    expect(scenarios.tiers.parameters).toEqual({ process: { instanceType: 'c5.xlarge' } });
    expect(scenarios['tiers-on-one-server'].parameters).toEqual({});
  });

  it('replaces every scenario as one step where a scene is set', () => {
    const session = createSession();
    session.show('queued');
    const step = vi.fn();
    session.onStep(step);
    session.rearrange((scenario) => ({ ...scenario, seed: 9 }));
    expect(step).toHaveBeenCalledTimes(1);
    expect(architectureIds.every((stage) => session.state.getState().scenarios[stage].seed === 9)).toBe(true);
  });

  it('repairs whatever kind of fault lasts', () => {
    const session = aSession('load-balanced');
    session.seek(60);
    session.toggleFault('instance-loss', 'step:process');
    session.toggleFault('crash', 'step:store');
    session.seek(80);
    session.repairAll();
    expect(session.faultIsOn('instance-loss', 'step:process')).toBe(false);
    expect(session.faultIsOn('crash', 'step:store')).toBe(false);
  });
});

describe('the front page', () => {
  it('plays the seven by itself under one burst, and nothing there can be changed', () => {
    const session = createSession();
    session.goTo({ ...session.place(), screen: 'home' });
    session.runsOnScreen();
    vi.runAllTimers();
    expect(session.runsOnScreen().map(({ stage }) => stage)).toEqual(ladderIds);
    expect(session.clock.getState()).toMatchObject({ playing: true, t: 0 });
    const started = session.runsOnScreen().map(({ store }) => store.getState().report?.uploads.started);
    expect(new Set(started).size).toBe(1);
    session.toggleFault('crash', 'step:process');
    expect(session.runsOnScreen().every(({ store }) => store.getState().scenario.interventions.length === 0)).toBe(
      true,
    );
    expect(session.state.getState().scenarios.queued.interventions).toEqual([]);
  });

  it('lets the time of the stages begin anew, which then goes on from one stage to the next', () => {
    const session = createSession();
    session.show('monolith');
    expect(session.clock.getState()).toMatchObject({ playing: false, t: 0, speed: 5 });
    session.runsOnScreen();
    session.seek(42);
    session.show('tiers');
    expect(session.clock.getState().t).toBe(42);
  });
});

describe('whoever comes back from what is fixed', () => {
  it.each(['home', 'proof'] as const)('finds the stages as they were left for the %s', (fixed) => {
    const session = aSession('queued');
    session.seek(42);
    session.setSpeed(2);
    session.play();
    if (fixed === 'home') session.show('home');
    else session.prove('upload-does-not-care');
    expect(session.clock.getState()).toMatchObject({ t: 0 });
    expect(session.clock.getState().speed).not.toBe(2);
    session.seek(3);
    if (fixed === 'proof') session.prove('fails-together');
    session.show('monolith');
    expect(session.clock.getState()).toEqual({ t: 42, speed: 2, playing: false });
  });

  it('begins at the start with what is opened', () => {
    const session = aSession('queued');
    session.seek(42);
    session.prove('upload-does-not-care');
    session.open(newScenario('queued'));
    expect(session.clock.getState()).toMatchObject({ t: 0, speed: 1 });
    session.show('home');
    session.show('queued');
    expect(session.clock.getState()).toMatchObject({ t: 0, speed: 1 });
  });

  it('is not put beyond the end of a run that has become shorter', () => {
    const session = aSession('queued');
    session.seek(250);
    session.prove('upload-does-not-care');
    const { scenarios } = session.place();
    const shorter = Object.fromEntries(
      Object.entries(scenarios).map(([stage, scenario]) => [stage, { ...scenario, durationSeconds: 100 }]),
    ) as typeof scenarios;
    session.goTo({ ...session.place(), scenarios: shorter });
    session.show('queued');
    expect(session.clock.getState().t).toBe(100);
  });
});

it('keeps the passage at which the reader is, of each story', () => {
  const session = createSession();
  session.turnTo('queued', 'down');
  session.turnTo('monolith', 'cost');
  session.turnTo('queued', 'order');
  session.prove('upload-does-not-care');
  session.show('queued');
  expect(session.state.getState().passages).toEqual({ queued: 'order', monolith: 'cost' });
});

describe('a proof', () => {
  const claim = claims.find(({ id }) => id === 'fails-together');
  if (!claim) throw new Error('the claim is gone');

  it('runs the claim and its foil, and says what came out', () => {
    const session = createSession();
    session.prove(claim.id);
    const runs = session.runsOnScreen();
    vi.runAllTimers();
    expect(runs.map(({ id, stage }) => [id, stage])).toEqual([
      ['claim', claim.stage],
      ['foil', claim.foil.scenario.stage],
    ]);
    expect(session.proof.getState().result).toMatchObject({ isProven: true });
    expect(session.state.getState().proved.size).toBe(0);
  });

  it('counts once it was played to the end', () => {
    const session = createSession();
    session.prove(claim.id);
    session.runsOnScreen();
    vi.runAllTimers();
    playFor(session, 31);
    expect(session.clock.getState()).toMatchObject({ playing: false });
    expect([...session.state.getState().proved.keys()]).toEqual([claim.id]);
  });

  it('also runs what it compares with, and gives way to the next', () => {
    const session = createSession();
    session.prove(claim.id);
    session.runsOnScreen();
    session.prove('upload-does-not-care');
    expect(session.proof.getState().result).toBeNull();
    expect(session.runsOnScreen().map(({ stage }) => stage)).toEqual(['queued', 'load-balanced']);
    vi.runAllTimers();
    expect(session.proof.getState().result?.numbers['s']).toBeGreaterThan(0);
  });

  it('can be tried out in its stage', () => {
    const session = createSession();
    session.prove('upload-does-not-care');
    const found = claims.find(({ id }) => id === 'upload-does-not-care');
    if (found) session.open(found.scenario);
    expect(session.state.getState()).toMatchObject({ screen: 'queued' });
    expect(session.state.getState().scenarios.queued).toEqual(found?.scenario);
  });
});

it('compares two to four different stages, and no other number', () => {
  const session = createSession();
  session.show('compare');
  session.compare(['tiers', 'serverless', 'queued']);
  expect(session.runsOnScreen().map(({ id }) => id)).toEqual(['tiers', 'serverless', 'queued']);
  expect(() => session.compare(['tiers'])).toThrow(RangeError);
  expect(() => session.compare(['tiers', 'tiers'])).toThrow(RangeError);
  expect(session.state.getState().compared).toEqual(['tiers', 'serverless', 'queued']);
});
