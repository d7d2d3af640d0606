/** How long the start of an environment takes on average: the download, the runtime, and the program's own code. */
import { type Distribution, meanOf } from '../../../engine/distributions.ts';
import { fetchSecondsOf, type Runtime, runtimes, vcpuOf } from '../../../models/function/runtimes.ts';

export interface Start {
  runtime: Runtime;
  packageMegabytes: number;
  initSeconds: Distribution;
  memoryMegabytes: number;
}

export function meanStartSeconds({ runtime, packageMegabytes, initSeconds, memoryMegabytes }: Start): number {
  const download = fetchSecondsOf(runtime, packageMegabytes);
  return download + meanOf(runtimes[runtime].start) + meanOf(initSeconds) / Math.min(1, vcpuOf(memoryMegabytes));
}
