/** Times as clocks show them, in UTC and elsewhere. Only for showing: whoever computes, computes in UTC. */
import { daysSince1970, SECONDS_PER_DAY } from '../../../engine/civil-date.ts';

export const UTC = 'UTC';

/** The zone in which the reader's own clock runs. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? UTC;
}

/** Every zone that the browser knows, in order. */
export function allZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/** `America/New_York` as one reads it: the city with its spaces. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, made);
  return made;
}

const toTheMinute = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/**
 * `Fri 4 Jan, 23:56` of seconds since 1970; with seconds where the time has some, and with its year where that is another
 * than at `besides`.
 */
export function momentText(zone: string, seconds: number, besides: number): string {
  const year = formatOf(zone, { year: 'numeric' });
  const isOther = year.format(seconds * 1000) !== year.format(besides * 1000);
  return formatOf(zone, {
    ...toTheMinute,
    ...(seconds % 60 === 0 ? {} : { second: '2-digit' }),
    ...(isOther ? { year: 'numeric' } : {}),
  })
    .format(seconds * 1000)
    .replace(',', '');
}

/** `23:56`. */
export function clockText(zone: string, seconds: number): string {
  return formatOf(zone, { hour: '2-digit', minute: '2-digit' }).format(seconds * 1000);
}

/** `Sat, 5 Jan`. */
export function dayText(zone: string, seconds: number): string {
  return formatOf(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(seconds * 1000);
}

/** `January 2030`. */
export function monthText(seconds: number): string {
  return formatOf(UTC, { month: 'long', year: 'numeric' }).format(seconds * 1000);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in minutes. */
export function aheadMinutes(zone: string, seconds: number): number {
  const format = formatOf(zone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(
    format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = daysSince1970(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
  return Math.round((shown - seconds) / 60);
}

/** `+1:00`, `−3:30`, `±0:00`. */
export function aheadText(minutes: number): string {
  const sign = minutes > 0 ? '+' : minutes < 0 ? '−' : '±';
  const size = Math.abs(minutes);
  return `${sign}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
