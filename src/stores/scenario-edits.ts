/** What a switch, a knob or the length of the run makes of the scenario of one stage. Pure; `branch.ts` has the plainest. */
import type { Fault } from '../models/facts.ts';
import type { Parameter } from '../models/parameters.ts';
import { models } from '../models/registry.ts';
import {
  type FaultKey,
  faultIn,
  faultIsOn,
  flipFault,
  setAt,
  withFault,
  withFaultChanged,
  withoutFault,
} from '../playback/branch.ts';
import { nodesOf, planOf } from '../scenario/create-simulation.ts';
import { newScenario, scenarioDefaults } from '../scenario/new-scenario.ts';
import type { FaultIntervention, Intervention, StageScenario } from '../scenario/scenario.ts';
import { meansSomething, type Target } from '../scenario/targets.ts';
import { hasUsers, type StageId } from '../stages/catalogue.ts';
import { classroomTraffic } from '../stages/classroom-traffic.ts';

/** Whether the fault can strike all that the target stands for here, and that is something. */
export function meansSomethingIn(scenario: StageScenario, fault: Fault, target: Target): boolean {
  const { nodes, links } = planOf(scenario);
  return meansSomething(fault, target, nodes, links);
}

/** A fault turned on, or off where it `wasOn`, at `t`; unchanged where it means nothing, or is so already. */
export function toggled(
  scenario: StageScenario,
  fault: Fault,
  target: Target,
  t: number,
  wasOn: boolean,
): StageScenario {
  if (!meansSomethingIn(scenario, fault, target)) return scenario;
  if (faultIsOn(scenario, fault, target, t) !== wasOn) return scenario;
  // Nothing comes of what strikes at the end.
  if (!wasOn && t >= scenario.durationSeconds) return scenario;
  return flipFault(scenario, fault, target, t);
}

/** With one more fault; unchanged where it means nothing, or begins when all is over. */
export function struckBy(scenario: StageScenario, fault: FaultIntervention): StageScenario {
  const comesToPass =
    meansSomethingIn(scenario, fault.fault, fault.target) && fault.atSeconds < scenario.durationSeconds;
  return comesToPass ? withFault(scenario, fault) : scenario;
}

/** With another fault in place of one that is there; without it where the other means nothing. */
export function struckOtherwise(scenario: StageScenario, key: FaultKey, to: FaultIntervention): StageScenario {
  if (!faultIn(scenario, key)) return scenario;
  if (!meansSomethingIn(scenario, to.fault, to.target)) return withoutFault(scenario, key);
  return withFaultChanged(scenario, key, to);
}

/** With every fault that lasts at `t` ended then. */
export function repaired(scenario: StageScenario, t: number): StageScenario {
  const lasting = scenario.interventions.flatMap((each) =>
    each.kind === 'fault' && faultIsOn(scenario, each.fault, each.target, t) ? [each] : [],
  );
  // The same fault may stand twice; once repaired it must not be flipped on again.
  return lasting.reduce(
    (so, { fault, target }) => (faultIsOn(so, fault, target, t) ? flipFault(so, fault, target, t) : so),
    scenario,
  );
}

/** Whether there is anybody who could upload. */
export function hasClient(scenario: StageScenario): boolean {
  return nodesOf(scenario).some(({ kind }) => kind === 'client');
}

/** The scenario with a parameter turned at `t`; unchanged where the component has no such parameter. */
export function turned(
  scenario: StageScenario,
  id: string,
  parameter: string,
  wanted: unknown,
  t: number,
): StageScenario {
  const declared = declarationIn(scenario, id, parameter);
  if (!declared) return scenario;
  const value = typeof wanted === 'number' ? withinBounds(scenario, id, parameter, wanted, t) : wanted;
  if (t > 0 && isTurnable(declared)) return setAt(scenario, id, parameter, value, t);
  const own = { ...scenario.parameters[id], [parameter]: value };
  const made = { ...scenario, parameters: { ...scenario.parameters, [id]: own } };
  // How many are wanted at first gives way to bounds that are turned later.
  const desired: unknown = own['desired'];
  if (parameter === 'desired' || typeof desired !== 'number') return made;
  const kept = { ...own, desired: withinBounds(made, id, 'desired', desired, t) };
  return { ...made, parameters: { ...made.parameters, [id]: kept } };
}

/** How a parameter is declared; undefined where the component is not there, or has no such parameter. */
export function declarationIn(scenario: StageScenario, id: string, parameter: string): Parameter | undefined {
  const node = nodesOf(scenario).find((each) => each.id === id);
  return node && (models[node.kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
}

/** Whether it can be turned while the run goes on. */
export function isTurnable(declared: Parameter): boolean {
  return declared.type !== 'choice' && declared.turnable === true;
}

/** A minimum goes no higher than the maximum, a maximum no lower than the minimum, and desired between the two. */
function withinBounds(scenario: StageScenario, id: string, parameter: string, wanted: number, t: number): number {
  if (parameter === 'minimum') return Math.min(wanted, numberAtTime(scenario, id, 'maximum', t));
  if (parameter === 'maximum') return Math.max(wanted, numberAtTime(scenario, id, 'minimum', t));
  if (parameter === 'desired') {
    const most = Math.min(wanted, numberAtTime(scenario, id, 'maximum', t));
    return Math.max(most, numberAtTime(scenario, id, 'minimum', t));
  }
  return wanted;
}

/** The value of a number parameter at `t`. */
function numberAtTime(scenario: StageScenario, id: string, parameter: string, t: number): number {
  const value = valueAtTime(scenario, id, parameter, t);
  if (typeof value !== 'number') throw new Error(`"${id}" has no number parameter "${parameter}"`);
  return value;
}

/** The value of a parameter at `t`; undefined if there is no such parameter. */
export function valueAtTime(scenario: StageScenario, id: string, parameter: string, t: number): unknown {
  let value: unknown = nodesOf(scenario).find((each) => each.id === id)?.params[parameter];
  let since = Number.NEGATIVE_INFINITY;
  for (const each of scenario.interventions) {
    if (each.kind !== 'set' || each.target !== id || each.parameter !== parameter) continue;
    if (each.atSeconds <= t && each.atSeconds >= since) {
      value = each.value;
      since = each.atSeconds;
    }
  }
  return value;
}

/** The scenario with another duration; what would happen after its end is dropped, and what would last is cut. */
export function shortened(scenario: StageScenario, durationSeconds: number): StageScenario {
  const interventions = scenario.interventions.flatMap((each): Intervention[] => {
    if (each.atSeconds >= durationSeconds) return [];
    if (each.kind !== 'fault' || each.untilSeconds === undefined || each.untilSeconds <= durationSeconds) return [each];
    const { untilSeconds: _cut, ...lasting } = each;
    return [lasting];
  });
  return { ...scenario, durationSeconds, interventions };
}

/** The traffic of the story, drawn out over the whole run: a longer run is a slower day. */
export function withStoryTraffic(scenario: StageScenario): StageScenario {
  if (!hasUsers(scenario.stage)) return scenario;
  const { recording: _, ...users } = scenario.parameters['users'] ?? {};
  const { users: __, ...others } = scenario.parameters;
  const { factors } = classroomTraffic;
  const binSeconds = scenario.durationSeconds / factors.length;
  const isAsItComes = scenario.durationSeconds === scenarioDefaults.durationSeconds;
  const set = isAsItComes ? users : { ...users, recording: { binSeconds, factors } };
  return { ...scenario, parameters: Object.keys(set).length > 0 ? { ...others, users: set } : others };
}

/** The story of another stage, under the traffic of this scenario. */
export function sameTraffic(
  stage: StageId,
  { seed, durationSeconds, defaults, parameters }: StageScenario,
): StageScenario {
  const users = parameters['users'];
  return {
    ...newScenario(stage),
    seed,
    durationSeconds,
    defaults,
    parameters: users && hasUsers(stage) ? { users } : {},
  };
}

/** The scenario with these parameters from the start, and all else as it was: so, too, the second setting of it. */
export function varied(scenario: StageScenario, variant: StageScenario['parameters'] | undefined): StageScenario {
  if (variant === undefined) return scenario;
  const parameters = { ...scenario.parameters };
  for (const [component, own] of Object.entries(variant)) parameters[component] = { ...parameters[component], ...own };
  return { ...scenario, parameters };
}

/** A variant with one parameter set, or, where the value is undefined, with that parameter as in the first setting. */
export function withVaried(
  variant: StageScenario['parameters'],
  component: string,
  parameter: string,
  value: unknown,
): StageScenario['parameters'] {
  const { [component]: own = {}, ...others } = variant;
  const { [parameter]: _, ...rest } = own;
  const next = value === undefined ? rest : { ...rest, [parameter]: value };
  return Object.keys(next).length === 0 ? others : { ...others, [component]: next };
}
