/** The roll of those present. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enter, firstRow, leave, roll, rowOf } from '../../src/metrics/roll.ts';

function note(of: ReturnType<typeof roll>, number: number, value: number): void {
  const row = enter(of, number);
  (of.columns[0] as Float64Array)[row] = value;
}

function noted(of: ReturnType<typeof roll>, number: number): number | undefined {
  const row = rowOf(of, number);
  return row < 0 ? undefined : (of.columns[0] as Float64Array)[row];
}

describe('a roll', () => {
  it('keeps what is noted of each, however many come and go', () => {
    // Each step: a new number this much larger than the last, then some of those present leave.
    const step = fc.record({ gap: fc.integer({ min: 1, max: 40 }), leaves: fc.array(fc.nat(1000), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const tested = roll(1);
        const expected = new Map<number, number>();
        let number = 0;
        for (const { gap, leaves } of steps) {
          number += gap;
          note(tested, number, number / 3);
          expected.set(number, number / 3);
          for (const pick of leaves) {
            const gone = [...expected.keys()][pick % Math.max(expected.size, 1)];
            if (gone === undefined) continue;
            leave(tested, gone);
            expected.delete(gone);
          }
          expect(tested.count).toBe(expected.size);
          const wrong: number[] = [];
          for (let each = number - 400; each <= number + 1; each += 1) {
            if (noted(tested, each) !== expected.get(each)) wrong.push(each);
          }
          expect(wrong).toEqual([]);
          const oldest = expected.keys().next().value;
          const row = firstRow(tested);
          expect(row < 0 ? undefined : (tested.columns[0] as Float64Array)[row]).toBe(
            oldest === undefined ? undefined : oldest / 3,
          );
        }
      }),
    );
  });

  it('takes no more room than from the oldest present to the newest', () => {
    const tested = roll(1);
    for (let number = 0; number < 100_000; number += 1) {
      note(tested, number, number);
      if (number >= 10) leave(tested, number - 10);
    }
    expect(tested.present.length).toBe(16);
    expect(tested.count).toBe(10);
  });

  it('refuses a number that comes too late', () => {
    const tested = roll(1);
    enter(tested, 7);
    expect(() => enter(tested, 7)).toThrow('number 7 came after number 7');
  });

  it('lets go of nobody who is not there', () => {
    const tested = roll(1);
    enter(tested, 3);
    leave(tested, 4);
    leave(tested, 19); // the same row as 3
    expect(tested.count).toBe(1);
    expect(rowOf(tested, 19)).toBe(-1);
  });
});
