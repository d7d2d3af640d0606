/** Scenarios as text and back. */
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeScenario, encodeScenario } from '../../src/scenario/codec.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { sentenceOf } from '../../src/scenario/schema.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';

function problemsIn(text: string): string[] {
  const decoded = decodeScenario(text);
  return decoded.ok ? [] : decoded.problems.map(sentenceOf);
}

describe('a scenario', () => {
  test.prop([scenarioArbitrary], { numRuns: 300 })('is decoded as it was encoded', (scenario) => {
    expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
  });

  test.prop([fc.double({ min: 1, max: 2_592_000, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true })])(
    'keeps every digit of its numbers',
    (durationSeconds, ratePerSecond) => {
      const scenario = newScenario('queued', { durationSeconds, parameters: { users: { ratePerSecond } } });
      expect(decodeScenario(encodeScenario(scenario))).toEqual({ ok: true, scenario });
    },
  );

  test.prop([scenarioArbitrary], { numRuns: 100 })('has one text, however its keys are ordered', (scenario) => {
    expect(encodeScenario(reversed(scenario) as typeof scenario)).toBe(encodeScenario(scenario));
  });

  it.each(stageIds)('that nobody changed is short: %s', (stage) => {
    expect(encodeScenario(newScenario(stage))).toBe(`{"stage":"${stage}","version":2}`);
  });

  it('tells only what is not as by default, with keys in order', () => {
    const scenario = newScenario('queued', {
      seed: 1,
      durationSeconds: 60.5,
      parameters: { queue: { receiveWaitSeconds: 1e-7, maxReceiveCount: 2 }, fleet: {} },
      interventions: [{ kind: 'fault', fault: 'crash', target: 'fleet', atSeconds: 1, untilSeconds: 2 }],
    });
    expect(encodeScenario(scenario)).toBe(
      '{"durationSeconds":60.5,"interventions":[{"atSeconds":1,"fault":"crash","kind":"fault","target":"fleet",' +
        '"untilSeconds":2}],"parameters":{"fleet":{},"queue":{"maxReceiveCount":2,"receiveWaitSeconds":1e-7}},' +
        '"stage":"queued","version":2}',
    );
  });
});

describe('a text', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'the scenario is empty; allowed is JSON'],
    ['spaces', ' \n ', 'the scenario is empty; allowed is JSON'],
    [
      'a comma too many',
      '{"version":2,}',
      'the scenario is {"version":2,}; allowed is JSON; in line 1, column 14, "}" is out of place',
    ],
    [
      'keys without quotation marks',
      '{\n  "version": 2,\n  stage: "queued"\n}',
      'the scenario is {\n  "version": 2,\n  stage: "queued"\n}; allowed is JSON; in line 3, column 3, "s" is out of place',
    ],
    [
      'an end too early',
      '{"version":[1',
      'the scenario is {"version":[1; allowed is JSON; in line 1, column 14, the text ends',
    ],
    ['two scenarios', '{} {}', 'the scenario is {} {}; allowed is JSON; in line 1, column 4, "{" is out of place'],
  ])('that is no JSON, but %s, is told from where on', (_, text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it('that is no JSON is refused whatever the parser says of it', () => {
    expect(problemsIn('nonsense')).toEqual([expect.stringMatching(/^the scenario is nonsense; allowed is JSON; /)]);
  });

  it('that is far too long is refused unread', () => {
    expect(problemsIn(`[${' '.repeat(10_000_000)}]`)).toEqual([
      expect.stringMatching(/^the scenario is \[ +…; allowed is a text of at most 10000000 characters$/),
    ]);
  });

  it('may begin with a mark of byte order', () => {
    expect(problemsIn('\uFEFF{"version":2,"stage":"queued"}')).toEqual([]);
  });

  it('of a newer version is said to be so', () => {
    expect(problemsIn('{"version":7,"architecture":"mesh"}')).toEqual([
      'version is 7; allowed is at most 2: this scenario was made by a newer Decoupled',
    ]);
  });

  it('of no version is refused', () => {
    expect(problemsIn('{"stage":"queued"}')).toEqual([
      'version is missing; allowed is a whole number from 1 to 2: the version of the form it is written in',
    ]);
  });

  it('that says something wrong is told what', () => {
    expect(problemsIn('{"version":2,"stage":"queued","seed":-1}')).toEqual([
      'seed is -1; allowed is a whole number from 0 to 4294967295',
    ]);
  });
});

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
