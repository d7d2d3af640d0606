/** The three ways to do long work, each run with the same videos: the scenarios, and what came of each. */

import { type Distribution, meanOf } from '../../../engine/distributions.ts';
import { serverlessFunctionParameters } from '../../../models/function/params.ts';
import { nodesOf } from '../../../scenario/create-simulation.ts';
import { newScenario } from '../../../scenario/new-scenario.ts';
import type { RunReport } from '../../../scenario/report.ts';
import type { StageScenario } from '../../../scenario/scenario.ts';
import { formsOf, type StageId } from '../../../stages/catalogue.ts';
import { varied } from '../../../stores/scenario-edits.ts';

/** One long run; split into parts; another service. */
export const ways: readonly StageId[] = formsOf('function-timeouts');

/** Ids of the functions of a scenario. */
export function functionsOf(scenario: StageScenario): string[] {
  return nodesOf(scenario).flatMap(({ id, kind }) => (kind === 'function' ? [id] : []));
}

/** How long the videos are that come, in minutes; their mean, where they differ. */
export function minutesOf(scenario: StageScenario): number {
  const minutes = nodesOf(scenario).find(({ id }) => id === 'senders')?.params['videoMinutes'];
  return meanOf(minutes as Distribution);
}

/** The longest that a function may run, s, as set from the start; the longest that can be set where there is none. */
export function limitOf(scenario: StageScenario): number {
  const limits = nodesOf(scenario).flatMap(({ kind, params }) =>
    kind === 'function' ? [params['timeoutSeconds'] as number] : [],
  );
  return limits.length === 0 ? LONGEST_TIMEOUT_SECONDS : Math.min(...limits);
}

/** As long as a time-out can be set. */
export const LONGEST_TIMEOUT_SECONDS = serverlessFunctionParameters.timeoutSeconds.max;

/** The same with videos of another length. */
export function withMinutes(scenario: StageScenario, minutes: number): StageScenario {
  return varied(scenario, { senders: { videoMinutes: { kind: 'constant', value: minutes } } });
}

/** The same with another time-out for every function, from the start on. */
export function withLimit(scenario: StageScenario, timeoutSeconds: number): StageScenario {
  const own = functionsOf(scenario);
  const interventions = scenario.interventions.filter(
    (each) => each.kind !== 'set' || each.parameter !== 'timeoutSeconds' || !own.includes(each.target),
  );
  return varied({ ...scenario, interventions }, Object.fromEntries(own.map((id) => [id, { timeoutSeconds }])));
}

/** Each way as it comes, but with the videos, the time-out, the seed and the length of the run of this scenario. */
export function scenariosOf(scenario: StageScenario): StageScenario[] {
  const { seed, defaults, durationSeconds, parameters } = scenario;
  const { senders = {} } = parameters;
  const limit = limitOf(scenario);
  return ways.map((way) =>
    withLimit(newScenario(way, { seed, defaults, durationSeconds, parameters: { senders } }), limit),
  );
}

export interface WayResult {
  sent: number;
  finished: number;
  lost: number;
  /** Neither yet when the run ended. */
  open: number;
  costUsd: number;
  wastedUsd: number;
  /** Longest run of a function; null where none ran. */
  longestRunSeconds: number | null;
  /** From being sent to being watchable, the slowest; null where none is. */
  slowestSeconds: number | null;
}

export function resultOf({ uploads, bill, components, untilWatchable }: RunReport): WayResult {
  const longest = components.flatMap((each) =>
    each.kind === 'function' && each.duration.maximumSeconds !== null ? [each.duration.maximumSeconds] : [],
  );
  return {
    sent: uploads.started,
    finished: uploads.watchable,
    lost: uploads.lost + uploads.deadLettered + uploads.refused,
    open: uploads.open,
    costUsd: bill.totalUsd,
    wastedUsd: bill.split.wastedUsd,
    longestRunSeconds: longest.length === 0 ? null : Math.max(...longest),
    slowestSeconds: untilWatchable.maximumSeconds,
  };
}
