/** Where sizes of memory stand in the chart, on a logarithmic scale from 0 at the left to 1; and the scales at its side. */
import { MEGABYTES_PER_VCPU } from '../../../models/function/runtimes.ts';
import { LEAST_MEGABYTES, MOST_MEGABYTES } from './closed-form.ts';
import { keptInside } from './steps.ts';

const DECADES = Math.log(MOST_MEGABYTES / LEAST_MEGABYTES);

export function xOf(memoryMegabytes: number): number {
  return Math.log(memoryMegabytes / LEAST_MEGABYTES) / DECADES;
}

/** The size at a place, which may lie outside. */
export function memoryAt(x: number): number {
  return keptInside(LEAST_MEGABYTES * Math.exp(x * DECADES));
}

/** Sizes that are written below. */
export const TICKS_MEGABYTES = [128, 256, 512, 1024, 1769, 3538, 10_240] as const;

/** Points of a line: enough to look smooth. */
const PIECES = 160;

export const curveMegabytes: readonly number[] = [
  ...new Set([
    ...Array.from({ length: PIECES + 1 }, (_, place) => memoryAt(place / PIECES)),
    // Where a thread more finds its vCPU the line has a corner.
    ...[1, 2, 3, 4, 5].map((vcpu) => MEGABYTES_PER_VCPU * vcpu),
  ]),
].sort((a, b) => a - b);

/** The top of a scale that begins at nothing: 1, 2, 3 or 5 times a power of ten, with a little air. */
export function niceMost(most: number): number {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most * 1.1));
  const times = [1, 1.5, 2, 3, 5, 7.5, 10].find((each) => each * power >= most * 1.1) ?? 10;
  return Number((times * power).toPrecision(6));
}

/** What is written beside it: nothing, half, and all. */
export function axisOf(most: number): readonly number[] {
  return [0, most / 2, most];
}
