/**
 * The work that one upload causes, the same in every architecture; only who does it and who waits for whom differs.
 * Seconds are our choice: short enough for a class, in the proportion of real transcoding (1080p costs most).
 */
import type { Call, StepProgram } from '../models/parameters.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;

/** Takes the master in. */
export const upload = (...after: Call[]): StepProgram => ({
  step: 'upload',
  work: [{ seconds: constant(1) }],
  after,
});

/** Makes the three renditions, one after another. */
export const process = (...before: Call[]): StepProgram => ({
  step: 'process',
  before,
  work: [
    { makes: '480p', seconds: constant(0.25), perVideoMinute: true },
    { makes: '720p', seconds: constant(0.45), perVideoMinute: true },
    { makes: '1080p', seconds: constant(0.8), perVideoMinute: true },
  ],
});

/** Puts the renditions where they are kept. */
export const store = (...after: Call[]): StepProgram => ({
  step: 'store',
  work: [{ seconds: constant(0.5) }],
  after,
});

/** Enters the video in the catalogue. */
export const manage = (...after: Call[]): StepProgram => ({
  step: 'manage',
  work: [{ seconds: constant(0.2) }],
  after,
});
