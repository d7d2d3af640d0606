/** Brings scenarios of older versions up to the newest, one version after another, so that an old link always opens. */
import { type Problem, problemAt } from './problem.ts';

/** Makes a scenario of one version into one of the next. Pure; it may meet anything, for nothing has been checked yet. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** In order: the first makes version 2 of version 1, and so on. */
export const migrations: readonly Migration[] = [toLists];

export type Migrated = { ok: true; value: unknown } | { ok: false; problem: Problem };

/**
 * The input in the newest version, which is one more than there are migrations. What is not even an object goes on as
 * it is: the schema says so better.
 */
export function migrate(input: unknown, steps: readonly Migration[] = migrations): Migrated {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { ok: true, value: input };
  const newest = steps.length + 1;
  const version: unknown = Object.hasOwn(input, 'version') ? (input as { version: unknown }).version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const range = newest === 1 ? '1' : `a whole number from 1 to ${newest}`;
    return {
      ok: false,
      problem: problemAt(['version'], version, `${range}: the version of the form it is written in`),
    };
  }
  if (version > newest) {
    const allowed = `at most ${newest}: this scenario was made by a newer Decoupled`;
    return { ok: false, problem: problemAt(['version'], version, allowed) };
  }
  let value = input as Readonly<Record<string, unknown>>;
  steps.slice(version - 1).forEach((step, place) => {
    value = { ...step(value), version: version + place + 1 };
  });
  return { ok: true, value };
}

/** Version 2: a group has a list of scaling policies; before, it had one step policy or none (null). */
function toLists(old: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const changed: Record<string, unknown> = { ...old };
  const { parameters, topology } = old;
  if (isObject(parameters)) changed['parameters'] = mapObject(parameters, withPolicies);
  if (isObject(topology) && Array.isArray(topology['nodes'])) {
    const nodes = topology['nodes'].map((node: unknown) =>
      isObject(node) && 'params' in node ? { ...node, params: withPolicies(node['params']) } : node,
    );
    changed['topology'] = { ...topology, nodes };
  }
  return changed;
}

/** The parameters of one component; only groups had a `scaling`. */
function withPolicies(params: unknown): unknown {
  if (!isObject(params) || !Object.hasOwn(params, 'scaling')) return params;
  const { scaling } = params;
  if (scaling === null) return { ...params, scaling: [] };
  return isObject(scaling) ? { ...params, scaling: [{ kind: 'step', ...scaling }] } : params;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keeps a key named like the prototype what it is: a key. */
function mapObject(value: object, change: (each: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
}
