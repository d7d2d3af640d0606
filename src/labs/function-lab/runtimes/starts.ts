/**
 * What a start is made of, as it was run: forty callers at once find no environment, so that forty start; and forty more
 * find them warm. Run once more with no code of its own outside the handler, the same forty tell how much of the start was
 * that code. Such a run takes a few milliseconds, which is why it is run on the page itself.
 */
import { seconds, toSeconds } from '../../../engine/time.ts';
import { TraceRecorder } from '../../../engine/trace.ts';
import { FACT } from '../../../models/facts.ts';
import { INIT_LIMIT_SECONDS } from '../../../models/function/runtimes.ts';
import { createSimulation } from '../../../scenario/create-simulation.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import type { RuntimeChoice } from './choices.ts';

/** Environments that start. Our choice: enough to see the ends of a range. */
export const STARTS = 40;
/** When they start, and when all of them are warm. */
const COLD_AT_SECONDS = 1;
const WARM_AT_SECONDS = 200;
const END_SECONDS = 400;

/** What they start with. */
export interface StartSetting {
  memoryMegabytes: number;
  /** Unzipped. */
  packageMegabytes: number;
  /** The program's own code outside the handler, on one vCPU, s. */
  ownSeconds: number;
}

/** Of forty, from the shortest to the longest, s. */
export interface Spread {
  least: number;
  median: number;
  most: number;
}

export interface Starts {
  choice: RuntimeChoice;
  /** The package is fetched: not billed. */
  download: Spread;
  /** The runtime starts, or the snapshot is restored: billed. */
  runtime: Spread;
  /** The program's own code: billed. Nothing after a snapshot. */
  own: Spread;
  /** All of it. */
  total: Spread;
  /** A warm call that follows. */
  warm: Spread;
  /** Whether a start took longer than it may, and was cut off to be done again with the first call. */
  isCutOff: boolean;
}

const LAUNCHED = FACT['instance.launched'];
const RUNNING = FACT['instance.running'];
const IN_SERVICE = FACT['instance.in-service'];
const BEGAN = FACT['job.began'];
const FINISHED = FACT['job.finished'];

export function scenarioOf({ runtime, isRestored }: RuntimeChoice, setting: StartSetting): StageScenario {
  const times = (at: number): number[] => Array.from({ length: STARTS }, () => at);
  return newScenario('function-runtimes', {
    durationSeconds: END_SECONDS,
    parameters: {
      callers: { arrivals: 'times', times: [...times(COLD_AT_SECONDS), ...times(WARM_AT_SECONDS)] },
      handler: {
        runtime,
        snapStart: isRestored ? 'yes' : 'no',
        memoryMegabytes: setting.memoryMegabytes,
        packageMegabytes: setting.packageMegabytes,
        initSeconds: { kind: 'constant', value: setting.ownSeconds },
        idleSeconds: { kind: 'constant', value: END_SECONDS },
      },
    },
  });
}

/** Runs it, and reads what its starts were made of. */
export function startsOf(choice: RuntimeChoice, setting: StartSetting): Starts {
  const whole = timesOf(scenarioOf(choice, setting));
  const bare = setting.ownSeconds === 0 ? whole : timesOf(scenarioOf(choice, { ...setting, ownSeconds: 0 }));
  // The same draws of chance in both, environment by environment.
  const own = whole.init.map((init, place) => Math.max(0, init - (bare.init[place] ?? init)));
  return {
    choice,
    download: spreadOf(whole.download),
    runtime: spreadOf(bare.init),
    own: spreadOf(own),
    total: spreadOf(whole.init.map((init, place) => init + (whole.download[place] ?? 0))),
    warm: spreadOf(whole.warm),
    isCutOff: whole.init.some((init) => init >= INIT_LIMIT_SECONDS),
  };
}

interface Times {
  download: number[];
  init: number[];
  warm: number[];
}

function timesOf(scenario: StageScenario): Times {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(END_SECONDS));
  const { at, kind, subject, length } = recorder.take();
  const launched = new Map<number, number>();
  const running = new Map<number, number>();
  const began = new Map<number, number>();
  const times: Times = { download: [], init: [], warm: [] };
  for (let row = 0; row < length; row += 1) {
    const [t, instance] = [toSeconds(at[row] as number), subject[row] as number];
    if (kind[row] === LAUNCHED) launched.set(instance, t);
    else if (kind[row] === RUNNING) {
      running.set(instance, t);
      times.download.push(t - (launched.get(instance) ?? t));
    } else if (kind[row] === IN_SERVICE) times.init.push(t - (running.get(instance) ?? t));
    else if (kind[row] === BEGAN) began.set(instance, t);
    else if (kind[row] === FINISHED && t >= WARM_AT_SECONDS) times.warm.push(t - (began.get(instance) ?? t));
  }
  return times;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { least: at(0), median: at(0.5), most: at(1) };
}
