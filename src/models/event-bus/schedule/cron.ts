/**
 * The six fields of a cron expression: `minutes hours day-of-month month day-of-week year`, with `, - * / ? L W #`.
 * Where the documentation of the service is silent, as in what may stand beside L, W and #, the rules are those of Quartz,
 * whose dialect this is.
 */
import { dayOfWeek, daysInMonth, daysSince1970 } from '../../../engine/civil-date.ts';

/** Days of a month, or days of a week within a month. */
export type DayRule =
  /** `?`: the other field of the two says which days. */
  | { kind: 'any' }
  /** These days of the month (1 to 31), or of the week (1 for Sunday to 7 for Saturday). */
  | { kind: 'days'; days: readonly number[] }
  /** `L` and `L-3`: so many days before the last of the month. */
  | { kind: 'from-last'; daysBefore: number }
  /** `15W`: the weekday that is nearest to this day, within the month. */
  | { kind: 'nearest-weekday'; day: number }
  /** `LW`: the last weekday of the month. */
  | { kind: 'last-weekday' }
  /** `6L`: the last such day of the week in the month. */
  | { kind: 'last-of-week'; day: number }
  /** `6#3`: the third such day of the week in the month. */
  | { kind: 'nth-of-week'; day: number; nth: number };

export interface Cron {
  /** 0 to 59, rising; and so on for the others. */
  minutes: readonly number[];
  hours: readonly number[];
  daysOfMonth: DayRule;
  months: readonly number[];
  daysOfWeek: DayRule;
  years: readonly number[];
}

export type CronFieldName = 'minutes' | 'hours' | 'day-of-month' | 'month' | 'day-of-week' | 'year';

interface CronField {
  name: CronFieldName;
  lowest: number;
  highest: number;
  /** The names of the values from `lowest` on. */
  names: readonly string[];
  /** The largest step after a slash. Quartz; for years the whole range. */
  largestStep: number;
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const minutesField: CronField = { name: 'minutes', lowest: 0, highest: 59, names: [], largestStep: 59 };
const hoursField: CronField = { name: 'hours', lowest: 0, highest: 23, names: [], largestStep: 23 };
const dayOfMonthField: CronField = { name: 'day-of-month', lowest: 1, highest: 31, names: [], largestStep: 31 };
const monthField: CronField = { name: 'month', lowest: 1, highest: 12, names: monthNames, largestStep: 12 };
const dayOfWeekField: CronField = { name: 'day-of-week', lowest: 1, highest: 7, names: dayNames, largestStep: 7 };
const yearField: CronField = { name: 'year', lowest: 1970, highest: 2199, names: [], largestStep: 229 };

/** The fields in their order. */
export const cronFields: readonly CronField[] = [
  minutesField,
  hoursField,
  dayOfMonthField,
  monthField,
  dayOfWeekField,
  yearField,
];

/** What is wrong with one field. */
export interface CronProblem {
  field: CronFieldName;
  /** The part of the field that is wrong. */
  value: string;
  /** Goes on after "allowed is". */
  allowed: string;
}

/** Reads six fields. Null if anything is reported. */
export function readCron(texts: readonly string[], report: (problem: CronProblem) => void): Cron | null {
  let isWhole = true;
  const told = new Set<string>();
  const tell = (problem: CronProblem) => {
    isWhole = false;
    // Two parts of a list may be wrong in the same way, which is said once.
    const sentence = Object.values(problem).join('\n');
    if (!told.has(sentence)) report(problem);
    told.add(sentence);
  };
  const [minutes, hours, daysOfMonth, months, daysOfWeek, years] = texts.map((text) => text.toUpperCase()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const cron: Cron = {
    minutes: readList(minutes, minutesField, tell),
    hours: readList(hours, hoursField, tell),
    daysOfMonth: readDaysOfMonth(daysOfMonth, tell),
    months: readList(months, monthField, tell),
    daysOfWeek: readDaysOfWeek(daysOfWeek, tell),
    years: readList(years, yearField, tell),
  };
  const questions = [daysOfMonth, daysOfWeek].filter((text) => text === '?').length;
  if (questions !== 1) {
    const other = questions === 0 ? 'the other says which days' : 'one of the two says which days';
    const allowed = `? in exactly one of day-of-month and day-of-week: ${other}`;
    tell({ field: 'day-of-week', value: daysOfWeek, allowed });
  }
  return isWhole ? cron : null;
}

type Tell = (problem: CronProblem) => void;

function readDaysOfMonth(text: string, tell: Tell): DayRule {
  if (text === '?') return { kind: 'any' };
  if (text === 'LW') return { kind: 'last-weekday' };
  const fromLast = /^L(?:-(\d{1,2}))?$/.exec(text);
  if (fromLast !== null) {
    const daysBefore = Number(fromLast[1] ?? 0);
    if (daysBefore > 30) {
      tell({ field: 'day-of-month', value: text, allowed: 'L, or L-1 to L-30 for days before the last of the month' });
    }
    return { kind: 'from-last', daysBefore };
  }
  const nearest = /^(\d{1,2})W$/.exec(text);
  if (nearest !== null) {
    const day = readValue(nearest[1] as string, dayOfMonthField, tell);
    return { kind: 'nearest-weekday', day };
  }
  if (/,/.test(text) && /[?LW]/.test(text)) return tellNotInList(text, dayOfMonthField, '?, L, L-3, LW and 15W', tell);
  return { kind: 'days', days: readList(text, dayOfMonthField, tell) };
}

function readDaysOfWeek(text: string, tell: Tell): DayRule {
  if (text === '?') return { kind: 'any' };
  // Alone, L is the last day of the week.
  if (text === 'L') return { kind: 'days', days: [7] };
  const last = /^([A-Z]{3}|\d+)L$/.exec(text);
  if (last !== null) return { kind: 'last-of-week', day: readValue(last[1] as string, dayOfWeekField, tell) };
  const nth = /^([A-Z]{3}|\d+)#(\d+)$/.exec(text);
  if (nth !== null) {
    const day = readValue(nth[1] as string, dayOfWeekField, tell);
    const count = Number(nth[2]);
    if (count < 1 || count > 5) {
      tell({
        field: 'day-of-week',
        value: text,
        allowed: 'a number from 1 to 5 after #: which one of the month',
      });
    }
    return { kind: 'nth-of-week', day, nth: count };
  }
  if (/,/.test(text) && /[?L#]/.test(text)) return tellNotInList(text, dayOfWeekField, '?, L, 6L and 6#3', tell);
  return { kind: 'days', days: readList(text, dayOfWeekField, tell) };
}

/** "3#1,6#3 is not valid because it defines two expressions", says the documentation; Quartz holds it so for the rest. */
function tellNotInList(text: string, field: CronField, special: string, tell: Tell): DayRule {
  tell({ field: field.name, value: text, allowed: `${special} only alone, not in a list` });
  return { kind: 'any' };
}

/** The values of a list, rising. */
function readList(text: string, field: CronField, tell: Tell): number[] {
  const values = new Set<number>();
  for (const item of text.split(',')) for (const value of readItem(item, field, tell)) values.add(value);
  return [...values].sort((a, b) => a - b);
}

/** `*`, `5`, `5-10`, each also with a step such as `/3`; `5/3` goes on to the end, `20-2` round it. */
function readItem(item: string, field: CronField, tell: Tell): number[] {
  const parts = /^(?:(\*)|([A-Z]+|\d+)(?:-([A-Z]+|\d+))?)(?:\/(\d+))?$/.exec(item);
  if (parts === null) {
    tell({ field: field.name, value: item, allowed: allowedIn(field, item) });
    return [];
  }
  const [, star, from, to, step] = parts;
  const by = step === undefined ? 1 : Number(step);
  if (by < 1 || by > field.largestStep) {
    const allowed = `a step from 1 to ${field.largestStep} after the slash`;
    tell({ field: field.name, value: item, allowed });
    return [];
  }
  const first = star === undefined ? readValue(from as string, field, tell) : field.lowest;
  let last = field.highest;
  if (to !== undefined) last = readValue(to, field, tell);
  else if (star === undefined && step === undefined) last = first;
  if (Number.isNaN(first) || Number.isNaN(last)) return [];
  const size = field.highest - field.lowest + 1;
  const end = last < first ? last + size : last;
  const values: number[] = [];
  for (let value = first; value <= end; value += by) values.push(value > field.highest ? value - size : value);
  return values;
}

/** NaN for what is no value of the field, which is told. */
function readValue(text: string, field: CronField, tell: Tell): number {
  const place = field.names.indexOf(text);
  if (place >= 0) return field.lowest + place;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= field.lowest && value <= field.highest) return value;
  tell({ field: field.name, value: text, allowed: valuesOf(field) });
  return Number.NaN;
}

function valuesOf(field: CronField): string {
  const names = field.names.length === 0 ? '' : ` or ${field.names[0]}-${field.names.at(-1)}`;
  return `${field.lowest}-${field.highest}${names}`;
}

/** What a field may be, for an item that is nothing. */
function allowedIn(field: CronField, item: string): string {
  const plain = `${valuesOf(field)}, a range such as ${field.lowest}-${field.lowest + 3}, * or a step such as */2`;
  if (field.name === 'day-of-month') return `${plain}; or ?, L, L-3, LW, 15W`;
  if (field.name === 'day-of-week') return `${plain}; or ?, L, 6L, 6#3`;
  return item === '?' ? `${plain}; ? stands only for day-of-month or day-of-week` : plain;
}

/** The days of a month on which a cron expression fires, rising. */
export function daysOf(cron: Cron, year: number, month: number): number[] {
  const days = daysInMonth(year, month);
  // 1 for Sunday.
  const weekdayOfFirst = dayOfWeek(daysSince1970(year, month, 1)) + 1;
  const rule = cron.daysOfMonth.kind === 'any' ? cron.daysOfWeek : cron.daysOfMonth;
  const isOfWeek = cron.daysOfMonth.kind === 'any';
  const weekdayOf = (day: number) => ((weekdayOfFirst - 1 + day - 1) % 7) + 1;
  const firstOf = (weekday: number) => ((weekday - weekdayOfFirst + 7) % 7) + 1;
  switch (rule.kind) {
    case 'days': {
      const result: number[] = [];
      for (let day = 1; day <= days; day += 1)
        if (rule.days.includes(isOfWeek ? weekdayOf(day) : day)) result.push(day);
      return result;
    }
    case 'from-last':
      return rule.daysBefore < days ? [days - rule.daysBefore] : [];
    case 'last-weekday':
      return [nearestWeekday(days, days, weekdayOf(days))];
    case 'nearest-weekday':
      return rule.day > days ? [] : [nearestWeekday(rule.day, days, weekdayOf(rule.day))];
    case 'last-of-week': {
      const first = firstOf(rule.day);
      return [first + 7 * Math.floor((days - first) / 7)];
    }
    case 'nth-of-week': {
      const day = firstOf(rule.day) + 7 * (rule.nth - 1);
      return day <= days ? [day] : [];
    }
    case 'any':
      return [];
  }
}

/** Saturday goes to the Friday before, Sunday to the Monday after, unless that is in another month. */
function nearestWeekday(day: number, daysInThisMonth: number, weekday: number): number {
  if (weekday === 7) return day === 1 ? 3 : day - 1;
  if (weekday === 1) return day === daysInThisMonth ? day - 2 : day + 1;
  return day;
}
