import { describe, expect, it } from 'vitest';
import { exactText, minuteText, tickText } from '../../../src/panels/time/clock-text.ts';
import { spokenTime } from '../../../src/panels/time/spoken-time.ts';

describe('a time in short figures', () => {
  it('is cut to the whole second, because nothing is shown before it is', () => {
    expect(minuteText(0)).toBe('00:00');
    expect(minuteText(164.99)).toBe('02:44');
    expect(minuteText(3_764)).toBe('1:02:44');
  });

  it('drops the leading zero at a tick, but never that of a minute that has two figures or of an hour', () => {
    expect(tickText(0)).toBe('0:00');
    expect(tickText(120)).toBe('2:00');
    expect(tickText(600)).toBe('10:00');
    expect(tickText(3_600)).toBe('1:00:00');
  });
});

describe('a time as it is spoken', () => {
  it('says each part that there is', () => {
    expect(spokenTime('neutral', 164.6)).toBe('2 minutes 44 seconds');
    expect(spokenTime('neutral', 61)).toBe('1 minute 1 second');
    expect(spokenTime('neutral', 7_205)).toBe('2 hours 5 seconds');
  });

  it('leaves out what is nothing, but says something at the very start', () => {
    expect(spokenTime('neutral', 120)).toBe('2 minutes');
    expect(spokenTime('neutral', 0)).toBe('0 seconds');
  });
});

it('shows a moment between two tenths of a second to the millisecond', () => {
  expect(exactText(100)).toBe('01:40.0');
  expect(exactText(100.5)).toBe('01:40.5');
  expect(exactText(100.02)).toBe('01:40.020');
  expect(exactText(59.999)).toBe('00:59.999');
});
