/** The general models against queueing theory: Poisson arrivals, exponential service, links that take no time. */
import { describe, expect, it } from 'vitest';
import { type SimTime, seconds, toSeconds } from '../../src/engine/time.ts';
import type { Observer } from '../../src/engine/trace.ts';
import { FACT } from '../../src/models/facts.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import { aScenario, group, people } from '../support/small-scenario.ts';

/** c servers, and room for c + `places` customers. All rates are per second. */
interface Station {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
  places: number;
}

/** What theory says of M/M/c/K in the long run. */
interface LongRun {
  refusedShare: number;
  /** Of those who are served, in seconds. */
  meanTimeInSystem: number;
  meanWait: number;
  utilisation: number;
}

/** From the probabilities of there being n customers; without bound where the places are so many that none is refused. */
function longRunOf({ arrivalRate, serviceRate, servers, places }: Station): LongRun {
  let weight = 1;
  let total = 1;
  let number = 0;
  let last = 1;
  for (let n = 1; n <= servers + places && weight > 1e-300; n += 1) {
    weight *= arrivalRate / (Math.min(n, servers) * serviceRate);
    total += weight;
    number += n * weight;
    last = n === servers + places ? weight : 0;
  }
  const refusedShare = last / total;
  const served = arrivalRate * (1 - refusedShare);
  const meanTimeInSystem = number / total / served;
  return {
    refusedShare,
    meanTimeInSystem,
    meanWait: meanTimeInSystem - 1 / serviceRate,
    utilisation: served / serviceRate / servers,
  };
}

/** Listens to servers; measures those who come after the warm-up. */
class Measurements implements Observer {
  #count = 0;
  #refused = 0;
  #times: number[] = [];
  #waits: number[] = [];
  #busy = 0;
  #busySlotTime = 0;
  #since: SimTime = 0;
  readonly #cameAt: SimTime[] = [];

  fact(at: SimTime, kind: number, _component: number, upload: number): void {
    if (kind === FACT['upload.started']) {
      this.#cameAt[upload] = at;
      if (upload >= WARM_UP) this.#count += 1;
    } else if (kind === FACT['job.began']) {
      this.#change(at, 1);
      if (upload >= WARM_UP) this.#waits.push(at - (this.#cameAt[upload] as SimTime));
    } else if (kind === FACT['job.finished']) {
      this.#change(at, -1);
    } else if (upload < WARM_UP) {
      return;
    } else if (kind === FACT['upload.watchable']) this.#times.push(at - (this.#cameAt[upload] as SimTime));
    else if (kind === FACT['upload.refused']) this.#refused += 1;
  }

  #change(at: SimTime, by: number): void {
    this.#busySlotTime += this.#busy * (at - this.#since);
    this.#since = at;
    this.#busy += by;
  }

  /** As measured, over everything up to `end`. */
  result(servers: number, end: SimTime): LongRun {
    this.#change(end, 0);
    return {
      refusedShare: this.#refused / this.#count,
      meanTimeInSystem: toSeconds(mean(this.#times)),
      meanWait: toSeconds(mean(this.#waits)),
      utilisation: this.#busySlotTime / servers / end,
    };
  }
}

const CUSTOMERS = 20_000;
const WARM_UP = 2_000;
const REPLICATIONS = 10;

/** Servers as one instance with so many slots, or as so many instances with one slot each. */
type Build = 'slots' | 'instances';

function scenarioOf({ arrivalRate, serviceRate, servers, places }: Station, build: Build, seed: number) {
  const exponential = { kind: 'exponential', mean: 1 / serviceRate } as const;
  const size =
    build === 'slots' ? { slotsPerInstance: servers } : { minimum: servers, desired: servers, maximum: servers };
  const nodes = [
    people({ arrivals: 'poisson', ratePerSecond: arrivalRate }),
    group('servers', { backlogLimit: places, steps: [{ step: 'process', work: [{ seconds: exponential }] }], ...size }),
  ];
  return aScenario(nodes, ['people servers'], { latencyMs: 0, seed, durationSeconds: CUSTOMERS / arrivalRate });
}

function measure(station: Station, build: Build, seed: number): LongRun {
  const measurements = new Measurements();
  const scenario = scenarioOf(station, build, seed);
  const end = seconds(scenario.durationSeconds);
  createSimulation(scenario, measurements).runUntil(end);
  return measurements.result(station.servers, end);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** The standard error of the mean of independent replications. */
function standardError(numbers: readonly number[]): number {
  const middle = mean(numbers);
  const variance = numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (numbers.length - 1);
  return Math.sqrt(variance / numbers.length);
}

/**
 * With ten replications the difference, in standard errors, follows Student's t with 9 degrees of freedom: beyond 4.3 lie
 * 0.2 % of all sets of seeds. These seeds are fixed, so the test gives the same result every time.
 */
const MOST_STANDARD_ERRORS = 4.3;
/** A standard error larger than this part of the figure would prove nothing. */
const COARSEST = 0.03;

const many = 100_000;

describe('queueing theory', () => {
  it('agrees with itself: the formula gives the known values', () => {
    // M/M/1: 1 / (μ - λ). M/M/4 at load 0.8: Erlang C is 0.5964. M/M/1/1: λ / (λ + μ).
    const one = { arrivalRate: 0.7, serviceRate: 1, servers: 1, places: many };
    expect(longRunOf(one).meanTimeInSystem).toBeCloseTo(1 / 0.3, 10);
    const four = { arrivalRate: 3.2, serviceRate: 1, servers: 4, places: many };
    expect(longRunOf(four).meanWait).toBeCloseTo(0.5964 / 0.8, 4);
    expect(longRunOf({ ...one, places: 0 }).refusedShare).toBeCloseTo(0.7 / 1.7, 10);
  });

  it.each([
    ['M/M/1 at load 0.7', 'slots', { arrivalRate: 0.7, serviceRate: 1, servers: 1, places: many }],
    ['M/M/4 at load 0.8, four slots', 'slots', { arrivalRate: 3.2, serviceRate: 1, servers: 4, places: many }],
    ['M/M/4 at load 0.8, four instances', 'instances', { arrivalRate: 3.2, serviceRate: 1, servers: 4, places: many }],
    ['M/M/2/5 at load 1', 'slots', { arrivalRate: 2, serviceRate: 1, servers: 2, places: 3 }],
    ['M/M/3/3, the Erlang loss system', 'instances', { arrivalRate: 2, serviceRate: 1, servers: 3, places: 0 }],
  ] as const)('%s is what theory says', (_, build, station) => {
    const expected = longRunOf(station);
    const runs = Array.from({ length: REPLICATIONS }, (__, seed) => measure(station, build, seed));
    for (const figure of ['refusedShare', 'meanTimeInSystem', 'meanWait', 'utilisation'] as const) {
      const found = runs.map((run) => run[figure]);
      const error = standardError(found);
      if (expected[figure] < 1e-9) expect(mean(found)).toBe(0);
      else {
        expect(error / expected[figure], `${figure}: standard error`).toBeLessThan(COARSEST);
        const off = Math.abs(mean(found) - expected[figure]) / error;
        expect(off, `${figure}: ${mean(found)} for ${expected[figure]}`).toBeLessThan(MOST_STANDARD_ERRORS);
      }
    }
  });
});

describe("Little's law", () => {
  /** The time integral of the backlog as the facts tell its depth, and the sum of the waits of all who were in it. */
  class Backlog implements Observer {
    area = 0;
    waits = 0;
    served = 0;
    #depth = 0;
    #since: SimTime = 0;
    readonly #cameAt: SimTime[] = [];

    fact(at: SimTime, kind: number, _component: number, upload: number, _subject: number, a: number, b: number): void {
      if (kind === FACT['upload.started']) this.#cameAt[upload] = at;
      else if (kind === FACT['request.waiting']) this.#depthIs(b, at);
      else if (kind === FACT['job.began']) {
        this.#depthIs(a, at);
        this.waits += at - (this.#cameAt[upload] as SimTime);
        this.served += 1;
      }
    }

    #depthIs(depth: number, at: SimTime): void {
      this.area += this.#depth * (at - this.#since);
      this.#depth = depth;
      this.#since = at;
    }
  }

  it('holds exactly once everybody has been served: depth over time is the sum of the waits, to the microsecond', () => {
    const station = { arrivalRate: 3.2, serviceRate: 1, servers: 4, places: many };
    const backlog = new Backlog();
    const stop = { kind: 'set', target: 'people', parameter: 'ratePerSecond', value: 0, atSeconds: 3000 } as const;
    const scenario = { ...scenarioOf(station, 'instances', 1), interventions: [stop] };
    const world = createSimulation(scenario, backlog);
    world.runUntil(seconds(4000));
    expect(world.messages.live).toBe(0);
    expect(backlog.served).toBeGreaterThan(9000);
    expect(backlog.area).toBeGreaterThan(seconds(3000));
    expect(backlog.area).toBe(backlog.waits);
  });
});
