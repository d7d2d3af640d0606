/** How old scenarios are brought up to date, shown with migrations made up for it. */
import { describe, expect, it } from 'vitest';
import { decodeScenario } from '../../src/scenario/codec.ts';
import { type Migration, migrate, migrations } from '../../src/scenario/migrate.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';

const nameSeed: Migration = ({ s, ...rest }) => ({ ...rest, seed: s });
const doubleSeed: Migration = (old) => ({ ...old, seed: Number(old['seed']) * 2 });
const steps = [nameSeed, doubleSeed];

describe('migration', () => {
  it('ends at the version of today', () => {
    expect(migrations).toHaveLength(SCENARIO_VERSION - 1);
  });

  it('goes from version to version, in order', () => {
    expect(migrate({ version: 1, s: 4 }, steps)).toEqual({ ok: true, value: { version: 3, seed: 8 } });
  });

  it('begins where the scenario stands', () => {
    expect(migrate({ version: 2, seed: 4 }, steps)).toEqual({ ok: true, value: { version: 3, seed: 8 } });
  });

  it('leaves the newest version as it is', () => {
    const scenario = { version: 3, seed: 4 };
    expect(migrate(scenario, steps)).toEqual({ ok: true, value: scenario });
  });

  it('does not change what it was given', () => {
    const old = Object.freeze({ version: 1, s: 4 });
    migrate(old, steps);
    expect(old).toEqual({ version: 1, s: 4 });
  });

  it.each<[unknown, string]>([
    [4, 'at most 3: this scenario was made by a newer Decoupled'],
    [undefined, 'a whole number from 1 to 3: the version of the form it is written in'],
    ['2', 'a whole number from 1 to 3: the version of the form it is written in'],
    [0, 'a whole number from 1 to 3: the version of the form it is written in'],
    [1.5, 'a whole number from 1 to 3: the version of the form it is written in'],
    [Number.NaN, 'a whole number from 1 to 3: the version of the form it is written in'],
  ])('refuses version %s', (version, allowed) => {
    expect(migrate({ version, s: 4 }, steps)).toMatchObject({ ok: false, problem: { path: 'version', allowed } });
  });

  it.each([null, [], 'text', 5])('leaves %j to the schema', (input) => {
    expect(migrate(input, steps)).toEqual({ ok: true, value: input });
  });
});

describe('version 2: several scaling policies', () => {
  const policy = { queue: 'queue', metric: 'visible', steps: [{ from: 1, adjust: 'exact', instances: 2 }] };
  const listed = [{ kind: 'step', ...policy }];

  it('makes a list of the one policy of a group, and of none, wherever it is set', () => {
    const old = {
      version: 1,
      topology: {
        nodes: [{ id: 'fleet', params: { scaling: policy, minimum: 0 } }, { id: 'web' }, { params: { scaling: null } }],
        links: [],
      },
      parameters: { fleet: { scaling: policy }, queue: { maxReceiveCount: 3 } },
      seed: 7,
    };
    expect(migrate(old)).toEqual({
      ok: true,
      value: {
        version: 2,
        topology: {
          nodes: [{ id: 'fleet', params: { scaling: listed, minimum: 0 } }, { id: 'web' }, { params: { scaling: [] } }],
          links: [],
        },
        parameters: { fleet: { scaling: listed }, queue: { maxReceiveCount: 3 } },
        seed: 7,
      },
    });
  });

  it('opens an old link', () => {
    const old = { version: 1, stage: 'queued', parameters: { fleet: { scaling: policy } } };
    expect(decodeScenario(JSON.stringify(old))).toEqual({
      ok: true,
      scenario: newScenario('queued', { parameters: { fleet: { scaling: listed } } }),
    });
  });

  it.each([
    ['text', { version: 1, topology: 'text', parameters: 5 }],
    [
      'lists',
      { version: 1, topology: { nodes: [null, 'a', { params: [] }] }, parameters: { a: null, b: { scaling: 5 } } },
    ],
  ])('leaves what is no scenario to the schema: %s', (_, old) => {
    expect(migrate(old)).toEqual({ ok: true, value: { ...old, version: 2 } });
  });
});
