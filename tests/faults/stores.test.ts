/** Stores that refuse to be written to, take fewer requests, or take their time. */
import { describe, expect, it } from 'vitest';
import { meanOf, scaled } from '../../src/engine/distributions.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aScenario, component, people } from '../support/small-scenario.ts';
import {
  type Future,
  goesOnFromCopy,
  type Injected,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

const times = Array.from({ length: 60 }, (_, n) => n);
const latency = { kind: 'constant', value: 0.1 } as const;
const window = { atSeconds: 19.5, untilSeconds: 39.5 } as const;

/** People who bring what they have straight to a store. */
function straightTo(store: ReturnType<typeof component>): Scenario {
  return aScenario([people({ times }), store], [`people ${store.id}`], { durationSeconds: 60 });
}

const stores = [
  ['a bucket', straightTo(component('store', 'bucket', { latency })), 'object.stored'],
  ['a table', straightTo(component('store', 'table', { latency })), 'item.written'],
  ['a stream', straightTo(component('store', 'stream', { shards: 1 })), 'record.appended'],
] as const;

function secondsOf(lines: readonly string[]): number[] {
  return lines.map((line) => Number(line.split(' ')[0]));
}

describe('a store that refuses writes', () => {
  const refusal: Injected = { fault: 'write-refusal', target: 'store', ...window };

  it.each(stores)('says so to everybody who writes to %s, and takes them again when it ends', (_, scenario, kept) => {
    const { with: hit, without } = withAndWithout(scenario, refusal);
    expect(without.facts({ only: [kept] })).toHaveLength(60);
    expect(hit.facts({ only: [kept] })).toHaveLength(40);
    const refused = hit.facts({ at: 'store', only: ['request.refused'] });
    expect(refused).toHaveLength(20);
    expect(refused.every((line) => line.includes('write-refused'))).toBe(true);
    expect(secondsOf(refused).every((at) => at >= 19.5 && at < 39.5)).toBe(true);
    expect(hit.report.uploads.refusedByReason).toEqual({ 'write-refused': 20 });
    expect(without.report.uploads.refused).toBe(0);
  });

  it.each(stores)('goes on until the last of two such faults of %s ends', (_, scenario, kept) => {
    const hit = play(struck(scenario, refusal, { ...refusal, atSeconds: 30, untilSeconds: 49.5 }));
    expect(hit.facts({ only: [kept] })).toHaveLength(30);
    expect(goesOnFromCopy(hit.scenario, 35)).toBe(true);
  });

  it('can be read: a bucket hands out what it has', () => {
    // So that what could not be stored is soon tried again.
    const parameters = { queue: { visibilityTimeoutSeconds: 20 } };
    const { with: hit } = withAndWithout(newScenario('queued', { parameters }), {
      fault: 'write-refusal',
      target: 'bucket',
      atSeconds: 60,
      untilSeconds: 120,
    });
    const during = (fact: 'object.fetched' | 'object.stored'): number =>
      secondsOf(hit.facts({ at: 'bucket', only: [fact] })).filter((at) => at > 61 && at < 120).length;
    expect(during('object.fetched')).toBeGreaterThan(0);
    expect(during('object.stored')).toBe(0);
    expect(hit.report.uploads.refused).toBeGreaterThan(5);
  });

  it('can be read: a stream hands out the records that it has', () => {
    const { with: hit } = withAndWithout(newScenario('real-time-stream'), {
      fault: 'write-refusal',
      target: 'clicks',
      atSeconds: 60,
      untilSeconds: 120,
    });
    const during = (fact: 'records.fetched' | 'record.appended'): number =>
      secondsOf(hit.facts({ at: 'clicks', only: [fact] })).filter((at) => at > 61 && at < 120).length;
    expect(during('records.fetched')).toBeGreaterThan(30);
    expect(during('record.appended')).toBe(0);
  });
});

describe('throttling', () => {
  const limit = (strength: number): Injected => ({ fault: 'throttling', target: 'store', strength, ...window });

  it.each(stores)('lets no more through to %s than so many a second', (_, scenario, kept) => {
    const { with: hit, without } = withAndWithout(scenario, limit(0.2));
    const came = secondsOf(hit.facts({ only: [kept] })).filter((at) => at > 19.6 && at < 39.6).length;
    expect(came).toBeGreaterThanOrEqual(4);
    expect(came).toBeLessThanOrEqual(6);
    expect(hit.report.uploads.refusedByReason).toEqual({ throttled: 20 - came });
    expect(without.report.uploads.refused).toBe(0);
    expect(secondsOf(hit.facts({ only: [kept] })).filter((at) => at > 40)).toHaveLength(20);
  });

  it.each(stores)('at nothing lets nothing through to %s', (_, scenario, kept) => {
    expect(play(struck(scenario, limit(0))).facts({ only: [kept] })).toHaveLength(40);
  });

  it.each(stores)('above what comes is no harm to %s', (_, scenario, kept) => {
    expect(play(struck(scenario, limit(1000))).facts({ only: [kept] })).toHaveLength(60);
  });

  it('turns people away at a gateway', () => {
    const nodes = [people({ times }), component('store', 'gateway'), component('jobs', 'queue')];
    const scenario = aScenario(nodes, ['people store', 'store jobs'], { durationSeconds: 60 });
    const { with: hit, without } = withAndWithout(scenario, limit(0.2));
    expect(without.report.uploads.refused).toBe(0);
    expect(hit.report.uploads.refusedByReason['throttled']).toBeGreaterThan(14);
    expect(hit.report.uploads.refused).toBeLessThan(18);
  });

  it('holds up those who cannot write down what they did', () => {
    const { with: hit, without } = withAndWithout(newScenario('queued'), {
      fault: 'throttling',
      target: 'kind:table',
      strength: 0.05,
      atSeconds: 30,
      untilSeconds: 150,
    });
    const failed = (future: Future): number => future.facts({ at: 'fleet', only: ['job.failed'] }).length;
    expect(failed(without)).toBe(0);
    expect(failed(hit)).toBeGreaterThan(5);
  });
});

describe('a store that is slow', () => {
  const slow: Injected = { fault: 'slow-down', target: 'store', strength: 5, ...window };

  it.each(stores.slice(0, 2))('answers so many times later whoever comes to %s while it lasts', (_, scenario, kept) => {
    const { with: hit, without } = withAndWithout(scenario, slow);
    const lateness = (future: Future): number[] =>
      secondsOf(future.facts({ only: [kept] })).map((at, place) => Math.round((at - (times[place] as number)) * 1000));
    // A tenth of a second on the way, and a tenth in the store.
    expect(new Set(lateness(without))).toEqual(new Set([200]));
    expect(lateness(hit)).toEqual(times.map((at) => (at > 19 && at < 40 ? 600 : 200)));
  });

  it('is as many times slower as two such faults together make it', () => {
    const [, scenario, kept] = stores[0];
    const hit = play(struck(scenario, slow, { ...slow, strength: 2, atSeconds: 29.5, untilSeconds: 49.5 }));
    const at = secondsOf(hit.facts({ only: [kept] }));
    const late = [25, 35, 45, 55].map((start) => Math.min(...at.filter((each) => each > start)) - start);
    expect(late.map((each) => Math.round(each * 10) / 10)).toEqual([0.6, 0.1, 0.3, 0.2]);
  });

  it.each([
    { kind: 'constant', value: 2 },
    { kind: 'uniform', min: 1, max: 3 },
    { kind: 'exponential', mean: 2 },
    { kind: 'lognormal', mean: 2, variation: 1 },
    { kind: 'erlang', shape: 3, mean: 2 },
    { kind: 'bimodal', first: 1, second: 5, secondShare: 0.25 },
    { kind: 'empirical', values: [1, 3] },
    { kind: 'empirical', values: [1, 3], weights: [1, 1] },
  ] as const)('takes three times as long on average, however its times are spread: $kind', (distribution) => {
    expect(meanOf(scaled(distribution, 3))).toBeCloseTo(3 * meanOf(distribution));
  });

  it('makes routers late as well', () => {
    const rule = { name: 'all', pattern: { 'detail-type': ['upload-complete'] }, targets: [{ to: 'jobs' }] };
    const routers = [
      component('store', 'event-bus', { rules: [rule], latency }),
      component('store', 'topic', { subscriptions: [{ to: 'jobs' }], deliveryDelay: latency }),
    ];
    for (const router of routers) {
      const nodes = [people({ times }), router, component('jobs', 'queue')];
      const scenario = aScenario(nodes, ['people store', 'store jobs'], { durationSeconds: 60 });
      const queued = (future: Future): number => secondsOf(future.facts({ only: ['message.queued'] }))[25] as number;
      const { with: hit, without } = withAndWithout(scenario, slow);
      expect(queued(hit) - queued(without)).toBeCloseTo(0.4);
    }
  });
});
