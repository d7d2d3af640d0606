/**
 * Where two curves cross: measured points of both on either side, and in between the lines drawn on logarithmic scales.
 * A crossing is made finer by running both architectures where it is expected.
 */
import type { PriceBook } from '../../cost/prices.ts';
import { priceOf } from '../../cost/prices.ts';
import type { LadderId, StageId } from '../../stages/catalogue.ts';
import type { Point, Used } from './fit.ts';
import { type Contest, ladderContest } from './traffic.ts';

/** Points of each architecture, in order of their rates. */
export type Curves<S extends StageId = LadderId> = Readonly<Record<S, readonly Point<S>[]>>;

/** What this much costs at these prices, in US dollars. */
export function usdOf(used: Used, book: PriceBook): number {
  return Object.entries(used).reduce((usd, [id, amount]) => usd + amount * priceOf(book, id).unitPriceUsd, 0);
}

/** How many prices that are the reader's own count in what these architectures use, with traffic and without. */
export function ownPricesIn<S extends StageId>(
  stages: readonly S[],
  curves: Curves<S>,
  idle: Readonly<Partial<Record<S, { used: Used }>>>,
  book: PriceBook,
): number {
  const used = stages.flatMap((stage) => [...curves[stage].map((point) => point.used), idle[stage]?.used]);
  const ids = new Set(used.flatMap((each) => Object.keys(each ?? {})));
  return [...ids].filter((id) => priceOf(book, id).isChanged).length;
}

/** US dollars for 1,000 watchable videos; null where the architecture cannot, or no video was watchable. */
export function perThousandUsd({ used, watchable }: Point<StageId>, book: PriceBook): number | null {
  return used === null || watchable === 0 ? null : (usdOf(used, book) / watchable) * 1000;
}

/** Where one architecture stops being cheaper than another. */
export interface Crossover<S extends StageId = LadderId> {
  /** Cheaper below, and from there on. */
  below: S;
  above: S;
  ratePerSecond: number;
  /** Up to which traffic that holds: that of the next crossing of the two, or the most at which both have a figure. */
  until: number;
  /** What 1,000 videos cost there, in either. */
  usd: number;
  /** The nearest rates at which both were run, below and above. */
  between: readonly [from: number, to: number];
}

interface At {
  rate: number;
  a: number;
  b: number;
}

/** All crossings of two curves, in order of rate. Both need a figure at the same rates; where one lacks it, none is told. */
export function crossoversOf<S extends StageId>(a: S, b: S, curves: Curves<S>, book: PriceBook): Crossover<S>[] {
  const common = curves[a].flatMap((point): At[] => {
    const other = curves[b].find(({ ratePerSecond }) => ratePerSecond === point.ratePerSecond);
    const [costA, costB] = [perThousandUsd(point, book), other ? perThousandUsd(other, book) : null];
    return costA === null || costB === null || costA <= 0 || costB <= 0
      ? []
      : [{ rate: point.ratePerSecond, a: costA, b: costB }];
  });
  const most = common.at(-1)?.rate ?? 0;
  const crossings = common.slice(1).flatMap((right, index): Crossover<S>[] => {
    const left = common[index] as At;
    const [before, after] = [Math.log(left.a / left.b), Math.log(right.a / right.b)];
    if (before === 0 || before * after > 0 || (after === 0 && before === 0)) return [];
    const share = before / (before - after);
    const between = [left.rate, right.rate] as const;
    const [below, above]: readonly [S, S] = before < 0 ? [a, b] : [b, a];
    const ratePerSecond = onLog(left.rate, right.rate, share);
    return [{ below, above, ratePerSecond, until: most, usd: onLog(left.a, right.a, share), between }];
  });
  return crossings.map((each, index) => ({ ...each, until: crossings[index + 1]?.ratePerSecond ?? most }));
}

/** Between two numbers on a logarithmic scale: 0 is the first, 1 the second. */
export function onLog(from: number, to: number, share: number): number {
  return from * (to / from) ** share;
}

/** Which architecture is the cheapest over which stretch of traffic. */
export interface Stretch {
  stage: LadderId;
  /** From the first rate that was run, or where it becomes the cheapest. */
  from: number;
  to: number;
}

/** Who is the cheapest where, from the least traffic to the most; what changes hands in between are crossings. */
export function cheapestOver(curves: Curves, book: PriceBook): Stretch[] {
  const ladderIds = ladderContest.stages;
  const rates = [...new Set(ladderIds.flatMap((stage) => curves[stage].map(({ ratePerSecond }) => ratePerSecond)))];
  const stretches: Stretch[] = [];
  for (const rate of rates.sort((a, b) => a - b)) {
    const best = cheapestAt(rate, curves, book);
    const last = stretches.at(-1);
    if (best === null) continue;
    if (last === undefined) stretches.push({ stage: best, from: rate, to: rate });
    else if (last.stage === best) last.to = rate;
    else {
      const { to } = last;
      const handOver = crossoversOf(last.stage, best, curves, book).find((each) => {
        return each.ratePerSecond >= to && each.ratePerSecond <= rate;
      });
      last.to = handOver?.ratePerSecond ?? rate;
      stretches.push({ stage: best, from: last.to, to: rate });
    }
  }
  return stretches;
}

/** The least traffic that none of them can take, of that which was run; null if there is none. */
export function tooMuchForAll(curves: Curves): number | null {
  const ladderIds = ladderContest.stages;
  const [one, ...others] = ladderIds.map((stage) =>
    curves[stage].flatMap(({ cannot, ratePerSecond }) => (cannot === null ? [] : [ratePerSecond])),
  );
  return one?.find((rate) => others.every((rates) => rates.includes(rate))) ?? null;
}

/** The points that are drawn: all that have a figure, and the first that cannot. */
export function drawnPoints<S extends StageId>(points: readonly Point<S>[]): readonly Point<S>[] {
  const firstThatCannot = points.findIndex(({ cannot }) => cannot !== null);
  return firstThatCannot < 0 ? points : points.slice(0, firstThatCannot + 1);
}

/** The cheapest of those that were run at this rate; null unless more than one was. */
function cheapestAt(rate: number, curves: Curves, book: PriceBook): LadderId | null {
  const ladderIds = ladderContest.stages;
  const costs = ladderIds.flatMap((stage) => {
    const point = curves[stage].find(({ ratePerSecond }) => ratePerSecond === rate);
    const usd = point ? perThousandUsd(point, book) : null;
    return usd === null ? [] : [{ stage, usd }];
  });
  // Where only some were run to make a crossing finer, who is cheapest of all is not known.
  const run = ladderIds.filter((stage) => curves[stage].some(({ ratePerSecond }) => ratePerSecond === rate));
  if (run.length < ladderIds.length || costs.length === 0) return null;
  return costs.reduce((best, each) => (each.usd < best.usd ? each : best)).stage;
}

/** The crossings that are told of: those of functions with each of the others, from the least traffic to the most. */
export function toldCrossovers(curves: Curves, book: PriceBook): Crossover[] {
  return toldCrossoversIn(ladderContest, curves, book);
}

/** The same in any contest: those of the one that is told of with each of the others. */
export function toldCrossoversIn<S extends StageId>(
  { stages, told }: Contest<S>,
  curves: Curves<S>,
  book: PriceBook,
): Crossover<S>[] {
  return stages
    .filter((stage) => stage !== told)
    .flatMap((stage) => crossoversOf(told, stage, curves, book))
    .sort((a, b) => a.ratePerSecond - b.ratePerSecond);
}

/** How near to each other the two rates round a crossing are to be: a twentieth. Our choice. */
const FINE = 1.05;

/** Points that would make the crossings finer that are told of; none where they are fine enough. */
export function finer(curves: Curves, book: PriceBook): { stage: LadderId; ratePerSecond: number }[] {
  return finerIn(ladderContest, curves, book);
}

/** The same in any contest. */
export function finerIn<S extends StageId>(
  contest: Contest<S>,
  curves: Curves<S>,
  book: PriceBook,
): { stage: S; ratePerSecond: number }[] {
  const wanted = new Map<string, { stage: S; ratePerSecond: number }>();
  for (const { below, above, ratePerSecond, between } of toldCrossoversIn(contest, curves, book)) {
    if (between[1] / between[0] <= FINE) continue;
    const rate = Number(ratePerSecond.toPrecision(3));
    if (rate <= between[0] || rate >= between[1]) continue;
    for (const stage of [below, above]) wanted.set(`${stage} ${rate}`, { stage, ratePerSecond: rate });
  }
  return [...wanted.values()].filter(
    ({ stage, ratePerSecond }) => !curves[stage].some((point) => point.ratePerSecond === ratePerSecond),
  );
}
