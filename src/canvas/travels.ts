/** What travels along each link, which says how messages look there and which words stand beside it. */
import { type Operation, operations } from '../models/facts.ts';
import { delivers } from '../models/function/who-may.ts';
import type { StepProgram } from '../models/parameters.ts';
import type { ComponentKind } from '../models/registry.ts';
import type { Topology, TopologyLink, TopologyNode } from '../models/topology.ts';

/**
 * - `video`: people's uploads, with the answer they wait for
 * - `master`: the 4K master on its way to be stored
 * - `job`: a message that asks for work
 * - `poll`: questions for work, answered with a job or with nothing
 * - `renditions`: the master comes, the renditions go back
 * - `metadata`: the entry that makes a video watchable
 * - `event`: news of something that happened
 * - `record`: what is appended to a stream
 * - `request`: any other call
 */
export type Travels = 'video' | 'master' | 'job' | 'poll' | 'renditions' | 'metadata' | 'event' | 'record' | 'request';

/** What travels along each link of the topology, in its order. */
export function travelsOf(topology: Topology): Travels[] {
  const nodeOf = new Map(topology.nodes.map((node) => [node.id, node]));
  return topology.links.map((link) => along(link, nodeOf.get(link.from), nodeOf.get(link.to)));
}

function along(link: TopologyLink, from: TopologyNode | undefined, to: TopologyNode | undefined): Travels {
  if (!from || !to) return 'request';
  // A function takes no video in: it is told of one.
  if (from.kind === 'client' && sendsUploads(from) && to.kind !== 'function') return 'video';
  if (asksForWork(from, link.to)) return 'poll';
  if (delivers[from.kind]) return to.kind === 'queue' ? 'job' : 'event';
  return called[to.kind](from, link.to);
}

function sendsUploads({ params }: TopologyNode): boolean {
  return (params?.['sends'] ?? 'uploads') === 'uploads';
}

/** What travels to a component of each kind. */
const called: Readonly<Record<ComponentKind, (from: TopologyNode, to: string) => Travels>> = {
  client: () => 'request',
  gateway: () => 'request',
  'load-balancer': () => 'request',
  'instance-group': () => 'request',
  function: () => 'request',
  queue: () => 'job',
  topic: () => 'event',
  stream: () => 'record',
  'event-bus': () => 'event',
  bucket: (from, to) => (putsRenditions(from, to) ? 'renditions' : 'master'),
  table: () => 'metadata',
};

/** A group that takes its work from this queue, or a function that fetches from this queue or stream. */
function asksForWork({ params }: TopologyNode, source: string): boolean {
  if (params?.['queue'] === source) return true;
  const mappings = (params?.['mappings'] ?? []) as readonly { from: string }[];
  return mappings.some(({ from }) => from === source);
}

function putsRenditions(from: TopologyNode | undefined, bucket: string): boolean {
  const steps = (from?.params?.['steps'] ?? []) as readonly StepProgram[];
  return steps.some(({ before = [], after = [] }) =>
    [...before, ...after].some(
      ({ to, operation, object }) =>
        to === bucket && operation === 'put' && object !== undefined && object !== 'master',
    ),
  );
}

/**
 * How a message looks. `transit`: something is on its way (blue dot). `waiting`: a job that waits for somebody
 * (amber square). `done`: finished goods (green dot). `failed`: an error (vermilion cross). `poll`: a question for
 * work or after somebody's health, or the answer that there is none (small ring). `note`: an answer that carries nothing
 * (small blue dot). `retried`: what is on its way has been tried before (hollow blue dot).
 */
export const marks = ['note', 'poll', 'transit', 'retried', 'waiting', 'done', 'failed'] as const;
export type Mark = (typeof marks)[number];

/**
 * The look of a message. `upload` is -1 where it concerns none; `reason` is 0 where it did not fail; `attempt` says how
 * often the same was tried before.
 */
export function markOf(
  travels: Travels,
  operation: number,
  isBack: boolean,
  upload: number,
  reason: number,
  attempt = 0,
): Mark {
  if (reason !== 0) return 'failed';
  const look = looks[operations[operation] as Operation];
  const mark = isBack ? look.back(upload) : look.there(travels);
  return attempt > 0 && !isBack && mark !== 'note' ? 'retried' : mark;
}

/** How a request of each kind looks, and its answer. */
const looks: Readonly<Record<Operation, { there: (travels: Travels) => Mark; back: (upload: number) => Mark }>> = {
  upload: { there: () => 'transit', back: () => 'transit' },
  'hand-on': { there: () => 'transit', back: () => 'note' },
  deliver: { there: (travels) => (travels === 'job' ? 'waiting' : 'transit'), back: () => 'note' },
  put: { there: (travels) => (travels === 'renditions' ? 'done' : 'transit'), back: () => 'note' },
  get: { there: () => 'note', back: () => 'transit' },
  send: { there: () => 'waiting', back: () => 'note' },
  receive: { there: () => 'poll', back: (upload) => (upload >= 0 ? 'waiting' : 'poll') },
  delete: { there: () => 'note', back: () => 'note' },
  extend: { there: () => 'note', back: () => 'note' },
  write: { there: () => 'done', back: () => 'note' },
  read: { there: () => 'note', back: () => 'transit' },
  publish: { there: () => 'transit', back: () => 'note' },
  append: { there: () => 'transit', back: () => 'note' },
  fetch: { there: () => 'poll', back: (upload) => (upload >= 0 ? 'waiting' : 'poll') },
  check: { there: () => 'poll', back: () => 'poll' },
};
