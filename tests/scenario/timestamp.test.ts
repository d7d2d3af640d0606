/** Points in time as monitoring services write them; the browser's own calendar is the oracle. */
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp } from '../../src/scenario/timestamp.ts';

describe('a timestamp', () => {
  it.each<[string, number, number | null]>([
    ['1970-01-01 00:00', 0, null],
    ['2014-04-10 00:04:00', Date.UTC(2014, 3, 10, 0, 4) / 1000, null],
    ['2014-04-10 00:04', Date.UTC(2014, 3, 10, 0, 4) / 1000, null],
    ['2014-04-10T00:04:00', Date.UTC(2014, 3, 10, 0, 4) / 1000, null],
    ['2014-04-10T00:04:00Z', Date.UTC(2014, 3, 10, 0, 4) / 1000, 0],
    ['2014-04-10 00:04:00 UTC', Date.UTC(2014, 3, 10, 0, 4) / 1000, 0],
    ['2014-04-10T00:04:00.250Z', Date.UTC(2014, 3, 10, 0, 4) / 1000 + 0.25, 0],
    ['2014-04-10 00:04:00.5', Date.UTC(2014, 3, 10, 0, 4) / 1000 + 0.5, null],
    ['2014-04-10T00:04:00+02:00', Date.UTC(2014, 3, 10, 0, 4) / 1000, 7200],
    ['2014-04-10T00:04:00-0330', Date.UTC(2014, 3, 10, 0, 4) / 1000, -12_600],
    ['2024-02-29 23:59:59', Date.UTC(2024, 1, 29, 23, 59, 59) / 1000, null],
    ['1397088240', 1_397_088_240, 0],
    ['1397088240.5', 1_397_088_240.5, 0],
    ['0', 0, 0],
  ])('may be %s', (text, localSeconds, offsetSeconds) => {
    expect(readTimestamp(text)).toEqual({ localSeconds, offsetSeconds });
  });

  it.each([
    '',
    'yesterday',
    '2014-04-10',
    '10.04.2014 00:04',
    '2014-4-10 00:04',
    '2014-13-01 00:00',
    '2014-00-01 00:00',
    '2014-04-31 00:00',
    '2014-04-00 00:00',
    '2023-02-29 00:00',
    '1900-02-29 00:00',
    '2014-04-10 24:00',
    '2014-04-10 00:60',
    '2014-04-10 00:00:60',
    '2014-04-10 00:00 CET',
    '2014-04-10T00:00:00+15:00',
    '2014-04-10T00:00:00+02:60',
    '1397088240000',
    '-5',
    '1e9',
  ])('is not %j', (text) => {
    expect(readTimestamp(text)).toBeNull();
  });

  test.prop([
    fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
  ])('is read as the calendar reads it', (date) => {
    const wanted = Math.floor(date.getTime() / 1000);
    const text = `${date.toISOString().slice(0, 19)}Z`;
    expect(readTimestamp(text)).toEqual({ localSeconds: wanted, offsetSeconds: 0 });
  });
});
