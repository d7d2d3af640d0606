/**
 * What fits where the cursor stands in a pattern: names of fields that the sample event has, operators, and values. It
 * reads only what stands before the cursor, so it also works in a text that is not JSON yet. Pure.
 */

import { leafText } from '../../../models/event-bus/pattern/explain.ts';
import type { EventValue } from '../../../models/event-bus/pattern/json-text.ts';
import { isArray, isLeaf, isObject } from '../../../models/event-bus/pattern/match.ts';

export interface Fitting {
  /** As it stands in the list. */
  label: string;
  /** What is put into the text; `|` marks where the cursor stands afterwards. */
  insert: string;
  kind: 'field' | 'operator' | 'value';
}

export interface Completion {
  /** From here to the cursor stands what has been written of it. */
  from: number;
  options: readonly Fitting[];
}

/** A bracket that is open where the cursor stands, and the key at which it stands within an object. */
interface Open {
  bracket: '{' | '[';
  key: string | null;
  /** Within a list: how many items are complete. */
  items: number;
}

/** What the cursor stands in. */
interface Place {
  open: readonly Open[];
  /** A key is wanted, or a value. */
  wants: 'key' | 'value' | 'nothing';
  /** Where what has been written of it begins. */
  from: number;
  /** Whether that begins with a quote. */
  isQuoted: boolean;
}

const token = /\s+|"(?:[^"\\\n]|\\.)*(?:"|$)|[{}[\]:,]|[^\s"{}[\]:,]+/g;

/** Reads up to the cursor; what is open at its end is what it stands in. */
export function placeAt(text: string, cursor: number): Place {
  const open: Open[] = [];
  let wants: Place['wants'] = 'value';
  let from = cursor;
  let isQuoted = false;
  for (const match of text.slice(0, cursor).matchAll(token)) {
    const piece = match[0];
    const end = match.index + piece.length;
    const top = open.at(-1);
    const isWhole = end < cursor || (piece.startsWith('"') && isClosed(piece));
    if (/^\s/.test(piece)) continue;
    if (piece === '{' || piece === '[') {
      open.push({ bracket: piece, key: null, items: 0 });
      wants = piece === '{' ? 'key' : 'value';
    } else if (piece === '}' || piece === ']') {
      open.pop();
      wants = 'nothing';
    } else if (piece === ',') {
      if (top?.bracket === '{') top.key = null;
      else if (top) top.items += 1;
      wants = top?.bracket === '{' ? 'key' : 'value';
    } else if (piece === ':') wants = 'value';
    else if (!isWhole) {
      from = match.index;
      isQuoted = piece.startsWith('"');
    } else if (wants === 'key' && top) {
      top.key = unquoted(piece);
      wants = 'nothing';
    } else wants = 'nothing';
  }
  return { open, wants, from, isQuoted };
}

const operatorForms: Readonly<Record<string, string>> = {
  prefix: '"prefix": "|"',
  suffix: '"suffix": "|"',
  'equals-ignore-case': '"equals-ignore-case": "|"',
  wildcard: '"wildcard": "*|"',
  'anything-but': '"anything-but": ["|"]',
  numeric: '"numeric": [">", |]',
  cidr: '"cidr": "10.0.0.0/|24"',
  exists: '"exists": true|',
};
const butForms: Readonly<Record<string, string>> = {
  prefix: '"prefix": "|"',
  suffix: '"suffix": "|"',
  'equals-ignore-case': '"equals-ignore-case": "|"',
  wildcard: '"wildcard": "*|"',
};
const caseForms: Readonly<Record<string, string>> = { 'equals-ignore-case': '"equals-ignore-case": "|"' };

/** The operators that are offered for an item of a field. */
export const offeredOperators: readonly string[] = Object.keys(operatorForms);

const signs = ['<', '<=', '=', '>', '>='] as const;

/** What fits at a place; null where nothing does. */
export function completionAt(text: string, cursor: number, event: EventValue): Completion | null {
  const { open, wants, from, isQuoted } = placeAt(text, cursor);
  if (wants === 'nothing') return null;
  const options = wants === 'key' ? keysFor(open, event) : valuesFor(open, event);
  const written = text.slice(from, cursor).replace(/^"/, '').toLowerCase();
  const fitting = options.filter(({ label }) => label.replace(/^"/, '').toLowerCase().includes(written));
  // Once a quote is there, only what begins with one can follow.
  const usable = isQuoted ? fitting.filter(({ insert }) => insert.startsWith('"')) : fitting;
  return usable.length === 0 ? null : { from, options: usable };
}

/** Where in the pattern that is: the keys of fields on the way, and what within the list of a field is open. */
function roleOf(open: readonly Open[]): { way: string[]; inside: readonly Open[] } {
  const way: string[] = [];
  for (let place = 0; place < open.length; place += 1) {
    const { bracket, key } = open[place] as Open;
    if (bracket === '[') return { way, inside: open.slice(place) };
    if (key === null) return { way, inside: [] };
    if (key === '$or' && open[place + 1]?.bracket === '[') {
      place += 1;
      continue;
    }
    way.push(key);
  }
  return { way, inside: [] };
}

function keysFor(open: readonly Open[], event: EventValue): Fitting[] {
  const { way, inside } = roleOf(open);
  if (inside.length === 0) return fieldsAt(way, event);
  const holder = inside.at(-2);
  if (inside.length === 2) return operatorsOf(operatorForms);
  if (holder?.key === 'anything-but') return operatorsOf(butForms);
  if (holder?.key === 'prefix' || holder?.key === 'suffix') return operatorsOf(caseForms);
  return [];
}

function operatorsOf(forms: Readonly<Record<string, string>>): Fitting[] {
  return Object.entries(forms).map(([name, insert]) => ({ label: `"${name}"`, insert, kind: 'operator' }));
}

function fieldsAt(way: readonly string[], event: EventValue): Fitting[] {
  const fields = [...new Set(valuesAt(way, event).flatMap((each) => (isObject(each) ? Object.keys(each) : [])))];
  const named = fields.map((key): Fitting => {
    const holds = valuesAt([...way, key], event);
    const isNested = holds.some((each) => isObject(each));
    return {
      label: JSON.stringify(key),
      insert: `${JSON.stringify(key)}: ${isNested ? '{ | }' : '[|]'}`,
      kind: 'field',
    };
  });
  return [...named, { label: '"$or"', insert: '"$or": [{ | }, {  }]', kind: 'operator' }];
}

function valuesFor(open: readonly Open[], event: EventValue): Fitting[] {
  const { way, inside } = roleOf(open);
  const top = open.at(-1);
  if (top === undefined) return [{ label: '{ }', insert: '{ | }', kind: 'value' }];
  if (inside.length === 0) {
    if (top.bracket === '[') return [{ label: '{ }', insert: '{ | }', kind: 'value' }];
    return top.key === '$or'
      ? [{ label: '[{ }, { }]', insert: '[{ | }, {  }]', kind: 'operator' }]
      : startsOf(way, event);
  }
  if (inside.length === 1) {
    const said = saidAt(way, event);
    const operators = Object.entries(operatorForms).map(
      ([name, form]): Fitting => ({ label: `{"${name}"}`, insert: `{${form}}`, kind: 'operator' }),
    );
    const plain = ['true', 'false', 'null'].map(
      (word): Fitting => ({ label: word, insert: `${word}|`, kind: 'value' }),
    );
    return [...said, ...operators, ...plain];
  }
  const operator = inside.find(({ bracket }) => bracket === '{')?.key;
  if (operator === 'numeric' && top.bracket === '[') {
    return top.items % 2 === 0
      ? signs.map((sign) => ({ label: `"${sign}"`, insert: `"${sign}", |`, kind: 'value' }))
      : saidAt(way, event).filter(({ label }) => !label.startsWith('"'));
  }
  if (operator === 'exists')
    return ['true', 'false'].map((word) => ({ label: word, insert: `${word}|`, kind: 'value' }));
  const said = saidAt(way, event);
  if (operator === 'anything-but' && inside.length === 2) {
    const forms = Object.entries(butForms).map(
      ([name, form]): Fitting => ({ label: `{"${name}"}`, insert: `{${form}}`, kind: 'operator' }),
    );
    return [...said, ...forms];
  }
  return said.filter(({ label }) => label.startsWith('"'));
}

/** What can follow the colon of a field. */
function startsOf(way: readonly string[], event: EventValue): Fitting[] {
  const nested = valuesAt(way, event).some((each) => isObject(each));
  const list: Fitting = { label: '[ ]', insert: '[|]', kind: 'value' };
  const object: Fitting = { label: '{ }', insert: '{ | }', kind: 'value' };
  return nested ? [object, list] : [list, object];
}

/** The values that the event has there, as they are written. */
function saidAt(way: readonly string[], event: EventValue): Fitting[] {
  const leaves = valuesAt(way, event).flatMap((each) => (isLeaf(each) ? [leafText(each)] : []));
  return [...new Set(leaves)].map((text) => ({ label: text, insert: `${text}|`, kind: 'value' }));
}

function valuesAt(way: readonly string[], event: EventValue): EventValue[] {
  let values: EventValue[] = [event];
  for (const key of way) {
    values = values.flatMap((each) =>
      isObject(each) && Object.hasOwn(each, key) ? flat(each[key] as EventValue) : [],
    );
  }
  return values;
}

function flat(value: EventValue): readonly EventValue[] {
  return isArray(value) ? value.flatMap(flat) : [value];
}

function isClosed(piece: string): boolean {
  return piece.length > 1 && /^"(?:[^"\\\n]|\\.)*"$/.test(piece);
}

function unquoted(piece: string): string {
  try {
    return String(JSON.parse(piece));
  } catch {
    return piece;
  }
}
