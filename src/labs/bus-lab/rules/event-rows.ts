/**
 * Event and pattern as one tree: each field that either has, what it has, whether it matches, and why, in words. Fields of
 * the event come in its order; what the pattern alone names comes after them.
 */
import {
  type ExplainedField,
  type ExplainedGroup,
  type ExplainedOption,
  type ExplainedPart,
  leafText,
} from '../../../models/event-bus/pattern/explain.ts';
import type { EventValue } from '../../../models/event-bus/pattern/json-text.ts';
import { isArray, isLeaf, isObject } from '../../../models/event-bus/pattern/match.ts';
import { UncomparableNumber } from '../../../models/event-bus/pattern/numbers.ts';
import type { Leaf } from '../../../models/event-bus/pattern/operators.ts';
import { cut } from '../../../text/wording.ts';
import type { Say } from '../../../ui/use-text.ts';

export interface EventRow {
  key: string;
  /** 0 for the outermost. */
  depth: number;
  name: string;
  /** What the event has there; '' for what has fields of its own, null where it has nothing. */
  event: string | null;
  /** What the pattern wants; null where it does not name the field. */
  pattern: string | null;
  result: 'yes' | 'no' | 'unasked';
  /** One line for each reason; none where nobody asks. */
  reasons: readonly string[];
}

export function rowsOf(event: EventValue, parts: readonly ExplainedPart[], say: Say): EventRow[] {
  return rowsIn(event, parts, 0, '', true, say);
}

/** `tellsAll`: fields that nobody asks for are told as well; not within the alternatives of `$or`, where they stand already. */
function rowsIn(
  event: EventValue | undefined,
  parts: readonly ExplainedPart[],
  depth: number,
  prefix: string,
  tellsAll: boolean,
  say: Say,
): EventRow[] {
  const rows: EventRow[] = [];
  const told = new Set<ExplainedPart>();
  const fields = event !== undefined && isObject(event) ? Object.keys(event) : [];
  for (const key of fields) {
    const value = (event as Readonly<Record<string, EventValue>>)[key] as EventValue;
    const named = parts.filter(
      (part): part is ExplainedField | ExplainedGroup => part.kind !== 'or' && part.key === key,
    );
    for (const part of named) {
      told.add(part);
      rows.push(...rowsOfPart(part, value, depth, prefix, tellsAll, say));
    }
    if (named.length === 0 && tellsAll) rows.push(...unaskedRows(key, value, depth, prefix));
  }
  for (const [place, part] of parts.entries()) {
    if (told.has(part)) continue;
    if (part.kind === 'or') rows.push(...rowsOfOr(part, event, depth, `${prefix}$or${place}`, say));
    else rows.push(...rowsOfPart(part, undefined, depth, prefix, tellsAll, say));
  }
  return rows;
}

function rowsOfPart(
  part: ExplainedField | ExplainedGroup,
  value: EventValue | undefined,
  depth: number,
  prefix: string,
  tellsAll: boolean,
  say: Say,
): EventRow[] {
  const key = `${prefix}${part.key}.`;
  if (part.kind === 'field') return [rowOfField(part, value, depth, key, say)];
  const wrong = part.parts.filter(({ matches }) => !matches).length;
  const reason = part.matches
    ? say('lab.bus-rules.reason.group.yes')
    : say('lab.bus-rules.reason.group.no', { n: wrong });
  const own: EventRow = {
    key,
    depth,
    name: part.key,
    event: value === undefined ? null : isObject(value) ? '' : written(value),
    pattern: '',
    result: part.matches ? 'yes' : 'no',
    reasons: [reason],
  };
  return [own, ...rowsIn(value, part.parts, depth + 1, key, tellsAll, say)];
}

function rowsOfOr(
  part: Extract<ExplainedPart, { kind: 'or' }>,
  event: EventValue | undefined,
  depth: number,
  prefix: string,
  say: Say,
): EventRow[] {
  const first = part.alternatives.findIndex(({ matches }) => matches);
  const reason =
    first >= 0
      ? say('lab.bus-rules.reason.or.yes', { n: first + 1 })
      : say('lab.bus-rules.reason.or.no', { n: part.alternatives.length });
  const rows: EventRow[] = [
    {
      key: prefix,
      depth,
      name: '$or',
      event: '',
      pattern: say('lab.bus-rules.tree.or'),
      result: part.matches ? 'yes' : 'no',
      reasons: [reason],
    },
  ];
  for (const [place, { parts, matches }] of part.alternatives.entries()) {
    const key = `${prefix}[${place}]`;
    const wrong = parts.filter((each) => !each.matches).length;
    rows.push({
      key,
      depth: depth + 1,
      name: say('lab.bus-rules.tree.alternative', { n: place + 1 }),
      event: '',
      pattern: '',
      result: matches ? 'yes' : 'no',
      reasons: [matches ? say('lab.bus-rules.reason.group.yes') : say('lab.bus-rules.reason.group.no', { n: wrong })],
    });
    rows.push(...rowsIn(event, parts, depth + 2, key, false, say));
  }
  return rows;
}

function unaskedRows(name: string, value: EventValue, depth: number, prefix: string): EventRow[] {
  const key = `${prefix}${name}.`;
  const own: EventRow = {
    key,
    depth,
    name,
    event: isObject(value) ? '' : written(value),
    pattern: null,
    result: 'unasked',
    reasons: [],
  };
  if (!isObject(value)) return [own];
  return [own, ...Object.entries(value).flatMap(([inner, each]) => unaskedRows(inner, each, depth + 1, key))];
}

function rowOfField(
  part: ExplainedField,
  value: EventValue | undefined,
  depth: number,
  key: string,
  say: Say,
): EventRow {
  const there = part.found.length > 0 ? part.found.map(leafText).join(', ') : null;
  return {
    key,
    depth,
    name: part.key,
    event: there ?? (value === undefined ? null : written(value)),
    pattern: part.options.map(({ text }) => text).join(', '),
    result: part.matches ? 'yes' : 'no',
    reasons: reasonsOf(part, value, say),
  };
}

/** Why a field matches: the first option that takes it. Or why it does not: what each of them says. */
function reasonsOf(part: ExplainedField, value: EventValue | undefined, say: Say): string[] {
  const taking = part.options.find(({ matches }) => matches);
  if (taking !== undefined) {
    const taken = part.found[taking.takes.indexOf(true)];
    // What is there without being a value: a list without elements, or an object.
    if (taken === undefined && value !== undefined) return [say('lab.bus-rules.reason.absent.none')];
    return [reasonOf(taking, taken, say)];
  }
  const [first] = part.found;
  if (first === undefined) {
    return [say(value === undefined ? 'lab.bus-rules.reason.missing' : 'lab.bus-rules.reason.missing.list')];
  }
  return part.options.map((option) => reasonOf(option, first, say));
}

const needsText: readonly string[] = [
  'ignore-case',
  'prefix',
  'prefix-case',
  'suffix',
  'suffix-case',
  'wildcard',
  'exactly',
];

function reasonOf(option: ExplainedOption, leaf: Leaf | undefined, say: Say): string {
  const { kind, wanted } = option;
  if (kind === 'absent') {
    if (option.matches || leaf === undefined) return say('lab.bus-rules.reason.absent.yes');
    return say('lab.bus-rules.reason.absent.no', { value: shown(leaf) });
  }
  // An option that matches and takes no value is one that wants nothing there.
  if (leaf === undefined) throw new Error(`"${kind}" matches nothing that is there`);
  const value = shown(leaf);
  if (kind === 'exists') return say('lab.bus-rules.reason.exists.yes', { value });
  const mismatch = option.matches ? unwantedElsewhere(option, leaf, say) : mismatchOf(option, leaf, say);
  if (mismatch !== null) return mismatch;
  const answer = option.matches ? 'yes' : 'no';
  const key = kind === 'exactly' ? 'equals' : kind;
  if (key === 'but.values' && !option.matches) return say('lab.bus-rules.reason.but.values.no', { value });
  return say(`lab.bus-rules.reason.${key}.${answer}`, { value, wanted });
}

/** Where a value is taken because it is of another kind than all that is not wanted. */
function unwantedElsewhere({ kind }: ExplainedOption, leaf: Leaf, say: Say): string | null {
  if (!kind.startsWith('but.') || kind === 'but.values' || typeof leaf === 'string') return null;
  return say('lab.bus-rules.reason.but.no-text', { value: shown(leaf), kind: kindOf(leaf, say) });
}

/** Where the reason is the kind of the value, or only the case of its letters. */
function mismatchOf({ kind, wanted, value }: ExplainedOption, leaf: Leaf, say: Say): string | null {
  const own = shown(leaf);
  if (needsText.includes(kind) && typeof leaf !== 'string') {
    return say('lab.bus-rules.reason.needs-text', { value: own, kind: kindOf(leaf, say) });
  }
  if (kind === 'numeric' && !isNumber(leaf)) {
    return say('lab.bus-rules.reason.needs-number', { value: own, kind: kindOf(leaf, say) });
  }
  if (kind === 'cidr' && !(typeof leaf === 'string' && /^[\d.]+$|:/.test(leaf))) {
    return say('lab.bus-rules.reason.needs-address', { value: own });
  }
  if (kind !== 'equals' || value === undefined) return null;
  if (kindOf(leaf, say) !== kindOf(value, say)) {
    return say('lab.bus-rules.reason.equals.kind', {
      value: own,
      wanted,
      kind: kindOf(leaf, say),
      wantedKind: kindOf(value, say),
    });
  }
  if (typeof leaf === 'string' && typeof value === 'string' && leaf.toLowerCase() === value.toLowerCase()) {
    return say('lab.bus-rules.reason.equals.case', { value: own, wanted });
  }
  return null;
}

function isNumber(leaf: Leaf): boolean {
  return typeof leaf === 'number' || leaf instanceof UncomparableNumber;
}

function kindOf(leaf: Leaf, say: Say): string {
  if (leaf === null) return say('lab.bus-rules.kind.null');
  if (isNumber(leaf)) return say('lab.bus-rules.kind.number');
  return say(typeof leaf === 'string' ? 'lab.bus-rules.kind.text' : 'lab.bus-rules.kind.boolean');
}

function shown(leaf: Leaf): string {
  return cut(leafText(leaf));
}

/** What the event has, as JSON. */
function written(value: EventValue): string {
  if (isLeaf(value)) return leafText(value);
  if (isArray(value)) return `[${value.map(written).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${written(each)}`)
    .join(', ')}}`;
}
