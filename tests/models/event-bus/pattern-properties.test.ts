/** Properties of event patterns: every operator against a plain way to say the same. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parseJson } from '../../../src/models/event-bus/pattern/json-text.ts';
import { checkPattern, matches, preparePattern } from '../../../src/models/event-bus/pattern/pattern.ts';
import type { Json, JsonObject } from '../../../src/models/json.ts';

const numRuns = 300;

/** Strings of few letters, so that they often have something in common. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', 'c'), maxLength: 6 });
const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
/** What `numeric` compares with; see the service's documentation of it. */
const bounds = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, min: -5e9, max: 5e9 }));
const leaf: fc.Arbitrary<Json> = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const name = fc.constantFrom('a', 'b', 'c', 'a.b');

const { value: anyValue } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object') as fc.Arbitrary<Json>,
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 3 }) as fc.Arbitrary<JsonObject>,
}));
const anyEvent = fc.dictionary(name, anyValue, { minKeys: 1, maxKeys: 3 }) as fc.Arbitrary<JsonObject>;

/** Whether a pattern of one field takes a value. */
const takes = (option: Json, value: Json) => matches({ field: [option] }, { field: value });

describe('an event pattern', () => {
  test.prop([anyEvent, fc.infiniteStream(fc.nat())], { numRuns })('made of an event takes it', (event, numbers) => {
    const next = () => numbers.next().value as number;
    const pattern = patternOf(event, next);
    fc.pre(pattern !== null);
    expect(checkPattern(pattern)).toEqual([]);
    expect(matches(pattern, event)).toBe(true);
  });

  test.prop([anyEvent, fc.infiniteStream(fc.nat())], { numRuns: 2000 })(
    'chooses elements of lists as a plain search does',
    (event, numbers) => {
      const pattern = patternOfPieces(event, () => numbers.next().value as number);
      fc.pre(pattern !== null);
      expect(matches(pattern, event)).toBe(searchPlainly(pattern, event));
    },
  );

  test.prop([anyEvent, anyEvent, anyEvent], { numRuns })(
    'of alternatives takes what one of them takes',
    (event, a, b) => {
      const [first, second] = [exactPatternOf({ p: a }), exactPatternOf({ q: b })];
      fc.pre(first !== null && second !== null);
      const both = { ...event, p: a, q: { ...b, a: 'other' } };
      for (const each of [event, both]) {
        expect(matches({ $or: [first, second] }, each)).toBe(matches(first, each) || matches(second, each));
      }
    },
  );

  test.prop([fc.jsonValue(), fc.jsonValue()], { numRuns })(
    'never fails on an event, whatever it is',
    (event, field) => {
      const pattern = preparePattern({
        a: [{ exists: true }, { cidr: '::/0' }],
        'b.c': [{ 'anything-but': 'x' }],
        '': [1],
      });
      expect(typeof pattern.matches(event as Json)).toBe('boolean');
      expect(typeof pattern.matches({ a: field as Json, b: { c: field as Json }, '': field as Json })).toBe('boolean');
    },
  );

  test.prop([nearlyPattern(), anyEvent], { numRuns: 1000 })(
    'is taken into use if and only if nothing is wrong with it, and means the same as text',
    (pattern, event) => {
      const problems = checkPattern(pattern);
      const text = JSON.stringify(pattern, null, 1);
      expect(checkPattern(text).map(({ path, allowed }) => [path, allowed])).toEqual(
        problems.map(({ path, allowed }) => [path, allowed]),
      );
      if (problems.length > 0) {
        expect(() => preparePattern(pattern)).toThrow('invalid event pattern');
      } else {
        expect(preparePattern(text).matches(JSON.stringify(event))).toBe(preparePattern(pattern).matches(event));
      }
    },
  );
});

describe('the operator', () => {
  test.prop([word, leaf], { numRuns })('prefix takes strings that begin so', (text, value) => {
    expect(takes({ prefix: text }, value)).toBe(typeof value === 'string' && value.startsWith(text));
  });

  test.prop([word, leaf], { numRuns })('suffix takes strings that end so', (text, value) => {
    expect(takes({ suffix: text }, value)).toBe(typeof value === 'string' && value.endsWith(text));
  });

  test.prop([word, leaf], { numRuns })('equals-ignore-case takes strings that differ in case only', (text, value) => {
    const lower = typeof value === 'string' ? value.toLowerCase() : null;
    const wanted = text.toLowerCase();
    expect(takes({ 'equals-ignore-case': text }, value)).toBe(lower === wanted);
    expect(takes({ prefix: { 'equals-ignore-case': text } }, value)).toBe(lower?.startsWith(wanted) ?? false);
    expect(takes({ suffix: { 'equals-ignore-case': text } }, value)).toBe(lower?.endsWith(wanted) ?? false);
  });

  test.prop([fc.string({ unit: fc.constantFrom('a', 'a', 'b', '*', '*', '\\'), maxLength: 8 }), wordOfSigns()], {
    numRuns: 2000,
  })('wildcard takes what a search letter by letter takes', (pattern, text) => {
    const isValid = /^(?:[^*\\]|\\[*\\]|\*(?!\*))*$/.test(pattern);
    expect(checkPattern({ field: [{ wildcard: pattern }] }).length).toBe(isValid ? 0 : 1);
    if (isValid) expect(takes({ wildcard: pattern }, text)).toBe(matchesLetterByLetter(pattern, text));
  });

  test.prop([fc.array(word, { minLength: 1, maxLength: 3 }), leaf], { numRuns })(
    'anything-but takes what none of the listed takes',
    (texts, value) => {
      const forms: [Json, Json[]][] = [
        [texts, texts],
        [{ 'equals-ignore-case': texts }, texts.map((text) => ({ 'equals-ignore-case': text }))],
        [{ wildcard: texts }, texts.map((text) => ({ wildcard: text }))],
      ];
      if (texts.every((text) => text !== '')) {
        forms.push([{ prefix: texts }, texts.map((text) => ({ prefix: text }))]);
        forms.push([{ suffix: texts }, texts.map((text) => ({ suffix: text }))]);
      }
      for (const [turned, options] of forms) {
        expect(takes({ 'anything-but': turned }, value)).toBe(!options.some((option) => takes(option, value)));
      }
    },
  );

  test.prop([fc.array(number, { minLength: 1, maxLength: 3 }), leaf], { numRuns })(
    'anything-but takes all but the listed numbers',
    (numbers, value) => {
      // === takes 0 and -0 for the same, as JSON's numbers are.
      expect(takes({ 'anything-but': numbers }, value)).toBe(!numbers.some((each) => each === value));
      expect(takes({ 'anything-but': numbers[0] as number }, value)).toBe(numbers[0] !== value);
    },
  );

  test.prop([bounds, bounds, leaf], { numRuns: 1000 })('numeric compares as numbers compare', (bound, other, value) => {
    const is = (test: (given: number) => boolean) => typeof value === 'number' && test(value);
    expect(takes({ numeric: ['=', bound] }, value)).toBe(is((given) => given === bound));
    expect(takes({ numeric: ['<', bound] }, value)).toBe(is((given) => given < bound));
    expect(takes({ numeric: ['<=', bound] }, value)).toBe(is((given) => given <= bound));
    expect(takes({ numeric: ['>', bound] }, value)).toBe(is((given) => given > bound));
    expect(takes({ numeric: ['>=', bound] }, value)).toBe(is((given) => given >= bound));
    const [low, high] = bound < other ? [bound, other] : [other, bound];
    if (low === high) {
      expect(checkPattern({ field: [{ numeric: ['>=', low, '<=', high] }] }).length).toBe(1);
    } else {
      expect(takes({ numeric: ['>', low, '<=', high] }, value)).toBe(is((given) => given > low && given <= high));
      expect(takes({ numeric: ['>=', low, '<', high] }, value)).toBe(is((given) => given >= low && given < high));
    }
  });

  test.prop(
    [fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -99_999, max: 99_999 }), fc.nat(4), fc.nat(4)],
    {
      numRuns,
    },
  )('numeric compares decimals exactly, however they are spelt', (a, b, places, zeros) => {
    const pattern = `{"x": [{"numeric": ["<=", ${a}e-${places}]}]}`;
    const spelt = b === 0 ? '-0.0' : `${b}${'0'.repeat(zeros)}.${'0'.repeat(zeros + 1)}e-${places + zeros}`;
    expect(matches(pattern, `{"x": ${spelt}}`)).toBe(b <= a);
    expect(matches(`{"x": [${a}e-${places}]}`, `{"x": ${spelt}}`)).toBe(b === a);
  });

  test.prop([address(), fc.nat(127), address()], { numRuns: 1000 })(
    'cidr takes addresses whose first bits are the same',
    (block, bits, other) => {
      const size = block.version === 4 ? 32 : 128;
      const prefixBits = bits % size;
      // Half of the time an address that is near.
      const near = other.bits ^ (block.bits & ~((1n << BigInt(size - prefixBits)) - 1n));
      for (const { version, bits: value } of [
        other,
        { version: block.version, bits: near & ((1n << BigInt(size)) - 1n) },
      ]) {
        const isIn =
          version === block.version && value >> BigInt(size - prefixBits) === block.bits >> BigInt(size - prefixBits);
        expect(takes({ cidr: `${addressText(block)}/${prefixBits}` }, addressText({ version, bits: value }))).toBe(
          isIn,
        );
      }
    },
  );

  test.prop([anyEvent, name], { numRuns })('exists takes either the one or the other', (event, field) => {
    const is = (exists: boolean) => matches({ [field]: [{ exists }] }, event);
    expect(is(true)).toBe(!is(false));
  });
});

describe('the reader of JSON text', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'null',
    ' ',
    '\n',
    'x',
    '"',
  ];

  test.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''))], { numRuns: 3000 })(
    'takes what JSON.parse takes and nothing else',
    (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect('node' in parseJson(text)).toBe(isJson);
    },
  );

  test.prop([nearlyPattern(), fc.nat(), fc.constantFrom(...pieces)], { numRuns })(
    'points into the text, whatever is wrong',
    (pattern, at, piece) => {
      const whole = JSON.stringify(pattern);
      const text = whole.slice(0, at % whole.length) + piece + whole.slice((at % whole.length) + 1);
      for (const { place } of checkPattern(text)) {
        expect(place).not.toBeNull();
        expect(place?.offset).toBeGreaterThanOrEqual(0);
        expect((place?.offset ?? 0) + (place?.length ?? 0)).toBeLessThanOrEqual(text.length);
      }
    },
  );
});

/** A pattern that asks for one leaf on each way through an event; of every list, for one element. */
function patternOf(value: Json, next: () => number): Json | null {
  if (Array.isArray(value)) {
    const patterns = value.map((item) => patternOf(item, next)).filter((pattern) => pattern !== null);
    return patterns[next() % Math.max(1, patterns.length)] ?? null;
  }
  if (value === null || typeof value !== 'object') return [optionFor(value, next), 'never in an event'];
  const fields = Object.entries(value).map(([key, each]): [string, Json | null] => [key, patternOf(each, next)]);
  const asked = fields.filter(([, pattern]) => pattern !== null) as [string, Json][];
  return asked.length === 0 ? null : Object.fromEntries(asked);
}

/** An option that takes this leaf. */
function optionFor(value: Json, next: () => number): Json {
  const others: Json[] = [value, { exists: true }, { 'anything-but': 'never in an event' }];
  if (typeof value === 'string') {
    const cut = next() % (value.length + 1);
    const swapped = value.replace(/./g, (letter) =>
      /[a-z]/.test(letter) ? letter.toUpperCase() : letter.toLowerCase(),
    );
    others.push({ prefix: value.slice(0, cut) }, { suffix: value.slice(cut) }, { 'equals-ignore-case': swapped });
    others.push({ prefix: { 'equals-ignore-case': swapped.slice(0, cut) } });
    others.push({ suffix: { 'equals-ignore-case': swapped.slice(cut) } });
    others.push({ wildcard: `${value.slice(0, cut)}*` }, { wildcard: `*${value.slice(cut)}` });
    others.push(
      { 'anything-but': { prefix: `${value}x` } },
      { 'anything-but': { suffix: [`x${value}`, `y${value}`] } },
    );
    others.push({ 'anything-but': { wildcard: `${value}x*` } });
  }
  if (typeof value === 'number') {
    others.push({ 'anything-but': [value === 0 ? 1 : 0] });
    if (Math.abs(value) <= 5e9) others.push({ numeric: ['=', value] }, { numeric: ['>=', value] });
    if (Math.abs(value) < 4e9) others.push({ numeric: ['>', value - 1, '<', value + 1] });
  }
  return others[next() % others.length] as Json;
}

/** The first leaf on each way, exactly; of a list, the first element. */
function exactPatternOf(value: Json): Json | null {
  if (Array.isArray(value)) return value.length === 0 ? null : exactPatternOf(value[0] as Json);
  if (value === null || typeof value !== 'object') return [value];
  const fields = Object.entries(value).map(([key, each]): [string, Json | null] => [key, exactPatternOf(each)]);
  const asked = fields.filter(([, pattern]) => pattern !== null) as [string, Json][];
  return asked.length === 0 ? null : Object.fromEntries(asked);
}

/** Asks for values of several fields of an event that need not be in the same elements, or for fields to be absent. */
function patternOfPieces(event: JsonObject, next: () => number): Json | null {
  const values = new Map<string, Json[]>();
  for (const { field, value } of leavesOf(event)) values.set(field, [...(values.get(field) ?? []), value]);
  const asked = [...values].flatMap(([field, all]): [string, Json][] => {
    const value = all[next() % all.length] as Json;
    const lists: (Json[] | null)[] = [[value], [value], [value, all[0] as Json], [{ exists: false }, value], null];
    const list = lists[next() % lists.length] ?? null;
    if (list === null) return next() % 3 === 0 ? [[field, [{ exists: false }]]] : [];
    return [[field, list]];
  });
  return asked.length === 0 ? null : Object.fromEntries(asked);
}

type Places = ReadonlyMap<number, number>;

function leavesOf(event: JsonObject): { field: string; value: Json; places: Places }[] {
  const leaves: { field: string; value: Json; places: Places }[] = [];
  let lists = 0;
  const collectLeaves = (value: Json, path: string[], places: Places) => {
    if (Array.isArray(value)) {
      const list = lists;
      lists += 1;
      for (const [index, item] of value.entries() as ArrayIterator<[number, Json]>) {
        const isPlain = item === null || typeof item !== 'object';
        collectLeaves(item, path, isPlain ? places : new Map([...places, [list, index]]));
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) collectLeaves(each, [...path, key], places);
    } else {
      leaves.push({ field: path.join('.'), value, places });
    }
  };
  collectLeaves(event, [], new Map());
  return leaves;
}

/** The rule as it is written: one field after the other, in the order of their names, with every choice tried. */
function searchPlainly(pattern: Json, event: JsonObject): boolean {
  const wanted = new Map<string, readonly Json[]>();
  const collectWanted = (value: Json, path: string[]) => {
    if (Array.isArray(value)) wanted.set(path.join('.'), value);
    else for (const [key, each] of Object.entries(value as JsonObject)) collectWanted(each, [...path, key]);
  };
  collectWanted(pattern, []);

  const leaves = leavesOf(event);
  const agree = (a: Places, b: Places) => [...b].every(([list, index]) => (a.get(list) ?? index) === index);
  const fields = [...wanted.keys()].sort();
  const search = (at: number, chosen: Places): boolean => {
    const field = fields[at];
    if (field === undefined) return true;
    const options = wanted.get(field) as readonly Json[];
    const here = leaves.filter((each) => each.field === field && agree(chosen, each.places));
    if (here.length === 0) return options.some((option) => isAbsent(option)) && search(at + 1, chosen);
    return here.some(
      ({ value, places }) =>
        options.some((option) => option === value) && search(at + 1, new Map([...chosen, ...places])),
    );
  };
  return search(0, new Map());
}

function isAbsent(option: Json): boolean {
  return option !== null && typeof option === 'object';
}

function matchesLetterByLetter(pattern: string, text: string): boolean {
  const [first, ...rest] = [...pattern];
  if (first === undefined) return text === '';
  if (first === '*') {
    for (let skipped = 0; skipped <= text.length; skipped += 1) {
      if (matchesLetterByLetter(rest.join(''), text.slice(skipped))) return true;
    }
    return false;
  }
  const letter = first === '\\' ? rest.shift() : first;
  return text[0] === letter && matchesLetterByLetter(rest.join(''), text.slice(1));
}

function wordOfSigns(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b', '*', '\\'), maxLength: 6 });
}

interface AnyAddress {
  version: 4 | 6;
  bits: bigint;
}

function address(): fc.Arbitrary<AnyAddress> {
  return fc.oneof(
    fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }).map((bits): AnyAddress => ({ version: 4, bits })),
    // From 2000:: on, so that none is a version 4 address in disguise.
    fc.bigInt({ min: 1n << 125n, max: (1n << 128n) - 1n }).map((bits): AnyAddress => ({ version: 6, bits })),
  );
}

function addressText({ version, bits }: AnyAddress): string {
  const [count, size, radix] = version === 4 ? [4, 8n, 10] : [8, 16n, 16];
  const parts = Array.from({ length: count }, (_, index) => {
    const shift = size * BigInt(count - 1 - index);
    return ((bits >> shift) & ((1n << size) - 1n)).toString(radix);
  });
  if (version === 4) return parts.join('.');
  // The first run of zeros written short.
  return parts.join(':').replace(/(^|:)0(:0)+(:|$)/, '::');
}

/** Patterns most of which have something wrong. */
function nearlyPattern(): fc.Arbitrary<JsonObject> {
  const operator = fc.constantFrom(
    ...[
      'prefix',
      'suffix',
      'equals-ignore-case',
      'wildcard',
      'anything-but',
      'numeric',
      'cidr',
      'exists',
      'exactly',
      'odd',
    ],
  );
  const operand: fc.Arbitrary<Json> = fc.oneof(
    leaf,
    fc.constantFrom<Json>('10.0.0.0/8', '::/16', 'a**', '*', ['=', 1], ['>', 0, '<', 3], ['a', 'b'], [1, 2], []),
    fc.dictionary(operator, fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxKeys: 2 }) as fc.Arbitrary<Json>,
  );
  const expression = fc.dictionary(operator, operand, { minKeys: 1, maxKeys: 2 }) as fc.Arbitrary<Json>;
  const list = fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: expression }), {
    maxLength: 3,
  });
  const { object } = fc.letrec<{ object: JsonObject }>((tie) => ({
    object: fc.dictionary(
      fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom('$or', 'prefix', '') }),
      fc.oneof(
        { maxDepth: 3 },
        { weight: 6, arbitrary: list },
        { weight: 1, arbitrary: leaf },
        { weight: 2, arbitrary: tie('object') as fc.Arbitrary<Json> },
        { weight: 1, arbitrary: fc.array(tie('object') as fc.Arbitrary<Json>, { maxLength: 3 }) },
      ),
      { maxKeys: 3 },
    ) as fc.Arbitrary<JsonObject>,
  }));
  return object;
}
