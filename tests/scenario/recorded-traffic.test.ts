/** Traffic of the reader: what a file may look like, how it is resampled, and that the clients keep to it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import {
  applyRecording,
  type CountRow,
  daysIn,
  MOST_ROWS,
  type RecordedTraffic,
  readRecordedTraffic,
  sentenceOfLine,
  toRecording,
} from '../../src/scenario/recorded-traffic.ts';
import { parseScenario, sentenceOf } from '../../src/scenario/schema.ts';
import { problemsOf } from '../support/problems.ts';
import { aTopologyWith } from '../support/topologies.ts';

/** Seconds since 1970 of this minute of 10 April 2014. */
function at(minute: number): number {
  return Date.UTC(2014, 3, 10, 0, minute) / 1000;
}

function rowsOf(csv: string): CountRow[] {
  const read = readRecordedTraffic(csv);
  if (!read.ok) throw new Error(read.problems.map(sentenceOfLine).join('; '));
  return read.rows;
}

function problemsIn(csv: string): string[] {
  const read = readRecordedTraffic(csv);
  return read.ok ? [] : read.problems.map(sentenceOfLine);
}

const plain = 'timestamp,value\n2014-04-10 00:00:00,94.0\n2014-04-10 00:05:00,56\n2014-04-10 00:10:00,0\n';
const read = {
  ok: true,
  rows: [
    { atSeconds: at(0), count: 94 },
    { atSeconds: at(5), count: 56 },
    { atSeconds: at(10), count: 0 },
  ],
  intervalSeconds: 300,
};

describe('a file', () => {
  it('is read row by row', () => {
    expect(readRecordedTraffic(plain)).toEqual({ ...read, notes: ['Line 1 is a header.'] });
  });

  it.each<[string, string]>([
    ['without a header', plain.slice(plain.indexOf('\n') + 1)],
    ['with the line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['with a mark of byte order', `\uFEFF${plain}`],
    ['with blank lines', `\n \n${plain.replaceAll('\n', '\n\n')}`],
    ['without a line end at the end', plain.trimEnd()],
    ['with quoted fields', plain.replace(/^(.*),(.*)$/gm, '"$1","$2"')],
    ['with spaces around the fields', plain.replaceAll(',', ' , ')],
    ['with T in the middle', plain.replaceAll('10 00', '10T00')],
    ['with times of a zone', plain.replaceAll(':00,', ':00Z,')],
    ['with times of a zone ahead, whose clock counts', plain.replaceAll(':00,', ':00+02:00,')],
    ['without seconds', plain.replaceAll(':00,', ',')],
    ['with seconds since 1970', `${at(0)},94\n${at(5)},56\n${at(10)},0`],
    ['with a mark of byte order and no header', `\uFEFF${plain.slice(plain.indexOf('\n') + 1)}`],
    ['with semicolons', plain.replaceAll(',', ';')],
    ['with semicolons and no header', plain.slice(plain.indexOf('\n') + 1).replaceAll(',', ';')],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['with tabs between quoted fields', plain.replace(/^(.*),(.*)$/gm, '"$1"\t"$2"')],
    [
      'with semicolons and a comma within the header',
      plain.replace('timestamp', '"time, local"').replace(/,(?=[\dv])/g, ';'),
    ],
    ['with exponents', plain.replace('94.0', '9.4e1')],
  ])('%s says the same', (_, csv) => {
    expect(readRecordedTraffic(csv)).toMatchObject(read);
  });

  it('may change its zone on the way, as in spring', () => {
    expect(
      rowsOf('2014-03-30T01:55:00+01:00,1\n2014-03-30T03:00:00+02:00,2').map(({ atSeconds }) => atSeconds),
    ).toEqual([Date.UTC(2014, 2, 30, 1, 55) / 1000, Date.UTC(2014, 2, 30, 2, 0) / 1000]);
  });

  it('has the most common step for its interval', () => {
    const csv = [0, 60, 120, 420, 481, 541].map((time) => `${time},1`).join('\n');
    expect(readRecordedTraffic(csv)).toMatchObject({
      intervalSeconds: 60,
      notes: [
        '1 row comes late: the count before covers the time.',
        '4 rows are missing: nothing is taken to come there.',
      ],
    });
  });

  it.each([['0,1\n60,1\n180,1'], ['0,1\n120,1\n180,1']])(
    'has the shorter of two steps that are equally common for its interval: %j',
    (csv) => {
      expect(readRecordedTraffic(csv)).toMatchObject({ intervalSeconds: 60 });
    },
  );

  it('has a row that comes half an interval late, but no more than that', () => {
    expect(readRecordedTraffic('0,1\n60,1\n120,1\n210,1')).toMatchObject({
      notes: ['1 row comes late: the count before covers the time.'],
    });
    expect(readRecordedTraffic('0,1\n60,1\n120,1\n211,1')).toMatchObject({
      notes: ['1 row is missing: nothing is taken to come there.'],
    });
  });

  it.each<[string, string, string]>([
    ['one field', '2014-04-10 00:05:00', 'two fields are wanted, timestamp and value'],
    ['three fields', '2014-04-10 00:05:00,5,5', 'two fields are wanted, timestamp and value'],
    ['a semicolon where the others have commas', '2014-04-10 00:05:00;5', 'two fields are wanted, timestamp and value'],
    ['an open quotation mark', '"2014-04-10 00:05:00,5', 'a quotation mark is not closed'],
    ['a quotation mark within a field', '2014-04-10 00:05:00,5"', 'a quotation mark is not closed'],
    [
      'a bad timestamp',
      '2014-04-31 00:05:00,5',
      'the timestamp is not like 2014-04-10 00:04:00, 2014-04-10T00:04:00Z or seconds since 1970',
    ],
    [
      'a second header',
      'timestamp,value',
      'the timestamp is not like 2014-04-10 00:04:00, 2014-04-10T00:04:00Z or seconds since 1970',
    ],
    ['no value', '2014-04-10 00:05:00,', 'the value is not a number'],
    ['a word for a value', '2014-04-10 00:05:00,many', 'the value is not a number'],
    ['a number in another base', '2014-04-10 00:05:00,0x10', 'the value is not a number'],
    ['a number without end', '2014-04-10 00:05:00,1e999', 'the value is not a number'],
    ['NaN', '2014-04-10 00:05:00,NaN', 'the value is not a number'],
    ['a negative value', '2014-04-10 00:05:00,-1', 'the value is negative'],
    ['the time of the row before', '2014-04-10 00:00:00,5', 'the row before has the same time'],
    ['an earlier time', '2014-04-09 23:59:00,5', 'the row before has a later time'],
    ['a zone where others have none', '2014-04-10T00:05:00Z,5', 'some timestamps name a zone and some do not'],
  ])('with %s is refused as a whole, by the number of the line', (_, row, reason) => {
    const csv = `timestamp,value\n2014-04-10 00:00:00,1\n\n${row}\n2014-04-10 00:10:00,1\n`;
    expect(readRecordedTraffic(csv)).toEqual({ ok: false, problems: [expect.objectContaining({ line: 4 })], more: 0 });
    expect(problemsIn(csv)).toEqual([`line 4 (${row}): ${reason}`]);
  });

  it('names every bad row, and cuts those that are long', () => {
    const long = `2014-04-10 00:05:00,${'9'.repeat(80)}x`;
    expect(problemsIn(`${plain}x,1\n${long}\n`)).toEqual([
      'line 5 (x,1): the timestamp is not like 2014-04-10 00:04:00, 2014-04-10T00:04:00Z or seconds since 1970',
      `line 6 (${long.slice(0, 59)}…): the value is not a number`,
    ]);
  });

  it('names fifty bad rows and counts the rest', () => {
    const csv = Array.from({ length: 80 }, (_, n) => `${n},x`).join('\n');
    expect(readRecordedTraffic(csv)).toMatchObject({ ok: false, problems: { length: 50 }, more: 30 });
  });

  it.each<[string, string, string]>([
    ['is empty', '', 'line 1: at least 2 rows with a time and a value are wanted'],
    ['has only a header', 'timestamp,value\n', 'line 2: at least 2 rows with a time and a value are wanted'],
    ['has only one row', '2014-04-10 00:00:00,1', 'line 1: at least 2 rows with a time and a value are wanted'],
  ])('that %s is too short', (_, csv, expected) => {
    expect(problemsIn(csv)).toEqual([expected]);
  });

  it('has at most two hundred thousand rows', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n},1`).join('\n');
    expect(readRecordedTraffic(rows(MOST_ROWS))).toMatchObject({ ok: true });
    expect(problemsIn(rows(MOST_ROWS + 1000))).toEqual([`line ${MOST_ROWS + 1}: at most 200000 rows are read`]);
  });

  it.each<[string, string]>([
    ['spaces before a quotation mark', `a${' '.repeat(300_000)}"`],
    ['spaces', `a${' '.repeat(300_000)}b`],
    ['quotation marks', '"'.repeat(300_001)],
    ['digits', `0,${'1'.repeat(300_000)}x`],
  ])('may have a line of very many %s, which takes no longer for it', (_, line) => {
    expect(readRecordedTraffic(`0,1\n${line}\n1,1`)).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });

  it('that is far too long is refused unread', () => {
    expect(problemsIn(' '.repeat(20_000_001))).toEqual(['line 1: at most 20000000 characters are read']);
  });
});

/** Two days of hourly counts: 1 an hour, but on the first day 13 at noon, and on the second 25 at 18 o'clock. */
const twoDays = Array.from({ length: 48 }, (_, hour): CountRow => {
  const atSeconds = at(0) + hour * 3600;
  return { atSeconds, count: hour === 12 ? 13 : hour === 42 ? 25 : 1 };
});

/** The mean number of uploads that a recording brings, bin by bin. */
function expectedPerBin({ recording, ratePerSecond }: RecordedTraffic): number[] {
  return recording.factors.map((factor) => factor * ratePerSecond * recording.binSeconds);
}

describe('a recording', () => {
  it('has a day in as many minutes as one likes', () => {
    const traffic = toRecording(twoDays, { fromDay: 0, days: 2, minutesPerDay: 4, meanUploadsPerSecond: 0.5 });
    expect(traffic).toMatchObject({
      recording: { binSeconds: 10, factors: { length: 48 } },
      ratePerSecond: 0.5,
      durationSeconds: 480,
      from: { countInFile: 84, countPerDay: [36, 48], timesFaster: 360 },
    });
    // But for the rounding of the factors to three decimals.
    expect(traffic.expectedUploads).toBeCloseTo(240, 0);
  });

  it('keeps the proportions of the counts, and so the peaks, where they were', () => {
    const { recording } = toRecording(twoDays, { fromDay: 0, days: 2, minutesPerDay: 4 });
    // The mean is 84 / 48 = 1.75 an hour.
    const ones = Array.from({ length: 48 }, () => 0.571);
    expect(recording.factors).toEqual(ones.with(12, 7.429).with(42, 14.286));
  });

  it('has its peak at about one upload a second where nothing is asked for', () => {
    const { recording, ratePerSecond } = toRecording(twoDays, { fromDay: 0, days: 2, minutesPerDay: 4 });
    expect(ratePerSecond).toBe(0.07);
    expect(Math.max(...recording.factors) * ratePerSecond).toBeCloseTo(1, 2);
  });

  it('takes the days that were asked for', () => {
    const traffic = toRecording(twoDays, { fromDay: 1, days: 1, minutesPerDay: 4 });
    expect(traffic.recording.factors).toHaveLength(24);
    expect(traffic.recording.factors.indexOf(Math.max(...traffic.recording.factors))).toBe(18);
    expect(traffic.from).toMatchObject({ countInFile: 84, countPerDay: [48] });
  });

  it('has bins of at least a second', () => {
    const { recording } = toRecording(twoDays, { fromDay: 0, days: 1, minutesPerDay: 0.1 });
    expect(recording).toMatchObject({ binSeconds: 1, factors: { length: 6 } });
    // Four hours a bin: the peak at noon is in the fourth.
    expect(recording.factors.indexOf(Math.max(...recording.factors))).toBe(3);
  });

  it('begins at midnight, however late the first row', () => {
    const afternoon = twoDays.slice(15, 18);
    const { recording } = toRecording(afternoon, { fromDay: 0, days: 1, minutesPerDay: 4, meanUploadsPerSecond: 1 });
    expect(recording.factors).toEqual(Array.from({ length: 24 }, (_, hour) => (hour >= 15 && hour < 18 ? 8 : 0)));
  });

  it('spreads a count up to a row that comes late, and leaves a gap where rows are missing', () => {
    // Every 5 minutes; the third row comes 2 minutes late, then two rows are missing.
    const rows = [0, 5, 12, 15, 30, 35].map((minute) => ({ atSeconds: at(minute), count: 60 }));
    const traffic = toRecording(rows, { fromDay: 0, days: 1, minutesPerDay: 1440, meanUploadsPerSecond: 1 });
    const perBin = expectedPerBin(traffic).slice(0, 9);
    const share = traffic.expectedUploads / 360;
    expect(traffic.recording.binSeconds).toBe(300);
    expect(perBin.map((each) => Math.round(each / share))).toEqual([
      60, // 0 to 5
      43, // five sevenths of the count that covers 5 to 12
      77, // the other two sevenths, and all of 12 to 15
      60, // 15 to 20
      0, // missing
      0,
      60,
      60,
      0,
    ]);
  });

  it('of nothing brings nothing', () => {
    const rows = twoDays.map(({ atSeconds }) => ({ atSeconds, count: 0 }));
    const traffic = toRecording(rows, { fromDay: 0, days: 2, minutesPerDay: 4 });
    expect(traffic).toMatchObject({ ratePerSecond: 0, expectedUploads: 0 });
    expect(new Set(traffic.recording.factors)).toEqual(new Set([0]));
  });

  it('takes two rows, a day and a rate at the edge of what is allowed', () => {
    const options = { fromDay: 0, days: 1, minutesPerDay: 43_200, meanUploadsPerSecond: 1000 };
    expect(toRecording(twoDays.slice(0, 2), options)).toMatchObject({
      durationSeconds: 2_592_000,
      ratePerSecond: 1000,
    });
    expect(() => toRecording(twoDays.slice(0, 1), options)).toThrow('there are 1 rows; allowed is at least 2');
  });

  it('counts the days that a file touches', () => {
    expect(daysIn(twoDays)).toBe(2);
    expect(daysIn(twoDays.slice(0, 24))).toBe(1);
    expect(daysIn(twoDays.slice(23, 25))).toBe(2);
  });

  it.each<[Partial<Parameters<typeof toRecording>[1]>, string]>([
    [{ fromDay: 2 }, 'fromDay is 2; allowed is a whole number from 0 to 1'],
    [{ fromDay: 0.5 }, 'fromDay is 0.5; allowed is a whole number from 0 to 1'],
    [{ fromDay: 1, days: 2 }, 'days is 2; allowed is a whole number from 1 to 1'],
    [{ days: 0 }, 'days is 0; allowed is a whole number from 1 to 2'],
    [{ minutesPerDay: 0 }, 'minutesPerDay is 0; allowed is a number from 0.01'],
    [
      { days: 2, minutesPerDay: 21_601 },
      'minutesPerDay is 21601; allowed is a number from 0.016666666666666666 to 21600',
    ],
    [{ minutesPerDay: Number.NaN }, 'minutesPerDay is NaN'],
    [{ meanUploadsPerSecond: 1000.5 }, 'meanUploadsPerSecond is 1000.5; allowed is a number from 0 to 1000'],
    [{ meanUploadsPerSecond: -1 }, 'meanUploadsPerSecond is -1; allowed is a number from 0 to 1000'],
  ])('is not made with %j', (options, message) => {
    expect(() => toRecording(twoDays, { fromDay: 0, days: 1, minutesPerDay: 5, ...options })).toThrow(message);
  });
});

describe('a scenario under recorded traffic', () => {
  const traffic = toRecording(twoDays, { fromDay: 0, days: 2, minutesPerDay: 4, meanUploadsPerSecond: 1 });

  it('is the same but for its client and its duration', () => {
    const scenario = newScenario('queued', {
      seed: 7,
      parameters: { users: { videoMinutes: { kind: 'constant', value: 1 } } },
    });
    expect(applyRecording(scenario, traffic)).toEqual({
      ...scenario,
      durationSeconds: 480,
      parameters: {
        users: {
          videoMinutes: { kind: 'constant', value: 1 },
          arrivals: 'recorded',
          ratePerSecond: 1,
          recording: traffic.recording,
        },
      },
    });
  });

  it.each(['monolith', 'queued'] as const)('is valid: %s', (stage) => {
    expect(problemsOf(applyRecording(newScenario(stage), traffic))).toEqual([]);
  });

  it('loses what would happen after its end, and faults last that would end there', () => {
    const crash = { kind: 'fault', fault: 'crash', target: 'step:process' } as const;
    const scenario = newScenario('queued', {
      durationSeconds: 1000,
      interventions: [
        { ...crash, atSeconds: 10, untilSeconds: 480 },
        { ...crash, atSeconds: 20, untilSeconds: 481 },
        { kind: 'upload', atSeconds: 480 },
        { kind: 'upload', atSeconds: 481 },
      ],
    });
    const applied = applyRecording(scenario, traffic);
    expect(applied.interventions).toEqual([
      { ...crash, atSeconds: 10, untilSeconds: 480 },
      { ...crash, atSeconds: 20 },
      { kind: 'upload', atSeconds: 480 },
    ]);
    expect(problemsOf(applied)).toEqual([]);
  });

  it('has it at the client that is named', () => {
    const parsed = parseScenario(
      aTopologyWith(
        [['topology', 'nodes', 6], { id: 'others', kind: 'client' }],
        [['topology', 'links', 6], { from: 'others', to: 'web' }],
      ),
    );
    if (!parsed.ok) throw new Error(parsed.problems.map(sentenceOf).join('; '));
    const { scenario } = parsed;
    expect(Object.keys(applyRecording(scenario, traffic, 'others').parameters)).toEqual(['others']);
    expect(Object.keys(applyRecording(scenario, traffic).parameters)).toEqual(['people']);
  });

  it('needs a client', () => {
    expect(() => applyRecording(newScenario('queued'), traffic, 'fleet')).toThrow('there is no client "fleet"');
  });

  it('sees as many uploads as are to be expected, when they are', () => {
    // Chance of Poisson: 480 expected, so within four times its root, 88, but once in fifteen thousand seeds.
    const scenario = applyRecording(newScenario('monolith', { seed: 3 }), traffic);
    const world = createSimulation(scenario);
    world.runUntil(seconds(480));
    expect(traffic.expectedUploads).toBeCloseTo(480, 0);
    expect(Math.abs(world.uploads.count - 480)).toBeLessThan(88);
    const atPeak = uploadsBetween(scenario, 420, 430);
    expect(Math.abs(atPeak - 143)).toBeLessThan(48);
  });
});

/** How many uploads start between two times. */
function uploadsBetween(scenario: Parameters<typeof createSimulation>[0], from: number, to: number): number {
  const world = createSimulation(scenario);
  world.runUntil(seconds(from));
  const before = world.uploads.count;
  world.runUntil(seconds(to));
  return world.uploads.count - before;
}

const shared = new URL('../../../shared/data/elb-request-count.csv', import.meta.url);

describe('the counts of a real load balancer', () => {
  // Where the file is not beside the project, one of the same form stands in for it.
  const isThere = existsSync(shared);
  const csv = isThere ? readFileSync(shared, 'utf8') : standIn();

  it(`are read whole (${isThere ? 'the shared file' : 'a stand-in, as the shared file is not there'})`, () => {
    const whole = readRecordedTraffic(csv);
    expect(whole).toMatchObject({
      ok: true,
      rows: { length: 4032 },
      intervalSeconds: 300,
      notes: ['Line 1 is a header.', '8 rows are missing: nothing is taken to come there.'],
    });
  });

  it('touch fifteen days, of which a day fits five minutes', () => {
    const rows = rowsOf(csv);
    expect(daysIn(rows)).toBe(15);
    const traffic = toRecording(rows, { fromDay: 0, days: 14, minutesPerDay: 5 });
    expect(traffic.recording.factors).toHaveLength(14 * 288);
    expect(traffic.durationSeconds).toBe(4200);
    expect(Math.max(...traffic.recording.factors) * traffic.ratePerSecond).toBeCloseTo(1, 1);
    const kept = traffic.from.countPerDay.reduce((total, count) => total + count, 0);
    const last = rows.filter(({ atSeconds }) => atSeconds >= Date.UTC(2014, 3, 24) / 1000);
    // All but what came after the last midnight, of which four minutes belong to the row before it.
    expect(traffic.from.countInFile - kept).toBeLessThan(last.reduce((total, { count }) => total + count, 0) + 656);
    expect(problemsOf(applyRecording(newScenario('queued'), traffic))).toEqual([]);
  });
});

/** Fourteen days of counts every five minutes with eight rows missing, high by day and low by night. */
function standIn(): string {
  const rows = ['timestamp,value'];
  for (let n = 0; rows.length < 4033; n += 1) {
    if (n % 500 === 499) continue;
    const time = new Date((at(4) + n * 300) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const hour = ((n + 1) % 288) / 12;
    rows.push(`${time},${Math.round(60 + 50 * Math.sin(((hour - 8) / 12) * Math.PI))}.0`);
  }
  return rows.join('\n');
}
