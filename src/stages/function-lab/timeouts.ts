/**
 * senders → masters → handler → masters                                         (one long run)
 * senders → masters → parts → process-480p, process-720p, process-1080p → masters (split)
 * senders → masters → long-queue ← long-fleet → masters                          (another service)
 *
 * Long videos come, and their work takes as long as they play. A run of a function is cut off at its time-out, and what
 * it had done is gone with it; the event is tried again, and cut off again. Split into parts that each fit into a run, or
 * done by machines that know no such limit, the same work comes to its end.
 */

import type { StepProgram, Work } from '../../models/parameters.ts';
import type { TopologyLink, TopologyNode } from '../../models/topology.ts';
import type { Stage } from '../stage.ts';
import { type Rendition, renditions } from '../work.ts';

/** Seconds for each minute of video, on 2 vCPU: together a minute. Our choice, in the proportion of the stories. */
const transcoding: Readonly<Record<Rendition, number>> = { '480p': 10, '720p': 18, '1080p': 32 };

/** How long the videos are as the bench comes, in minutes; as many minutes takes the work. Our choice. */
const VIDEO_MINUTES = 20;

/** An hour and three quarters: three tries of fifteen minutes with their waits, of the last video too. */
const DURATION_SECONDS = 6300;

const work = (rendition: Rendition): Work => ({
  makes: rendition,
  seconds: { kind: 'constant', value: transcoding[rendition] },
  perVideoMinute: true,
});

const process = (made: readonly Rendition[]): StepProgram => ({
  step: 'process',
  before: [{ to: 'masters', operation: 'get', object: 'master' }],
  work: made.map(work),
  after: made.map((object) => ({ to: 'masters', operation: 'put', object })),
});

const senders: TopologyNode = {
  id: 'senders',
  kind: 'client',
  at: [0, 180],
  params: {
    arrivals: 'times',
    times: [10, 610, 1210],
    videoMinutes: { kind: 'constant', value: VIDEO_MINUTES },
    masterMegabytesPerMinute: 10,
  },
};

const masters = (to: string): TopologyNode => ({
  id: 'masters',
  kind: 'bucket',
  at: [200, 180],
  params: { notifications: [{ to, objects: ['master'] }] },
});

/** Two vCPU, the reference; the longest time-out that there is, and the waits and the age of the real service. */
const transcoder = (id: string, at: readonly [number, number], made: readonly Rendition[]): TopologyNode => ({
  id,
  kind: 'function',
  at,
  params: {
    memoryMegabytes: 3538,
    timeoutSeconds: 900,
    retryWaitSeconds: 60,
    maximumEventAgeSeconds: 21_600,
    steps: [process(made)],
  },
});

export const functionTimeouts: Stage = {
  id: 'function-timeouts',
  rung: 7,
  durationSeconds: DURATION_SECONDS,
  startSpeed: 100,
  offers: [
    ['handler', 'timeoutSeconds'],
    ['handler', 'maximumRetries'],
    ['handler', 'memoryMegabytes'],
  ],
  nodes: [senders, masters('handler'), transcoder('handler', [460, 160], renditions)],
  links: [
    { from: 'senders', to: 'masters' },
    { from: 'masters', to: 'handler' },
    { from: 'handler', to: 'masters' },
  ],
};

const partOf = (rendition: Rendition): string => `process-${rendition}`;

export const functionTimeoutsSplit: Stage = {
  id: 'function-timeouts-split',
  rung: 7,
  durationSeconds: DURATION_SECONDS,
  startSpeed: 100,
  offers: renditions.map((each) => [partOf(each), 'timeoutSeconds'] as const),
  nodes: [
    senders,
    masters('parts'),
    {
      id: 'parts',
      kind: 'event-bus',
      at: [420, 50],
      params: {
        type: 'default',
        rules: [
          {
            name: 'parts',
            pattern: { 'detail-type': ['object-created'] },
            targets: renditions.map((each) => ({ to: partOf(each) })),
          },
        ],
      },
    },
    ...renditions.map((each, place) => transcoder(partOf(each), [860, 230 * place - 70], [each])),
  ],
  links: [
    { from: 'senders', to: 'masters' },
    { from: 'masters', to: 'parts' },
    ...renditions.flatMap((each): TopologyLink[] => [
      { from: 'parts', to: partOf(each) },
      { from: partOf(each), to: 'masters' },
    ]),
  ],
};

export const functionTimeoutsInstances: Stage = {
  id: 'function-timeouts-instances',
  rung: 7,
  durationSeconds: DURATION_SECONDS,
  startSpeed: 100,
  offers: [
    ['long-fleet', 'maximum'],
    ['long-queue', 'visibilityTimeoutSeconds'],
  ],
  nodes: [
    senders,
    masters('long-queue'),
    // Longer than the longest work, or a message would be seen again while it is worked on.
    { id: 'long-queue', kind: 'queue', at: [440, 176], params: { visibilityTimeoutSeconds: 10_800 } },
    {
      id: 'long-fleet',
      kind: 'instance-group',
      at: [740, 120],
      params: {
        instanceType: 'c5.large',
        slotsPerInstance: 1,
        minimum: 0,
        desired: 0,
        maximum: 4,
        queue: 'long-queue',
        scaling: [
          {
            kind: 'step',
            queue: 'long-queue',
            metric: 'visible-and-in-flight',
            steps: [0, 1, 2, 3, 4].map((n) => ({ from: n, adjust: 'exact', instances: n })),
          },
        ],
        steps: [process(renditions)],
      },
    },
  ],
  links: [
    { from: 'senders', to: 'masters' },
    { from: 'masters', to: 'long-queue' },
    { from: 'long-fleet', to: 'long-queue' },
    { from: 'long-fleet', to: 'masters' },
  ],
};
