/**
 * Functions against closed forms. Poisson traffic, links that take no time; independent replications, whose mean has to
 * lie within so many of its standard errors of what theory says, and those have to be small.
 */
import { describe, expect, it } from 'vitest';
import { exp } from '../../src/engine/math.ts';
import { type SimTime, seconds, toSeconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import { FACT } from '../../src/models/facts.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { type FunctionParams, serverless } from '../support/small-function.ts';
import { aScenario, people } from '../support/small-scenario.ts';

const REPLICATIONS = 10;
/** Student's t with 9 degrees of freedom: beyond 4.3 lie 0.2 % of all sets of seeds. The seeds are fixed. */
const MOST_STANDARD_ERRORS = 4.3;
/** A standard error larger than this part of the figure would prove nothing. */
const COARSEST = 0.03;

/** Counts what happens from `from` on. */
class Figures implements Observer {
  readonly #from: SimTime;
  requests = 0;
  throttled = 0;
  begun = 0;
  cold = 0;
  #atWork = 0;
  #since: SimTime = 0;
  #area = 0;

  constructor(from: SimTime) {
    this.#from = from;
  }

  fact(
    at: SimTime,
    kind: number,
    _component: number,
    _upload: number,
    _subject: number,
    _a: number,
    _b: number,
    c: number,
  ) {
    const counts = at >= this.#from ? 1 : 0;
    if (kind === FACT['upload.started']) this.requests += counts;
    else if (kind === FACT['invocation.throttled']) this.throttled += counts;
    else if (kind === FACT['job.began']) {
      this.begun += counts;
      this.cold += counts * c;
      this.#change(at, 1);
    } else if (kind === FACT['job.finished']) this.#change(at, -1);
  }

  #change(at: SimTime, by: number): void {
    const since = Math.max(this.#since, this.#from);
    if (at > since) this.#area += this.#atWork * (at - since);
    this.#since = at;
    this.#atWork += by;
  }

  /** Environments that work on something, on average over time. */
  meanAtWork(end: SimTime): number {
    this.#change(end, 0);
    return toSeconds(this.#area) / toSeconds(end - this.#from);
  }
}

interface Case {
  ratePerSecond: number;
  params: FunctionParams;
  durationSeconds: number;
}

function measure<T>(
  { ratePerSecond, params, durationSeconds }: Case,
  seed: number,
  read: (found: Figures, end: SimTime) => T,
): T {
  const scenario = aScenario(
    [
      people({ arrivals: 'poisson', ratePerSecond }),
      serverless('f', { recycleSeconds: 86_400, timeoutSeconds: 900, ...params }),
    ],
    ['people f'],
    { latencyMs: 0, seed, durationSeconds },
  );
  const figures = new Figures(seconds(durationSeconds / 10));
  createSimulation(scenario, figures).runUntil(seconds(durationSeconds));
  return read(figures, seconds(durationSeconds));
}

function expectMean(found: readonly number[], expected: number): void {
  const mean = found.reduce((sum, each) => sum + each, 0) / found.length;
  const variance = found.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (found.length - 1);
  const standardError = Math.sqrt(variance / found.length);
  expect(standardError / expected).toBeLessThan(COARSEST);
  expect(Math.abs(mean - expected) / standardError).toBeLessThan(MOST_STANDARD_ERRORS);
}

const seeds = Array.from({ length: REPLICATIONS }, (_, seed) => seed);

/** Share of requests that find all servers busy. */
function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Work of which nothing is computing, so that memory makes no difference. */
const working = (work: FunctionParams['steps']): FunctionParams => ({ steps: work ?? [] });

const exponential = working([{ step: 'process', work: [{ seconds: { kind: 'exponential', mean: 2 } }] }]);
const lognormal = working([{ step: 'process', work: [{ seconds: { kind: 'lognormal', mean: 2, variation: 1.5 } }] }]);

describe('a function under Poisson traffic', () => {
  it('agrees with itself: Erlang B has the known value', () => {
    // 10 servers at a load of 5: 0.0184.
    expect(erlangB(10, 5)).toBeCloseTo(0.0184, 4);
  });

  it.each([
    ['exponential', exponential],
    ['lognormal', lognormal],
  ])('has as many environments at work as requests in M/G/∞: rate times duration (%s)', (_, params) => {
    const one: Case = { ratePerSecond: 4, durationSeconds: 4000, params };
    expectMean(
      seeds.map((seed) => measure(one, seed, (found, end) => found.meanAtWork(end))),
      4 * 2,
    );
  });

  it.each([
    ['exponential', 1, exponential],
    ['exponential', 4, exponential],
    ['exponential', 6, exponential],
    ['lognormal', 4, lognormal],
  ])('throttles with a concurrency limit as Erlang B says (%s, %i environments)', (_, environments, params) => {
    // Kept ready, so that none has to start: the time at work is that of the work alone.
    const ready: FunctionParams = {
      reservedConcurrency: environments,
      provisionedConcurrency: environments,
      versions: [{ version: 1 }],
      aliasVersion: 1,
    };
    const one: Case = { ratePerSecond: 2, durationSeconds: 5000, params: { ...params, ...ready } };
    const shares = seeds.map((seed) => measure(one, seed, ({ throttled, requests }) => throttled / requests));
    expectMean(shares, erlangB(environments, 2 * 2));
  });

  it.each([
    ['0.5', 0.5, 1],
    ['1', 0.1, 10],
    ['2', 1, 2],
  ])(
    'with one environment at most and a fixed idle time, starts cold as often as the gap is longer: exp(-%s)',
    (_, ratePerSecond, idle) => {
      // What comes while it works is throttled, so the gap from the end of a run to the next request is exponential.
      const params: FunctionParams = {
        reservedConcurrency: 1,
        idleSeconds: { kind: 'constant', value: idle },
        ...exponential,
      };
      const one: Case = { ratePerSecond, durationSeconds: 40_000 / ratePerSecond / 4, params };
      expectMean(
        seeds.map((seed) => measure(one, seed, ({ cold, begun }) => cold / begun)),
        exp(-ratePerSecond * idle),
      );
    },
  );
});
