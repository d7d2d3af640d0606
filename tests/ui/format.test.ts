/** How numbers are written. */
import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDuration,
  formatLength,
  formatMegabytes,
  formatMoney,
  formatNumber,
  formatRate,
  formatShare,
  formatTimes,
  formatUnitPrice,
  NOTHING,
} from '../../src/ui/format.ts';

describe('money', () => {
  it('has two digits from ten cents on', () => {
    expect([1234.5, 1.531, 0.41, 0.1].map(formatMoney)).toEqual(['$1,234.50', '$1.53', '$0.41', '$0.10']);
  });

  it('shows two figures of an amount below ten cents, however small', () => {
    expect([0.0312, 0.0031, 0.0000012].map(formatMoney)).toEqual(['$0.031', '$0.0031', '$0.0000012']);
  });

  it('is zero only where nothing was billed', () => {
    expect(formatMoney(0)).toBe('$0');
    expect(formatMoney(1e-9)).toBe('<$0.0000001');
  });

  it('gives a unit price with every digit it has', () => {
    expect(formatUnitPrice(0.0000004)).toBe('$0.0000004');
    expect(formatUnitPrice(0.34)).toBe('$0.34');
  });

  it('shows a dash where there is no number', () => {
    expect(formatMoney(Number.NaN)).toBe(NOTHING);
  });
});

describe('lengths of time', () => {
  it('choose the unit that is read at once', () => {
    const lengths = [0, 0.0001, 0.48, 3.2, 42, 192, 7500, 97_200];
    expect(lengths.map(formatDuration)).toEqual([
      '0 s',
      '<1 ms',
      '480 ms',
      '3.2 s',
      '42 s',
      '3 m 12 s',
      '2 h 05 m',
      '1 d 3 h',
    ]);
  });

  it('never show sixty seconds or sixty minutes', () => {
    expect([0.9996, 9.96, 59.6, 119.7, 3599.6, 86_399].map(formatDuration)).toEqual([
      '1.0 s',
      '10 s',
      '1 m 00 s',
      '2 m 00 s',
      '1 h 00 m',
      '1 d 0 h',
    ]);
  });

  it('keep their sign', () => {
    expect(formatDuration(-3)).toBe('-3.0 s');
  });
});

describe('round lengths of time', () => {
  it('are said in the one unit that divides them', () => {
    expect([60, 300, 3600, 14_400, 86_400].map(formatLength)).toEqual(['1 min', '5 min', '1 h', '4 h', '1 d']);
  });

  it('are said in full where they are not round', () => {
    expect([90, 5, 3661].map(formatLength)).toEqual(['1 m 30 s', '5.0 s', '1 h 01 m']);
  });
});

describe('the clock', () => {
  it('shows minutes, seconds and tenths', () => {
    expect(formatClock(164.6)).toBe('02:44.6');
    expect(formatClock(0)).toBe('00:00.0');
  });

  it('does not show a moment that has not come', () => {
    expect(formatClock(59.99)).toBe('00:59.9');
  });

  it('shows hours from the first on, without tenths', () => {
    expect(formatClock(3764.9)).toBe('1:02:44');
  });
});

describe('shares', () => {
  it('say all only of all, and nothing only of nothing', () => {
    expect([0, 0.00001, 0.005, 0.13, 0.7649, 0.996, 0.9995, 1].map(formatShare)).toEqual([
      '0%',
      '<0.1%',
      '0.5%',
      '13%',
      '76%',
      '99.6%',
      '>99.9%',
      '100%',
    ]);
  });
});

describe('counts, rates and sizes', () => {
  it('separate thousands', () => {
    expect(formatCount(1284)).toBe('1,284');
    expect(formatNumber(12_345.6)).toBe('12,346');
  });

  it('show three figures of small numbers', () => {
    expect([2.4, 0.05, 0.123456].map(formatRate)).toEqual(['2.4 /s', '0.05 /s', '0.123 /s']);
    expect([30, 0.1, 1000].map(formatTimes)).toEqual(['30×', '0.1×', '1,000×']);
  });

  it('choose the unit of a size', () => {
    expect([330, 1320, 2_100_000].map(formatMegabytes)).toEqual(['330 MB', '1.32 GB', '2.1 TB']);
  });
});
