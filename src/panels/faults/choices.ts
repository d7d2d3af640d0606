/** What can be broken in the architectures on screen: the whole catalogue, where each fault can strike, or why it cannot. */
import { type FaultFamily, faultCatalogue, faultFamilies, kindsStruckBy } from '../../faults/catalogue.ts';
import { type Fault, faults, steps } from '../../models/facts.ts';
import type { ComponentKind } from '../../models/registry.ts';
import type { WorldLink, WorldNode } from '../../models/world.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { meansSomething, type Target, targetsFor, zoneNames } from '../../scenario/targets.ts';

/** An architecture, as targets see it. */
export interface PlaceToBreak {
  nodes: readonly WorldNode[];
  links: readonly WorldLink[];
}

export interface FaultChoice {
  fault: Fault;
  /** Targets whose words mean the same in every architecture, the usual one first. */
  everywhere: readonly Target[];
  /** Single things of what is on screen. */
  here: readonly Target[];
  /** Why it means nothing here: what it strikes is not there. Null where it means something. */
  missing: Missing | null;
}

/** Kinds of component of which there is none; or they are there, but nothing could come of it; or a bus is there, but no rule of the sort that is struck. */
export type Missing =
  | { what: 'kinds'; kinds: readonly ComponentKind[] }
  | { what: 'rules' | 'schedules' | 'links' | 'receivers' | 'uploads' };

export interface FamilyOfChoices {
  family: FaultFamily;
  choices: readonly FaultChoice[];
}

export function placesIn(scenarios: readonly StageScenario[]): PlaceToBreak[] {
  return scenarios.map((scenario) => planOf(scenario));
}

/** Every fault there is, by family. */
export function faultChoices(places: readonly PlaceToBreak[]): FamilyOfChoices[] {
  return faultFamilies.map((family) => ({
    family,
    choices: faults.filter((fault) => faultCatalogue[fault].family === family).map((fault) => choiceOf(fault, places)),
  }));
}

/** Where one fault can strike. */
export function choiceOf(fault: Fault, places: readonly PlaceToBreak[]): FaultChoice {
  const meaning = (target: Target): boolean =>
    places.some(({ nodes, links }) => meansSomething(fault, target, nodes, links));
  const everywhere = portable(fault).filter(meaning);
  const single = new Set(places.flatMap(({ nodes, links }) => targetsFor(fault, nodes, links)));
  const here = [...single].filter((target) => !everywhere.includes(target));
  const isPossible = everywhere.length + here.length > 0;
  return { fault, everywhere, here, missing: isPossible ? null : missingFor(fault, places) };
}

/** The target that is meant where nothing is said; null where there is none. */
export function firstTarget({ everywhere, here }: FaultChoice): Target | null {
  return everywhere[0] ?? here[0] ?? null;
}

/** Targets that can be said of any architecture, the usual ones first. */
function portable(fault: Fault): Target[] {
  const { scope, usualTargets } = faultCatalogue[fault];
  const more = {
    component: [...steps.map((step) => `step:${step}`), ...kindsStruckBy(fault).map((kind) => `kind:${kind}`)],
    link: steps.map((step) => `into:${step}`),
    zone: zoneNames.map((zone) => `zone:${zone}`),
    rule: kindsStruckBy(fault).map((kind) => `kind:${kind}`),
  }[scope];
  return [...new Set([...usualTargets, ...more])];
}

function missingFor(fault: Fault, places: readonly PlaceToBreak[]): Missing {
  const { scope } = faultCatalogue[fault];
  if (scope === 'link') return { what: 'links' };
  const kinds = kindsStruckBy(fault);
  const isThere = places.some(({ nodes }) => nodes.some(({ kind }) => kinds.includes(kind)));
  if (scope === 'rule' && isThere) return { what: fault === 'silent-schedule' ? 'schedules' : 'rules' };
  if (isThere && scope === 'component') return { what: fault === 'poison-messages' ? 'uploads' : 'receivers' };
  return { what: 'kinds', kinds };
}
