/** What it takes to connect services by queues or by a bus, counted in architectures as they are made. */
import type { BusRule, StepProgram } from '../../../models/parameters.ts';
import type { Topology, TopologyNode } from '../../../models/topology.ts';
import { connected, type Talk, type Way } from '../../../stages/bus-lab/connections.ts';

export interface Counts {
  queues: number;
  rules: number;
  links: number;
  /** Addresses that one who tells must know, at most, and that all of them know together. */
  addresses: number;
  known: number;
  /** How often the same thing is sent, at most. */
  sends: number;
  /** When one more service comes: programs that were there and do something else then, and what comes between. */
  changed: number;
  brought: number;
}

/** The rows of the table, in order. */
export const countNames = [
  'queues',
  'rules',
  'links',
  'addresses',
  'known',
  'sends',
  'changed',
  'brought',
] as const satisfies readonly (keyof Counts)[];

export function countsOf(services: number, talk: Talk, way: Way): Counts {
  const topology = connected(services, talk, way);
  const next = connected(services + 1, talk, way);
  const told = topology.nodes.filter(({ kind }) => kind === 'function').map(addressesOf);
  const { queues, rules } = betweenIn(topology);
  const after = betweenIn(next);
  return {
    queues,
    rules,
    links: topology.links.length,
    addresses: Math.max(...told.map((each) => new Set(each).size)),
    known: told.reduce((sum, each) => sum + new Set(each).size, 0),
    sends: Math.max(...told.map((each) => each.length)),
    changed: topology.nodes.filter((node) => isChangedIn(node, next)).length,
    brought: after.queues + after.rules - queues - rules,
  };
}

function betweenIn({ nodes }: Topology): { queues: number; rules: number } {
  const buses = nodes.filter(({ kind }) => kind === 'event-bus');
  return {
    queues: nodes.filter(({ kind }) => kind === 'queue').length,
    rules: buses.reduce((sum, { params }) => sum + ((params?.['rules'] ?? []) as readonly BusRule[]).length, 0),
  };
}

function programOf({ params }: TopologyNode): readonly StepProgram[] {
  return (params?.['steps'] ?? []) as readonly StepProgram[];
}

/** To whom a service sends what it has to tell, once for each time that it does. */
function addressesOf(node: TopologyNode): string[] {
  return programOf(node).flatMap(({ after = [] }) => after.map(({ to }) => to));
}

function isChangedIn(node: TopologyNode, next: Topology): boolean {
  const then = next.nodes.find(({ id }) => id === node.id);
  return then !== undefined && JSON.stringify(programOf(then)) !== JSON.stringify(programOf(node));
}

/** The formula for what stands between services: n × (n − 1) queues or n rules; in a chain n − 1 of either. */
export function formulaOf(services: number, talk: Talk, way: Way): number {
  if (talk === 'chain') return services - 1;
  return way === 'queues' ? services * (services - 1) : services;
}
