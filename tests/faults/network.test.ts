/** Links that let nothing through, and links that take their time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultCatalogue } from '../../src/faults/catalogue.ts';
import { faults } from '../../src/models/facts.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type StageId, stageIds } from '../../src/stages/catalogue.ts';
import { drawnFault, faultIn } from '../support/any-fault.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';
import {
  type Future,
  firstBreach,
  goesOnFromCopy,
  type Injected,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

function secondsOf(lines: readonly string[]): number[] {
  return lines.map((line) => Number(line.split(' ')[0]));
}

const times = Array.from({ length: 30 }, (_, n) => n * 2);
const window = { atSeconds: 19, untilSeconds: 39 } as const;
const cut = (target: string): Injected => ({ fault: 'cut-link', target, ...window });

const server = group('server', { slotsPerInstance: 50, steps: [{ step: 'process', work: [lasting(1.5)] }] });
const oneServer = aScenario([people({ times }), server], ['people server'], { durationSeconds: 80 });
const worker = group('worker', {
  queue: 'jobs',
  slotsPerInstance: 3,
  steps: [{ step: 'process', work: [lasting(1)] }],
});
const viaQueue = (latencyMs = 100): Scenario =>
  aScenario([people({ times }), component('jobs', 'queue'), worker], ['people jobs', 'worker jobs'], {
    durationSeconds: 200,
    latencyMs,
  });

describe('a link that is cut', () => {
  it('lets no request through while it lasts, and says so to whoever asked a little later', () => {
    const { with: hit, without } = withAndWithout(oneServer, cut('link:people>server'));
    expect(without.report.uploads.refused).toBe(0);
    const refused = secondsOf(hit.facts({ only: ['upload.refused'] }));
    // There after 0.1 s, and back after a second and 0.1 s more.
    expect(hit.report.uploads.refusedByReason).toEqual({ 'link-cut': 10 });
    expect(refused.slice(0, 3)).toEqual([21.2, 23.2, 25.2]);
    expect(secondsOf(hit.facts({ at: 'server', only: ['job.began'] })).filter((at) => at > 19 && at < 39)).toEqual([]);
  });

  it('does not undo what was done: the person sees an error for work that went well', () => {
    const { facts } = play(struck(oneServer, { ...cut('into:process'), untilSeconds: 20 }));
    expect(facts({ at: 'server', only: ['job.finished'] })).toHaveLength(30);
    expect(facts({ only: ['upload.watchable'] })).toHaveLength(30);
    expect(facts({ only: ['upload.accepted'] })).toHaveLength(29);
    const [seen] = facts({ only: ['request.given-up'] });
    expect(secondsOf([seen ?? ''])).toEqual([19.7]);
    expect(seen).toContain('link-cut');
  });

  it('lets what is under way arrive', () => {
    const late = aScenario([people({ times: [18.95] }), server], ['people server'], { durationSeconds: 60 });
    const { facts } = play(struck(late, { ...cut('into:process'), untilSeconds: 20 }));
    expect(facts({ only: ['upload.accepted'] })).toHaveLength(1);
  });

  it('is whole again when the last of two cuts ends', () => {
    const hit = play(struck(oneServer, cut('into:process'), { ...cut('link:people>server'), untilSeconds: 49 }));
    expect(hit.report.uploads.refused).toBe(15);
    expect(goesOnFromCopy(hit.scenario, 25)).toBe(true);
  });

  it('is found out by a time-out where that comes first', () => {
    const hurried = people({ times, timeoutSeconds: 0.5 });
    const quick = group('server', { slotsPerInstance: 50, steps: [{ step: 'process', work: [lasting(0.1)] }] });
    const { with: hit, without } = withAndWithout(
      aScenario([hurried, quick], ['people server'], { durationSeconds: 80 }),
      cut('into:process'),
    );
    expect(without.report.uploads.refused).toBe(0);
    expect(hit.report.uploads.refusedByReason).toEqual({ 'timed-out': 10 });
    expect(hit.report.uploads.open).toBe(0);
  });

  it('keeps workers from their queue, and loses nothing', () => {
    const { with: hit, without } = withAndWithout(viaQueue(), cut('into:process'));
    const began = secondsOf(hit.facts({ at: 'worker', only: ['job.began'] }));
    expect(began.filter((at) => at > 19.2 && at < 39)).toEqual([]);
    expect(hit.report.uploads.watchable).toBe(30);
    expect(hit.report.untilWatchable.maximumSeconds).toBeGreaterThan(
      (without.report.untilWatchable.maximumSeconds ?? 0) + 10,
    );
    expect(hit.facts({ at: 'jobs', only: ['message.queued'] })).toHaveLength(30);
  });

  it.each([0, 100])('is asked in vain about once a second by each slot, with a latency of %s ms', (latencyMs) => {
    const hit = play(struck(viaQueue(latencyMs), cut('link:worker>jobs')));
    const polls = secondsOf(
      hit.facts({ at: 'worker', only: ['message.sent'] }).filter((line) => line.includes('receive')),
    );
    const inVain = polls.filter((at) => at > 20 && at < 39).length;
    expect(inVain).toBeGreaterThan(30);
    expect(inVain).toBeLessThanOrEqual(3 * 20);
    expect(hit.report.uploads.watchable).toBe(30);
  });

  it('leaves a message out of sight that was handed out along it, until its visibility timeout is over', () => {
    const brief = { jobs: { visibilityTimeoutSeconds: 10 } };
    const scenario = { ...viaQueue(), parameters: brief };
    // One is done with at 19.2 s, and its deletion comes to nothing; one is handed out at 20.1 s, and its answer does.
    const hit = play(struck(scenario, { ...cut('link:worker>jobs'), untilSeconds: 21 }));
    expect(secondsOf(hit.facts({ only: ['message.reappeared'] }))).toEqual([28.1, 30.1]);
    expect(hit.report.uploads.watchable).toBe(30);
  });

  it('makes targets unhealthy behind a load balancer, which answers for them with a bad gateway', () => {
    const nodes = [
      people({ times }),
      component('front', 'load-balancer', { healthCheckIntervalSeconds: 5, healthCheckTimeoutSeconds: 2 }),
      group('web', {
        loadBalancer: 'front',
        minimum: 2,
        desired: 2,
        maximum: 2,
        replaceUnhealthy: 'no',
        bootSeconds: 0,
      }),
    ];
    const scenario = aScenario(nodes, ['people front', 'front web'], { durationSeconds: 80 });
    const { with: hit, without } = withAndWithout(scenario, { ...cut('link:front>web'), untilSeconds: 41 });
    expect(without.facts({ only: ['target.unhealthy'] })).toEqual([]);
    expect(secondsOf(hit.facts({ only: ['target.unhealthy'] })).every((at) => at > 19 && at < 41)).toBe(true);
    expect(hit.facts({ only: ['target.unhealthy'] })).toHaveLength(2);
    expect(hit.facts({ only: ['fail-open.began'] })).toHaveLength(1);
    expect(secondsOf(hit.facts({ only: ['target.healthy'] })).filter((at) => at > 39)).toHaveLength(2);
    expect(Object.keys(hit.report.uploads.refusedByReason)).toEqual(['bad-gateway']);
    expect(without.report.uploads.refused).toBe(0);
  });

  it('is a bad gateway to those who come through one', () => {
    const nodes = [people({ times }), component('door', 'gateway'), server];
    const scenario = aScenario(nodes, ['people door', 'door server'], { durationSeconds: 80 });
    const { with: hit, without } = withAndWithout(scenario, cut('link:door>server'));
    expect(hit.report.uploads.refusedByReason).toEqual({ 'bad-gateway': 10 });
    expect(without.report.uploads.refused).toBe(0);
  });

  const jobs = component('jobs', 'queue');
  const rule = { name: 'all', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'jobs' }] };
  it.each([
    ['a bus', component('from', 'event-bus', { rules: [rule], maximumRetries: 20 })],
    ['a topic', component('from', 'topic', { subscriptions: [{ to: 'jobs' }], retries: 50 })],
    ['a bucket', component('from', 'bucket', { notifications: [{ to: 'jobs' }] })],
  ])('is tried again by %s until it is whole', (_, from) => {
    const scenario = aScenario([people({ times }), from, jobs, worker], ['people from', 'from jobs', 'worker jobs'], {
      durationSeconds: 150,
    });
    const { with: hit, without } = withAndWithout(scenario, cut('link:from>jobs'));
    const retried = (future: Future): number => future.facts({ at: 'from', only: ['delivery.retried'] }).length;
    expect(retried(without)).toBe(0);
    expect(retried(hit)).toBeGreaterThan(9);
    expect(hit.report.uploads.watchable).toBe(30);
    expect(hit.report.uploads.lost).toBe(0);
  });

  it('swallows what is handed on without an answer, and says where it went', () => {
    const next = { to: 'second', operation: 'hand-on', object: 'master' } as const;
    const nodes = [
      people({ times }),
      group('first', { slotsPerInstance: 9, steps: [{ step: 'upload', work: [lasting(0.1)], after: [next] }] }),
      group('second', { slotsPerInstance: 9, steps: [{ step: 'process', work: [lasting(0.1)] }] }),
    ];
    const scenario = aScenario(nodes, ['people first', 'first second'], { durationSeconds: 80 });
    const { with: hit, without } = withAndWithout(scenario, cut('into:process'));
    expect(without.report.uploads.lost).toBe(0);
    expect(hit.report.uploads.lostByReason).toEqual({ 'link-cut': 10 });
    expect(hit.report.uploads.accepted).toBe(30);
  });

  it('keeps a reader from its stream, which keeps the records', () => {
    const target = 'link:statistics>clicks';
    const { with: hit, without } = withAndWithout(newScenario('real-time-stream'), {
      ...cut(target),
      atSeconds: 60,
      untilSeconds: 120,
    });
    const batches = (future: Future): number[] => secondsOf(future.facts({ at: 'statistics', only: ['batch.began'] }));
    expect(batches(without).some((at) => at > 65 && at < 120)).toBe(true);
    expect(batches(hit).filter((at) => at > 65 && at < 120)).toEqual([]);
    const processed = (future: Future): number =>
      future.facts({ only: ['record.appended'] }).length - future.facts({ only: ['record.expired'] }).length;
    expect(processed(hit)).toBe(processed(without));
  });

  it.each<StageId>(['monolith', 'tiers', 'queued', 'event-driven', 'serverless'])(
    'into processing: %s shows it, and heals',
    (stage) => {
      const { with: hit, without } = withAndWithout(newScenario(stage), {
        fault: 'cut-link',
        target: 'into:process',
        atSeconds: 60,
        untilSeconds: 90,
      });
      const isSynchronous = stage === 'monolith' || stage === 'tiers';
      const failed = ({ report: { uploads } }: Future): number => uploads.refused + uploads.lost + uploads.deadLettered;
      if (isSynchronous) expect(failed(hit)).toBeGreaterThan(failed(without) + 5);
      else {
        const slowest = ({ report }: Future): number => report.untilWatchable.maximumSeconds ?? 0;
        expect(slowest(hit)).toBeGreaterThan(slowest(without) + 5);
      }
      const watchable = secondsOf(hit.facts({ only: ['upload.watchable'] }));
      expect(watchable.some((at) => at > 120)).toBe(true);
    },
  );
});

describe('latency that is added to a link', () => {
  const slow: Injected = { fault: 'added-latency', target: 'into:process', strength: 3, ...window };

  it('lets every message take so much longer, there and back, while it lasts', () => {
    const { with: hit, without } = withAndWithout(oneServer, slow);
    const waited = (future: Future): number[] =>
      secondsOf(future.facts({ only: ['upload.accepted'] })).map((at) => Math.round((at % 2) * 10) / 10);
    expect(new Set(waited(without))).toEqual(new Set([1.7]));
    expect(hit.report.uploads.refused).toBe(0);
    expect(hit.report.untilAccepted.maximumSeconds).toBeCloseTo(7.7, 3);
    const accepted = secondsOf(hit.facts({ only: ['upload.accepted'] }));
    // Those of 20 to 32 s wait both ways, those of 34 to 38 s only on the way there.
    const upload = (line: string): number => Number(/upload (\d+)/.exec(line)?.[1]);
    const byUpload = new Map(
      hit.facts({ only: ['upload.accepted'] }).map((line, place) => [upload(line), accepted[place]]),
    );
    const late = [8, 10, 16, 18, 20].map((each) => Math.round(((byUpload.get(each) ?? 0) - each * 2) * 10) / 10);
    expect(late).toEqual([1.7, 7.7, 7.7, 4.7, 1.7]);
  });

  it('adds up where two last at once, and ends with each', () => {
    const hit = play(struck(oneServer, slow, { ...slow, strength: 2, atSeconds: 29, untilSeconds: 49 }));
    const sent = hit.facts({ at: 'people', only: ['message.sent'] });
    const tookAt = [20, 30, 40, 50].map((at) => sent.find((line) => Number(line.split(' ')[0]) === at));
    expect(tookAt.map((line) => /(?:until|arrives) ([\d.]+)/.exec(line ?? '')?.[1])).toEqual([
      '23.100',
      '35.100',
      '42.100',
      '50.100',
    ]);
    expect(goesOnFromCopy(hit.scenario, 35)).toBe(true);
  });

  it('lets what is sent after it overtake what was sent before, and nothing goes astray', () => {
    for (const type of ['standard', 'fifo'] as const) {
      const scenario = { ...viaQueue(), parameters: { jobs: { type } } };
      const { with: hit } = withAndWithout(scenario, { ...slow, target: 'link:people>jobs', strength: 15 });
      expect(hit.report.uploads.watchable).toBe(30);
      const order = hit
        .facts({ at: 'jobs', only: ['message.queued'] })
        .map((line) => Number(/upload (\d+)/.exec(line)?.[1]));
      expect(order).not.toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('makes a queue hand out again what is deleted too late', () => {
    const scenario = { ...viaQueue(), parameters: { jobs: { visibilityTimeoutSeconds: 5, maxReceiveCount: 50 } } };
    const { with: hit, without } = withAndWithout(scenario, { ...slow, target: 'link:worker>jobs' });
    expect(without.facts({ only: ['message.reappeared'] })).toEqual([]);
    expect(hit.facts({ only: ['message.reappeared'] }).length).toBeGreaterThan(2);
    expect(hit.report.uploads.watchable).toBe(30);
  });

  it('is more than health checks wait for, and targets are found unhealthy', () => {
    const nodes = [
      people({ times }),
      component('front', 'load-balancer', { healthCheckIntervalSeconds: 5, healthCheckTimeoutSeconds: 2 }),
      group('web', {
        loadBalancer: 'front',
        minimum: 2,
        desired: 2,
        maximum: 2,
        replaceUnhealthy: 'no',
        bootSeconds: 0,
      }),
    ];
    const scenario = aScenario(nodes, ['people front', 'front web'], { durationSeconds: 80 });
    const { with: hit, without } = withAndWithout(scenario, { ...slow, target: 'link:front>web' });
    expect(without.facts({ only: ['target.unhealthy'] })).toEqual([]);
    expect(hit.facts({ only: ['target.unhealthy'] })).toHaveLength(2);
    expect(secondsOf(hit.facts({ only: ['target.healthy'] })).filter((at) => at > 39)).toHaveLength(2);
  });
});

/** Of traffic, messages, stores, events and links. */
const mine = faults.filter((fault) => !['machines', 'functions'].includes(faultCatalogue[fault].family));

describe('whatever strikes traffic, messages, stores, events and links, together and at any time', () => {
  const struckBy = fc.uniqueArray(
    fc.record({ drawn: drawnFault(mine), at: fc.integer({ min: 0, max: 60 }), lasts: fc.integer({ min: 1, max: 60 }) }),
    // Each fault once: surges in surges multiply.
    { minLength: 1, maxLength: 5, selector: ({ drawn }) => drawn.fault },
  );
  type Struck = typeof struckBy extends fc.Arbitrary<infer T> ? T : never;

  function scenarioOf(stage: StageId, faultsOf: Struck): Scenario {
    const bare = newScenario(stage, { durationSeconds: 120 });
    const interventions = faultsOf.flatMap(({ drawn, at, lasts }) => faultIn(bare, drawn, at, at + lasts) ?? []);
    return { ...bare, interventions };
  }

  it('conserves uploads after every event, and a copy goes on as the world itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stageIds), struckBy, (stage, drawn) => {
        const scenario = scenarioOf(stage, drawn);
        expect(firstBreach(scenario)).toBeUndefined();
        expect(goesOnFromCopy(scenario, 45)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('is told by a report that adds up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stageIds), struckBy, (stage, drawn) => {
        const { report } = play(scenarioOf(stage, drawn));
        const { started, watchable, refused, lost, deadLettered, open } = report.uploads;
        expect(watchable + refused + lost + deadLettered + open).toBe(started);
        const wrong = report.components.filter(({ traffic }) => traffic !== undefined && traffic.atEnd < 0);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
