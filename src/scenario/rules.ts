/**
 * Rules say what a value may be, in three forms at once, so that they cannot drift apart: a schema that checks it, words
 * that say what is allowed, and JSON Schema for editors. This file has the building blocks.
 */
import * as v from 'valibot';
import { anyOf, didYouMean, noKeyBut, type Path } from '../text/wording.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Rule<T> {
  /** Its issues carry what is allowed as their message. */
  schema: v.GenericSchema<unknown, T>;
  /** Goes on after "allowed is". */
  allowed: string;
  json: JsonSchema;
}

/** A rule whose JSON Schema is told once, under a name, and referred to everywhere else. */
export interface NamedRule<T> extends Rule<T> {
  name: string;
  definition: JsonSchema;
}

/** Rules by key. */
export type Rules = Readonly<Record<string, Rule<unknown>>>;

type ValuesOf<R extends Rules> = { -readonly [K in keyof R]: R[K] extends Rule<infer T> ? T : never };

interface NumberRange {
  min: number;
  max: number;
  unit?: string;
  integer?: boolean;
}

/** A finite number within a range, both ends included. */
export function numberRule({ min, max, unit, integer }: NumberRange): Rule<number> {
  const allowed = `a ${integer ? 'whole ' : ''}number from ${min} to ${max}${unit === undefined ? '' : ` (${unit})`}`;
  const range = [v.minValue<number, number, string>(min, allowed), v.maxValue<number, number, string>(max, allowed)];
  const schema = integer
    ? v.pipe(v.number(allowed), v.integer(allowed), ...range)
    : v.pipe(v.number(allowed), v.finite(allowed), ...range);
  return { schema, allowed, json: { type: integer ? 'integer' : 'number', minimum: min, maximum: max } };
}

/** One of a closed list of words or numbers. */
export function choiceRule<const T extends string | number>(options: readonly T[]): Rule<T> {
  const allowed = anyOf(options);
  const message = (issue: { input: unknown }): string => allowed + didYouMean(issue.input, options);
  const json = options.length === 1 ? { const: options[0] } : { enum: options };
  return { schema: v.picklist(options, message), allowed, json };
}

export const booleanRule: Rule<boolean> = {
  schema: v.boolean('true or false'),
  allowed: 'true or false',
  json: { type: 'boolean' },
};

/** Said or left out. */
export const trueRule: Rule<true> = {
  schema: v.literal(true, 'true, or nothing at all'),
  allowed: 'true, or nothing at all',
  json: { const: true },
};

/** Any word, of which only the use can tell whether it means something. */
export function textRule(allowed: string, most: number): Rule<string> {
  return {
    schema: v.pipe(v.string(allowed), v.minLength(1, allowed), v.maxLength(most, allowed)),
    allowed,
    json: { type: 'string', minLength: 1, maxLength: most },
  };
}

/** A word of a certain form. */
export function patternRule(allowed: string, pattern: RegExp, most: number): Rule<string> {
  const { schema, json } = textRule(allowed, most);
  return {
    schema: v.pipe(schema, v.regex(pattern, allowed)),
    allowed,
    json: { ...json, pattern: pattern.source },
  };
}

/** Whatever it is, its use will tell whether it is right. */
export const anyRule: Rule<unknown> = { schema: v.unknown(), allowed: 'anything', json: {} };

/** A value in a language of its own, whose reader says what is wrong with it, place by place. */
export function checkedRule<T>(
  allowed: string,
  json: JsonSchema,
  hasForm: (value: unknown) => boolean,
  check: (value: T) => readonly { path: Path; allowed: string }[],
): Rule<T> {
  const action = v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const problem of check(dataset.value)) {
      const [first, ...others] = problem.path.map((key) => pathItem({}, key));
      if (first === undefined) addIssue({ message: problem.allowed });
      else addIssue({ message: problem.allowed, path: [first, ...others] });
    }
  });
  return { schema: v.pipe(v.custom<T>(hasForm, allowed), action), allowed, json };
}

/** A list of things; `what` names them in the plural. */
export function listRule<T>(item: Rule<T>, what: string, min: number, max: number): Rule<T[]> {
  const allowed = min === 0 ? `a list of at most ${max} ${what}` : `a list of ${min} to ${max} ${what}`;
  return {
    schema: v.pipe(v.array(item.schema, allowed), v.minLength(min, allowed), v.maxLength(max, allowed)),
    allowed,
    json: { type: 'array', items: item.json, ...(min > 0 ? { minItems: min } : {}), maxItems: max },
  };
}

/** Two numbers of the same range. */
export function pairRule(item: Rule<number>, allowed: string): Rule<[number, number]> {
  return {
    schema: v.strictTuple([item.schema, item.schema], allowed),
    allowed,
    json: { type: 'array', items: item.json, minItems: 2, maxItems: 2 },
  };
}

/** The same rule under a name, which the JSON Schema has to define. */
export function named<T>(name: string, rule: Rule<T>): NamedRule<T> {
  return { ...rule, name, definition: rule.json, json: { $ref: `#/$defs/${name}` } };
}

/** The same rule with a title and more for the readers of the JSON Schema. */
export function annotated<T>(rule: Rule<T>, notes: JsonSchema): Rule<T> {
  return { ...rule, json: { ...notes, ...rule.json } };
}

/** What the rule allows, or null. */
export function orNull<T>(rule: Rule<T>): Rule<T | null> {
  return {
    schema: v.nullable(rule.schema),
    allowed: `${rule.allowed}, or null`,
    json: { anyOf: [rule.json, { type: 'null' }] },
  };
}

/** An object with any keys that hold to a rule. */
export function mapRule<T>(value: Rule<T>, allowed: string): Rule<Record<string, T>> {
  return {
    schema: v.pipe(v.custom<object>(isObject, allowed), v.record(v.string(), value.schema, allowed)),
    allowed,
    json: { type: 'object', additionalProperties: value.json },
  };
}

/** An object with these keys and no others; those of `optional` may be missing. */
export function objectRule<R extends Rules, O extends Rules>(
  allowed: string,
  required: R,
  optional: O,
): Rule<ValuesOf<R> & Partial<ValuesOf<O>>> {
  return {
    schema: v.pipe(v.custom<object>(isObject, allowed), entriesSchema(allowed, required, optional)) as never,
    allowed,
    json: jsonObject(required, optional),
  };
}

/** The keys beside the one that tells the variants apart. */
export interface Variant {
  required: Rules;
  optional?: Rules;
}

/** An object whose other keys depend on what stands at `key`. The type lists the variants that are still missing. */
export function variantRule<T extends { [K in Key]: string }, Key extends string = 'kind'>(
  allowed: string,
  key: Key,
  variants: Readonly<Record<T[Key], Variant>>,
): Rule<T> {
  const names = Object.keys(variants) as T[Key][];
  const withKey = names.map((name) => {
    const { required, optional = {} } = variants[name];
    return { required: { [key]: choiceRule([name]), ...required }, optional };
  });
  const message = (issue: { path?: unknown; input: unknown }): string =>
    issue.path === undefined ? allowed : anyOf(names) + didYouMean(issue.input, names);
  const options = withKey.map(({ required, optional }) => entriesSchema(allowed, required, optional));
  return {
    schema: v.pipe(v.custom<object>(isObject, allowed), v.variant(key, options as never, message)) as never,
    allowed,
    json: { oneOf: withKey.map(({ required, optional }) => jsonObject(required, optional)) },
  };
}

/** One more condition on a value that holds to the rule so far; `check` says where it is broken, and what is allowed. */
export function refined<T extends object>(
  rule: Rule<T>,
  check: (value: T) => { key: string | number; allowed: string } | undefined,
): Rule<T> {
  const action = v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const wrong = check(dataset.value);
    if (wrong !== undefined) addIssue({ message: wrong.allowed, path: [pathItem(dataset.value, wrong.key)] });
  });
  return { ...rule, schema: v.pipe(rule.schema, action) };
}

/** Valibot's own `strictObject` names only the first key that means nothing; here all of them are named. */
function entriesSchema(allowed: string, required: Rules, optional: Rules) {
  const all: Rules = { ...required, ...optional };
  const keys = Object.keys(all);
  const schemas: Record<string, v.GenericSchema> = {};
  for (const [key, rule] of Object.entries(required)) schemas[key] = rule.schema;
  for (const [key, rule] of Object.entries(optional)) schemas[key] = v.exactOptional(rule.schema);
  const message = (issue: { path?: readonly { key: unknown }[] | undefined }): string =>
    all[String(issue.path?.[0]?.key)]?.allowed ?? allowed;
  return v.pipe(
    v.looseObject(schemas, message as never),
    v.rawCheck(({ dataset, addIssue }) => {
      const value = dataset.value as Record<string, unknown>;
      if (!isObject(value)) return;
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(all, key)) continue;
        addIssue({ message: noKeyBut(key, keys), path: [pathItem(value, key)] });
      }
    }),
  );
}

function pathItem(input: object, key: string | number): v.UnknownPathItem {
  return { type: 'unknown', origin: 'value', input, key, value: undefined };
}

function jsonObject(required: Rules, optional: Rules): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries({ ...required, ...optional }).map(([key, { json }]) => [key, json]),
  );
  const names = Object.keys(required);
  return {
    type: 'object',
    properties,
    ...(names.length > 0 ? { required: names } : {}),
    additionalProperties: false,
  };
}

/** To Valibot a list is an object too; here it is none. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
