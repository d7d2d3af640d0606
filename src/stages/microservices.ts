/**
 * users → upload → queue-480p, queue-720p, queue-1080p ← process-480p, process-720p, process-1080p
 *                  → store-queue ← store → manage-queue ← manage
 *
 * A service for everything that can be told apart, each with its own fleet and its own data, and a queue between partners.
 * Upload is a producer and knows all three who want the master; the workers and store are producers and consumers. The
 * renditions are made at the same time, so a video is ready sooner. Whoever wants to hear of uploads next needs a queue
 * more, and upload has to be changed to fill it: `withServices` adds them one by one, and the picture fills with queues.
 */
import type { Call, StepProgram } from '../models/parameters.ts';
import type { TopologyLink, TopologyNode } from '../models/topology.ts';
import { classroomUsers } from './classroom-traffic.ts';
import { type NewService, newServices, placeOfQueue } from './new-services.ts';
import { places } from './places.ts';
import { mediumFrom } from './queue-scaling.ts';
import type { Stage } from './stage.ts';
import { extra, manageOne, processOne, type Rendition, renditions, storeOne, upload } from './work.ts';

const workers = renditions.flatMap((rendition): TopologyNode[] => [
  { id: `queue-${rendition}`, kind: 'queue', at: places[`queue-${rendition}`] },
  {
    id: `process-${rendition}`,
    kind: 'instance-group',
    at: places[`process-${rendition}`],
    params: { ...mediumFrom(`queue-${rendition}`), steps: [worker(rendition)] },
  },
]);

/** Store and manage have little to do, again and again: one small instance each stays. Our choice. */
const alwaysThere = { instanceType: 't3.small', slotsPerInstance: 4 } as const;

function worker(rendition: Rendition): StepProgram {
  return processOne(
    rendition,
    [{ to: 'bucket', operation: 'get', object: 'master' }],
    [
      { to: 'bucket', operation: 'put', object: rendition },
      { to: 'store-queue', operation: 'send', object: rendition, event: 'rendition-ready' },
    ],
  );
}

export const microservices: Stage = {
  id: 'microservices',
  rung: 5,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'upload',
      kind: 'instance-group',
      at: places.upload,
      params: {
        instanceType: 't3.small',
        slotsPerInstance: 4,
        minimum: 2,
        desired: 2,
        maximum: 2,
        steps: [
          upload(
            { to: 'bucket', operation: 'put', object: 'master' },
            { to: 'uploads-table', operation: 'write' },
            ...renditions.map((each): Call => ({ to: `queue-${each}`, operation: 'send', event: 'upload-complete' })),
          ),
        ],
      },
    },
    { id: 'uploads-table', kind: 'table', at: places['uploads-table'] },
    { id: 'bucket', kind: 'bucket', at: places.bucket },
    ...workers,
    { id: 'store-queue', kind: 'queue', at: places['store-queue'] },
    {
      id: 'store',
      kind: 'instance-group',
      at: places.store,
      params: {
        ...alwaysThere,
        queue: 'store-queue',
        steps: [
          storeOne(
            [],
            [
              { to: 'store-table', operation: 'write' },
              { to: 'manage-queue', operation: 'send', object: 'same', event: 'video-ready' },
            ],
          ),
        ],
      },
    },
    { id: 'store-table', kind: 'table', at: places['store-table'] },
    { id: 'manage-queue', kind: 'queue', at: places['manage-queue'] },
    {
      id: 'manage',
      kind: 'instance-group',
      at: places.manage,
      params: {
        ...alwaysThere,
        queue: 'manage-queue',
        steps: [manageOne({ to: 'metadata', operation: 'write' })],
      },
    },
    { id: 'metadata', kind: 'table', at: places.metadata },
  ],
  links: [
    { from: 'users', to: 'upload' },
    { from: 'upload', to: 'bucket' },
    { from: 'upload', to: 'uploads-table' },
    ...renditions.flatMap((each): TopologyLink[] => [
      { from: 'upload', to: `queue-${each}` },
      { from: `process-${each}`, to: `queue-${each}` },
      { from: `process-${each}`, to: 'bucket' },
      { from: `process-${each}`, to: 'store-queue' },
    ]),
    { from: 'store', to: 'store-queue' },
    { from: 'store', to: 'store-table' },
    { from: 'store', to: 'manage-queue' },
    { from: 'manage', to: 'manage-queue' },
    { from: 'manage', to: 'metadata' },
  ],
};

/**
 * The stage with so many of the new services beside those it has. Each wants to hear of everybody who is there before it:
 * a queue for each of them, filled by a producer that has to be changed for it.
 */
export function withServices(howMany: number): Stage {
  const grown = newServices.slice(0, howMany).reduce(withOneMore, microservices);
  return { ...grown, id: `${microservices.id}-${howMany}` };
}

function withOneMore(stage: Stage, service: NewService): Stage {
  const { id, seconds, at } = service;
  const producers = stage.nodes.filter(({ params }) => params !== undefined && 'steps' in params);
  const queueFor = (producer: string): string => `${producer}-to-${id}`;
  const queues = producers.map((producer, number): TopologyNode => {
    return { id: queueFor(producer.id), kind: 'queue', at: placeOfQueue(service, number) };
  });
  const told = stage.nodes.map((node): TopologyNode => {
    if (!producers.includes(node)) return node;
    const { steps, ...rest } = node.params as { steps: readonly StepProgram[] };
    // Whoever has changed its own data says so, as often as it does: two such messages are no duplicates.
    const tell: Call = { to: queueFor(node.id), operation: 'send', event: 'item-changed' };
    return {
      ...node,
      params: { ...rest, steps: steps.map((step) => ({ ...step, after: [...(step.after ?? []), tell] })) },
    };
  });
  const node: TopologyNode = {
    id,
    kind: 'function',
    at,
    params: {
      memoryMegabytes: 512,
      mappings: producers.map((producer) => ({ from: queueFor(producer.id) })),
      steps: [extra(seconds)],
    },
  };
  const links = producers.flatMap((producer): TopologyLink[] => [
    { from: producer.id, to: queueFor(producer.id) },
    { from: id, to: queueFor(producer.id) },
  ]);
  return { ...stage, nodes: [...told, ...queues, node], links: [...stage.links, ...links] };
}
