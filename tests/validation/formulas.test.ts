/** The formulas against values that anybody can look up or work out by hand. */
import { describe, expect, it } from 'vitest';
import { birthAndDeath, machineRepair, pollaczekKhinchine } from '../../validation/formulas.ts';

const open = { arrivalRate: 0.7, serviceSeconds: 1, servers: 1, places: Number.POSITIVE_INFINITY };

describe('birth and death', () => {
  it('is 1 / (μ − λ) for M/M/1, and the number there is geometric', () => {
    const { timeSeconds, waitSeconds, waitingShare, number, numberVariance, busy, throughput, refusedShare } =
      birthAndDeath(open);
    expect(timeSeconds).toBeCloseTo(1 / 0.3, 10);
    expect(waitSeconds).toBeCloseTo(1 / 0.3 - 1, 10);
    expect(waitingShare).toBeCloseTo(0.7, 10);
    expect(number).toBeCloseTo(0.7 / 0.3, 10);
    expect(numberVariance).toBeCloseTo(0.7 / 0.09, 10);
    expect(busy).toBeCloseTo(0.7, 10);
    expect(throughput).toBeCloseTo(0.7, 10);
    expect(refusedShare).toBe(0);
  });

  it('is Erlang C for M/M/4 at load 0.8: 0.5964 wait', () => {
    const { waitingShare, waitSeconds } = birthAndDeath({ ...open, arrivalRate: 3.2, servers: 4 });
    expect(waitingShare).toBeCloseTo(0.5964, 4);
    expect(waitSeconds).toBeCloseTo(waitingShare / (4 - 3.2), 10);
  });

  it('is Erlang B without places: 0.1219 for 6 erlang on 8 servers, λ / (λ + μ) for one server', () => {
    expect(birthAndDeath({ ...open, arrivalRate: 6, servers: 8, places: 0 }).refusedShare).toBeCloseTo(0.1219, 4);
    expect(birthAndDeath({ ...open, places: 0 }).refusedShare).toBeCloseTo(0.7 / 1.7, 10);
  });

  it('is uniform over the numbers from 1 on for M/M/2/5 at load 1: 0 has half the weight of each', () => {
    const { refusedShare, number } = birthAndDeath({ ...open, arrivalRate: 2, servers: 2, places: 3 });
    expect(refusedShare).toBeCloseTo(2 / 11, 10);
    expect(number).toBeCloseTo((2 * (1 + 2 + 3 + 4 + 5)) / 11, 10);
  });

  it('is Poisson with as many servers as there can be people', () => {
    const { number, numberVariance, waitSeconds } = birthAndDeath({ ...open, arrivalRate: 10, servers: 1000 });
    expect([number, numberVariance]).toEqual([expect.closeTo(10, 9), expect.closeTo(10, 9)]);
    expect(waitSeconds).toBeCloseTo(0, 10);
  });
});

describe('machine repair', () => {
  it('lets one alone never wait', () => {
    const alone = machineRepair({ population: 1, thinkSeconds: 3, serviceSeconds: 1, servers: 1 });
    expect(alone.waitSeconds).toBeCloseTo(0, 10);
    expect(alone.throughput).toBeCloseTo(1 / 4, 10);
    expect(alone.waitingShare).toBe(0);
  });

  it('is 1 : 2 : 2 for two people and one server who are equally fast', () => {
    const { busy, number, waitingShare, timeSeconds } = machineRepair({
      population: 2,
      thinkSeconds: 1,
      serviceSeconds: 1,
      servers: 1,
    });
    expect(busy).toBeCloseTo(0.8, 10);
    expect(number).toBeCloseTo(1.2, 10);
    expect(waitingShare).toBeCloseTo(0.5, 10);
    expect(timeSeconds).toBeCloseTo(1.5, 10);
  });
});

describe('Pollaczek and Khinchine', () => {
  it('is M/M/1 with variation 1, half of its wait with 0, and more with more', () => {
    const wait = (variation: number) => pollaczekKhinchine(open, variation).waitSeconds;
    expect(wait(1)).toBeCloseTo(birthAndDeath(open).waitSeconds, 10);
    expect(wait(0)).toBeCloseTo(birthAndDeath(open).waitSeconds / 2, 10);
    expect(wait(2)).toBeCloseTo(birthAndDeath(open).waitSeconds * 2.5, 10);
  });
});
