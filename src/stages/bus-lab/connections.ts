/**
 * person 1 → service 1 → queue 1 to 2 ← service 2, and so on for every pair; or: every service → bus → every service
 *
 * The same services, each with somebody who asks it for something, connected in two ways. Whoever has done something tells
 * those who want to know of it: by a queue for each pair, or by a bus with a rule for each. Both are made for any number
 * of services, as data, so that what they take can be counted.
 */
import type { BusRule, Call, StepProgram } from '../../models/parameters.ts';
import type { Topology, TopologyLink, TopologyNode } from '../../models/topology.ts';
import type { Stage } from '../stage.ts';
import { extra, manage } from '../work.ts';

/** How services are connected. */
export const ways = ['queues', 'bus'] as const;
export type Way = (typeof ways)[number];

/** Who tells whom: everybody all others, or each the next in a row. */
export const talks = ['everybody', 'chain'] as const;
export type Talk = (typeof talks)[number];

export const FEWEST_SERVICES = 2;
export const MOST_SERVICES = 12;
/** Those of the bench. Our choice: few enough for every queue to be seen. */
const SERVICES = 4;

const BUS = 'lab-bus';
const serviceId = (n: number): string => `service-${n}`;
const personId = (n: number): string => `person-${n}`;
const queueId = (from: number, to: number): string => `queue-${from}-for-${to}`;
const sourceOf = (n: number): string => `decoupled.${serviceId(n)}`;

/** Each service by its number, from 1, and whom it tells. */
export function listenersOf(service: number, services: number, talk: Talk): number[] {
  if (talk === 'chain') return service < services ? [service + 1] : [];
  return upTo(services).filter((other) => other !== service);
}

function tellersOf(service: number, services: number, talk: Talk): number[] {
  return upTo(services).filter((other) => listenersOf(other, services, talk).includes(service));
}

/** Answers who asks, and tells of it; hears of others, and takes note: two steps, because a program does none twice. */
function programOf(tells: readonly Call[]): StepProgram[] {
  return [
    { ...extra(0.1, ...tells), on: ['clicked'] },
    { ...manage(), on: ['item-changed'] },
  ];
}

function tellsOf(service: number, services: number, talk: Talk, way: Way): Call[] {
  const changed = { event: 'item-changed' } as const;
  if (way === 'bus') return [{ to: BUS, operation: 'publish', ...changed }];
  return listenersOf(service, services, talk).map((other) => ({
    to: queueId(service, other),
    operation: 'send',
    ...changed,
  }));
}

/** What a service wants to hear of: of everybody but itself, or of the one before it. */
function ruleOf(service: number, talk: Talk): BusRule {
  const source = talk === 'chain' ? [sourceOf(service - 1)] : [{ 'anything-but': sourceOf(service) }];
  return {
    name: serviceId(service),
    pattern: { 'detail-type': ['item-changed'], source },
    targets: [{ to: serviceId(service) }],
  };
}

/** Places of many: the services from the top left to the bottom right with the queues around; or all beside the bus. */
const STEP_X = 260;
const STEP_Y = 224;
/** From the corner of the place of a queue to that of a function, which is higher. */
const QUEUE_DOWN = 14;

/**
 * Places of few, whose pictures have links: a service in each corner with its person outside, and the queues between two
 * of them where their ways meet: one above another at either side, and in two columns in the middle, in which each queue
 * stands beside a gap of the other column, so that links of both sides come through.
 */
const corners: Readonly<Record<string, TopologyNode['at']>> = {
  'person-1': [24, 44],
  'service-1': [214, 54],
  'queue-1-for-3': [0, 304],
  'queue-3-for-1': [140, 532],
  'service-3': [214, 812],
  'person-3': [24, 896],
  'queue-1-for-2': [470, 0],
  'queue-1-for-4': [470, 304],
  'queue-4-for-1': [470, 608],
  'queue-3-for-4': [470, 912],
  'queue-2-for-1': [746, 118],
  'queue-3-for-2': [746, 726],
  'queue-2-for-3': [746, 422],
  'queue-4-for-3': [746, 1030],
  'person-2': [1276, 44],
  'service-2': [1002, 54],
  'queue-2-for-4': [1216, 304],
  'queue-4-for-2': [1076, 532],
  'service-4': [1002, 812],
  'person-4': [1276, 896],
};

/** Services, and what stands between them. From 2 to 12. */
export function connected(services: number, talk: Talk, way: Way): Topology {
  return way === 'bus' ? withBus(services, talk) : withQueues(services, talk);
}

function person(n: number, at: TopologyNode['at']): TopologyNode {
  return { id: personId(n), kind: 'client', at, params: { sends: 'clicks', ratePerSecond: 0.2 } };
}

function withQueues(services: number, talk: Talk): Topology {
  const numbers = upTo(services);
  const nodes: TopologyNode[] = [];
  const links: TopologyLink[] = [];
  for (const n of numbers) {
    const heard = tellersOf(n, services, talk).map((from) => queueId(from, n));
    nodes.push(person(n, [-200, (n - 1) * STEP_Y + QUEUE_DOWN]), {
      id: serviceId(n),
      kind: 'function',
      at: [(n - 1) * STEP_X, (n - 1) * STEP_Y],
      params: {
        memoryMegabytes: 512,
        steps: programOf(tellsOf(n, services, talk, 'queues')),
        mappings: heard.map((from) => ({ from })),
      },
    });
    links.push({ from: personId(n), to: serviceId(n) });
  }
  for (const n of numbers) {
    for (const other of listenersOf(n, services, talk)) {
      const id = queueId(n, other);
      nodes.push({ id, kind: 'queue', at: [(other - 1) * STEP_X, (n - 1) * STEP_Y + QUEUE_DOWN] });
      links.push({ from: serviceId(n), to: id }, { from: serviceId(other), to: id });
    }
  }
  return { nodes, links };
}

function withBus(services: number, talk: Talk): Topology {
  const numbers = upTo(services);
  const rules = numbers.filter((n) => tellersOf(n, services, talk).length > 0).map((n) => ruleOf(n, talk));
  const nodes: TopologyNode[] = numbers.flatMap((n) => [
    person(n, [0, (n - 1) * STEP_Y + QUEUE_DOWN]),
    {
      id: serviceId(n),
      kind: 'function',
      at: [220, (n - 1) * STEP_Y],
      params: { memoryMegabytes: 512, steps: programOf(tellsOf(n, services, talk, 'bus')) },
    },
  ]);
  const bus: TopologyNode = {
    id: BUS,
    kind: 'event-bus',
    at: [620, ((services - 1) * STEP_Y) / 2 + 20],
    params: { rules },
  };
  const links = numbers.flatMap((n): TopologyLink[] => [
    { from: personId(n), to: serviceId(n) },
    { from: serviceId(n), to: BUS },
    ...(rules.some(({ name }) => name === serviceId(n)) ? [{ from: BUS, to: serviceId(n) }] : []),
  ]);
  return { nodes: [...nodes, bus], links };
}

function upTo(services: number): number[] {
  return Array.from({ length: services }, (_, index) => index + 1);
}

/** Where they are few, those of the picture. */
function placed({ nodes, links }: Topology): Topology {
  return { nodes: nodes.map((node) => ({ ...node, at: corners[node.id] ?? node.at })), links };
}

const form = (id: string, services: number, way: Way): Stage => ({
  id,
  rung: 6,
  durationSeconds: 120,
  ...(way === 'queues' ? placed(connected(services, 'everybody', way)) : connected(services, 'everybody', way)),
  offers: upTo(services).map((n) => [personId(n), 'ratePerSecond'] as const),
});

export const busConnections: Stage = form('bus-connections', SERVICES, 'bus');
export const busConnectionsQueues: Stage = form('bus-connections-queues', SERVICES, 'queues');
/** Before the last service came. */
export const busConnections3: Stage = form('bus-connections-3', SERVICES - 1, 'bus');
export const busConnectionsQueues3: Stage = form('bus-connections-queues-3', SERVICES - 1, 'queues');
