/**
 * What of an event a target gets: all of it, the part at a path, something that is always the same, or what a template
 * makes of parts of it (an input transformer).
 */
import type { Json, JsonObject } from '../json.ts';
import type { TargetInput } from '../parameters.ts';

/** What a path leads through: keys and positions. */
type Steps = readonly (string | number)[];

/** Makes what the target gets; undefined where the event has nothing at the path. */
export type MakeInput = (envelope: JsonObject, rule: string) => Json | undefined;

/** `$`, `.key`, `['key']` and `[0]`, one after another. */
const pathForm = /^\$(?:\.[A-Za-z_][\w-]*|\['[^'\]]+'\]|\[\d{1,6}\])*$/;
const pathStep = /\.([A-Za-z_][\w-]*)|\['([^'\]]+)'\]|\[(\d{1,6})\]/g;

/** `<name>` in a template; names of the service itself begin with `aws.`. */
const variable = /<([A-Za-z0-9][\w.-]*)>/g;
export const variableName = /^[A-Za-z0-9][\w-]*$/;

/** What the service itself can put into a template. */
const reserved: Readonly<Record<string, (envelope: JsonObject, rule: string) => Json | undefined>> = {
  'aws.events.rule-name': (_, rule) => rule,
  'aws.events.event': (envelope) => envelope,
  'aws.events.event.json': (envelope) => envelope,
  'aws.events.event.ingestion-time': (envelope) => envelope['time'],
};

/** Whether a path is one: `$.detail.upload`, `$['detail-type']`, `$.resources[0]`. */
export function isPath(path: string): boolean {
  return pathForm.test(path);
}

/** The variables of a template that are neither among `paths` nor known to the service. */
export function unknownVariables(template: Json, paths: readonly string[]): string[] {
  const names: string[] = [];
  const visit = (value: Json): void => {
    if (typeof value === 'string') for (const [, name] of value.matchAll(variable)) names.push(name as string);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) visit(each as Json);
  };
  visit(template);
  return names.filter((name) => !paths.includes(name) && !Object.hasOwn(reserved, name));
}

export function makerOf(input: TargetInput): MakeInput {
  switch (input.kind) {
    case 'constant':
      return () => input.value;
    case 'path': {
      const steps = stepsOf(input.path);
      return (envelope) => valueAt(envelope, steps);
    }
    case 'transformer':
      return transformer(input);
  }
}

function transformer({ paths, template }: Extract<TargetInput, { kind: 'transformer' }>): MakeInput {
  const steps = new Map(Object.entries(paths).map(([name, path]) => [name, stepsOf(path)]));
  return (envelope, rule) => {
    const valueFor = (name: string): Json | undefined => {
      const own = steps.get(name);
      return own === undefined ? reserved[name]?.(envelope, rule) : valueAt(envelope, own);
    };
    return filled(template, valueFor);
  };
}

/** A template with its variables filled in. What is not there leaves its key out, and nothing in the middle of a text. */
function filled(template: Json, valueFor: (name: string) => Json | undefined): Json | undefined {
  if (typeof template === 'string') {
    const [whole] = template.matchAll(variable);
    if (whole !== undefined && whole[0] === template) return valueFor(whole[1] as string);
    return template.replace(variable, (_, name: string) => textOf(valueFor(name)));
  }
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((each: Json) => filled(each, valueFor) ?? null);
  const entries = Object.entries(template as JsonObject).flatMap(([key, value]): [string, Json][] => {
    const made = filled(value, valueFor);
    return made === undefined ? [] : [[key, made]];
  });
  return Object.fromEntries(entries);
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stepsOf(path: string): Steps {
  return [...path.matchAll(pathStep)].map(([, key, quoted, position]) => key ?? quoted ?? Number(position));
}

function valueAt(envelope: JsonObject, steps: Steps): Json | undefined {
  let value: Json | undefined = envelope;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) !== (typeof step === 'number') || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, Json>>)[step];
  }
  return value;
}
