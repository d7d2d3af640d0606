/** Why a pattern takes an event or does not: every operator by itself, and the whole never other than the matcher says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type ExplainedField,
  type ExplainedPart,
  type Explanation,
  explainPattern,
  leafText,
  leavesAt,
  optionKinds,
} from '../../../src/models/event-bus/pattern/explain.ts';
import { eventValueOf, parseJson } from '../../../src/models/event-bus/pattern/json-text.ts';
import { matches } from '../../../src/models/event-bus/pattern/pattern.ts';
import type { Json } from '../../../src/models/json.ts';

interface Vector {
  id: string;
  pattern: Json;
  patternText?: string;
  event: Json;
  eventText?: string;
  valid: boolean;
  matches: boolean | null;
}

const file = fileURLToPath(new URL('../../conformance/event-patterns.json', import.meta.url));
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

function explained(pattern: Json | string, event: Json | string): Explanation {
  const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
  const parsed = parseJson(typeof event === 'string' ? event : JSON.stringify(event));
  if ('problem' in parsed) throw new Error('the event is no JSON');
  const result = explainPattern(text, eventValueOf(parsed.node));
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join());
  return result.explanation;
}

/** The only field of a pattern, held against `{ field: value }`. */
function fieldOf(options: Json[], event: Json): ExplainedField {
  const [part] = explained({ field: options }, event).parts;
  if (part?.kind !== 'field') throw new Error('no field');
  return part;
}

const isTwiceOrElements = ({ because }: Explanation): boolean => because !== null;

describe('an explanation', () => {
  it('gives the answer of the matcher for every vector of the reference implementation', () => {
    const asked = vectors.filter((vector) => vector.valid && vector.matches !== null);
    expect(asked.length).toBeGreaterThan(400);
    const wrong = asked.filter(
      ({ pattern, patternText, event, eventText, matches: right }) =>
        explained(patternText ?? pattern, eventText ?? event).matches !== right,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('says why wherever the answer is not what its fields say one by one', () => {
    const odd = vectors.filter(({ valid, matches: right, pattern, patternText, event, eventText }) => {
      if (!valid || right === null) return false;
      return isTwiceOrElements(explained(patternText ?? pattern, eventText ?? event));
    });
    expect(odd.length).toBeGreaterThan(0);
    // Few of them: nearly always the fields one by one are the answer.
    expect(odd.length).toBeLessThan(40);
  });

  test.prop(
    [
      fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom<Json>('x', 'y', 1, null, true), { minKeys: 1 }),
      fc.dictionary(
        fc.constantFrom('a', 'b', 'c'),
        fc.array(
          fc.constantFrom<Json>(
            'x',
            'y',
            1,
            null,
            { exists: false },
            { exists: true },
            { prefix: 'x' },
            { 'anything-but': 'y' },
          ),
          { minLength: 1, maxLength: 2 },
        ),
        { minKeys: 1, maxKeys: 3 },
      ),
    ],
    { numRuns: 300 },
  )('without lists is what its fields say, all of them together', (event, pattern) => {
    const explanation = explained(pattern, event);
    expect(explanation.because).toBeNull();
    expect(explanation.matches).toBe(explanation.parts.every((part) => part.matches));
    expect(explanation.matches).toBe(matches(pattern, event));
  });

  it('tells of a match in different elements of a list', () => {
    const event = {
      songs: [
        { name: 'a', by: 'x' },
        { name: 'b', by: 'y' },
      ],
    };
    const explanation = explained({ songs: { name: ['a'], by: ['y'] } }, event);
    expect([explanation.matches, explanation.because]).toEqual([false, 'elements']);
    expect(explained({ songs: { name: ['a'], by: ['x'] } }, event).because).toBeNull();
  });

  it('tells of a field that is named twice, of which the last counts', () => {
    const explanation = explained('{"a": ["x"], "$or": [{"a": ["y"]}, {"b": [1]}]}', { a: 'y' });
    expect([explanation.matches, explanation.because]).toEqual([true, 'twice']);
  });

  it('knows all alternatives of $or, each with its fields', () => {
    const [part] = explained({ $or: [{ a: [1] }, { b: { c: [2] } }] }, { b: { c: 2 } }).parts as [ExplainedPart];
    if (part.kind !== 'or') throw new Error('no $or');
    expect(part.matches).toBe(true);
    expect(part.alternatives.map((each) => each.matches)).toEqual([false, true]);
    expect(part.alternatives[1]?.parts[0]).toMatchObject({ kind: 'group', key: 'b', matches: true });
  });

  it('says where in the text a field stands', () => {
    const text = '{\n  "source": ["a"]\n}';
    const [part] = explained(text, { source: 'a' }).parts as [ExplainedField];
    expect(text.slice(part.span?.start, part.span?.end)).toBe('"source"');
  });

  it('of a pattern that is none says what is wrong with it', () => {
    const result = explainPattern('{"a": [{"prefx": "x"}]}', {});
    expect('problems' in result && result.problems[0]?.message).toContain('did you mean "prefix"?');
    expect('problems' in explainPattern('{"a": [', {})).toBe(true);
    expect('problems' in explainPattern('[]', {})).toBe(true);
  });

  it('takes nothing that is no object', () => {
    expect(explained({ a: [{ exists: false }] }, []).matches).toBe(false);
  });
});

describe('of an option', () => {
  const everyForm: [string, Json, Json, string][] = [
    ['equals', 'x', 'x', '"x"'],
    ['exactly', { exactly: 'x' }, 'x', '"x"'],
    ['ignore-case', { 'equals-ignore-case': 'X' }, 'x', '"X"'],
    ['prefix', { prefix: 'ab' }, 'abc', '"ab"'],
    ['prefix-case', { prefix: { 'equals-ignore-case': 'AB' } }, 'abc', '"AB"'],
    ['suffix', { suffix: 'bc' }, 'abc', '"bc"'],
    ['suffix-case', { suffix: { 'equals-ignore-case': 'BC' } }, 'abc', '"BC"'],
    ['wildcard', { wildcard: 'a*c' }, 'abc', '"a*c"'],
    ['numeric', { numeric: ['>', 0, '<=', 5] }, 5, '> 0 and <= 5'],
    ['cidr', { cidr: '10.0.0.0/8' }, '10.1.2.3', '"10.0.0.0/8"'],
    ['exists', { exists: true }, 'x', ''],
    ['but.values', { 'anything-but': ['x', 'y'] }, 'z', '"x" or "y"'],
    ['but.prefix', { 'anything-but': { prefix: 'a' } }, 'z', '"a"'],
    ['but.suffix', { 'anything-but': { suffix: ['a', 'b'] } }, 'z', '"a" or "b"'],
    ['but.ignore-case', { 'anything-but': { 'equals-ignore-case': 'a' } }, 'z', '"a"'],
    ['but.wildcard', { 'anything-but': { wildcard: '*a' } }, 'z', '"*a"'],
  ];

  it.each(everyForm)('%s is said what it wants, and that it takes the value', (kind, option, value, wanted) => {
    const [only] = fieldOf([option], { field: value }).options;
    expect(only).toMatchObject({ kind, wanted, takes: [true], matches: true, text: JSON.stringify(option) });
  });

  it('absent wants nothing there', () => {
    expect(fieldOf([{ exists: false }], {}).options[0]).toMatchObject({ kind: 'absent', takes: [], matches: true });
    expect(fieldOf([{ exists: false }], { field: 1 }).options[0]).toMatchObject({ takes: [false], matches: false });
  });

  it('every kind is tried here', () => {
    expect([...everyForm.map(([kind]) => kind), 'absent'].toSorted()).toEqual([...optionKinds].toSorted());
  });

  it('each value of a list is told whether it is taken', () => {
    const field = fieldOf([{ prefix: 'a' }, 1], { field: ['ab', 'b', 1] });
    expect(field.found).toEqual(['ab', 'b', 1]);
    expect(field.options.map(({ takes }) => takes)).toEqual([
      [true, false, false],
      [false, false, true],
    ]);
  });
});

describe('what an event has', () => {
  it('is found through lists and through keys with dots', () => {
    expect(leavesAt({ a: [{ 'b.c': 1 }, { b: { c: [2, 3] } }, 4] }, ['a', 'b', 'c'])).toEqual([1, 2, 3]);
    expect(leavesAt({ a: { b: 1 } }, ['a'])).toEqual([]);
  });

  it('is written as in the event', () => {
    const parsed = parseJson('[1e400, "x", null]');
    if ('problem' in parsed) throw new Error('no JSON');
    expect((eventValueOf(parsed.node) as never[]).map(leafText)).toEqual(['1e400', '"x"', 'null']);
  });
});
