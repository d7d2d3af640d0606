/**
 * users → upload → bus → process-480p, process-720p, process-1080p → bus → store → bus → manage → metadata
 *                  bus → retry → bus            viewers, players → bus → statistics; monitor → bus → alert
 *
 * One router in the middle. Upload says "upload-complete" and knows nobody who listens; three rules give three consumers a
 * copy each. Those say "rendition-ready", and so on: consumers are producers too. Clicks, errors and a monitor's
 * "threshold-crossed" run along the same bus to others. Nobody polls, and a consumer that hears nothing costs nothing.
 *
 * What has failed is an event like any other: "upload-failed" goes to a consumer that causes the retry. So that a video that can
 * never be processed does not go round for ever, the event carries how often it was tried, and after `MOST_ROUNDS` the
 * consumer lets it go to the dead letters. It also carries who failed, so that only they try again.
 *
 * Thumbnails and search are there and hear nothing, until a rule is added, live, and nothing else is touched.
 */
import type { BusRule, Call, StepProgram } from '../models/parameters.ts';
import type { TopologyLink, TopologyNode } from '../models/topology.ts';
import { classroomUsers } from './classroom-traffic.ts';
import { type NewService, newServices } from './new-services.ts';
import { places } from './places.ts';
import type { Stage } from './stage.ts';
import { extra, manageOne, processOne, type Rendition, renditions, storeOne, upload } from './work.ts';

/** How often a failed upload is brought back. Our choice; a queue of the classroom hands a message out three times in all. */
const MOST_ROUNDS = 2;
/** Two vCPU, the reference machine, as in every stage. */
const TWO_VCPU_MEGABYTES = 3538;
const SMALL_MEGABYTES = 512;

const sourceOf = (id: string): string => `decoupled.${id}`;
/** Not one that was brought back for somebody in particular. */
const forEverybody = { exists: false };

const ruleFor = (rendition: Rendition): BusRule => ({
  name: `process-${rendition}`,
  pattern: {
    'detail-type': ['upload-complete'],
    detail: { for: [forEverybody, sourceOf(`process-${rendition}`)] },
  },
  targets: [{ to: `process-${rendition}` }],
});

/** The rules with which the stage begins. */
export const rules: readonly BusRule[] = [
  ...renditions.map(ruleFor),
  { name: 'store', pattern: { 'detail-type': ['rendition-ready'] }, targets: [{ to: 'store' }] },
  { name: 'manage', pattern: { 'detail-type': ['video-ready'] }, targets: [{ to: 'manage' }] },
  {
    name: 'retry',
    pattern: { 'detail-type': ['upload-failed'] },
    targets: [
      {
        to: 'retry',
        input: {
          kind: 'transformer',
          paths: { from: '$.source', tries: '$.detail.requestPayload.tries' },
          template: { for: '<from>', tries: '<tries>' },
        },
      },
    ],
  },
  { name: 'statistics', pattern: { 'detail-type': ['clicked'] }, targets: [{ to: 'statistics' }] },
  { name: 'monitor', pattern: { 'detail-type': ['error-reported'] }, targets: [{ to: 'monitor' }] },
  { name: 'alert', pattern: { 'detail-type': ['threshold-crossed'] }, targets: [{ to: 'alert' }] },
];

/** Rules to be added live: each wakes a consumer that nobody else knows of. */
export const thumbnailsRule: BusRule = {
  name: 'thumbnails',
  pattern: { 'detail-type': ['upload-complete'], detail: { for: [forEverybody] } },
  targets: [{ to: 'thumbnails' }],
};
export const searchRule: BusRule = {
  name: 'search',
  pattern: { 'detail-type': ['video-ready'] },
  targets: [{ to: 'search' }],
};

const say = (event: NonNullable<Call['event']>, more: Partial<Call> = {}): Call => ({
  to: 'bus',
  operation: 'publish',
  event,
  ...more,
});

const consumer = (id: keyof typeof places, step: StepProgram, params: object = {}): TopologyNode => ({
  id,
  kind: 'function',
  at: places[id],
  params: { memoryMegabytes: SMALL_MEGABYTES, steps: [step], ...params },
});

/** Brings a failed upload back, so many times at most. */
export const retryStep = (atMost: number): StepProgram =>
  extra(0.05, say('upload-complete', { object: 'master', counting: { name: 'tries', atMost } }));

const transcoder = (rendition: Rendition): TopologyNode =>
  consumer(
    `process-${rendition}`,
    processOne(
      rendition,
      [{ to: 'bucket', operation: 'get', object: 'master' }],
      [
        { to: 'bucket', operation: 'put', object: rendition },
        say('rendition-ready', { object: rendition, detail: { made: rendition } }),
      ],
    ),
    {
      memoryMegabytes: TWO_VCPU_MEGABYTES,
      idempotent: 'yes',
      // Tried again by the service itself after 8 s and 16 s more, our choice; what then still fails is told to all.
      retryWaitSeconds: 8,
      destinations: { onFailure: 'bus', failureEvent: 'upload-failed' },
    },
  );

export const eventDriven: Stage = {
  id: 'event-driven',
  rung: 6,
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
          upload({ to: 'bucket', operation: 'put', object: 'master' }, say('upload-complete', { object: 'master' })),
        ],
      },
    },
    { id: 'bucket', kind: 'bucket', at: places.bucket },
    { id: 'bus', kind: 'event-bus', at: places.bus, params: { rules } },
    ...renditions.map(transcoder),
    consumer('store', storeOne([], [say('video-ready', { object: 'same' })]), { idempotent: 'yes' }),
    consumer('manage', manageOne({ to: 'metadata', operation: 'write' }), { idempotent: 'yes' }),
    { id: 'metadata', kind: 'table', at: places.metadata },
    consumer(
      'retry',
      retryStep(MOST_ROUNDS),
      // What may not be tried again fails here, once, and lies with the dead letters.
      { maximumRetries: 0, destinations: { deadLetter: 'dead-letters' } },
    ),
    { id: 'dead-letters', kind: 'queue', at: places['dead-letters'] },
    {
      id: 'viewers',
      kind: 'client',
      at: places.viewers,
      params: { ...classroomUsers, sends: 'clicks' },
    },
    {
      id: 'players',
      kind: 'client',
      at: places.players,
      params: { ...classroomUsers, sends: 'errors', ratePerSecond: 0.05 },
    },
    consumer('statistics', extra(0.05)),
    // The threshold is one error: our choice, so that it is seen.
    consumer('monitor', extra(0.05, say('threshold-crossed'))),
    consumer('alert', extra(0.05)),
    consumer('thumbnails', extra(0.5, { to: 'bucket', operation: 'get', object: 'master' })),
    consumer('search', extra(0.1)),
  ],
  links: [
    { from: 'users', to: 'upload' },
    { from: 'upload', to: 'bucket' },
    { from: 'upload', to: 'bus' },
    ...renditions.flatMap((each): TopologyLink[] => [
      { from: 'bus', to: `process-${each}` },
      { from: `process-${each}`, to: 'bucket' },
      { from: `process-${each}`, to: 'bus' },
    ]),
    { from: 'bus', to: 'store' },
    { from: 'store', to: 'bus' },
    { from: 'bus', to: 'manage' },
    { from: 'manage', to: 'metadata' },
    { from: 'bus', to: 'retry' },
    { from: 'retry', to: 'bus' },
    { from: 'retry', to: 'dead-letters' },
    { from: 'viewers', to: 'bus' },
    { from: 'players', to: 'bus' },
    { from: 'bus', to: 'statistics' },
    { from: 'bus', to: 'monitor' },
    { from: 'monitor', to: 'bus' },
    { from: 'bus', to: 'alert' },
    { from: 'bus', to: 'thumbnails' },
    { from: 'thumbnails', to: 'bucket' },
    { from: 'bus', to: 'search' },
  ],
};

/** The stage with so many of the new services beside those it has: a rule for each, and no producer is changed. */
export function withConsumers(howMany: number): Stage {
  const grown = newServices.slice(0, howMany).reduce(withOneMore, eventDriven);
  return { ...grown, id: `${eventDriven.id}-${howMany}` };
}

/** The rules of the stage with so many of the new services. */
export function rulesWith(howMany: number): readonly BusRule[] {
  return [...rules, ...newServices.slice(0, howMany).map(ruleForNew)];
}

function ruleForNew({ id }: NewService): BusRule {
  return {
    name: id,
    pattern: { 'detail-type': ['upload-complete', 'rendition-ready', 'video-ready'] },
    targets: [{ to: id }],
  };
}

function withOneMore(stage: Stage, service: NewService): Stage {
  const { id, seconds, at } = service;
  const nodes = stage.nodes.map((node): TopologyNode => {
    if (node.id !== 'bus') return node;
    const { rules: before, ...rest } = node.params as { rules: readonly BusRule[] };
    return { ...node, params: { ...rest, rules: [...before, ruleForNew(service)] } };
  });
  const node: TopologyNode = {
    id,
    kind: 'function',
    at,
    params: { memoryMegabytes: SMALL_MEGABYTES, steps: [extra(seconds)] },
  };
  return { ...stage, nodes: [...nodes, node], links: [...stage.links, { from: 'bus', to: id }] };
}
