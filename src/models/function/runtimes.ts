/**
 * How long an environment takes to start, by what it runs. AWS publishes only that a cold start takes from under 100 ms
 * to over 1 s; these ranges are our choice within that and within what others have measured.
 */
import type { Distribution } from '../../engine/distributions.ts';

export const runtimeNames = ['python', 'nodejs', 'java', 'custom', 'container'] as const;
export type Runtime = (typeof runtimeNames)[number];

interface RuntimeStart {
  /** From the start of the runtime to the start of the program's own code outside the handler, s. */
  start: Distribution;
  /** From the snapshot of a published version, in place of all other initialisation, s; null where there is none. */
  restore: Distribution | null;
  /** Share of the package that is fetched before the start: container images are loaded in pieces, as needed. */
  fetchedShare: number;
}

/** Our choice: "double-digit milliseconds" are claimed for the best, sub-second starts are what AWS promises. */
const restore: Distribution = { kind: 'uniform', min: 0.1, max: 0.4 };

export const runtimes: Readonly<Record<Runtime, RuntimeStart>> = {
  /** 150 to 500 ms as a zip package: fact of many measurements, our choice of the ends. */
  python: { start: { kind: 'uniform', min: 0.15, max: 0.5 }, restore, fetchedShare: 1 },
  nodejs: { start: { kind: 'uniform', min: 0.15, max: 0.5 }, restore: null, fetchedShare: 1 },
  /** 1 to 5 s without a snapshot. */
  java: { start: { kind: 'uniform', min: 1, max: 5 }, restore, fetchedShare: 1 },
  /** A native binary through `provided`: the low end of what AWS documents. */
  custom: { start: { kind: 'uniform', min: 0.05, max: 0.15 }, restore: null, fetchedShare: 1 },
  /** 0.5 to 1.5 s. About 7 % of an image is needed to start (our choice; Lambda loads images by blocks). */
  container: { start: { kind: 'uniform', min: 0.5, max: 1.5 }, restore: null, fetchedShare: 0.07 },
};

/** How fast a package is fetched and unpacked, MB/s. Our choice. */
const FETCHED_MEGABYTES_PER_SECOND = 200;

/** How long a package of so many megabytes is fetched as an environment starts, s. */
export function fetchSecondsOf(runtime: Runtime, packageMegabytes: number): number {
  return (packageMegabytes * runtimes[runtime].fetchedShare) / FETCHED_MEGABYTES_PER_SECOND;
}

/**
 * What it took to attach a network interface to one environment, s; before September 2019. Our choice of the range:
 * "several seconds more" is what is documented.
 */
export const interfacePerEnvironment: Distribution = { kind: 'uniform', min: 5, max: 10 };

/** AWS Lambda: an Init phase that takes longer is cut off, and done again with the first invocation. */
export const INIT_LIMIT_SECONDS = 10;

/** AWS Lambda: memory that comes with one vCPU. */
export const MEGABYTES_PER_VCPU = 1769;
/** AWS Lambda: at 10,240 MB. */
const MOST_VCPU = 6;

/** vCPU of the reference machine, on which programs say what their work takes. */
export const REFERENCE_VCPU = 2;

/** Share of the processors that come with this much memory (128 to 10,240 MB). */
export function vcpuOf(memoryMegabytes: number): number {
  return Math.min(MOST_VCPU, memoryMegabytes / MEGABYTES_PER_VCPU);
}
