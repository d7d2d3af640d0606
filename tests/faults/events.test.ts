/** Rules of a bus that fit nothing, and schedules that never fire. */
import { describe, expect, it } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { rules } from '../../src/stages/event-driven.ts';
import { aScenario, component, people } from '../support/small-scenario.ts';
import {
  type Future,
  goesOnFromCopy,
  type Injected,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

function secondsOf(lines: readonly string[]): number[] {
  return lines.map((line) => Number(line.split(' ')[0]));
}

const uploads = { 'detail-type': ['upload-complete'] };
const both = [
  { name: 'keep', pattern: uploads, targets: [{ to: 'kept' }] },
  { name: 'tell', pattern: uploads, targets: [{ to: 'told' }] },
];
const times = Array.from({ length: 30 }, (_, n) => n * 2);
const twoRules = aScenario(
  [
    people({ times }),
    component('bus', 'event-bus', { rules: both }),
    component('kept', 'queue'),
    component('told', 'queue'),
  ],
  ['people bus', 'bus kept', 'bus told'],
  { durationSeconds: 80 },
);
const window = { atSeconds: 19, untilSeconds: 39 } as const;

/** How many copies came to a queue. */
function cameTo(queue: string, future: Future): number {
  return future.facts({ at: queue, only: ['message.queued'] }).length;
}

describe('a rule whose pattern fits nothing', () => {
  const mismatch = (target: string): Injected => ({ fault: 'rule-mismatch', target, ...window });

  it('takes nothing while it lasts, and the other rules take what they took', () => {
    const { with: hit, without } = withAndWithout(twoRules, mismatch('rule:bus/keep'));
    expect([cameTo('kept', without), cameTo('told', without)]).toEqual([30, 30]);
    expect([cameTo('kept', hit), cameTo('told', hit)]).toEqual([20, 30]);
    const at = secondsOf(hit.facts({ at: 'kept', only: ['message.queued'] }));
    expect(at.filter((each) => each > 20 && each < 39)).toEqual([]);
    expect(hit.report.uploads.lost).toBe(0);
  });

  it('loses what no other rule takes, if each rule is struck, and says why', () => {
    const { with: hit, without } = withAndWithout(twoRules, mismatch('bus'));
    expect([cameTo('kept', hit), cameTo('told', hit)]).toEqual([20, 20]);
    expect(hit.facts({ only: ['event.unmatched'] })).toHaveLength(10);
    expect(hit.report.uploads.lostByReason).toEqual({ 'no-rule-matched': 10 });
    expect(without.report.uploads.lost).toBe(0);
  });

  it('is known by what was seen before: sorts of events that matched match no more', () => {
    const { facts } = play(struck(twoRules, mismatch('rule:bus/keep')));
    const matched = secondsOf(facts({ at: 'bus', only: ['rule.matched'] }));
    expect(matched.filter((at) => at < 19)).toHaveLength(20);
    expect(matched.filter((at) => at > 19 && at < 39)).toHaveLength(10);
  });

  it('goes on for one rule where the fault of another ends', () => {
    const hit = play(struck(twoRules, mismatch('rule:bus/keep'), { ...mismatch('rule:bus/tell'), untilSeconds: 49 }));
    expect([cameTo('kept', hit), cameTo('told', hit)]).toEqual([20, 15]);
    expect(goesOnFromCopy(hit.scenario, 30)).toBe(true);
  });

  it('strikes the rules as they are by then, and those that come meanwhile', () => {
    const fresh: Intervention = { kind: 'set', target: 'bus', parameter: 'rules', value: both.slice(1), atSeconds: 29 };
    const later: Intervention = { kind: 'set', target: 'bus', parameter: 'rules', value: both, atSeconds: 35 };
    const hit = play(struck({ ...twoRules, interventions: [fresh, later] }, mismatch('bus')));
    expect([cameTo('kept', hit), cameTo('told', hit)]).toEqual([20, 20]);
  });

  it('leaves a copy that is under way, and its retries, alone', () => {
    const cut: Injected = { fault: 'cut-link', target: 'link:bus>kept', atSeconds: 15, untilSeconds: 25 };
    const hit = play(struck(twoRules, cut, mismatch('rule:bus/keep')));
    // All that was matched before 19 s comes, if late.
    expect(cameTo('kept', hit)).toBe(20);
  });

  it('stops a whole step of the event-driven stage while nobody else notices', () => {
    const { with: hit, without } = withAndWithout(newScenario('event-driven'), {
      fault: 'rule-mismatch',
      target: 'rule:bus/manage',
      atSeconds: 60,
      untilSeconds: 120,
    });
    expect(hit.report.uploads.accepted).toBe(without.report.uploads.accepted);
    expect(hit.report.uploads.refused).toBe(without.report.uploads.refused);
    expect(hit.report.uploads.lostByReason['no-rule-matched']).toBeGreaterThan(10);
    expect(without.report.uploads.lost).toBe(0);
    expect(rules.map(({ name }) => name)).toContain('manage');
  });
});

describe('a schedule that never fires', () => {
  const scheduled = (name: string, schedule: string) => ({ name, schedule, targets: [{ to: 'jobs' }] });
  const clock = (bus: Parameters<typeof component<'event-bus'>>[2], interventions: Intervention[] = []): Scenario =>
    aScenario([component('bus', 'event-bus', { type: 'default', ...bus }), component('jobs', 'queue')], ['bus jobs'], {
      durationSeconds: 600,
      interventions,
    });
  const everyMinute = clock({ rules: [scheduled('minute', 'rate(1 minute)'), scheduled('other', 'rate(2 minutes)')] });
  const fired = (future: Future, rule: number): number[] =>
    secondsOf(future.facts({ only: ['schedule.fired'] }).filter((line) => line.endsWith(`rule ${rule}`)));
  const silence = (target: string, atSeconds: number, untilSeconds: number): Injected => ({
    fault: 'silent-schedule',
    target,
    atSeconds,
    untilSeconds,
  });

  it('misses its times while it lasts, and then goes on as if it had never been away', () => {
    const { with: hit, without } = withAndWithout(everyMinute, silence('rule:bus/minute', 90, 265));
    expect(fired(without, 0)).toEqual([60, 120, 180, 240, 300, 360, 420, 480, 540, 600]);
    expect(fired(hit, 0)).toEqual([60, 300, 360, 420, 480, 540, 600]);
    expect(fired(hit, 1)).toEqual(fired(without, 1));
  });

  it('misses nothing that is due after its end, or at it', () => {
    expect(fired(play(struck(everyMinute, silence('rule:bus/minute', 65, 120))), 0)).toHaveLength(10);
    expect(fired(play(struck(everyMinute, silence('rule:bus/minute', 60, 61))), 0)).toHaveLength(9);
  });

  it('takes no time from another rule that is due at the very moment at which it begins or ends', () => {
    const hit = play(struck(everyMinute, silence('rule:bus/minute', 120, 240)));
    expect(fired(hit, 1)).toEqual([120, 240, 360, 480, 600]);
  });

  it('strikes every schedule of a bus, and no rule that has none', () => {
    const jobs = [{ to: 'jobs' }];
    const stored = { name: 'stored', pattern: { source: ['aws.s3'] }, targets: jobs };
    const bus = { type: 'default', rules: [stored, scheduled('minute', 'cron(* * * * ? *)')] } as const;
    const disk = component('disk', 'bucket', { notifications: [{ to: 'bus' }] });
    const nodes = [people({ times }), disk, component('bus', 'event-bus', bus), component('jobs', 'queue')];
    const scenario = aScenario(nodes, ['people disk', 'disk bus', 'bus jobs'], { durationSeconds: 130 });
    const { with: hit, without } = withAndWithout(scenario, { fault: 'silent-schedule', target: 'bus', atSeconds: 0 });
    expect(without.facts({ only: ['schedule.fired'] })).toHaveLength(2);
    expect(hit.facts({ only: ['schedule.fired'] })).toEqual([]);
    expect(cameTo('jobs', hit)).toBe(30);
  });

  it('draws no other luck for the schedules beside it', () => {
    const late = clock({ rules: everyMinuteRules(), scheduleJitterSeconds: 20 });
    const { with: hit, without } = withAndWithout(late, silence('rule:bus/b', 70, 75));
    expect(fired(hit, 0)).toEqual(fired(without, 0));
    expect(new Set(fired(without, 0).map((at) => at % 60)).size).toBeGreaterThan(5);
  });

  function everyMinuteRules() {
    return [scheduled('a', 'rate(1 minute)'), scheduled('b', 'rate(5 hours)')];
  }

  it('lets the stage with a clock do nothing at all', () => {
    const { with: hit, without } = withAndWithout(newScenario('serverless-cron'), {
      fault: 'silent-schedule',
      target: 'kind:event-bus',
      atSeconds: 0,
    });
    const runs = (future: Future): number => future.facts({ at: 'report', only: ['invocation.finished'] }).length;
    expect(runs(without)).toBeGreaterThan(2);
    expect(runs(hit)).toBe(0);
    expect(goesOnFromCopy(struck(everyMinute, silence('bus', 90, 265)), 200)).toBe(true);
  });
});
