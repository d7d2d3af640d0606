/** The line of rows that are still to be shown, held against a list that is simply sorted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PendingRows } from '../../src/playback/pending-rows.ts';

type Step =
  /** Time goes on, and rows are added from there on by these lags. */
  | { kind: 'add'; after: number; lags: number[] }
  /** One of those pending is shown earlier. */
  | { kind: 'forward'; which: number }
  | { kind: 'take'; after: number }
  /** Somebody drags back, by this much in a hundred looks. */
  | { kind: 'back'; by: number };

/** What is pending as a plain list. */
class SortedList {
  entries: { at: number; row: number }[] = [];

  takeUntil(t: number): number[] {
    const due = this.entries.filter(({ at }) => at <= t).toSorted((a, b) => a.at - b.at || a.row - b.row);
    this.entries = this.entries.filter(({ at }) => at > t);
    return due.map(({ row }) => row);
  }
}

describe('rows that are still to be shown', () => {
  it('come out by time, and equal times in the order of the trace', () => {
    const pending = new PendingRows(10_000_000);
    for (const [at, row] of [
      [7, 2],
      [5, 9],
      [7, 1],
      [9_000_000, 0],
      [5, 3],
    ] as const)
      pending.add(at, row);
    const order = new Uint32Array(8);
    expect(pending.takeUntil(6, order, 0)).toBe(2);
    expect(pending.takeUntil(10_000_000, order, 2)).toBe(5);
    expect([...order.subarray(0, 5)]).toEqual([3, 9, 1, 2, 0]);
  });

  it('stay where they are when somebody looks at an earlier time', () => {
    const pending = new PendingRows(10_000_000);
    const order = new Uint32Array(8);
    expect(pending.takeUntil(20_000_000, order, 0)).toBe(0);
    pending.add(25_000_000, 0);
    // Through more than one turn of whatever it keeps them in, by less than a thousandth of the longest lag.
    for (let t = 20_000_000; t >= 0; t -= 4000) expect(pending.takeUntil(t, order, 0)).toBe(0);
    expect(pending.takeUntil(24_999_999, order, 0)).toBe(0);
    expect(pending.takeUntil(25_000_000, order, 0)).toBe(1);
  });

  it('come out as from a sorted list, whatever is added, brought forward and taken', () => {
    const anyStep = (longest: number): fc.Arbitrary<Step> =>
      fc.oneof(
        fc.record({
          kind: fc.constant('add' as const),
          after: fc.nat(longest * 2),
          lags: fc.array(fc.oneof(fc.nat(longest), fc.nat(20)), { maxLength: 60 }),
        }),
        fc.record({ kind: fc.constant('forward' as const), which: fc.nat() }),
        fc.record({ kind: fc.constant('take' as const), after: fc.nat(longest * 2) }),
        fc.record({ kind: fc.constant('back' as const), by: fc.integer({ min: 1, max: longest * 2 }) }),
      );
    const anyRun = fc
      .constantFrom(200, 200_000, 10_000_000, 2_000_000_000)
      .chain((longest) => fc.tuple(fc.constant(longest), fc.array(anyStep(longest), { maxLength: 40 })));
    fc.assert(
      fc.property(anyRun, ([longest, steps]) => {
        const pending = new PendingRows(longest);
        const list = new SortedList();
        const order = new Uint32Array(4000);
        const expected: number[] = [];
        let length = 0;
        let now = 0;
        let row = 0;
        for (const step of steps) {
          if (step.kind === 'add') {
            now += step.after;
            length = pending.takeBucketsBefore(now, order, length);
            for (const lag of step.lags) {
              pending.add(now + lag, row);
              list.entries.push({ at: now + lag, row });
              row += 1;
            }
          } else if (step.kind === 'forward') {
            const late = list.entries.filter(({ at }) => at > now);
            const one = late[step.which % Math.max(1, late.length)];
            if (!one) continue;
            pending.remove(one.at, one.row);
            one.at = now + Math.floor((one.at - now) / 2);
            pending.add(one.at, one.row);
          } else if (step.kind === 'back') {
            for (let look = 1; look <= 100; look += 1) {
              const t = now - Math.ceil((step.by * look) / 100);
              if (t >= 0) length = pending.takeUntil(t, order, length);
            }
          } else {
            now += step.after;
            length = pending.takeUntil(now, order, length);
            expected.push(...list.takeUntil(now));
            expect([...order.subarray(0, length)]).toEqual(expected);
            now += 1;
          }
        }
        length = pending.takeUntil(now + longest, order, length);
        expected.push(...list.takeUntil(now + longest));
        expect([...order.subarray(0, length)]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
