/** What can be done with faults in a session, how it is taken back, and the second setting of an architecture. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseScenario } from '../../src/scenario/schema.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import type { ComparedId, Screen } from '../../src/stores/session.ts';

// Node has no Worker here, so the session hosts its runs itself, a chunk per timer.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aSession(screen: Screen = 'compare'): PageSession {
  const session = createSession();
  session.show(screen);
  session.runsOnScreen();
  vi.runAllTimers();
  return session;
}

const crash = { fault: 'crash', target: 'step:process', atSeconds: 100, untilSeconds: 130 } as const;
const faultsOf = (session: PageSession, id: ComparedId) => session.run(id).store.getState().scenario.interventions;
const refusedIn = (session: PageSession, id: ComparedId): number => {
  const { store } = session.run(id);
  vi.runAllTimers();
  const { report } = store.getState();
  if (!report) throw new Error(`the run of ${id} is not known to its end`);
  return report.uploads.refused;
};

describe('a fault', () => {
  it('is added from one time to another, wherever it means something', () => {
    const session = aSession();
    session.addFault(crash);
    expect(refusedIn(session, 'monolith')).toBeGreaterThan(10);
    session.addFault({ fault: 'short-visibility', target: 'kind:queue', strength: 1, atSeconds: 50 });
    expect(faultsOf(session, 'monolith')).toEqual([{ kind: 'fault', ...crash }]);
    expect(faultsOf(session, 'queued')).toHaveLength(2);
    for (const stage of stageIds) expect(parseScenario(session.state.getState().scenarios[stage]).ok).toBe(true);
  });

  it('does not strike at the end, when nothing can come of it', () => {
    const session = aSession('queued');
    session.seek(300);
    session.toggleFault('crash', 'step:process');
    expect(faultsOf(session, 'queued')).toEqual([]);
    session.seek(299);
    session.toggleFault('crash', 'step:process');
    expect(faultsOf(session, 'queued')).toHaveLength(1);
  });

  it('is changed, and the future as it was stays to be seen from the earlier beginning on', () => {
    const session = aSession('monolith');
    session.addFault(crash);
    const long = refusedIn(session, 'monolith');
    session.changeFault(crash, { ...crash, atSeconds: 110, untilSeconds: 115 });
    const { branch, branchFromSeconds } = session.run('monolith').store.getState();
    expect(refusedIn(session, 'monolith')).toBeLessThan(long);
    expect(branchFromSeconds).toBe(100);
    expect(branch?.run.refused[branch.length - 1]).toBe(long);
  });

  it('is lifted out of history, and only that one', () => {
    const session = aSession('monolith');
    const without = refusedIn(session, 'monolith');
    session.addFault(crash);
    session.addFault({ ...crash, atSeconds: 200, untilSeconds: 201 });
    session.removeFault({ ...crash, atSeconds: 200 });
    expect(faultsOf(session, 'monolith')).toEqual([{ kind: 'fault', ...crash }]);
    session.removeFault(crash);
    expect(refusedIn(session, 'monolith')).toBe(without);
  });

  it('that is not there changes nothing, and leaves nothing to take back', () => {
    const session = aSession('monolith');
    const before = session.state.getState().scenarios;
    session.removeFault(crash);
    session.changeFault(crash, { ...crash, atSeconds: 7 });
    session.addFault({ ...crash, atSeconds: 100_000, untilSeconds: 100_001 });
    expect(session.state.getState()).toMatchObject({ scenarios: before, canUndo: false });
  });

  it('goes where it is moved to a place that an architecture has not', () => {
    const session = aSession('queued');
    session.addFault({ fault: 'write-refusal', target: 'kind:bucket', atSeconds: 50 });
    session.changeFault(
      { fault: 'write-refusal', target: 'kind:bucket', atSeconds: 50 },
      { fault: 'write-refusal', target: 'no-such-thing', atSeconds: 50 },
    );
    expect(faultsOf(session, 'queued')).toEqual([]);
  });
});

describe('what was changed', () => {
  it('is taken back step by step, and made again', () => {
    const session = aSession();
    const story = session.state.getState().scenarios;
    session.addFault(crash);
    const broken = session.state.getState().scenarios;
    session.setSeed(7);
    expect(session.state.getState()).toMatchObject({ canUndo: true, canRedo: false });
    session.undo();
    expect(session.state.getState()).toMatchObject({ scenarios: broken, canUndo: true, canRedo: true });
    session.undo();
    expect(session.state.getState()).toMatchObject({ scenarios: story, canUndo: false, canRedo: true });
    session.undo();
    expect(session.state.getState().scenarios).toEqual(story);
    session.redo();
    session.redo();
    session.redo();
    expect(session.state.getState().scenarios.monolith).toMatchObject({ seed: 7, interventions: [{ fault: 'crash' }] });
    expect(session.state.getState()).toMatchObject({ canUndo: true, canRedo: false });
  });

  it('cannot be made again once something else was done', () => {
    const session = aSession();
    session.setSeed(7);
    session.undo();
    session.addFault(crash);
    session.redo();
    expect(session.state.getState()).toMatchObject({ canRedo: false });
    expect(faultsOf(session, 'monolith')).toHaveLength(1);
  });

  it('shows the future as it was, where a fault is taken back', () => {
    const session = aSession('monolith');
    session.addFault(crash);
    const refused = refusedIn(session, 'monolith');
    session.undo();
    vi.runAllTimers();
    const { branch, branchFromSeconds } = session.run('monolith').store.getState();
    expect(branchFromSeconds).toBe(100);
    expect(branch?.run.refused[branch.length - 1]).toBe(refused);
  });

  it('keeps the name of the traffic with the traffic', () => {
    const session = aSession();
    session.applyTraffic((scenario) => ({ ...scenario, durationSeconds: 60 }), 'april.csv');
    session.undo();
    expect(session.state.getState()).toMatchObject({ trafficName: null });
    session.redo();
    expect(session.state.getState()).toMatchObject({ trafficName: 'april.csv' });
  });

  it('includes a reset', () => {
    const session = aSession();
    session.addFault(crash);
    session.reset();
    session.undo();
    expect(faultsOf(session, 'monolith')).toHaveLength(1);
  });
});

describe('the second setting of an architecture', () => {
  it('stands beside the first under the same traffic and the same faults, with its own parameters', () => {
    const session = aSession();
    session.compare(['monolith', 'monolith~b']);
    session.vary('monolith', 'monolith', 'restartSeconds', 60);
    session.addFault(crash);
    expect(faultsOf(session, 'monolith~b')).toEqual(faultsOf(session, 'monolith'));
    expect(refusedIn(session, 'monolith~b')).not.toBe(refusedIn(session, 'monolith'));
    expect(session.state.getState().variants).toEqual({ monolith: { monolith: { restartSeconds: 60 } } });
  });

  it('has nothing of its own once the parameter is as in the first', () => {
    const session = aSession();
    session.compare(['monolith', 'monolith~b']);
    const first = refusedIn(session, 'monolith');
    session.vary('monolith', 'monolith', 'restartSeconds', 60);
    session.vary('monolith', 'monolith', 'restartSeconds', undefined);
    expect(session.state.getState().variants).toEqual({ monolith: {} });
    expect(refusedIn(session, 'monolith~b')).toBe(first);
  });

  it('takes nothing that would not run', () => {
    const session = aSession();
    session.vary('monolith', 'monolith', 'restartSeconds', -1);
    session.vary('monolith', 'nobody', 'restartSeconds', 1);
    expect(session.state.getState()).toMatchObject({ variants: {}, canUndo: false });
  });

  it('is taken back like any change', () => {
    const session = aSession();
    session.compare(['monolith', 'monolith~b']);
    const first = refusedIn(session, 'monolith~b');
    session.vary('monolith', 'monolith', 'restartSeconds', 60);
    session.undo();
    expect(session.state.getState().variants).toEqual({});
    expect(refusedIn(session, 'monolith~b')).toBe(first);
  });
});

it('compares two to seven different ones', () => {
  const session = aSession();
  expect(() => session.compare(['monolith'])).toThrow('2 to 7 different ones can be compared, not monolith');
  expect(() => session.compare(['monolith', 'monolith'])).toThrow('2 to 7 different ones');
  session.compare(stageIds.slice(0, 7));
  expect(session.runsOnScreen()).toHaveLength(7);
  expect(() => session.compare(stageIds.slice(0, 8))).toThrow('2 to 7 different ones');
});

it('presents a run of a table: what it is, where it is seen, and when', () => {
  const session = aSession('failures');
  expect(session.runsOnScreen()).toEqual([]);
  session.applyTraffic((scenario) => ({ ...scenario, durationSeconds: 60 }), 'april.csv');
  session.present((scenario) => ({ ...scenario, seed: 3, durationSeconds: 180 }), 'queued', 55);
  expect(session.state.getState()).toMatchObject({ screen: 'queued', canUndo: true, trafficName: null });
  expect(session.clock.getState()).toMatchObject({ t: 55, playing: false });
  expect(session.run('queued').store.getState().scenario).toMatchObject({ seed: 3, durationSeconds: 180 });
});

it('shows beside a presented run of one fault, and beside no other, how it would be without', () => {
  const session = aSession('tiers');
  session.show('failures');
  session.present(
    (scenario) => ({ ...scenario, interventions: scenario.stage === 'monolith' ? [] : [{ kind: 'fault', ...crash }] }),
    'tiers',
    90,
  );
  session.runsOnScreen();
  vi.runAllTimers();
  const { branchScenario, branchFromSeconds, branch, series, status } = session.run('tiers').store.getState();
  expect(status).toBe('finished');
  expect(branchFromSeconds).toBe(100);
  expect(branchScenario?.interventions).toEqual([]);
  expect(branch?.run.watchable.at(-1)).toBeGreaterThan(series?.run.watchable.at(-1) as number);
  expect(session.place().before?.scenarios.queued?.interventions).toEqual([]);
  expect(session.place().before?.scenarios.monolith).toBeUndefined();
});
