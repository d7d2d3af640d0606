/** What switches, knobs and buttons make of a scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultIsOn, flipFault, removeIntervention, setAt, uploadAt } from '../../src/playback/branch.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, StageScenario } from '../../src/scenario/scenario.ts';
import { problemsOf } from '../support/problems.ts';

const withThese = (...interventions: Intervention[]): StageScenario => newScenario('queued', { interventions });

const crash = (atSeconds: number, untilSeconds?: number, target = 'fleet'): Intervention => ({
  kind: 'fault',
  fault: 'crash',
  target,
  atSeconds,
  ...(untilSeconds === undefined ? {} : { untilSeconds }),
});
const set = (atSeconds: number, value: unknown, parameter = 'maximum', target = 'fleet'): Intervention => ({
  kind: 'set',
  target,
  parameter,
  value,
  atSeconds,
});

const flip = (scenario: StageScenario, atSeconds: number) =>
  flipFault(scenario, 'crash', 'fleet', atSeconds).interventions;

describe('a fault', () => {
  it('is on from its beginning up to its end, at the target that was named', () => {
    const scenario = withThese(crash(10, 20), crash(40));
    const times = [9, 10, 19.9, 20, 39, 40, 1000];
    expect(times.map((t) => faultIsOn(scenario, 'crash', 'fleet', t))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(faultIsOn(scenario, 'crash', 'upload', 15)).toBe(false);
    expect(faultIsOn(withThese(set(1, 5)), 'crash', 'fleet', 15)).toBe(false);
  });

  it('is turned on for good', () => {
    expect(flip(withThese(set(5, 3)), 30)).toEqual([set(5, 3), crash(30)]);
  });

  it('is turned off where it lasts', () => {
    expect(flip(withThese(crash(10)), 30)).toEqual([crash(10, 30)]);
    expect(flip(withThese(crash(10, 50)), 30)).toEqual([crash(10, 30)]);
  });

  it('was never on if it ends when it begins', () => {
    expect(flip(withThese(crash(30), set(5, 3)), 30)).toEqual([set(5, 3)]);
  });

  it('goes on if it is turned on again when it has just ended', () => {
    expect(flip(withThese(crash(10, 30)), 30)).toEqual([crash(10)]);
  });

  it('loses what was to come of it, and keeps what was and what is not its own', () => {
    const others = [crash(50, 60, 'upload'), { kind: 'upload', atSeconds: 70 } as const, set(80, 9)];
    const scenario = withThese(crash(10, 20), crash(40, 45), ...others, crash(90));
    expect(flip(scenario, 30)).toEqual([crash(10, 20), ...others, crash(30)]);
    expect(flip(scenario, 42)).toEqual([crash(10, 20), crash(40, 42), ...others]);
  });

  it('ends everywhere where it was turned on more than once', () => {
    expect(flip(withThese(crash(10), crash(20, 50), crash(30)), 30)).toEqual([crash(10, 30), crash(20, 30)]);
  });
});

describe('an upload by hand', () => {
  it('is added to what is done', () => {
    expect(uploadAt(withThese(crash(10)), 12.5).interventions).toEqual([
      crash(10),
      { kind: 'upload', atSeconds: 12.5 },
    ]);
  });
});

describe('a parameter', () => {
  it('is turned at the time, and whatever it was to be from then on is dropped', () => {
    const scenario = withThese(
      set(10, 1),
      set(30, 2),
      set(50, 3),
      set(50, 4, 'minimum'),
      set(50, 5, 'maximum', 'upload'),
    );
    expect(setAt(scenario, 'fleet', 'maximum', 7, 30).interventions).toEqual([
      set(10, 1),
      set(50, 4, 'minimum'),
      set(50, 5, 'maximum', 'upload'),
      set(30, 7),
    ]);
  });
});

describe('an intervention', () => {
  it('is taken back', () => {
    expect(removeIntervention(withThese(crash(1), crash(2), crash(3)), 1).interventions).toEqual([crash(1), crash(3)]);
    expect(() => removeIntervention(withThese(crash(1)), 1)).toThrow('there is no intervention 1 among 1');
  });
});

describe('whatever is done to a scenario', () => {
  const time = fc.integer({ min: 0, max: 299 });
  const target = fc.constantFrom('fleet', 'step:process');
  const act = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), target, at: time }),
    fc.record({ kind: fc.constant('upload' as const), at: time }),
    fc.record({ kind: fc.constant('set' as const), at: time, value: fc.nat(1337) }),
    fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }),
  );
  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

  function done(scenario: StageScenario, each: Act): StageScenario {
    if (each.kind === 'flip') return flipFault(scenario, 'crash', each.target, each.at);
    if (each.kind === 'upload') return uploadAt(scenario, each.at);
    if (each.kind === 'set') return setAt(scenario, 'fleet', 'maximum', each.value, each.at);
    const count = scenario.interventions.length;
    return count === 0 ? scenario : removeIntervention(scenario, each.which % count);
  }

  it('leaves it valid, and as it was before', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let scenario = withThese();
        for (const each of acts) {
          const before = structuredClone(scenario);
          const next = done(scenario, each);
          expect(scenario).toEqual(before);
          scenario = next;
          expect(problemsOf(scenario)).toEqual([]);
        }
      }),
    );
  });

  it('turns a fault over exactly then and from then on, and nothing before', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), time, (acts, at) => {
        const scenario = acts.reduce(done, withThese());
        const wasOn = faultIsOn(scenario, 'crash', 'fleet', at);
        const flipped = flipFault(scenario, 'crash', 'fleet', at);
        for (let t = 0; t < 300; t += 1) {
          const expected = t < at ? faultIsOn(scenario, 'crash', 'fleet', t) : !wasOn;
          expect(faultIsOn(flipped, 'crash', 'fleet', t)).toBe(expected);
        }
      }),
    );
  });
});
