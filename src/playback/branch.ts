/**
 * What a switch, a knob or a button at a time makes of a scenario: another scenario, whose run is the new branch.
 * What was to come of the same fault or parameter belongs to the old future and is dropped; everything else stays.
 */
import type { Fault } from '../models/facts.ts';
import type { FaultIntervention, Intervention, Scenario } from '../scenario/scenario.ts';
import type { Target } from '../scenario/targets.ts';

/** Whether the fault lasts at `tSeconds` at exactly this target: from its beginning up to, and without, its end. */
export function faultIsOn(scenario: Scenario, fault: Fault, target: Target, tSeconds: number): boolean {
  return scenario.interventions.some((each) => isThisFault(each, fault, target) && contains(each, tSeconds));
}

/**
 * Turns a fault off at `atSeconds` if it lasts then, else on from then and for good. One that would begin and end at
 * the same time never was; one that ended just then goes on, so that flipping twice changes nothing.
 */
export function flipFault<S extends Scenario>(scenario: S, fault: Fault, target: Target, atSeconds: number): S {
  const isOn = faultIsOn(scenario, fault, target, atSeconds);
  const goesOn = scenario.interventions.findIndex(
    (each) => isThisFault(each, fault, target) && each.untilSeconds === atSeconds,
  );
  const interventions = scenario.interventions.flatMap((each, index): Intervention[] => {
    if (!isThisFault(each, fault, target)) return [each];
    if (each.atSeconds > atSeconds) return [];
    if (!isOn) return index === goesOn ? [lasting(each)] : [each];
    if (!contains(each, atSeconds)) return [each];
    return each.atSeconds === atSeconds ? [] : [{ ...each, untilSeconds: atSeconds }];
  });
  if (!isOn && goesOn < 0) interventions.push({ kind: 'fault', fault, target, atSeconds });
  return { ...scenario, interventions };
}

/** One more upload by hand. */
export function uploadAt<S extends Scenario>(scenario: S, atSeconds: number): S {
  return { ...scenario, interventions: [...scenario.interventions, { kind: 'upload', atSeconds }] };
}

/** Turns a parameter. What it was to be set to at that time or later is dropped. */
export function setAt<S extends Scenario>(
  scenario: S,
  target: Target,
  parameter: string,
  value: unknown,
  atSeconds: number,
): S {
  const others = scenario.interventions.filter(
    (each) =>
      each.kind !== 'set' || each.target !== target || each.parameter !== parameter || each.atSeconds < atSeconds,
  );
  return { ...scenario, interventions: [...others, { kind: 'set', target, parameter, value, atSeconds }] };
}

/** What tells one fault of a scenario from the others, also when its end or its strength is changed. */
export type FaultKey = Pick<FaultIntervention, 'fault' | 'target' | 'atSeconds'>;

/** The fault that is meant; undefined where this scenario has it not. */
export function faultIn(scenario: Scenario, key: FaultKey): FaultIntervention | undefined {
  return scenario.interventions.find((each): each is FaultIntervention => isFault(each, key));
}

/** One more fault; unchanged where the same begins at the same time already. */
export function withFault<S extends Scenario>(scenario: S, fault: FaultIntervention): S {
  if (faultIn(scenario, fault)) return scenario;
  return { ...scenario, interventions: [...scenario.interventions, fault] };
}

/** The fault as another one, in its place; unchanged where it is not there, or is one that is there already. */
export function withFaultChanged<S extends Scenario>(scenario: S, key: FaultKey, to: FaultIntervention): S {
  const old = faultIn(scenario, key);
  const other = faultIn(scenario, to);
  if (old === undefined || (other !== undefined && other !== old)) return scenario;
  return { ...scenario, interventions: scenario.interventions.map((each) => (each === old ? to : each)) };
}

/** As if the fault had never been; unchanged where it is not there. */
export function withoutFault<S extends Scenario>(scenario: S, key: FaultKey): S {
  if (!faultIn(scenario, key)) return scenario;
  return { ...scenario, interventions: scenario.interventions.filter((each) => !isFault(each, key)) };
}

/**
 * From when on the runs of two scenarios of one architecture may differ, in simulated seconds: infinity if they are the
 * same, null if more than their interventions differs.
 */
export function differFrom(one: Scenario, other: Scenario): number | null {
  const bare = (scenario: Scenario): string => JSON.stringify({ ...scenario, interventions: [] });
  if (bare(one) !== bare(other)) return null;
  const [ones, others] = [one, other].map(({ interventions }) => interventions.map((each) => JSON.stringify(each)));
  const own = (scenario: Scenario, those: readonly string[] = []): number[] =>
    scenario.interventions.filter((each) => !those.includes(JSON.stringify(each))).map(({ atSeconds }) => atSeconds);
  return Math.min(...own(one, others), ...own(other, ones));
}

function isFault(each: Intervention, { fault, target, atSeconds }: FaultKey): boolean {
  return isThisFault(each, fault, target) && each.atSeconds === atSeconds;
}

function isThisFault(each: Intervention, fault: Fault, target: Target): each is FaultIntervention {
  return each.kind === 'fault' && each.fault === fault && each.target === target;
}

function contains({ atSeconds, untilSeconds }: FaultIntervention, tSeconds: number): boolean {
  return atSeconds <= tSeconds && (untilSeconds === undefined || tSeconds < untilSeconds);
}

function lasting({ untilSeconds: _, ...fault }: FaultIntervention): FaultIntervention {
  return fault;
}
