/** Checks that each intervention strikes something that is there, in a way that means something to it, within the run. */
import { faultCatalogue } from '../faults/catalogue.ts';
import type { Fault } from '../models/facts.ts';
import type { FunctionVersion, Parameter, StepProgram } from '../models/parameters.ts';
import { type ComponentKind, models } from '../models/registry.ts';
import { anyOf, didYouMean, eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { workers } from './flow.ts';
import { scenarioDefaults } from './new-scenario.ts';
import { aKind, ruleOf } from './parameter-rules.ts';
import type { Intervention } from './scenario.ts';

export function checkInterventions(draft: Draft, architecture: Architecture | null): void {
  for (const place of draft.keysAt('interventions')) {
    const path = ['interventions', Number(place)];
    checkTimes(draft, path);
    const intervention = draft.at<Intervention>(...path);
    if (intervention !== undefined && architecture !== null) checkOne(draft, architecture, intervention, path);
  }
}

function checkTimes(draft: Draft, path: Path): void {
  const isSet = draft.keysAt().includes('durationSeconds');
  const durationSeconds = isSet ? draft.at<number>('durationSeconds') : scenarioDefaults.durationSeconds;
  for (const key of ['atSeconds', 'untilSeconds']) {
    const time = draft.at<number>(...path, key);
    if (time === undefined || durationSeconds === undefined || time <= durationSeconds) continue;
    draft.report([...path, key], `a number from 0 to ${durationSeconds} (s), the duration of the run`);
  }
  const at = draft.at<number>(...path, 'atSeconds');
  const until = draft.at<number>(...path, 'untilSeconds');
  if (at !== undefined && until !== undefined && until <= at) {
    draft.report([...path, 'untilSeconds'], `more than atSeconds, which is ${at}`);
  }
}

function checkOne(draft: Draft, architecture: Architecture, intervention: Intervention, path: Path): void {
  const targets = targetsOf(draft, architecture, intervention, path);
  if (targets === null) return;
  if (intervention.kind === 'fault') checkFault(draft, architecture, intervention.fault, targets, path);
  else if (intervention.kind === 'set') checkSet(draft, intervention.parameter, targets, path);
  else checkUpload(draft, architecture, targets, path);
}

/** The components that are struck; null, with the problem told, if there are none or if it cannot be known. */
function targetsOf(
  draft: Draft,
  { components, hasAllComponents }: Architecture,
  intervention: Intervention,
  path: Path,
): DraftComponent[] | null {
  const all = [...components.values()];
  const { target } = intervention;
  if (target === undefined) {
    const clients = all.filter(({ kind }) => kind === 'client');
    if (clients.length > 0) return clients;
    if (hasAllComponents) draft.report([...path, 'kind'], '"fault" or "set", as there is no client here');
    return null;
  }
  const steps = all.map(stepsOf);
  const wanted = target.startsWith('step:') ? target.slice('step:'.length) : null;
  const targets = all.filter(({ id }, place) => (wanted === null ? id === target : steps[place]?.includes(wanted)));
  if (targets.length > 0) return targets;
  if (hasAllComponents && steps.every((each) => each !== null)) {
    draft.report([...path, 'target'], () => {
      const names = [...components.keys(), ...new Set(steps.flat().map((step) => `step:${step}`))];
      return anyOf(names) + didYouMean(target, names);
    });
  }
  return null;
}

/** The steps that a component does; null if what says so is wrong. */
function stepsOf(component: DraftComponent): string[] | null {
  if (!workers.includes(component.kind)) return [];
  return component.valueOf<StepProgram[]>('steps')?.map(({ step }) => step) ?? null;
}

function checkFault(
  draft: Draft,
  { components }: Architecture,
  fault: Fault,
  targets: readonly DraftComponent[],
  path: Path,
): void {
  const { kinds } = faultCatalogue[fault];
  const wrong = targets.find(({ kind }) => !kinds.includes(kind));
  if (wrong === undefined) return;
  const fitting = [...components.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const choice = fitting.length === 0 ? 'there is none' : anyOf(fitting);
  const allowed = `${eitherOf(kinds.map(aKind))} (${choice}), because the fault is "${fault}"`;
  draft.report([...path, 'target'], `${allowed}; "${wrong.id}" is ${aKind(wrong.kind)}`);
}

function checkUpload(draft: Draft, { components }: Architecture, targets: readonly DraftComponent[], path: Path): void {
  const wrong = targets.find(({ kind }) => kind !== 'client');
  if (wrong === undefined) return;
  const clients = [...components.values()].filter(({ kind }) => kind === 'client').map(({ id }) => id);
  const choice = clients.length === 0 ? 'there is none' : anyOf(clients);
  draft.report(
    [...path, 'target'],
    `a client (${choice}), because only clients upload; "${wrong.id}" is ${aKind(wrong.kind)}`,
  );
}

function checkSet(draft: Draft, name: string, targets: readonly DraftComponent[], path: Path): void {
  for (const target of targets) {
    const { kind } = target;
    const turnable = turnableOf(kind);
    const declared = turnable.get(name);
    if (declared !== undefined) {
      // Only by itself: what it names may be missing while the run goes on, as in the real services.
      draft.check(ruleOf(declared), [...path, 'value']);
      if (name === 'aliasVersion' || name === 'secondVersion') checkVersion(draft, target, [...path, 'value']);
      continue;
    }
    const names = [...turnable.keys()];
    const isDeclared = Object.hasOwn(models[kind].parameters, name);
    const reason = isDeclared ? `; "${name}" cannot be turned while the run goes on` : didYouMean(name, names);
    draft.report([...path, 'parameter'], anyOf(names) + reason);
  }
}

/** Versions are published before the run; an alias can stand for no other. */
function checkVersion(draft: Draft, target: DraftComponent, path: Path): void {
  const version = draft.at<unknown>(...path);
  const published = target.valueOf<FunctionVersion[]>('versions')?.map((each) => each.version);
  if (published === undefined || typeof version !== 'number' || version === 0 || published.includes(version)) return;
  draft.report(path, `0 or one of the versions of "${target.id}" (${published.join(', ') || 'there is none'})`);
}

/** The parameters of a kind that can be turned while the run goes on. */
function turnableOf(kind: ComponentKind): ReadonlyMap<string, Parameter> {
  const declared: Record<string, Parameter> = models[kind].parameters;
  return new Map(Object.entries(declared).filter(([, each]) => each.type !== 'choice' && each.turnable === true));
}
