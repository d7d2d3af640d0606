/** The points of the curves that are measured: a short run for each of a few sizes, of the same work, one call after another. */
import { SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { type Distribution, meanOf } from '../../../engine/distributions.ts';
import { toSeconds } from '../../../engine/time.ts';
import type { StepProgram } from '../../../models/parameters.ts';
import { nodesOf, planOf } from '../../../scenario/create-simulation.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { handling } from '../../../stages/function-lab/handling.ts';
import { type CallPrices, durationAt, MILLION, usdOfCall, type Work } from './closed-form.ts';

/** Sizes that are run. Our choice: the ends, the doublings, and 1, 2, 3, 4 and the most vCPU. */
export const MEASURED_MEGABYTES = [128, 256, 512, 1024, 1769, 3538, 5307, 7076, 10_240] as const;

/** Calls of a run. Our choice: few, as nothing but the time of the write differs from one to the next. */
const CALLS = 12;

/** What a run at one size gave. */
export interface MeasuredPoint {
  memoryMegabytes: number;
  /** Mean of the runs, without starts; null where none came to its end. */
  seconds: number | null;
  /** Billed for runs that went well, without starts: the requests, and GB-seconds. */
  requests: number;
  gbSeconds: number;
  /** Runs that came to an error: cut off by the time-out. */
  errors: number;
  runs: number;
}

/** One call after another in one environment, so that only the first is cold, and each is over before the next. */
export function scenarioAt(work: Work, memoryMegabytes: number, timeoutSeconds: number): StageScenario {
  const apart = timeoutSeconds + 1;
  return newScenario('function-memory', {
    durationSeconds: apart * (CALLS + 1),
    parameters: {
      callers: { arrivals: 'steady', ratePerSecond: 1 / apart },
      handler: {
        memoryMegabytes,
        threads: work.threads,
        timeoutSeconds,
        idleSeconds: { kind: 'constant', value: 2 * apart },
        recycleSeconds: SECONDS_PER_DAY,
        steps: [handling(work.seconds, work.cpuShare)],
      },
    },
  });
}

export function pointOf(memoryMegabytes: number, report: RunReport): MeasuredPoint {
  const handler = report.components.find(({ id }) => id === 'handler');
  if (handler?.kind !== 'function') throw new Error('the bench of memory has no function "handler"');
  const amount = (priceId: string): number =>
    report.bill.lines.reduce(
      (sum, line) =>
        sum + (line.component === 'handler' && line.share === 'working' && line.priceId === priceId ? line.amount : 0),
      0,
    );
  const { invocations, errors, duration } = handler;
  return {
    memoryMegabytes,
    seconds: errors < invocations ? duration.meanSeconds : null,
    requests: amount('lambda.requests'),
    gbSeconds: amount('lambda.gb-s.x86'),
    errors,
    runs: invocations,
  };
}

/** US dollars for a million calls like those that went well; null where none did. */
export function measuredUsd({ requests, gbSeconds }: MeasuredPoint, prices: CallPrices): number | null {
  if (requests === 0) return null;
  return ((requests * prices.requestUsd + gbSeconds * prices.gbSecondUsd) / requests) * MILLION;
}

/** The work that the function of the bench is set to do, from the start of its run. */
export function workIn(scenario: StageScenario, threads: number): Work {
  const handler = nodesOf(scenario).find(({ id }) => id === 'handler');
  const [step] = (handler?.params['steps'] ?? []) as readonly StepProgram[];
  const [first] = step?.work ?? [];
  if (first === undefined) return { seconds: 0, cpuShare: 0, threads };
  return { seconds: meanOf(first.seconds), cpuShare: first.cpuShare ?? 1, threads };
}

/** How long the write of the item takes on average, s: there and back, and the table's own time. */
export function writeSeconds(scenario: StageScenario): number {
  const { nodes, links } = planOf(scenario);
  const to = nodes.findIndex(({ id }) => id === 'records');
  const from = nodes.findIndex(({ id }) => id === 'handler');
  const link = links.find((each) => each.from === from && each.to === to);
  const table = nodes[to]?.params['latency'] as Distribution | undefined;
  return 2 * toSeconds(link?.latency ?? 0) + (table === undefined ? 0 : meanOf(table));
}

/** How far points and closed form may be apart and still agree. Our choice: the writes of a dozen calls differ by as much. */
const AGREES_WITHIN = 0.03;

export interface Agreement {
  /** The largest difference in time or in cost, as a share of the closed form; null where nothing was measured. */
  most: number | null;
  agrees: boolean;
  /** Sizes of which both say that they are not done in time. */
  tooSlow: number;
}

/** Holds the measured points against the closed form. */
export function agreementOf(
  points: readonly MeasuredPoint[],
  work: Work,
  prices: CallPrices,
  timeoutSeconds: number,
  extraSeconds: number,
): Agreement {
  let most: number | null = null;
  let tooSlow = 0;
  let differ = false;
  for (const point of points) {
    const seconds = durationAt(work, point.memoryMegabytes) + extraSeconds;
    const usd = measuredUsd(point, prices);
    if (point.seconds === null || usd === null) {
      tooSlow += 1;
      differ ||= seconds < timeoutSeconds;
      continue;
    }
    const expected = usdOfCall(point.memoryMegabytes, seconds, prices) * MILLION;
    most = Math.max(most ?? 0, Math.abs(point.seconds / seconds - 1), Math.abs(usd / expected - 1));
    differ ||= point.errors > 0 && seconds < timeoutSeconds;
  }
  return { most, agrees: !differ && (most ?? 0) <= AGREES_WITHIN, tooSlow };
}
