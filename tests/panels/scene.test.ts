/** Scenes of the stories: each makes a scenario that holds, with its faults and no others, and leaves nothing behind. */
import { describe, expect, it } from 'vitest';
import { stories } from '../../src/lessons/catalogue.ts';
import type { Scene } from '../../src/lessons/story.ts';
import { linesOf, settingsIn } from '../../src/panels/knobs/setting-lines.ts';
import { lingeringIn, secondsOf, withoutLingering, withScene } from '../../src/panels/story/scene.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { text } from '../../src/text/text.ts';
import type { Say } from '../../src/ui/use-text.ts';

const scenes = Object.values(stories).flatMap(({ stage, passages }) =>
  passages.flatMap(({ id, scene }) =>
    scene === undefined ? [] : [[`${stage}.${id}`, scene.form ?? (stage as StageId), scene] as const],
  ),
);

describe('the scenes of the stories', () => {
  it.each(scenes)('%s: makes scenarios that hold, in every stage', (_, shown, scene) => {
    for (const stage of stageIds) {
      const story = newScenario(stage);
      const made = withScene(story, scene, secondsOf(scene, story, 0), shown);
      expect(parseScenario(made)).toMatchObject({ ok: true });
      expect(withoutLingering(made).parameters).toEqual({});
      expect(withoutLingering(made).interventions.filter(({ kind }) => kind === 'set')).toEqual([]);
    }
  });

  it.each(scenes)('%s: can say all that it leaves behind', (_, shown, scene) => {
    const made = withScene(newScenario(shown), scene, 30, shown);
    for (const vocabulary of ['neutral', 'aws'] as const) {
      const say: Say = (key, ...args) => text(vocabulary, key, ...args);
      const saying = { say, vocabulary };
      for (const { component, parameter } of lingeringIn(made)) {
        const settings = settingsIn(made, saying, (id, name) => id === component && name === parameter);
        const lines = linesOf(settings, saying);
        expect(lines).not.toEqual([]);
        // Data as it is stands nowhere but in the patterns of rules.
        for (const line of lines) expect(line.replace(/pattern: \{.*\}/, '')).not.toMatch(/[{}[\]]|undefined/);
      }
    }
  });

  it.each(scenes)('%s: has its faults on its stage, and no others', (_, shown, scene) => {
    const crashed = newScenario(shown, {
      interventions: [
        { kind: 'fault', fault: 'crash', target: 'step:manage', atSeconds: 5 },
        { kind: 'upload', atSeconds: 7 },
      ],
    });
    const { interventions } = withScene(crashed, { faults: [], ...scene }, 20, shown);
    const faults = interventions.filter(({ kind }) => kind === 'fault');
    expect(faults).toEqual((scene.faults ?? []).map((each) => ({ kind: 'fault', ...each, atSeconds: 20 })));
    expect(interventions).toContainEqual({ kind: 'upload', atSeconds: 7 });
  });
});

describe('a scene', () => {
  const double: Scene = { at: 60, set: [{ component: 'users', parameter: 'ratePerSecond', value: 1.2 }] };

  it('turns what can be turned at its moment, and sets it from the start where that is its moment', () => {
    expect(withScene(newScenario('monolith'), double, 60, 'monolith').interventions).toEqual([
      { kind: 'set', target: 'users', parameter: 'ratePerSecond', value: 1.2, atSeconds: 60 },
    ]);
    expect(withScene(newScenario('monolith'), double, 0, 'monolith').parameters).toEqual({
      users: { ratePerSecond: 1.2 },
    });
  });

  it('leaves nothing of the scene before where it sets what the stage has anyway', () => {
    const before = withScene(newScenario('monolith'), double, 60, 'monolith');
    const usual: Scene = { set: [{ component: 'users', parameter: 'ratePerSecond', value: 0.4 }] };
    expect(withScene(before, usual, 195, 'monolith')).toEqual(newScenario('monolith'));
  });

  it('chooses an order for its queue, and leaves alone a stage that has no such queue', () => {
    const fifo: Scene = { set: [{ component: 'queue', parameter: 'type', value: 'fifo' }] };
    expect(withScene(newScenario('queued'), fifo, 30, 'queued').parameters).toEqual({ queue: { type: 'fifo' } });
    expect(withScene(newScenario('monolith'), fifo, 30, 'queued')).toEqual(newScenario('monolith'));
  });

  it('means its own components, and nobody else’s of the same name; the people are the same everywhere', () => {
    const scene: Scene = { set: [...(double.set ?? []), { component: 'process', parameter: 'maximum', value: 7 }] };
    const own = withScene(newScenario('load-balanced'), scene, 30, 'load-balanced');
    expect(own.interventions).toHaveLength(2);
    expect(withScene(newScenario('queued-steps'), scene, 30, 'load-balanced').interventions).toHaveLength(1);
  });

  it('sets what names components on its own stage only', () => {
    const rules: Scene = { set: [{ component: 'bus', parameter: 'rules', value: [] }] };
    expect(withScene(newScenario('event-driven'), rules, 30, 'event-driven').interventions).toHaveLength(1);
    expect(withScene(newScenario('serverless'), rules, 30, 'event-driven')).toEqual(newScenario('serverless'));
  });

  it('stands at its landmark; where the traffic has none, the playhead stays', () => {
    expect(secondsOf({ at: 'peak' }, newScenario('queued'), 7)).toBe(120);
    expect(secondsOf({ at: 'quiet' }, newScenario('queued'), 7)).toBe(195);
    expect(secondsOf({ at: 'peak' }, newScenario('serverless-cron'), 7)).toBe(7);
    expect(secondsOf({}, newScenario('queued'), 7)).toBe(7);
    expect(secondsOf({ at: 200 }, newScenario('queued', { durationSeconds: 60 }), 7)).toBe(60);
  });
});

describe('what lingers', () => {
  it('is said with its unit, of what can only be set from the start too', () => {
    const say: Say = (key, ...args) => text('neutral', key, ...args);
    const saying = { say, vocabulary: 'neutral' } as const;
    const made = newScenario('function-runtimes', {
      parameters: { handler: { packageMegabytes: 1000, runtime: 'container' } },
    });
    expect(linesOf(settingsIn(made, saying), saying)).toEqual([
      'Function, size of the package: 1,000 MB.',
      'Function, runtime: Container image.',
    ]);
  });

  it('is what some scene sets and the stage has not', () => {
    const poison = newScenario('queued', {
      parameters: { users: { poisonShare: 0.15 }, queue: { maxReceiveCount: 7 } },
    });
    expect(lingeringIn(poison)).toEqual([
      { component: 'users', kind: 'client', parameter: 'poisonShare', value: 0.15 },
    ]);
    expect(withoutLingering(poison)).toEqual(newScenario('queued', { parameters: { queue: { maxReceiveCount: 7 } } }));
  });

  it('is nothing in a stage as it comes', () => {
    for (const stage of stageIds) expect(lingeringIn(newScenario(stage))).toEqual([]);
  });
});
