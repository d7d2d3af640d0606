/** What queueing theory says of stations in the long run. Rates are per second, times in seconds. */

/** One station: people come as a Poisson process, `servers` serve them, `places` more may wait. */
export interface Station {
  arrivalRate: number;
  /** Mean time of a service. */
  serviceSeconds: number;
  servers: number;
  /** How many may wait; Infinity where nobody is ever refused. */
  places: number;
}

/** A station that is visited by a fixed number of people, who think between two visits. */
export interface ClosedStation {
  population: number;
  thinkSeconds: number;
  serviceSeconds: number;
  servers: number;
}

/** Means over time, and over those who are served. */
export interface LongRun {
  /** Of those who come, how many are refused. */
  refusedShare: number;
  /** Of those who are let in, how many find no free server. */
  waitingShare: number;
  /** Servers at work. */
  busy: number;
  /** People at the station, waiting or being served, and the variance of that number over time. */
  number: number;
  numberVariance: number;
  waitSeconds: number;
  timeSeconds: number;
  /** People served per second. */
  throughput: number;
}

/** Erlang: the probability of each number of people, for exponential services. M/M/c, M/M/c/K, M/M/c/c, M/M/∞. */
export function birthAndDeath({ arrivalRate, serviceSeconds, servers, places }: Station): LongRun {
  return longRunOf(servers, servers + places, serviceSeconds, () => arrivalRate);
}

/** Machine repair, M/M/c//N: those who are at the station do not come. */
export function machineRepair({ population, thinkSeconds, serviceSeconds, servers }: ClosedStation): LongRun {
  return longRunOf(servers, population, serviceSeconds, (n) => (population - n) / thinkSeconds);
}

/**
 * Pollaczek and Khinchine, for one server and any service: the wait depends on the service's mean and variation alone.
 * With variation 0 this is M/D/1, with 1 it is M/M/1.
 * @param variation standard deviation of a service over its mean
 */
export function pollaczekKhinchine({ arrivalRate, serviceSeconds }: Station, variation: number): Partial<LongRun> {
  const load = arrivalRate * serviceSeconds;
  const secondMoment = serviceSeconds * serviceSeconds * (1 + variation * variation);
  const waitSeconds = (arrivalRate * secondMoment) / (2 * (1 - load));
  const timeSeconds = waitSeconds + serviceSeconds;
  return { waitingShare: load, busy: load, number: arrivalRate * timeSeconds, waitSeconds, timeSeconds };
}

/** Below this part of the whole, the probabilities of large numbers no longer count. */
const NEGLIGIBLE = 1e-18;

/** From the balance between neighbouring numbers of people: n come at `rate(n)`, at most `most` are let in. */
function longRunOf(servers: number, most: number, serviceSeconds: number, rate: (n: number) => number): LongRun {
  let weight = 1;
  let total = 0;
  let come = 0;
  let refused = 0;
  let findNoServer = 0;
  let busy = 0;
  let number = 0;
  let square = 0;
  for (let n = 0; n <= most; n += 1) {
    if (n > 0) weight *= (rate(n - 1) * serviceSeconds) / Math.min(n, servers);
    if (n > servers && weight < NEGLIGIBLE * total) break;
    total += weight;
    come += weight * rate(n);
    if (n === most) refused += weight * rate(n);
    else if (n >= servers) findNoServer += weight * rate(n);
    busy += weight * Math.min(n, servers);
    number += weight * n;
    square += weight * n * n;
  }
  const throughput = (come - refused) / total;
  const timeSeconds = number / total / throughput;
  return {
    refusedShare: come === 0 ? 0 : refused / come,
    waitingShare: findNoServer / (come - refused),
    busy: busy / total,
    number: number / total,
    numberVariance: square / total - (number / total) * (number / total),
    waitSeconds: timeSeconds - serviceSeconds,
    timeSeconds,
    throughput,
  };
}
