/** Dates of the Gregorian calendar as whole numbers, and instants in UTC as seconds since 1970, without any clock. */

export const SECONDS_PER_DAY = 86_400;

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from the first of March of the year 0 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** Days from 1970-01-01; years begin in March here, so that the leap day comes last. */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** The date that is so many whole days after 1970-01-01, or before it. */
export function dateOfDay(daysSince1970: number): CivilDate {
  const days = daysSince1970 + DAYS_BEFORE_1970;
  // 400 years have 146,097 days, 100 years 36,524 without the leap day of the last, 4 years 1,461.
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(daysSince1970: number): number {
  // 1970-01-01 was a Thursday.
  return (((daysSince1970 + 4) % 7) + 7) % 7;
}

const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2}(?:\.\d{1,9})?)Z?$/;

/** Seconds since 1970 of `YYYY-MM-DDThh:mm:ss[.s]Z`, where the Z may be left out. Null for what is no instant. */
export function readInstant(text: string): number | null {
  const parts = instant.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second >= 60) return null;
  return daysSince1970(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/** `YYYY-MM-DDThh:mm:ssZ` of seconds since 1970, from the year 0 to 9999; a part of a second is left out. */
export function instantText(seconds: number): string {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / SECONDS_PER_DAY);
  const { year, month, day } = dateOfDay(days);
  const inDay = whole - days * SECONDS_PER_DAY;
  const clock = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60].map((part) => digits(part, 2));
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${clock.join(':')}Z`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
