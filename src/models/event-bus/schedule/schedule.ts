/**
 * Schedule expressions: `rate(5 minutes)` and `cron(0 18 ? * MON-FRI *)` of the rules of an event bus, and `at(…)`, which
 * only the separate scheduler knows. All times are UTC; a schedule fires at whole minutes, `rate` from its own start.
 */
import { dateOfDay, daysSince1970, instantText, readInstant, SECONDS_PER_DAY } from '../../../engine/civil-date.ts';
import { cut } from '../../../text/wording.ts';
import { type Cron, type CronFieldName, cronFields, daysOf, readCron } from './cron.ts';

export type Schedule =
  | { kind: 'rate'; everySeconds: number }
  | ({ kind: 'cron' } & Cron)
  /** Once, at these seconds since 1970. */
  | { kind: 'at'; atSeconds: number };

/** Who is to follow a schedule: the rule of an event bus, or the separate scheduler. */
export type ScheduleUser = 'rule' | 'scheduler';

export interface ScheduleProblem {
  /** The field of a cron or rate expression; `expression` for the whole. */
  field: CronFieldName | 'value' | 'unit' | 'time' | 'expression';
  /** The part that is wrong. */
  value: string;
  /** Goes on after "allowed is". */
  allowed: string;
  /** All of it in one sentence. */
  message: string;
}

/** A schedule, or everything that is wrong with it. */
export type ParsedSchedule = { schedule: Schedule; problems: [] } | { schedule: null; problems: ScheduleProblem[] };

/** Thrown where an expression that is none is to be used. */
export class InvalidScheduleError extends Error {
  readonly problems: readonly ScheduleProblem[];

  constructor(problems: readonly ScheduleProblem[]) {
    super(`invalid schedule expression: ${problems.map((problem) => problem.message).join(' ')}`);
    this.problems = problems;
  }
}

const secondsPerUnit: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: SECONDS_PER_DAY };

/** To the second, and without a zone, which the scheduler is given apart. */
const atForm = /^[\d-]{10}T[\d:]{8}$/;

/** Reads an expression as the given user would: `at(…)` is nothing to a rule. */
export function parseSchedule(expression: string, user: ScheduleUser = 'rule'): ParsedSchedule {
  const problems: ScheduleProblem[] = [];
  const report = (field: ScheduleProblem['field'], value: string, allowed: string): null => {
    const shown = value === '' ? 'missing' : JSON.stringify(cut(value));
    const where = field === 'expression' ? 'the schedule' : field;
    problems.push({ field, value, allowed, message: `${where} is ${shown}; allowed is ${allowed}.` });
    return null;
  };
  const schedule = read(expression, user, report);
  return schedule === null || problems.length > 0 ? { schedule: null, problems } : { schedule, problems: [] };
}

type Report = (field: ScheduleProblem['field'], value: string, allowed: string) => null;

function read(expression: string, user: ScheduleUser, report: Report): Schedule | null {
  const parts = /^(rate|cron|at)\(([^()]*)\)$/.exec(expression);
  const at = user === 'scheduler' ? ', or at(2030-01-31T18:00:00)' : '';
  if (parts === null) {
    return report('expression', expression, `rate(5 minutes), or cron(0 18 ? * MON-FRI *)${at}`);
  }
  const [, kind, inner] = parts as unknown as [string, string, string];
  const words = inner.split(/\s+/).filter((word) => word !== '');
  if (kind === 'rate') return readRate(words, inner, report);
  if (kind === 'cron') return readCronExpression(words, inner, report);
  if (user === 'rule')
    return report('expression', expression, 'rate(…) or cron(…): only the separate scheduler knows at(…)');
  const atSeconds = atForm.test(inner) ? readInstant(inner) : null;
  if (atSeconds === null)
    return report('time', inner, 'an existing date and time as 2030-01-31T18:00:00, without a zone');
  return { kind: 'at', atSeconds };
}

function readRate(words: readonly string[], inner: string, report: Report): Schedule | null {
  const [value, unit] = words;
  if (value === undefined || unit === undefined || words.length > 2) {
    return report('expression', inner, 'a number, a space and a unit, such as rate(5 minutes)');
  }
  // Nine digits are more than any run lasts, and stay exact in seconds. Our choice: the service names no limit.
  const isNumber = /^[1-9]\d{0,8}$/.test(value);
  if (!isNumber) report('value', value, 'a whole number from 1 to 999999999');
  const one = unit.endsWith('s') ? unit.slice(0, -1) : unit;
  if (!Object.hasOwn(secondsPerUnit, one)) {
    return report('unit', unit, value === '1' ? 'minute, hour or day' : 'minutes, hours or days');
  }
  if (isNumber && (value === '1') !== (unit === one)) {
    return report(
      'unit',
      unit,
      value === '1' ? `${one}, because the value is 1` : `${one}s, because the value is not 1`,
    );
  }
  return { kind: 'rate', everySeconds: Number(value) * (secondsPerUnit[one] as number) };
}

function readCronExpression(words: readonly string[], inner: string, report: Report): Schedule | null {
  if (words.length !== cronFields.length) {
    const names = cronFields.map((field) => field.name).join(', ');
    return report('expression', inner, `six fields: ${names}; here are ${words.length}`);
  }
  const cron = readCron(words, ({ field, value, allowed }) => report(field, value, allowed));
  return cron && { kind: 'cron', ...cron };
}

export interface NextTimesOptions<T> {
  /** Whether a time that equals `from` counts. Default no: strictly later. */
  inclusive?: boolean;
  /** Nothing later than this. */
  until?: T;
  /** When a rate began, which is the first time it fires. Default `from`. */
  startedAt?: T;
}

/** Times that are given where neither a count nor an end is asked for; the console of the service shows as many. */
const DEFAULT_COUNT = 10;

/**
 * The times at which a schedule fires from `from` on, rising; fewer than `count` if there are no more. Seconds since 1970
 * for seconds, text such as `2030-01-31T18:00:00Z` for text. Throws an InvalidScheduleError if the expression is none.
 */
export function nextTimes(
  expression: string | Schedule,
  from: number,
  count?: number,
  options?: NextTimesOptions<number>,
): number[];
export function nextTimes(
  expression: string | Schedule,
  from: string,
  count?: number,
  options?: NextTimesOptions<string>,
): string[];
export function nextTimes(
  expression: string | Schedule,
  from: number | string,
  count?: number,
  options: NextTimesOptions<number | string> = {},
): number[] | string[] {
  const schedule = scheduleOf(expression);
  const start = secondsOf(from);
  const until = options.until === undefined ? Number.POSITIVE_INFINITY : secondsOf(options.until);
  const most = count ?? (options.until === undefined ? DEFAULT_COUNT : Number.POSITIVE_INFINITY);
  const startedAt = options.startedAt === undefined ? start : secondsOf(options.startedAt);
  const isInclusive = options.inclusive ?? false;
  const times: number[] = [];
  for (const time of timesFrom(schedule, start, startedAt)) {
    if (time === start && !isInclusive) continue;
    if (time > until || times.length >= most) break;
    times.push(time);
  }
  return typeof from === 'string' ? times.map(instantText) : times;
}

/** Whether a cron or at expression fires in the minute of this instant; a rate has no minutes of its own. */
export function firesInMinuteOf(expression: string | Schedule, instant: number | string): boolean {
  const schedule = scheduleOf(expression);
  const minute = Math.floor(secondsOf(instant) / 60);
  if (schedule.kind === 'at') return Math.floor(schedule.atSeconds / 60) === minute;
  if (schedule.kind === 'rate') return false;
  const days = Math.floor(minute / 1440);
  const { year, month, day } = dateOfDay(days);
  return (
    schedule.minutes.includes(minute - Math.floor(minute / 60) * 60) &&
    schedule.hours.includes(Math.floor(minute / 60) - days * 24) &&
    schedule.months.includes(month) &&
    schedule.years.includes(year) &&
    daysOf(schedule, year, month).includes(day)
  );
}

/** Whoever asks when something fires may ask it of every expression. */
function scheduleOf(expression: string | Schedule): Schedule {
  if (typeof expression !== 'string') return expression;
  const { schedule, problems } = parseSchedule(expression, 'scheduler');
  if (schedule === null) throw new InvalidScheduleError(problems);
  return schedule;
}

function secondsOf(instant: number | string): number {
  const seconds = typeof instant === 'number' ? instant : readInstant(instant);
  if (seconds === null || !Number.isFinite(seconds)) {
    throw new RangeError(
      `${JSON.stringify(instant)} is no instant: allowed is 2030-01-31T18:00:00Z or seconds since 1970`,
    );
  }
  return seconds;
}

/** All times from `start` on, `start` included. */
function timesFrom(schedule: Schedule, start: number, startedAt: number): Iterable<number> {
  switch (schedule.kind) {
    case 'rate':
      return timesOfRate(schedule.everySeconds, start, startedAt);
    case 'cron':
      return timesOfCron(schedule, start);
    case 'at':
      return schedule.atSeconds >= start ? [schedule.atSeconds] : [];
  }
}

function* timesOfRate(everySeconds: number, start: number, startedAt: number): Iterable<number> {
  const periods = Math.max(0, Math.ceil((start - startedAt) / everySeconds));
  for (let count = periods; ; count += 1) yield startedAt + count * everySeconds;
}

function* timesOfCron(cron: Cron, start: number): Iterable<number> {
  const startDay = Math.floor(start / SECONDS_PER_DAY);
  const { year: startYear, month: startMonth } = dateOfDay(startDay);
  for (const year of cron.years) {
    if (year < startYear) continue;
    for (const month of cron.months) {
      if (year === startYear && month < startMonth) continue;
      const daysBefore = daysSince1970(year, month, 1) - 1;
      for (const day of daysOf(cron, year, month)) {
        if (daysBefore + day >= startDay) yield* timesOfDay(cron, (daysBefore + day) * SECONDS_PER_DAY, start);
      }
    }
  }
}

function* timesOfDay(cron: Cron, dayStart: number, start: number): Iterable<number> {
  for (const hour of cron.hours) {
    const hourStart = dayStart + hour * 3600;
    if (hourStart + 3600 <= start) continue;
    for (const minute of cron.minutes) {
      const time = hourStart + minute * 60;
      if (time >= start) yield time;
    }
  }
}
