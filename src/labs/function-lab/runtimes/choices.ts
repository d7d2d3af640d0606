/** What a program can be written in and how it comes, and whether a package fits. */
import { type Runtime, runtimeNames, runtimes } from '../../../models/function/runtimes.ts';

/** A runtime, with or without a snapshot to start from. */
export interface RuntimeChoice {
  runtime: Runtime;
  isRestored: boolean;
}

/** All there are, in the order in which they stand. */
export const runtimeChoices: readonly RuntimeChoice[] = runtimeNames.flatMap((runtime) =>
  runtimes[runtime].restore === null
    ? [{ runtime, isRestored: false }]
    : [
        { runtime, isRestored: false },
        { runtime, isRestored: true },
      ],
);

export function isSameChoice(one: RuntimeChoice, other: RuntimeChoice): boolean {
  return one.runtime === other.runtime && one.isRestored === other.isRestored;
}

/** AWS Lambda: a zip archive unzipped, with its layers; one that is uploaded straight away; a container image. */
export const LARGEST_UNZIPPED_MEGABYTES = 250;
export const LARGEST_UPLOAD_MEGABYTES = 50;
export const LARGEST_IMAGE_MEGABYTES = 10_240;
/** How much smaller an archive is than what is in it. Our choice: code and libraries shrink to about a third. */
export const ZIPPED_SHARE = 1 / 3;

/**
 * - `fits`: can be uploaded straight away.
 * - `by-store`: the archive is too large for that, and has to be put into an object store first.
 * - `too-large`: cannot be had at all; as an image perhaps.
 */
export type Fit = 'fits' | 'by-store' | 'too-large';

/** Whether a package of so many megabytes, unzipped with its layers, can be had with this runtime. */
export function fitOf(runtime: Runtime, megabytes: number): Fit {
  if (runtime === 'container') return megabytes <= LARGEST_IMAGE_MEGABYTES ? 'fits' : 'too-large';
  if (megabytes > LARGEST_UNZIPPED_MEGABYTES) return 'too-large';
  return megabytes * ZIPPED_SHARE > LARGEST_UPLOAD_MEGABYTES ? 'by-store' : 'fits';
}
