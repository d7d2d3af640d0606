/** Which faults last at a part of an architecture at a moment. */
import { type SimTime, seconds } from '../engine/time.ts';
import { usualStrength } from '../faults/catalogue.ts';
import type { Fault } from '../models/facts.ts';
import { planOf } from './create-simulation.ts';
import type { FaultIntervention, Scenario } from './scenario.ts';
import type { Target } from './targets.ts';

/** A fault as it strikes one component, or a link that begins or ends there. */
export interface LastingFault {
  /** Its place among the interventions of the scenario. */
  intervention: number;
  fault: Fault;
  target: Target;
  /** In the unit of the fault; 0 where it has none. */
  strength: number;
  from: SimTime;
  /** Null if it has no end. */
  until: SimTime | null;
  /** Number of the link that it strikes; -1 if it is the component. */
  link: number;
  /** Zone, from 0, or name of a rule; '' for all of it. */
  part: string;
}

/** By component; at its own index each fault stands once for each link or part of it that is struck. */
type ByComponent = readonly (readonly LastingFault[])[];

/** Scenarios are never changed, only replaced, so what they say can be kept as long as they are. */
const known = new WeakMap<Scenario, ByComponent>();

/** The faults that last at component `index`, or at a link that begins or ends there, at `t`; the latest last. */
export function faultsAt(scenario: Scenario, index: number, t: SimTime): LastingFault[] {
  let byComponent = known.get(scenario);
  if (!byComponent) {
    byComponent = faultsByComponent(scenario);
    known.set(scenario, byComponent);
  }
  return (byComponent[index] ?? []).filter(({ from, until }) => from <= t && (until === null || t < until));
}

function faultsByComponent(scenario: Scenario): ByComponent {
  const { nodes, links, acts } = planOf(scenario);
  const byComponent: LastingFault[][] = nodes.map(() => []);
  for (const act of acts) {
    if (act.kind !== 'fault-begins') continue;
    const done = scenario.interventions[act.intervention] as FaultIntervention;
    const { fault, target, strength = usualStrength(fault), untilSeconds } = done;
    const lasting: LastingFault = {
      intervention: act.intervention,
      fault,
      target,
      strength,
      from: act.at,
      until: untilSeconds === undefined ? null : seconds(untilSeconds),
      link: act.link,
      part: act.strike.part,
    };
    const ends = act.link < 0 ? [act.component] : [links[act.link]?.from, links[act.link]?.to];
    for (const end of new Set(ends)) if (end !== undefined) byComponent[end]?.push(lasting);
  }
  return byComponent;
}
