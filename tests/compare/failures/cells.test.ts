/** What a cell looks like, where keys lead from it, and its line in the export. */
import { describe, expect, it } from 'vitest';
import { createFailureTable } from '../../../src/compare/failures/failure-table.ts';
import { failuresCsv } from '../../../src/compare/failures/failures-csv.ts';
import { formatInterval, levelOf } from '../../../src/compare/failures/level.ts';
import { type Place, placeAfter } from '../../../src/compare/failures/place.ts';
import { rowIds, tableScenario } from '../../../src/compare/failures/table-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { formatShare } from '../../../src/ui/format.ts';
import type { PoolJob } from '../../../src/worker/batch.ts';

describe('the level of a share', () => {
  it('grows with it, and is none only where nothing was lost at all', () => {
    expect([0, 0.0001, 0.049, 0.05, 0.144, 0.15, 0.294, 0.3, 1].map(levelOf)).toEqual([
      'none',
      'few',
      'few',
      'some',
      'some',
      'many',
      'many',
      'most',
      'most',
    ]);
  });

  it('is that of the figure as it stands there: what reads 30% looks like 30%', () => {
    for (const share of [0.0496, 0.146, 0.2961, 0.3]) {
      const shown = Number.parseFloat(formatShare(share)) / 100;
      expect(levelOf(share), formatShare(share)).toBe(levelOf(shown));
    }
    expect(levelOf(0.2961)).toBe('most');
  });
});

describe('an interval', () => {
  it('stands in per cent, as exact as its larger end needs', () => {
    const shown = (low: number, high: number) => formatInterval({ low, high });
    expect(shown(0, 0.0027)).toBe('0–0.3%');
    expect(shown(0.019, 0.0341)).toBe('1.9–3.4%');
    expect(shown(0.0412, 0.155)).toBe('4–16%');
    expect(shown(0.241, 0.349)).toBe('24–35%');
    expect(shown(0.97, 1)).toBe('97–100%');
  });
});

describe('keys', () => {
  const at: Place = { row: 'crash', column: 3 };
  const rowAt = (n: number) => rowIds[rowIds.indexOf('crash') + n];
  const led = (key: string, withControl = false, from = at) => placeAfter(key, withControl, from, 7);

  it('lead from cell to cell, and stop at the edges', () => {
    expect(led('ArrowUp')).toEqual({ row: 'none', column: 3 });
    expect(led('ArrowDown')).toEqual({ row: rowAt(1), column: 3 });
    expect(led('ArrowLeft')).toEqual({ row: 'crash', column: 2 });
    expect(led('ArrowRight')).toEqual({ row: 'crash', column: 4 });
    expect(led('ArrowUp', false, { row: 'none', column: 0 })).toEqual({ row: 'none', column: 0 });
    expect(led('ArrowRight', false, { row: 'none', column: 6 })).toEqual({ row: 'none', column: 6 });
    expect(led('PageDown')).toEqual({ row: rowAt(8), column: 3 });
    expect(led('PageUp')).toEqual({ row: 'none', column: 3 });
  });

  it('lead to the ends of a row, and with Control to those of the table', () => {
    expect(led('Home')).toEqual({ row: 'crash', column: 0 });
    expect(led('End')).toEqual({ row: 'crash', column: 6 });
    expect(led('Home', true)).toEqual({ row: 'none', column: 0 });
    expect(led('End', true)).toEqual({ row: rowIds.at(-1), column: 6 });
  });

  it('of other kinds lead nowhere', () => {
    expect(led('a')).toBeNull();
    expect(led('Tab')).toBeNull();
  });
});

describe('the export', () => {
  it('has a line for each cell, with what is known of it by then', () => {
    const table = createFailureTable((jobs, listener) => {
      // The first eight: without a fault in all seven, and the crash of the monolith.
      const source = (jobs as Iterable<PoolJob>)[Symbol.iterator]();
      for (let job = 0; job < 8; job += 1) listener.report(job, createReport(source.next().value.scenario));
      return { stop: () => undefined };
    });
    table.goOn();
    table.leave();
    const lines = failuresCsv(table, 'neutral').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + rowIds.length * 7);
    expect(lines[0]).toMatch(/^Family,Fault,Architecture,Strikes,Runs,Ended badly \(share\),/);
    const { uploads } = createReport(tableScenario('monolith', 'crash', 1));
    const crash = lines.find((line) => line.startsWith('Machines,Crash,Monolith')) ?? '';
    const share = (uploads.refused + uploads.lost + uploads.deadLettered) / uploads.started;
    expect(crash).toContain(`Machines,Crash,Monolith,processing,1,${share},,,${uploads.started},${uploads.refused},`);
    const waiting = lines.find((line) => line.startsWith('Machines,Crash,Tiers')) ?? '';
    expect(waiting).toMatch(/^Machines,Crash,Tiers,processing,0,+$/);
    const nothing = lines.find((line) => line.includes('Monolith') && line.startsWith('Events')) ?? '';
    expect(nothing).toMatch(/,Monolith,,0,+$/);
  });
});
