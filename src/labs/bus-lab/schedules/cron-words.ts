/** What each field of a calendar says, in words. */
import { type Cron, type CronFieldName, cronFields, type DayRule } from '../../../models/event-bus/schedule/cron.ts';
import type { Say } from '../../../ui/use-text.ts';

/** More values are counted instead of named. Our choice. */
const MOST_NAMED = 5;

export function cronWords(cron: Cron, say: Say): Readonly<Record<CronFieldName, string>> {
  const list = (name: CronFieldName, values: readonly number[], nameOf: (value: number) => string = String) =>
    listWords(name, values, nameOf, say);
  return {
    minutes: list('minutes', cron.minutes),
    hours: list('hours', cron.hours),
    'day-of-month': daysWords('day-of-month', cron.daysOfMonth, String, say),
    month: list('month', cron.months, monthName),
    'day-of-week': daysWords('day-of-week', cron.daysOfWeek, dayName, say),
    year: list('year', cron.years),
  };
}

function daysWords(name: CronFieldName, rule: DayRule, nameOf: (day: number) => string, say: Say): string {
  switch (rule.kind) {
    case 'any':
      return say('lab.schedules.any');
    case 'days':
      return listWords(name, rule.days, nameOf, say);
    case 'from-last':
      return rule.daysBefore === 0
        ? say('lab.schedules.last')
        : say('lab.schedules.before-last', { n: rule.daysBefore });
    case 'nearest-weekday':
      return say('lab.schedules.nearest', { day: rule.day });
    case 'last-weekday':
      return say('lab.schedules.last-weekday');
    case 'last-of-week':
      return say('lab.schedules.last-of-week', { day: nameOf(rule.day) });
    case 'nth-of-week':
      return say('lab.schedules.nth-of-week', { day: nameOf(rule.day), n: rule.nth });
  }
}

function listWords(
  name: CronFieldName,
  values: readonly number[],
  nameOf: (value: number) => string,
  say: Say,
): string {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  const field = cronFields.find((each) => each.name === name);
  if (field && values.length === field.highest - field.lowest + 1) return say(`lab.schedules.every.${name}`);
  if (values.length > 2 && last - first === values.length - 1) {
    return say('lab.schedules.range', { from: nameOf(first), to: nameOf(last) });
  }
  if (values.length <= MOST_NAMED) return values.map(nameOf).join(', ');
  const named = values.slice(0, MOST_NAMED - 1);
  return say('lab.schedules.more', { list: named.map(nameOf).join(', '), n: values.length - named.length });
}

/** 2 January 2000 was a Sunday. */
const A_SUNDAY = { year: 2000, month: 0, day: 2 };

/** Of 1 for Sunday to 7 for Saturday. */
export function dayName(day: number): string {
  return named({ weekday: 'long' }, Date.UTC(A_SUNDAY.year, A_SUNDAY.month, A_SUNDAY.day + day - 1));
}

function monthName(month: number): string {
  return named({ month: 'long' }, Date.UTC(A_SUNDAY.year, month - 1, 1));
}

function named(options: Intl.DateTimeFormatOptions, ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(ms);
}
