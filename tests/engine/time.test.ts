import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { MICROSECONDS_PER_SECOND, ms, seconds, toSeconds } from '../../src/engine/time.ts';

it('counts microseconds', () => {
  expect(seconds(1)).toBe(MICROSECONDS_PER_SECOND);
  expect(seconds(0.25)).toBe(250_000);
  expect(ms(1)).toBe(1_000);
  expect(ms(0.5)).toBe(500);
  expect(toSeconds(1_500_000)).toBe(1.5);
});

it('rounds to the nearest whole microsecond', () => {
  expect(seconds(0.1 + 0.2)).toBe(300_000);
  expect(seconds(0.000_000_4)).toBe(0);
  expect(seconds(0.000_000_6)).toBe(1);
  expect(ms(1.000_6)).toBe(1_001);
});

it('never gives the zero that is negative', () => {
  expect(Object.is(seconds(-0.000_000_1), 0)).toBe(true);
  expect(Object.is(ms(-0), 0)).toBe(true);
});

test.prop([fc.integer({ min: 0, max: 2_251_799_813_685_247 })])('gives back a time that went through seconds', (t) => {
  expect(seconds(toSeconds(t))).toBe(t);
});
