/** How the parts of a topology must fit together: one row a rule. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/problems.ts';
import { aTopology, aTopologyWith } from '../support/topologies.ts';

type Path = (string | number)[];

const node = (n: number, ...rest: Path): Path => ['topology', 'nodes', n, ...rest];
const link = (n: number, ...rest: Path): Path => ['topology', 'links', n, ...rest];
const anyKind =
  '"client", "gateway", "load-balancer", "instance-group", "function", "queue", "topic", "stream", "event-bus", "bucket" or "table"';
const oneOfAll = 'one of the components "people", "web", "jobs", "workers", "disk" or "names"';

it('accepts the topology that the rows below break', () => {
  expect(problemsOf(aTopology())).toEqual([]);
});

describe('a node', () => {
  it.each<[string, Path, unknown, string[]]>([
    [
      'has an id of small letters, digits and hyphens',
      node(0, 'id'),
      'People',
      [
        'topology.nodes[0].id is "People"; allowed is an id: small letters, digits and "-", with a letter first, at most 64 characters',
      ],
    ],
    [
      'has an id that begins with a letter',
      node(0, 'id'),
      '1st',
      [
        'topology.nodes[0].id is "1st"; allowed is an id: small letters, digits and "-", with a letter first, at most 64 characters',
      ],
    ],
    [
      'has an id of its own',
      node(4, 'id'),
      'names',
      [
        'topology.nodes[4].id is "names"; allowed is an id that no other component has',
        'topology.nodes[5].id is "names"; allowed is an id that no other component has',
      ],
    ],
    [
      'has an id that no object of the language has',
      node(0, 'id'),
      'constructor',
      [
        'topology.nodes[0].id is "constructor"; allowed is another id: every object of the language has something of this name',
      ],
    ],
    [
      'has an id',
      node(2, 'id'),
      undefined,
      [
        'topology.nodes[2].id is missing; allowed is an id: small letters, digits and "-", with a letter first, at most 64 characters',
      ],
    ],
    [
      'is of a known kind',
      node(2, 'kind'),
      'queu',
      [`topology.nodes[2].kind is "queu"; allowed is ${anyKind}; did you mean "queue"?`],
    ],
    [
      'has a place of two numbers',
      node(2, 'at'),
      [1],
      ['topology.nodes[2].at[1] is missing; allowed is a number from -100000 to 100000 (canvas units)'],
    ],
    [
      'has a place of no more than two numbers',
      node(2, 'at'),
      [1, 2, 3],
      ['topology.nodes[2].at[2] is 3; allowed is a place: two numbers, in canvas units'],
    ],
    [
      'has a place on the canvas',
      node(2, 'at'),
      [1, Number.NaN],
      ['topology.nodes[2].at[1] is NaN; allowed is a number from -100000 to 100000 (canvas units)'],
    ],
    [
      'has only keys that mean something',
      node(2, 'parms'),
      {},
      ['topology.nodes[2].parms is {}; allowed is no key but kind, id, at and params; did you mean "params"?'],
    ],
    [
      'sets only parameters of its kind',
      node(5, 'params'),
      { slotsPerInstance: 1 },
      [
        'topology.nodes[5].params.slotsPerInstance is 1; allowed is no key but latency, writeLimitPerSecond, readLimitPerSecond and changes',
      ],
    ],
    [
      'sets parameters within their ranges',
      node(2, 'params'),
      { visibilityTimeoutSeconds: 99_999 },
      ['topology.nodes[2].params.visibilityTimeoutSeconds is 99999; allowed is a number from 0 to 43200 (s)'],
    ],
    [
      'is an object',
      node(2),
      'jobs',
      ['topology.nodes[2] is "jobs"; allowed is a node: id, kind and perhaps at and params'],
    ],
  ])('%s', (_, path, value, expected) => {
    expect(problemsOf(aTopologyWith([path, value]))).toEqual(expected);
  });
});

describe('a link', () => {
  it.each<[string, Path, unknown, string[]]>([
    [
      'leads to a component that exists',
      link(0, 'to'),
      'nobody',
      [`topology.links[0].to is "nobody"; allowed is ${oneOfAll}`],
    ],
    [
      'suggests the component that was meant',
      link(0, 'to'),
      'wep',
      [`topology.links[0].to is "wep"; allowed is ${oneOfAll}; did you mean "web"?`],
    ],
    [
      'leads from a component that exists',
      link(5, 'from'),
      'constructor',
      [
        `topology.links[5].from is "constructor"; allowed is ${oneOfAll}`,
        'topology.nodes[3].params.steps[0].after[0].to is "names"; allowed is a table that a link leads to from "workers"; none leads to "names"',
      ],
    ],
    [
      'leads from those who take work to the queue',
      link(3),
      { from: 'jobs', to: 'workers' },
      [
        'topology.links[3].to is "workers"; allowed is a queue, because the link comes from a queue; "workers" is an instance ' +
          'group; to take from "jobs", "workers" needs a link that leads the other way',
      ],
    ],
    [
      'leads to one that is called',
      link(6),
      { from: 'web', to: 'people' },
      ['topology.links[6].to is "people"; allowed is any component but a client, which nobody calls'],
    ],
    [
      'leads to another component',
      link(6),
      { from: 'web', to: 'web' },
      ['topology.links[6].to is "web"; allowed is another component than the one that the link leads from'],
    ],
    [
      'is the only one of its pair',
      link(6),
      { from: 'web', to: 'jobs', latencyMs: 5 },
      [
        'topology.links[6] is {"from":"web","to":"jobs","latencyMs":5}; allowed is at most one link from "web" to "jobs"',
      ],
    ],
    [
      'has a latency from 0 on',
      link(1, 'latencyMs'),
      -1,
      ['topology.links[1].latencyMs is -1; allowed is a number from 0 to 60000 (ms)'],
    ],
    [
      'has a latency of at most a minute',
      link(1, 'latencyMs'),
      60_001,
      ['topology.links[1].latencyMs is 60001; allowed is a number from 0 to 60000 (ms)'],
    ],
    [
      'has only keys that mean something',
      link(1, 'latency'),
      5,
      ['topology.links[1].latency is 5; allowed is no key but from, to and latencyMs; did you mean "latencyMs"?'],
    ],
  ])('%s', (_, path, value, expected) => {
    expect(problemsOf(aTopologyWith([path, value]))).toEqual(expected);
  });
});

describe('a client', () => {
  it.each<[string, Path, unknown, string[]]>([
    [
      'has a link that leads away from it',
      link(0),
      { from: 'web', to: 'names' },
      [
        'topology.nodes[0].id is "people"; allowed is a client with exactly one link that leads away from it; here 0 do',
      ],
    ],
    [
      'has only one link that leads away from it',
      link(6),
      { from: 'people', to: 'disk' },
      [
        'topology.nodes[0].id is "people"; allowed is a client with exactly one link that leads away from it; here 2 do',
      ],
    ],
    [
      'does not call a group that takes its work from a queue',
      link(0, 'to'),
      'workers',
      ['topology.links[0].to is "workers"; allowed is a group that is called; "workers" takes its work from a queue'],
    ],
  ])('%s', (_, path, value, expected) => {
    expect(problemsOf(aTopologyWith([path, value]))).toEqual(expected);
  });
});

describe('what depends on a part that is wrong', () => {
  it('is not held against components that may be the one with the wrong id', () => {
    expect(problemsOf(aTopologyWith([node(2, 'id'), 'Jobs']))).toEqual([
      'topology.nodes[2].id is "Jobs"; allowed is an id: small letters, digits and "-", with a letter first, at most 64 characters',
    ]);
  });

  it('is not held against a component of unknown kind', () => {
    expect(problemsOf(aTopologyWith([node(4, 'kind'), 'disk']))).toEqual([
      `topology.nodes[4].kind is "disk"; allowed is ${anyKind}`,
    ]);
  });

  it('is not held against links that are not known', () => {
    expect(problemsOf(aTopologyWith([['topology', 'links'], 'none']))).toEqual([
      'topology.links is "none"; allowed is a list of at most 1000 links',
    ]);
  });

  it('does not keep the rest from being checked', () => {
    const both = aTopologyWith([node(2, 'kind'), 5], [node(3, 'params', 'minimum'), 2]);
    expect(problemsOf(both)).toEqual([
      `topology.nodes[2].kind is 5; allowed is ${anyKind}`,
      'topology.nodes[3].params.minimum is 2; allowed is at most the maximum, which is 1',
    ]);
  });
});

describe('the way of the work', () => {
  const group = (id: string, step: string, ...after: { to: string; operation: string }[]) => ({
    id,
    kind: 'instance-group',
    params: { steps: [{ step, work: [], after }] },
  });
  const from = (pairs: [string, string][]) => pairs.map(([a, b]) => ({ from: a, to: b }));
  const people = { id: 'people', kind: 'client' };

  it('may not come back by a call', () => {
    const nodes = [
      people,
      group('a', 'upload', { to: 'b', operation: 'upload' }),
      group('b', 'process', { to: 'c', operation: 'upload' }),
      group('c', 'store', { to: 'a', operation: 'upload' }),
    ];
    const links = from([
      ['people', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([
      'topology.nodes[3].params.steps[0].after[0].to is "a"; allowed is a component from which the work does not come back; ' +
        'here it goes round: a → b → c → a',
    ]);
  });

  it('may not come back by being handed on', () => {
    const nodes = [
      people,
      group('a', 'upload', { to: 'b', operation: 'hand-on' }),
      group('b', 'process', { to: 'b2', operation: 'hand-on' }),
      group('b2', 'process', { to: 'b', operation: 'hand-on' }),
    ];
    const links = from([
      ['people', 'a'],
      ['a', 'b'],
      ['b', 'b2'],
      ['b2', 'b'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([
      expect.stringContaining('it goes round: b → b2 → b'),
    ]);
  });

  it('may not come back through a queue', () => {
    const changes = aTopologyWith([node(3, 'params', 'steps', 0, 'after', 1), { to: 'jobs', operation: 'send' }]);
    expect(problemsOf(changes)).toEqual([
      'topology.nodes[3].params.steps[0].after[1].to is "jobs"; allowed is a component from which the work does not come ' +
        'back; here it goes round: jobs → workers → jobs',
    ]);
  });

  it('may part and come together again', () => {
    const nodes = [
      people,
      group('a', 'upload', { to: 'b', operation: 'upload' }, { to: 'c', operation: 'hand-on' }),
      group('b', 'process', { to: 'd', operation: 'upload' }),
      group('c', 'store', { to: 'd', operation: 'upload' }),
      group('d', 'manage'),
    ];
    const links = from([
      ['people', 'a'],
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([]);
  });

  it('reaches every step, or nothing would ever be watchable', () => {
    const nodes = [people, group('a', 'upload'), group('b', 'process'), group('c', 'store')];
    const links = from([
      ['people', 'a'],
      ['a', 'b'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([
      'topology.nodes[0].id is "people"; allowed is an architecture in which the uploads of "people" reach every step; ' +
        'they never reach process or store',
    ]);
  });

  it('goes no further at a rule without targets', () => {
    const nodes = [
      people,
      { id: 'bus', kind: 'event-bus', params: { rules: [{ name: 'rule', pattern: { source: ['x'] }, targets: [] }] } },
      group('a', 'upload', { to: 'bus', operation: 'publish' }),
      group('b', 'process'),
    ];
    const links = from([
      ['people', 'a'],
      ['a', 'bus'],
      ['bus', 'b'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toContain(
      'topology.nodes[1].params.rules[0].targets is []; allowed is at least one target: the uploads of "people" never reach process',
    );
  });

  it('reaches only what all groups do that share a queue', () => {
    const nodes = [
      people,
      group('a', 'upload', { to: 'q', operation: 'send' }),
      { id: 'q', kind: 'queue' },
      { ...group('b', 'process'), params: { ...group('b', 'process').params, queue: 'q' } },
      { ...group('c', 'store'), params: { ...group('c', 'store').params, queue: 'q' } },
    ];
    const links = from([
      ['people', 'a'],
      ['a', 'q'],
      ['b', 'q'],
      ['c', 'q'],
    ]);
    expect(problemsOf({ version: 2, topology: { nodes, links } })).toEqual([
      expect.stringContaining('they never reach process or store'),
    ]);
  });

  it('calls no group that takes its work from a queue', () => {
    const call = { to: 'workers', operation: 'hand-on' };
    const changed = aTopologyWith(
      [node(1, 'params', 'steps', 0, 'after', 2), call],
      [link(6), { from: 'web', to: 'workers' }],
    );
    expect(problemsOf(changed)).toEqual([
      'topology.nodes[1].params.steps[0].after[2].to is "workers"; allowed is a group that is called; "workers" takes its ' +
        'work from a queue',
    ]);
  });
});
