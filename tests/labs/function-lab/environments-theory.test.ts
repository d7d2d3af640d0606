/** What the bench of environments says of theory: known values, limits that are known otherwise, and the runs themselves. */
import { describe, expect, it } from 'vitest';
import { IDLE_TIMES, pointsFrom, scenariosFor } from '../../../src/labs/function-lab/environments/cold-points.ts';
import { meanStartSeconds } from '../../../src/labs/function-lab/environments/start-seconds.ts';
import {
  coldShare,
  coldShareOfLoneRuns,
  coldSharesWithStarts,
  erlangB,
} from '../../../src/labs/function-lab/theory.ts';
import { newScenario } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import { parseScenario } from '../../../src/scenario/schema.ts';
import { MEAN_RUN_SECONDS } from '../../../src/stages/function-lab/environments.ts';

describe('theory', () => {
  it('has the values of printed tables for Erlang B', () => {
    // Erlang B tables: 5 servers at 2.22 erlangs 5 %, 10 at 4.46 1 %, 20 at 12.0 1 %; one server: a / (1 + a).
    expect(erlangB(5, 2.22)).toBeCloseTo(0.05, 3);
    expect(erlangB(10, 4.46)).toBeCloseTo(0.01, 3);
    expect(erlangB(20, 12.03)).toBeCloseTo(0.01, 3);
    expect(erlangB(1, 3)).toBeCloseTo(0.75, 12);
    expect(erlangB(0, 3)).toBe(1);
  });

  it('comes to the closed form of lone runs as runs get short beside the gaps', () => {
    for (const [rate, idle] of [
      [0.05, 20],
      [0.5, 1],
      [0.01, 200],
    ] as const) {
      expect(coldShare(rate, 1e-6, idle)).toBeCloseTo(coldShareOfLoneRuns(rate, idle), 5);
    }
  });

  it('lets every call start cold where nothing is kept, and none where everything is kept for ever', () => {
    expect(coldShare(2, 2, 0)).toBeCloseTo(1, 5);
    expect(coldShare(0.5, 2, 20_000)).toBeLessThan(0.001);
  });

  it('agrees with a birth and death chain that is followed call by call', () => {
    // An independent reference: exponential clocks, a stack of idle environments, and nothing of the simulation.
    const [rate, run, idle] = [1, 2, 5];
    let state = 12_345;
    const uniform = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state + 0.5) / 4_294_967_296;
    };
    const waits: number[] = [];
    const ends: number[] = [];
    const calls = 60_000;
    let [t, cold] = [0, 0];
    for (let call = 0; call < calls; call += 1) {
      t -= Math.log(uniform()) / rate;
      ends.sort((a, b) => a - b);
      while (ends.length > 0 && (ends[0] as number) <= t) waits.push(ends.shift() as number);
      while (waits.length > 0 && t - (waits[0] as number) > idle) waits.shift();
      if (waits.pop() === undefined) cold += 1;
      ends.push(t - run * Math.log(uniform()));
    }
    // Standard error of 60,000 calls at 18 %: 0.16 %, and calls are not quite independent.
    expect(Math.abs(cold / calls - coldShare(rate, run, idle))).toBeLessThan(0.006);
  });

  it('knows how long a start of the bench takes on average', () => {
    const seconds = meanStartSeconds({
      runtime: 'python',
      packageMegabytes: 10,
      initSeconds: { kind: 'constant', value: 0.2 },
      memoryMegabytes: 1769,
    });
    expect(seconds).toBeCloseTo(0.05 + 0.325 + 0.2, 9);
  });
});

describe('the runs of the bench', () => {
  it('take two seconds on average, as theory is told', () => {
    const means = [1, 2, 3, 4].map((seed) => {
      const handler = createReport(newScenario('function-environments', { seed })).components[1];
      return handler?.kind === 'function' ? (handler.duration.meanSeconds as number) : Number.NaN;
    });
    const mean = means.reduce((sum, each) => sum + each / means.length, 0);
    // 28,800 exponential runs: standard error 0.6 %.
    expect(Math.abs(mean - MEAN_RUN_SECONDS)).toBeLessThan(0.04);
  });

  it('are valid, and measure the curve that is worked out, but for what starts add', () => {
    const scenarios = scenariosFor(0.5, {});
    expect(scenarios.every((scenario) => parseScenario(scenario).ok)).toBe(true);
    const points = pointsFrom(new Map(scenarios.map((scenario, job) => [job, createReport(scenario)])));
    expect(points.map(({ x }) => x)).toEqual([...IDLE_TIMES]);
    const theory = coldSharesWithStarts(0.5, MEAN_RUN_SECONDS, 0.575, IDLE_TIMES);
    for (const [place, { estimate }] of points.entries()) {
      const expected = theory[place] as number;
      // The interval, and a twentieth for starts that are not short beside runs.
      expect(expected).toBeGreaterThan(estimate.low - expected / 20);
      expect(expected).toBeLessThan(estimate.high + expected / 20);
    }
    // The points differ, and fall.
    expect(points[0]?.estimate.value).toBeGreaterThan(3 * (points.at(-1)?.estimate.value as number));
  });

  it('give no point before all of its runs are over', () => {
    expect(pointsFrom(new Map())).toEqual([]);
  });
});
