/**
 * users → bucket → bus → process-480p, process-720p, process-1080p → bus → store → bus → manage → metadata
 *
 * No server anywhere. The people put the master straight into the bucket, the bucket tells the bus, and functions run for
 * as long as there is something to handle. The first call of the day finds no environment and waits for a cold start; the
 * next finds it warm. At night nothing runs, and nothing but what is stored is paid for. A busy hour costs more than the
 * machines that could do the same, and the longest video must fit into one run.
 */
import type { StepProgram } from '../models/parameters.ts';
import type { TopologyLink, TopologyNode } from '../models/topology.ts';
import { classroomUsers } from './classroom-traffic.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { manageOne, processOne, type Rendition, renditions, storeOne } from './work.ts';

/** A function that does one step, and knows what it has done before. */
export const handler = (id: keyof typeof places, step: StepProgram, params: object = {}): TopologyNode => ({
  id,
  kind: 'function',
  at: places[id],
  params: { memoryMegabytes: 512, idempotent: 'yes', steps: [step], ...params },
});

const transcoder = (rendition: Rendition): TopologyNode =>
  handler(
    `process-${rendition}`,
    processOne(
      rendition,
      [{ to: 'bucket', operation: 'get', object: 'master' }],
      [
        { to: 'bucket', operation: 'put', object: rendition },
        { to: 'bus', operation: 'publish', object: rendition, event: 'rendition-ready' },
      ],
    ),
    {
      // Two vCPU, the reference machine, as in every stage.
      memoryMegabytes: 3538,
      // The service tries again after 15 s and 30 s more, our choice; in the real one it is a minute, and two.
      retryWaitSeconds: 15,
      destinations: { deadLetter: 'dead-letters' },
    },
  );

export const serverless: Stage = {
  id: 'serverless',
  rung: 7,
  nodes: [
    { id: 'users', kind: 'client', at: places.users, params: classroomUsers },
    {
      id: 'bucket',
      kind: 'bucket',
      at: places.bucket,
      params: { notifications: [{ to: 'bus', objects: ['master'] }] },
    },
    {
      id: 'bus',
      kind: 'event-bus',
      at: places.bus,
      params: {
        // Services tell their events to the default bus, and to no other.
        type: 'default',
        rules: [
          {
            name: 'process',
            pattern: { source: ['aws.s3'], 'detail-type': ['object-created'] },
            targets: renditions.map((each) => ({ to: `process-${each}` })),
          },
          { name: 'store', pattern: { 'detail-type': ['rendition-ready'] }, targets: [{ to: 'store' }] },
          { name: 'manage', pattern: { 'detail-type': ['video-ready'] }, targets: [{ to: 'manage' }] },
        ],
      },
    },
    ...renditions.map(transcoder),
    handler('store', storeOne([], [{ to: 'bus', operation: 'publish', object: 'same', event: 'video-ready' }])),
    handler('manage', manageOne({ to: 'metadata', operation: 'write' })),
    { id: 'metadata', kind: 'table', at: places.metadata },
    { id: 'dead-letters', kind: 'queue', at: places['dead-letters'] },
  ],
  links: [
    { from: 'users', to: 'bucket' },
    { from: 'bucket', to: 'bus' },
    ...renditions.flatMap((each): TopologyLink[] => [
      { from: 'bus', to: `process-${each}` },
      { from: `process-${each}`, to: 'bucket' },
      { from: `process-${each}`, to: 'bus' },
      { from: `process-${each}`, to: 'dead-letters' },
    ]),
    { from: 'bus', to: 'store' },
    { from: 'store', to: 'bus' },
    { from: 'bus', to: 'manage' },
    { from: 'manage', to: 'metadata' },
  ],
};
