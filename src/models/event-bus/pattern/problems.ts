/** What is wrong with a pattern: where, what stands there, what is allowed. */
import { cut, type Path, pathText, valueText } from '../../../text/wording.ts';
import { eventValueOf, type JsonNode, type Span } from './json-text.ts';

export interface PatternProblem {
  /** Keys and positions from the outside in; empty for the whole pattern. */
  path: Path;
  /** What stands there as JSON, cut to a readable length; `missing` where there is nothing. */
  value: string;
  /** Goes on after "allowed is". */
  allowed: string;
  /** All of it in one sentence. */
  message: string;
  /** Where in the text, if the pattern was given as text. */
  place: TextPlace | null;
}

export interface TextPlace {
  /** UTF-16 units from the beginning of the text. */
  offset: number;
  length: number;
  /** From 1. */
  line: number;
  /** UTF-16 units from the beginning of the line, from 1. */
  column: number;
}

/** Thrown where a pattern that is no pattern is to be used. */
export class InvalidPatternError extends Error {
  readonly problems: readonly PatternProblem[];

  constructor(problems: readonly PatternProblem[]) {
    super(`invalid event pattern: ${problems.map((problem) => problem.message).join(' ')}`);
    this.problems = problems;
  }
}

/** Collects the problems of one pattern. */
export class PatternReport {
  readonly problems: PatternProblem[] = [];
  readonly #text: string | null;

  /** `text` is null for a pattern that was given as a value. */
  constructor(text: string | null) {
    this.#text = text;
  }

  /** Something wrong with the value that stands at `path`. */
  atValue(path: Path, node: JsonNode, allowed: string): void {
    this.#add(path, this.#shown(node), node.span, allowed);
  }

  /** Something wrong with a key, the last of `path`. */
  atKey(path: Path, keySpan: Span | null, allowed: string): void {
    this.#add(path, valueText(path.at(-1)), keySpan, allowed);
  }

  /** Something that ought to be within the value of `holder`, but is not. */
  atMissing(path: Path, holder: JsonNode, allowed: string): void {
    this.#add(path, valueText(undefined), holder.span, allowed);
  }

  /** Text that is not JSON. */
  atText(path: Path, span: Span, allowed: string): void {
    const found = (this.#text ?? '').slice(span.start, span.end);
    this.#add(path, found === '' ? 'the end of the text' : cut(found), span, allowed);
  }

  /** A value that is undefined. */
  atNothing(path: Path): void {
    this.#add(path, 'undefined', null, 'JSON; undefined is no JSON');
  }

  #add(path: Path, value: string, span: Span | null, allowed: string): void {
    const place = span === null || this.#text === null ? null : placeIn(this.#text, span);
    const where = path.length === 0 ? 'the pattern' : pathText(path);
    const line = place === null ? '' : ` (line ${place.line}, column ${place.column})`;
    const end = allowed.endsWith('?') ? '' : '.';
    const message = `${where}${line} is ${value}; allowed is ${allowed}${end}`;
    this.problems.push({ path, value, allowed, message, place });
  }

  #shown(node: JsonNode): string {
    if (this.#text !== null && node.span !== null) {
      return cut(this.#text.slice(node.span.start, node.span.end).replace(/\s+/g, ' '));
    }
    return node.kind === 'number' ? node.text : valueText(eventValueOf(node));
  }
}

function placeIn(text: string, span: Span): TextPlace {
  const before = text.slice(0, span.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    offset: span.start,
    length: span.end - span.start,
    line: before.split('\n').length,
    column: span.start - lineStart + 1,
  };
}
