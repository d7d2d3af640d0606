/** What event patterns mean where the vectors of others are silent, and how problems are told. */
import { describe, expect, it } from 'vitest';
import { checkPattern, matches, preparePattern } from '../../../src/models/event-bus/pattern/pattern.ts';
import { InvalidPatternError } from '../../../src/models/event-bus/pattern/problems.ts';
import type { Json } from '../../../src/models/json.ts';

/** Which of the values a field of this pattern takes. */
function taken(options: Json[], values: Json[]): Json[] {
  const pattern = preparePattern({ field: options });
  return values.filter((field) => pattern.matches({ field }));
}

const messagesOf = (pattern: Json) => checkPattern(pattern).map((problem) => problem.message);

describe('an event pattern', () => {
  it('takes a value of the same kind and nothing that only looks like it', () => {
    const values = ['1', 1, 'true', true, 'null', null, '', 'false', false];
    for (const value of values) expect(taken([value], values)).toEqual([value]);
  });

  it.each<[unknown, string]>([
    [undefined, 'the pattern'],
    [{ a: undefined }, 'a'],
    [{ a: ['x', undefined] }, 'a[1]'],
  ])('is no pattern where something is undefined: %j', (pattern, where) => {
    expect(messagesOf(pattern as Json)).toEqual([`${where} is undefined; allowed is JSON; undefined is no JSON.`]);
  });

  it('takes whatever one of the listed options takes', () => {
    expect(taken([{ prefix: 'run' }, 'stopped', { numeric: ['<', 0] }], ['running', 'stopped', 'stop', -1, 1])).toEqual(
      ['running', 'stopped', -1],
    );
  });

  it('compares an address in a list as an address', () => {
    expect(taken(['2001:db8::1'], ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', '2001:db8::2', 'x'])).toEqual([
      '2001:DB8:0:0:0:0:0:1',
      '2001:db8::1',
    ]);
    expect(taken(['::ffff:a00:1'], ['10.0.0.1', '10.0.0.2'])).toEqual(['10.0.0.1']);
    expect(taken([{ 'anything-but': '2001:db8::1' }], ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'])).toEqual([
      '2001:DB8:0:0:0:0:0:1',
    ]);
  });

  it('takes the addresses of a block and no text that is none', () => {
    const addresses = [
      '2001:db8::',
      '2001:db8:ffff::1',
      '2001:db9::',
      '10.0.0.1',
      '1:2',
      ':::',
      '2001:db8:::1',
      '2001:db8:3:4::5:6:7:8',
      7,
    ];
    expect(taken([{ cidr: '2001:db8::/32' }], addresses)).toEqual(['2001:db8::', '2001:db8:ffff::1']);
    expect(messagesOf({ a: [{ cidr: '1:2:3:4::5:6:7:8/64' }] }).length).toBe(1);
    expect(taken([{ cidr: '10.1.2.3/0' }], ['1.2.3.4', '255.0.0.0', '256.0.0.0', '1.2.3', '::1'])).toEqual([
      '1.2.3.4',
      '255.0.0.0',
    ]);
  });

  it('takes an asterisk or a backslash behind a backslash as itself', () => {
    expect(taken([{ wildcard: 'a\\*b' }], ['a*b', 'axb', 'a\\*b'])).toEqual(['a*b']);
    expect(taken([{ wildcard: '\\\\*' }], ['\\', '\\x', 'x'])).toEqual(['\\', '\\x']);
  });

  it('uses no character for two pieces of a wildcard pattern', () => {
    expect(taken([{ wildcard: 'ab*ba' }], ['aba', 'abba', 'ab ba'])).toEqual(['abba', 'ab ba']);
    expect(taken([{ wildcard: 'a*bc*c' }], ['abc', 'abcc', 'abc c'])).toEqual(['abcc', 'abc c']);
  });

  it('takes the name of an operator for a field, except within $or', () => {
    expect(matches({ prefix: ['x'], numeric: { '=': [1] } }, { prefix: 'x', numeric: { '=': 1 } })).toBe(true);
    expect(messagesOf({ $or: [{ a: { prefix: ['x'] } }, { b: [1] }] })).toEqual([
      '$or[0].a.prefix is "prefix"; allowed is the name of a field; this name is reserved within $or.',
    ]);
  });

  it('ignores the case of letters whose other case is longer', () => {
    expect(taken([{ 'equals-ignore-case': 'straße' }], ['STRASSE', 'Straße', 'strasse', 'STRASS'])).toEqual([
      'STRASSE',
      'Straße',
    ]);
    expect(taken([{ suffix: { 'equals-ignore-case': 'aße' } }], ['STRASSE', 'Straße', 'ASE'])).toEqual([
      'STRASSE',
      'Straße',
    ]);
  });

  it('turns round a test of strings for values that are no strings too', () => {
    const values = ['abc', 'x', 1, true, null];
    for (const test of [{ prefix: 'a' }, { suffix: 'c' }, { 'equals-ignore-case': 'ABC' }, { wildcard: 'a*' }, 'abc']) {
      expect(taken([{ 'anything-but': test }], values)).toEqual(['x', 1, true, null]);
    }
    expect(taken([{ 'anything-but': [1, 2] }], [1, 2, 3, '1', null])).toEqual([3, '1', null]);
  });

  it('finds a field that is nested and one whose name has dots', () => {
    for (const pattern of [{ 'a.b': { c: ['x'] } }, { a: { 'b.c': ['x'] } }, { a: { b: { c: ['x'] } } }]) {
      for (const event of [
        { 'a.b': { c: 'x' } },
        { 'a.b.c': 'x' },
        { a: { b: { c: 'x' } } },
        { a: [{ b: { c: ['x'] } }] },
      ]) {
        expect(matches(pattern, event)).toBe(true);
      }
      expect(matches(pattern, { a: { b: 'x' } })).toBe(false);
    }
  });

  it('does not find what an object inherits', () => {
    expect(matches({ constructor: { name: [{ exists: true }] } }, {})).toBe(false);
    expect(matches('{"__proto__": ["x"]}', '{"__proto__": "x"}')).toBe(true);
    expect(matches('{"__proto__": ["x"]}', '{}')).toBe(false);
  });

  it('compares spelt numbers exactly, and those beyond 64 bits by their spelling', () => {
    expect(matches('{"x": [1.50]}', '{"x": 15e-1}')).toBe(true);
    expect(matches('{"x": [{"numeric": ["=", 0.3]}]}', '{"x": 0.30000}')).toBe(true);
    expect(matches('{"x": [{"numeric": ["=", 0.3]}]}', '{"x": 0.300000000000000000001}')).toBe(false);
    expect(matches('{"x": [1e400]}', '{"x": 1e400}')).toBe(true);
    expect(matches('{"x": [1e400]}', '{"x": 10e399}')).toBe(false);
    expect(matches('{"x": [{"anything-but": 1}]}', '{"x": 1e400}')).toBe(true);
    expect(matches('{"x": [{"numeric": [">", 1]}]}', '{"x": 1e400}')).toBe(false);
  });

  it('wants what is in one element of a list from the same element', () => {
    const pattern = preparePattern({
      songs: { name: ['Yesterday'], writers: { first: ['Paul'], last: ['McCartney'] } },
    });
    const john = { first: 'John', last: 'McCartney' };
    const paul = { first: 'Paul', last: 'McCartney' };
    expect(pattern.matches({ songs: [{ name: 'Yesterday', writers: [john, paul] }] })).toBe(true);
    expect(pattern.matches({ songs: [{ name: 'Yesterday', writers: [john, { first: 'Paul' }] }] })).toBe(false);
    expect(
      pattern.matches({
        songs: [
          { name: 'Yesterday', writers: [john] },
          { name: 'Help!', writers: [paul] },
        ],
      }),
    ).toBe(false);
  });

  it('holds a field for absent only in the elements chosen by fields before it in the alphabet', () => {
    const event = { list: [{ b: 1 }, { a: 1, c: 1 }] };
    expect(matches({ list: { b: [1], c: [{ exists: false }] } }, event)).toBe(true);
    expect(matches({ list: { a: [{ exists: false }], b: [1] } }, event)).toBe(false);
  });

  it('copes with many lists at once', () => {
    const elements = Array.from({ length: 200 }, (_, index) => ({ x: index, y: index }));
    const names = 'abcdefgh'.split('');
    const event = Object.fromEntries(names.map((name) => [name, elements]));
    const field = { x: [{ numeric: ['>=', 0] }], y: [199] };
    const pattern = preparePattern(Object.fromEntries(names.map((name) => [name, field])));
    expect(pattern.matches(event)).toBe(true);
    expect(pattern.matches({ ...event, h: [{ x: 1, y: 1 }] })).toBe(false);
  });

  it('takes no event that is not an object', () => {
    const pattern = preparePattern({ a: [{ exists: false }] });
    for (const event of [null, 1, 'x', '{', '[1]', [], [{ b: 1 }], true]) expect(pattern.matches(event)).toBe(false);
    expect(pattern.matches({})).toBe(true);
  });

  it('reads lists in lists to any depth without failing', () => {
    let event: Json = 'x';
    for (let level = 0; level < 50_000; level += 1) event = [event];
    expect(() => matches({ a: ['x'] }, { a: event })).not.toThrow();
  });

  it('names the fields that it asks for, those of all alternatives and those that must be absent', () => {
    const { fields } = preparePattern({
      source: ['a'],
      detail: { size: { mb: [1] }, $or: [{ kind: ['x'] }, { 'a.b': [{ exists: false }] }] },
    });
    expect([...fields].sort()).toEqual(['detail.a.b', 'detail.kind', 'detail.size.mb', 'source']);
  });

  it('says everything that is wrong when it is to be used', () => {
    expect(() => preparePattern({ a: 'x' })).toThrow(InvalidPatternError);
    expect(() => preparePattern({ a: 'x' })).toThrow('a is "x"; allowed is a list of what the field may be');
  });
});

describe('a problem of an event pattern', () => {
  it.each<[Json, string[]]>([
    [[], ['the pattern is []; allowed is an object of fields, such as {"source": ["my.app"]}.']],
    [{}, ['the pattern is {}; allowed is an object of at least one field.']],
    [{ a: {} }, ['a is {}; allowed is an object of at least one field.']],
    [{ a: [] }, ['a is []; allowed is a list of at least one value or operator.']],
    [
      { a: [['x']] },
      ['a[0] is ["x"]; allowed is a string, a number, true, false, null or an object with one operator.'],
    ],
    [
      { a: [{ prefx: 'x' }] },
      [
        'a[0].prefx is "prefx"; allowed is the key "prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "numeric", "cidr" or "exists"; did you mean "prefix"?',
      ],
    ],
    [
      { a: [{}] },
      [
        'a[0] is {}; allowed is an object with the key "prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "numeric", "cidr" or "exists".',
      ],
    ],
    [{ a: [{ exists: 1 }] }, ['a[0].exists is 1; allowed is true or false.']],
    [{ a: [{ 'anything-but': [] }] }, ['a[0].anything-but is []; allowed is a list of at least one value.']],
    [
      { a: [{ 'anything-but': { wildcard: [] } }] },
      ['a[0].anything-but.wildcard is []; allowed is a list of at least one value.'],
    ],
    [{ a: [{ 'anything-but': ['x', true] }] }, [expect.stringContaining('a[0].anything-but[1] is true') as string]],
    [
      { a: [{ 'anything-but': null }] },
      [expect.stringContaining('a[0].anything-but is null; allowed is a string, ') as string],
    ],
    [{ a: [{ wildcard: 'x\\y' }] }, [expect.stringContaining('backslash (character 2)') as string]],
    [{ a: [{ wildcard: 'x\\' }] }, [expect.stringContaining('backslash (character 2)') as string]],
    [{ a: [{ cidr: '10.0.0.0/32' }] }, [expect.stringContaining('allowed is from 0 to 31 bits') as string]],
    [{ a: [{ cidr: '::/128' }] }, [expect.stringContaining('allowed is from 0 to 127 bits') as string]],
    [{ a: [{ cidr: '10.0.0/8' }] }, [expect.stringContaining('allowed is an address, a slash') as string]],
    [{ a: [{ numeric: [] }] }, ['a[0].numeric[0] is missing; allowed is "=", "<", "<=", ">" or ">=".']],
    [{ a: [{ numeric: ['>', 0, '<'] }] }, ['a[0].numeric[3] is missing; allowed is a number after "<".']],
    [{ a: [{ numeric: ['>', 0, '>', 1] }] }, ['a[0].numeric[2] is ">"; allowed is "<" or "<=".']],
    [
      { a: [{ numeric: ['>=', 0, '<', 5_000_000_001] }] },
      [
        'a[0].numeric[3] is 5000000001; allowed is a number from -5000000000 to 5000000000: "numeric" compares with no other.',
      ],
    ],
    [{ a: [{ numeric: ['>', -5e9 - 1] }] }, [expect.stringContaining('a[0].numeric[1] is -5000000001') as string]],
    [
      { a: [{ numeric: 5 }] },
      [expect.stringContaining('a[0].numeric is 5; allowed is a list: one comparison') as string],
    ],
    [{ $or: [{ a: [1] }] }, [expect.stringContaining('allowed is a list of at least two objects') as string]],
    [{ $or: [{ a: [1] }, 7] }, ['$or[1] is 7; allowed is an object of fields.']],
    [
      { $or: [{ prefix: ['x'] }, { a: [1] }] },
      ['$or[0].prefix is "prefix"; allowed is the name of a field; this name is reserved within $or.'],
    ],
    [
      { source: 'my.app', detail: { state: [{ prefix: 3 }, { numeric: ['<', 'x'] }], 'odd key!': [] } },
      [
        expect.stringContaining('source is "my.app"') as string,
        expect.stringContaining('detail.state[0].prefix is 3') as string,
        expect.stringContaining('detail.state[1].numeric[1] is "x"') as string,
        expect.stringContaining('detail["odd key!"] is []') as string,
      ],
    ],
  ])('of %j is told', (pattern, expected) => {
    expect(messagesOf(pattern)).toEqual(expected);
    expect(checkPattern(JSON.stringify(pattern)).length).toBe(expected.length);
  });

  it('is told of a number that JSON has not', () => {
    expect(messagesOf({ a: [Number.NaN, { 'anything-but': Number.POSITIVE_INFINITY }] })).toEqual([
      'a[0] is NaN; allowed is a number of JSON, which is finite.',
      expect.stringContaining('a[1].anything-but is Infinity; allowed is a number that a 64-bit'),
    ]);
  });

  it('names its place as keys and positions, and in the text', () => {
    const text = '{\n  "detail": {\n    "state": ["running", { "prefix": 3 }]\n  }\n}';
    const [problem] = checkPattern(text);
    expect(problem).toMatchObject({
      path: ['detail', 'state', 1, 'prefix'],
      value: '3',
      allowed: 'a string or {"equals-ignore-case": a string}',
      place: { offset: text.indexOf('3'), length: 1, line: 3, column: 38 },
    });
    expect(problem?.message).toContain('detail.state[1].prefix (line 3, column 38) is 3; allowed is a string');
    expect(checkPattern({ detail: { state: [{ prefix: 3 }] } })[0]?.place).toBeNull();
  });

  it('points at a key where the key is wrong', () => {
    const text = '{"a": [{"prefix": "x", "suffix": "y"}]}';
    const place = checkPattern(text)[0]?.place;
    expect(text.slice(place?.offset, (place?.offset ?? 0) + (place?.length ?? 0))).toBe('"suffix"');
  });

  it.each([
    ['', 'the end of the text', 1, 1],
    ['{"a": ["x"]', 'the end of the text', 1, 12],
    ['{"a": ["x",]}', ']', 1, 12],
    ['{\n"a": [01]}', '01', 2, 7],
    ['{"a": ["x]}', '"', 1, 8],
    ['{a: ["x"]}', 'a', 1, 2],
    ['{"a" ["x"]}', '[', 1, 6],
    ['{"a": [tru]}', 'tru', 1, 8],
    ['{"a": ["x"]} x', 'x', 1, 14],
    ['{"a": ["\\x"]}', '\\x', 1, 9],
    ['{"a": ["\n"]}', '\n', 1, 9],
  ])('in the text %j is where it stops being JSON', (text, value, line, column) => {
    const problems = checkPattern(text);
    expect(problems.length).toBe(1);
    expect(problems[0]).toMatchObject({ value, place: { line, column } });
  });

  it('points at a number that is too large to compare with, as it is spelt', () => {
    const text = '{"a": [{"numeric": [">", -5e9, "<=", 5.1e9]}]}';
    const [problem, second] = checkPattern(text);
    expect(second).toBeUndefined();
    expect(problem).toMatchObject({ value: '5.1e9', place: { offset: text.indexOf('5.1e9'), length: 5 } });
    expect(checkPattern(text.replace('5.1e9', '5e9'))).toEqual([]);
    // Elsewhere no number is too large, nor in an event.
    expect(matches('{"a": [6e9], "b": [{"anything-but": [6e9]}]}', '{"a": 6e9, "b": 1}')).toBe(true);
    expect(matches('{"a": [{"numeric": [">", 5e9]}]}', '{"a": 6e9}')).toBe(true);
  });

  it('takes text that begins with a mark of byte order, and none elsewhere', () => {
    expect(matches('\uFEFF{"a": ["x"]}', '\uFEFF {"a": "x"}')).toBe(true);
    expect(checkPattern('\uFEFF{"a": "x"}')[0]?.place).toMatchObject({ offset: 7, length: 3 });
    expect(checkPattern('\uFEFF\uFEFF{"a": ["x"]}')).toHaveLength(1);
    expect(checkPattern(' \uFEFF{"a": ["x"]}')).toHaveLength(1);
  });

  it('tells of too deep nesting instead of failing', () => {
    expect(messagesOf('[\n'.repeat(5000))).toEqual([expect.stringContaining('at most 1000 levels of nesting')]);
  });

  it('tells of too many combinations, once', () => {
    const alternatives = (name: string) => ({ $or: Array.from({ length: 40 }, (_, index) => ({ [name]: [index] })) });
    const pattern = { a: alternatives('x'), b: alternatives('y'), c: alternatives('z'), d: alternatives('w') };
    expect(messagesOf(pattern)).toEqual([expect.stringContaining('at most 1000 combinations')]);
    expect(messagesOf({ a: alternatives('x'), b: { $or: [{ y: [1] }, { z: [1] }] } })).toEqual([]);
  });
});
