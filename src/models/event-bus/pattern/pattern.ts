/**
 * Event patterns: which events a rule of an event bus takes. The language is that of Amazon EventBridge, held to the
 * answers of its reference implementation, event-ruler (tests/conformance).
 *
 * A pattern and an event can be given as values or as JSON text. Text keeps the spelling of numbers, keys that stand
 * twice, and where in the text a problem is. A plain string is neither a pattern nor an event, so nothing is ambiguous.
 */
import type { Path } from '../../../text/wording.ts';
import type { Json } from '../../json.ts';
import { compilePattern } from './compile.ts';
import { type EventValue, eventValueOf, type JsonNode, MAXIMUM_DEPTH, nodeOf, parseJson } from './json-text.ts';
import { Matcher } from './match.ts';
import { InvalidPatternError, type PatternProblem, PatternReport } from './problems.ts';

/** A pattern that is read once and held against many events. */
export interface PreparedPattern {
  /** The fields that it names, each as the keys on the way to it, joined by dots. */
  readonly fields: ReadonlySet<string>;
  /** An event is an object, or the text of one; nothing else matches any pattern. */
  matches(event: Json): boolean;
}

/** Whether an event matches a pattern. Throws an InvalidPatternError if the pattern is none. */
export function matches(pattern: Json, event: Json): boolean {
  return preparePattern(pattern).matches(event);
}

/** Everything that is wrong with a pattern, in the order of the pattern; `[]` if it is valid. */
export function checkPattern(pattern: Json): PatternProblem[] {
  return read(pattern).report.problems;
}

/** Makes a pattern ready for use. Throws an InvalidPatternError if it is none. */
export function preparePattern(pattern: Json): PreparedPattern {
  const { report, node } = read(pattern);
  if (node === null || report.problems.length > 0) throw new InvalidPatternError(report.problems);
  const branches = compilePattern(node, report);
  const matcher = new Matcher(branches);
  return {
    fields: new Set(branches.flatMap((branch) => [...branch.keys()])),
    matches: (event) => matcher.matches(typeof event === 'string' ? readEvent(event) : event),
  };
}

function read(pattern: Json): { report: PatternReport; node: JsonNode | null } {
  const isText = typeof pattern === 'string';
  const report = new PatternReport(isText ? pattern : null);
  const nothing = isText ? null : pathToNothing(pattern);
  if (nothing !== null) {
    report.atNothing(nothing);
    return { report, node: null };
  }
  const parsed = isText ? parseJson(pattern) : { node: nodeOf(pattern) };
  if ('problem' in parsed) {
    report.atText(parsed.problem.path, parsed.problem.span, parsed.problem.allowed);
    return { report, node: null };
  }
  compilePattern(parsed.node, report);
  return { report, node: parsed.node };
}

/** Where an undefined value stands, which programs can hand over though it is no JSON; null if none does. */
function pathToNothing(value: unknown, depth = 0): Path | null {
  if (value === undefined) return [];
  if (value === null || typeof value !== 'object' || depth > MAXIMUM_DEPTH) return null;
  for (const [key, each] of Object.entries(value)) {
    const path = pathToNothing(each, depth + 1);
    if (path !== null) return [Array.isArray(value) ? Number(key) : key, ...path];
  }
  return null;
}

function readEvent(text: string): EventValue {
  const parsed = parseJson(text);
  return 'problem' in parsed ? null : eventValueOf(parsed.node);
}
