/** What may stand in the list of a field: plain values, and objects with one operator. */
import { anyOf, didYouMean, type Path } from '../../../text/wording.ts';
import { isVersion4, isWithin, readAddress, sameAddress } from './ip.ts';
import type { JsonEntry, JsonNode } from './json-text.ts';
import { isComparable, UncomparableNumber } from './numbers.ts';
import type { PatternReport } from './problems.ts';
import {
  eitherCase,
  endsIgnoringCase,
  equalsIgnoringCase,
  lengthAtStart,
  matchesWildcard,
  readWildcard,
} from './strings.ts';

/** A value at the end of a path of an event: neither object nor list. */
export type Leaf = null | boolean | number | string | UncomparableNumber;

export type LeafTest = (leaf: Leaf) => boolean;

/** One item of the list of a field: a test of its value, or that the field does not exist. */
export type Option = LeafTest | 'absent';

/** The test that an operator's value makes; null where it makes none, and that is reported. */
type Operator<T extends Option = LeafTest> = (node: JsonNode, path: Path, report: PatternReport) => T | null;

/** Reads one item of the list of a field. */
export function readOption(node: JsonNode, path: Path, report: PatternReport): Option | null {
  switch (node.kind) {
    case 'object':
      return readExpression(node.entries, node, path, report);
    case 'array':
      report.atValue(path, node, 'a string, a number, true, false, null or an object with one operator');
      return null;
    case 'string':
      return equalTo(node.value);
    case 'number':
      return isNumberOfJson(node, path, report) ? equalToNumber(node.text) : null;
    case 'boolean':
      return (leaf) => leaf === node.value;
    case 'null':
      return (leaf) => leaf === null;
  }
}

/** A string that is an address stands for that address in every spelling, as in the reference implementation. */
function equalTo(value: string): LeafTest {
  const address = readAddress(value);
  if (address === null) return (leaf) => leaf === value;
  return (leaf) => {
    if (leaf === value) return true;
    const other = typeof leaf === 'string' ? readAddress(leaf) : null;
    return other !== null && sameAddress(address, other);
  };
}

function equalToNumber(text: string): LeafTest {
  if (!isComparable(text)) return (leaf) => leaf instanceof UncomparableNumber && leaf.text === text;
  const value = Number(text);
  return (leaf) => leaf === value;
}

const needsString = 'a string';

const prefix: Operator = (node, path, report) => {
  if (node.kind === 'object') {
    const pattern = readIgnoreCase(node.entries, node, path, report);
    return pattern && ((leaf) => typeof leaf === 'string' && lengthAtStart(pattern, leaf) >= 0);
  }
  const text = readString(node, path, report, 'a string or {"equals-ignore-case": a string}');
  return text === null ? null : (leaf) => typeof leaf === 'string' && leaf.startsWith(text);
};

const suffix: Operator = (node, path, report) => {
  if (node.kind === 'object') {
    const pattern = readIgnoreCase(node.entries, node, path, report);
    return pattern && ((leaf) => typeof leaf === 'string' && endsIgnoringCase(pattern, leaf));
  }
  const text = readString(node, path, report, 'a string or {"equals-ignore-case": a string}');
  return text === null ? null : (leaf) => typeof leaf === 'string' && leaf.endsWith(text);
};

const ignoreCase: Operator = (node, path, report) => {
  const text = readString(node, path, report, needsString);
  if (text === null) return null;
  const pattern = eitherCase(text);
  return (leaf) => typeof leaf === 'string' && equalsIgnoringCase(pattern, leaf);
};

const wildcard: Operator = (node, path, report) => {
  const text = readString(node, path, report, 'a string, in which * stands for any characters');
  if (text === null) return null;
  const read = readWildcard(text);
  if ('problem' in read) {
    report.atValue(path, node, `${read.problem.allowed} (character ${read.problem.at + 1})`);
    return null;
  }
  return (leaf) => typeof leaf === 'string' && matchesWildcard(read.pieces, leaf);
};

const cidrForm = 'an address, a slash and the number of bits that count, such as "10.0.0.0/24" or "2001:db8::/32"';

const cidr: Operator = (node, path, report) => {
  const text = readString(node, path, report, cidrForm);
  if (text === null) return null;
  const parts = /^([^/]*)\/(\d{1,3})$/.exec(text);
  const address = parts === null ? null : readAddress(parts[1] as string);
  if (parts === null || address === null) {
    report.atValue(path, node, cidrForm);
    return null;
  }
  // A block of a single address is refused by the reference implementation: the address itself says as much.
  const most = isVersion4(address) ? 31 : 127;
  const prefixBits = Number(parts[2]);
  if (prefixBits > most) {
    report.atValue(path, node, `from 0 to ${most} bits after the slash; a single address stands in the list as it is`);
    return null;
  }
  const block = { address, prefixBits };
  return (leaf) => {
    const other = typeof leaf === 'string' ? readAddress(leaf) : null;
    return other !== null && isWithin(block, other);
  };
};

/** Not documented by the service; the reference implementation takes it for a plain string that is no address. */
const exactly: Operator = (node, path, report) => {
  const text = readString(node, path, report, needsString);
  return text === null ? null : (leaf) => leaf === text;
};

const exists: Operator<Option> = (node, path, report) => {
  if (node.kind !== 'boolean') {
    report.atValue(path, node, 'true or false');
    return null;
  }
  return node.value ? () => true : 'absent';
};

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/**
 * Numbers that `numeric` takes, both ways from zero: the range that the service documents, "between -5.0e9 and +5.0e9
 * inclusive" (Amazon EventBridge user guide, comparison operators). The reference implementation takes larger ones by now,
 * and the service promises none. What an event holds is compared however large it is.
 */
const MOST_COMPARED = 5e9;

const rangeForm = 'one comparison such as [">", 0], or a lower and then an upper bound such as [">", 0, "<=", 5]';

const numeric: Operator = (node, path, report) => {
  if (node.kind !== 'array') {
    report.atValue(path, node, `a list: ${rangeForm}`);
    return null;
  }
  const sign = node.items[0];
  const hasUpper = sign?.kind === 'string' && sign.value.startsWith('>') && node.items.length > 2;
  const first = readComparison(node, 0, Object.keys(comparisons), path, report);
  const second = hasUpper ? readComparison(node, 2, ['<', '<='], path, report) : null;
  const most = hasUpper ? 4 : 2;
  const extra = node.items[most];
  if (first === null) return null;
  if (extra !== undefined) {
    report.atValue([...path, most], extra, `nothing more: ${rangeForm}`);
    return null;
  }
  if (!hasUpper) return first.test;
  if (second === null) return null;
  if (first.bound >= second.bound) {
    report.atValue([...path, 3], second.node, `more than the lower bound, which is ${first.bound}`);
    return null;
  }
  return (leaf) => first.test(leaf) && second.test(leaf);
};

interface Comparison {
  sign: string;
  bound: number;
  /** Where the bound stands. */
  node: JsonNode;
  test: LeafTest;
}

/** Reads a sign and a number at `at` and the place after it. */
function readComparison(
  list: JsonNode & { kind: 'array' },
  at: number,
  allowedSigns: readonly string[],
  path: Path,
  report: PatternReport,
): Comparison | null {
  const [sign, bound] = list.items.slice(at, at + 2);
  if (sign === undefined) {
    report.atMissing([...path, at], list, anyOf(allowedSigns));
    return null;
  }
  if (sign.kind !== 'string' || !allowedSigns.includes(sign.value)) {
    report.atValue([...path, at], sign, anyOf(allowedSigns));
    return null;
  }
  if (bound === undefined) {
    report.atMissing([...path, at + 1], list, `a number after "${sign.value}"`);
    return null;
  }
  if (bound.kind !== 'number') {
    report.atValue([...path, at + 1], bound, `a number after "${sign.value}"`);
    return null;
  }
  if (!isComparableHere(bound, [...path, at + 1], report)) return null;
  const compare = comparisons[sign.value] as (value: number, bound: number) => boolean;
  const number = Number(bound.text);
  if (Math.abs(number) > MOST_COMPARED) {
    const allowed = `a number from -${MOST_COMPARED} to ${MOST_COMPARED}: "numeric" compares with no other`;
    report.atValue([...path, at + 1], bound, allowed);
    return null;
  }
  return {
    sign: sign.value,
    bound: number,
    node: bound,
    test: (leaf) => typeof leaf === 'number' && compare(leaf, number),
  };
}

const anythingButForm =
  'a string, a number, a list of strings, a list of numbers, or an object with one of the operators ' +
  '"prefix", "suffix", "equals-ignore-case" or "wildcard"';

/** What `anything-but` turns round; each takes a string here, or a list of strings. */
const turnable: Readonly<Record<string, Operator>> = {
  prefix: (node, path, report) => (isFilledString(node, path, report) ? prefix(node, path, report) : null),
  suffix: (node, path, report) => (isFilledString(node, path, report) ? suffix(node, path, report) : null),
  'equals-ignore-case': ignoreCase,
  wildcard,
};

const anythingBut: Operator = (node, path, report) => {
  if (node.kind === 'object') {
    const entry = onlyEntry(node.entries, Object.keys(turnable), node, path, report);
    if (entry === null) return null;
    const operator = turnable[entry.key] as Operator;
    const inner = [...path, entry.key];
    if (entry.node.kind !== 'array') return not(operator(entry.node, inner, report));
    return noneOf(entry.node.items, entry.node, inner, report, operator);
  }
  if (node.kind === 'string' || node.kind === 'number') return not(anythingButValue(node, path, report));
  if (node.kind !== 'array') {
    report.atValue(path, node, anythingButForm);
    return null;
  }
  const first = node.items[0]?.kind;
  const odd = node.items.findIndex((item) => item.kind !== first);
  if (odd > 0 && (first === 'string' || first === 'number')) {
    const allowed = `another ${first}: a list under "anything-but" is all strings or all numbers`;
    report.atValue([...path, odd], node.items[odd] as JsonNode, allowed);
    return null;
  }
  return noneOf(node.items, node, path, report, anythingButValue);
};

const anythingButValue: Operator = (node, path, report) => {
  if (node.kind === 'string') return (leaf) => leaf === node.value;
  if (node.kind === 'number') return isComparableHere(node, path, report) ? equalToNumber(node.text) : null;
  report.atValue(path, node, 'a string or a number');
  return null;
};

function not(test: LeafTest | null): LeafTest | null {
  return test && ((leaf) => !test(leaf));
}

function noneOf(
  items: readonly JsonNode[],
  list: JsonNode,
  path: Path,
  report: PatternReport,
  read: Operator,
): LeafTest | null {
  if (items.length === 0) {
    report.atValue(path, list, 'a list of at least one value');
    return null;
  }
  const tests = items.map((item, index) => read(item, [...path, index], report));
  if (!tests.every((test) => test !== null)) return null;
  return (leaf) => tests.every((test) => !test(leaf));
}

const operators: Readonly<Record<string, Operator<Option>>> = {
  prefix,
  suffix,
  'equals-ignore-case': ignoreCase,
  wildcard,
  'anything-but': anythingBut,
  numeric,
  cidr,
  exists,
  exactly,
};

/** What is named where an operator is asked for: all that the service documents. */
const documented = Object.keys(operators).filter((name) => name !== 'exactly');

function readExpression(
  entries: readonly JsonEntry[],
  node: JsonNode,
  path: Path,
  report: PatternReport,
): Option | null {
  const entry = onlyEntry(entries, Object.keys(operators), node, path, report, documented);
  return entry && (operators[entry.key] as Operator<Option>)(entry.node, [...path, entry.key], report);
}

/** The one entry of an object that must have one of the given keys and no other. */
function onlyEntry(
  entries: readonly JsonEntry[],
  keys: readonly string[],
  node: JsonNode,
  path: Path,
  report: PatternReport,
  named: readonly string[] = keys,
): JsonEntry | null {
  const [entry, second] = entries;
  if (entry === undefined) {
    report.atValue(path, node, `an object with the key ${anyOf(named)}`);
    return null;
  }
  if (!keys.includes(entry.key)) {
    report.atKey([...path, entry.key], entry.keySpan, `the key ${anyOf(named)}${didYouMean(entry.key, named)}`);
    return null;
  }
  if (second !== undefined) {
    const allowed = `no second key beside "${entry.key}"; what may match as well stands in the list in braces of its own`;
    report.atKey([...path, second.key], second.keySpan, allowed);
    return null;
  }
  return entry;
}

function readIgnoreCase(entries: readonly JsonEntry[], node: JsonNode, path: Path, report: PatternReport) {
  const entry = onlyEntry(entries, ['equals-ignore-case'], node, path, report);
  if (entry === null) return null;
  const text = readString(entry.node, [...path, entry.key], report, needsString);
  return text === null ? null : eitherCase(text);
}

function readString(node: JsonNode, path: Path, report: PatternReport, allowed: string): string | null {
  if (node.kind === 'string') return node.value;
  report.atValue(path, node, allowed);
  return null;
}

function isFilledString(node: JsonNode, path: Path, report: PatternReport): boolean {
  if (node.kind === 'string' && node.value !== '') return true;
  report.atValue(path, node, 'a string of at least one character');
  return false;
}

/** Infinity and NaN can stand in a value, but not in JSON. */
function isNumberOfJson(node: JsonNode & { kind: 'number' }, path: Path, report: PatternReport): boolean {
  if (/\d/.test(node.text)) return true;
  report.atValue(path, node, 'a number of JSON, which is finite');
  return false;
}

function isComparableHere(node: JsonNode & { kind: 'number' }, path: Path, report: PatternReport): boolean {
  if (isComparable(node.text)) return true;
  report.atValue(path, node, 'a number that a 64-bit floating-point number says exactly, of at most about 15 digits');
  return false;
}
