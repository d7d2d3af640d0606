/** What is kept of a run, and what a cell says of all of its runs. */
import { describe, expect, it } from 'vitest';
import { badShare, figuresOf, type Outcome, outcomeOf } from '../../../src/compare/failures/outcome.ts';
import { tableScenario } from '../../../src/compare/failures/table-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';

const outcome = (over: Partial<Outcome>): Outcome => ({
  started: 100,
  refused: 0,
  lost: 0,
  deadLettered: 0,
  open: 0,
  reasons: new Map(),
  fault: null,
  ...over,
});
const fault = { suffering: [], detectedSeconds: null, recoveredSeconds: null, caughtUpSeconds: null };

describe('the share of a run', () => {
  it('counts who was refused, what was lost and what was put aside, and nothing that is still under way', () => {
    expect(badShare(outcome({ refused: 10, lost: 5, deadLettered: 2, open: 40 }))).toBe(0.17);
  });

  it('is nothing where nobody came', () => {
    expect(badShare(outcome({ started: 0 }))).toBe(0);
  });
});

describe('the figures of a cell', () => {
  it('are none before the first run', () => {
    expect(figuresOf([])).toBeNull();
  });

  it('are means over the runs, not over the uploads', () => {
    const figures = figuresOf([outcome({ started: 10, refused: 10 }), outcome({ started: 1000, lost: 500, open: 3 })]);
    expect(figures).toMatchObject({ started: 505, refused: 5, lost: 250, deadLettered: 0, open: 1.5 });
    expect(figures?.bad.mean).toBe(0.75);
  });

  it('name the reasons of all runs together, most often first', () => {
    const figures = figuresOf([
      outcome({ reasons: new Map([['timed-out', 3]]) }),
      outcome({
        reasons: new Map([
          ['timed-out', 1],
          ['connection-refused', 9],
        ]),
      }),
    ]);
    expect(figures?.reasons).toEqual([
      { reason: 'connection-refused', uploads: 9 },
      { reason: 'timed-out', uploads: 4 },
    ]);
  });

  it('tell of times only where they were measured, and in how many runs', () => {
    const figures = figuresOf([
      outcome({ fault: { ...fault, detectedSeconds: 2, recoveredSeconds: 40, suffering: ['upload'] } }),
      outcome({ fault: { ...fault, detectedSeconds: 4, suffering: ['upload', 'store'] } }),
    ]);
    expect(figures?.fault).toEqual({
      detected: { meanSeconds: 3, measured: 2, runs: 2 },
      recovered: { meanSeconds: 40, measured: 1, runs: 2 },
      caughtUp: { meanSeconds: null, measured: 0, runs: 2 },
      suffering: 1.5,
      sufferers: ['upload', 'store'],
    });
  });
});

describe('what is kept of a run', () => {
  it('is what its report says', () => {
    const report = createReport(tableScenario('tiers', 'crash', 1));
    const { started, refused, lost, deadLettered, open, reasons, fault } = outcomeOf(report);
    expect({ started, refused, lost, deadLettered, open }).toMatchObject({
      started: report.uploads.started,
      refused: report.uploads.refused,
    });
    expect(refused).toBeGreaterThan(0);
    expect([...reasons.values()].reduce((sum, n) => sum + n, 0)).toBe(refused + lost + deadLettered);
    expect(fault?.detectedSeconds).toBe(report.faults[0]?.detectedSeconds);
    expect(fault?.suffering).toEqual(report.faults[0]?.suffering);
  });

  it('has nothing to say of a fault where there was none', () => {
    expect(outcomeOf(createReport(tableScenario('tiers', 'none', 1))).fault).toBeNull();
  });
});
