/** What switches, knobs and buttons make of a scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differFrom,
  type FaultKey,
  faultIn,
  faultIsOn,
  flipFault,
  setAt,
  uploadAt,
  withFault,
  withFaultChanged,
  withoutFault,
} from '../../src/playback/branch.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { FaultIntervention, Intervention, StageScenario } from '../../src/scenario/scenario.ts';
import { problemsOf } from '../support/problems.ts';

const withThese = (...interventions: Intervention[]): StageScenario => newScenario('queued', { interventions });

const crash = (atSeconds: number, untilSeconds?: number, target = 'fleet'): FaultIntervention => ({
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

describe('a fault that is known by what, where and when', () => {
  const key = (atSeconds: number, target = 'fleet'): FaultKey => ({ fault: 'crash', target, atSeconds });
  const scenario = withThese(set(5, 3), crash(10, 20), { kind: 'upload', atSeconds: 12 }, crash(40, 50, 'upload'));

  it('is found, whenever it ends, and at no other target or time', () => {
    expect(faultIn(scenario, key(10))).toEqual(crash(10, 20));
    expect(faultIn(scenario, key(40, 'upload'))).toEqual(crash(40, 50, 'upload'));
    expect(faultIn(scenario, key(40))).toBeUndefined();
    expect(faultIn(scenario, key(20))).toBeUndefined();
    expect(faultIn(scenario, { ...key(10), fault: 'slow-down' })).toBeUndefined();
  });

  it('is added after all that is there, once', () => {
    const more = withFault(scenario, crash(60, 70));
    expect(more.interventions).toEqual([...scenario.interventions, crash(60, 70)]);
    expect(withFault(more, crash(60, 80))).toBe(more);
  });

  it('is changed in its place: end, strength, beginning and target', () => {
    const later = { ...crash(30, 90, 'step:process'), strength: 3 };
    expect(withFaultChanged(scenario, key(10), later).interventions).toEqual(
      scenario.interventions.map((each, place) => (place === 1 ? later : each)),
    );
    expect(withFaultChanged(scenario, key(10), crash(10)).interventions[1]).toEqual(crash(10));
  });

  it('is not changed into one that is there already, nor where it is not', () => {
    expect(withFaultChanged(scenario, key(10), crash(40, 60, 'upload'))).toBe(scenario);
    expect(withFaultChanged(scenario, key(11), crash(60))).toBe(scenario);
  });

  it('is taken out as if it had never been', () => {
    expect(withoutFault(scenario, key(10)).interventions).toEqual(
      scenario.interventions.filter((_, place) => place !== 1),
    );
    expect(withoutFault(scenario, key(11))).toBe(scenario);
  });
});

describe('two futures', () => {
  it('differ from the first intervention on that only one of them has', () => {
    const one = withThese(crash(10, 20), set(50, 3));
    expect(differFrom(one, one)).toBe(Number.POSITIVE_INFINITY);
    expect(differFrom(one, withThese(crash(10, 20)))).toBe(50);
    expect(differFrom(withThese(crash(10, 20)), one)).toBe(50);
    expect(differFrom(one, withThese(crash(10, 30), set(50, 3)))).toBe(10);
    expect(differFrom(one, withThese(crash(10, 20), set(50, 3), crash(30)))).toBe(30);
  });

  it('cannot be told from each other by a time where more differs than what is done to them', () => {
    const one = withThese(crash(10));
    expect(differFrom(one, { ...one, seed: one.seed + 1 })).toBeNull();
    expect(differFrom(one, newScenario('monolith'))).toBeNull();
  });
});

describe('whatever is done to a scenario', () => {
  const time = fc.integer({ min: 0, max: 299 });
  const target = fc.constantFrom('fleet', 'step:process');
  const act = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), target, at: time }),
    fc.record({ kind: fc.constant('upload' as const), at: time }),
    fc.record({ kind: fc.constant('set' as const), at: time, value: fc.nat(1337) }),
    fc.record({ kind: fc.constant('add' as const), target, at: time, lasts: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ kind: fc.constant('change' as const), which: fc.nat(), target, at: time }),
    fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }),
  );
  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

  function done(scenario: StageScenario, each: Act): StageScenario {
    if (each.kind === 'flip') return flipFault(scenario, 'crash', each.target, each.at);
    if (each.kind === 'upload') return uploadAt(scenario, each.at);
    if (each.kind === 'set') return setAt(scenario, 'fleet', 'maximum', each.value, each.at);
    if (each.kind === 'add') {
      return withFault(scenario, crash(each.at, Math.min(300, each.at + each.lasts), each.target));
    }
    const faults = scenario.interventions.filter(({ kind }) => kind === 'fault') as FaultIntervention[];
    const fault = faults[each.which % faults.length];
    if (fault === undefined) return scenario;
    return each.kind === 'remove'
      ? withoutFault(scenario, fault)
      : withFaultChanged(scenario, fault, crash(each.at, undefined, each.target));
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
