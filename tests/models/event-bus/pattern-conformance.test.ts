/** Event patterns against the answers of the reference implementation and the examples of the documentation. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPattern, matches, preparePattern } from '../../../src/models/event-bus/pattern/pattern.ts';
import type { Json } from '../../../src/models/json.ts';

interface Vector {
  id: string;
  tags: string[];
  pattern: Json;
  /** The exact text, where the pattern as a value would not say the same. */
  patternText?: string;
  event: Json;
  eventText?: string;
  valid: boolean;
  matches: boolean | null;
}

const file = fileURLToPath(new URL('../../conformance/event-patterns.json', import.meta.url));
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

/** Vectors by their first tag, such as `numeric`. */
const groups = new Map<string, Vector[]>();
for (const vector of vectors) {
  const name = vector.tags[0]?.split(/[:[/]/)[0] ?? 'other';
  groups.set(name, [...(groups.get(name) ?? []), vector]);
}

/** The pattern as it must be given, and in the other form too where that says the same. */
function formsOf(vector: Vector): Json[] {
  return vector.patternText === undefined ? [vector.pattern, JSON.stringify(vector.pattern)] : [vector.patternText];
}

function eventsOf(vector: Vector): Json[] {
  return vector.eventText === undefined ? [vector.event, JSON.stringify(vector.event)] : [vector.eventText];
}

function agreesOnValidity(vector: Vector): boolean {
  return formsOf(vector).every((pattern) => (checkPattern(pattern).length === 0) === vector.valid);
}

function agreesOnMatching(vector: Vector): boolean {
  if (vector.matches === null) return true;
  return formsOf(vector).every((pattern) =>
    eventsOf(vector).every((event) => matches(pattern, event) === vector.matches),
  );
}

const idsOf = (which: Vector[]) => which.map((vector) => vector.id);

describe('the event patterns of others', () => {
  it('are all here', () => {
    expect(vectors.length).toBe(659);
    expect(new Set(idsOf(vectors)).size).toBe(659);
    expect(vectors.filter((vector) => !vector.valid).length).toBe(93);
    expect(vectors.filter((vector) => vector.matches !== null).length).toBe(510);
  });

  it.each([...groups])('agree on %s', (_, group) => {
    expect(idsOf(group.filter((vector) => !agreesOnValidity(vector)))).toEqual([]);
    expect(idsOf(group.filter((vector) => vector.valid && !agreesOnMatching(vector)))).toEqual([]);
  });

  it('are explained where they are not valid, and not taken into use', () => {
    for (const vector of vectors.filter((each) => !each.valid)) {
      const pattern = formsOf(vector)[0] as Json;
      for (const { message, allowed, value } of checkPattern(pattern)) {
        expect(message).toContain(allowed);
        expect(message).toContain(value);
      }
      expect(() => preparePattern(pattern)).toThrow('invalid event pattern');
    }
  });
});
