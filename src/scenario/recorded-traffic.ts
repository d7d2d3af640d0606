/**
 * "Bring your own traffic": reads counts per interval, as monitoring services export them, and makes them into a
 * Poisson process whose rate goes up and down with them, a day of the file in a chosen number of minutes.
 *
 * What separates the fields: a comma, a semicolon or a tab, whichever comes first in the first line that is not blank.
 * A comma within a value is not read as a decimal point, because it may as well stand between thousands.
 *
 * What a count covers: from its time to the next row, so that a row that comes a little late stretches the one before.
 * If the next row is more than one and a half intervals away, rows are missing: the count covers its own interval, and
 * after it nothing came. So no count is lost or made up.
 */
import type { Recording } from '../models/parameters.ts';
import { cut } from '../text/wording.ts';
import { nodesOf } from './create-simulation.ts';
import { LONGEST_RUN_SECONDS, MOST_BINS } from './limits.ts';
import type { Intervention, Scenario } from './scenario.ts';
import { readTimestamp, type Timestamp } from './timestamp.ts';

/** How many there were from a time on. */
export interface CountRow {
  /** Seconds since 1970 by the clock of the file's first row, so that days begin at its midnight. */
  atSeconds: number;
  count: number;
}

/** Why a row cannot be read. */
export type LineReason =
  | 'fields'
  | 'quote'
  | 'timestamp'
  | 'zone'
  | 'not-a-number'
  | 'negative'
  | 'duplicate'
  | 'out-of-order'
  | 'too-few-rows'
  | 'too-many-rows'
  | 'too-long';

export interface LineProblem {
  /** From 1 on. */
  line: number;
  /** What stands there, cut to a readable length. */
  text: string;
  reason: LineReason;
}

export type ReadTraffic =
  | { ok: true; rows: CountRow[]; intervalSeconds: number; notes: string[] }
  /** `more` counts bad rows beyond the first fifty, which are not listed. */
  | { ok: false; problems: LineProblem[]; more: number };

const LEAST_ROWS = 2;
export const MOST_ROWS = 200_000;
/** Characters of a file; a row takes about thirty. Our choice. */
const MOST_CHARACTERS = 20_000_000;
/** Bad rows that are listed. Our choice. */
const MOST_LISTED = 50;
/** A row this many intervals after the one before is late; beyond, rows are missing. Our choice: nearer to one than two. */
const LATE = 1.5;

/** A count as text. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Characters of a count. Our choice: more than any number needs that a program writes. */
const LONGEST_NUMBER = 40;

const SECONDS_PER_DAY = 86_400;

const reasons: Readonly<Record<LineReason, string>> = {
  fields: 'two fields are wanted, timestamp and value',
  quote: 'a quotation mark is not closed',
  timestamp: 'the timestamp is not like 2014-04-10 00:04:00, 2014-04-10T00:04:00Z or seconds since 1970',
  zone: 'some timestamps name a zone and some do not',
  'not-a-number': 'the value is not a number',
  negative: 'the value is negative',
  duplicate: 'the row before has the same time',
  'out-of-order': 'the row before has a later time',
  'too-few-rows': `at least ${LEAST_ROWS} rows with a time and a value are wanted`,
  'too-many-rows': `at most ${MOST_ROWS} rows are read`,
  'too-long': `at most ${MOST_CHARACTERS} characters are read`,
};

/** A bad row as a sentence without its full stop. */
export function sentenceOfLine({ line, text, reason }: LineProblem): string {
  return `line ${line}${text === '' ? '' : ` (${text})`}: ${reasons[reason]}`;
}

/** Reads `timestamp,value` rows, or with semicolons or tabs in place of the commas. If anything is wrong with any of them, the result is what is wrong, and no row. */
export function readRecordedTraffic(csv: string): ReadTraffic {
  if (csv.length > MOST_CHARACTERS)
    return { ok: false, problems: [{ line: 1, text: '', reason: 'too-long' }], more: 0 };
  const reader = new RowReader();
  let line = 0;
  for (let start = csv.startsWith('\uFEFF') ? 1 : 0; start <= csv.length && !reader.isFull; ) {
    const newline = csv.indexOf('\n', start);
    const end = newline < 0 ? csv.length : newline;
    line += 1;
    reader.read(csv.slice(start, end).trim(), line);
    start = end + 1;
  }
  return reader.result(line);
}

class RowReader {
  readonly #rows: CountRow[] = [];
  readonly #notes: string[] = [];
  readonly #problems: LineProblem[] = [];
  #more = 0;
  /** Null before the first line that is not blank. */
  #separator: Separator | null = null;
  /** Of the first row. */
  #offsetSeconds: number | null = null;

  get isFull(): boolean {
    return this.#problems.at(-1)?.reason === 'too-many-rows';
  }

  read(text: string, line: number): void {
    if (text === '') return;
    const isFirst = this.#separator === null;
    this.#separator ??= separatorOf(text);
    const fields = fieldsOf(text, this.#separator);
    if (isFirst && fields?.every((field) => /^\p{L}/u.test(field))) {
      this.#notes.push(`Line ${line} is a header.`);
      return;
    }
    const row = this.#rowOf(fields);
    if (typeof row !== 'string') this.#rows.push(row);
    else if (this.#problems.length < MOST_LISTED) this.#problems.push({ line, text: cut(text), reason: row });
    else this.#more += 1;
    if (this.#rows.length > MOST_ROWS) this.#problems.push({ line, text: '', reason: 'too-many-rows' });
  }

  result(lastLine: number): ReadTraffic {
    if (this.#problems.length === 0 && this.#rows.length < LEAST_ROWS) {
      this.#problems.push({ line: lastLine, text: '', reason: 'too-few-rows' });
    }
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems, more: this.#more };
    const intervalSeconds = intervalOf(this.#rows);
    const notes = [...this.#notes, ...notesOn(this.#rows, intervalSeconds)];
    return { ok: true, rows: this.#rows, intervalSeconds, notes };
  }

  #rowOf(fields: readonly string[] | null): CountRow | LineReason {
    if (fields === null) return 'quote';
    const [time, value, ...others] = fields;
    if (time === undefined || value === undefined || others.length > 0) return 'fields';
    const timestamp = readTimestamp(time);
    if (timestamp === null) return 'timestamp';
    const atSeconds = this.#byClockOfFirst(timestamp);
    if (atSeconds === null) return 'zone';
    if (value.length > LONGEST_NUMBER || !decimal.test(value)) return 'not-a-number';
    const count = Number(value);
    if (!Number.isFinite(count)) return 'not-a-number';
    if (count < 0) return 'negative';
    const before = this.#rows.at(-1)?.atSeconds ?? Number.NEGATIVE_INFINITY;
    if (atSeconds === before) return 'duplicate';
    if (atSeconds < before) return 'out-of-order';
    return { atSeconds, count: count + 0 };
  }

  #byClockOfFirst({ localSeconds, offsetSeconds }: Timestamp): number | null {
    if (this.#rows.length === 0) this.#offsetSeconds = offsetSeconds;
    if ((offsetSeconds === null) !== (this.#offsetSeconds === null)) return null;
    return localSeconds - (offsetSeconds ?? 0) + (this.#offsetSeconds ?? 0);
  }
}

type Separator = ',' | ';' | '\t';

/** The first separator of a line that stands outside quotation marks; a comma if there is none. */
function separatorOf(line: string): Separator {
  const found = /[,;\t]/.exec(line.replaceAll(/"[^"]*"/g, ''))?.[0];
  return found === ';' || found === '\t' ? found : ',';
}

/** A field and the separator after it. Each takes time in proportion to the line, whatever stands there. */
const fieldPatterns: Readonly<Record<Separator, RegExp>> = {
  ',': /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^",]*))(?:,|$)/y,
  ';': /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^";]*))(?:;|$)/y,
  '\t': /(?: *"((?:[^"]|"")*)" *|([^"\t]*))(?:\t|$)/y,
};

/** The fields of a line, without their quotation marks; null if one is not closed or stands within a field. */
function fieldsOf(line: string, separator: Separator): string[] | null {
  const fields: string[] = [];
  const field = fieldPatterns[separator];
  field.lastIndex = 0;
  while (field.lastIndex < line.length) {
    const found = field.exec(line);
    if (found === null) return null;
    fields.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (field.lastIndex === line.length && !found[0].endsWith(separator)) return fields;
  }
  return [...fields, ''];
}

/** The most common step from row to row; of equally common ones the shortest. */
function intervalOf(rows: readonly CountRow[]): number {
  const times = new Map<number, number>();
  for (const step of stepsOf(rows)) times.set(step, (times.get(step) ?? 0) + 1);
  return [...times].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  )[0];
}

/** Seconds from each row to the next. */
function stepsOf(rows: readonly CountRow[]): number[] {
  // To the microsecond, so that fractions of a second written in decimals give equal steps.
  return rows.slice(1).map((row, n) => Math.round((row.atSeconds - (rows[n] as CountRow).atSeconds) * 1e6) / 1e6);
}

function notesOn(rows: readonly CountRow[], intervalSeconds: number): string[] {
  let late = 0;
  let missing = 0;
  for (const step of stepsOf(rows)) {
    if (step > LATE * intervalSeconds) missing += Math.max(1, Math.round(step / intervalSeconds) - 1);
    else if (step > intervalSeconds) late += 1;
  }
  const notes: string[] = [];
  if (late > 0) notes.push(`${late} ${late === 1 ? 'row comes' : 'rows come'} late: the count before covers the time.`);
  if (missing > 0)
    notes.push(`${missing} ${missing === 1 ? 'row is' : 'rows are'} missing: nothing is taken to come there.`);
  return notes;
}

export interface RecordingOptions {
  /** The first day to take, from 0 on; day 0 is that of the first row, from midnight on. */
  fromDay: number;
  /** How many days to take, at least 1. */
  days: number;
  /** How long a day of the file lasts in the run. 1,440 is as it was. */
  minutesPerDay: number;
  /** Uploads per second of the run on average, 0 to 1,000; without it, such that the peak is about 1 per second. */
  meanUploadsPerSecond?: number;
}

/** Traffic that is ready for a client, and what it was scaled from. */
export interface RecordedTraffic {
  recording: Recording;
  /** Mean over the whole run. */
  ratePerSecond: number;
  durationSeconds: number;
  /** How many uploads are to be expected; chance decides how many there are. */
  expectedUploads: number;
  from: {
    /** Sum of all counts of the file. */
    countInFile: number;
    /** Sum of the counts of each day taken. */
    countPerDay: number[];
    /** How many times faster than it was. */
    timesFaster: number;
  };
}

/** How many days the rows touch: what `fromDay` and `days` may choose from. */
export function daysIn(rows: readonly CountRow[]): number {
  return dayOf(rows.at(-1)) - dayOf(rows[0]) + 1;
}

function dayOf(row: CountRow | undefined): number {
  return Math.floor((row?.atSeconds ?? 0) / SECONDS_PER_DAY);
}

/** Makes rows, as `readRecordedTraffic` returns them, into traffic. Throws a RangeError on options out of range. */
export function toRecording(rows: readonly CountRow[], options: RecordingOptions): RecordedTraffic {
  const { fromDay, days, minutesPerDay, meanUploadsPerSecond } = options;
  requireOptions(rows, options);
  const intervalSeconds = intervalOf(rows);
  const daySeconds = minutesPerDay * 60;
  // As fine as the file, but bins of at least a second, and no more of them than a scenario may have.
  const binsPerDay = Math.max(1, Math.floor(Math.min(SECONDS_PER_DAY / intervalSeconds, daySeconds, MOST_BINS / days)));
  const start = (dayOf(rows[0]) + fromDay) * SECONDS_PER_DAY;
  const counts = countsPerBin(rows, intervalSeconds, start, SECONDS_PER_DAY / binsPerDay, days * binsPerDay);
  const countInWindow = sum(counts);
  const mean = countInWindow / counts.length;
  const factors = counts.map((count) => (mean === 0 ? 0 : Math.round((count / mean) * 1000) / 1000));
  const binSeconds = daySeconds / binsPerDay;
  const peak = factors.reduce((most, factor) => Math.max(most, factor), 0);
  const ratePerSecond = meanUploadsPerSecond ?? (peak === 0 ? 0 : Number((1 / peak).toPrecision(3)));
  return {
    recording: { binSeconds, factors },
    ratePerSecond,
    durationSeconds: days * daySeconds,
    expectedUploads: ratePerSecond * binSeconds * sum(factors),
    from: {
      countInFile: sum(rows.map(({ count }) => count)),
      countPerDay: Array.from({ length: days }, (_, day) =>
        sum(counts.slice(day * binsPerDay, (day + 1) * binsPerDay)),
      ),
      timesFaster: SECONDS_PER_DAY / daySeconds,
    },
  };
}

function requireOptions(rows: readonly CountRow[], options: RecordingOptions): void {
  const { fromDay, days, minutesPerDay, meanUploadsPerSecond } = options;
  const require = (holds: boolean, name: keyof RecordingOptions, allowed: string): void => {
    if (!holds) throw new RangeError(`${name} is ${options[name]}; allowed is ${allowed}`);
  };
  if (rows.length < LEAST_ROWS)
    throw new RangeError(`there are ${rows.length} rows; allowed is at least ${LEAST_ROWS}`);
  const last = daysIn(rows) - 1;
  require(Number.isInteger(fromDay) && fromDay >= 0 && fromDay <= last, 'fromDay', `a whole number from 0 to ${last}`);
  const left = last - fromDay + 1;
  require(Number.isInteger(days) && days >= 1 && days <= left, 'days', `a whole number from 1 to ${left}`);
  const most = LONGEST_RUN_SECONDS / 60 / days;
  require(minutesPerDay * 60 >= 1 && minutesPerDay <= most, 'minutesPerDay', `a number from ${1 / 60} to ${most}`);
  if (meanUploadsPerSecond === undefined) return;
  const isRate = meanUploadsPerSecond >= 0 && meanUploadsPerSecond <= 1000;
  require(isRate, 'meanUploadsPerSecond', 'a number from 0 to 1000');
}

/** Spreads each count evenly over the time it covers, and adds up what falls into each bin from `start` on. */
function countsPerBin(
  rows: readonly CountRow[],
  intervalSeconds: number,
  start: number,
  binSeconds: number,
  bins: number,
): number[] {
  const counts = new Array<number>(bins).fill(0);
  rows.forEach(({ atSeconds, count }, n) => {
    const step = (rows[n + 1]?.atSeconds ?? Number.POSITIVE_INFINITY) - atSeconds;
    const covers = step > LATE * intervalSeconds ? intervalSeconds : step;
    const from = Math.max(0, (atSeconds - start) / binSeconds);
    const to = Math.min(bins, (atSeconds + covers - start) / binSeconds);
    for (let bin = Math.floor(from); bin < to; bin += 1) {
      const share = ((Math.min(to, bin + 1) - Math.max(from, bin)) * binSeconds) / covers;
      counts[bin] = (counts[bin] as number) + count * share;
    }
  });
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * The scenario under this traffic and for as long as it lasts. It comes to one client: the one named, else the first.
 * What would happen after the new end is left out; a fault that would end after it lasts.
 */
export function applyRecording<S extends Scenario>(scenario: S, traffic: RecordedTraffic, client?: string): S {
  const { recording, ratePerSecond, durationSeconds } = traffic;
  const found = nodesOf(scenario).find(({ id, kind }) => kind === 'client' && (client === undefined || id === client));
  if (found === undefined)
    throw new Error(client === undefined ? 'there is no client' : `there is no client "${client}"`);
  const params = { ...scenario.parameters[found.id], arrivals: 'recorded', ratePerSecond, recording };
  return {
    ...scenario,
    durationSeconds,
    parameters: { ...scenario.parameters, [found.id]: params },
    interventions: scenario.interventions.flatMap((each) => within(each, durationSeconds)),
  };
}

function within(intervention: Intervention, durationSeconds: number): Intervention[] {
  if (intervention.atSeconds > durationSeconds) return [];
  if (intervention.kind !== 'fault' || (intervention.untilSeconds ?? 0) <= durationSeconds) return [intervention];
  const { untilSeconds: _, ...lasting } = intervention;
  return [lasting];
}
