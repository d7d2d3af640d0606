/** Functions against instances: the scenarios of the curves, where they cross, and how that moves with the work. */
import { describe, expect, it } from 'vitest';
import { createCostsOf } from '../../../src/compare/costs/costs-store.ts';
import { perThousandUsd, toldCrossoversIn } from '../../../src/compare/costs/crossovers.ts';
import { bookWith, listPrices, type PriceBook } from '../../../src/cost/prices.ts';
import {
  CALL_RATES,
  type CrossoverId,
  contestants,
  contestOf,
  FUNCTIONS,
  INSTANCES,
  parametersOf,
  shownSecondsAt,
  slotsFor,
  type Terms,
} from '../../../src/labs/function-lab/crossover/contest.ts';
import { createCrossovers } from '../../../src/labs/function-lab/crossover/crossovers-store.ts';
import { callPrices, durationAt, usdOfCall } from '../../../src/labs/function-lab/memory/closed-form.ts';
import { writeSeconds } from '../../../src/labs/function-lab/memory/measured.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { aMadeUpPool } from '../../support/made-up-pool.ts';

const usual: Terms = { seconds: 0.2, cpuShare: 0.5, memoryMegabytes: 512 };
const heavy: Terms = { seconds: 2, cpuShare: 1, memoryMegabytes: 1769 };

describe('the scenarios of the crossover', () => {
  it.each(contestants)('are valid, with the work that is asked for: %s', (stage) => {
    for (const terms of [usual, heavy, { ...usual, cpuShare: 0 }]) {
      const { scenarioAt, idleScenario } = contestOf(terms);
      for (const scenario of [
        scenarioAt(stage, 0.01, {}),
        scenarioAt(stage, 300, { servers: 9 }),
        idleScenario(stage),
      ]) {
        expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
      }
    }
  });

  it('are valid where the run on screen is given the work', () => {
    for (const stage of contestants) {
      const scenario = newScenario(stage, { parameters: parametersOf(stage, heavy) });
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
    }
  });

  it('size machines as they are told', () => {
    const servers = contestOf(usual).scenarioAt(INSTANCES, 30, { servers: 9 }).parameters['servers'];
    expect(servers).toMatchObject({ desired: 9, slotsPerInstance: 2 });
  });

  it('give a machine as many calls at once as compute for their share of the time', () => {
    expect([1, 0.6, 0.5, 0.2, 0.1, 0.01, 0].map(slotsFor)).toEqual([1, 1, 2, 5, 10, 16, 16]);
  });

  it('are shown side by side for five minutes, and shorter where many call', () => {
    expect([0.01, 1, 20, 100, 300].map(shownSecondsAt)).toEqual([300, 300, 300, 60, 30]);
  });
});

/** The curves under these terms, run here. */
function curvesUnder(terms: Terms, book: PriceBook = listPrices) {
  const contest = contestOf(terms);
  const pool = aMadeUpPool(({ scenario }) => createReport(scenario));
  const costs = createCostsOf(contest, pool.run);
  costs.start(() => book);
  pool.drain();
  const state = costs.state.getState();
  return { state, crossings: toldCrossoversIn(contest, state.curves, book) };
}

describe('the crossover', { timeout: 60_000 }, () => {
  const { state, crossings } = curvesUnder(usual);

  it('is found by running both, each at every rate and with nobody', () => {
    expect(state).toMatchObject({ status: 'done', done: 2 * (CALL_RATES.length + 1), failure: null });
    expect(crossings).toHaveLength(1);
    expect(crossings[0]).toMatchObject({ below: FUNCTIONS, above: INSTANCES });
    expect(crossings[0]?.ratePerSecond).toBeGreaterThan(5);
    expect(crossings[0]?.ratePerSecond).toBeLessThan(20);
  });

  it('has functions cost the same for each call, as worked out', () => {
    const seconds =
      durationAt({ ...usual, threads: 6 }, usual.memoryMegabytes) + writeSeconds(newScenario('function-memory'));
    const call = usdOfCall(usual.memoryMegabytes, seconds, callPrices(listPrices));
    const write = listPrices.prices.get('dynamodb.wru')?.unitPriceUsd ?? 0;
    for (const point of state.curves[FUNCTIONS]) {
      const usd = (perThousandUsd(point, listPrices) ?? 0) / 1000;
      expect(usd / (call + write)).toBeGreaterThan(0.97);
      // Cold starts come on top.
      expect(usd / (call + write)).toBeLessThan(1.1);
    }
  });

  it('has machines cost the same for each hour as long as two of them do', () => {
    const hours = state.curves[INSTANCES]
      .filter(({ ratePerSecond }) => ratePerSecond <= 1)
      .map((point) => ((perThousandUsd(point, listPrices) ?? 0) / 1000) * point.ratePerSecond * 3600);
    expect(Math.max(...hours) / Math.min(...hours)).toBeLessThan(1.1);
    const idle = state.idle;
    expect(idle[FUNCTIONS]?.used).toEqual({});
    expect(idle[INSTANCES]?.used).toHaveProperty(['ec2.c5.large']);
  });

  it('comes at less traffic the more a call computes, and later where machines are dearer', () => {
    const heavier = curvesUnder(heavy);
    expect(heavier.crossings[0]?.ratePerSecond).toBeLessThan(2);
    const dear = bookWith({ 'ec2.c5.large': 0.12 });
    const later = toldCrossoversIn(contestOf(usual), state.curves, dear);
    expect(later[0]?.ratePerSecond ?? Number.POSITIVE_INFINITY).toBeGreaterThan(crossings[0]?.ratePerSecond ?? 0);
  });
});

describe('the terms that were tried', () => {
  it('keep their curves, the latest first, and only so many of them', () => {
    const crossovers = createCrossovers(aMadeUpPool(({ scenario }) => createReport(scenario)).run);
    const first = crossovers.under(usual);
    expect(crossovers.under({ ...usual })).toBe(first);
    crossovers.under(heavy);
    expect(crossovers.tried().map(({ terms }) => terms)).toEqual([heavy, usual]);
    for (let n = 1; n <= 8; n += 1) crossovers.under({ ...usual, memoryMegabytes: 512 + n });
    expect(crossovers.tried()).toHaveLength(8);
    expect(crossovers.under(usual)).not.toBe(first);
  });
});

it('names both forms of the bench', () => {
  const ids: readonly CrossoverId[] = contestants;
  expect(ids).toEqual(['function-crossover', 'function-crossover-instances']);
});
