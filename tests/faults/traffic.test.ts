/** More people, people without patience, people who all come at once, and videos that nobody can process. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shapes } from '../../src/models/parameters.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { aScenario, group, lasting, people } from '../support/small-scenario.ts';
import {
  type Future,
  firstBreach,
  goesOnFromCopy,
  type Injected,
  play,
  struck,
  withAndWithout,
} from '../support/with-and-without.ts';

/** When uploads begin, in seconds. */
function starts(future: Future): number[] {
  return future.facts({ only: ['upload.started'] }).map((line) => Number(line.split(' ')[0]));
}

function within(times: readonly number[], from: number, to: number): number {
  return times.filter((time) => time >= from && time < to).length;
}

/** What is uploaded, in order: the lines of the facts but for when. */
function videos(future: Future): string[] {
  return future.facts({ only: ['upload.started'] }).map((line) => line.slice(line.indexOf(' ') + 1));
}

/** Somebody with room for everybody, so that what comes is all that counts. */
const room = group('server', { steps: [{ step: 'process', work: [lasting(0.1)] }], slotsPerInstance: 64 });

function withPeople(params: Parameters<typeof people>[0], interventions: readonly Intervention[] = []): Scenario {
  return aScenario([people(params), room], ['people server'], { durationSeconds: 200, interventions });
}

const surge: Injected = { fault: 'traffic-surge', target: 'people', strength: 4, atSeconds: 60, untilSeconds: 120 };
const bins: Shapes['recording'] = { binSeconds: 20, factors: [1, 0.5, 1, 2, 1, 0.5, 1, 0.5, 1, 1] };

describe('a surge of traffic', () => {
  it.each<[string, Parameters<typeof people>[0]]>([
    ['at random', { arrivals: 'poisson', ratePerSecond: 2 }],
    ['steadily', { arrivals: 'steady', ratePerSecond: 2 }],
    ['in a spike', { arrivals: 'spike', ratePerSecond: 1, spikeAtSeconds: 80, spikeLastsSeconds: 20, spikeFactor: 3 }],
    ['as in the course of a day', { arrivals: 'daily', ratePerSecond: 2, dayLengthSeconds: 60 }],
    ['as recorded', { arrivals: 'recorded', ratePerSecond: 2, recording: bins }],
    ['at set times', { times: Array.from({ length: 100 }, (_, n) => n * 2) }],
    ['one after another', { arrivals: 'closed', population: 10, thinkTime: { kind: 'exponential', mean: 5 } }],
  ])('lets four times as many come that come %s, while it lasts', (_, params) => {
    const { with: hit, without } = withAndWithout(withPeople(params), surge);
    const [more, usual] = [starts(hit), starts(without)];
    expect(more.filter((time) => time < 60)).toEqual(usual.filter((time) => time < 60));
    const factor = within(more, 60, 120) / within(usual, 60, 120);
    expect(factor).toBeGreaterThan(3.2);
    expect(factor).toBeLessThan(4.8);
    // People who take turns leave when they have had their answer.
    expect(within(more, 130, 200) / within(usual, 130, 200)).toBeGreaterThan(0.7);
    expect(within(more, 130, 200) / within(usual, 130, 200)).toBeLessThan(1.4);
  });

  it('is nothing where nobody comes', () => {
    const { with: hit } = withAndWithout(withPeople({ arrivals: 'none' }), surge);
    expect(starts(hit)).toEqual([]);
  });

  it('brings the same videos, one after the other, only sooner', () => {
    const { with: hit, without } = withAndWithout(newScenario('queued'), { ...surge, target: 'kind:client' });
    const [more, usual] = [videos(hit), videos(without)];
    expect(more.length).toBeGreaterThan(usual.length);
    expect(more.slice(0, usual.length)).toEqual(usual);
  });

  it('comes on top of another, and each ends when it should', () => {
    const steady = withPeople({ arrivals: 'steady', ratePerSecond: 1 });
    const other: Injected = { ...surge, strength: 3, atSeconds: 80, untilSeconds: 160 };
    const times = starts(play(struck(steady, surge, other)));
    const counted = [40, 60, 80, 100, 120, 140, 160, 180].map((from) => within(times, from, from + 20));
    // One more or less where two lie at the border, to the microsecond.
    const expected = [20, 80, 240, 240, 60, 60, 20, 20];
    expect(counted.filter((count, place) => Math.abs(count - (expected[place] as number)) > 1)).toEqual([]);
  });

  it('multiplies what is turned meanwhile, and leaves it as turned', () => {
    const turned: Intervention = { kind: 'set', target: 'people', parameter: 'ratePerSecond', value: 2, atSeconds: 80 };
    const times = starts(play(struck(withPeople({ arrivals: 'steady', ratePerSecond: 1 }, [turned]), surge)));
    expect([40, 60, 80, 100, 120, 140].map((from) => within(times, from, from + 20))).toEqual([
      20, 80, 160, 160, 40, 40,
    ]);
  });

  it('adds parts of a person up to whole ones', () => {
    const times = Array.from({ length: 10 }, (_, n) => 100 + n);
    const hit = play(struck(withPeople({ times }), { ...surge, strength: 1.5, untilSeconds: 150 }));
    expect(starts(hit)).toHaveLength(15);
  });

  it('strikes once where one target after the other means it, and ends with the last', () => {
    const steady = withPeople({ arrivals: 'steady', ratePerSecond: 1 });
    const twice = struck(
      steady,
      { ...surge, strength: 2 },
      { ...surge, strength: 2, target: 'kind:client', untilSeconds: 160 },
    );
    expect([60, 120, 160].map((from) => within(starts(play(twice)), from, from + 20))).toEqual([80, 40, 20]);
  });
});

describe('a thundering herd', () => {
  const herd: Injected = { fault: 'thundering-herd', target: 'people', strength: 1, atSeconds: 60, untilSeconds: 120 };
  const steady = withPeople({ arrivals: 'steady', ratePerSecond: 1 });

  it('is all who came in vain, at the moment at which the site is there again', () => {
    const { with: hit, without } = withAndWithout(steady, herd);
    const times = starts(hit);
    expect(within(times, 60, 120)).toBe(0);
    // 60 who waited, and the one who comes then anyway.
    expect(times.filter((time) => time === 120)).toHaveLength(61);
    expect(starts(without).filter((time) => time === 120)).toHaveLength(1);
    expect(videos(hit)).toEqual(videos(without));
  });

  it('is smaller by those who went away: they are simply not there', () => {
    const { with: hit, without } = withAndWithout(steady, { ...herd, strength: 0.5 });
    const came = starts(hit).filter((time) => time === 120).length;
    expect(came).toBeGreaterThan(20);
    expect(came).toBeLessThan(42);
    expect(hit.report.uploads.started).toBe(without.report.uploads.started - 61 + came);
  });

  it('never comes if the outage does not end', () => {
    const { untilSeconds: _, ...forEver } = herd;
    const times = starts(play(struck(steady, forEver)));
    expect(times.every((time) => time < 60)).toBe(true);
  });

  it('lets what has got through go on, and keeps tries back until its end', () => {
    const slow = group('server', { steps: [{ step: 'process', work: [lasting(10)] }], backlogLimit: 0 });
    const patient = people({ times: [58, 59], retries: 'fixed', attempts: 3, retryBaseSeconds: 5 });
    const scenario = aScenario([patient, slow], ['people server'], { durationSeconds: 200 });
    const { with: hit, without } = withAndWithout(scenario, herd);
    const sent = (future: Future) =>
      future.facts({ at: 'people', only: ['message.sent'] }).map((line) => line.split(' ')[0]);
    const accepted = (future: Future) => future.facts({ only: ['upload.accepted'] }).map((line) => line.split(' ')[0]);
    expect(sent(without)).toEqual(['58.000', '59.000', '64.200', '69.400']);
    expect(sent(hit)).toEqual(['58.000', '59.000', '120.000']);
    expect(accepted(hit)).toEqual(['68.200', '130.200']);
  });

  it('keeps uploads by hand and people who take turns waiting too', () => {
    const byHand: Intervention = { kind: 'upload', atSeconds: 80 };
    const { with: hit } = withAndWithout(withPeople({ arrivals: 'none' }, [byHand]), herd);
    expect(starts(hit)).toEqual([120]);
    const turns = withPeople({ arrivals: 'closed', population: 10, thinkTime: { kind: 'constant', value: 5 } });
    const times = starts(play(struck(turns, herd)));
    expect(within(times, 60, 120)).toBe(0);
    expect(times.filter((time) => time === 120)).toHaveLength(10);
    // Who goes away thinks and comes again.
    const some = starts(play(struck(turns, { ...herd, strength: 0.01 })));
    expect(within(some, 60, 120)).toBe(0);
    expect(within(some, 125, 200)).toBeGreaterThan(100);
  });

  it('waits for the end of the last of two outages', () => {
    const times = starts(play(struck(steady, herd, { ...herd, atSeconds: 100, untilSeconds: 150 })));
    expect(within(times, 60, 150)).toBe(0);
    expect(times.filter((time) => time === 150)).toHaveLength(91);
  });

  it('strikes the tiers harder than the same traffic without it', () => {
    const { with: hit, without } = withAndWithout(newScenario('tiers'), { ...herd, target: 'kind:client' });
    expect(hit.report.uploads.refused).toBeGreaterThan(without.report.uploads.refused);
  });

  it('is carried over by a copy', () => {
    expect(goesOnFromCopy(struck(steady, herd), 90)).toBe(true);
  });
});

describe('a retry storm', () => {
  const durationSeconds = 900;
  /** Less than the tiers can do for good. */
  const scenario = newScenario('tiers', {
    durationSeconds,
    parameters: { users: { arrivals: 'poisson', ratePerSecond: 0.3 } },
  });
  const crowd = { target: 'kind:client', strength: 5, atSeconds: 60, untilSeconds: 120 } as const;
  const refusedFrom = (future: Future, from: number): number =>
    future.facts({ only: ['upload.refused'] }).filter((line) => Number(line.split(' ')[0]) >= from).length;
  const acceptedFrom = (future: Future, from: number): number =>
    future.facts({ only: ['upload.accepted'] }).filter((line) => Number(line.split(' ')[0]) >= from).length;
  const storm = play(struck(scenario, { fault: 'retry-storm', ...crowd }));

  it('goes on when its cause is gone: hardly anything gets through for many minutes', () => {
    const surged = play(struck(scenario, { fault: 'traffic-surge', ...crowd }));
    expect(refusedFrom(surged, 60)).toBeGreaterThan(10);
    expect(refusedFrom(surged, 300)).toBe(0);
    expect(acceptedFrom(surged, 300)).toBeGreaterThan(150);
    expect(refusedFrom(storm, 300)).toBeGreaterThan(30);
    expect(acceptedFrom(storm, 300)).toBeLessThan(refusedFrom(storm, 300));
  });

  it('is no storm without the crowd that sets it off', () => {
    const impatient = { timeoutSeconds: 25, retries: 'fixed', attempts: 10, retryBaseSeconds: 1 };
    const users = { ...scenario.parameters['users'], ...impatient };
    const { report } = play({ ...scenario, parameters: { users } });
    expect(report.uploads.refused).toBe(0);
    expect(report.uploads.accepted).toBeGreaterThan(200);
  });

  it('passes once people try only once, and that is turned although the fault has left its mark', () => {
    const patience: Intervention = { kind: 'set', target: 'users', parameter: 'attempts', value: 1, atSeconds: 300 };
    const healed = play({ ...storm.scenario, interventions: [...storm.scenario.interventions, patience] });
    expect(refusedFrom(healed, 500)).toBeLessThan(5);
    expect(acceptedFrom(healed, 500)).toBeGreaterThan(80);
  });

  it('passes by where a queue lies between', () => {
    const queued = newScenario('queued', { durationSeconds, parameters: scenario.parameters });
    const { report } = play(struck(queued, { fault: 'retry-storm', ...crowd }));
    expect(report.uploads.refused).toBe(0);
  });

  it('leaves those who were less patient still as they were', () => {
    const brief = { ...scenario.parameters['users'], timeoutSeconds: 5, attempts: 12, retries: 'fixed' };
    const { facts } = play(struck({ ...scenario, parameters: { users: brief } }, { fault: 'retry-storm', ...crowd }));
    const gaveUp = facts({ at: 'users', only: ['request.timed-out'] });
    expect(gaveUp.length).toBeGreaterThan(10);
    expect(gaveUp.filter((line) => !line.includes('after 5.000'))).toEqual([]);
  });
});

describe('poison', () => {
  it('is in this share of the videos that are uploaded while it lasts', () => {
    const poisoned: Injected = {
      fault: 'poison-messages',
      target: 'kind:client',
      strength: 0.5,
      atSeconds: 30,
      untilSeconds: 90,
    };
    const { with: hit, without } = withAndWithout(newScenario('queued', { durationSeconds: 600 }), poisoned);
    expect(without.report.uploads.deadLettered).toBe(0);
    const dead = hit.report.uploads.deadLettered;
    const came = within(starts(hit), 30, 90);
    expect(dead / came).toBeGreaterThan(0.25);
    expect(dead / came).toBeLessThan(0.75);
    // The videos are the same, and after its end all is well again.
    expect(videos(hit)).toEqual(videos(without));
    expect(hit.report.uploads.watchable).toBe(without.report.uploads.watchable - dead);
  });
});

describe('whatever happens to traffic', () => {
  it('conserves uploads after every event', () => {
    const fault = fc
      .record({
        fault: fc.constantFrom('traffic-surge', 'thundering-herd', 'retry-storm', 'poison-messages'),
        percent: fc.integer({ min: 1, max: 100 }),
        atSeconds: fc.integer({ min: 0, max: 50 }),
        lasts: fc.integer({ min: 1, max: 50 }),
      })
      .map(({ fault: each, percent, atSeconds, lasts }): Injected => {
        const isShare = each === 'thundering-herd' || each === 'poison-messages';
        const strength = isShare ? percent / 100 : 1 + percent / 20;
        return { fault: each, target: 'kind:client', strength, atSeconds, untilSeconds: atSeconds + lasts };
      });
    const arrivals = fc.constantFrom('poisson', 'closed', 'recorded');
    fc.assert(
      fc.property(
        fc.constantFrom('tiers', 'queued'),
        arrivals,
        fc.array(fault, { maxLength: 4 }),
        (stage, how, faults) => {
          const parameters = { users: { arrivals: how, ratePerSecond: 0.5, population: 5 } };
          const scenario = struck(newScenario(stage, { durationSeconds: 100, parameters }), ...faults);
          expect(firstBreach(scenario)).toBeUndefined();
          expect(goesOnFromCopy(scenario, 40)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
