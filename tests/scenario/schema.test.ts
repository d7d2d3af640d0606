/** The door of the one input: the form of a scenario, its defaults, and what it makes of hostile input. */
import { describe, expect, it } from 'vitest';
import { MOST_INTERVENTIONS, MOST_LINKS, MOST_NODES } from '../../src/scenario/limits.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { parseScenario, sentenceOf } from '../../src/scenario/schema.ts';
import { stageIds, stages } from '../../src/stages/catalogue.ts';
import { anyOf } from '../../src/text/wording.ts';
import { problemsOf } from '../support/problems.ts';
import { aTopology, aTopologyWith } from '../support/topologies.ts';

const anInstance = new (class Scenario {})();

describe('a scenario that says only what it must', () => {
  it.each(stageIds)('is the story of the stage %s', (stage) => {
    expect(parseScenario({ version: 2, stage })).toEqual({ ok: true, scenario: newScenario(stage) });
  });

  it('has every default filled in', () => {
    expect(parseScenario({ version: 2, stage: 'queued' })).toEqual({
      ok: true,
      scenario: {
        version: 2,
        stage: 'queued',
        defaults: 'classroom',
        parameters: {},
        seed: 1,
        durationSeconds: 300,
        interventions: [],
      },
    });
  });

  it('has its nodes in rows where it does not say where they are', () => {
    const parsed = parseScenario(
      aTopologyWith([
        ['topology', 'nodes', 5, 'at'],
        [7, 8],
      ]),
    );
    const nodes = parsed.ok && 'topology' in parsed.scenario ? parsed.scenario.topology.nodes : [];
    expect(nodes.map(({ id, at }) => [id, ...at])).toEqual([
      ['people', 0, 0],
      ['web', 260, 0],
      ['jobs', 520, 0],
      ['workers', 780, 0],
      ['disk', 1040, 0],
      ['names', 7, 8],
    ]);
  });

  it('may name its schema for an editor, which the run does not see', () => {
    const parsed = parseScenario({ $schema: './scenario.schema.json', version: 2, stage: 'monolith' });
    expect(parsed).toEqual({ ok: true, scenario: newScenario('monolith') });
  });
});

describe('a valid scenario', () => {
  it('is a copy that shares nothing with what came in', () => {
    const input = { ...newScenario('queued'), parameters: { users: { times: [1, 2] } } };
    const parsed = parseScenario(input);
    input.parameters.users.times.push(3);
    expect(parsed).toMatchObject({ ok: true, scenario: { parameters: { users: { times: [1, 2] } } } });
  });

  it.each(stageIds)('may be the stage %s written out as a topology', (stage) => {
    const { nodes, links } = stages[stage];
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([]);
  });

  it('may have as many nodes, links and interventions as there may be', () => {
    const { topology } = aTopology();
    const buckets = Array.from({ length: MOST_NODES - topology.nodes.length }, (_, n) => ({
      id: `b${n}`,
      kind: 'bucket',
    }));
    const links = ['web', 'workers'].flatMap((from) => buckets.map(({ id }) => ({ from, to: id })));
    const interventions = Array.from({ length: MOST_INTERVENTIONS }, () => ({ kind: 'upload', atSeconds: 1 }));
    const large = { nodes: [...topology.nodes, ...buckets], links: [...topology.links, ...links] };
    expect(large.nodes).toHaveLength(MOST_NODES);
    expect(problemsOf({ version: 2, topology: large, interventions })).toEqual([]);
  });
});

const anyStage = anyOf(stageIds);

describe('what is wrong with the form', () => {
  it.each<[string, unknown, string[]]>([
    [
      'nothing at all',
      undefined,
      ['the scenario is missing; allowed is a scenario, such as {"version":2,"stage":"monolith"}'],
    ],
    ['null', null, ['the scenario is null; allowed is a scenario, such as {"version":2,"stage":"monolith"}']],
    ['a lone list', [], ['the scenario is []; allowed is a scenario, such as {"version":2,"stage":"monolith"}']],
    ['a word', 'queued', ['the scenario is "queued"; allowed is a scenario, such as {"version":2,"stage":"monolith"}']],
    [
      'an empty object',
      {},
      [
        'version is missing; allowed is 2',
        `stage is missing; allowed is a stage (${anyStage}), or a topology in its place`,
      ],
    ],
    ['another version', { version: 1, stage: 'queued' }, ['version is 1; allowed is 2']],
    ['a version in words', { version: '2', stage: 'queued' }, ['version is "2"; allowed is 2']],
    ['an unknown stage', { version: 2, stage: 'serverful' }, [`stage is "serverful"; allowed is ${anyStage}`]],
    [
      'a stage with a typing mistake',
      { version: 2, stage: 'Queud' },
      [`stage is "Queud"; allowed is ${anyStage}; did you mean "queued"?`],
    ],
    [
      'a stage that every object has',
      { version: 2, stage: 'constructor' },
      [`stage is "constructor"; allowed is ${anyStage}`],
    ],
    [
      'both a stage and a topology',
      { ...aTopology(), stage: 'queued' },
      [expect.stringMatching(/^topology is \{.*…; allowed is nothing beside stage: a scenario has one or the other$/)],
    ],
    [
      'a topology that is a list',
      { version: 2, topology: [] },
      ['topology is []; allowed is a topology: nodes and links'],
    ],
    [
      'too many nodes',
      aTopologyWith([
        ['topology', 'nodes'],
        Array.from({ length: MOST_NODES + 1 }, (_, n) => ({ id: `q${n}`, kind: 'queue' })),
      ]),
      [expect.stringMatching(/^topology\.nodes is .*…; allowed is a list of 1 to 200 nodes$/)],
    ],
    [
      'no node',
      { version: 2, topology: { nodes: [], links: [] } },
      ['topology.nodes is []; allowed is a list of 1 to 200 nodes'],
    ],
    [
      'too many links',
      aTopologyWith([
        ['topology', 'links'],
        Array.from({ length: MOST_LINKS + 1 }, () => ({ from: 'web', to: 'jobs' })),
      ]),
      [expect.stringMatching(/^topology\.links is .*…; allowed is a list of at most 1000 links$/)],
    ],
    [
      'too many interventions',
      {
        version: 2,
        stage: 'queued',
        interventions: Array(MOST_INTERVENTIONS + 1).fill({ kind: 'upload', atSeconds: 1 }),
      },
      [expect.stringMatching(/^interventions is .*…; allowed is a list of at most 1000 interventions$/)],
    ],
  ])('%s', (_, input, expected) => {
    expect(problemsOf(input)).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['defaults', 'reel', '"reel"; allowed is "classroom" or "real"; did you mean "real"?'],
    ['parameters', [], '[]; allowed is parameters by component'],
    ['seed', -1, '-1; allowed is a whole number from 0 to 4294967295'],
    ['seed', 4_294_967_296, '4294967296; allowed is a whole number from 0 to 4294967295'],
    ['seed', 1.5, '1.5; allowed is a whole number from 0 to 4294967295'],
    ['seed', Number.NaN, 'NaN; allowed is a whole number from 0 to 4294967295'],
    ['seed', null, 'null; allowed is a whole number from 0 to 4294967295'],
    ['durationSeconds', 0.5, '0.5; allowed is a number from 1 to 2592000 (s)'],
    ['durationSeconds', 2_592_001, '2592001; allowed is a number from 1 to 2592000 (s)'],
    ['durationSeconds', Number.POSITIVE_INFINITY, 'Infinity; allowed is a number from 1 to 2592000 (s)'],
    ['durationSeconds', '300', '"300"; allowed is a number from 1 to 2592000 (s)'],
    ['interventions', {}, '{}; allowed is a list of at most 1000 interventions'],
    ['$schema', 5, '5; allowed is the address of a schema'],
  ])('%s set to %j', (key, value, expected) => {
    expect(problemsOf({ version: 2, stage: 'queued', [key]: value })).toEqual([`${key} is ${expected}`]);
  });

  it.each<[string, unknown]>([
    ['seed', 0],
    ['seed', 4_294_967_295],
    ['durationSeconds', 1],
    ['durationSeconds', 2_592_000],
    ['defaults', 'real'],
  ])('%s may be %j', (key, value) => {
    expect(problemsOf({ version: 2, stage: 'queued', [key]: value })).toEqual([]);
  });

  it('names every key that means nothing, and the one that may have been meant', () => {
    expect(problemsOf({ version: 2, stage: 'queued', sed: 4, zzz: null })).toEqual([
      'sed is 4; allowed is no key but version, $schema, stage, topology, defaults, parameters, seed, durationSeconds ' +
        'and interventions; did you mean "seed"?',
      'zzz is null; allowed is no key but version, $schema, stage, topology, defaults, parameters, seed, ' +
        'durationSeconds and interventions',
    ]);
  });

  it('is told all at once', () => {
    const problems = problemsOf({
      version: 2,
      stage: 'queued',
      seed: -1,
      durationSeconds: 0,
      parameters: { queue: { maxReceiveCount: 0 }, people: {} },
      interventions: [
        { kind: 'upload', atSeconds: -1 },
        { kind: 'fault', fault: 'crash', target: 'queue', atSeconds: 1 },
      ],
    });
    expect(problems).toEqual([
      'seed is -1; allowed is a whole number from 0 to 4294967295',
      'durationSeconds is 0; allowed is a number from 1 to 2592000 (s)',
      'interventions[0].atSeconds is -1; allowed is a number from 0 to 2592000 (s)',
      'parameters.queue.maxReceiveCount is 0; allowed is a whole number from 1 to 1000 (receives)',
      'parameters.people is {}; allowed is no key but ids of components: "users", "upload", "bucket", "queue", "fleet" or "metadata"',
      'interventions[1].target is "queue"; allowed is an instance group or a function ("upload" or "fleet"), because the fault is ' +
        '"crash"; "queue" is a queue',
    ]);
  });

  it('does not hide behind a long list of the same', () => {
    const times = Array.from({ length: 5000 }, () => 'x');
    const parsed = parseScenario({ version: 2, stage: 'queued', parameters: { users: { times, ratePerSecond: -1 } } });
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    expect(paths).toHaveLength(11);
    expect(paths).toContain('parameters.users.ratePerSecond');
    expect(parsed).toMatchObject({ more: 4990 });
  });

  it('is listed a hundred times and then only counted', () => {
    const unknown = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`key${n}`, n]));
    const parsed = parseScenario({ version: 2, stage: 'queued', ...unknown });
    expect(parsed).toMatchObject({ ok: false, problems: { length: 100 }, more: 30 });
  });
});

describe('hostile input', () => {
  it('may be nested deeper than any stack', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`) as unknown;
    expect(problemsOf({ version: 2, stage: 'queued', parameters: deep })).toEqual([
      'parameters.a.a is too much; allowed is at most 32 levels deep',
    ]);
    const lists = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
    expect(problemsOf(lists)).toEqual(['[0][0][0] is too much; allowed is at most 32 levels deep']);
  });

  it('may lead back to itself', () => {
    const circle: Record<string, unknown> = { version: 2, stage: 'queued' };
    circle['parameters'] = circle;
    expect(problemsOf(circle)).toEqual([
      'parameters.parameters.parameters is too much; allowed is at most 32 levels deep',
    ]);
  });

  it('may be huge', () => {
    const list = Array.from({ length: 600_000 }, () => 1);
    const users = { times: list, recording: list };
    expect(problemsOf({ version: 2, stage: 'queued', parameters: { users } })).toEqual([
      'the scenario is too much; allowed is a scenario of at most 1000000 values',
    ]);
    expect(problemsOf({ version: 2, stage: 'queued', interventions: new Array(1_000_001) })).toEqual([
      'interventions is too much; allowed is a list of at most 1000000 values',
    ]);
  });

  it('may carry keys that every object has by itself', () => {
    const text =
      '{"version":2,"stage":"queued","__proto__":{"seed":7},"toString":3,"parameters":{"constructor":{"a":1}}}';
    expect(problemsOf(JSON.parse(text))).toEqual([
      '__proto__ is an object; allowed is no key of this name, which every object has by itself',
      'toString is 3; allowed is no key of this name, which every object has by itself',
      'parameters.constructor is an object; allowed is no key of this name, which every object has by itself',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['a function', () => 1, 'a function'],
    ['a date', new Date(0), 'an object of a class'],
    ['an instance of a class', anInstance, 'an object of a class'],
    ['a map', new Map(), 'an object of a class'],
    ['a big integer', 5n, '5'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
  ])('may hold %s', (_, value, said) => {
    expect(problemsOf({ version: 2, stage: 'queued', parameters: { users: value } })).toEqual([
      `parameters.users is ${said}; allowed is a number, a word, a list or a plain object`,
    ]);
  });

  it('may have objects without a prototype, which are as good as others', () => {
    const bare = Object.assign(Object.create(null), { version: 2, stage: 'queued' }) as unknown;
    expect(problemsOf(bare)).toEqual([]);
  });
});

describe('a problem', () => {
  it('cuts a long value', () => {
    const [problem] = problemsOf({ version: 2, stage: 'x'.repeat(500) });
    expect(problem).toBe(`stage is "${'x'.repeat(58)}…; allowed is ${anyStage}`);
    const [whole] = problemsOf({ version: 2, stage: 'x'.repeat(58) });
    expect(whole).toBe(`stage is "${'x'.repeat(58)}"; allowed is ${anyStage}`);
  });

  it('puts a key that is no plain word in brackets', () => {
    expect(problemsOf({ version: 2, stage: 'queued', parameters: { 'my queue': {} } })[0]).toMatch(
      /^parameters\["my queue"\] is \{\}; allowed is /,
    );
  });

  it('reads as a sentence', () => {
    const problem = { path: 'parameters.queue.visibilityTimeoutSeconds', value: '99999', allowed: 'a number' };
    expect(sentenceOf(problem)).toBe('parameters.queue.visibilityTimeoutSeconds is 99999; allowed is a number');
  });
});
