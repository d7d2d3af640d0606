/**
 * A claim: a sentence of a story that a run can prove. It holds a scenario, a condition over what is measured there, and
 * a foil, where the same condition is false: what would hold anyway is no claim. Its words stand in the catalogue under
 * `claim.<id>`, why it fails on the foil under `claim.<id>.foil`.
 */
import { createReport, type RunReport } from '../scenario/report.ts';
import type { RunColumn } from '../scenario/samples.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import type { StageId } from '../stages/catalogue.ts';
import {
  type ComponentMeasureId,
  componentMeasures,
  isOfRun,
  type MeasureUnit,
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
  scenario: StageScenario;
  against?: StageScenario;
}

export interface Foil extends Setting {
  /** Components that stand here in place of those that the claim measures, by their ids there. */
  inPlaceOf?: Readonly<Record<string, string>>;
}

export interface Claim extends Setting {
  id: string;
  /** The stage whose story it belongs to. */
  stage: StageId;
  /** All of these must hold. */
  condition: readonly Comparison[];
  /** Figures that fill the places of the sentence, by their names. */
  numbers?: Readonly<Record<string, Measured | number>>;
  foil: Foil;
  /** Asked before it is proved. */
  prediction: Prediction;
}

/**
 * What a reader is asked before the proof plays. An outcome is what happens where all its comparisons hold; of each claim
 * exactly one does. Words: `predict.<claim>` asks, `predict.<claim>.<outcome>` answers.
 */
export type Prediction = ChoicePrediction | CurvePrediction;

export interface ChoicePrediction {
  kind: 'choice';
  /** Two to four. */
  outcomes: readonly Outcome[];
}

export interface Outcome {
  id: string;
  when: readonly Comparison[];
}

/** The reader draws a curve over the time of the run; the run is laid over it. */
export interface CurvePrediction {
  kind: 'curve';
  /** What is drawn: a column of the run, or of one of its components (see `samples.ts`). */
  series: { column: RunColumn } | { column: string; of: string };
  unit: MeasureUnit;
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
  /** The outcome that came about, of those that could be chosen; null where a curve was drawn. */
  outcome: string | null;
}

/** What the runs of a claim and of its foil gave, and those that they are compared with. */
export interface Reports {
  claim: RunReport;
  against?: RunReport;
  foil: RunReport;
  foilAgainst?: RunReport;
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
  const against = claim.against && createReport(claim.against);
  const foilAgainst = claim.foil.against && createReport(claim.foil.against);
  return judge(claim, {
    claim: createReport(claim.scenario),
    foil: createReport(claim.foil.scenario),
    ...(against ? { against } : {}),
    ...(foilAgainst ? { foilAgainst } : {}),
  });
}

/** Holds the condition against what runs gave that are over. */
export function judge(claim: Claim, reports: Reports): ClaimResult {
  const runs = runsOf(claim, reports.claim, reports.against);
  const own = resultOf(claim.condition, runs);
  const foil = resultOf(claim.condition, runsOf(claim.foil, reports.foil, reports.foilAgainst));
  const numbers = Object.entries(claim.numbers ?? {}).map(([name, figure]) => [name, figureOf(figure, runs)] as const);
  const outcome =
    claim.prediction.kind === 'choice'
      ? (claim.prediction.outcomes.find(({ when }) => resultOf(when, runs).holds)?.id ?? null)
      : null;
  return { isProven: own.holds && !foil.holds, claim: own, foil, numbers: Object.fromEntries(numbers), outcome };
}

function runsOf({ scenario, against, inPlaceOf = {} }: Foil, report: RunReport, other?: RunReport): Runs {
  return {
    run: { scenario, report, against: against ?? null },
    against: against && other ? { scenario: against, report: other, against: null } : null,
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

/** When the longer of the two runs that are played is over, in seconds. */
export function endOf({ scenario, foil }: Claim): number {
  return Math.max(scenario.durationSeconds, foil.scenario.durationSeconds);
}
