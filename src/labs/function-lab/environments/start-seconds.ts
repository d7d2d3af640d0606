/** How long the start of an environment takes on average: the download, the runtime, and the program's own code. */
import type { Distribution } from '../../../engine/distributions.ts';
import { FETCHED_MEGABYTES_PER_SECOND, type Runtime, runtimes, vcpuOf } from '../../../models/function/runtimes.ts';

export interface Start {
  runtime: Runtime;
  packageMegabytes: number;
  initSeconds: Distribution;
  memoryMegabytes: number;
}

export function meanStartSeconds({ runtime, packageMegabytes, initSeconds, memoryMegabytes }: Start): number {
  const { start, fetchedShare } = runtimes[runtime];
  const download = (packageMegabytes * fetchedShare) / FETCHED_MEGABYTES_PER_SECOND;
  return download + meanOf(start) + meanOf(initSeconds) / Math.min(1, vcpuOf(memoryMegabytes));
}

function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'bimodal':
      return distribution.first + (distribution.second - distribution.first) * distribution.secondShare;
    case 'empirical': {
      const { values, weights = values.map(() => 1) } = distribution;
      const all = weights.reduce((sum, each) => sum + each, 0);
      return values.reduce((sum, value, place) => sum + (value * (weights[place] ?? 0)) / all, 0);
    }
    default:
      return distribution.mean;
  }
}
