import { describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../src/engine/time.ts';
import { TraceRecorder } from '../../src/engine/trace.ts';
import { FACT } from '../../src/models/facts.ts';
import type { Recording } from '../../src/models/parameters.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts';
import { type StageId, stageIds, stages } from '../../src/stages/catalogue.ts';
import { factsOf } from '../support/facts.ts';
import { aScenario, component, group, lasting, people } from '../support/small-scenario.ts';

interface Upload {
  atSeconds: number;
  lengthSeconds: number;
  megabytes: number;
  byHand: boolean;
}

/** The uploads that people start in a scenario. */
function uploadsOf(scenario: Scenario): Upload[] {
  const recorder = new TraceRecorder();
  createSimulation(scenario, recorder).runUntil(seconds(scenario.durationSeconds));
  const { at, kind, a, b, c } = recorder.columns;
  const rows = Array.from(kind.subarray(0, recorder.columns.length), (code, row) => ({ code, row }));
  return rows
    .filter(({ code }) => code === FACT['upload.started'])
    .map(({ row }) => ({
      atSeconds: toSeconds(at[row] as number),
      lengthSeconds: a[row] as number,
      megabytes: b[row] as number,
      byHand: c[row] === 1,
    }));
}

const timesOf = (scenario: Scenario): number[] => uploadsOf(scenario).map(({ atSeconds }) => atSeconds);

/** People with these parameters, before servers that refuse nobody. */
function scenarioWith(params: Parameters<typeof people>[0], durationSeconds = 10, interventions: Intervention[] = []) {
  const nodes = [people(params), group('servers', { backlogLimit: 100_000 })];
  return aScenario(nodes, ['people servers'], { durationSeconds, interventions });
}

const turnRate = (atSeconds: number, value: number): Intervention => ({
  kind: 'set',
  target: 'people',
  parameter: 'ratePerSecond',
  value,
  atSeconds,
});

/** From 0 to 1 s the set rate, then nothing for a second, then three times the rate for one second. */
const recording: Recording = { binSeconds: 1, factors: [1, 0, 3] };

describe('client', () => {
  it.each([
    ['starts nothing by itself when arrivals are "none"', { arrivals: 'none', ratePerSecond: 5 }, [], []],
    ['starts an upload at each of the times', { times: [0, 1.5, 1.5, 7] }, [], [0, 1.5, 1.5, 7]],
    ['leaves out times after the end', { times: [2, 10.5] }, [], [2]],
    ['keeps equal gaps when steady', { arrivals: 'steady', ratePerSecond: 0.4 }, [], [2.5, 5, 7.5, 10]],
    ['starts nothing at rate 0', { arrivals: 'steady', ratePerSecond: 0 }, [], []],
    ['starts nothing at a rate too small for the end of time', { arrivals: 'steady', ratePerSecond: 1e-12 }, [], []],
    [
      'goes on from where the gap stands when the rate is turned',
      { arrivals: 'steady', ratePerSecond: 0.25 },
      [turnRate(2, 1), turnRate(3.25, 0), turnRate(5, 2)],
      [2.5, 5.125, 5.625, 6.125, 6.625, 7.125, 7.625, 8.125, 8.625, 9.125, 9.625],
    ],
    [
      'begins when the rate is turned up from 0',
      { arrivals: 'steady', ratePerSecond: 0 },
      [turnRate(4, 0.5)],
      [6, 8, 10],
    ],
  ] as const)('%s', (_, params, interventions, expected) => {
    expect(timesOf(scenarioWith(params, 10, [...interventions]))).toEqual(expected);
  });

  describe('Poisson', () => {
    const poisson = { arrivals: 'poisson', ratePerSecond: 2 } as const;

    it('starts as many uploads as the rate says, within what chance allows', () => {
      const count = timesOf(scenarioWith(poisson, 5000)).length;
      // The count has mean and variance 10,000; five standard deviations are 500.
      expect(Math.abs(count - 10_000)).toBeLessThan(500);
    });

    it('has gaps whose standard deviation is their mean, as exponential gaps have', () => {
      const times = timesOf(scenarioWith(poisson, 5000));
      const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
      // Of n gaps the ratio has a standard deviation of about 1 / sqrt(n) = 0.01; five of them.
      expect(Math.abs(Math.sqrt(variance) / mean - 1)).toBeLessThan(0.05);
    });

    it('draws nothing anew when the rate is turned in a gap: half the rate stretches what is left of it to double', () => {
      const before = timesOf(scenarioWith(poisson, 60));
      const turnedAt = ((before[9] as number) + (before[10] as number)) / 2;
      const after = timesOf(scenarioWith(poisson, 60, [turnRate(turnedAt, 1)]));
      const stretched = before.map((time) => (time <= turnedAt ? time : turnedAt + 2 * (time - turnedAt)));
      expect(after.length).toBeGreaterThan(20);
      expect(after.map(toMilliseconds)).toEqual(stretched.slice(0, after.length).map(toMilliseconds));
    });

    it('is not changed by turning the rate to what it was', () => {
      expect(timesOf(scenarioWith(poisson, 60, [turnRate(20, 2)])).map(toMilliseconds)).toEqual(
        timesOf(scenarioWith(poisson, 60)).map(toMilliseconds),
      );
    });
  });

  describe('recorded', () => {
    const recorded = (ratePerSecond: number) => ({ arrivals: 'recorded', ratePerSecond, recording }) as const;

    it('follows the recording: the gaps of a Poisson process, with time counted by the factors', () => {
      const plain = timesOf(scenarioWith({ arrivals: 'poisson', ratePerSecond: 20 }, 4));
      // Four seconds of traffic at the set rate are in the recording: one in its first second, three in its third.
      const expected = plain.map((time) => (time <= 1 ? time : 2 + (time - 1) / 3));
      const found = timesOf(scenarioWith(recorded(20), 10));
      expect(found.map(toMilliseconds)).toEqual(expected.map(toMilliseconds));
      expect(found.length).toBeGreaterThan(40);
    });

    it('starts nothing where the factor is 0, nor after the last bin', () => {
      const found = timesOf(scenarioWith(recorded(50), 100));
      expect(found.filter((time) => (time > 1 && time < 2) || time > 3)).toEqual([]);
    });

    it('goes on from where the gap stands when the rate is turned', () => {
      // At twice the rate from 0 on, the same gaps pass in half the time, of the factors too.
      const slow = timesOf(scenarioWith({ arrivals: 'poisson', ratePerSecond: 20 }, 8));
      const found = timesOf(scenarioWith(recorded(20), 10, [turnRate(0.5, 40)]));
      const expected = slow
        .map((time) => (time <= 0.5 ? time : 0.5 + (time - 0.5) / 2))
        .map((time) => (time <= 1 ? time : 2 + (time - 1) / 3))
        .filter((time) => time <= 3);
      expect(found.map(toMilliseconds)).toEqual(expected.map(toMilliseconds));
    });
  });

  it('tells the length of each video, and the size of its master from that', () => {
    const scenario = scenarioWith({ times: [1, 2], videoMinutes: { kind: 'empirical', values: [3] } });
    expect(uploadsOf(scenario)).toEqual([
      { atSeconds: 1, lengthSeconds: 180, megabytes: 180, byHand: false },
      { atSeconds: 2, lengthSeconds: 180, megabytes: 180, byHand: false },
    ]);
  });

  it('accepts on a good answer and refuses on a bad one, with the reason', () => {
    const nodes = [people({ times: [1, 1.5] }), group('servers', { backlogLimit: 0 })];
    const scenario = aScenario(nodes, ['people servers'], { durationSeconds: 10 });
    expect(factsOf(scenario, { at: 'people' })).toEqual([
      '1.000 people upload.started upload 0 60 s 60 MB',
      '1.000 people message.sent upload upload 0 to servers arrives 1.100',
      '1.500 people upload.started upload 1 60 s 60 MB',
      '1.500 people message.sent upload upload 1 to servers arrives 1.600',
      '1.700 people request.given-up upload 1 after 1 try because backlog-full',
      '1.700 people upload.refused upload 1 because backlog-full',
      '3.200 people upload.accepted upload 0',
    ]);
  });

  it('uploads by hand at once, with a video of its own, and changes none of the others', () => {
    const params = { arrivals: 'poisson', ratePerSecond: 1, videoMinutes: { kind: 'exponential', mean: 4 } } as const;
    const byHand = [3, 5].map((atSeconds): Intervention => ({ kind: 'upload', atSeconds }));
    const without = uploadsOf(scenarioWith(params));
    const withThem = uploadsOf(scenarioWith(params, 10, byHand));
    expect(withThem.filter((upload) => !upload.byHand)).toEqual(without);
    expect(withThem.filter((upload) => upload.byHand).map(({ atSeconds }) => atSeconds)).toEqual([3, 5]);
  });

  it.each([
    ['clicks', 'clicked'],
    ['errors', 'error-reported'],
    ['states', 'instance-state-change'],
  ] as const)('sends %s as events that belong to no upload', (sends, event) => {
    const nodes = [
      people({ sends, arrivals: 'times', times: [1] }),
      component('bus', 'event-bus', { type: 'default', rules: [] }),
    ];
    expect(factsOf(aScenario(nodes, ['people bus']), { only: ['event.raised', 'event.published'] })).toEqual([
      `1.000 people event.raised ${event}`,
      `1.100 bus event.published ${event} to 0`,
    ]);
  });

  it('starts the same uploads of the same videos whatever the architecture', () => {
    const uploads = (stage: StageId) => uploadsOf(newScenario(stage, { seed: 7 }));
    const first = uploads('monolith');
    expect(first.length).toBeGreaterThan(50);
    // Two of the small stages are about clicks, and about the clock.
    const peopled = stageIds.filter((stage) => stages[stage].nodes.some(({ id }) => id === 'users'));
    expect(peopled.length).toBeGreaterThan(15);
    for (const stage of peopled) expect(uploads(stage)).toEqual(first);
  });

  it('starts the same uploads whatever else there is: adding a component changes nobody else', () => {
    const users = people({ arrivals: 'poisson', videoMinutes: { kind: 'exponential', mean: 4 } });
    const alone = aScenario([users, group('servers')], ['people servers']);
    const steps = [{ step: 'process', work: [lasting(1)], after: [{ to: 'more', operation: 'upload' }] }] as const;
    const more = group('more', { steps: [{ step: 'store', work: [{ seconds: { kind: 'exponential', mean: 1 } }] }] });
    const joined = aScenario([more, group('servers', { steps }), users], ['people servers', 'servers more']);
    expect(uploadsOf(joined)).toEqual(uploadsOf(alone));
  });
});

/** Whole milliseconds, because a rate that is turned rounds the gap once more, by a microsecond at most. */
function toMilliseconds(time: number): number {
  return Math.round(time * 1000);
}
