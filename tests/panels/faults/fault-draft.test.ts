/** A fault as a reader writes it: what it makes, and what is refused, with the reason and nothing half applied. */
import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type FaultDraft,
  readFault,
  readMoment,
  writtenStrength,
} from '../../../src/panels/faults/fault-draft.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import type { FaultIntervention } from '../../../src/scenario/scenario.ts';

const crash: FaultDraft = { fault: 'crash', target: 'step:process', strength: '', at: '60', until: '90' };
const slow: FaultDraft = { fault: 'added-latency', target: 'into:process', strength: '2.5', at: '60', until: '' };
const queued = newScenario('queued');
const both = [newScenario('monolith'), queued];

const refusal = (draft: FaultDraft) => {
  const read = readFault(draft, both, null);
  return read.ok ? 'taken' : read.refusals;
};

describe('a fault as it is written', () => {
  it('makes a fault from one moment to another, or until it is repaired', () => {
    expect(readFault(crash, both, null)).toEqual({
      ok: true,
      fault: { fault: 'crash', target: 'step:process', atSeconds: 60, untilSeconds: 90 },
    });
    expect(readFault(slow, [queued], null)).toEqual({
      ok: true,
      fault: { fault: 'added-latency', target: 'into:process', strength: 2.5, atSeconds: 60 },
    });
  });

  it('takes moments in seconds or on the clock, with a point or a comma', () => {
    expect(['90', ' 1:30 ', '1:30.5', '0,25', '1:02:03'].map(readMoment)).toEqual([90, 90, 90.5, 0.25, 3723]);
    expect(['', 'soon', '-1', '1e3', '1:2:3:4', '5 s'].map(readMoment)).toEqual([null, null, null, null, null, null]);
  });

  it('writes shares in percent, and reads them so', () => {
    expect(writtenStrength('error-share', 0.5)).toBe('50');
    expect(writtenStrength('error-share', 0.07)).toBe('7');
    expect(writtenStrength('added-latency', 0.25)).toBe('0.25');
  });

  it('is read again as it was written', () => {
    const fault = { fault: 'added-latency', target: 'into:process', strength: 3, atSeconds: 12.5 } as const;
    expect(readFault(draftOf(fault), [queued], null)).toEqual({ ok: true, fault });
  });
});

describe('a fault that cannot be', () => {
  it('is refused with what stands there and what is allowed, field by field', () => {
    expect(refusal({ ...crash, at: '400' })).toContainEqual({
      field: 'at',
      value: '400',
      allowed: 'a moment before the end of the run, which is at 300 s',
    });
    expect(refusal({ ...crash, at: '300', until: '' })).toMatchObject([{ field: 'at' }]);
    expect(refusal({ ...crash, at: 'soon' })).toMatchObject([{ field: 'at', value: '"soon"' }]);
    expect(refusal({ ...crash, until: '60' })).toEqual([
      {
        field: 'until',
        value: '60',
        allowed: 'a moment after the start and up to 300 s, the end of the run; or nothing',
      },
    ]);
    expect(refusal({ ...crash, until: '300.5' })).toMatchObject([{ field: 'until' }]);
    expect(refusal({ ...slow, strength: '99' })).toEqual([
      { field: 'strength', value: '99', allowed: 'a number from 0.001 to 60 (s)' },
    ]);
    expect(refusal({ ...crash, fault: 'error-share', strength: '500' })).toEqual([
      { field: 'strength', value: '500', allowed: 'a number from 1 to 100 (%)' },
    ]);
    expect(refusal({ ...slow, strength: '' })).toMatchObject([{ field: 'strength', value: 'missing' }]);
    expect(refusal({ ...slow, strength: 'much', at: 'soon' })).toMatchObject([{ field: 'strength' }, { field: 'at' }]);
  });

  it('is refused where it strikes nothing here', () => {
    expect(refusal({ ...crash, target: 'users' })).toMatchObject([{ field: 'target', value: '"users"' }]);
  });

  it('is refused where the same begins there already', () => {
    const there: FaultIntervention = { kind: 'fault', fault: 'crash', target: 'step:process', atSeconds: 60 };
    const other: FaultIntervention = { ...there, atSeconds: 150 };
    const scenario = newScenario('queued', { interventions: [there, other] });
    expect(readFault(crash, [scenario], null)).toMatchObject({ ok: false, refusals: [{ field: 'at' }] });
    expect(readFault(crash, [scenario], other)).toMatchObject({ ok: false, refusals: [{ field: 'at' }] });
    expect(readFault({ ...crash, until: '120' }, [scenario], there)).toMatchObject({ ok: true });
  });
});
