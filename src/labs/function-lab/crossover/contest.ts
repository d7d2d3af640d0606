/**
 * Functions against instances, with the same work: which scenarios are run for the curves. As in the curves of all stages
 * the parameters are those that the real services come with, so that prices are not held against a classroom's clock.
 */
import { type Contest, type Group, groupsIn, type Sizes, secondsAt, sized } from '../../../compare/costs/traffic.ts';
import { SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { serverlessFunctionParameters } from '../../../models/function/params.ts';
import { newScenario, type Overrides } from '../../../scenario/new-scenario.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { handling } from '../../../stages/function-lab/handling.ts';

/** The two forms of the bench. */
export type CrossoverId = 'function-crossover' | 'function-crossover-instances';
export const FUNCTIONS: CrossoverId = 'function-crossover';
export const INSTANCES: CrossoverId = 'function-crossover-instances';
export const contestants: readonly CrossoverId[] = [FUNCTIONS, INSTANCES];

/** The work of a call, and what the function is given for it. */
export interface Terms {
  /** On the reference machine, with 2 vCPU, as each of the instances has. */
  seconds: number;
  /** Share of it that is computing, 0 to 1. */
  cpuShare: number;
  /** Of the function. */
  memoryMegabytes: number;
}

/** Calls per second of the points. Our choice: from one in a minute and a half to what takes dozens of machines. */
export const CALL_RATES = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300] as const;

const SEED = 1;
/** Pieces of work that an instance has at once at most. Our choice. */
const MOST_SLOTS = 16;

/**
 * How many calls an instance has at once: as many as compute for their share of the time on the whole machine without
 * waiting for one another. Our choice, the same as for the tiers of the ladder.
 */
export function slotsFor(cpuShare: number): number {
  return Math.min(MOST_SLOTS, Math.max(1, Math.floor(1 / Math.max(cpuShare, 1 / MOST_SLOTS))));
}

/** What the terms are, as parameters of a form of the bench. */
export function parametersOf(stage: CrossoverId, terms: Terms): Record<string, Record<string, unknown>> {
  const steps = [handling(terms.seconds, terms.cpuShare)];
  return stage === FUNCTIONS
    ? { handler: { steps, memoryMegabytes: terms.memoryMegabytes } }
    : { servers: { steps, slotsPerInstance: slotsFor(terms.cpuShare) } };
}

function scenarioWith(
  stage: CrossoverId,
  terms: Terms,
  callers: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
  overrides: Overrides,
): StageScenario {
  const parameters = parametersOf(stage, terms);
  const component = stage === FUNCTIONS ? 'handler' : 'servers';
  // With little memory long computing takes minutes. A machine that is to go may finish its work; a caller waits for it.
  const set =
    stage === FUNCTIONS
      ? { timeoutSeconds: serverlessFunctionParameters.timeoutSeconds.max }
      : { drainLimitSeconds: 7200 };
  return newScenario(stage, {
    defaults: 'real',
    seed: SEED,
    ...overrides,
    parameters: {
      callers: { timeoutSeconds: 0, ...callers },
      [component]: { ...set, ...parameters[component], ...own },
    },
  });
}

/** The contest under these terms. */
export function contestOf(terms: Terms): Contest<CrossoverId> {
  const groups: Readonly<Record<CrossoverId, readonly Group[]>> = {
    'function-crossover': [],
    'function-crossover-instances': groupsIn(newScenario(INSTANCES, { parameters: parametersOf(INSTANCES, terms) })),
  };
  const ownOf = (stage: CrossoverId, sizes: Sizes): Record<string, number> =>
    stage === FUNCTIONS ? {} : sized([...groups[stage]], 'servers', sizes['servers']);
  return {
    stages: contestants,
    rates: CALL_RATES,
    told: FUNCTIONS,
    groupsOf: (stage) => groups[stage],
    scenarioAt: (stage, ratePerSecond, sizes, durationSeconds = secondsAt(ratePerSecond)) =>
      scenarioWith(stage, terms, { arrivals: 'poisson', ratePerSecond }, ownOf(stage, sizes), { durationSeconds }),
    idleScenario: (stage) => scenarioWith(stage, terms, { arrivals: 'none' }, {}, { durationSeconds: SECONDS_PER_DAY }),
  };
}

/** How long the two are shown side by side, s; shorter where many come, so that the page copes. Our choice. */
const SHOWN_SECONDS = 300;
const LEAST_SHOWN_SECONDS = 30;
const MOST_SHOWN_CALLS = 6000;

export function shownSecondsAt(ratePerSecond: number): number {
  return Math.ceil(Math.max(LEAST_SHOWN_SECONDS, Math.min(SHOWN_SECONDS, MOST_SHOWN_CALLS / ratePerSecond)));
}
