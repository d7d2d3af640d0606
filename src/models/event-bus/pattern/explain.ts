/**
 * Why a pattern takes an event, or does not: of each field that it names, what the event has there, which of its options
 * takes that, and which does not and why. The answer as a whole is that of the matcher itself.
 */
import type { Path } from '../../../text/wording.ts';
import { compilePattern } from './compile.ts';
import { type EventValue, eventValueOf, type JsonEntry, type JsonNode, parseJson, type Span } from './json-text.ts';
import { isArray, isLeaf, isObject, Matcher } from './match.ts';
import { UncomparableNumber } from './numbers.ts';
import { type Leaf, readOption } from './operators.ts';
import { type PatternProblem, PatternReport } from './problems.ts';

/** How an option compares. `but` are those of "anything-but". */
export const optionKinds = [
  'equals',
  'exactly',
  'ignore-case',
  'prefix',
  'prefix-case',
  'suffix',
  'suffix-case',
  'wildcard',
  'numeric',
  'cidr',
  'exists',
  'absent',
  'but.values',
  'but.prefix',
  'but.suffix',
  'but.ignore-case',
  'but.wildcard',
] as const;
export type OptionKind = (typeof optionKinds)[number];

/** One item of the list of a field, held against what the event has there. */
export interface ExplainedOption {
  kind: OptionKind;
  /** As it is written. */
  text: string;
  /** What is compared with: JSON, or a comparison such as `> 0 and <= 5`; '' where there is nothing to compare with. */
  wanted: string;
  /** The single value that it wants, of one that wants exactly that. */
  value: Leaf | undefined;
  /** Of each value that the event has there, whether this takes it. */
  takes: readonly boolean[];
  matches: boolean;
}

export interface ExplainedField {
  kind: 'field';
  key: string;
  path: Path;
  span: Span | null;
  /** What the event has there; several where it is a list, or within lists. */
  found: readonly Leaf[];
  /** At least one option. */
  options: readonly ExplainedOption[];
  matches: boolean;
}

/** Fields within a field. */
export interface ExplainedGroup {
  kind: 'group';
  key: string;
  path: Path;
  span: Span | null;
  parts: readonly ExplainedPart[];
  matches: boolean;
}

/** `$or`: one of the alternatives must match. */
export interface ExplainedOr {
  kind: 'or';
  path: Path;
  span: Span | null;
  alternatives: readonly { parts: readonly ExplainedPart[]; matches: boolean }[];
  matches: boolean;
}

export type ExplainedPart = ExplainedField | ExplainedGroup | ExplainedOr;

export interface Explanation {
  /** Whether the pattern takes the event: the answer of the matcher. */
  matches: boolean;
  parts: readonly ExplainedPart[];
  /**
   * Why the answer is not what the parts say one by one: they match in different elements of a list (`elements`), or a
   * field is named twice and only its last condition counts (`twice`). Null where it is what they say.
   */
  because: 'elements' | 'twice' | null;
}

/** Explains a pattern, given as text, and an event, given as value; or says what is wrong with the pattern. */
export function explainPattern(
  pattern: string,
  event: EventValue,
): { explanation: Explanation } | { problems: readonly PatternProblem[] } {
  const report = new PatternReport(pattern);
  const parsed = parseJson(pattern);
  if ('problem' in parsed) {
    report.atText(parsed.problem.path, parsed.problem.span, parsed.problem.allowed);
    return { problems: report.problems };
  }
  const { node } = parsed;
  const branches = compilePattern(node, report);
  if (report.problems.length > 0 || node.kind !== 'object') return { problems: report.problems };
  const matches = new Matcher(branches).matches(event);
  const parts = explainEntries(node.entries, pattern, event, [], []);
  const all = isObject(event) && parts.every((part) => part.matches);
  const because = all === matches || !isObject(event) ? null : isNamedTwice(parts) ? 'twice' : 'elements';
  return { explanation: { matches, parts, because } };
}

function explainEntries(
  entries: readonly JsonEntry[],
  text: string,
  event: EventValue,
  path: Path,
  keys: readonly string[],
): ExplainedPart[] {
  return entries.map(({ key, keySpan, node }): ExplainedPart => {
    const inner = [...path, key];
    if (key === '$or' && node.kind === 'array') {
      const alternatives = node.items.flatMap((item, index) => {
        if (item.kind !== 'object') return [];
        const parts = explainEntries(item.entries, text, event, [...inner, index], keys);
        return [{ parts, matches: parts.every((part) => part.matches) }];
      });
      return {
        kind: 'or',
        path: inner,
        span: keySpan,
        alternatives,
        matches: alternatives.some((each) => each.matches),
      };
    }
    const way = [...keys, ...key.split('.')];
    if (node.kind === 'object') {
      const parts = explainEntries(node.entries, text, event, inner, way);
      return { kind: 'group', key, path: inner, span: keySpan, parts, matches: parts.every((part) => part.matches) };
    }
    const found = leavesAt(event, way);
    const items = node.kind === 'array' ? node.items : [];
    const options = items.map((item) => explainOption(item, text, found));
    return {
      kind: 'field',
      key,
      path: inner,
      span: keySpan,
      found,
      options,
      matches: options.some((option) => option.matches),
    };
  });
}

function explainOption(node: JsonNode, text: string, found: readonly Leaf[]): ExplainedOption {
  const option = readOption(node, [], new PatternReport(null));
  const written = node.span === null ? '' : text.slice(node.span.start, node.span.end).replace(/\s+/g, ' ');
  const takes = found.map((leaf) => typeof option === 'function' && option(leaf));
  const matches = option === 'absent' ? found.length === 0 : takes.some(Boolean);
  return { ...readingOf(node, text), text: written, takes, matches };
}

const single: Readonly<Record<string, OptionKind>> = {
  exactly: 'exactly',
  'equals-ignore-case': 'ignore-case',
  prefix: 'prefix',
  suffix: 'suffix',
  wildcard: 'wildcard',
  cidr: 'cidr',
};

/** How an option that is in order compares, and with what. */
function readingOf(node: JsonNode, text: string): Pick<ExplainedOption, 'kind' | 'wanted' | 'value'> {
  const said = (of: JsonNode): string => (of.span === null ? '' : text.slice(of.span.start, of.span.end));
  if (node.kind !== 'object') return { kind: 'equals', wanted: said(node), value: eventValueOf(node) as Leaf };
  const [entry] = node.entries;
  if (entry === undefined) throw new Error('an option without an operator is not in order');
  const { key, node: operand } = entry;
  const value = undefined;
  if (key === 'exists') {
    return { kind: operand.kind === 'boolean' && operand.value ? 'exists' : 'absent', wanted: '', value };
  }
  if (key === 'numeric' && operand.kind === 'array')
    return { kind: 'numeric', wanted: comparisonOf(operand.items, said), value };
  if (key === 'anything-but') {
    if (operand.kind !== 'object') return { kind: 'but.values', wanted: listOf(operand, said), value };
    const [inner] = operand.entries;
    const kind = inner?.key === 'equals-ignore-case' ? 'ignore-case' : inner?.key;
    return { kind: `but.${kind}` as OptionKind, wanted: inner === undefined ? '' : listOf(inner.node, said), value };
  }
  const kind = single[key] as OptionKind;
  // A prefix or a suffix whatever its case.
  if (operand.kind === 'object') {
    const [inner] = operand.entries;
    return { kind: `${kind}-case` as OptionKind, wanted: inner === undefined ? '' : said(inner.node), value };
  }
  return { kind, wanted: said(operand), value };
}

/** `"a"`, or `"a" or "b"`. */
function listOf(node: JsonNode, said: (of: JsonNode) => string): string {
  return node.kind === 'array' ? node.items.map(said).join(' or ') : said(node);
}

/** `> 0`, or `> 0 and <= 5`. */
function comparisonOf(items: readonly JsonNode[], said: (of: JsonNode) => string): string {
  const signs = items.map((item) => (item.kind === 'string' ? item.value : said(item)));
  return signs.length > 2 ? `${signs[0]} ${signs[1]} and ${signs[2]} ${signs[3]}` : signs.join(' ');
}

/** What an event has on a way of keys, through lists and through keys with dots, as the matcher finds it. */
export function leavesAt(event: EventValue, way: readonly string[]): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: EventValue, from: number): void => {
    if (isArray(value)) for (const each of value) visit(each, from);
    else if (isLeaf(value)) {
      if (from === way.length) leaves.push(value);
    } else if (from < way.length) {
      for (const [key, inner] of Object.entries(value)) {
        const keys = key.split('.');
        if (keys.every((each, place) => each === way[from + place])) visit(inner, from + keys.length);
      }
    }
  };
  visit(event, 0);
  return leaves;
}

/** A leaf as it is written. */
export function leafText(leaf: Leaf): string {
  return leaf instanceof UncomparableNumber ? leaf.text : JSON.stringify(leaf);
}

/** Whether one of the fields is named again: the last condition on it holds, and those before it do not. */
function isNamedTwice(parts: readonly ExplainedPart[]): boolean {
  const seen = new Set<string>();
  let isTwice = false;
  const visit = (part: ExplainedPart): void => {
    if (part.kind === 'or') {
      for (const { parts: inner } of part.alternatives) {
        const before = new Set(seen);
        inner.forEach(visit);
        seen.clear();
        for (const each of before) seen.add(each);
      }
      // What one of the alternatives names counts as named from here on.
      for (const { parts: inner } of part.alternatives) inner.forEach(note);
    } else if (part.kind === 'group') part.parts.forEach(visit);
    else {
      isTwice ||= seen.has(nameOf(part));
      seen.add(nameOf(part));
    }
  };
  const note = (part: ExplainedPart): void => {
    if (part.kind === 'field') seen.add(nameOf(part));
    else if (part.kind === 'group') part.parts.forEach(note);
    else for (const { parts: inner } of part.alternatives) inner.forEach(note);
  };
  parts.forEach(visit);
  return isTwice;
}

/** The keys on the way to a field, without those that are `$or` and without numbers. */
function nameOf({ path }: ExplainedField): string {
  return path.filter((key) => typeof key === 'string' && key !== '$or').join('.');
}
