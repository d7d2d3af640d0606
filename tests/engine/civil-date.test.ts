/** Dates as whole numbers; the calendar of JavaScript is the oracle. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  dateOfDay,
  dayOfWeek,
  daysInMonth,
  daysSince1970,
  instantText,
  isLeapYear,
  readInstant,
  SECONDS_PER_DAY,
} from '../../src/engine/civil-date.ts';

/** Days from the year 1 to 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe('a civil date', () => {
  test.prop([anyDay], { numRuns: 500 })('is the date of the calendar, and back', (days) => {
    const date = new Date(days * SECONDS_PER_DAY * 1000);
    const { year, month, day } = dateOfDay(days);
    expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
    expect(daysSince1970(year, month, day)).toBe(days);
    expect(dayOfWeek(days)).toBe(date.getUTCDay());
  });

  test.prop([fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 })])(
    'knows how long a month is',
    (year, month) => {
      expect(daysInMonth(year, month)).toBe(
        daysSince1970(year + (month === 12 ? 1 : 0), (month % 12) + 1, 1) - daysSince1970(year, month, 1),
      );
    },
  );

  it('knows which years have a leap day', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false]);
  });
});

describe('an instant', () => {
  test.prop([fc.integer({ min: -62_135_596_800, max: 253_402_300_799 })], { numRuns: 500 })(
    'is written as the calendar writes it, and read back',
    (seconds) => {
      const text = instantText(seconds);
      expect(text).toBe(new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));
      expect(readInstant(text)).toBe(seconds);
      expect(readInstant(text.slice(0, -1))).toBe(seconds);
    },
  );

  it('may have a part of a second', () => {
    expect(readInstant('1970-01-01T00:00:01.250Z')).toBe(1.25);
    expect(instantText(1.25)).toBe('1970-01-01T00:00:01Z');
  });

  it.each([
    '',
    '2025-11-16',
    '2025-11-16T09:30',
    '2025-13-01T00:00:00Z',
    '2025-00-01T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2025-01-00T00:00:00Z',
    '2025-01-01T24:00:00Z',
    '2025-01-01T00:60:00Z',
    '2025-01-01T00:00:60Z',
    '2025-01-01T00:00:00+01:00',
  ])('is not %j', (text) => {
    expect(readInstant(text)).toBeNull();
  });
});
