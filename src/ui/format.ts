/** Numbers as they are written on screen: English, short, and never zero for something that is there. */

const ENGLISH = 'en-US';

/** What stands where there is no number. */
export const NOTHING = '–';

const whole = new Intl.NumberFormat(ENGLISH, { maximumFractionDigits: 0 });
const oneDigit = fixed(1);
const twoSignificant = new Intl.NumberFormat(ENGLISH, { maximumSignificantDigits: 2 });
const threeSignificant = new Intl.NumberFormat(ENGLISH, { maximumSignificantDigits: 3 });
const dollars = new Intl.NumberFormat(ENGLISH, { style: 'currency', currency: 'USD' });
const fineDollars = new Intl.NumberFormat(ENGLISH, {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumSignificantDigits: 2,
  minimumSignificantDigits: 2,
  roundingPriority: 'morePrecision',
});

function fixed(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(ENGLISH, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A whole number: `1,284`. */
export function formatCount(n: number): string {
  return whole.format(n);
}

/** A number as exact as three digits are: `2.4`, `0.05`, `1,280`. */
export function formatNumber(n: number): string {
  return Math.abs(n) >= 1000 ? whole.format(n) : threeSignificant.format(n);
}

/** A share from 0 to 1: `76%`. Less than all is never 100%, more than nothing never 0%. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < 1 && share > 0.999) return '>99.9%';
  const percent = share * 100;
  const isPlain = share === 0 || share === 1 || (percent >= 10 && percent < 99);
  return isPlain ? `${whole.format(percent)}%` : `${oneDigit.format(percent)}%`;
}

/** The share that `formatShare` writes, rounded as it rounds. */
export function shownShare(share: number): number {
  const percent = share * 100;
  return percent >= 10 && percent < 99 ? Math.round(percent) / 100 : Math.round(percent * 10) / 1000;
}

/** Least amount that is written out, in dollars. */
const LEAST_DOLLARS = 1e-7;

/** An amount in dollars: `$1.53`, `$0.41`, `$0.031`, `$0.0000012`. Only nothing at all is `$0`. */
export function formatMoney(usd: number): string {
  if (!Number.isFinite(usd)) return NOTHING;
  if (usd === 0) return '$0';
  if (Math.abs(usd) < LEAST_DOLLARS) return usd > 0 ? '<$0.0000001' : '>-$0.0000001';
  return Math.abs(usd) >= 0.1 ? dollars.format(usd) : fineDollars.format(usd);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time, in seconds: `480 ms`, `3.2 s`, `42 s`, `3 m 12 s`, `2 h 05 m`, `1 d 3 h`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return NOTHING;
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  if (seconds === 0) return '0 s';
  if (seconds < 0.0005) return '<1 ms';
  if (seconds < 0.9995) return `${whole.format(seconds * 1000)} ms`;
  if (seconds < 9.95) return `${oneDigit.format(seconds)} s`;
  const rounded = Math.round(seconds);
  if (rounded < MINUTE) return `${rounded} s`;
  if (rounded < HOUR) return `${Math.floor(rounded / MINUTE)} m ${pad(rounded % MINUTE)} s`;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes * MINUTE < DAY) return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} m`;
  const hours = Math.round(seconds / HOUR);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A round length of time, in whole seconds: `5 min`, `2 h`, `1 d`; what is not round as `formatDuration` has it. */
export function formatLength(seconds: number): string {
  if (seconds >= DAY && seconds % DAY === 0) return `${seconds / DAY} d`;
  if (seconds >= HOUR && seconds % HOUR === 0) return `${seconds / HOUR} h`;
  if (seconds >= MINUTE && seconds % MINUTE === 0) return `${seconds / MINUTE} min`;
  return formatDuration(seconds);
}

/** A rate: `2.4 /s`. */
export function formatRate(perSecond: number): string {
  return `${formatNumber(perSecond)} /s`;
}

/** A size, in megabytes of a million bytes: `330 MB`, `1.3 GB`, `2.1 TB`. */
export function formatMegabytes(megabytes: number): string {
  if (megabytes < 999.5) return `${threeSignificant.format(megabytes)} MB`;
  if (megabytes < 999_500) return `${threeSignificant.format(megabytes / 1000)} GB`;
  return `${formatNumber(megabytes / 1_000_000)} TB`;
}

/** A moment of the run, in seconds since its start: `02:44.6`, from an hour on `1:02:44`. */
export function formatClock(seconds: number): string {
  // Cut, not rounded: a clock does not show a moment that has not come.
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6));
  const all = Math.floor(tenths / 10);
  const minutes = Math.floor(all / MINUTE) % 60;
  const hours = Math.floor(all / HOUR);
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(all % MINUTE)}`;
  return `${pad(minutes)}:${pad(all % MINUTE)}.${tenths % 10}`;
}

/** A multiple: `30×`, `0.1×`. */
export function formatTimes(n: number): string {
  return `${twoSignificant.format(n)}×`;
}

/** A unit price in dollars, with every digit it has: `$0.0000004`. */
export function formatUnitPrice(usd: number): string {
  return usd === 0
    ? '$0'
    : new Intl.NumberFormat(ENGLISH, {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: 2,
        maximumFractionDigits: 12,
      }).format(usd);
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
