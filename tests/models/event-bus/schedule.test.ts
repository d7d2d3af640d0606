/** Schedule expressions: how problems are told, and when they fire, against a look at every single minute. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  firesInMinuteOf,
  InvalidScheduleError,
  nextTimes,
  parseSchedule,
} from '../../../src/models/event-bus/schedule/schedule.ts';

const problemsOf = (expression: string) => parseSchedule(expression).problems.map(({ message }) => message);

describe('a schedule expression', () => {
  it.each<[string, string[]]>([
    ['', ['the schedule is missing; allowed is rate(5 minutes), or cron(0 18 ? * MON-FRI *).']],
    ['every day', ['the schedule is "every day"; allowed is rate(5 minutes), or cron(0 18 ? * MON-FRI *).']],
    ['Rate(5 minutes)', [expect.stringContaining('allowed is rate(5 minutes)') as string]],
    ['rate(5 minutes) ', [expect.stringContaining('allowed is rate(5 minutes)') as string]],
    ['rate()', ['the schedule is missing; allowed is a number, a space and a unit, such as rate(5 minutes).']],
    ['rate(5)', [expect.stringContaining('a number, a space and a unit') as string]],
    ['rate(5 minutes ago)', [expect.stringContaining('a number, a space and a unit') as string]],
    ['rate(1 minutes)', ['unit is "minutes"; allowed is minute, because the value is 1.']],
    ['rate(2 day)', ['unit is "day"; allowed is days, because the value is not 1.']],
    ['rate(1 second)', ['unit is "second"; allowed is minute, hour or day.']],
    ['rate(1.5 hours)', ['value is "1.5"; allowed is a whole number from 1 to 999999999.']],
    [
      'rate(x weeks)',
      [
        'value is "x"; allowed is a whole number from 1 to 999999999.',
        'unit is "weeks"; allowed is minutes, hours or days.',
      ],
    ],
    ['rate(5 constructor)', ['unit is "constructor"; allowed is minutes, hours or days.']],
    ['at(2030-01-31T18:00:00)', [expect.stringContaining('only the separate scheduler knows at(…)') as string]],
    ['cron(0 0 1 1 ?)', [expect.stringContaining('six fields: minutes, hours, day-of-month, month,') as string]],
    [
      'cron(60 24 0 13 ? 2200)',
      [
        'minutes is "60"; allowed is 0-59.',
        'hours is "24"; allowed is 0-23.',
        'day-of-month is "0"; allowed is 1-31.',
        'month is "13"; allowed is 1-12 or JAN-DEC.',
        'year is "2200"; allowed is 1970-2199.',
      ],
    ],
    ['cron(0 0 ? * MUN *)', ['day-of-week is "MUN"; allowed is 1-7 or SUN-SAT.']],
    ['cron(0/60 0 ? * 1 *)', ['minutes is "0/60"; allowed is a step from 1 to 59 after the slash.']],
    ['cron(0/0 0 ? * 1 *)', ['minutes is "0/0"; allowed is a step from 1 to 59 after the slash.']],
    ['cron(1, 0 ? * 1 *)', [expect.stringContaining('minutes is missing; allowed is 0-59, a range') as string]],
    ['cron(, 0 ? * 1 *)', [expect.stringContaining('minutes is missing; allowed is 0-59, a range') as string]],
    ['cron(-5 0 ? * 1 *)', [expect.stringContaining('minutes is "-5"; allowed is 0-59, a range') as string]],
    ['cron(0 L ? * 1 *)', ['hours is "L"; allowed is 0-23.']],
    ['cron(0 0 32W * ? *)', ['day-of-month is "32"; allowed is 1-31.']],
    ['cron(0 0 L-31 * ? *)', [expect.stringContaining('L-1 to L-30') as string]],
    ['cron(0 0 L,15 * ? *)', [expect.stringContaining('only alone, not in a list') as string]],
    ['cron(0 0 1W,15 * ? *)', [expect.stringContaining('only alone, not in a list') as string]],
    ['cron(0 0 ? * MON,FRIL *)', [expect.stringContaining('only alone, not in a list') as string]],
    ['cron(0 0 ? * 2#6 *)', [expect.stringContaining('a number from 1 to 5 after #') as string]],
    ['cron(0 0 ? * 8#1 *)', ['day-of-week is "8"; allowed is 1-7 or SUN-SAT.']],
  ])('%j is refused, and why is told', (expression, expected) => {
    expect(problemsOf(expression)).toEqual(expected);
    expect(() => nextTimes(expression.startsWith('at') ? 'at(x)' : expression, 0)).toThrow(InvalidScheduleError);
  });

  it('may name months and days of the week in any case, and have spaces to spare', () => {
    const { schedule } = parseSchedule('cron( 0  9 ? jan,Feb mon-FRI * )');
    expect(schedule).toMatchObject({ months: [1, 2], daysOfWeek: { kind: 'days', days: [2, 3, 4, 5, 6] } });
  });

  it.each(['WED', 'WED,THU', 'MON,WED,FRI'])('takes %s for days, not for the sign W', (days) => {
    expect(problemsOf(`cron(0 0 ? * ${days} *)`)).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    // A fifth Friday that not every month has.
    ['cron(0 0 ? * FRI#5 *)', '2024-01-01T00:00:00Z', ['2024-03-29T00:00:00Z', '2024-05-31T00:00:00Z']],
    // Steps that go round the end of the day.
    ['cron(0 22-3/2 1 1 ? 2024)', '2023-12-31T00:00:00Z', ['2024-01-01T00:00:00Z', '2024-01-01T02:00:00Z']],
    // A leap day that falls out in 2100.
    ['cron(0 0 29 2 ? *)', '2096-02-29T00:00:00Z', ['2104-02-29T00:00:00Z', '2108-02-29T00:00:00Z']],
    // 1 June 2024 is a Saturday, 1 September 2024 a Sunday, 31 March 2024 a Sunday.
    ['cron(0 0 1W 6,9 ? 2024)', '2024-01-01T00:00:00Z', ['2024-06-03T00:00:00Z', '2024-09-02T00:00:00Z']],
    ['cron(0 0 31W 3,8 ? 2024)', '2024-01-01T00:00:00Z', ['2024-03-29T00:00:00Z', '2024-08-30T00:00:00Z']],
    ['cron(0 0 L-30 * ? *)', '2024-01-02T00:00:00Z', ['2024-03-01T00:00:00Z', '2024-05-01T00:00:00Z']],
    ['cron(0 0 30 2 ? *)', '2024-01-01T00:00:00Z', []],
    ['at(2030-01-31T18:00:30)', '2024-01-01T00:00:00Z', ['2030-01-31T18:00:30Z']],
  ])('%s fires next after %s at %j', (expression, from, expected) => {
    expect(nextTimes(expression, from, 2)).toEqual(expected);
  });

  it('gives ten times where it is not told how many, and all until an end', () => {
    expect(nextTimes('rate(1 minute)', 0).length).toBe(10);
    expect(
      nextTimes('cron(0 * * * ? *)', '2024-01-01T00:00:00Z', undefined, { until: '2024-01-02T00:00:00Z' }).length,
    ).toBe(24);
    expect(nextTimes('cron(0 * * * ? *)', 0, 0)).toEqual([]);
  });

  it('reckons a rate from when it began', () => {
    expect(nextTimes('rate(1 hour)', 10_000, 2, { startedAt: 100 })).toEqual([10_900, 14_500]);
    expect(nextTimes('rate(1 hour)', 0, 2, { startedAt: 100 })).toEqual([100, 3700]);
    expect(nextTimes('rate(1 hour)', 3700, 1, { startedAt: 100 })).toEqual([7300]);
    expect(nextTimes('rate(1 hour)', 3700, 1, { startedAt: 100, inclusive: true })).toEqual([3700]);
  });

  it('says which instant is none', () => {
    expect(() => nextTimes('rate(1 hour)', 'tomorrow')).toThrow('"tomorrow" is no instant');
    expect(() => nextTimes('rate(1 hour)', Number.NaN)).toThrow(RangeError);
  });

  it('knows nothing after 2199', () => {
    expect(nextTimes('cron(59 23 31 12 ? *)', '2198-12-31T23:59:00Z', 5)).toEqual(['2199-12-31T23:59:00Z']);
    expect(nextTimes('cron(* * * * ? *)', '2200-01-01T00:00:00Z', 5)).toEqual([]);
  });
});

const SECONDS_OF_WINDOW = 86_400;
/** Whole seconds from 1970 to 2199. */
const anyInstant = fc.integer({ min: 0, max: 7_258_118_400 });

describe('the times at which a schedule fires', () => {
  test.prop([anyCron(), anyInstant, fc.boolean()], { numRuns: 60 })(
    'are all minutes that the expression names, none left out',
    (expression, from, inclusive) => {
      const until = from + SECONDS_OF_WINDOW;
      const times = nextTimes(expression, from, undefined, { until, inclusive });
      const named: number[] = [];
      for (let time = Math.ceil(from / 60) * 60; time <= until; time += 60) {
        if ((inclusive || time > from) && isNamed(expression, time)) named.push(time);
      }
      expect(times).toEqual(named);
      const { schedule } = parseSchedule(expression);
      expect(times.every((time) => schedule !== null && firesInMinuteOf(schedule, time + 59))).toBe(true);
    },
  );

  test.prop([anyCron(), anyInstant, fc.integer({ min: 1, max: 50 })], { numRuns: 300 })(
    'rise, and the rest follows from each of them',
    (expression, from, count) => {
      const times = nextTimes(expression, from, count);
      for (const [index, time] of times.entries()) {
        expect(time).toBeGreaterThan(times[index - 1] ?? from);
        expect(firesInMinuteOf(expression, time)).toBe(true);
      }
      const half = Math.floor(times.length / 2);
      if (half > 0) {
        expect(nextTimes(expression, times[half - 1] as number, times.length - half)).toEqual(times.slice(half));
      }
    },
  );

  test.prop([fc.integer({ min: 1, max: 1000 }), fc.constantFrom('minute', 'hour', 'day'), anyInstant, anyInstant], {
    numRuns: 300,
  })('of a rate are evenly spaced', (value, unit, from, startedAt) => {
    const expression = `rate(${value} ${unit}${value === 1 ? '' : 's'})`;
    const seconds = value * ({ minute: 60, hour: 3600, day: 86_400 }[unit] as number);
    const times = nextTimes(expression, from, 5, { startedAt });
    expect(times.length).toBe(5);
    expect(times[0]).toBeGreaterThan(from);
    expect(times[0]).toBeLessThanOrEqual(Math.max(from, startedAt) + seconds);
    for (const time of times) expect((time - startedAt) % seconds).toBe(0);
    for (let index = 1; index < 5; index += 1)
      expect((times[index] as number) - (times[index - 1] as number)).toBe(seconds);
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'0123456789*/,-?LW# JANFRI'.split('')), maxLength: 16 })], {
    numRuns: 2000,
  })('are asked of any text without failing, but with problems', (text) => {
    const parsed = parseSchedule(`cron(${text})`);
    expect(parsed.problems.length === 0).toBe(parsed.schedule !== null);
    if (parsed.schedule !== null) expect(() => nextTimes(parsed.schedule, 0, 3)).not.toThrow();
  });

  test.prop([anyField(), fc.constantFrom(0, 1, 2, 3, 4, 5)], { numRuns: 1000 })(
    'exist for every field or it is told why not',
    (field, at) => {
      const fields = ['0', '0', '1', '*', '?', '*'];
      fields[at] = field;
      if (at === 4) fields[2] = field === '?' ? '1' : '?';
      if (at === 2 && field === '?') fields[4] = '*';
      const { schedule, problems } = parseSchedule(`cron(${fields.join(' ')})`);
      expect(problems.length === 0).toBe(schedule !== null);
      for (const problem of problems) expect(problem.message).toContain(problem.allowed);
    },
  );
});

/** Cron expressions with every sign, most of which fire often. */
function anyCron(): fc.Arbitrary<string> {
  const days = fc.oneof(
    { weight: 3, arbitrary: listOf(1, 31) },
    fc.constantFrom('L', 'LW', 'L-1', 'L-3', '1W', '15W', '31W', '30W'),
  );
  const dayOfWeek = fc.oneof(
    { weight: 3, arbitrary: listOf(1, 7) },
    fc.constantFrom('L', '1L', '6L', 'FRIL', '2#1', 'SUN#5', '7#3', 'MON-FRI', 'TUE,THU'),
  );
  const dayFields = fc.oneof(
    days.map((day) => [day, '?']),
    dayOfWeek.map((day) => ['?', day]),
  );
  const months = fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, listOf(1, 12), fc.constant('NOV-MAR'));
  const years = fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    fc.constantFrom('1970-2100', '2000/2', '2150-2020'),
  );
  return fc
    .tuple(listOf(0, 59), listOf(0, 23), dayFields, months, years)
    .map(
      ([minutes, hours, [day, weekday], month, year]) => `cron(${minutes} ${hours} ${day} ${month} ${weekday} ${year})`,
    );
}

function listOf(lowest: number, highest: number): fc.Arbitrary<string> {
  const value = fc.integer({ min: lowest, max: highest });
  const step = fc.integer({ min: 1, max: Math.min(7, highest) });
  const item = fc.oneof(
    value.map(String),
    fc.tuple(value, value).map(([from, to]) => `${from}-${to}`),
    fc.tuple(value, step).map(([from, by]) => `${from}/${by}`),
    fc.tuple(value, value, step).map(([from, to, by]) => `${from}-${to}/${by}`),
    step.map((by) => `*/${by}`),
  );
  return fc.oneof(
    fc.constant('*'),
    fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(',')),
  );
}

function anyField(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123*/,-?LW#'.split('')), minLength: 1, maxLength: 5 }),
    fc.constantFrom('L', 'LW', '5W', '6L', 'MON#2', 'JAN', '1-5/2', '*/3', '?', '*', '2020-2022'),
  );
}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const dayNames = 'SUN MON TUE WED THU FRI SAT'.split(' ');

/** Whether an expression names this minute: read anew for one instant, with the calendar of JavaScript. */
function isNamed(expression: string, seconds: number): boolean {
  const date = new Date(seconds * 1000);
  const [minutes, hours, days, months, weekdays, years] = expression.slice(5, -1).split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const weekday = date.getUTCDay() + 1;
  const day = date.getUTCDate();
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return (
    isInList(minutes, date.getUTCMinutes(), 0, 59, []) &&
    isInList(hours, date.getUTCHours(), 0, 23, []) &&
    isInList(months, date.getUTCMonth() + 1, 1, 12, monthNames) &&
    isInList(years, date.getUTCFullYear(), 1970, 2199, []) &&
    (days === '?' ? isWeekdayNamed(weekdays, weekday, day, daysInMonth) : isDayNamed(days, day, weekday, daysInMonth))
  );
}

function isDayNamed(text: string, day: number, weekday: number, daysInMonth: number): boolean {
  if (text === 'LW') {
    // The last weekday: this is one, and only weekend days come after it.
    const left = daysInMonth - day;
    return weekday >= 2 && weekday <= 6 && (left === 0 || (weekday === 6 && left <= 2));
  }
  if (text.startsWith('L')) return day === daysInMonth - Number(text.slice(2) || 0);
  if (!text.endsWith('W')) return isInList(text, day, 1, 31, []);
  const wanted = Number(text.slice(0, -1));
  if (weekday === 1 || weekday === 7 || wanted > daysInMonth) return false;
  const weekdayOfWanted = ((((weekday - 1 + wanted - day) % 7) + 7) % 7) + 1;
  if (weekdayOfWanted === 7) return day === (wanted === 1 ? 3 : wanted - 1);
  if (weekdayOfWanted === 1) return day === (wanted === daysInMonth ? wanted - 2 : wanted + 1);
  return day === wanted;
}

function isWeekdayNamed(text: string, weekday: number, day: number, daysInMonth: number): boolean {
  const number = (name: string) => (dayNames.includes(name) ? dayNames.indexOf(name) + 1 : Number(name));
  if (text === 'L') return weekday === 7;
  if (text.endsWith('L')) return weekday === number(text.slice(0, -1)) && day + 7 > daysInMonth;
  const [name, nth] = text.split('#') as [string, string | undefined];
  if (nth !== undefined) return weekday === number(name) && Math.ceil(day / 7) === Number(nth);
  return isInList(text, weekday, 1, 7, dayNames);
}

function isInList(text: string, value: number, lowest: number, highest: number, names: string[]): boolean {
  const number = (name: string) => (names.includes(name) ? names.indexOf(name) + lowest : Number(name));
  const size = highest - lowest + 1;
  if (value < lowest || value > highest) return false;
  return text.split(',').some((item) => {
    const [range, step] = item.split('/') as [string, string | undefined];
    const [from, to] = range.split('-') as [string, string | undefined];
    const first = from === '*' ? lowest : number(from);
    const last = to !== undefined ? number(to) : from === '*' || step !== undefined ? highest : first;
    const length = (last - first + size) % size;
    const distance = (value - first + size) % size;
    return distance <= length && distance % Number(step ?? 1) === 0;
  });
}
