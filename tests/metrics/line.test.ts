/** The line of waiting requests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSince, join, leaveFirstOf, leaveLine, line } from '../../src/metrics/line.ts';

describe('a line', () => {
  it('serves in order of arrival and lets anybody leave', () => {
    const move = fc.oneof(
      { weight: 6, arbitrary: fc.constant('join' as const) },
      { weight: 3, arbitrary: fc.constant('serve' as const) },
      { weight: 1, arbitrary: fc.nat(100) },
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 200, size: 'max' }), (moves) => {
        const tested = line();
        let expected: number[] = [];
        let next = 0;
        for (const each of moves) {
          if (each === 'join') {
            join(tested, next * 10, next, next % 7);
            expected.push(next);
            next += 1;
          } else if (each === 'serve') {
            // The first that is about the upload of the one in the middle: it may stand anywhere.
            const upload = (expected[expected.length >> 1] ?? 0) % 7;
            const first = expected.find((request) => request % 7 === upload);
            expect(leaveFirstOf(tested, upload)).toBe(first === undefined ? -1 : first * 10);
            expected = expected.filter((request) => request !== first);
          } else {
            expect(leaveLine(tested, each)).toBe(expected.includes(each));
            expected = expected.filter((request) => request !== each);
          }
          expect(tested.length).toBe(expected.length);
          const first = expected[0];
          expect(firstSince(tested)).toBe(first === undefined ? -1 : first * 10);
        }
      }),
    );
  });
});
