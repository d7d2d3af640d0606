/** The one input of a run: everything that determines it. Past the door of `decode` only this newest shape exists. */
import type { Fault } from '../models/facts.ts';
import type { Topology } from '../models/topology.ts';
import type { StageId } from '../stages/catalogue.ts';
import type { Target } from './targets.ts';

/** Version of the shape below; `migrate.ts` brings older ones up to it. */
export const SCENARIO_VERSION = 2;

/** What every scenario says, whatever its architecture. */
export interface AnyScenario {
  version: typeof SCENARIO_VERSION;
  /** Which defaults hold for parameters that nobody set: short ones for a class, or those of the real services. */
  defaults: 'classroom' | 'real';
  /** What is set for this run, by component and parameter; comes before what the architecture itself sets. */
  parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Whole number from 0 to 2^32 - 1. */
  seed: number;
  /** How long the run lasts, in simulated seconds. */
  durationSeconds: number;
  /** In any order; equal times take effect in the order in which they stand here. */
  interventions: readonly Intervention[];
}

export interface StageScenario extends AnyScenario {
  /** One of the stages … */
  stage: StageId;
}

export interface TopologyScenario extends AnyScenario {
  /** … or an architecture written out. */
  topology: Topology;
}

export type Scenario = StageScenario | TopologyScenario;

/** Something that goes wrong from one time to another; without an end it lasts. */
export interface FaultIntervention {
  kind: 'fault';
  fault: Fault;
  target: Target;
  /** In the unit, and within the range, of the fault's entry in the catalogue; the usual one where nothing is said. */
  strength?: number;
  atSeconds: number;
  untilSeconds?: number;
}

/** One more upload, by hand. */
export interface UploadIntervention {
  kind: 'upload';
  atSeconds: number;
  /** The client; the first one where nothing is said. */
  target?: Target;
}

/** A parameter turned while the run goes on. */
export interface SetIntervention {
  kind: 'set';
  target: Target;
  parameter: string;
  value: unknown;
  atSeconds: number;
}

export type Intervention = FaultIntervention | UploadIntervention | SetIntervention;
