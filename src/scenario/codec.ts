/** Scenarios as text and back: what stands in an address and in a file. */
import { parseJson, withoutMark } from '../models/event-bus/pattern/json-text.ts';
import { cut, pathText } from '../text/wording.ts';
import { MOST_CHARACTERS } from './limits.ts';
import { migrate } from './migrate.ts';
import { defaultsOf } from './new-scenario.ts';
import type { Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { type Parsed, parseScenario } from './schema.ts';

/** The one text of a scenario: JSON without spaces, keys in order, what is as by default left out. */
export function encodeScenario(scenario: Scenario): string {
  const defaults: Readonly<Record<string, unknown>> = defaultsOf('stage' in scenario ? scenario.stage : undefined);
  const told = Object.entries(scenario).filter(
    ([key, value]) => !Object.hasOwn(defaults, key) || canonical(value) !== canonical(defaults[key]),
  );
  return canonical(Object.fromEntries(told));
}

/** The scenario that a text says, of whatever version, or what is wrong with it. */
export function decodeScenario(text: string): Parsed {
  if (text.length > MOST_CHARACTERS) {
    return refused({ path: '', value: cut(text), allowed: `a text of at most ${MOST_CHARACTERS} characters` });
  }
  let input: unknown;
  try {
    input = JSON.parse(withoutMark(text));
  } catch {
    return refused(notJson(text));
  }
  const migrated = migrate(input);
  return migrated.ok ? parseScenario(migrated.value) : refused(migrated.problem);
}

function refused(problem: Problem): Parsed {
  return { ok: false, problems: [problem], more: 0 };
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Where a text stops being JSON; read once more for it, as parsers do not all say where. */
function notJson(text: string): Problem {
  const parsed = parseJson(text);
  const value = cut(text.trim()) || 'empty';
  if (text.trim() === '' || !('problem' in parsed)) return { path: '', value, allowed: 'JSON' };
  const { path, span } = parsed.problem;
  const before = text.slice(0, span.start).split('\n');
  const place = `in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  const word = /^[\w.+-]+/.exec(text.slice(span.start, span.end))?.[0];
  // A word that JSON does not know, such as NaN, where a value should be.
  if (path.length > 0 && word !== undefined)
    return { path: pathText(path), value: cut(word), allowed: `JSON; ${place}` };
  const what = text.charAt(span.start);
  const found = what === '' ? 'the text ends' : `${JSON.stringify(what)} is out of place`;
  return { path: '', value, allowed: `JSON; ${place}, ${found}` };
}
