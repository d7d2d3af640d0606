/** The JSON Schema says of each place alone what `parseScenario` says. */

import { readdirSync, readFileSync } from 'node:fs';
import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { componentKinds, models } from '../../src/models/registry.ts';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { anyScenario } from '../support/any-scenario.ts';
import { allows } from '../support/json-schema.ts';
import { problemsOf } from '../support/problems.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { aTopology, aTopologyWith, everyKind } from '../support/topologies.ts';

const schema = scenarioJsonSchema();

it('is published as the code says it: npx tsx scripts/write-schema.ts writes it', () => {
  const file = new URL('../../public/scenario.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
});

test.prop([scenarioArbitrary], { numRuns: 100 })('allows every valid scenario', (scenario) => {
  expect(allows(schema, scenario)).toBe(true);
});

test.prop([anyScenario], { numRuns: 60 })('allows every valid scenario, whatever its kinds', (scenario) => {
  expect(allows(schema, scenario)).toBe(true);
});

const examples = new URL('../../docs/examples/', import.meta.url);

it.each(readdirSync(examples))('allows the example %s', (file) => {
  expect(allows(schema, JSON.parse(readFileSync(new URL(file, examples), 'utf8')))).toBe(true);
});

describe('the JSON Schema', () => {
  it.each<[string, unknown]>([
    ['a stage', { version: 2, stage: 'queued' }],
    ['a topology', aTopology()],
    ['a topology of every kind', everyKind()],
    ['the address of itself', { $schema: './scenario.schema.json', version: 2, stage: 'monolith' }],
  ])('allows %s', (_, scenario) => {
    expect(allows(schema, scenario)).toBe(true);
    expect(problemsOf(scenario)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['no version', { stage: 'queued' }],
    ['another version', { version: 3, stage: 'queued' }],
    ['no architecture', { version: 2 }],
    ['two architectures', { ...aTopology(), stage: 'queued' }],
    ['an unknown stage', { version: 2, stage: 'tears' }],
    ['an unknown key', { version: 2, stage: 'queued', sed: 1 }],
    ['half a seed', { version: 2, stage: 'queued', seed: 0.5 }],
    ['too long a run', { version: 2, stage: 'queued', durationSeconds: 2_592_001 }],
    ['a component that the stage has not', { version: 2, stage: 'monolith', parameters: { queue: {} } }],
    ['a parameter that the component has not', { version: 2, stage: 'queued', parameters: { queue: { slots: 1 } } }],
    ['a parameter out of range', { version: 2, stage: 'queued', parameters: { queue: { maxReceiveCount: 0 } } }],
    ['half a receive', { version: 2, stage: 'queued', parameters: { queue: { maxReceiveCount: 1.5 } } }],
    ['an unknown choice', { version: 2, stage: 'queued', parameters: { users: { arrivals: 'poison' } } }],
    [
      'a wrong distribution',
      aTopologyWith([['topology', 'nodes', 4, 'params'], { latency: { kind: 'constant', mean: 1 } }]),
    ],
    ['a wrong id', aTopologyWith([['topology', 'nodes', 4, 'id'], 'Disk'])],
    ['parameters of another kind', aTopologyWith([['topology', 'nodes', 4, 'params'], { maxReceiveCount: 1 }])],
    ['half a place', aTopologyWith([['topology', 'nodes', 4, 'at'], [1]])],
    ['no time', { version: 2, stage: 'queued', interventions: [{ kind: 'upload' }] }],
    [
      'an unknown fault',
      { version: 2, stage: 'queued', interventions: [{ kind: 'fault', fault: 'x', target: 'fleet', atSeconds: 1 }] },
    ],
    [
      'a scaling policy without steps',
      {
        version: 2,
        stage: 'queued',
        parameters: { fleet: { scaling: [{ kind: 'step', queue: 'queue', metric: 'visible', steps: [] }] } },
      },
    ],
  ])('refuses %s, as the door does', (_, scenario) => {
    expect(allows(schema, scenario)).toBe(false);
    expect(problemsOf(scenario)).not.toEqual([]);
  });

  it.each(componentKinds)('tells name, help, unit, range and default of every parameter of %s', (kind) => {
    const definitions = schema['$defs'] as Record<string, { properties: Record<string, unknown> }>;
    const { properties } = definitions[`${kind}-parameters`] ?? { properties: {} };
    expect(Object.keys(properties)).toEqual(Object.keys(models[kind].parameters));
    for (const [name, declared] of Object.entries(models[kind].parameters)) {
      expect(properties[name]).toMatchObject({ title: expect.any(String), default: declared.classroom });
      expect(properties[name]).toHaveProperty('description', expect.stringContaining(declared.source));
      if (declared.type !== 'number') continue;
      expect(properties[name]).toMatchObject({
        title: expect.stringContaining(`(${declared.unit})`),
        minimum: declared.min,
        maximum: declared.max,
      });
    }
  });
});

describe('the reader of JSON Schema used here', () => {
  it.each<[Record<string, unknown>, unknown, boolean]>([
    [{ type: 'object', required: ['a'] }, { a: 1 }, true],
    [{ type: 'object', required: ['a'] }, { b: 1 }, false],
    [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, false],
    [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 5, true],
    [{ $ref: '#/$defs/x', $defs: { x: { const: 3 } } }, 3, true],
    [{ $ref: '#/$defs/x', $defs: { x: { const: 3 } } }, 4, false],
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    [{ if: { type: 'string' }, then: { maxLength: 1 } }, 'ab', false],
  ])('says of %j and %j: %s', (asked, value, expected) => {
    expect(allows(asked, value)).toBe(expected);
  });

  it('refuses what it cannot judge', () => {
    expect(() => allows({ not: {} }, 1)).toThrow('unknown keyword not');
  });
});
