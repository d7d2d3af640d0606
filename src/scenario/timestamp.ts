/** Reads points in time as monitoring services write them, without any calendar of the browser. */
import { daysInMonth, daysSince1970, SECONDS_PER_DAY } from '../engine/civil-date.ts';

export interface Timestamp {
  /** Seconds since 1970 of its own clock: of its zone, or of whatever clock it was written by. */
  localSeconds: number;
  /** How far its clock is ahead of UTC; null where no zone is named. */
  offsetSeconds: number | null;
}

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
