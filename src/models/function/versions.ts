/** Versions and the alias: which code a run gets. A published version never changes; $LATEST (0) is what is edited. */
import type { FunctionContext, VersionTraits } from './function-state.ts';
import { vcpuOf } from './runtimes.ts';

export const LATEST = 0;

/** The version that a request gets: that of the alias, or for the share of its second version, that one. */
export function versionFor(ctx: FunctionContext): number {
  const { aliasVersion, secondVersion, secondVersionShare } = ctx.params;
  if (secondVersion === 0 || secondVersionShare === 0 || aliasVersion === LATEST) return aliasVersion;
  return ctx.uniform(ctx.prepared.streams.version) < secondVersionShare ? secondVersion : aliasVersion;
}

const plain: VersionTraits = { errorShare: 0, workFactor: 1, initFactor: 1, memoryMegabytes: 0 };

/** How the code of a version behaves. One of which nothing is said behaves as the program says, without errors. */
export function traitsOf(ctx: FunctionContext, version: number): VersionTraits {
  return ctx.prepared.versions.get(version) ?? plain;
}

/** How many vCPU a version has: by the memory that it was published with, or else by that of the function. */
export function vcpuOfVersion(ctx: FunctionContext, version: number): number {
  const { memoryMegabytes } = traitsOf(ctx, version);
  return memoryMegabytes === 0 ? ctx.prepared.vcpu : vcpuOf(memoryMegabytes);
}

/**
 * How many environments are kept ready for each version of the alias: by their shares, as AWS Lambda spreads them.
 * $LATEST can have none.
 */
export function provisionedByVersion(ctx: FunctionContext): Map<number, number> {
  const { aliasVersion, secondVersion, secondVersionShare, provisionedConcurrency } = ctx.params;
  const wanted = new Map<number, number>();
  if (provisionedConcurrency === 0 || aliasVersion === LATEST) return wanted;
  const second = secondVersion === 0 ? 0 : Math.round(provisionedConcurrency * secondVersionShare);
  if (provisionedConcurrency > second) wanted.set(aliasVersion, provisionedConcurrency - second);
  if (second > 0) wanted.set(secondVersion, (wanted.get(secondVersion) ?? 0) + second);
  return wanted;
}
