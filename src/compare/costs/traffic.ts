/**
 * The runs behind the curves: which traffic an architecture meets, for how long, and in what setting. So that prices of
 * real services are not held against a classroom's clock, the parameters are those that the services come with ("real"),
 * but for the few that nobody would leave as they come. The work itself is that of the story in both.
 */
import { topologyOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { type LadderId, ladderIds, type StageId } from '../../stages/catalogue.ts';

/** Uploads per second of the points that are run for every architecture. */
export const RATES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000] as const;

/** The same for all, so that every architecture meets the same uploads. */
const SEED = 1;

/**
 * How many uploads a run has, and how long it is at least. Our choice: a few hundred uploads at a trickle; at a flood
 * long enough that those still under way at the end, some ten seconds' worth, are a few in a hundred.
 */
const LEAST_UPLOADS = 400;
const USUAL_SECONDS = 2000;
const MANY_UPLOADS = 20_000;
const LEAST_SECONDS = 200;

/** How long a run at this rate lasts, in simulated seconds. */
export function secondsAt(ratePerSecond: number): number {
  if (ratePerSecond * USUAL_SECONDS <= LEAST_UPLOADS) return Math.ceil(LEAST_UPLOADS / ratePerSecond);
  return Math.ceil(Math.max(LEAST_SECONDS, Math.min(USUAL_SECONDS, MANY_UPLOADS / ratePerSecond)));
}

/** How long nobody comes for the idle cost: a day. */
const IDLE_SECONDS = 86_400;

/** How many instances each group is sized to, by its id. Groups that are not named stay as the architecture has them. */
export type Sizes = Readonly<Record<string, number>>;

/** How the number of instances of a group comes about. */
export type Scaling = 'fixed' | 'tracking' | 'stepped';

/** A group of instances as its architecture has it. */
export interface Group {
  id: string;
  scaling: Scaling;
  /** Work that one instance does at once. */
  slots: number;
  /** Instances at the start; the fewest there may be; the most. */
  desired: number;
  minimum: number;
  maximum: number;
  /** Share of its slots that a tracked group aims at; 1 for the others. */
  target: number;
}

/** The groups of an architecture that have machines of their own. */
export function groupsOf(stage: StageId): Group[] {
  return groupsIn(newScenario(stage));
}

/** The groups of a scenario that have machines of their own. */
export function groupsIn(scenario: StageScenario): Group[] {
  return topologyOf(scenario).nodes.flatMap(({ id, kind, params: asItComes = {} }): Group[] => {
    const params = { ...asItComes, ...scenario.parameters[id] };
    if (kind !== 'instance-group') return [];
    const number = (name: string, or: number): number => {
      const value = (params as Readonly<Record<string, unknown>>)[name];
      return typeof value === 'number' ? value : or;
    };
    const policies = ((params as Readonly<Record<string, unknown>>)['scaling'] ?? []) as readonly { kind: string }[];
    const tracked = policies.find((policy): policy is { kind: string; target: number } => 'target' in policy);
    return [
      {
        id,
        scaling: tracked ? 'tracking' : policies.length > 0 ? 'stepped' : 'fixed',
        slots: number('slotsPerInstance', 1),
        desired: number('desired', 1),
        minimum: number('minimum', 1),
        maximum: number('maximum', 1),
        target: tracked ? tracked.target / 100 : 1,
      },
    ];
  });
}

/** What stands in place of the services' own defaults, by kind, because nobody would run this work with them. */
const setByUs = {
  /** A minute and no 3 s: the longest video takes longer than that to transcode. */
  function: { timeoutSeconds: 60 },
  /** Long polling; and nobody else gets a message while it is worked on. */
  queue: { receiveWaitSeconds: 20, visibilityTimeoutSeconds: 300 },
  /** A machine that is to go may finish its work, as by a lifecycle hook. */
  'instance-group': { drainLimitSeconds: 7200 },
} as const;

/** An architecture under steady traffic, with its groups sized so. */
export function scenarioAt(
  stage: LadderId,
  ratePerSecond: number,
  sizes: Sizes,
  durationSeconds = secondsAt(ratePerSecond),
): StageScenario {
  const traffic = { arrivals: 'poisson', ratePerSecond };
  return scenarioOf(stage, traffic, sizes, durationSeconds);
}

/** An architecture to which nobody comes, as it stands from the start. */
export function idleScenario(stage: LadderId): StageScenario {
  return scenarioOf(stage, { arrivals: 'none' }, {}, IDLE_SECONDS);
}

function scenarioOf(stage: LadderId, traffic: object, sizes: Sizes, durationSeconds: number): StageScenario {
  const groups = groupsOf(stage);
  const parameters: Record<string, Record<string, unknown>> = {};
  for (const { id, kind } of topologyOf(newScenario(stage)).nodes) {
    // Clicks of viewers and errors of players are heard in one of the seven only: left out, so that all do the same.
    if (kind === 'client') parameters[id] = id === 'users' ? { ...traffic } : { arrivals: 'none' };
    else if (kind === 'function' || kind === 'queue') parameters[id] = { ...setByUs[kind] };
    else if (kind === 'instance-group') parameters[id] = { ...setByUs[kind], ...sized(groups, id, sizes[id]) };
  }
  return newScenario(stage, { defaults: 'real', seed: SEED, durationSeconds, parameters });
}

/** The parameters of a group of this size. */
export function sized(groups: readonly Group[], id: string, size: number | undefined): Record<string, number> {
  const group = groups.find((each) => each.id === id);
  if (group === undefined || size === undefined) return {};
  const maximum = Math.max(size, group.maximum);
  // A tracked group finds its number by itself, from where it starts; the others have that many at least.
  return { desired: size, maximum, minimum: group.scaling === 'tracking' ? group.minimum : size };
}

/** What is held against what: architectures that do the same work, and under which traffic each of them is run. */
export interface Contest<S extends StageId = LadderId> {
  stages: readonly S[];
  /** Uploads, or calls, per second of the points that are run for all of them; from the least to the most. */
  rates: readonly number[];
  /** The one whose crossings with each of the others are told. */
  told: S;
  groupsOf(stage: S): readonly Group[];
  scenarioAt(stage: S, ratePerSecond: number, sizes: Sizes, durationSeconds?: number): StageScenario;
  idleScenario(stage: S): StageScenario;
}

/** The seven stages of the ladder. */
export const ladderContest: Contest = {
  stages: ladderIds,
  rates: RATES,
  told: 'serverless',
  groupsOf,
  scenarioAt,
  idleScenario,
};
