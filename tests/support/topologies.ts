/** Small valid topologies, to be broken in one place at a time. */
import type { TopologyLink, TopologyNode } from '../../src/models/topology.ts';

interface Written {
  version: number;
  topology: {
    nodes: (Omit<TopologyNode, 'at' | 'kind'> & { kind: string; at?: unknown; params?: Record<string, unknown> })[];
    links: TopologyLink[];
  };
  [key: string]: unknown;
}

const work = [{ seconds: { kind: 'constant', value: 1 } }];

/** people → web → queue ← workers → table, and both web and workers → disk. A new object each time. */
export function aTopology(): Written {
  return {
    version: 2,
    topology: {
      nodes: [
        { id: 'people', kind: 'client' },
        {
          id: 'web',
          kind: 'instance-group',
          params: {
            steps: [
              {
                step: 'upload',
                work: structuredClone(work),
                after: [
                  { to: 'disk', operation: 'put', object: 'master' },
                  { to: 'jobs', operation: 'send' },
                ],
              },
            ],
          },
        },
        { id: 'jobs', kind: 'queue' },
        {
          id: 'workers',
          kind: 'instance-group',
          params: {
            queue: 'jobs',
            steps: [
              {
                step: 'process',
                before: [{ to: 'disk', operation: 'get' }],
                work: structuredClone(work),
                after: [{ to: 'names', operation: 'write' }],
              },
            ],
          },
        },
        { id: 'disk', kind: 'bucket' },
        { id: 'names', kind: 'table' },
      ],
      links: [
        { from: 'people', to: 'web' },
        { from: 'web', to: 'disk' },
        { from: 'web', to: 'jobs' },
        { from: 'workers', to: 'jobs' },
        { from: 'workers', to: 'disk' },
        { from: 'workers', to: 'names' },
      ],
    },
  };
}

/** The same with something at a path set to a value; `undefined` takes it away. */
export function aTopologyWith(...changes: [path: (string | number)[], value: unknown][]): Written {
  const scenario = aTopology();
  for (const [path, value] of changes) setAt(scenario, path, value);
  return scenario;
}

/**
 * A topology with all kinds. People upload through a gateway and a load balancer to `web`. It puts into `disk`, which
 * tells `keep`, and publishes to the bus `events`, which tells the queue `jobs`. From there `workers` take; they write to
 * `names`, whose changes go to the stream `history` and on to `reader`, and publish to `news`, which tells `notify`.
 * What cannot be delivered goes to the queue `dead`. A new object each time.
 */
export function everyKind(): Written {
  const step = (name: string, ...after: Record<string, unknown>[]) => ({
    steps: [{ step: name, work: structuredClone(work), after }],
  });
  const nodes = [
    { id: 'people', kind: 'client' },
    { id: 'door', kind: 'gateway' },
    { id: 'front', kind: 'load-balancer' },
    {
      id: 'web',
      kind: 'instance-group',
      params: {
        loadBalancer: 'front',
        ...step(
          'upload',
          { to: 'disk', operation: 'put', object: 'master' },
          { to: 'events', operation: 'publish', event: 'upload-complete' },
        ),
      },
    },
    { id: 'disk', kind: 'bucket', params: { notifications: [{ to: 'keep' }] } },
    { id: 'keep', kind: 'function', params: { ...step('store'), destinations: { deadLetter: 'dead' } } },
    {
      id: 'events',
      kind: 'event-bus',
      params: {
        rules: [
          {
            name: 'uploads',
            pattern: { 'detail-type': ['upload-complete'] },
            targets: [{ to: 'jobs', deadLetter: 'dead' }],
          },
        ],
      },
    },
    { id: 'jobs', kind: 'queue', params: { deadLetterQueue: 'dead' } },
    {
      id: 'workers',
      kind: 'instance-group',
      params: {
        queue: 'jobs',
        ...step('process', { to: 'names', operation: 'write' }, { to: 'news', operation: 'publish' }),
      },
    },
    { id: 'names', kind: 'table', params: { changes: 'history' } },
    { id: 'history', kind: 'stream' },
    {
      id: 'reader',
      kind: 'function',
      params: { ...step('extra'), mappings: [{ from: 'history', onFailure: 'dead' }] },
    },
    { id: 'news', kind: 'topic', params: { subscriptions: [{ to: 'notify', deadLetterQueue: 'dead' }] } },
    { id: 'notify', kind: 'function', params: step('manage') },
    { id: 'dead', kind: 'queue' },
  ];
  const links = [
    'people door',
    'door front',
    'front web',
    'web disk',
    'web events',
    'disk keep',
    'keep dead',
    'events jobs',
    'events dead',
    'jobs dead',
    'workers jobs',
    'workers names',
    'workers news',
    'names history',
    'reader history',
    'reader dead',
    'news notify',
    'news dead',
  ].map(linkOf);
  return { version: 2, topology: { nodes, links } };
}

/** The link that is written `from to`. */
export function linkOf(text: string): TopologyLink {
  const [from, to] = text.split(' ') as [string, string];
  return { from, to };
}

/** The same with something set, by the id of a component and a path within its node. `undefined` takes it away. */
export function everyKindWith(...changes: [id: string, path: (string | number)[], value: unknown][]): Written {
  const scenario = everyKind();
  for (const [id, path, value] of changes) setAt(nodeIn(scenario, id), path, value);
  return scenario;
}

/** The node of this id. */
function nodeIn({ topology }: Written, id: string): object {
  const node = topology.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`there is no "${id}"`);
  return node;
}

function setAt(target: unknown, path: readonly (string | number)[], value: unknown): void {
  let part = target as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) {
    part[key] ??= {};
    part = part[key] as Record<string | number, unknown>;
  }
  const last = path.at(-1) as string | number;
  if (value === undefined) delete part[last];
  else part[last] = value;
}
