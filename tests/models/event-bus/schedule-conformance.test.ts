/** Schedule expressions against the tests of other projects and the examples of the documentation. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  firesInMinuteOf,
  nextTimes,
  parseSchedule,
  type ScheduleUser,
} from '../../../src/models/event-bus/schedule/schedule.ts';

interface Vectors {
  validity: { id: string; expression: string; valid: boolean; appliesTo?: ScheduleUser }[];
  next: {
    id: string;
    expression: string;
    from: string;
    inclusive: boolean;
    count?: number;
    until?: string;
    next: string[];
    exhausted?: boolean;
  }[];
  matches: { id: string; expression: string; matches: [instant: string, fires: boolean][] }[];
  prev: unknown[];
  rateIntervals: { id: string; expression: string; seconds: number }[];
}

const file = fileURLToPath(new URL('../../conformance/schedule-expressions.json', import.meta.url));
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

describe('the schedule expressions of others', () => {
  it('are all here', () => {
    const counts = Object.entries(vectors).flatMap(([name, list]) =>
      Array.isArray(list) ? [[name, list.length]] : [],
    );
    expect(Object.fromEntries(counts)).toEqual({ validity: 40, next: 88, matches: 84, prev: 0, rateIntervals: 7 });
  });

  it('are valid or not as they are said to be', () => {
    const wrong = vectors.validity.filter(
      ({ expression, valid, appliesTo }) => (parseSchedule(expression, appliesTo).schedule !== null) !== valid,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('are explained where they are not valid', () => {
    for (const { expression, appliesTo } of vectors.validity.filter(({ valid }) => !valid)) {
      const { problems } = parseSchedule(expression, appliesTo);
      expect(problems.length).toBeGreaterThan(0);
      for (const { message, allowed, value } of problems) {
        expect(message).toContain(allowed);
        expect(message).toContain(value);
      }
    }
  });

  it('leave at() to the scheduler', () => {
    for (const { expression } of vectors.validity.filter(({ appliesTo }) => appliesTo === 'scheduler')) {
      expect(parseSchedule(expression, 'rule').schedule).toBeNull();
    }
  });

  it('fire next when they are said to', () => {
    const wrong = vectors.next.filter(({ expression, from, inclusive, count, until, next, exhausted }) => {
      const options = until === undefined ? { inclusive } : { inclusive, until };
      const times = nextTimes(expression, from, count, options);
      const isExhausted = count !== undefined && times.length < count;
      return times.join() !== next.join() || isExhausted !== (exhausted ?? false);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('fire in the minutes they are said to', () => {
    const wrong = vectors.matches.flatMap(({ id, expression, matches }) =>
      matches
        .filter(([instant, fires]) => firesInMinuteOf(expression, instant) !== fires)
        .map(([instant]) => [id, instant]),
    );
    expect(wrong).toEqual([]);
  });

  it('recur as often as they are said to', () => {
    for (const { expression, seconds } of vectors.rateIntervals) {
      expect(parseSchedule(expression).schedule).toEqual({ kind: 'rate', everySeconds: seconds });
    }
  });
});
