/** Which of several values is the best, and which the worst. */
import { describe, expect, it } from 'vitest';
import { measures, standings } from '../../src/compare/measures.ts';
import { formatMoney } from '../../src/ui/format.ts';

describe('standings', () => {
  it('know whether more or less is better', () => {
    expect(standings([3, 9], { format: String, better: 'less' })).toEqual(['best', 'worst']);
    expect(standings([3, 9], { format: String, better: 'more' })).toEqual(['worst', 'best']);
  });

  it('leave the middle alone', () => {
    expect(standings([3, 9, 5], { format: String, better: 'less' })).toEqual(['best', 'worst', null]);
  });

  it('call nothing better that reads the same', () => {
    expect(standings([0.4111, 0.4112], { format: formatMoney, better: 'less' })).toEqual([null, null]);
  });

  it('share a place that reads the same', () => {
    expect(standings([0.4111, 0.4112, 0.9], { format: formatMoney, better: 'less' })).toEqual([
      'best',
      'best',
      'worst',
    ]);
  });

  it('leave out what was not measured', () => {
    expect(standings([Number.NaN, 9], { format: String, better: 'less' })).toEqual([null, null]);
    expect(standings([Number.NaN, 9, 3], { format: String, better: 'less' })).toEqual([null, 'worst', 'best']);
  });
});

it('compares ten measures, each under its own name', () => {
  expect(new Set(measures.map(({ label }) => label)).size).toBe(10);
});
