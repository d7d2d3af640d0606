/**
 * Finds a better size for each fleet of a run, by running the same scenario with other numbers of instances: fewer, as
 * long as it is as quick and turns nobody more away; or more, where too many were refused or lost.
 */

import type { PriceChanges } from '../../cost/prices.ts';
import { MOST_INSTANCES } from '../../models/instance-group/scaling-params.ts';
import { nodesOf } from '../../scenario/create-simulation.ts';
import type { RunReport } from '../../scenario/report.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import type { Search } from '../../stores/searches.ts';

/** By how much the p95 may be longer and still count as the same. Our choice: a twentieth. */
export const TOLERANCE = 0.05;
/** From which share of refused and lost uploads on more instances are looked for. Our choice. */
const TOO_MANY_BAD = 0.01;
/** How many times as many instances are tried at most. Our choice. */
const MOST_TIMES = 16;

/** Which number of a fleet is turned: all of it, or, where it scales by itself, its minimum or its maximum. */
export type Turned = 'size' | 'minimum' | 'maximum';

/** A fleet as it is set. */
export interface Fleet {
  component: string;
  turned: Turned;
  /** The number that is turned, as it is set. */
  set: number;
  /** From where fewer are tried. A maximum that was never reached is begun at the most that were wanted. */
  from: number;
  least: number;
  desired: number;
  maximum: number;
  /** Share of its slots that were taken, 0 to 1; null if nothing was ever in service. */
  used: number | null;
}

/** What came of another number, beside what is. */
export interface Trial {
  p95Seconds: number | null;
  badShare: number;
  perHourUsd: number;
}

export interface Advice {
  fleet: Fleet;
  /** `keep`: no other number does; `least`: it has as few as it can have. */
  kind: 'fewer' | 'more' | 'keep' | 'least';
  to: number;
  before: Trial;
  /** With `to`; where nothing better was found, as before. */
  after: Trial;
  runs: number;
}

type GroupReport = Extract<RunReport['components'][number], { kind: 'instance-group' }>;

/** The fleets of a run that have machines of their own. */
export function fleetsOf(scenario: StageScenario, report: RunReport): Fleet[] {
  return nodesOf(scenario).flatMap(({ id, kind, params }): Fleet[] => {
    const measured = report.components.find(
      (each): each is GroupReport => each.id === id && each.kind === 'instance-group',
    );
    if (kind !== 'instance-group' || measured === undefined || typeof params['runsOn'] === 'string') return [];
    const [minimum, desired, maximum] = [params['minimum'], params['desired'], params['maximum']].map(Number) as [
      number,
      number,
      number,
    ];
    const common = { component: id, desired, maximum, used: measured.utilisation };
    if ((params['scaling'] as readonly unknown[]).length === 0) {
      const size = Math.max(minimum, Math.min(desired, maximum));
      return [{ ...common, turned: 'size', set: size, from: size, least: 1 }];
    }
    // Behind an address somebody has to answer; a queue waits until somebody is there.
    const least = typeof params['queue'] === 'string' ? 0 : 1;
    if (minimum > least) return [{ ...common, turned: 'minimum', set: minimum, from: minimum, least }];
    const most = Math.max(1, Math.min(maximum, measured.desiredInstances.maximum));
    return [{ ...common, turned: 'maximum', set: maximum, from: most, least: 1 }];
  });
}

/** The same scenario with another number for a fleet. */
export function withNumber(scenario: StageScenario, fleet: Fleet, n: number): StageScenario {
  return withParameters(scenario, fleet.component, numbersFor(fleet, n));
}

/** The parameters that make up a number, as they are to be set. */
export function numbersFor({ turned, desired, set, maximum }: Fleet, n: number): Record<string, number> {
  if (turned === 'size') return { minimum: n, desired: n, maximum: n };
  if (turned === 'maximum') return { maximum: n, desired: Math.min(desired, n) };
  return { minimum: n, desired: desired === set ? n : Math.max(desired, n), maximum: Math.max(maximum, n) };
}

function withParameters(scenario: StageScenario, component: string, numbers: Record<string, number>): StageScenario {
  const { parameters } = scenario;
  return { ...scenario, parameters: { ...parameters, [component]: { ...parameters[component], ...numbers } } };
}

function trialOf({ uploads, untilWatchable, bill }: RunReport): Trial {
  const { started, refused, lost, deadLettered } = uploads;
  return {
    p95Seconds: untilWatchable.p95Seconds,
    badShare: started === 0 ? 0 : (refused + lost + deadLettered) / started,
    perHourUsd: bill.perHourUsd ?? 0,
  };
}

/** Whether it is as quick within the tolerance, and turned no more away. */
export function isAsGood(trial: Trial, before: Trial): boolean {
  if (trial.badShare > before.badShare) return false;
  if (before.p95Seconds === null) return true;
  return trial.p95Seconds !== null && trial.p95Seconds <= before.p95Seconds * (1 + TOLERANCE);
}

/** Looks for a better number for one fleet; `report` is what came of the scenario as it is. */
export function* adviseOn(
  scenario: StageScenario,
  report: RunReport,
  fleet: Fleet,
  prices: PriceChanges,
): Search<Advice> {
  const before = trialOf(report);
  let runs = 0;
  function* run(of: Fleet, n: number): Search<Trial> {
    runs += 1;
    return trialOf(yield { scenario: withNumber(scenario, of, n), prices });
  }
  if (before.badShare >= TOO_MANY_BAD && isStrained(report, fleet)) {
    const more: Fleet = fleet.turned === 'maximum' ? { ...fleet, turned: 'minimum', set: 0 } : fleet;
    const found = yield* leastMore(more, (n) => run(more, n));
    return found
      ? { fleet: more, kind: 'more', to: found.n, before, after: found.trial, runs }
      : { fleet, kind: 'keep', to: fleet.set, before, after: before, runs };
  }
  if (fleet.from <= fleet.least) return { fleet, kind: 'least', to: fleet.set, before, after: before, runs };
  const found = yield* leastFewer(fleet, before, (n) => run(fleet, n));
  return found
    ? { fleet, kind: 'fewer', to: found.n, before, after: found.trial, runs }
    : { fleet, kind: 'keep', to: fleet.set, before, after: before, runs };
}

/** Whether this fleet had to do with what went wrong: it refused, or hardly a slot was free. */
function isStrained({ components }: RunReport, { component }: Fleet): boolean {
  const group = components.find((each): each is GroupReport => each.kind === 'instance-group' && each.id === component);
  return group !== undefined && (group.requestsRefused > 0 || (group.utilisation ?? 0) > 0.9);
}

interface Found {
  n: number;
  trial: Trial;
}

/** The least number below what is set that is as good, found by halving; null if one fewer is not. */
function* leastFewer(fleet: Fleet, before: Trial, run: (n: number) => Search<Trial>): Search<Found | null> {
  let low = fleet.least;
  let high = fleet.from;
  let found: Found | null = null;
  while (low < high) {
    const n = Math.floor((low + high) / 2);
    const trial = yield* run(n);
    if (isAsGood(trial, before)) {
      found = { n, trial };
      high = n;
    } else low = n + 1;
  }
  return found;
}

/** The least number above what is set with which few come to nothing: doubled until it does, then halved. */
function* leastMore(fleet: Fleet, run: (n: number) => Search<Trial>): Search<Found | null> {
  const start = Math.max(1, fleet.set);
  let low = fleet.set + 1;
  let found: Found | null = null;
  for (let n = start * 2; found === null; n *= 2) {
    const tried = Math.min(n, MOST_INSTANCES);
    const trial = yield* run(tried);
    if (trial.badShare < TOO_MANY_BAD) found = { n: tried, trial };
    else if (tried === MOST_INSTANCES || n >= start * MOST_TIMES) return null;
    else low = tried + 1;
  }
  while (low < found.n) {
    const n = Math.floor((low + found.n) / 2);
    const trial = yield* run(n);
    if (trial.badShare < TOO_MANY_BAD) found = { n, trial };
    else low = n + 1;
  }
  return found;
}
