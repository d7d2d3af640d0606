/** What the editor of patterns rests on: samples, examples, what fits at the cursor, and the reasons of the tester. */
import { describe, expect, it } from 'vitest';
import { completionAt, offeredOperators, placeAt } from '../../../src/labs/bus-lab/rules/completion.ts';
import { type EventRow, rowsOf } from '../../../src/labs/bus-lab/rules/event-rows.ts';
import { examples } from '../../../src/labs/bus-lab/rules/examples.ts';
import { sampleIds, sampleOf, textOfJson } from '../../../src/labs/bus-lab/rules/samples.ts';
import { explainPattern, optionKinds } from '../../../src/models/event-bus/pattern/explain.ts';
import { eventValueOf, parseJson } from '../../../src/models/event-bus/pattern/json-text.ts';
import { checkPattern, matches } from '../../../src/models/event-bus/pattern/pattern.ts';
import type { Json } from '../../../src/models/json.ts';
import { text as wordsOf } from '../../../src/text/text.ts';
import type { Say } from '../../../src/ui/use-text.ts';

const say: Say = (key, ...args) => wordsOf('neutral', key, ...args);

const eventOf = (event: Json) => {
  const parsed = parseJson(JSON.stringify(event));
  if ('problem' in parsed) throw new Error('no JSON');
  return eventValueOf(parsed.node);
};

function rowsFor(pattern: Json, event: Json): EventRow[] {
  const result = explainPattern(JSON.stringify(pattern), eventOf(event));
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  return rowsOf(eventOf(event), result.explanation.parts, say);
}

/** The reason of one field, `field`. */
const reasonOf = (option: Json, event: Json): string =>
  rowsFor({ field: [option] }, event)
    .find(({ name }) => name === 'field')
    ?.reasons.join(' ') ?? '';

describe('a sample event', () => {
  it.each(sampleIds)('has the envelope of the bus, in order: %s', (id) => {
    const keys = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];
    expect(Object.keys(sampleOf(id))).toEqual(keys);
    expect(sampleOf(id)['detail-type']).toBe(id);
  });

  it('names services as the source of what services tell, and parts of the application otherwise', () => {
    expect(sampleIds.map((id) => sampleOf(id)['source'])).toEqual([
      'decoupled.film-upload',
      'decoupled.film-renditions',
      'decoupled.film-renditions',
      'aws.ec2',
      'aws.s3',
      'decoupled.clickers',
      'aws.events',
    ]);
  });
});

describe('JSON as it is shown', () => {
  it('says the same, with short lists on one line', () => {
    for (const { pattern } of examples) expect(JSON.parse(textOfJson(pattern))).toEqual(pattern);
    for (const id of sampleIds) expect(JSON.parse(textOfJson(sampleOf(id)))).toEqual(sampleOf(id));
    expect(textOfJson({ a: [{ numeric: ['>', 1] }], b: [], c: { d: 'x' } })).toBe(
      '{\n  "a": [{ "numeric": [">", 1] }],\n  "b": [],\n  "c": {\n    "d": "x"\n  }\n}',
    );
    const long = 'x'.repeat(40);
    expect(textOfJson({ a: [long, long] })).toBe(`{\n  "a": [\n    "${long}",\n    "${long}"\n  ]\n}`);
  });
});

describe('an example', () => {
  it.each(examples.map((each) => [each.id, each] as const))('is in order, and takes its sample: %s', (_, example) => {
    expect(checkPattern(textOfJson(example.pattern))).toEqual([]);
    expect(matches(example.pattern, sampleOf(example.takes))).toBe(true);
  });

  it('there is for every operator and each of its forms', () => {
    const kinds = new Set(
      examples.flatMap(({ pattern, takes }) => {
        const result = explainPattern(JSON.stringify(pattern), eventOf(sampleOf(takes)));
        return 'problems' in result
          ? []
          : [...JSON.stringify(result).matchAll(/"kind":"([a-z.-]+)","wanted"/g)].map((m) => m[1]);
      }),
    );
    expect(optionKinds.filter((kind) => !kinds.has(kind))).toEqual(['exactly']);
    expect(examples.some(({ pattern }) => '$or' in pattern)).toBe(true);
  });
});

describe('what fits at the cursor', () => {
  const event = eventOf(sampleOf('upload-complete'));
  /** `|` is the cursor. */
  const labels = (text: string): string[] => {
    const cursor = text.indexOf('|');
    const completion = completionAt(text.replace('|', ''), cursor, event);
    return completion?.options.map(({ label }) => label) ?? [];
  };

  it('are the fields of the sample event where a field is named', () => {
    expect(labels('{|')).toEqual([...Object.keys(sampleOf('upload-complete')).map((key) => `"${key}"`), '"$or"']);
    expect(labels('{ "detail": { "|')).toContain('"length-seconds"');
    expect(labels('{ "detail": { "length-seconds": [1], "fi|')).toEqual(['"file"']);
    expect(labels('{ "$or": [{ "det|')).toEqual(['"detail-type"', '"detail"']);
  });

  it('are operators and the value that the event has, in the list of a field', () => {
    const within = labels('{ "detail": { "object": [|');
    expect(within[0]).toBe('"master"');
    expect(within).toEqual(expect.arrayContaining(offeredOperators.map((name) => `{"${name}"}`)));
    expect(labels('{ "detail": { "object": [{|')).toEqual(offeredOperators.map((name) => `"${name}"`));
    expect(labels('{ "detail": { "object": [{ "pre|')).toEqual(['"prefix"']);
  });

  it('are the operators that anything-but turns round, and the case of a prefix', () => {
    expect(labels('{"a": [{"anything-but": {|')).toEqual([
      '"prefix"',
      '"suffix"',
      '"equals-ignore-case"',
      '"wildcard"',
    ]);
    expect(labels('{"a": [{"prefix": {|')).toEqual(['"equals-ignore-case"']);
  });

  it('are signs and numbers by turns in a comparison, and true or false of what exists', () => {
    expect(labels('{"detail": {"megabytes": [{"numeric": [|')).toEqual(['"<"', '"<="', '"="', '">"', '">="']);
    expect(labels('{"detail": {"megabytes": [{"numeric": [">", |')).toEqual(['1320']);
    expect(labels('{"a": [{"exists": |')).toEqual(['true', 'false']);
  });

  it('is nothing where nothing can follow', () => {
    expect(labels('{"a": [1]} |')).toEqual([]);
    expect(labels('{"a" |')).toEqual([]);
  });

  it('replaces what has been written of it, from its first quote on', () => {
    expect(placeAt('{ "sou', 6)).toMatchObject({ from: 2, wants: 'key', isQuoted: true });
    expect(placeAt('{ "sou"', 7)).toMatchObject({ wants: 'nothing' });
  });

  it('makes a text that is in order, wherever it is taken from the beginning', () => {
    for (const first of ['"source"', '"detail-type"']) {
      const field = completionAt('{', 1, event)?.options.find(({ label }) => label === first);
      const [before = '', after = ''] = (field?.insert ?? '').split('|');
      for (const option of completionAt(`{${before}`, 1 + before.length, event)?.options ?? []) {
        const made = `{${before}${option.insert.replace('|', '')}${after}}`;
        const problems = checkPattern(made.replace('[">", ]', '[">", 1]'));
        expect({ made, problems }).toEqual({ made, problems: [] });
      }
    }
  });
});

describe('the tester', () => {
  it('tells of each field of both, ticked, crossed or not asked for', () => {
    const rows = rowsFor(
      { 'detail-type': ['upload-complete'], detail: { object: ['480p'], plan: ['gold'] } },
      sampleOf('upload-complete'),
    );
    const results = Object.fromEntries(rows.map(({ name, result }) => [name, result]));
    expect(results).toMatchObject({
      'detail-type': 'yes',
      source: 'unasked',
      detail: 'no',
      object: 'no',
      megabytes: 'unasked',
      plan: 'no',
    });
    expect(rows.find(({ name }) => name === 'plan')).toMatchObject({ event: null, depth: 1, pattern: '"gold"' });
    expect(rows.find(({ name }) => name === 'detail')?.reasons).toEqual(['2 fields within do not match.']);
  });

  it('tells of each alternative of $or which of its fields match', () => {
    const rows = rowsFor({ $or: [{ a: [1] }, { b: [2] }] }, { a: 3, b: 2 });
    const of = rows.map(({ name, depth, result }) => `${depth} ${name} ${result}`);
    expect(of).toEqual([
      '0 a unasked',
      '0 b unasked',
      '0 $or yes',
      '1 Or, number 1 no',
      '2 a no',
      '1 Or, number 2 yes',
      '2 b yes',
    ]);
    expect(rows[2]?.reasons).toEqual(['Number 2 matches, and one is enough.']);
  });

  it.each<[Json, Json, string]>([
    ['x', 'x', '"x" is exactly that.'],
    ['x', 'y', '"y" is not "x".'],
    ['Running', 'running', '"running" is "Running" but for upper and lower case, which count.'],
    ['1', 1, '1 is a number, and "1" is a text: they are never the same.'],
    [true, 'true', '"true" is a text, and true is true or false: they are never the same.'],
    [{ exactly: 'x' }, 'y', '"y" is not "x".'],
    [{ 'equals-ignore-case': 'X' }, 'x', '"x" is "X", whatever the case.'],
    [{ 'equals-ignore-case': 'X' }, 'y', '"y" is not "X", whatever the case.'],
    [{ prefix: 'run' }, 'running', '"running" begins with "run".'],
    [{ prefix: 'run' }, 'stopped', '"stopped" does not begin with "run".'],
    [{ prefix: 'run' }, 5, '5 is a number; this compares texts only.'],
    [{ prefix: { 'equals-ignore-case': 'RUN' } }, 'running', '"running" begins with "RUN", whatever the case.'],
    [{ prefix: { 'equals-ignore-case': 'RUN' } }, 'x', '"x" does not begin with "RUN", whatever the case.'],
    [{ suffix: 'ing' }, 'running', '"running" ends with "ing".'],
    [{ suffix: 'ing' }, 'ran', '"ran" does not end with "ing".'],
    [{ suffix: { 'equals-ignore-case': 'ING' } }, 'running', '"running" ends with "ING", whatever the case.'],
    [{ suffix: { 'equals-ignore-case': 'ING' } }, 'x', '"x" does not end with "ING", whatever the case.'],
    [{ wildcard: 'r*g' }, 'running', '"running" fits "r*g".'],
    [{ wildcard: 'r*g' }, 'x', '"x" does not fit "r*g", where * stands for anything.'],
    [{ numeric: ['>', 1, '<=', 5] }, 5, '5 is > 1 and <= 5.'],
    [{ numeric: ['>', 1] }, 1, '1 is not > 1.'],
    [{ numeric: ['>', 1] }, '2', '"2" is a text; this compares numbers only.'],
    [{ cidr: '10.0.0.0/8' }, '10.1.1.1', '"10.1.1.1" lies in "10.0.0.0/8".'],
    [{ cidr: '10.0.0.0/8' }, '11.1.1.1', '"11.1.1.1" does not lie in "10.0.0.0/8".'],
    [{ cidr: '10.0.0.0/8' }, 'home', '"home" is no address.'],
    [{ exists: true }, null, 'The field is there, with null.'],
    [{ exists: false }, 7, 'The field is there, with 7; it was to be absent.'],
    [{ 'anything-but': ['a', 'b'] }, 'c', '"c" is not "a" or "b".'],
    [{ 'anything-but': ['a', 'b'] }, 'b', '"b" is among what is not wanted.'],
    [{ 'anything-but': { prefix: 'a' } }, 'b', '"b" does not begin with "a".'],
    [{ 'anything-but': { prefix: 'a' } }, 'ab', '"ab" begins with what is not wanted: "a".'],
    [{ 'anything-but': { prefix: '2' } }, 240, '240 is a number, and only texts are not wanted.'],
    [{ 'anything-but': { suffix: 'a' } }, 'b', '"b" does not end with "a".'],
    [{ 'anything-but': { suffix: 'a' } }, 'ba', '"ba" ends with what is not wanted: "a".'],
    [{ 'anything-but': { 'equals-ignore-case': 'a' } }, 'b', '"b" is not "a", whatever the case.'],
    [{ 'anything-but': { 'equals-ignore-case': 'a' } }, 'A', '"A" is what is not wanted, whatever the case: "a".'],
    [{ 'anything-but': { wildcard: '*a' } }, 'b', '"b" does not fit "*a".'],
    [{ 'anything-but': { wildcard: '*a' } }, 'ba', '"ba" fits what is not wanted: "*a".'],
  ])('says of %j and %j why', (option, value, reason) => {
    expect(reasonOf(option, { field: value })).toBe(reason);
  });

  it('says why of a field that is not there', () => {
    expect(reasonOf({ exists: false }, { other: 1 })).toBe('The field is not there, and may be absent.');
    expect(reasonOf({ exists: false }, { field: [] })).toContain('none is asked for');
    expect(reasonOf('x', { other: 1 })).toContain('has no such field');
    expect(reasonOf('x', { field: [] })).toContain('a list without elements');
  });
});
