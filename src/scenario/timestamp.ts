/** Reads points in time as monitoring services write them, without any calendar of the browser. */

export interface Timestamp {
  /** Seconds since 1970 of its own clock: of its zone, or of whatever clock it was written by. */
  localSeconds: number;
  /** How far its clock is ahead of UTC; null where no zone is named. */
  offsetSeconds: number | null;
}

const SECONDS_PER_DAY = 86_400;

const dateAndTime =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))? ?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2}))?$/;

/** Ten digits last until the year 2286; thirteen would be milliseconds. */
const epochSeconds = /^\d{1,10}(?:\.\d{1,9})?$/;

/**
 * `YYYY-MM-DD HH:MM[:SS]`, also with `T` in the middle and with `Z` or an offset such as `+02:00` at the end, or seconds
 * since 1970. Null for anything else, such as a thirtieth of February.
 */
export function readTimestamp(text: string): Timestamp | null {
  if (epochSeconds.test(text)) return { localSeconds: Number(text), offsetSeconds: 0 };
  const parts = dateAndTime.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = Number(parts[6] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second >= 60) return null;
  const localSeconds = daysSince1970(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
  if (parts[7] !== undefined) return { localSeconds, offsetSeconds: 0 };
  if (parts[8] === undefined) return { localSeconds, offsetSeconds: null };
  const [hours, minutes] = [Number(parts[9]), Number(parts[10])];
  // The farthest zone is 14 hours ahead of UTC.
  if (hours > 14 || minutes > 59) return null;
  return { localSeconds, offsetSeconds: (hours * 3600 + minutes * 60) * (parts[8] === '-' ? -1 : 1) };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 in the Gregorian calendar; years begin in March here, so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** Days from the first of March of the year 0 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;
