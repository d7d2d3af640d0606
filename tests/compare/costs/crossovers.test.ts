/** Crossings of curves, against figures worked out by hand. */
import { describe, expect, it } from 'vitest';
import {
  type Curves,
  cheapestOver,
  crossoversOf,
  finer,
  onLog,
  perThousandUsd,
  toldCrossovers,
  tooMuchForAll,
} from '../../../src/compare/costs/crossovers.ts';
import type { Point } from '../../../src/compare/costs/fit.ts';
import { listPrices } from '../../../src/cost/prices.ts';
import { type LadderId, ladderIds } from '../../../src/stages/catalogue.ts';

/** A point at which 1,000 videos take so many hours of a c5.large, at 0.085 an hour. */
function aPoint(stage: LadderId, ratePerSecond: number, hours: number | null): Point {
  return {
    stage,
    ratePerSecond,
    used: hours === null ? null : { 'ec2.c5.large': hours },
    watchable: 1000,
    started: 1000,
    cannot: null,
    sizes: {},
    meanInstances: {},
    p95Seconds: 10,
    badShare: 0,
    runs: 1,
    need: {},
  };
}

/** Curves by stage and rate; of the stages that are not named, nothing was run. */
function curvesOf(hours: Partial<Record<LadderId, Record<number, number | null>>>): Curves {
  return Object.fromEntries(
    ladderIds.map((stage) => [
      stage,
      Object.entries(hours[stage] ?? {})
        .map(([rate, each]) => aPoint(stage, Number(rate), each))
        .sort((a, b) => a.ratePerSecond - b.ratePerSecond),
    ]),
  ) as unknown as Curves;
}

describe('a crossing of two curves', () => {
  it('lies where the lines cross on logarithmic scales', () => {
    // One falls as 1/rate from 100, the other stays at 10: they meet at a tenth of the way in figures, half in decades.
    const curves = curvesOf({ monolith: { 1: 100, 100: 1 }, serverless: { 1: 10, 100: 10 } });
    const [crossing, ...more] = crossoversOf('serverless', 'monolith', curves, listPrices);
    expect(more).toEqual([]);
    expect(crossing).toMatchObject({ below: 'serverless', above: 'monolith', between: [1, 100] });
    expect(crossing?.ratePerSecond).toBeCloseTo(10, 9);
    expect(crossing?.usd).toBeCloseTo(0.85, 9);
  });

  it('holds up to the next crossing of the two, or to the most traffic that both were run with and can take', () => {
    const curves = curvesOf({
      tiers: { 1: 1, 2: 4, 3: 1, 4: 1, 5: null },
      serverless: { 1: 2, 2: 2, 3: 2, 4: 2, 5: 2 },
    });
    const [first, second] = crossoversOf('tiers', 'serverless', curves, listPrices);
    expect(first?.until).toBe(second?.ratePerSecond);
    expect(second?.until).toBe(4);
  });

  it('is numbered from the least traffic to the most, whichever architecture is crossed', () => {
    const curves = curvesOf({
      monolith: { 1: 100, 100: 9 },
      tiers: { 1: 11, 100: 0.1 },
      serverless: { 1: 10, 100: 10 },
    });
    const rates = toldCrossovers(curves, listPrices).map(({ below, above, ratePerSecond }) => {
      return { pair: `${below} ${above}`, ratePerSecond };
    });
    expect(rates.map(({ pair }) => pair)).toEqual(['serverless tiers', 'serverless monolith']);
  });

  it('is told the other way round alike', () => {
    const curves = curvesOf({ monolith: { 1: 100, 100: 1 }, serverless: { 1: 10, 100: 10 } });
    expect(crossoversOf('monolith', 'serverless', curves, listPrices)[0]).toMatchObject({ below: 'serverless' });
  });

  it('is told of each time that it happens, and not where one only touches or cannot', () => {
    const there = { 1: 1, 2: 4, 3: 1, 4: 4 };
    const curves = curvesOf({
      tiers: there,
      queued: { 1: 2, 2: 2, 3: 2, 4: 2 },
      monolith: { 1: 2, 2: null, 3: null, 4: 2 },
    });
    expect(crossoversOf('tiers', 'queued', curves, listPrices).map(({ below }) => below)).toEqual([
      'tiers',
      'queued',
      'tiers',
    ]);
    expect(crossoversOf('queued', 'monolith', curves, listPrices)).toEqual([]);
  });

  it('moves with the prices', () => {
    const curves = curvesOf({ monolith: { 1: 100, 100: 1 } });
    expect(perThousandUsd(curves.monolith[0] as Point, listPrices)).toBeCloseTo(8.5, 12);
    expect(perThousandUsd(aPoint('monolith', 1, null), listPrices)).toBeNull();
  });

  it('is made finer by running both where it is expected, until the two rates round it are near to each other', () => {
    const wide = curvesOf({ monolith: { 1: 100, 100: 1 }, serverless: { 1: 10, 100: 10 } });
    expect(finer(wide, listPrices)).toEqual([
      { stage: 'serverless', ratePerSecond: 10 },
      { stage: 'monolith', ratePerSecond: 10 },
    ]);
    const narrow = curvesOf({ monolith: { 1: 11, 1.04: 9 }, serverless: { 1: 10, 1.04: 10 } });
    expect(crossoversOf('serverless', 'monolith', narrow, listPrices)).toHaveLength(1);
    expect(finer(narrow, listPrices)).toEqual([]);
  });
});

describe('who is the cheapest', () => {
  it('changes hands at crossings', () => {
    const dear = { 1: 900, 100: 900 };
    const others = Object.fromEntries(ladderIds.map((stage) => [stage, dear]));
    const curves = curvesOf({ ...others, monolith: { 1: 100, 100: 1 }, serverless: { 1: 10, 100: 10 } });
    const stretches = cheapestOver(curves, listPrices);
    expect(stretches.map(({ stage }) => stage)).toEqual(['serverless', 'monolith']);
    expect(stretches[0]?.to).toBeCloseTo(10, 9);
    expect(stretches[1]).toMatchObject({ to: 100 });
  });

  it('changes hands where the crossing was found more closely, at rates that only the two were run at', () => {
    const dear = { 1: 900, 100: 900 };
    const others = Object.fromEntries(ladderIds.map((stage) => [stage, dear]));
    const fine = { monolith: { 1: 100, 20: 11, 21: 9, 100: 1 }, serverless: { 1: 10, 20: 10, 21: 10, 100: 10 } };
    const [first] = cheapestOver(curvesOf({ ...others, ...fine }), listPrices);
    expect(first?.to).toBeGreaterThan(20);
    expect(first?.to).toBeLessThan(21);
  });

  it('is nobody from where all were run and none can take it', () => {
    const cannot = { limit: 'other', component: null, needed: null, reason: null, badShare: 1, openShare: 0 } as const;
    const curves = Object.fromEntries(
      ladderIds.map((stage) => {
        const tooMuch = (rate: number): Point => ({ ...aPoint(stage, rate, null), cannot });
        const middle = stage === 'queued' ? aPoint(stage, 300, 1) : tooMuch(300);
        return [stage, [aPoint(stage, 1, 1), middle, tooMuch(1000)]];
      }),
    ) as unknown as Curves;
    expect(tooMuchForAll(curves)).toBe(1000);
    expect(tooMuchForAll({ ...curves, queued: curves.queued.slice(0, 2) })).toBeNull();
    expect(tooMuchForAll(curvesOf({}))).toBeNull();
  });

  it('is not told where only some were run', () => {
    expect(cheapestOver(curvesOf({ monolith: { 1: 1 } }), listPrices)).toEqual([]);
  });
});

it('goes halfway between two numbers in decades', () => {
  expect(onLog(1, 100, 0.5)).toBeCloseTo(10, 12);
});
