/** What is known of a run only at its end. */
import { describe, expect, it } from 'vitest';
import { wholeRunOf } from '../../src/compare/whole-run.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';

describe('a whole run', () => {
  const well = createReport(newScenario('queued', { durationSeconds: 120 }));

  it('has nothing to recover from where nothing was broken', () => {
    expect(wholeRunOf(well)).toEqual({
      p99Seconds: well.untilWatchable.p99Seconds,
      faults: 0,
      blastRadius: Number.NaN,
      recoverySeconds: Number.NaN,
      isWaiting: false,
    });
  });

  it('counts the worst of its faults, and one that lasts to the end as without end', () => {
    const fault = { struck: ['fleet'], suffering: ['upload'], recoveredSeconds: 12, refused: 1, lost: 0 };
    const worse = { ...fault, suffering: ['upload', 'process', 'store'], recoveredSeconds: null };
    const faults = [fault, worse] as unknown as typeof well.faults;
    expect(wholeRunOf({ ...well, faults })).toMatchObject({
      faults: 2,
      blastRadius: 3,
      recoverySeconds: Number.POSITIVE_INFINITY,
    });
    expect(wholeRunOf({ ...well, faults: [fault] as unknown as typeof well.faults }).recoverySeconds).toBe(12);
  });

  it('has no blast radius where all there is was struck', () => {
    const fault = { kind: 'fault', fault: 'crash', atSeconds: 60 } as const;
    const of = (stage: 'monolith' | 'queued') => {
      const base = newScenario(stage, { durationSeconds: 180 });
      const target = stage === 'monolith' ? 'monolith' : 'fleet';
      return wholeRunOf(createReport({ ...base, interventions: [{ ...fault, target }] }));
    };
    expect(of('monolith')).toMatchObject({ blastRadius: Number.NaN, recoverySeconds: Number.POSITIVE_INFINITY });
    // Behind a queue nobody is harmed: all wait.
    expect(of('queued')).toMatchObject({ blastRadius: 0, recoverySeconds: Number.NaN, isWaiting: true });
  });
});
