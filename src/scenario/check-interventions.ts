/** Checks that each intervention strikes something that is there, in a way that means something to it, within the run. */
import { faultCatalogue, kindsStruckBy } from '../faults/catalogue.ts';
import type { Fault } from '../models/facts.ts';
import type { FunctionVersion, Parameter } from '../models/parameters.ts';
import { type ComponentKind, models } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { anyOf, didYouMean, eitherOf, type Path } from '../text/wording.ts';
import type { Architecture, DraftComponent } from './architecture.ts';
import type { Draft } from './draft.ts';
import { defaultsOf } from './new-scenario.ts';
import { aKind, ruleOf } from './parameter-rules.ts';
import { numberRule } from './rules.ts';
import type { FaultIntervention, Intervention, SetIntervention } from './scenario.ts';
import { canStrike, isFormFor, struckBy, type Target, targetsFor } from './targets.ts';

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
  const durationSeconds = isSet ? draft.at<number>('durationSeconds') : defaultsOf(draft.at('stage')).durationSeconds;
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
  if (intervention.kind === 'fault') checkFault(draft, architecture, intervention, path);
  else checkComponents(draft, architecture, intervention, path);
}

function checkComponents(
  draft: Draft,
  architecture: Architecture,
  intervention: Exclude<Intervention, FaultIntervention>,
  path: Path,
): void {
  const targets = targetsOf(draft, architecture, intervention.target, path);
  if (targets === null) return;
  if (intervention.kind === 'set') checkSet(draft, intervention, targets, path);
  else checkUpload(draft, architecture, targets, path);
}

/** The components that are meant; null, with the problem told, if there are none or if it cannot be known. */
function targetsOf(
  draft: Draft,
  architecture: Architecture,
  target: Target | undefined,
  path: Path,
): DraftComponent[] | null {
  const { components, hasAllComponents } = architecture;
  const all = [...components.values()];
  if (target === undefined) {
    const clients = all.filter(({ kind }) => kind === 'client');
    if (clients.length > 0) return clients;
    if (hasAllComponents) draft.report([...path, 'kind'], '"fault" or "set", as there is no client here');
    return null;
  }
  const { nodes, links } = worldOf(architecture);
  const struck = struckBy(target, nodes, links);
  if (struck.length === 0) return reportNothing(draft, architecture, target, path);
  if (struck.some(({ link, part }) => link >= 0 || part !== '')) {
    draft.report([...path, 'target'], 'components, because a link, a zone or a rule is only struck by faults');
    return null;
  }
  return struck.map(({ component }) => all[component] as DraftComponent);
}

/** Says that a target means nothing here, if that can be known; null. */
function reportNothing(draft: Draft, architecture: Architecture, target: Target, path: Path): null {
  const { nodes, isWhole } = worldOf(architecture);
  if (isWhole) {
    draft.report([...path, 'target'], () => {
      const steps = nodes.flatMap(({ params }) =>
        ((params['steps'] ?? []) as { step: string }[]).map(({ step }) => step),
      );
      const names = [...architecture.components.keys(), ...new Set(steps.map((step) => `step:${step}`))];
      return anyOf(names) + didYouMean(target, names);
    });
  }
  return null;
}

/** The components and links of a draft as targets see them, and whether nothing of that is missing or wrong. */
function worldOf({ components, links, hasAllComponents, hasAllLinks }: Architecture): {
  nodes: WorldNode[];
  links: { from: number; to: number }[];
  isWhole: boolean;
} {
  let isWhole = hasAllComponents && hasAllLinks;
  const nodes = [...components.values()].map((component): WorldNode => {
    const names = seenByTargets.filter((name) => Object.hasOwn(models[component.kind].parameters, name));
    const params = Object.fromEntries(names.map((name) => [name, component.valueOf(name)]));
    if (Object.values(params).includes(undefined)) isWhole = false;
    const sound = Object.entries(params).filter(([, value]) => value !== undefined);
    return { id: component.id, kind: component.kind, params: { rules: [], ...Object.fromEntries(sound) } };
  });
  const place = (id: string): number => nodes.findIndex((node) => node.id === id);
  const sound = links.map(({ from, to }) => ({ from: place(from), to: place(to) }));
  return { nodes, links: sound.filter(({ from, to }) => from >= 0 && to >= 0), isWhole };
}

/** Parameters by which targets tell what is where. */
const seenByTargets = ['steps', 'zones', 'queue', 'mappings', 'rules'];

function checkFault(draft: Draft, architecture: Architecture, intervention: FaultIntervention, path: Path): void {
  const { fault, target } = intervention;
  checkStrength(draft, fault, path);
  const world = worldOf(architecture);
  const { nodes, links, isWhole } = world;
  const reportPlaces = (why: string): void => {
    draft.report([...path, 'target'], () => {
      const meant = why === '' ? didYouMean(target, targetsFor(fault, nodes, links)) : why;
      return `${placesFor(fault, nodes, links)}, because the fault is "${fault}"${meant}`;
    });
  };
  const struck = struckBy(target, nodes, links);
  if (struck.length === 0) {
    if (!isWhole) return;
    if (isFormFor(fault, target) && faultCatalogue[fault].scope === 'component') {
      reportNothing(draft, architecture, target, path);
    } else reportPlaces('');
    return;
  }
  if (!isFormFor(fault, target)) {
    reportPlaces('');
    return;
  }
  const wrong = struck.find((each) => !canStrike(fault, each, nodes));
  if (wrong === undefined) return;
  const { id, kind } = nodes[wrong.component] as WorldNode;
  if (!kindsStruckBy(fault).includes(kind)) reportPlaces(`; "${id}" is ${aKind(kind)}`);
  else if (isWhole) reportPlaces('');
}

/** What a fault can strike here, in words. */
function placesFor(fault: Fault, nodes: readonly WorldNode[], links: readonly { from: number; to: number }[]): string {
  const { scope } = faultCatalogue[fault];
  const places = targetsFor(fault, nodes, links);
  const choice = places.length === 0 ? 'there is none' : anyOf(places);
  if (scope !== 'component') return `a ${scope} (${choice})`;
  return `${eitherOf(kindsStruckBy(fault).map(aKind))} (${choice})`;
}

function checkStrength(draft: Draft, fault: Fault, path: Path): void {
  const strength = draft.at<number>(...path, 'strength');
  if (strength === undefined) return;
  const declared = faultCatalogue[fault].strength;
  if (declared === null) draft.report([...path, 'strength'], `nothing: the fault "${fault}" has no strength`);
  else {
    const { min, max, unit, integer = false } = declared;
    draft.check(numberRule({ min, max, unit, ...(integer ? { integer } : {}) }), [...path, 'strength']);
  }
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

function checkSet(
  draft: Draft,
  { parameter: name, atSeconds }: SetIntervention,
  targets: readonly DraftComponent[],
  path: Path,
): void {
  for (const target of targets) {
    const { kind } = target;
    const turnable = turnableOf(kind);
    const declared = turnable.get(name);
    if (declared !== undefined) {
      // Only by itself: what it names may be missing while the run goes on, as in the real services.
      draft.check(ruleOf(declared), [...path, 'value']);
      if (name === 'aliasVersion' || name === 'secondVersion') checkVersion(draft, target, atSeconds, path);
      if (name === 'versions') checkPublished(draft, target, atSeconds, path);
      continue;
    }
    const names = [...turnable.keys()];
    const isDeclared = Object.hasOwn(models[kind].parameters, name);
    const reason = isDeclared ? `; "${name}" cannot be turned while the run goes on` : didYouMean(name, names);
    draft.report([...path, 'parameter'], anyOf(names) + reason);
  }
}

/** An alias stands for versions that are published, before the run or while it goes on. */
function checkVersion(draft: Draft, target: DraftComponent, atSeconds: number, path: Path): void {
  const version = draft.at<unknown>(...path, 'value');
  // In whatever order what is done at one moment is written down.
  const known = publishedBefore(draft, target, atSeconds, Number.POSITIVE_INFINITY)?.map((each) => each.version);
  if (known === undefined || typeof version !== 'number' || version === 0 || known.includes(version)) return;
  const allowed = `0 or one of the versions of "${target.id}" (${known.join(', ') || 'there is none'})`;
  draft.report([...path, 'value'], allowed);
}

/** AWS Lambda: a published version never changes, and its number, which only rises, is never given again. */
function checkPublished(draft: Draft, target: DraftComponent, atSeconds: number, path: Path): void {
  const before = publishedBefore(draft, target, atSeconds, Number(path[1]));
  const after = draft.at<FunctionVersion[]>(...path, 'value');
  if (before === undefined || after === undefined) return;
  const isKept = before.every((each, place) => isSameVersion(each, after[place]));
  const isRising = after.every(({ version }, place) => place === 0 || version > (after[place - 1]?.version ?? 0));
  if (isKept && (isRising || after.length === before.length)) return;
  const numbers = before.map(({ version }) => version).join(', ') || 'there is none';
  const allowed = `the versions published before, unchanged (${numbers}), and after them others with higher numbers`;
  draft.report([...path, 'value'], allowed);
}

/**
 * What is published of a function at a time, by all that comes earlier and by those interventions of that very moment
 * that stand before this place; undefined where that cannot be known.
 */
function publishedBefore(
  draft: Draft,
  target: DraftComponent,
  atSeconds: number,
  beforePlace: number,
): readonly FunctionVersion[] | undefined {
  let published = target.valueOf<FunctionVersion[]>('versions');
  let since = Number.NEGATIVE_INFINITY;
  for (const place of draft.keysAt('interventions')) {
    const other = draft.at<Intervention>('interventions', Number(place));
    if (other?.kind !== 'set' || other.parameter !== 'versions' || other.target !== target.id) continue;
    const isBefore = other.atSeconds < atSeconds || (other.atSeconds === atSeconds && Number(place) < beforePlace);
    if (!isBefore || other.atSeconds < since) continue;
    published = other.value as FunctionVersion[];
    since = other.atSeconds;
  }
  return published;
}

function isSameVersion(one: FunctionVersion, other: FunctionVersion | undefined): boolean {
  const names = ['version', 'errorShare', 'workFactor', 'initFactor', 'memoryMegabytes'] as const;
  return other !== undefined && names.every((name) => one[name] === other[name]);
}

/** The parameters of a kind that can be turned while the run goes on. */
function turnableOf(kind: ComponentKind): ReadonlyMap<string, Parameter> {
  const declared: Record<string, Parameter> = models[kind].parameters;
  return new Map(Object.entries(declared).filter(([, each]) => each.type !== 'choice' && each.turnable === true));
}
