/** What a drag or a key makes of a fault: it stays within the run and its range, whatever is done to it. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { faultCatalogue } from '../../../src/faults/catalogue.ts';
import { type Fault, faults } from '../../../src/models/facts.ts';
import {
  type BarPart,
  type BarValues,
  dragStep,
  keyStep,
  moved,
  strengthened,
  strengthShare,
} from '../../../src/panels/time/bar-edits.ts';

const bar: BarValues = { from: 100, until: 150, strength: null };
const open: BarValues = { ...bar, until: null };
const by = (values: BarValues, part: BarPart, seconds: number) => moved(values, part, seconds, 300, 1);

describe('a bar', () => {
  it('moves as a whole by its middle, and keeps its length', () => {
    expect(by(bar, 'middle', 20)).toEqual({ ...bar, from: 120, until: 170 });
    expect(by(bar, 'middle', -500)).toEqual({ ...bar, from: 0, until: 50 });
    expect(by(bar, 'middle', 500)).toEqual({ ...bar, from: 250, until: 300 });
    expect(by(open, 'middle', 20)).toEqual({ ...open, from: 120 });
  });

  it('changes its start and end by them, and is never turned round', () => {
    expect(by(bar, 'start', -20)).toEqual({ ...bar, from: 80 });
    expect(by(bar, 'start', 500)).toEqual({ ...bar, from: 149 });
    expect(by(bar, 'end', 20)).toEqual({ ...bar, until: 170 });
    expect(by(bar, 'end', -500)).toEqual({ ...bar, until: 101 });
  });

  it('is open from where its end is moved to the end of the run, and closed where it is moved back', () => {
    expect(by(bar, 'end', 500)).toEqual(open);
    expect(by(open, 'end', -50)).toEqual({ ...bar, until: 250 });
  });

  it('moves by steps that people count in', () => {
    expect(dragStep(300, 700)).toBe(0.5);
    expect(dragStep(86_400, 700)).toBe(300);
    expect(keyStep(300)).toBe(1);
    expect(keyStep(86_400)).toBe(300);
    expect(moved(bar, 'start', 3.26, 300, 0.5).from).toBe(103.5);
  });

  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  const part = fc.constantFrom<BarPart>('middle', 'start', 'end');
  test.prop([part, value, fc.boolean(), fc.array(fc.tuple(part, value), { maxLength: 5 })], { numRuns: 200 })(
    'stays within the run, with a length, whatever is done to it',
    (first, seconds, isOpen, more) => {
      let now = by(isOpen ? open : bar, first, seconds);
      for (const [which, later] of more) now = by(now, which, later);
      expect(now.from).toBeGreaterThanOrEqual(0);
      expect((now.until ?? 300) - now.from).toBeGreaterThanOrEqual(0.999);
      expect(now.until ?? 0).toBeLessThanOrEqual(300);
    },
  );
});

describe('the strength of a bar', () => {
  /** A leak that kills after two pieces of work is worse than one that kills after ten. */
  const smallIsHard: readonly Fault[] = ['memory-leak', 'short-visibility', 'throttling', 'concurrency-limit'];

  it.each(faults)('of %s stays in its range, is harder upwards, and can be turned all the way', (fault) => {
    const { strength } = faultCatalogue[fault];
    const values = { ...bar, strength: strength?.usual ?? null };
    if (strength === null) {
      expect(strengthened(fault, values, 10)).toEqual(values);
      expect(strengthShare(fault, null)).toBe(1);
      return;
    }
    const ends = [strength.min, strength.max];
    const [softest, hardest] = smallIsHard.includes(fault) ? ends.reverse() : ends;
    expect(strengthened(fault, values, 1000).strength).toBe(hardest);
    expect(strengthened(fault, values, -1000).strength).toBe(softest);
    const harder = strengthened(fault, values, 2).strength ?? 0;
    if (strength.usual !== hardest) expect(harder).not.toBe(strength.usual);
    if (strength.integer) expect(Number.isInteger(harder)).toBe(true);
    expect(strengthShare(fault, softest ?? 0)).toBe(0);
    expect(strengthShare(fault, hardest ?? 0)).toBe(1);
  });
});
