/** Messages that come twice, and messages that are seen again while somebody works on them. */
import { describe, expect, it } from 'vitest';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';
import {
  type Future,
  goesOnFromCopy,
  type Injected,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

const times = Array.from({ length: 60 }, (_, n) => n);
const window = { atSeconds: 19.5, untilSeconds: 39.5 } as const;

/** Seconds at which lines of facts lie. */
function secondsOf(lines: readonly string[]): number[] {
  return lines.map((line) => Number(line.split(' ')[0]));
}

/** Somebody who takes messages from a queue as fast as they come. */
const worker = group('worker', {
  queue: 'jobs',
  slotsPerInstance: 20,
  steps: [{ step: 'process', work: [lasting(0.2)] }],
});
const viaQueue = (params: Parameters<typeof component<'queue'>>[2] = {}): Scenario =>
  aScenario([people({ times }), component('jobs', 'queue', params), worker], ['people jobs', 'worker jobs'], {
    durationSeconds: 120,
  });

describe('duplicate delivery', () => {
  const twice: Injected = { fault: 'duplicate-delivery', target: 'jobs', strength: 1, ...window };

  it('lets each message of a standard queue be worked on again, while it lasts', () => {
    const { with: hit, without } = withAndWithout(viaQueue(), twice);
    const jobs = (future: Future): number[] => secondsOf(future.facts({ at: 'worker', only: ['job.began'] }));
    const copies = secondsOf(hit.facts({ at: 'jobs', only: ['message.duplicated'] }));
    expect(without.facts({ only: ['message.duplicated'] })).toEqual([]);
    expect(copies.length).toBeGreaterThan(15);
    expect(copies.every((at) => at >= window.atSeconds && at <= window.untilSeconds)).toBe(true);
    expect(jobs(hit).length).toBe(jobs(without).length + copies.length);
    expect(hit.report.uploads.watchable).toBe(without.report.uploads.watchable);
  });

  it('strikes only its share', () => {
    const all = play(struck(viaQueue(), twice)).facts({ only: ['message.duplicated'] }).length;
    const some = play(struck(viaQueue(), { ...twice, strength: 0.3 })).facts({ only: ['message.duplicated'] }).length;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all / 2);
  });

  it('makes less of what comes twice anyway no better', () => {
    const always = viaQueue({ duplicateShare: 0.5 });
    const copies = (scenario: Scenario): number => play(scenario).facts({ only: ['message.duplicated'] }).length;
    expect(copies(struck(always, { ...twice, strength: 0.01 }))).toBe(copies(always));
  });

  it('means nothing to a FIFO queue', () => {
    const { with: hit } = withAndWithout(viaQueue({ type: 'fifo' }), twice);
    expect(hit.facts({ only: ['message.duplicated'] })).toEqual([]);
    expect(hit.report.uploads.watchable).toBe(60);
  });

  const jobs = component('jobs', 'queue');
  const rule = { name: 'all', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'jobs' }] };
  it.each([
    ['a topic', component('news', 'topic', { subscriptions: [{ to: 'jobs' }] })],
    ['a bus', component('news', 'event-bus', { rules: [rule] })],
  ])('sends each copy of %s twice, while it lasts', (_, news) => {
    const scenario = aScenario([people({ times }), news, jobs, worker], ['people news', 'news jobs', 'worker jobs'], {
      durationSeconds: 120,
    });
    const { with: hit, without } = withAndWithout(scenario, { ...twice, target: 'news' });
    const queued = (future: Future): number => future.facts({ at: 'jobs', only: ['message.queued'] }).length;
    expect(queued(without)).toBe(60);
    expect(queued(hit)).toBe(80);
  });

  it('lets a bucket tell of each object twice, while it lasts', () => {
    const disk = component('disk', 'bucket', { notifications: [{ to: 'jobs' }] });
    const scenario = aScenario([people({ times }), disk, jobs, worker], ['people disk', 'disk jobs', 'worker jobs'], {
      durationSeconds: 120,
    });
    const { with: hit, without } = withAndWithout(scenario, { ...twice, target: 'disk' });
    const told = (future: Future): number => future.facts({ only: ['notification.sent'] }).length;
    expect(told(without)).toBe(60);
    expect(told(hit)).toBe(80);
  });

  it('is survived by the stages in which it is usual, at the price of more work', () => {
    const { with: hit, without } = withAndWithout(newScenario('queued'), {
      fault: 'duplicate-delivery',
      target: 'kind:queue',
      strength: 1,
      atSeconds: 0,
    });
    const done = (future: Future): number => future.facts({ at: 'fleet', only: ['job.finished'] }).length;
    expect(done(hit)).toBeGreaterThan(done(without));
    expect(hit.report.uploads.lost).toBe(0);
  });
});

describe('a visibility timeout that is too short', () => {
  const short: Injected = { fault: 'short-visibility', target: 'jobs', strength: 0.5, ...window };
  const slow = group('worker', {
    queue: 'jobs',
    slotsPerInstance: 40,
    idempotent: 'no',
    steps: [{ step: 'process', work: [lasting(2)] }],
  });
  const scenario = aScenario([people({ times }), component('jobs', 'queue'), slow], ['people jobs', 'worker jobs'], {
    durationSeconds: 120,
  });

  it('lets messages be seen again while they are worked on, and be worked on again and again', () => {
    const { with: hit, without } = withAndWithout(scenario, short);
    const again = secondsOf(hit.facts({ at: 'jobs', only: ['message.reappeared'] }));
    expect(without.facts({ only: ['message.reappeared'] })).toEqual([]);
    expect(again.length).toBeGreaterThan(30);
    expect(again.every((at) => at > window.atSeconds && at < window.untilSeconds + 0.6)).toBe(true);
    const finished = (future: Future): number => future.facts({ at: 'worker', only: ['job.finished'] }).length;
    expect(finished(hit)).toBeGreaterThan(finished(without) + 20);
  });

  it('brings sound messages to the dead letters', () => {
    const { with: hit, without } = withAndWithout(scenario, short);
    expect(without.facts({ only: ['message.dead-lettered'] })).toEqual([]);
    expect(hit.facts({ only: ['message.dead-lettered'] }).length).toBeGreaterThan(5);
  });

  it('is no harm to whoever is quicker, and ends', () => {
    const { with: hit } = withAndWithout(scenario, { ...short, strength: 5 });
    expect(hit.facts({ only: ['message.reappeared'] })).toEqual([]);
    expect(goesOnFromCopy(struck(scenario, short), 25)).toBe(true);
  });

  it('counts again as it was turned meanwhile', () => {
    const turned = {
      ...scenario,
      interventions: [
        { kind: 'set', target: 'jobs', parameter: 'visibilityTimeoutSeconds', value: 1, atSeconds: 30 } as const,
      ],
    };
    const hit = play(struck(turned, short));
    const again = secondsOf(hit.facts({ at: 'jobs', only: ['message.reappeared'] }));
    expect(again.filter((at) => at > 45).length).toBeGreaterThan(5);
  });
});
