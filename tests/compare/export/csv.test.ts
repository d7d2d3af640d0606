/** Tables as comma-separated values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/compare/export/csv.ts';
import { readCsv } from './read-csv.ts';

describe('a table as CSV', () => {
  it('has the header first, ends every line with CR LF, and quotes only what needs it', () => {
    expect(
      csvOf(
        ['Architecture', 'p95 (s)'],
        [
          ['Tiers, second setting', 12.5],
          ['Say "queue"', 3],
        ],
      ),
    ).toBe('Architecture,p95 (s)\r\n"Tiers, second setting",12.5\r\n"Say ""queue""",3\r\n');
  });

  it('leaves a field empty where there is nothing to say', () => {
    expect(csvOf(['a', 'b', 'c'], [[null, Number.NaN, 0]])).toBe('a,b,c\r\n,,0\r\n');
  });

  it('writes large and small numbers without grouping', () => {
    expect(csvOf(['a', 'b'], [[1234567.5, 0.00012]])).toBe('a,b\r\n1234567.5,0.00012\r\n');
  });

  it('refuses a row of another length than the header', () => {
    expect(() => csvOf(['a', 'b'], [['1']])).toThrow('row 0 has 1 fields, and the header 2');
  });

  it('is read back as it was written, whatever the texts hold', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom(',', '"', '\r\n', '\n', '""', 'ä;ö'));
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        expect(readCsv(csvOf(header, rows))).toEqual([header, ...rows]);
      }),
      { numRuns: 300 },
    );
  });
});
