/**
 * What a run of a given work takes and costs at each size of memory, worked out: it waits as long as it waits, and computes
 * for as long as the vCPU take that come with the memory, of which the program can use as many as it has threads.
 */
import { type PriceBook, priceOf } from '../../../cost/prices.ts';
import { serverlessFunctionParameters } from '../../../models/function/params.ts';
import { REFERENCE_VCPU, vcpuOf } from '../../../models/function/runtimes.ts';

/** What one call asks for. */
export interface Work {
  /** On the reference machine, which has 2 vCPU. */
  seconds: number;
  /** Share of it that is computing, 0 to 1; the rest waits. */
  cpuShare: number;
  /** vCPU that the program can use at once, 1 to 6. */
  threads: number;
}

/** AWS Lambda: a gigabyte is 1,024 MB. */
export const MEGABYTES_PER_GB = 1024;
export const MILLION = 1_000_000;

export const { min: LEAST_MEGABYTES, max: MOST_MEGABYTES } = serverlessFunctionParameters.memoryMegabytes;

/** Every size of memory that can be set. */
const sizes: readonly number[] = Array.from(
  { length: MOST_MEGABYTES - LEAST_MEGABYTES + 1 },
  (_, place) => LEAST_MEGABYTES + place,
);

/** How long the work takes, s, without calls to others. */
export function durationAt(work: Work, memoryMegabytes: number): number {
  return durationOn(work, vcpuOf(memoryMegabytes));
}

/** How long it takes on so many vCPU, s, of which its threads may not use all. */
export function durationOn({ seconds, cpuShare, threads }: Work, vcpu: number): number {
  return seconds * (1 - cpuShare) + (seconds * cpuShare * REFERENCE_VCPU) / Math.min(vcpu, threads);
}

/** Billed by the millisecond: a part of one counts as one. */
export function billed(seconds: number): number {
  // A thousandth of a microsecond less than a whole millisecond comes of the arithmetic, and is none.
  return Math.ceil(seconds * 1000 - 1e-6) / 1000;
}

export function gbSecondsOf(memoryMegabytes: number, billedSeconds: number): number {
  return (memoryMegabytes / MEGABYTES_PER_GB) * billedSeconds;
}

/** What a call that goes well costs: the request, and a GB-second of its time; in US dollars. */
export interface CallPrices {
  requestUsd: number;
  gbSecondUsd: number;
}

export function callPrices(book: PriceBook): CallPrices {
  return {
    requestUsd: priceOf(book, 'lambda.requests').unitPriceUsd,
    gbSecondUsd: priceOf(book, 'lambda.gb-s.x86').unitPriceUsd,
  };
}

/** US dollars for one call that took so long. */
export function usdOfCall(memoryMegabytes: number, seconds: number, { requestUsd, gbSecondUsd }: CallPrices): number {
  return requestUsd + gbSecondsOf(memoryMegabytes, billed(seconds)) * gbSecondUsd;
}

/** A size of memory: what a call takes there, s, and what a million of them cost, in US dollars. */
export interface Place {
  memoryMegabytes: number;
  seconds: number;
  usd: number;
}

/** `extraSeconds`: what a run takes besides its own work, such as the write. */
export function placeAt(work: Work, memoryMegabytes: number, prices: CallPrices, extraSeconds = 0): Place {
  const seconds = durationAt(work, memoryMegabytes) + extraSeconds;
  return { memoryMegabytes, seconds, usd: usdOfCall(memoryMegabytes, seconds, prices) * MILLION };
}

export interface Bests {
  cheapest: Place;
  /** The smallest of all sizes at which nothing is faster. */
  fastest: Place;
}

/** The cheapest and the fastest size at which a call is done within the time-out; null where it is at none. */
export function bestsOf(work: Work, prices: CallPrices, timeoutSeconds: number, extraSeconds = 0): Bests | null {
  const all = sizes
    .map((size) => placeAt(work, size, prices, extraSeconds))
    .filter(({ seconds }) => seconds < timeoutSeconds);
  const [first, ...others] = all;
  if (first === undefined) return null;
  const cheapest = others.reduce((best, each) => (each.usd < best.usd ? each : best), first);
  const fastest = others.reduce((best, each) => (each.seconds < best.seconds ? each : best), first);
  return { cheapest, fastest };
}
