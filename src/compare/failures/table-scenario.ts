/**
 * The runs behind the table: short, and always the same, whatever is set elsewhere on the page, so that a cell can be cited
 * and two tables compared. All numbers are our choice.
 */
import { faultCatalogue, faultFamilies } from '../../faults/catalogue.ts';
import { type Fault, faults } from '../../models/facts.ts';
import { planOf } from '../../scenario/create-simulation.ts';
import { newScenario } from '../../scenario/new-scenario.ts';
import type { StageScenario } from '../../scenario/scenario.ts';
import { type Target, usualTarget } from '../../scenario/targets.ts';
import { hasUsers, type StageId } from '../../stages/catalogue.ts';

/** In seconds of the run. */
export const TIMES = {
  /** By then every fleet has grown to what the traffic needs. */
  faultFrom: 60,
  faultUntil: 100,
  /** People come at one rate until then; the rest is for what is still under way. */
  trafficUntil: 180,
  /** Long enough for what is tried again and again to come to its end: with less, dead letters would be missing. */
  end: 480,
} as const;

/** How many uploads come a second: the rate of the stories by day. */
export const UPLOADS_PER_SECOND = 0.4;

/** How long before the fault a run is shown from, in seconds. */
export const LEAD_SECONDS = 5;

/** What a row is about: a fault, or none. */
export type RowId = Fault | 'none';

/** The faults by family, in the order of the catalogue. */
export const familyRows: readonly { family: (typeof faultFamilies)[number]; faults: readonly Fault[] }[] =
  faultFamilies.map((family) => ({ family, faults: faults.filter((each) => faultCatalogue[each].family === family) }));

/** Every row, in the order in which they stand on screen. */
export const rowIds: readonly RowId[] = ['none', ...familyRows.flatMap((family) => family.faults)];

const binSeconds = 60;
const factors = Array.from({ length: TIMES.end / binSeconds }, (_, bin) =>
  bin * binSeconds < TIMES.trafficUntil ? 1 : 0,
);

/** A stage under the traffic of the table, with nothing going wrong. */
function calm(stage: StageId, seed: number): StageScenario {
  const users = { arrivals: 'recorded', ratePerSecond: UPLOADS_PER_SECOND, recording: { binSeconds, factors } };
  return newScenario(stage, {
    seed,
    durationSeconds: TIMES.end,
    parameters: hasUsers(stage) ? { users } : {},
  });
}

/** Where a fault strikes in a stage: at its usual target there; null if it can strike nowhere. */
export function targetIn(stage: StageId, fault: Fault): Target | null {
  const { nodes, links } = planOf(calm(stage, 1));
  return usualTarget(fault, nodes, links);
}

/** The run of a row in a stage; where the fault can strike nowhere, nothing goes wrong in it. */
export function tableScenario(stage: StageId, row: RowId, seed: number): StageScenario {
  const scenario = calm(stage, seed);
  const target = row === 'none' ? null : targetIn(stage, row);
  if (row === 'none' || target === null) return scenario;
  const { faultFrom, faultUntil } = TIMES;
  const fault = { kind: 'fault', fault: row, target, atSeconds: faultFrom, untilSeconds: faultUntil } as const;
  return { ...scenario, interventions: [fault] };
}
