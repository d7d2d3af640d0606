/**
 * What queueing theory says of a function under Poisson traffic: closed forms where there are any, and one figure that is
 * worked out number by number. Instruments show them beside what their runs measure.
 */

/** Share of the arrivals that find all of `servers` (0 or more) busy; `load` ≥ 0 is rate × mean duration. Erlang B. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Mean number at work where nobody ever waits: M/G/∞, whatever the distribution of the durations. */
export function meanAtWork(ratePerSecond: number, runSeconds: number): number {
  return ratePerSecond * runSeconds;
}

/**
 * Share of cold starts where a run is short beside the gaps, so that one environment is all there ever is: the gap is
 * longer than an idle environment is kept, e^(−λT).
 */
export function coldShareOfLoneRuns(ratePerSecond: number, idleSeconds: number): number {
  return Math.exp(-ratePerSecond * idleSeconds);
}

/** Up to this mean number at work runs count as short beside the gaps. Our choice: hardly one in ten meets another. */
export const FEW_AT_WORK = 0.1;

/** States that are left out have less than this probability together. Our choice. */
const NEGLIGIBLE = 1e-7;
/** Most expected steps that are taken in one go, so that e^(−steps) stays a number. Our choice. */
const MOST_STEPS = 200;

/**
 * Share of cold starts in general, for exponential runs (M/M/∞) and starts that take no time; the environment used last
 * is taken first, and each is kept for exactly `idleSeconds`.
 *
 * Environments that wait lie on one another as in a stack: whenever the number at work falls from n + 1 to n one is laid
 * on it, and the next rise from n to n + 1 takes that one. So an arrival that finds n at work starts cold if no more than
 * n were at work at any time in the last `idleSeconds`. The number at work runs backwards as it does forwards, so that is
 * as likely as that from n on it takes longer than `idleSeconds` to come to n + 1. With no overlap only n = 0 counts, and
 * e^(−λT) is left.
 */
export function coldShare(ratePerSecond: number, runSeconds: number, idleSeconds: number): number {
  return coldShares(ratePerSecond, runSeconds, [idleSeconds])[0] as number;
}

/** The same for several idle times, ascending, at one go. */
function coldShares(ratePerSecond: number, runSeconds: number, idleSeconds: readonly number[]): Float64Array {
  const load = ratePerSecond * runSeconds;
  const shares = new Float64Array(idleSeconds.length);
  let atN = Math.exp(-load);
  let left = 1;
  for (let n = 0; left > NEGLIGIBLE; n += 1) {
    let notYet = new Float64Array(n + 1).fill(1);
    let since = 0;
    idleSeconds.forEach((idle, place) => {
      notYet = later(notYet, ratePerSecond, 1 / runSeconds, idle - since);
      since = idle;
      shares[place] = (shares[place] as number) + atN * (notYet[n] as number);
    });
    left -= atN;
    atN *= load / (n + 1);
  }
  return shares;
}

/**
 * How likely it is that so many at work as the place says do not become more than the last place says: so much later than
 * `notYet`, by uniformisation.
 */
function later(notYet: Numbers, rise: number, fallEach: number, seconds: number): Numbers {
  const pace = rise + (notYet.length - 1) * fallEach;
  const pieces = Math.max(1, Math.ceil((pace * seconds) / MOST_STEPS));
  let now = notYet;
  for (let piece = 0; piece < pieces; piece += 1) {
    now = after(now, (pace * seconds) / pieces, rise / pace, fallEach / pace);
  }
  return now;
}

type Numbers = Float64Array<ArrayBuffer>;

/** So many expected steps later; a rise out of the last state ends it. */
function after(notYet: Numbers, steps: number, rise: number, fallEach: number): Numbers {
  const sum = new Float64Array(notYet.length);
  const last = Math.ceil(steps + 7 * Math.sqrt(steps) + 12);
  let now = notYet.slice();
  let next = new Float64Array(notYet.length);
  let weight = Math.exp(-steps);
  for (let k = 0; k <= last; k += 1) {
    for (let i = 0; i < now.length; i += 1) {
      const here = now[i] as number;
      sum[i] = (sum[i] as number) + weight * here;
      const fall = i * fallEach;
      next[i] = rise * (now[i + 1] ?? 0) + fall * (now[i - 1] ?? 0) + (1 - rise - fall) * here;
    }
    [now, next] = [next, now];
    weight *= steps / (k + 1);
  }
  return sum;
}

/**
 * The same where starts take time, for several idle times, ascending: a run that starts cold keeps its environment for
 * longer, which is reckoned into the mean. An approximation, good as long as starts are short beside runs; tests hold it
 * against runs.
 */
export function coldSharesWithStarts(
  ratePerSecond: number,
  runSeconds: number,
  startSeconds: number,
  idleSeconds: readonly number[],
): number[] {
  const atOnce = coldShares(ratePerSecond, runSeconds, idleSeconds);
  const ifAllWereCold = coldShares(ratePerSecond, runSeconds + startSeconds, idleSeconds);
  // The share c of them is longer, and the share depends on that almost as on a straight line: c = a + c (b − a).
  return [...atOnce].map((a, place) => a / (1 - ((ifAllWereCold[place] as number) - a)));
}
