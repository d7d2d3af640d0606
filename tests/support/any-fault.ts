/** Any fault wherever it can strike in a scenario, of any strength that keeps a run small. */
import fc from 'fast-check';
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../src/models/facts.ts';
import { planOf } from '../../src/scenario/create-simulation.ts';
import type { FaultIntervention, Scenario } from '../../src/scenario/scenario.ts';
import { targetsFor } from '../../src/scenario/targets.ts';

/** How many times the traffic at most: a surge in a surge is both, and a test looks at the world after every event. */
const MOST_TRAFFIC = 3;

/** What is drawn of a fault before it is known in which scenario. */
export interface DrawnFault {
  fault: Fault;
  /** Which of its targets, counted on from the first again after the last. */
  which: number;
  /** From 0, the least that it can have, to 1, twice the usual; of traffic, `MOST_TRAFFIC`. */
  strength: number;
}

export function drawnFault(among: readonly Fault[] = faults): fc.Arbitrary<DrawnFault> {
  return fc.record({
    fault: fc.constantFrom(...among),
    which: fc.nat(1000),
    strength: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  });
}

/** The fault in a scenario, at a time; null if it can strike nothing there. */
export function faultIn(
  scenario: Scenario,
  { fault, which, strength }: DrawnFault,
  atSeconds: number,
  untilSeconds?: number,
): FaultIntervention | null {
  const { nodes, links } = planOf({ ...scenario, interventions: [] });
  const targets = targetsFor(fault, nodes, links);
  const target = targets[which % targets.length];
  if (target === undefined) return null;
  const range = faultCatalogue[fault].strength;
  const end = untilSeconds === undefined ? {} : { untilSeconds };
  if (range === null) return { kind: 'fault', fault, target, atSeconds, ...end };
  const most =
    faultCatalogue[fault].family === 'traffic'
      ? Math.min(range.max, MOST_TRAFFIC)
      : Math.min(range.max, range.usual * 2);
  const value = range.min + (most - range.min) * strength;
  return { kind: 'fault', fault, target, strength: range.integer ? Math.round(value) : value, atSeconds, ...end };
}
