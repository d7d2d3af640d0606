/** What a reader is invited to try: it makes sense where it is offered, does what it says, and leaves scenarios that hold. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stories } from '../../src/lessons/catalogue.ts';
import { faultSwitches } from '../../src/panels/faults/switches.ts';
import { setFault } from '../../src/panels/faults/use-fault.ts';
import { landmarksOf } from '../../src/panels/landmarks.ts';
import { applyScene } from '../../src/panels/story/scene.ts';
import { suggestionsFor } from '../../src/panels/story/suggestions.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { isOnBench, type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { createSession, type PageSession } from '../../src/stores/create-session.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

// Node has no Worker here, and no run has to go on for what is asked.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const say: Say = (key, ...args) => text('neutral', key, ...args);

function on(stages: readonly StageId[]): PageSession {
  const session = createSession();
  const [only, ...others] = stages as [StageId, ...StageId[]];
  if (others.length > 0) session.compare(stages);
  session.show(others.length > 0 ? 'compare' : only);
  return session;
}

/** What is wrong with the scenarios that are not those of the story. */
function problemsIn(session: PageSession) {
  const { scenarios } = session.state.getState();
  return stageIds.flatMap((stage) => {
    const { parameters, interventions } = scenarios[stage];
    if (Object.keys(parameters).length + interventions.length === 0) return [];
    const parsed = parseScenario(scenarios[stage]);
    return parsed.ok ? [] : parsed.problems;
  });
}

const screens: readonly (readonly StageId[])[] = [
  ...stageIds.map((stage) => [stage]),
  ['monolith', 'queued'],
  ['file-processing', 'serverless-cron', 'event-driven'],
];

describe('the suggestions', () => {
  it.each(screens.map((shown) => [shown.join(), shown] as const))('of %s leave scenarios that hold', (_, shown) => {
    const landmarks = landmarksOf(newScenario(shown[0] as StageId));
    const names: string[] = [];
    for (const { words, act } of suggestionsFor(shown)) {
      const session = on(shown);
      const run = act(session, shown, landmarks);
      if (run === null) continue;
      names.push(words(say, shown));
      run();
      expect(problemsIn(session)).toEqual([]);
    }
    expect(names.length).toBeGreaterThanOrEqual(shown.every(isOnBench) ? 1 : 2);
    expect(new Set(names).size).toBe(names.length);
  });

  it('go to the evening only where there is one, and double the traffic only where there is any', () => {
    const ids = suggestionsFor(['serverless-cron']).map(({ id }) => id);
    expect(ids).toEqual(['crash', 'repair']);
    const session = on(['real-time-stream']);
    const double = suggestionsFor(['real-time-stream']).find(({ id }) => id === 'double');
    double?.act(session, ['real-time-stream'], null)?.();
    expect(session.parameterNow('real-time-stream', 'viewers', 'ratePerSecond')).toBe(30);
  });

  it('give the monolith a second copy of everything', () => {
    const session = on(['monolith']);
    const copy = suggestionsFor(['monolith']).find(({ id }) => id === 'second-copy');
    copy?.act(session, ['monolith'], null)?.();
    expect(session.parameterNow('monolith', 'monolith', 'desired')).toBe(2);
  });

  it('are none where nothing can be changed', () => {
    expect(suggestionsFor([])).toEqual([]);
  });
});

describe('the switches', () => {
  it.each(screens.map((shown) => [shown.join(), shown] as const))('of %s go on and off again', (_, shown) => {
    for (const each of faultSwitches(shown)) {
      const session = on(shown);
      session.seek(100);
      const isOn = () => each.targets.some((target) => session.faultIsOn(each.fault, target));
      setFault(session, each, true);
      expect([each.label, isOn()]).toEqual([each.label, true]);
      expect(problemsIn(session)).toEqual([]);
      setFault(session, each, false);
      expect([each.label, isOn()]).toEqual([each.label, false]);
    }
  });
});

describe('a scene that is set', () => {
  it('shows its form, stands at its moment, and plays at its speed, whatever went before', () => {
    const session = on(['queued']);
    const { passages } = stories.queued;
    for (const { scene } of passages) if (scene) applyScene(session, 'queued', scene);
    const steps = passages.find(({ id }) => id === 'every-step')?.scene;
    applyScene(session, 'queued', steps ?? {});
    expect(session.state.getState().screen).toBe('queued-steps');
    expect(session.clock.getState()).toMatchObject({ t: 120, playing: true, speed: 2 });
    const { scenarios } = session.state.getState();
    expect(scenarios['queued-steps']).toEqual(
      newScenario('queued-steps', {
        interventions: [{ kind: 'fault', fault: 'crash', target: 'step:store', atSeconds: 120 }],
      }),
    );
    expect(problemsIn(session)).toEqual([]);
  });

  it('is one step back in the history, if it does not change the form', () => {
    const session = on(['queued']);
    const step = vi.fn();
    session.onStep(step);
    applyScene(session, 'queued', stories.queued.passages[2]?.scene ?? {});
    expect(step).toHaveBeenCalledTimes(1);
  });
});
