/** What is reported of components of every kind, on whole runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/scenario/report.ts';
import { anyScenario } from '../support/any-scenario.ts';

describe('the report of any scenario', () => {
  it('says of every component what became of all that arrived there', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        for (const { id, kind, traffic } of createReport(scenario).components) {
          const { arrived, served, refused, refusedByReason, retried, redelivered, atEnd } = traffic;
          const named = `${kind} ${id} ${JSON.stringify(traffic)}`;
          expect(served + refused + atEnd, named).toBe(arrived);
          expect(Math.min(served, refused, retried, redelivered, atEnd), named).toBeGreaterThanOrEqual(0);
          const reasons = Object.values(refusedByReason).reduce((sum, count) => sum + count, 0);
          expect(reasons, named).toBe(refused);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
