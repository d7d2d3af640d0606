/** What the map of the network shows at a moment: calls that got through and calls that did not, environments, starts. */
import { type SimTime, toSeconds } from '../../../engine/time.ts';
import { fetchSecondsOf, type Runtime } from '../../../models/function/runtimes.ts';
import { REASON } from '../../../models/reasons.ts';
import type { WorldNode } from '../../../models/world.ts';
import { type FunctionRuns, NOT_YET, waitInVain } from '../../../playback/function-runs.ts';
import { MEGABYTES_PER_GB } from '../memory/closed-form.ts';

export interface CallCount {
  through: number;
  /** Found no way, and were given up; and those that wait for nobody at the moment. */
  stuck: number;
  waiting: number;
}

export interface NetworkCalls {
  /** To what has an address in the private network only, and to all else. */
  inside: CallCount;
  outside: CallCount;
  /** How long the calls waited that found no way and are over, in seconds, the shortest first. */
  waitsSeconds: readonly number[];
}

const noCalls = (): CallCount => ({ through: 0, stuck: 0, waiting: 0 });

/** The calls of one function up to `t`. */
export function callsAt(
  { runs, requests }: FunctionRuns,
  nodes: readonly WorldNode[],
  component: number,
  t: SimTime,
): NetworkCalls {
  const neighbours = (nodes[component]?.params['privateNeighbours'] ?? []) as readonly string[];
  const inside = noCalls();
  const outside = noCalls();
  const waitsSeconds: number[] = [];
  for (const { from, to, answeredAt, reason } of requests) {
    if (from !== component || answeredAt === NOT_YET || answeredAt > t || reason !== REASON.none) continue;
    (neighbours.includes(nodes[to]?.id ?? '') ? inside : outside).through += 1;
  }
  for (const run of runs) {
    if (run.component !== component || run.failures.length === 0) continue;
    const vain = waitInVain(run, requests);
    if (vain === null || vain.from > t) continue;
    const count = vain.reason === REASON['no-way-in'] ? inside : outside;
    if (vain.to > t) count.waiting += 1;
    else {
      count.stuck += 1;
      waitsSeconds.push(toSeconds(vain.to - vain.from));
    }
  }
  return { inside, outside, waitsSeconds: waitsSeconds.sort((a, b) => a - b) };
}

/** The middle one; of an even number the lower of the two in the middle. Null of none. */
export function medianOf(inOrder: readonly number[]): number | null {
  return inOrder[(inOrder.length - 1) >> 1] ?? null;
}

export type EnvironmentState = 'attaching' | 'starting' | 'busy' | 'idle';

export interface EnvironmentNow {
  environment: number;
  state: EnvironmentState;
}

/** The environments of a function that are there at `t`, in the order in which they came. */
export function environmentsAt({ runs, starts }: FunctionRuns, component: number, t: SimTime): EnvironmentNow[] {
  const busy = new Set(
    runs
      .filter((run) => run.component === component && run.beganAt !== NOT_YET && run.beganAt <= t)
      .filter(({ endedAt }) => endedAt === NOT_YET || endedAt > t)
      .map(({ environment }) => environment),
  );
  return starts
    .filter((start) => start.component === component && start.launchedAt <= t)
    .filter(({ goneAt }) => goneAt === NOT_YET || goneAt > t)
    .map(({ environment, runningAt, readyAt }) => {
      if (runningAt === NOT_YET || runningAt > t) return { environment, state: 'attaching' };
      if (readyAt > t) return { environment, state: 'starting' };
      return { environment, state: busy.has(environment) ? 'busy' : 'idle' };
    });
}

/** The start of an environment in its parts, as far as each has gone at the moment, in seconds. */
export interface StartParts {
  environment: number;
  atSeconds: number;
  packageSeconds: number;
  interfaceSeconds: number;
  initSeconds: number;
  isOpen: boolean;
}

/** How long the package of a function is fetched, by its size and the speed of the model. */
export function packageSecondsOf({ params }: WorldNode): number {
  return fetchSecondsOf(params['runtime'] as Runtime, params['packageMegabytes'] as number);
}

/** The newest starts up to `t`, the last one first. What is fetched longer than the package takes is the interface. */
export function startsAt(
  { starts }: FunctionRuns,
  nodes: readonly WorldNode[],
  component: number,
  t: SimTime,
  most: number,
): StartParts[] {
  const wholePackage = packageSecondsOf(nodes[component] as WorldNode);
  return starts
    .filter((start) => start.component === component && start.launchedAt <= t)
    .slice(-most)
    .toReversed()
    .map(({ environment, launchedAt, runningAt, readyAt }) => {
      const isFetched = runningAt !== NOT_YET && runningAt <= t;
      const fetched = toSeconds((isFetched ? runningAt : t) - launchedAt);
      const packageSeconds = Math.min(fetched, wholePackage);
      return {
        environment,
        atSeconds: toSeconds(launchedAt),
        packageSeconds,
        interfaceSeconds: fetched - packageSeconds,
        initSeconds: isFetched ? toSeconds(Math.min(readyAt, t) - runningAt) : 0,
        isOpen: !isFetched || readyAt > t,
      };
    });
}

/** AWS Lambda until September 2019: interfaces = peak concurrency × memory in GB / 3. */
const GB_PER_INTERFACE = 3;

/** The most memory that a function could have then: from here on each environment had an interface of its own. */
export const MOST_MEMORY_THEN = 3008;

/** How many interfaces a subnet had to have room for, then. */
export function interfacesThen(peakConcurrency: number, memoryMegabytes: number): number {
  return Math.ceil((peakConcurrency * (memoryMegabytes / MEGABYTES_PER_GB)) / GB_PER_INTERFACE);
}
