/**
 * What the benches about rules and about buses have in common: people who upload films, and two functions that tell what
 * they have done: a film is there, a rendition of it is ready. What the events say is made up, to be asked for by patterns.
 */
import type { Call, StepProgram } from '../../models/parameters.ts';
import type { TopologyNode } from '../../models/topology.ts';
import { process, type Rendition, renditions, upload } from '../work.ts';

/** Where a film is sent from: an address that is kept for documents (RFC 5737). */
const FROM_ADDRESS = '203.0.113.7';

/** Two vCPU, the reference machine, as in every stage. */
const TWO_VCPU_MEGABYTES = 3538;

/** Says that a film is there, or a rendition of it, to this bus. */
export const filmIsThere = (bus: string): Call => ({
  to: bus,
  operation: 'publish',
  event: 'upload-complete',
  object: 'master',
  detail: { file: 'holiday/Beach.MOV', address: FROM_ADDRESS },
});

const renditionIsReady =
  (bus: string) =>
  (object: Rendition): Call => ({
    to: bus,
    operation: 'publish',
    event: 'rendition-ready',
    object,
    detail: { file: `renditions/beach-${object}.mp4` },
  });

/** Takes the film in, keeps it in the bucket where there is one, and says so. */
const takeIn = (bus: string, bucket: string): StepProgram =>
  upload({ to: bucket, operation: 'put', object: 'master' }, filmIsThere(bus));

/** Makes the three renditions, and says so of each. */
const makeRenditions = (bus: string): StepProgram => ({
  ...process(),
  after: renditions.map(renditionIsReady(bus)),
});

export const filmUpload = (bus: string, at: TopologyNode['at']): TopologyNode => ({
  id: 'film-upload',
  kind: 'function',
  at,
  params: { memoryMegabytes: 1769, steps: [takeIn(bus, 'film-store')] },
});

export const filmRenditions = (bus: string, at: TopologyNode['at'], params: object = {}): TopologyNode => ({
  id: 'film-renditions',
  kind: 'function',
  at,
  params: { memoryMegabytes: TWO_VCPU_MEGABYTES, idempotent: 'yes', steps: [makeRenditions(bus)], ...params },
});
