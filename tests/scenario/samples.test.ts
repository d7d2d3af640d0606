/** Samples of a run, and the series that a page makes of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageMeter } from '../../src/cost/usage.ts';
import { seconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import { RunMetrics } from '../../src/metrics/run-metrics.ts';
import type { WorldNode } from '../../src/models/world.ts';
import { createSimulation, nodesOf, planOf } from '../../src/scenario/create-simulation.ts';
import { RunObserver } from '../../src/scenario/run-observer.ts';
import {
  appendSamples,
  type ColumnsOf,
  copySeries,
  runColumns,
  Sampler,
  type Samples,
  type Series,
  sampleStepSeconds,
  truncateSamples,
  valueAt,
} from '../../src/scenario/samples.ts';
import { scenarioArbitrary } from '../support/scenario-arbitrary.ts';
import { nodeOf, type Told, tell } from '../support/tell.ts';

const users = nodeOf('client', 'users');
const queue = nodeOf('queue', 'queue');
const group = nodeOf('instance-group', 'fleet', { minimum: 0, desired: 0, maximum: 10, queue: 'queue', diskGb: 0 });
const bucket = nodeOf('bucket', 'bucket');

/** A sampler with the figures that it samples, to be told of facts together. */
function aSampler(nodes: readonly WorldNode[], everySeconds: number): { observer: Observer; sampler: Sampler } {
  const metrics = new RunMetrics(nodes);
  const meter = new UsageMeter(nodes);
  const sampler = new Sampler(metrics, meter, everySeconds);
  const observer: Observer = {
    fact(at, ...fact) {
      sampler.fact(at);
      metrics.fact(at, ...fact);
      meter.fact(at, ...fact);
    },
  };
  return { observer, sampler };
}

function samplesOf(nodes: readonly WorldNode[], everySeconds: number, untilSeconds: number, ...facts: Told[]): Samples {
  const { observer, sampler } = aSampler(nodes, everySeconds);
  tell(observer, ...facts);
  sampler.advanceTo(seconds(untilSeconds));
  return sampler.take();
}

describe('a sample', () => {
  it('describes the state just after all that happened up to its time', () => {
    const { run } = samplesOf(
      [users],
      2,
      8,
      [0, 'upload.started', { upload: 0 }],
      [2, 'upload.started', { upload: 1 }],
      [2.000001, 'upload.started', { upload: 2 }],
      [4, 'upload.accepted', { upload: 0 }],
      [5, 'upload.refused', { upload: 1, c: 1 }],
      [6, 'upload.watchable', { upload: 0 }],
      [6, 'upload.lost', { upload: 2, c: 1 }],
    );
    expect(Array.from(run.started)).toEqual([1, 2, 3, 3, 3]);
    expect(Array.from(run.accepted)).toEqual([0, 0, 1, 1, 1]);
    expect(Array.from(run.refused)).toEqual([0, 0, 0, 1, 1]);
    expect(Array.from(run.watchable)).toEqual([0, 0, 0, 1, 1]);
    expect(Array.from(run.lost)).toEqual([0, 0, 0, 1, 1]);
    expect(Array.from(run.open)).toEqual([1, 2, 3, 0, 0]);
    expect(Array.from(run.untilWatchableP50Seconds)).toEqual([Number.NaN, Number.NaN, Number.NaN, 6, 6]);
  });

  it('holds what a queue and a group look like', () => {
    const { components } = samplesOf(
      [users, queue, group, bucket],
      5,
      20,
      [1, 'message.queued', { component: 1, subject: 0, b: 1 }],
      [2, 'message.queued', { component: 1, subject: 1, b: 2 }],
      [3, 'desired.changed', { component: 2, a: 2 }],
      [3, 'instance.launched', { component: 2, subject: 0 }],
      [3, 'instance.launched', { component: 2, subject: 1 }],
      [5, 'instance.running', { component: 2, subject: 0 }],
      [6, 'instance.in-service', { component: 2, subject: 0 }],
      [7, 'message.received', { component: 1, subject: 0, b: 1 }],
      [8, 'job.began', { component: 2, subject: 0 }],
      [12, 'object.stored', { component: 3, a: 250 }],
      [13, 'message.deleted', { component: 1, subject: 0 }],
      [14, 'instance.crashed', { component: 2, subject: 0, b: 1 }],
    );
    const [, q, g, b] = components as [unknown, ColumnsOf<'queue'>, ColumnsOf<'instance-group'>, ColumnsOf<'bucket'>];
    expect(Array.from(q.visible)).toEqual([0, 2, 1, 1, 1]);
    expect(Array.from(q.inFlight)).toEqual([0, 0, 1, 0, 0]);
    expect(Array.from(q.oldestAgeSeconds)).toEqual([0, 4, 9, 13, 18]);
    expect(Array.from(g.desired)).toEqual([0, 2, 2, 2, 2]);
    expect(Array.from(g.starting)).toEqual([0, 2, 1, 1, 1]);
    expect(Array.from(g.inService)).toEqual([0, 0, 1, 0, 0]);
    expect(Array.from(g.busySlots)).toEqual([0, 0, 1, 0, 0]);
    expect(Array.from(g.crashed)).toEqual([0, 0, 0, 1, 1]);
    expect(Array.from(b.megabytes)).toEqual([0, 0, 0, 250, 250]);
  });

  it('holds the cost so far and per hour', () => {
    const { run } = samplesOf(
      [group],
      30,
      120,
      [0, 'instance.launched', { subject: 0 }],
      [0, 'instance.running', { subject: 0 }],
      [30, 'instance.in-service', { subject: 0 }],
      [90, 'instance.gone', { subject: 0 }],
    );
    const perSecond = 0.085 / 3600;
    const times = (seconds: number[]) => seconds.map((each) => expect.closeTo(each * perSecond, 12));
    expect(Array.from(run.startingUsd)).toEqual(times([0, 30, 30, 30, 30]));
    expect(Array.from(run.idleUsd)).toEqual(times([0, 0, 30, 60, 60]));
    expect(Array.from(run.perHourNowUsd)).toEqual(times([3600, 3600, 3600, 0, 0]));
  });
});

describe('taking samples', () => {
  it('gives each once, with its number', () => {
    const { observer, sampler } = aSampler([users], 1);
    tell(observer, [2.5, 'upload.started', { upload: 0 }]);
    expect(sampler.take()).toMatchObject({ firstIndex: 0, length: 3, everySeconds: 1 });
    sampler.advanceTo(seconds(3));
    const next = sampler.take();
    expect(next).toMatchObject({ firstIndex: 3, length: 1 });
    expect(next.run.started).toEqual(Float64Array.of(1));
    expect(sampler.take().length).toBe(0);
  });

  it('gives columns that can be handed over: every one its own buffer of just its length', () => {
    const samples = samplesOf([users, queue, group, bucket], 1, 99);
    const buffers = [samples.run, ...samples.components]
      .flatMap((columns) => Object.values(columns) as unknown[])
      .filter((column) => column instanceof Float64Array)
      .map(({ buffer }) => buffer);
    expect(buffers.length).toBe(runColumns.length + 2 + 4 + 7 + 2);
    expect(new Set(buffers).size).toBe(buffers.length);
    expect(new Set(buffers.map(({ byteLength }) => byteLength))).toEqual(new Set([800]));
  });

  it('finds a step at which no run has more than 1,200', () => {
    expect(sampleStepSeconds(300)).toBe(0.25);
    expect(sampleStepSeconds(60)).toBe(0.1);
    expect(sampleStepSeconds(86_400)).toBe(120);
    expect(sampleStepSeconds(30 * 86_400)).toBe(3600);
  });
});

describe('a series', () => {
  /** Two columns of a run in which an upload starts every second. */
  function piece(from: number, to: number): Samples {
    const nodes = [users];
    const { observer, sampler } = aSampler(nodes, 1);
    const count = to - from;
    tell(observer, ...Array.from({ length: to }, (_, n) => [n, 'upload.started', { upload: n }] as const));
    sampler.advanceTo(seconds(from - 1));
    if (from > 0) sampler.take();
    sampler.advanceTo(seconds(to - 1));
    const samples = sampler.take();
    expect([samples.firstIndex, samples.length]).toEqual([from, count]);
    return samples;
  }

  it('grows piece by piece', () => {
    let series: Series | null = null;
    let from = 0;
    for (const to of [10, 11, 40, 200]) {
      const { observer, sampler } = aSampler([users], 1);
      tell(observer, ...Array.from({ length: to }, (_, n) => [n, 'upload.started', { upload: n }] as const));
      sampler.advanceTo(seconds(to - 1));
      series = appendSamples(series, lastOf(sampler.take(), from));
      from = to;
    }
    expect(series?.length).toBe(200);
    expect(Array.from(series?.run.started.subarray(0, 200) ?? [])).toEqual(
      Array.from({ length: 200 }, (_, n) => n + 1),
    );
  });

  it('can be cut and go on differently, while a copy keeps the old future', () => {
    const series = appendSamples(null, piece(0, 20));
    const old = copySeries(series);
    truncateSamples(series, 5);
    expect(series.length).toBe(5);
    const other = piece(0, 9);
    for (let n = 0; n < 9; n += 1) other.run.started[n] = 100 + n;
    appendSamples(series, lastOf(other, 5));
    expect(Array.from(series.run.started.subarray(0, series.length))).toEqual([1, 2, 3, 4, 5, 105, 106, 107, 108]);
    expect(Array.from(old.run.started.subarray(0, old.length))).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('takes the newer of what it is given twice, and nothing that leaves a gap', () => {
    const series = appendSamples(null, piece(0, 20));
    appendSamples(series, lastOf(piece(0, 8), 6));
    expect(series.length).toBe(8);
    expect(() => appendSamples(series, lastOf(piece(0, 12), 9))).toThrow('sample 9 cannot follow a series of 8');
  });

  it('has at any time the value of the last sample up to then', () => {
    const series = appendSamples(null, { ...piece(0, 10), everySeconds: 0.1 });
    const at = (tSeconds: number) => valueAt(series, series.run.started, tSeconds);
    expect([at(0), at(0.05), at(0.1), at(0.3), at(0.7), at(0.89), at(5), at(-1)]).toEqual([1, 1, 2, 4, 8, 9, 10, 1]);
    truncateSamples(series, 0);
    expect(at(0)).toBeNaN();
  });
});

/** The samples from number `index` on, as if the earlier ones had been taken before. */
function lastOf(samples: Samples, index: number): Samples {
  const series = copySeries(samples);
  const cut = (column: Float64Array): Float64Array => column.slice(index);
  const run = Object.fromEntries(runColumns.map((name) => [name, cut(series.run[name])])) as Samples['run'];
  return { ...series, firstIndex: index, length: samples.length - index, run };
}

function at(column: Float64Array, k: number): number {
  return column[k] as number;
}

/** All numbers of a series in one row. */
function numbersOf(series: Series): number[] {
  const { run, components } = copySeries(series);
  const columns = [run, ...components].flatMap((each) => Object.values(each) as (Float64Array | string)[]);
  return columns.flatMap((column) => (typeof column === 'string' ? [] : Array.from(column)));
}

describe('the samples of any scenario', () => {
  it('never fall where they count from the start, and account for every upload', () => {
    const growing = runColumns.filter(
      (name) => name !== 'open' && name !== 'deadLettered' && !name.startsWith('until') && !name.endsWith('Usd'),
    );
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const observer = new RunObserver(nodesOf(scenario), planOf(scenario).links, scenario.durationSeconds);
        const world = createSimulation(scenario, observer);
        world.runUntil(seconds(scenario.durationSeconds));
        observer.advanceTo(seconds(scenario.durationSeconds));
        const { run, length } = observer.takeSamples();
        for (const name of growing) expect([name, run[name]]).toEqual([name, run[name].toSorted((x, y) => x - y)]);
        const usd = run.workingUsd.map((working, k) => {
          return working + at(run.idleUsd, k) + at(run.startingUsd, k) + at(run.wastedUsd, k);
        });
        // Sums of the same amounts in another order may differ in the last digit.
        for (let k = 1; k < usd.length; k += 1) expect(at(usd, k)).toBeGreaterThanOrEqual(at(usd, k - 1) - 1e-12);
        const { started, open, watchable, refused, lost, deadLettered } = run;
        const sums = started.map(
          (_, k) => at(open, k) + at(watchable, k) + at(refused, k) + at(lost, k) + at(deadLettered, k),
        );
        expect(sums).toEqual(started);
        expect(Math.min(...open)).toBeGreaterThanOrEqual(0);
        expect(length).toBe(started.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same however the run is cut into pieces, and after a copy', () => {
    fc.assert(
      fc.property(
        scenarioArbitrary,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (scenario, cuts) => {
          const nodes = nodesOf(scenario);
          const end = seconds(scenario.durationSeconds);
          const whole = new RunObserver(nodes, planOf(scenario).links, scenario.durationSeconds);
          createSimulation(scenario, whole).runUntil(end);
          whole.advanceTo(end);
          const expectedNumbers = numbersOf(appendSamples(null, whole.takeSamples()));

          let observer = new RunObserver(nodes, planOf(scenario).links, scenario.durationSeconds);
          let world = createSimulation(scenario, observer);
          let series: Series | null = null;
          for (const cut of [...cuts.toSorted((a, b) => a - b), 1]) {
            const t = Math.round(end * cut);
            world.runUntil(t);
            observer.advanceTo(t);
            // One piece in two goes over with the copy.
            if (cut < 0.5) series = appendSamples(series, observer.takeSamples());
            const [left, leftWorld] = [observer, world];
            observer = left.copy();
            world = leftWorld.copy();
            world.observe(observer);
            // What becomes of the original does not matter to the copy.
            leftWorld.runUntil(end);
            left.advanceTo(end);
            left.takeSamples();
          }
          series = appendSamples(series, observer.takeSamples());
          const numbers = numbersOf(series);
          expect(numbers.findIndex((number, place) => !Object.is(number, expectedNumbers[place]))).toBe(-1);
          expect(numbers.length).toBe(expectedNumbers.length);
          expect(observer.report(scenario, end)).toEqual(whole.report(scenario, end));
        },
      ),
      { numRuns: 40 },
    );
  });
});
