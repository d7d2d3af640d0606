/**
 * The work that one upload causes, the same in every architecture; only who does it and who waits for whom differs.
 * Seconds are our choice: short enough for a class, in the proportion of real transcoding (1080p costs most).
 */
import type { Call, StepProgram } from '../models/parameters.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;

/**
 * Upload, store and manage mostly wait for a disk or a network: more vCPU shorten only this share of them. Our choice.
 * Transcoding is computing, all of it.
 */
const MOSTLY_WAITING = 0.2;

const UPLOAD_SECONDS = 1;
const STORE_SECONDS = 0.5;
const MANAGE_SECONDS = 0.2;

/** Seconds for each minute of video. */
const transcoding = { '480p': 0.25, '720p': 0.45, '1080p': 0.8 } as const;

/** What is made of every master. */
export type Rendition = keyof typeof transcoding;
export const renditions = Object.keys(transcoding) as Rendition[];

/** Takes the master in. */
export const upload = (...after: Call[]): StepProgram => ({
  step: 'upload',
  work: [{ seconds: constant(UPLOAD_SECONDS), cpuShare: MOSTLY_WAITING }],
  after,
});

/** Looks at a request to upload, and hands out an address for the master; the master itself does not pass here. Our choice. */
const ADMIT_SECONDS = 0.1;

/** Says where the master may be put. */
export const admit = (...after: Call[]): StepProgram => ({
  step: 'upload',
  work: [{ seconds: constant(ADMIT_SECONDS), cpuShare: MOSTLY_WAITING }],
  after,
});

const transcode = (rendition: Rendition) =>
  ({ makes: rendition, seconds: constant(transcoding[rendition]), perVideoMinute: true }) as const;

/** Makes the three renditions, one after another. */
export const process = (...before: Call[]): StepProgram => ({
  step: 'process',
  before,
  work: renditions.map(transcode),
});

/** Makes one of the renditions; somebody else makes the others. */
export const processOne = (rendition: Rendition, before: Call[], after: Call[]): StepProgram => ({
  step: 'process',
  before,
  work: [transcode(rendition)],
  after,
});

/** Puts the renditions where they are kept. */
export const store = (...after: Call[]): StepProgram => ({
  step: 'store',
  work: [{ seconds: constant(STORE_SECONDS), cpuShare: MOSTLY_WAITING }],
  after,
});

/** Enters the video in the catalogue. */
export const manage = (...after: Call[]): StepProgram => ({
  step: 'manage',
  work: [{ seconds: constant(MANAGE_SECONDS), cpuShare: MOSTLY_WAITING }],
  after,
});

/** A third of it, for each rendition by itself. */
export const storeOne = (before: Call[], after: Call[]): StepProgram => ({
  step: 'store',
  perRendition: true,
  before,
  work: [{ seconds: constant(STORE_SECONDS / renditions.length), cpuShare: MOSTLY_WAITING }],
  after,
});

/** A third of it, for each rendition by itself. */
export const manageOne = (...after: Call[]): StepProgram => ({
  step: 'manage',
  perRendition: true,
  work: [{ seconds: constant(MANAGE_SECONDS / renditions.length), cpuShare: MOSTLY_WAITING }],
  after,
});

/** Work without which a video is watchable all the same: a thumbnail, an entry in the search, a note. Our choice. */
export const extra = (seconds: number, ...after: Call[]): StepProgram => ({
  step: 'extra',
  work: [{ seconds: constant(seconds), cpuShare: MOSTLY_WAITING }],
  after,
});
