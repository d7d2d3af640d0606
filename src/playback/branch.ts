/**
 * What a switch, a knob or a button at a time makes of a scenario: another scenario, whose run is the new branch.
 * What was to come of the same fault or parameter belongs to the old future and is dropped; everything else stays.
 */
import type { Fault } from '../models/facts.ts';
import type { FaultIntervention, Intervention, Scenario, Target } from '../scenario/scenario.ts';

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

/** Takes back the intervention at this place in the list; throws if there is none. */
export function removeIntervention<S extends Scenario>(scenario: S, index: number): S {
  if (scenario.interventions[index] === undefined) {
    throw new RangeError(`there is no intervention ${index} among ${scenario.interventions.length}`);
  }
  return { ...scenario, interventions: scenario.interventions.filter((_, place) => place !== index) };
}

function isThisFault(each: Intervention, fault: Fault, target: Target): each is FaultIntervention {
  return each.kind === 'fault' && each.fault === fault && each.target === target;
}

function contains({ atSeconds, untilSeconds }: FaultIntervention, tSeconds: number): boolean {
  return atSeconds <= tSeconds && (untilSeconds === undefined || tSeconds < untilSeconds);
}

function lasting({ kind, fault, target, atSeconds }: FaultIntervention): FaultIntervention {
  return { kind, fault, target, atSeconds };
}
