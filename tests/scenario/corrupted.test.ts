/** Valid scenarios that are damaged at one place: the door lets them in, or says where they are wrong, and never fails. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario } from '../../src/scenario/schema.ts';
import { stageIds } from '../../src/stages/catalogue.ts';
import { type Path, pathText } from '../../src/text/wording.ts';
import { anyScenario } from '../support/any-scenario.ts';

/** Long enough for periodic things to begin. */
const SHORT_SECONDS = 3;
/** A change that makes a run large is no error of it. */
const MOST_RATE = 50;

/** Parts of the way through a scenario at which it is damaged. */
const MILLION = 1_000_000;

type Container = Record<string | number, unknown>;

/** Every place in a value, from the outside in. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, keyOf(value, key)]))];
}

function keyOf(parent: object, key: string): string | number {
  return Array.isArray(parent) ? Number(key) : key;
}

const damage = fc.oneof(
  fc.constant({ kind: 'delete' as const }),
  fc.record({
    kind: fc.constant('replace' as const),
    by: fc.constantFrom<unknown>(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      0,
      0.5,
      1e9,
      -1e300,
      '',
      'x',
      'toString',
      '__proto__',
      null,
      true,
      [],
      [[]],
      {},
      { kind: 'x' },
    ),
  }),
  fc.record({ kind: fc.constant('rename' as const), to: fc.constantFrom('x', 'client-0', 'Constructor', '') }),
);

type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

/** A copy that is damaged at a place. */
function damaged(scenario: unknown, path: Path, how: Damage): unknown {
  const copy = structuredClone(scenario);
  const key = path.at(-1);
  if (key === undefined) return how.kind === 'replace' ? how.by : undefined;
  const parent = path.slice(0, -1).reduce<unknown>((part, each) => (part as Container)[each], copy) as Container;
  if (how.kind === 'replace') parent[key] = how.by;
  else if (how.kind === 'rename') {
    // A word becomes another word; what is no word gets another key.
    if (typeof parent[key] === 'string') parent[key] = how.to;
    else if (!Array.isArray(parent)) {
      parent[how.to] = parent[key];
      delete parent[key];
    }
  } else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

/**
 * Places that a problem can be told of: those that are there, a key or an item that is missing in one of them, and a
 * parameter of a component that sets none.
 */
function isPlaceIn(input: unknown, text: string): boolean {
  const places = placesIn(input);
  if (places.some((path) => pathText(path) === text)) return true;
  return places.some((path) => {
    const before = pathText(path);
    if (before !== '' && !text.startsWith(before)) return false;
    const rest = text.slice(before.length);
    return (
      /^(\.?[A-Za-z_$][\w$-]*|\[\d+\]|\["[^"]*"\])$/.test(rest) || /^(\.params|\.?parameters\.[\w-]+)\.\w+$/.test(rest)
    );
  });
}

function rateOf(scenario: unknown): number {
  const rates = JSON.stringify(scenario).matchAll(
    /"(?:ratePerSecond|population|spikeFactor|shards|desired|minimum)":(\d+)/g,
  );
  return Math.max(0, ...[...rates].map(([, rate]) => Number(rate)));
}

const stage = fc.constantFrom(...stageIds).map((id) => ({
  ...newScenario(id),
  parameters: { users: { ratePerSecond: 1 } },
  interventions: [{ kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 1, untilSeconds: 2 }],
}));

it('a scenario that is damaged anywhere is let in and runs, or is told where it is wrong', () => {
  let admitted = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: anyScenario as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: stage }),
      fc.array(fc.tuple(fc.noBias(fc.nat(MILLION - 1)), damage), {
        minLength: 1,
        maxLength: 2,
      }),
      (scenario, damages) => {
        let input: unknown = scenario;
        for (const [part, how] of damages) {
          const places = placesIn(input);
          input = damaged(input, places[Math.floor((part * places.length) / MILLION)] as Path, how);
        }
        const parsed = parseScenario(input);
        if (!parsed.ok) {
          refused += 1;
          expect(parsed.problems.length).toBeGreaterThan(0);
          const nowhere = parsed.problems.map(({ path }) => path).filter((path) => !isPlaceIn(input, path));
          expect(nowhere).toEqual([]);
          return;
        }
        admitted += 1;
        if (rateOf(parsed.scenario) > MOST_RATE) return;
        createSimulation(parsed.scenario).runUntil(seconds(Math.min(SHORT_SECONDS, parsed.scenario.durationSeconds)));
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 1000) },
  );
  // Else little would be learnt from it.
  expect(Math.min(admitted, refused)).toBeGreaterThan((admitted + refused) / 20);
}, 60_000);
