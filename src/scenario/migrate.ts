/** Brings scenarios of older versions up to the newest, one version after another, so that an old link always opens. */
import { type Problem, problemAt } from './problem.ts';

/** Makes a scenario of one version into one of the next. Pure; it may meet anything, for nothing has been checked yet. */
export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** In order: the first makes version 2 of version 1, and so on. Empty today: there is only version 1. */
export const migrations: readonly Migration[] = [];

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
