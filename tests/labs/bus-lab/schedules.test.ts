/** What the instrument of the schedules works out: where an expression is wrong, what it says, when it is due in a run. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/engine/time.ts';
import { TraceRecorder } from '../../../src/engine/trace.ts';
import { cronWords } from '../../../src/labs/bus-lab/schedules/cron-words.ts';
import {
  beganAt,
  type Due,
  dueTimes,
  faredUntil,
  startOf,
  stretchAt,
  stretchesOf,
} from '../../../src/labs/bus-lab/schedules/due-times.ts';
import {
  fieldsOf,
  formOf,
  placeOf,
  rateOf,
  rateText,
  withField,
} from '../../../src/labs/bus-lab/schedules/expression.ts';
import {
  aheadMinutes,
  aheadText,
  allZones,
  clockText,
  dayText,
  momentText,
  monthText,
  zoneName,
} from '../../../src/labs/bus-lab/schedules/zones.ts';
import { parseSchedule } from '../../../src/models/event-bus/schedule/schedule.ts';
import { createSimulation } from '../../../src/scenario/create-simulation.ts';
import { newScenario, type Overrides } from '../../../src/scenario/new-scenario.ts';
import type { Intervention } from '../../../src/scenario/scenario.ts';
import { scheduleRules } from '../../../src/stages/bus-lab/schedules.ts';
import { text } from '../../../src/text/text.ts';
import type { Say } from '../../../src/ui/use-text.ts';

const say: Say = (key, ...args) => text('neutral', key, ...args);

/** What is marked in an expression, problem by problem. */
const marked = (expression: string): string[] =>
  parseSchedule(expression).problems.map((problem) => {
    const { from, to } = placeOf(expression, problem);
    return expression.slice(from, to);
  });

describe('the place of what is wrong', () => {
  it.each([
    ['rate(1 minutes)', ['minutes']],
    ['rate(5 minute)', ['minute']],
    ['rate(30 seconds)', ['seconds']],
    ['rate(0 minutes)', ['0']],
    ['rate(five hours)', ['five']],
    ['rate(5)', ['5']],
    ['every minute', ['every minute']],
    ['', ['']],
    ['at(2030-01-31T18:00:00)', ['at(2030-01-31T18:00:00)']],
    ['cron(0 18 * *)', ['0 18 * *']],
    ['cron(60 18 ? * MON-FRI *)', ['60']],
    ['cron(0 18 ? * MON-FRX *)', ['FRX']],
    ['cron(0 18 ? * mon-frx *)', ['frx']],
    ['cron(0 18 * * MON-FRI *)', ['MON-FRI']],
    ['cron(5,70 25 1 * ? *)', ['70', '25']],
    // The second 5 is wrong, not the first that looks like it.
    ['cron(15,5x,5 0 ? * * *)', ['5x']],
  ])('%s', (expression, wrong) => {
    expect(marked(expression)).toEqual(wrong);
  });

  it('is told of an expression that can be followed nowhere', () => {
    expect(marked('cron(0 18 ? * MON-FRI *)')).toEqual([]);
  });
});

describe('the parts of an expression', () => {
  it('are the fields of its form with their places', () => {
    expect(fieldsOf('rate(5 minutes)')).toEqual([
      { name: 'value', text: '5', from: 5, to: 6 },
      { name: 'unit', text: 'minutes', from: 7, to: 14 },
    ]);
    expect(fieldsOf('cron(0  18 ? * * * 7)').map(({ name, from }) => [name, from])).toEqual([
      ['minutes', 5],
      ['hours', 8],
      ['day-of-month', 11],
      ['month', 13],
      ['day-of-week', 15],
      ['year', 17],
      ['expression', 19],
    ]);
    expect(formOf('at(2030-01-31T18:00:00)')).toBeNull();
  });

  it('can be written one by one, and what is missing is everything', () => {
    expect(withField('cron(0 18 ? * MON-FRI *)', 'hours', '9-17')).toBe('cron(0 9-17 ? * MON-FRI *)');
    expect(withField('cron(0 18)', 'day-of-week', '?')).toBe('cron(0 18 * * ? *)');
  });

  it('put an s to the unit where there are more than one', () => {
    expect([rateText(1, 'hour'), rateText(2, 'hour')]).toEqual(['rate(1 hour)', 'rate(2 hours)']);
    expect(parseSchedule(rateText(1, 'day')).problems).toEqual([]);
    expect(parseSchedule(rateText(12, 'day')).problems).toEqual([]);
    // What is wrong only by its s can still be turned.
    expect(rateOf('rate(1 minutes)')).toEqual({ value: 1, unit: 'minute' });
    expect(rateOf('rate(x minutes)')).toBeNull();
    expect(rateOf('cron(0 18 ? * * *)')).toBeNull();
  });
});

describe('a calendar in words', () => {
  const words = (expression: string) => {
    const { schedule } = parseSchedule(expression);
    if (schedule?.kind !== 'cron') throw new Error(`"${expression}" is no calendar`);
    return Object.values(cronWords(schedule, say));
  };
  const other = 'as the other field of days says';

  it.each([
    ['cron(* * ? * * *)', ['every minute', 'every hour', other, 'every month', 'every day', 'every year']],
    ['cron(0 9-17 ? * MON-FRI *)', ['0', '9 to 17', other, 'every month', 'Monday to Friday', 'every year']],
    [
      'cron(0/5 6,18 ? JAN,JUN FRI 2030)',
      ['0, 5, 10, 15 and 8 more', '6, 18', other, 'January, June', 'Friday', '2030'],
    ],
    ['cron(0 0 L * ? *)', ['0', '0', 'the last day of the month', 'every month', other, 'every year']],
    ['cron(0 0 L-2 * ? *)', ['0', '0', '2 days before the last of the month', 'every month', other, 'every year']],
    ['cron(0 0 LW * ? *)', ['0', '0', 'the last weekday of the month', 'every month', other, 'every year']],
    ['cron(0 0 15W * ? *)', ['0', '0', 'the weekday nearest to day 15', 'every month', other, 'every year']],
    ['cron(0 0 ? * 6L *)', ['0', '0', other, 'every month', 'the last Friday of the month', 'every year']],
    ['cron(0 0 ? * 6#3 *)', ['0', '0', other, 'every month', 'Friday, number 3 of the month', 'every year']],
  ])('%s', (expression, said) => {
    expect(words(expression)).toEqual(said);
  });
});

/** The bench, its facts, and what was due in it. */
function run(overrides: Overrides = {}) {
  const scenario = newScenario('bus-schedules', overrides);
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  const facts = recorder.take();
  return { scenario, facts, due: dueTimes(scenario, 'lab-bus', facts) };
}

const ofRule = (due: readonly Due[], rule: string): readonly Due[] => due.filter((each) => each.rule === rule);
const rulesAt = (atSeconds: number, rules: ReturnType<typeof scheduleRules>): Intervention => ({
  kind: 'set',
  target: 'lab-bus',
  parameter: 'rules',
  value: rules,
  atSeconds,
});

describe('what is due in a run', () => {
  it('is worked out from the rules, and fired for by the run, late by no more than it may be', () => {
    const { due } = run();
    expect(ofRule(due, 'sweep').map(({ at }) => at)).toEqual([60, 120, 180, 240, 300, 360, 420, 480, 540, 600]);
    expect(ofRule(due, 'report').map(({ at }) => at)).toEqual([40, 100, 160, 220]);
    // The last is due as the run ends.
    for (const { at, firedAt } of due.filter((each) => each.at < 590)) {
      expect(firedAt).toBeGreaterThanOrEqual(at);
      expect(firedAt).toBeLessThanOrEqual(at + 10);
    }
  });

  it('is fired for on the second where nothing is late', () => {
    const { due } = run({ parameters: { 'lab-bus': { scheduleJitterSeconds: 0 } } });
    expect(due.filter(({ at }) => at < 600).map(({ at, firedAt }) => [at, firedAt])).toEqual(
      due.filter(({ at }) => at < 600).map(({ at }) => [at, at]),
    );
  });

  it('changes with the rules while the run goes on, and a rate that was there before goes on counting', () => {
    const { due, scenario } = run({
      parameters: { 'lab-bus': { scheduleJitterSeconds: 0 } },
      interventions: [rulesAt(95, scheduleRules('rate(1 minute)', 'rate(2 minutes)'))],
    });
    expect(ofRule(due, 'sweep').map(({ at }) => at)).toEqual([60, 120, 180, 240, 300, 360, 420, 480, 540, 600]);
    expect(ofRule(due, 'report').map(({ at }) => at)).toEqual([40, 215, 335, 455, 575]);
    expect(due.filter(({ at }) => at < 600).every(({ at, firedAt }) => at === firedAt)).toBe(true);
    const stretches = stretchesOf(scenario, 'lab-bus');
    const [sweep, report] = stretchAt(stretches, 200).rules;
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 95],
      [95, 600],
    ]);
    expect(sweep && beganAt(stretchAt(stretches, 200), sweep, 200)).toBe(0);
    expect(report && beganAt(stretchAt(stretches, 200), report, 200)).toBe(95);
  });

  it('leaves out a rule that is off, which begins anew when it is on again', () => {
    const [sweep, report] = scheduleRules('rate(1 minute)', 'cron(* * ? * MON-FRI *)');
    const { due } = run({
      parameters: { 'lab-bus': { scheduleJitterSeconds: 0 } },
      interventions: [
        { ...rulesAt(70, scheduleRules('', '')), value: [{ ...sweep, enabled: false }, report] } as Intervention,
        { ...rulesAt(200, scheduleRules('', '')), value: [sweep, report] } as Intervention,
      ],
    });
    const swept = ofRule(due, 'sweep').filter(({ at }) => at < 600);
    expect(swept.map(({ at }) => at)).toEqual([60, 260, 320, 380, 440, 500, 560]);
    expect(swept.every(({ at, firedAt }) => at === firedAt)).toBe(true);
  });

  it('says how a rule fared up to a moment, and what it let go by', () => {
    const due: Due[] = [
      { rule: 'a', at: 60, firedAt: 63 },
      { rule: 'a', at: 120, firedAt: 121 },
      { rule: 'a', at: 180, firedAt: null },
      { rule: 'a', at: 240, firedAt: 245 },
      { rule: 'a', at: 300, firedAt: 305 },
    ];
    expect(faredUntil(due, 30)).toEqual({ due: 0, fired: 0, letGo: 0, medianLate: null, mostLate: null });
    expect(faredUntil(due, 200)).toEqual({ due: 3, fired: 2, letGo: 0, medianLate: 1, mostLate: 3 });
    expect(faredUntil(due, 302)).toEqual({ due: 5, fired: 3, letGo: 1, medianLate: 3, mostLate: 5 });
  });

  it('says what second 0 is, and throws where there is no such bus', () => {
    const { scenario } = run({ durationSeconds: 1 });
    expect(startOf(scenario, 'lab-bus')).toBe(Date.UTC(2030, 0, 4, 23, 55, 20) / 1000);
    expect(() => startOf(scenario, 'nobody')).toThrow('there is no bus "nobody"');
  });
});

describe('times in a time zone', () => {
  const winter = Date.UTC(2030, 0, 4, 23, 55, 20) / 1000;
  const summer = Date.UTC(2030, 6, 4, 23, 55) / 1000;

  it('are shown as clocks there show them', () => {
    expect(momentText('UTC', winter, winter)).toBe('Fri 4 Jan 23:55:20');
    expect(momentText('Europe/Berlin', winter, winter)).toBe('Sat 5 Jan 00:55:20');
    expect(momentText('Asia/Kolkata', summer, winter)).toBe('Fri 5 Jul 05:25');
    expect(momentText('UTC', winter + 366 * 86_400, winter)).toContain('2031');
    expect(clockText('America/New_York', winter)).toBe('18:55');
    expect(dayText('UTC', winter)).toBe('Fri 4 Jan');
    expect(monthText(winter)).toBe('January 2030');
  });

  it('are ahead of UTC or behind it, in summer by another hour than in winter', () => {
    expect(aheadMinutes('Europe/Berlin', winter)).toBe(60);
    expect(aheadMinutes('Europe/Berlin', summer)).toBe(120);
    expect(aheadMinutes('America/St_Johns', winter)).toBe(-210);
    expect([60, -210, 0].map(aheadText)).toEqual(['+1:00', '−3:30', '±0:00']);
  });

  it('may be of any zone that the browser knows', () => {
    expect(allZones()).toContain('Europe/Berlin');
    expect(zoneName('America/New_York')).toBe('New York');
  });
});
