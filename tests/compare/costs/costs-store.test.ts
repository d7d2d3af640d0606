/** The curves as they come: told point by point, stopped, gone on with, and made finer. */
import { expect, it } from 'vitest';
import { createCosts, WANTED } from '../../../src/compare/costs/costs-store.ts';
import { toldCrossovers } from '../../../src/compare/costs/crossovers.ts';
import { RATES, secondsAt } from '../../../src/compare/costs/traffic.ts';
import { listPrices } from '../../../src/cost/prices.ts';
import type { RunReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import type { PoolJob } from '../../../src/worker/batch.ts';
import { aMadeUpPool } from '../../support/made-up-pool.ts';

const rateOf = ({ parameters }: StageScenario): number => Number(parameters['users']?.['ratePerSecond'] ?? 0);

/**
 * A world in which everything but functions costs a dollar an hour whatever the traffic, functions a ten-thousandth of a
 * dollar a video, and nobody can take more than 30 uploads a second. They cross where 3600 videos an hour cost that
 * dollar: at 100 / 36 uploads per second.
 */
function answer({ scenario }: PoolJob): RunReport {
  const stage = (scenario as StageScenario).stage;
  const rate = rateOf(scenario as StageScenario);
  const seconds = rate === 0 ? scenario.durationSeconds : secondsAt(rate);
  const uploads = Math.round(rate * seconds);
  const lines =
    stage === 'serverless'
      ? [{ what: 'invocations', priceId: 'apigw.http', amount: 100 * uploads }]
      : [{ what: 'instances', priceId: 'ec2.c5.large', amount: seconds / 3600 / 0.085 }];
  const bad = rate > 30 ? uploads : 0;
  return {
    untilSeconds: seconds,
    uploads: {
      started: uploads,
      watchable: uploads - bad,
      refused: bad,
      lost: 0,
      deadLettered: 0,
      open: 0,
      refusedByReason: bad > 0 ? { throttled: bad } : {},
      lostByReason: {},
      deadLetteredByReason: {},
    },
    untilWatchable: { p95Seconds: 1 },
    components: [],
    bill: { lines },
  } as unknown as RunReport;
}

it('runs every architecture from nobody to a flood, and finds where they cross', () => {
  const pool = aMadeUpPool(answer);
  const costs = createCosts(pool.run);
  costs.start(() => listPrices);
  expect(costs.state.getState()).toMatchObject({ status: 'running', done: 0, wanted: WANTED });
  pool.step();
  expect(costs.state.getState().done).toBe(1);
  pool.drain();
  const { status, done, curves } = costs.state.getState();
  expect({ status, done }).toEqual({ status: 'done', done: WANTED });
  const told = toldCrossovers(curves, listPrices);
  expect(told).toHaveLength(6);
  for (const { below, ratePerSecond } of told) {
    expect(below).toBe('serverless');
    expect(ratePerSecond).toBeCloseTo(100 / 36, 2);
  }
});

it('runs nothing more than it has to once something is too much, and says why', () => {
  const pool = aMadeUpPool(answer);
  const costs = createCosts(pool.run);
  costs.start(() => listPrices);
  pool.drain();
  const last = costs.state.getState().curves.monolith.at(-1);
  expect(Math.max(...pool.asked.map(({ scenario }) => rateOf(scenario as StageScenario)))).toBe(100);
  expect(last).toMatchObject({
    ratePerSecond: 1000,
    used: null,
    cannot: { limit: 'other', reason: 'throttled', badShare: 1 },
  });
});

it('stops, keeps what it has, and goes on with what is lacking', () => {
  const pool = aMadeUpPool(answer);
  const costs = createCosts(pool.run);
  costs.start(() => listPrices);
  for (let n = 0; n < 30; n += 1) pool.step();
  costs.stop();
  expect(pool.stops).toBe(1);
  expect(costs.state.getState()).toMatchObject({ status: 'stopped', done: 30 });
  costs.start(() => listPrices);
  pool.drain();
  expect(costs.state.getState()).toMatchObject({ status: 'done', done: WANTED });
  const usual = pool.asked.filter(({ scenario }) =>
    (RATES as readonly number[]).includes(rateOf(scenario as StageScenario)),
  );
  const asked = usual.map(
    ({ scenario }) => `${(scenario as StageScenario).stage} ${rateOf(scenario as StageScenario)}`,
  );
  const twice = asked.filter((each, index) => asked.indexOf(each) !== index);
  // What was under way when it stopped is all that is run twice, and what is tried again before it is called too much.
  expect(twice.filter((each) => !each.endsWith(' 100')).length).toBeLessThanOrEqual(7);
});
