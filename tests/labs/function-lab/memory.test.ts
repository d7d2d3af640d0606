/** The curves of memory: worked out, measured, and held against each other; and the call that was billed. */
import { describe, expect, it } from 'vitest';
import { bookWith, listPrices } from '../../../src/cost/prices.ts';
import { seconds } from '../../../src/engine/time.ts';
import { axisOf, curveMegabytes, memoryAt, niceMost, xOf } from '../../../src/labs/function-lab/memory/chart-places.ts';
import {
  bestsOf,
  billed,
  callPrices,
  durationAt,
  durationOn,
  placeAt,
  usdOfCall,
  type Work,
} from '../../../src/labs/function-lab/memory/closed-form.ts';
import { lastCallBefore } from '../../../src/labs/function-lab/memory/invocation.ts';
import {
  agreementOf,
  MEASURED_MEGABYTES,
  type MeasuredPoint,
  measuredUsd,
  pointOf,
  scenarioAt,
  workIn,
  writeSeconds,
} from '../../../src/labs/function-lab/memory/measured.ts';
import { createPoints, nameOfWork } from '../../../src/labs/function-lab/memory/points-store.ts';
import { keptInside } from '../../../src/labs/function-lab/memory/steps.ts';
import { FACT } from '../../../src/models/facts.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { aMadeUpPool } from '../../support/made-up-pool.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const prices = callPrices(listPrices);
const computing: Work = { seconds: 1, cpuShare: 1, threads: 6 };
const oneThread: Work = { seconds: 0.5, cpuShare: 0.8, threads: 1 };
const waiting: Work = { seconds: 0.5, cpuShare: 0, threads: 6 };
const extra = writeSeconds(newScenario('function-memory'));

describe('the closed form', () => {
  it('halves pure computing with twice the memory, at the same price', () => {
    const [small, large] = [placeAt(computing, 1000, prices), placeAt(computing, 2000, prices)];
    expect(large.seconds).toBeCloseTo(small.seconds / 2, 9);
    expect(large.usd / small.usd).toBeCloseTo(1, 3);
  });

  it('has the whole of the work on 2 vCPU take as long as the work says', () => {
    expect(durationAt(computing, 2 * 1769)).toBeCloseTo(1, 12);
  });

  it('gives one thread no more than one vCPU, and what waits nothing at all', () => {
    expect(durationAt(oneThread, 10_240)).toBe(durationAt(oneThread, 1769));
    expect(durationAt(oneThread, 1768)).toBeGreaterThan(durationAt(oneThread, 1769));
    expect(durationAt(waiting, 128)).toBe(durationAt(waiting, 10_240));
  });

  it('tells of a machine no more than what its threads can use of it', () => {
    expect(durationOn(oneThread, 2)).toBe(durationAt(oneThread, 1769));
    expect(durationOn({ ...oneThread, threads: 2 }, 2)).toBe(oneThread.seconds);
  });

  it('bills a part of a millisecond as one, and a whole one as one', () => {
    expect([0.0011, 0.001, 0.0010001, 0.3].map(billed)).toEqual([0.002, 0.001, 0.002, 0.3]);
  });

  it('costs a request, and a GB-second of 1,024 MB', () => {
    expect(usdOfCall(1024, 1, prices)).toBeCloseTo(0.0000002 + 0.0000166667, 12);
    const dearer = callPrices(bookWith({ 'lambda.gb-s.x86': 1 }));
    expect(usdOfCall(512, 1, dearer)).toBeCloseTo(0.5000002, 9);
  });
});

describe('the best sizes', () => {
  it('are the least memory for the money, and the first that brings nothing more for the time', () => {
    const bests = bestsOf(oneThread, prices, 60, extra);
    expect(bests?.cheapest.memoryMegabytes).toBe(128);
    expect(bests?.fastest.memoryMegabytes).toBe(1769);
    expect(bestsOf(waiting, prices, 60, extra)?.fastest.memoryMegabytes).toBe(128);
  });

  it.each([1, 2, 3, 6])('have nothing that is faster than the fastest, with %i threads', (threads) => {
    const work = { ...oneThread, threads };
    const fastest = bestsOf(work, prices, 60, extra)?.fastest;
    for (let size = 128; size <= 10_240; size += 1) {
      expect(placeAt(work, size, prices, extra).seconds).toBeGreaterThanOrEqual(fastest?.seconds ?? Number.NaN);
    }
    expect(fastest?.memoryMegabytes).toBe(Math.min(10_240, 1769 * threads));
  });

  it('are done before the time-out, where one is', () => {
    const bests = bestsOf(oneThread, prices, 3, extra);
    expect(bests?.cheapest.memoryMegabytes).toBeGreaterThan(450);
    expect(bests?.cheapest.seconds).toBeLessThan(3);
    expect(bestsOf({ ...waiting, seconds: 4 }, prices, 3, extra)).toBeNull();
  });
});

const measured = (work: Work, timeout = 60): MeasuredPoint[] =>
  MEASURED_MEGABYTES.map((size) => pointOf(size, createReport(scenarioAt(work, size, timeout))));

describe('the measured points', () => {
  it('come of valid scenarios', () => {
    for (const size of MEASURED_MEGABYTES) {
      const scenario = scenarioAt(oneThread, size, 60);
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    }
  });

  it.each([
    ['pure computing', computing],
    ['one thread', oneThread],
    ['pure waiting', waiting],
  ] as const)('agree with the closed form: %s', (_, work) => {
    const agreement = agreementOf(measured(work), work, prices, 60, extra);
    expect(agreement).toMatchObject({ agrees: true, tooSlow: 0 });
    expect(agreement.most).toBeLessThan(0.03);
    expect(agreement.most).toBeGreaterThan(0);
  });

  it('are none where the time-out comes first, as the closed form has it', () => {
    const points = measured(oneThread, 3);
    const late = points.filter((point) => point.seconds === null).map(({ memoryMegabytes }) => memoryMegabytes);
    expect(late).toEqual([128, 256]);
    expect(points[0]).toMatchObject({ requests: 0, gbSeconds: 0 });
    expect(measuredUsd(points[0] as MeasuredPoint, prices)).toBeNull();
    expect(agreementOf(points, oneThread, prices, 3, extra)).toMatchObject({ agrees: true, tooSlow: 2 });
  });

  it('are said not to agree where they do not', () => {
    const other = { ...oneThread, seconds: 0.6 };
    expect(agreementOf(measured(oneThread), other, prices, 60, extra)).toMatchObject({ agrees: false });
    // Done in time by the one, and not by the other.
    expect(agreementOf(measured(oneThread, 3), oneThread, prices, 60, extra).agrees).toBe(false);
  });
});

it('reads the work of the bench, and how long its write takes', () => {
  expect(workIn(newScenario('function-memory'), 1)).toEqual({ seconds: 0.5, cpuShare: 0.8, threads: 1 });
  // 20 ms there, 20 ms back, and 5 to 20 ms for the table.
  expect(extra).toBeCloseTo(0.0525, 9);
});

describe('the points in the background', () => {
  const aWork = { seconds: 0.1, cpuShare: 0.5, threads: 2 };

  it('are run once for each work, and kept', () => {
    const pool = aMadeUpPool(({ scenario }) => createReport(scenario));
    const points = createPoints(pool.run);
    points.want(aWork, 60);
    points.want(aWork, 60);
    // What is under way already is not begun anew.
    expect(pool.stops).toBe(0);
    pool.drain();
    expect(pool.asked).toHaveLength(MEASURED_MEGABYTES.length);
    const kept = points.state.getState().points.get(nameOfWork(aWork, 60));
    expect(kept?.map(({ memoryMegabytes }) => memoryMegabytes)).toEqual([...MEASURED_MEGABYTES]);
    points.want(aWork, 60);
    pool.drain();
    expect(pool.asked).toHaveLength(MEASURED_MEGABYTES.length);
  });

  it('give up a work for the next, and go on with what is lacking', () => {
    const pool = aMadeUpPool(({ scenario }) => createReport(scenario));
    const points = createPoints(pool.run);
    points.want(aWork, 60);
    pool.step();
    points.want({ ...aWork, cpuShare: 1 }, 60);
    expect(pool.stops).toBe(1);
    points.stop();
    expect(pool.stops).toBe(2);
    points.want(aWork, 60);
    pool.drain();
    expect(points.state.getState().points.get(nameOfWork(aWork, 60))).toHaveLength(MEASURED_MEGABYTES.length);
    const sizes = pool.asked.map(
      ({ scenario }) => (scenario as StageScenario).parameters['handler']?.['memoryMegabytes'],
    );
    expect(sizes.slice(1)).toEqual(MEASURED_MEGABYTES.slice(1));
  });
});

describe('the last call of the run', () => {
  const scenario = newScenario('function-memory', { durationSeconds: 60 });
  const recording = reelOf(recordRun(scenario).chunks);
  const { at, kind, a } = recording.facts;
  const finished = Array.from({ length: recording.facts.length }, (_, row) => ({
    at: at[row] ?? 0,
    kind: kind[row],
    a: a[row] ?? 0,
  })).filter((row) => row.kind === FACT['invocation.finished']);

  it('is none before one is over', () => {
    expect(lastCallBefore(recording, 1, (finished[0]?.at ?? 0) - 1)).toBeNull();
  });

  it('is the one that was over last, whatever comes later, with its start', () => {
    const first = lastCallBefore(recording, 1, finished[0]?.at ?? 0);
    expect(first?.startSeconds).toBeGreaterThan(0);
    for (const { at, a } of finished) {
      const call = lastCallBefore(recording, 1, at);
      expect(call?.atSeconds).toBe(at / 1_000_000);
      expect(call?.billedSeconds).toBe(a / 1_000_000);
      const over = (call?.billedSeconds ?? 0) - (call?.tookSeconds ?? 0);
      expect(over).toBeGreaterThan(-1e-9);
      expect(over).toBeLessThan(0.001);
    }
    expect(lastCallBefore(recording, 1, seconds(60))?.atSeconds).toBe((finished.at(-1)?.at ?? 0) / 1_000_000);
  });
});

describe('the chart of memory', () => {
  it('has every size at a place, and finds it there again', () => {
    for (const size of [128, 129, 512, 1769, 5000, 10_239, 10_240]) expect(memoryAt(xOf(size))).toBe(size);
    expect([memoryAt(-1), memoryAt(2)]).toEqual([128, 10_240]);
    expect([xOf(128), xOf(10_240)]).toEqual([0, 1]);
  });

  it('draws its lines from end to end, with the corners of whole vCPU', () => {
    expect(curveMegabytes[0]).toBe(128);
    expect(curveMegabytes.at(-1)).toBe(10_240);
    expect(curveMegabytes).toContain(1769);
    expect(curveMegabytes).toEqual(curveMegabytes.toSorted((a, b) => a - b));
  });

  it('has room on its scale for the most', () => {
    for (const most of [0.012, 0.9, 1.4, 11, 29, 168]) {
      expect(niceMost(most)).toBeGreaterThanOrEqual(most);
      expect(niceMost(most)).toBeLessThanOrEqual(most * 2.2);
    }
    expect(axisOf(2)).toEqual([0, 1, 2]);
  });

  it('steps to whole sizes that can be set', () => {
    expect([0, 127.6, 512.4, 99_999].map(keptInside)).toEqual([128, 128, 512, 10_240]);
  });
});
