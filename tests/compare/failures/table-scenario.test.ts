/** The runs behind the table: the same people, the same moment, and the fault where it usually strikes. */
import { describe, expect, it } from 'vitest';
import { rowIds, TIMES, tableScenario, targetIn } from '../../../src/compare/failures/table-scenario.ts';
import { faults } from '../../../src/models/facts.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { ladderIds, stageIds } from '../../../src/stages/catalogue.ts';

describe('the runs of the table', () => {
  it('are valid scenarios, of every fault in every architecture', () => {
    for (const stage of stageIds) {
      for (const row of rowIds) {
        const parsed = parseScenario(tableScenario(stage, row, 7));
        expect(parsed.ok ? [] : [stage, row, parsed.problems]).toEqual([]);
      }
    }
  });

  it('have a row for every fault once, and one without', () => {
    expect([...rowIds].sort()).toEqual(['none', ...faults].sort());
  });

  it('let the same people come to every architecture, whatever strikes it, and then nobody', () => {
    const started = new Set(
      ladderIds.flatMap((stage) =>
        (['none', 'crash'] as const).map((row) => createReport(tableScenario(stage, row, 3)).uploads.started),
      ),
    );
    expect(started.size).toBe(1);
    const cut = { ...tableScenario('monolith', 'none', 3), durationSeconds: TIMES.trafficUntil };
    expect(createReport(cut).uploads.started).toBe([...started][0]);
  });

  it('are long enough for everything to come to its end', () => {
    for (const stage of ladderIds) {
      const { uploads } = createReport(tableScenario(stage, 'poison-messages', 1));
      expect([stage, uploads.open]).toEqual([stage, 0]);
    }
  });

  it('have the fault at the same moments, at its usual target and strength', () => {
    const { interventions } = tableScenario('queued', 'crash', 1);
    const { faultFrom, faultUntil } = TIMES;
    const at = { atSeconds: faultFrom, untilSeconds: faultUntil };
    expect(interventions).toEqual([{ kind: 'fault', fault: 'crash', target: 'step:process', ...at }]);
    expect(tableScenario('queued', 'none', 1).interventions).toEqual([]);
  });

  it('know where a fault means nothing', () => {
    expect(targetIn('monolith', 'rule-mismatch')).toBeNull();
    expect(targetIn('event-driven', 'rule-mismatch')).toBe('kind:event-bus');
  });
});
