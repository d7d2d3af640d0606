/** In what the second setting of an architecture differs from the first, what can be set there, and what keeps it from being set. */

import type { Parameter } from '../models/parameters.ts';
import { models } from '../models/registry.ts';
import type { WorldNode } from '../models/world.ts';
import { choiceOf, type Knob, settingsOf } from '../panels/knobs/knobs.ts';
import { lowerFirst, optionWords, withUnit } from '../panels/knobs/value-words.ts';
import { nameOf } from '../panels/names.ts';
import { nodesOf } from '../scenario/create-simulation.ts';
import type { Problem } from '../scenario/problem.ts';
import type { StageScenario } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import { varied, withVaried } from '../stores/scenario-edits.ts';
import { text, textOf, type Vocabulary } from '../text/text.ts';

export type Variant = StageScenario['parameters'];

/** One parameter that has another value in the second setting. */
export interface SettingDifference {
  knob: Knob;
  first: unknown;
  second: unknown;
}

/** Components that have something to set, with what that is; in the order of the picture. */
export function settable(scenario: StageScenario): { node: WorldNode; knobs: Knob[] }[] {
  return nodesOf(scenario)
    .map((node) => ({ node, knobs: settingsOf(node).filter((knob) => optionsOf(scenario, knob)?.length !== 1) }))
    .filter(({ knobs }) => knobs.length > 0);
}

/** What a parameter is chosen from, of that what makes a scenario that holds; null if it is a number to be typed. */
export function optionsOf(scenario: StageScenario, knob: Knob): readonly (string | number)[] | null {
  const present = nodesOf(scenario).find(({ id }) => id === knob.component)?.params[knob.parameter];
  const declared = declarationOf(knob);
  const options = choiceOf(knob, present) ?? (declared.type === 'choice' ? declared.options : null);
  return options?.filter((value) => value === present || holdsWith(scenario, knob, value)) ?? null;
}

export function declarationOf({ kind, parameter }: Knob): Parameter {
  const declared = (models[kind].parameters as Readonly<Record<string, Parameter>>)[parameter];
  if (declared === undefined) throw new Error(`${kind} has no parameter "${parameter}"`);
  return declared;
}

function holdsWith(scenario: StageScenario, { component, parameter }: Knob, value: unknown): boolean {
  return parseScenario(varied(scenario, { [component]: { [parameter]: value } })).ok;
}

/** What differs, in the order of the picture; what is set to the same value does not. */
export function settingDifferences(scenario: StageScenario, variant: Variant | undefined): SettingDifference[] {
  if (variant === undefined) return [];
  return nodesOf(scenario).flatMap(({ id, kind, params }) =>
    Object.entries(variant[id] ?? {})
      .filter(([parameter, value]) => JSON.stringify(value) !== JSON.stringify(params[parameter]))
      .map(([parameter, second]) => ({ knob: { component: id, kind, parameter }, first: params[parameter], second })),
  );
}

/** What keeps the second setting from being so; null if nothing does. */
export function problemOf(
  scenario: StageScenario,
  variant: Variant | undefined,
  { component, parameter }: Knob,
  value: unknown,
): Problem | null {
  const parsed = parseScenario(varied(scenario, withVaried(variant ?? {}, component, parameter, value)));
  return parsed.ok ? null : (parsed.problems[0] ?? null);
}

/** "Processing: maximum 3 instances instead of 1". */
export function differenceWords(vocabulary: Vocabulary, { knob, first, second }: SettingDifference): string {
  const parameter = textOf(vocabulary, `parameter.${knob.kind}.${knob.parameter}`);
  return text(vocabulary, 'compare.second.differs', {
    component: nameOf(vocabulary, knob.component),
    parameter: lowerFirst(parameter),
    second: valueWords(vocabulary, knob, second),
    // The unit has been said.
    first: valueWords(vocabulary, knob, first, typeof second === 'number' && isPlainNumber(knob)),
  });
}

function isPlainNumber(knob: Knob): boolean {
  const declared = declarationOf(knob);
  return declared.type === 'number' && declared.unit !== 'share' && choiceOf(knob, null) === null;
}

/** A value in words, with its unit unless it is left out. */
export function valueWords(vocabulary: Vocabulary, knob: Knob, value: unknown, isBare = false): string {
  const declared = declarationOf(knob);
  if (typeof value === 'number' && declared.type === 'number' && choiceOf(knob, value) === null) {
    const words = withUnit(value, declared.unit, (key, ...args) => text(vocabulary, key, ...args));
    return isBare ? (words.split(' ')[0] ?? words) : words;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return JSON.stringify(value);
  return lowerFirst(optionWords(knob, value, vocabulary));
}
