/**
 * What is published of the function and where its alias points at a moment, and the changes that a reader makes of that:
 * publish, try out on a few, go on to all, roll back. Pure.
 */
import type { FunctionVersion } from '../../../models/parameters.ts';
import { setAt } from '../../../playback/branch.ts';
import type { Intervention, SetIntervention, StageScenario } from '../../../scenario/scenario.ts';
import { valueAtTime, varied } from '../../../stores/scenario-edits.ts';

export const HANDLER = 'handler';

/** Where callers are led: to the first version, and for a share of the calls to the second; 0 is none. */
export interface Alias {
  first: number;
  second: number;
  share: number;
}

/** The settings of $LATEST, and those that a version keeps. */
export interface Settings {
  memoryMegabytes: number;
  errorShare: number;
  workFactor: number;
}

const parametersOfAlias = ['aliasVersion', 'secondVersion', 'secondVersionShare'] as const;

const numberAt = (scenario: StageScenario, parameter: string, t: number): number =>
  Number(valueAtTime(scenario, HANDLER, parameter, t));

export function aliasAt(scenario: StageScenario, t: number): Alias {
  return {
    first: numberAt(scenario, 'aliasVersion', t),
    second: numberAt(scenario, 'secondVersion', t),
    share: numberAt(scenario, 'secondVersionShare', t),
  };
}

export function latestAt(scenario: StageScenario, t: number): Settings {
  return {
    memoryMegabytes: numberAt(scenario, 'memoryMegabytes', t),
    errorShare: numberAt(scenario, 'errorShare', t),
    workFactor: numberAt(scenario, 'workFactor', t),
  };
}

export function publishedAt(scenario: StageScenario, t: number): readonly FunctionVersion[] {
  return valueAtTime(scenario, HANDLER, 'versions', t) as readonly FunctionVersion[];
}

/** What a version keeps; where it kept no memory of its own it has that of the function. */
export function settingsOf(version: FunctionVersion, latest: Settings): Settings {
  const { memoryMegabytes = latest.memoryMegabytes, errorShare = 0, workFactor = 1 } = version;
  return { memoryMegabytes, errorShare, workFactor };
}

/** The number that is published next: never one that was given before. */
export function nextVersion(published: readonly FunctionVersion[]): number {
  return Math.max(0, ...published.map(({ version }) => version)) + 1;
}

/** $LATEST as it is, with the next number. */
function frozen(published: readonly FunctionVersion[], latest: Settings): FunctionVersion {
  const { memoryMegabytes, errorShare, workFactor } = latest;
  return {
    version: nextVersion(published),
    memoryMegabytes,
    ...(errorShare === 0 ? {} : { errorShare }),
    ...(workFactor === 1 ? {} : { workFactor }),
  };
}

/** What was planned for later with versions and the alias belongs to another history: it is forgotten. */
function withoutLater(scenario: StageScenario, parameters: readonly string[], t: number): StageScenario {
  const isLater = (each: Intervention): boolean =>
    each.kind === 'set' && each.target === HANDLER && parameters.includes(each.parameter) && each.atSeconds >= t;
  return { ...scenario, interventions: scenario.interventions.filter((each) => !isLater(each)) };
}

/** From `t` on; at the start as part of how the bench is set. */
function withSet(scenario: StageScenario, parameter: string, value: unknown, t: number): StageScenario {
  if (t > 0) return setAt(scenario, HANDLER, parameter, value, t);
  return varied(scenario, { [HANDLER]: { [parameter]: value } });
}

/** One version more, made of $LATEST as it is at `t`. Where the alias points stays. */
export function withPublished(scenario: StageScenario, t: number): StageScenario {
  const published = publishedAt(scenario, t);
  const versions = [...published, frozen(published, latestAt(scenario, t))];
  const kept = withoutLater(scenario, ['versions', ...parametersOfAlias], t);
  return withSet(kept, 'versions', versions, t);
}

/** The alias elsewhere from `t` on. */
export function withAlias(scenario: StageScenario, { first, second, share }: Alias, t: number): StageScenario {
  const kept = withoutLater(scenario, parametersOfAlias, t);
  const values = { aliasVersion: first, secondVersion: second, secondVersionShare: share };
  const before = aliasAt(scenario, t);
  const was = { aliasVersion: before.first, secondVersion: before.second, secondVersionShare: before.share };
  // At `t` itself something may have been set that was just forgotten.
  const atThatMoment = aliasAt(kept, t);
  const is = {
    aliasVersion: atThatMoment.first,
    secondVersion: atThatMoment.second,
    secondVersionShare: atThatMoment.share,
  };
  return parametersOfAlias.reduce(
    (made, name) =>
      values[name] === was[name] && values[name] === is[name] ? made : withSet(made, name, values[name], t),
    kept,
  );
}

/** The version that is tried out: the one that has a share, or else the newest that is newer than what all get; 0 is none. */
export function candidate({ first, second, share }: Alias, published: readonly FunctionVersion[]): number {
  if (second !== 0 && share > 0) return second;
  return Math.max(0, ...published.map(({ version }) => version).filter((version) => version > first));
}

/** A share of the calls for the version that is tried out; null where there is none, or nothing to compare it with. */
export function tryOut(alias: Alias, published: readonly FunctionVersion[], share: number): Alias | null {
  const second = candidate(alias, published);
  return alias.first === 0 || second === 0 ? null : { first: alias.first, second, share };
}

/** All calls for the version that is tried out; the one before stays named, so that one can go back. */
export function forAll(alias: Alias, published: readonly FunctionVersion[]): Alias | null {
  const next = candidate(alias, published);
  if (next === 0 || alias.first === 0) return null;
  return { first: next, second: alias.first, share: 0 };
}

/** All calls for the version before; null where there is nothing to go back from. */
export function rolledBack({ first, second, share }: Alias): Alias | null {
  if (second !== 0 && share > 0) return { first, second, share: 0 };
  return second !== 0 && second < first ? { first: second, second: first, share: 0 } : null;
}

export interface AllAtOnce {
  scenario: StageScenario;
  /** What all callers get, and from when on, s. */
  version: number;
  atSeconds: number;
}

/**
 * The same run, but that the version which was first tried out on a few was brought out for all at that moment, and
 * nobody went back. Null where none was tried out.
 */
export function allAtOnce(scenario: StageScenario): AllAtOnce | null {
  const times = scenario.interventions
    .filter((each): each is SetIntervention => each.kind === 'set' && each.target === HANDLER)
    .map(({ atSeconds }) => atSeconds);
  const atSeconds = [0, ...times]
    .toSorted((a, b) => a - b)
    .find((t) => {
      const { second, share } = aliasAt(scenario, t);
      return second !== 0 && share > 0;
    });
  if (atSeconds === undefined) return null;
  const version = aliasAt(scenario, atSeconds).second;
  const { first } = aliasAt(scenario, atSeconds);
  return { scenario: withAlias(scenario, { first: version, second: first, share: 0 }, atSeconds), version, atSeconds };
}
