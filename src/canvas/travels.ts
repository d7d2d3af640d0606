/** What travels along each link, which says how messages look there and which words stand beside it. */
import { OPERATION } from '../models/facts.ts';
import type { StepProgram } from '../models/parameters.ts';
import type { Topology, TopologyLink, TopologyNode } from '../models/topology.ts';

/**
 * - `video`: people's uploads, with the answer they wait for
 * - `master`: the 4K master on its way to be stored
 * - `job`: a message that asks for work
 * - `poll`: questions for work, answered with a job or with nothing
 * - `renditions`: the master comes, the renditions go back
 * - `metadata`: the entry that makes a video watchable
 * - `request`: any other call
 */
export type Travels = 'video' | 'master' | 'job' | 'poll' | 'renditions' | 'metadata' | 'request';

/** What travels along each link of the topology, in its order. */
export function travelsOf(topology: Topology): Travels[] {
  const nodeOf = new Map(topology.nodes.map((node) => [node.id, node]));
  return topology.links.map((link) => along(link, nodeOf.get(link.from), nodeOf.get(link.to)));
}

function along(link: TopologyLink, from: TopologyNode | undefined, to: TopologyNode | undefined): Travels {
  if (from?.kind === 'client') return 'video';
  if (to?.kind === 'table') return 'metadata';
  if (to?.kind === 'queue') return from?.params?.['queue'] === link.to ? 'poll' : 'job';
  if (to?.kind === 'bucket') return putsRenditions(from, link.to) ? 'renditions' : 'master';
  return 'request';
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
 * work, or the answer that there is none (small ring). `note`: an answer that carries nothing (small blue dot).
 */
export const marks = ['note', 'poll', 'transit', 'waiting', 'done', 'failed'] as const;
export type Mark = (typeof marks)[number];

/** The look of a message. `upload` is -1 where it concerns none; `reason` is 0 where it did not fail. */
export function markOf(travels: Travels, operation: number, isBack: boolean, upload: number, reason: number): Mark {
  if (reason !== 0) return 'failed';
  if (operation === OPERATION.receive) return isBack && upload >= 0 ? 'waiting' : 'poll';
  if (operation === OPERATION.get) return isBack ? 'transit' : 'note';
  if (operation === OPERATION.upload) return 'transit';
  if (isBack || operation === OPERATION.delete) return 'note';
  if (operation === OPERATION.send) return 'waiting';
  if (operation === OPERATION.write) return 'done';
  if (operation === OPERATION.put) return travels === 'renditions' ? 'done' : 'transit';
  return 'transit';
}
