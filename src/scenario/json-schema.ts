/** The rules of a scenario as JSON Schema, for editors that complete and check while one writes. */
import { componentKinds } from '../models/registry.ts';
import { type StageId, stageIds, stages } from '../stages/catalogue.ts';
import { distribution, paramsRules } from './parameter-rules.ts';
import type { JsonSchema } from './rules.ts';
import { scenarioRule } from './scenario-rules.ts';

/**
 * JSON Schema (draft 2020-12) of the newest version of a scenario. It says what can be said of each place alone; what
 * takes the whole, such as whether a link leads to a component that is called, only `parseScenario` tells.
 */
export function scenarioJsonSchema(): JsonSchema {
  const named = [distribution, ...componentKinds.map((kind) => paramsRules[kind])];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario of Decoupled',
    description: 'Everything that determines a run: an architecture, parameters, interventions, seed and duration.',
    ...scenarioRule.json,
    oneOf: [{ required: ['stage'] }, { required: ['topology'] }],
    allOf: stageIds.map((stage) => ({
      if: { properties: { stage: { const: stage } }, required: ['stage'] },
      // biome-ignore lint/suspicious/noThenProperty: it is the word of JSON Schema for what holds if the condition does
      then: { properties: { parameters: parametersOf(stage) } },
    })),
    $defs: Object.fromEntries(named.map(({ name, definition }) => [name, definition])),
  };
}

/** What may be set in a stage: its components are known. */
function parametersOf(stage: StageId): JsonSchema {
  const components = stages[stage].nodes.map(({ id, kind }) => [id, paramsRules[kind].json]);
  return { properties: Object.fromEntries(components), additionalProperties: false };
}
