/** A scenario before anybody has changed anything: the one place where its default numbers stand. */
import { isStageId, type StageId, stages } from '../stages/catalogue.ts';
import type { Stage } from '../stages/stage.ts';
import { type AnyScenario, SCENARIO_VERSION, type StageScenario } from './scenario.ts';

/** What holds where a scenario says nothing. Our choice: the traffic of the stories is five minutes long. */
export const scenarioDefaults = {
  defaults: 'classroom',
  parameters: {},
  seed: 1,
  durationSeconds: 300,
  interventions: [],
} as const satisfies Omit<AnyScenario, 'version'>;

/** What holds where a scenario of a stage says nothing: some stages last longer or shorter than the traffic of the stories. */
export function defaultsOf(stage: unknown) {
  if (typeof stage !== 'string' || !isStageId(stage)) return scenarioDefaults;
  const { durationSeconds = scenarioDefaults.durationSeconds }: Stage = stages[stage];
  return { ...scenarioDefaults, durationSeconds };
}

/** What may differ from the defaults. */
export type Overrides = Partial<Omit<StageScenario, 'version' | 'stage'>>;

/** The scenario of a stage as it comes, but for `overrides`. Those are taken as they are: `parseScenario` is what checks. */
export function newScenario(stage: StageId, overrides: Overrides = {}): StageScenario {
  return { version: SCENARIO_VERSION, stage, ...defaultsOf(stage), ...overrides };
}
