/** A small valid topology with one component of each kind, to be broken in one place at a time. */
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
