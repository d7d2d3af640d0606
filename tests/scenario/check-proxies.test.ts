/** How load balancers and gateways must fit into an architecture: one row a rule. */
import { describe, expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../../src/scenario/scenario.ts';
import { problemsOf } from '../support/problems.ts';

interface Node {
  id: string;
  kind: string;
  params?: Record<string, unknown>;
}

const people: Node = { id: 'people', kind: 'client' };
const balancer = (id: string, params: Record<string, unknown> = {}): Node => ({ id, kind: 'load-balancer', params });
const gateway = (id: string, params: Record<string, unknown> = {}): Node => ({ id, kind: 'gateway', params });

/** A group that does a step, behind a load balancer or not, and that calls other components. */
function group(id: string, step: string, loadBalancer: string | null, ...calls: string[]): Node {
  const after = calls.map((to) => ({ to, operation: 'upload' }));
  return { id, kind: 'instance-group', params: { loadBalancer, steps: [{ step, work: [], after }] } };
}

/** Problems of these components; a link is written `from to`. */
function problems(nodes: readonly Node[], links: readonly string[]): string[] {
  const written = links.map((link) => {
    const [from, to] = link.split(' ');
    return { from, to };
  });
  return problemsOf({ version: SCENARIO_VERSION, topology: { nodes, links: written } });
}

describe('a load balancer', () => {
  it('may stand between people and groups, and between groups', () => {
    const nodes = [
      people,
      balancer('front'),
      group('web', 'upload', 'front', 'back'),
      balancer('back'),
      group('old', 'process', 'back'),
      group('new', 'process', 'back'),
    ];
    expect(problems(nodes, ['people front', 'front web', 'web back', 'back old', 'back new'])).toEqual([]);
  });

  it.each<[string, Node[], string[], string]>([
    [
      'needs something behind it',
      [people, balancer('front')],
      ['people front'],
      'topology.nodes[1].id is "front"; allowed is a load balancer with at least one link that leads away from it, to an instance group',
    ],
    [
      'spreads requests over instance groups only',
      [people, balancer('front'), { id: 'disk', kind: 'bucket' }],
      ['people front', 'front disk'],
      'topology.links[1].to is "disk"; allowed is an instance group, because the link comes from a load balancer; "disk" is a bucket',
    ],
    [
      'must be named by every group behind it, or their instances are never registered',
      [people, balancer('front'), group('web', 'upload', null)],
      ['people front', 'front web'],
      'topology.nodes[2].params.loadBalancer is null; allowed is "front", because a link leads from there to "web"',
    ],
    [
      'checks at a greater distance than a check may take',
      [
        people,
        balancer('front', { healthCheckIntervalSeconds: 10, healthCheckTimeoutSeconds: 10 }),
        group('web', 'upload', 'front'),
      ],
      ['people front', 'front web'],
      'topology.nodes[1].params.healthCheckTimeoutSeconds is 10; allowed is less than healthCheckIntervalSeconds, which is 10',
    ],
    [
      'has no slow start when it goes by outstanding requests',
      [
        people,
        balancer('front', { algorithm: 'least-outstanding', slowStartSeconds: 30 }),
        group('web', 'upload', 'front'),
      ],
      ['people front', 'front web'],
      'topology.nodes[1].params.slowStartSeconds is 30; allowed is 0, because algorithm is "least-outstanding"',
    ],
    [
      'takes a new target out after at least two failed checks',
      [people, balancer('front', { unhealthyThreshold: 1 }), group('web', 'upload', 'front')],
      ['people front', 'front web'],
      'topology.nodes[1].params.unhealthyThreshold is 1; allowed is a whole number from 2 to 10 (checks)',
    ],
  ])('%s', (_, nodes, links, expected) => {
    expect(problems(nodes, links)).toEqual([expected]);
  });
});

describe('a gateway', () => {
  it.each(['function', 'queue', 'bucket', 'topic', 'event-bus', 'stream', 'table'])('may stand before: %s', (kind) => {
    const found = problems([people, gateway('door'), { id: 'behind', kind }], ['people door', 'door behind']);
    // What a function or a bus lacks to be of use is told elsewhere: only the gateway is looked at here.
    expect(found.filter((each) => each.includes('links') || each.includes('nodes[1]'))).toEqual([]);
  });

  it('may stand before a load balancer or a group', () => {
    const nodes = [people, gateway('door'), balancer('front'), group('web', 'upload', 'front')];
    expect(problems(nodes, ['people door', 'door front', 'front web'])).toEqual([]);
    expect(problems([people, gateway('door'), group('web', 'upload', null)], ['people door', 'door web'])).toEqual([]);
  });

  it.each<[string, Node[], string[], string[]]>([
    [
      'has exactly one link that leads away from it: not none',
      [people, gateway('door')],
      ['people door'],
      ['topology.nodes[1].id is "door"; allowed is a gateway with exactly one link that leads away from it; here 0 do'],
    ],
    [
      'has exactly one link that leads away from it: not two',
      [people, gateway('door'), group('a', 'upload', null), group('b', 'upload', null)],
      ['people door', 'door a', 'door b'],
      ['topology.nodes[1].id is "door"; allowed is a gateway with exactly one link that leads away from it; here 2 do'],
    ],
    [
      'stands before no other gateway',
      [people, gateway('door'), gateway('inner'), group('a', 'upload', null)],
      ['people door', 'door inner', 'inner a'],
      [
        'topology.links[1].to is "inner"; allowed is a function, an instance group, a load balancer, a queue, a bucket, a topic, ' +
          'an event bus, a stream or a table, because the link comes from a gateway; "inner" is a gateway',
      ],
    ],
    [
      'waits at most 30 s where it is an HTTP API',
      [people, gateway('door', { type: 'http', integrationTimeoutSeconds: 31 }), group('a', 'upload', null)],
      ['people door', 'door a'],
      ['topology.nodes[1].params.integrationTimeoutSeconds is 31; allowed is at most 30, because type is "http"'],
    ],
  ])('%s', (_, nodes, links, expected) => {
    expect(problems(nodes, links)).toEqual(expected);
  });

  it('may wait longer where it is a REST API', () => {
    const nodes = [
      people,
      gateway('door', { type: 'rest', integrationTimeoutSeconds: 60 }),
      group('a', 'upload', null),
    ];
    expect(problems(nodes, ['people door', 'door a'])).toEqual([]);
  });

  it('does not stand before a group that takes its work from a queue', () => {
    const taker = group('web', 'upload', null);
    const nodes = [
      people,
      gateway('door'),
      { ...taker, params: { ...taker.params, queue: 'jobs' } },
      { id: 'jobs', kind: 'queue' },
    ];
    expect(problems(nodes, ['people door', 'door web', 'web jobs'])).toEqual([
      'topology.links[1].to is "web"; allowed is a group that is called; "web" takes its work from a queue',
    ]);
  });
});

describe('a synchronous call', () => {
  const goesRound = (way: string) =>
    `allowed is a component from which the work does not come back; here it goes round: ${way}`;

  it('may not come back through the load balancer that it came from', () => {
    const nodes = [people, balancer('front'), group('web', 'upload', 'front', 'front')];
    expect(problems(nodes, ['people front', 'front web', 'web front'])).toEqual([
      `topology.nodes[2].params.steps[0].after[0].to is "front"; ${goesRound('front → web → front')}`,
    ]);
  });

  it('may not come back through two load balancers', () => {
    const nodes = [
      people,
      balancer('front'),
      group('web', 'upload', 'front', 'back'),
      balancer('back'),
      group('work', 'process', 'back', 'front'),
    ];
    const links = ['people front', 'front web', 'web back', 'back work', 'work front'];
    expect(problems(nodes, links)).toEqual([
      `topology.nodes[4].params.steps[0].after[0].to is "front"; ${goesRound('front → web → back → work → front')}`,
    ]);
  });

  it('may not come back through the second of the groups behind a load balancer', () => {
    const nodes = [
      people,
      balancer('front'),
      group('old', 'upload', 'front'),
      group('new', 'upload', 'front', 'front'),
    ];
    expect(problems(nodes, ['people front', 'front old', 'front new', 'new front'])).toEqual([
      `topology.nodes[3].params.steps[0].after[0].to is "front"; ${goesRound('front → new → front')}`,
    ]);
  });

  it('may not come back through a gateway', () => {
    const nodes = [people, gateway('door'), group('web', 'upload', null, 'door')];
    expect(problems(nodes, ['people door', 'door web', 'web door'])).toEqual([
      `topology.nodes[2].params.steps[0].after[0].to is "door"; ${goesRound('door → web → door')}`,
    ]);
  });

  it('may not come back through a gateway and a load balancer', () => {
    const nodes = [people, gateway('door'), balancer('front'), group('web', 'upload', 'front', 'door')];
    expect(problems(nodes, ['people door', 'door front', 'front web', 'web door'])).toEqual([
      `topology.nodes[3].params.steps[0].after[0].to is "door"; ${goesRound('door → front → web → door')}`,
    ]);
  });

  it('may not go round in a part of the architecture that nobody uploads to', () => {
    const nodes = [people, group('main', 'upload', null), balancer('side'), group('spin', 'upload', 'side', 'side')];
    expect(problems(nodes, ['people main', 'side spin', 'spin side'])).toEqual([
      `topology.nodes[3].params.steps[0].after[0].to is "side"; ${goesRound('side → spin → side')}`,
    ]);
  });

  it('may come to the same load balancer by two ways, where nothing goes round', () => {
    const nodes = [
      people,
      group('main', 'upload', null, 'side', 'back'),
      group('side', 'store', null, 'back'),
      balancer('back'),
      group('work', 'process', 'back'),
    ];
    expect(problems(nodes, ['people main', 'main side', 'main back', 'side back', 'back work'])).toEqual([]);
  });

  it('must reach every step through what it is passed on by', () => {
    const nodes = [
      people,
      gateway('door'),
      balancer('front'),
      group('web', 'upload', 'front'),
      group('far', 'store', null),
    ];
    expect(problems(nodes, ['people door', 'door front', 'front web'])).toEqual([
      'topology.nodes[0].id is "people"; allowed is an architecture in which the uploads of "people" reach every step; ' +
        'they never reach store',
    ]);
  });

  it('reaches only what every group behind a load balancer does', () => {
    const nodes = [people, balancer('front'), group('old', 'upload', 'front'), group('new', 'process', 'front')];
    expect(problems(nodes, ['people front', 'front old', 'front new'])).toEqual([
      expect.stringContaining('they never reach upload or process'),
    ]);
  });
});
