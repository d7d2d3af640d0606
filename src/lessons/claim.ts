/**
 * A claim: a sentence of a story that a run can prove. It holds a scenario, a condition over what is measured there, and
 * a foil, where the same condition is false: what would hold anyway is no claim. Its words stand in the catalogue under
 * `claim.<id>`, why it fails on the foil under `claim.<id>.foil`.
 */
import { createReport } from '../scenario/report.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { LadderId } from '../stages/ladder.ts';
import {
  type ComponentMeasureId,
  componentMeasures,
  isOfRun,
  type Run,
  type RunMeasureId,
  runMeasures,
} from './measures.ts';

/** A figure of a run, or of one of its components; of the run itself where nothing else is said. */
export type Measured = ({ measure: RunMeasureId } | { measure: ComponentMeasureId; of: string }) & {
  in?: 'against';
  /** So many times as much. */
  times?: number;
};

export type Relation = 'less' | 'at-most' | 'equal' | 'at-least' | 'more';

export interface Comparison {
  left: Measured;
  is: Relation;
  right: number | Measured;
}

/** What is run, and what it is compared with. */
export interface Setting {
  scenario: Scenario;
  against?: Scenario;
}

export interface Foil extends Setting {
  /** Components that stand here in place of those that the claim measures, by their ids there. */
  inPlaceOf?: Readonly<Record<string, string>>;
}

export interface Claim extends Setting {
  id: string;
  /** The stage whose story it belongs to. */
  stage: LadderId;
  /** All of these must hold. */
  condition: readonly Comparison[];
  /** Figures that fill the places of the sentence, by their names. */
  numbers?: Readonly<Record<string, Measured | number>>;
  foil: Foil;
}

export interface ComparisonResult {
  /** Null where there was nothing to measure: then the comparison does not hold. */
  left: number | null;
  right: number | null;
  holds: boolean;
}

export interface SettingResult {
  holds: boolean;
  /** In the order of the condition. */
  comparisons: ComparisonResult[];
}

export interface ClaimResult {
  /** It holds in its scenario, and does not on its foil. */
  isProven: boolean;
  claim: SettingResult;
  foil: SettingResult;
  /** What fills the places of its sentence. */
  numbers: Record<string, number | null>;
}

const relations: Readonly<Record<Relation, (left: number, right: number) => boolean>> = {
  less: (left, right) => left < right,
  'at-most': (left, right) => left <= right,
  equal: (left, right) => left === right,
  'at-least': (left, right) => left >= right,
  more: (left, right) => left > right,
};

interface Runs {
  run: Run;
  against: Run | null;
  inPlaceOf: Readonly<Record<string, string>>;
}

/** Runs the claim and its foil to their ends, and holds the condition against what is measured. */
export function checkClaim(claim: Claim): ClaimResult {
  const runs = runsOf(claim);
  const own = resultOf(claim.condition, runs);
  const foil = resultOf(claim.condition, runsOf(claim.foil));
  const numbers = Object.entries(claim.numbers ?? {}).map(([name, figure]) => [name, figureOf(figure, runs)] as const);
  return { isProven: own.holds && !foil.holds, claim: own, foil, numbers: Object.fromEntries(numbers) };
}

function runsOf({ scenario, against, inPlaceOf = {} }: Foil): Runs {
  const other = against ?? null;
  return {
    run: { scenario, report: createReport(scenario), against: other },
    against: other === null ? null : { scenario: other, report: createReport(other), against: null },
    inPlaceOf,
  };
}

function resultOf(condition: readonly Comparison[], runs: Runs): SettingResult {
  const comparisons = condition.map(({ left, is, right }): ComparisonResult => {
    const values = { left: figureOf(left, runs), right: figureOf(right, runs) };
    const holds = values.left !== null && values.right !== null && relations[is](values.left, values.right);
    return { ...values, holds };
  });
  return { holds: comparisons.every(({ holds }) => holds), comparisons };
}

function figureOf(figure: Measured | number, { run, against, inPlaceOf }: Runs): number | null {
  if (typeof figure === 'number') return figure;
  const measuredIn = figure.in === 'against' ? against : run;
  if (measuredIn === null) throw new Error(`"${figure.measure}" is wanted of another run, and there is none`);
  const value = isOfRun(figure.measure)
    ? runMeasures[figure.measure].of(measuredIn)
    : componentMeasures[figure.measure].of(measuredIn, componentIn(figure, measuredIn === run ? inPlaceOf : {}));
  return value === null ? null : value * (figure.times ?? 1);
}

function componentIn(figure: Measured, inPlaceOf: Readonly<Record<string, string>>): string {
  if (!('of' in figure)) throw new Error(`"${figure.measure}" is measured of a component, and none is named`);
  return inPlaceOf[figure.of] ?? figure.of;
}
