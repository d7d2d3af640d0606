/**
 * Reads JSON text without losing what JSON.parse loses: how a number is spelt, keys that stand twice, and where in the
 * text each thing stands.
 */
import type { Json } from '../../json.ts';
import { isComparable, UncomparableNumber } from './numbers.ts';

/** From `start` up to, but not including, `end`: positions in the text in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

export interface JsonEntry {
  key: string;
  keySpan: Span | null;
  node: JsonNode;
}

/** A JSON value; `span` is null where it was not read from text. */
export type JsonNode = { span: Span | null } & (
  | { kind: 'object'; entries: JsonEntry[] }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'string'; value: string }
  /** The spelling of a number; of one that was not read from text, the shortest that gives it. */
  | { kind: 'number'; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
);

/** A value of an event: like JSON, but a number that no 64-bit number equals keeps its spelling. */
export type EventValue =
  | null
  | boolean
  | number
  | string
  | UncomparableNumber
  | readonly EventValue[]
  | { readonly [key: string]: EventValue };

/** Where text stops being JSON. */
export interface TextProblem {
  /** The keys and positions of what was being read. */
  path: (string | number)[];
  span: Span;
  /** Goes on after "allowed is". */
  allowed: string;
}

/** Levels of nesting that are read; the parser of the reference implementation reads as many. */
export const MAXIMUM_DEPTH = 1000;

const BYTE_ORDER_MARK = '\uFEFF';

/** JSON without the mark of byte order that some editors put before it; it is no part of the text (RFC 8259, section 8.1). */
export function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

export function parseJson(text: string): { node: JsonNode } | { problem: TextProblem } {
  try {
    return { node: new JsonReader(text).readWhole() };
  } catch (error) {
    if (error instanceof NotJson) return { problem: error.problem };
    throw error;
  }
}

/** The value that a node stands for. Of keys that stand twice, the last counts. */
export function eventValueOf(node: JsonNode): EventValue {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.entries.map((entry) => [entry.key, eventValueOf(entry.node)]));
    case 'array':
      return node.items.map(eventValueOf);
    case 'number':
      return isComparable(node.text) ? Number(node.text) : new UncomparableNumber(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

/** The node of a value. What is nested deeper than is ever read is left out. */
export function nodeOf(value: Json, depth = 0): JsonNode {
  const span = null;
  if (value === null || depth > MAXIMUM_DEPTH) return { span, kind: 'null' };
  if (typeof value === 'string') return { span, kind: 'string', value };
  if (typeof value === 'number') return { span, kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { span, kind: 'boolean', value };
  if (isArray(value)) return { span, kind: 'array', items: value.map((item) => nodeOf(item, depth + 1)) };
  const entries = Object.entries(value).map(([key, each]) => ({ key, keySpan: null, node: nodeOf(each, depth + 1) }));
  return { span, kind: 'object', entries };
}

/** `Array.isArray` that also knows arrays that cannot be changed. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

class NotJson extends Error {
  readonly problem: TextProblem;

  constructor(problem: TextProblem) {
    super(`not JSON: allowed is ${problem.allowed}`);
    this.problem = problem;
  }
}

const numberHere = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Everything up to the next quote, backslash or control character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters within strings.
const plainHere = /[^"\\\u0000-\u001f]*/y;
const escapedHere = /u[0-9a-fA-F]{4}|["\\/bfnrt]/y;
const wordHere = /[A-Za-z0-9_.+-]+/y;

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): JsonNode {
    this.#at = this.#text.length - withoutMark(this.#text).length;
    const node = this.#readValue('a JSON value');
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('nothing more after the value');
    return node;
  }

  #readValue(allowed: string): JsonNode {
    this.#skipSpace();
    const start = this.#at;
    const first = this.#text[start];
    if (first === '{' || first === '[') {
      if (this.#path.length >= MAXIMUM_DEPTH) this.#fail(`at most ${MAXIMUM_DEPTH} levels of nesting`);
      return first === '{' ? this.#readObject() : this.#readArray();
    }
    if (first === '"') {
      const value = this.#readString();
      return { span: this.#from(start), kind: 'string', value };
    }
    const text = this.#take(numberHere);
    if (text !== null) {
      // "01" and "1x" are no numbers with something behind them, but one wrong word.
      if (this.#peek(wordHere) !== null) this.#fail('a number as JSON spells it, such as 1, -0.5 or 2.5e3', start);
      return { span: this.#from(start), kind: 'number', text };
    }
    switch (this.#peek(wordHere)) {
      case 'true':
      case 'false':
        this.#at += first === 't' ? 4 : 5;
        return { span: this.#from(start), kind: 'boolean', value: first === 't' };
      case 'null':
        this.#at += 4;
        return { span: this.#from(start), kind: 'null' };
      default:
        return this.#fail(allowed);
    }
  }

  #readObject(): JsonNode {
    const start = this.#at;
    const entries: JsonEntry[] = [];
    this.#at += 1;
    this.#skipSpace();
    if (this.#text[this.#at] === '}') return this.#closed({ span: null, kind: 'object', entries }, start);
    for (;;) {
      this.#skipSpace();
      const keyStart = this.#at;
      if (this.#text[keyStart] !== '"') this.#fail(entries.length === 0 ? 'a key in quotes or }' : 'a key in quotes');
      const key = this.#readString();
      const keySpan = this.#from(keyStart);
      this.#path.push(key);
      this.#skipSpace();
      if (this.#text[this.#at] !== ':') this.#fail('a colon after the key');
      this.#at += 1;
      entries.push({ key, keySpan, node: this.#readValue('a JSON value after the colon') });
      this.#path.pop();
      this.#skipSpace();
      if (this.#text[this.#at] === '}') return this.#closed({ span: null, kind: 'object', entries }, start);
      if (this.#text[this.#at] !== ',') this.#fail('a comma or }');
      this.#at += 1;
    }
  }

  #readArray(): JsonNode {
    const start = this.#at;
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#skipSpace();
    if (this.#text[this.#at] === ']') return this.#closed({ span: null, kind: 'array', items }, start);
    for (;;) {
      this.#path.push(items.length);
      items.push(this.#readValue(items.length === 0 ? 'a JSON value or ]' : 'a JSON value after the comma'));
      this.#path.pop();
      this.#skipSpace();
      if (this.#text[this.#at] === ']') return this.#closed({ span: null, kind: 'array', items }, start);
      if (this.#text[this.#at] !== ',') this.#fail('a comma or ]');
      this.#at += 1;
    }
  }

  #closed(node: JsonNode, start: number): JsonNode {
    this.#at += 1;
    node.span = this.#from(start);
    return node;
  }

  #readString(): string {
    const start = this.#at;
    let value = '';
    this.#at += 1;
    for (;;) {
      value += this.#take(plainHere) ?? '';
      const next = this.#text[this.#at];
      if (next === undefined) this.#fail('a closing quote', start);
      if (next === '"') break;
      if (next !== '\\') this.#fail('no control character within quotes: \\n for a new line, \\t for a tab');
      this.#at += 1;
      const escaped = this.#take(escapedHere);
      if (escaped === null) {
        this.#at -= 1;
        this.#fail('after a backslash one of " \\ / b f n r t, or u and four hexadecimal digits', this.#at, 2);
      }
      value += escapes[escaped] ?? String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    }
    this.#at += 1;
    return value;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  /** What a sticky expression finds here; null for nothing. */
  #peek(expression: RegExp): string | null {
    expression.lastIndex = this.#at;
    return expression.exec(this.#text)?.[0] ?? null;
  }

  #take(expression: RegExp): string | null {
    const found = this.#peek(expression);
    if (found !== null) this.#at += found.length;
    return found;
  }

  #from(start: number): Span {
    return { start, end: this.#at };
  }

  #fail(allowed: string, start: number = this.#at, length?: number): never {
    this.#at = start;
    const shown = length ?? this.#peek(wordHere)?.length ?? 1;
    const span = { start, end: Math.min(start + shown, this.#text.length) };
    throw new NotJson({ path: [...this.#path], span, allowed });
  }
}
