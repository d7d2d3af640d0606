/** Copies and their tries, put together from the facts, and the lanes made of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { seconds, toSeconds } from '../../../src/engine/time.ts';
import { busOf } from '../../../src/labs/bus-lab/bus.ts';
import { BusCopies, type Copy, figuresOf, triedBy } from '../../../src/labs/bus-lab/bus-copies.ts';
import {
  beginningOf,
  boundAfter,
  laneAt,
  summaryOf,
  waitingAt,
  waitsBy,
} from '../../../src/labs/bus-lab/deliveries/lanes.ts';
import { REASON } from '../../../src/models/reasons.ts';
import { Reel } from '../../../src/playback/reel.ts';
import { newScenario, type Overrides } from '../../../src/scenario/new-scenario.ts';
import { createReport } from '../../../src/scenario/report.ts';
import type { StageScenario } from '../../../src/scenario/scenario.ts';
import { deliveryRules, deliveryTargets } from '../../../src/stages/bus-lab/deliveries.ts';
import { recordRun, reelOf } from '../../support/recorded-run.ts';

const DOWN_FROM = 60;
const DOWN_UNTIL = 200;
const partnerDown: Overrides['interventions'] = [
  { kind: 'fault', fault: 'crash', target: 'partner', atSeconds: DOWN_FROM, untilSeconds: DOWN_UNTIL },
];

function copiesOf(scenario: StageScenario, reel: Reel): BusCopies {
  const bus = busOf(scenario);
  const copies = new BusCopies(reel, { ...bus, bus: bus.index, idOf: (index) => bus.nodes[index]?.id ?? '' });
  copies.update();
  return copies;
}

const scenarioOf = (overrides: Overrides): StageScenario => newScenario('bus-deliveries', overrides);
const copiesIn = (overrides: Overrides): readonly Copy[] => {
  const scenario = scenarioOf(overrides);
  return copiesOf(scenario, reelOf(recordRun(scenario).chunks)).all;
};
const deliveriesOf = (overrides: Overrides) => {
  const bus = createReport(scenarioOf(overrides)).components.find(({ id }) => id === 'lab-bus');
  if (bus?.kind !== 'event-bus') throw new Error('no bus');
  return bus;
};

const END = seconds(scenarioOf({}).durationSeconds);
const patience = { maximumRetries: 8, maximumAgeSeconds: 120 };
let copies: readonly Copy[];

beforeAll(() => {
  copies = copiesIn({ interventions: partnerDown });
});

describe('the copies', () => {
  it('add up to what the report counts', () => {
    const { published, deliveries } = deliveriesOf({ interventions: partnerDown });
    const all = deliveryTargets.map((target) => figuresOf(copies, target, END));
    const sum = (of: (figures: (typeof all)[number]) => number): number => all.reduce((n, each) => n + of(each), 0);
    expect(all.map(({ made }) => made)).toEqual(deliveryTargets.map(() => published));
    expect(sum(({ deadLettered }) => deadLettered)).toBe(deliveries.deadLettered);
    expect(sum(({ dropped }) => dropped)).toBe(deliveries.dropped);
    expect(deliveries.deadLettered).toBeGreaterThan(10);
    // A retry that was planned and is still to come has been told, and not been tried.
    expect(sum(({ retried }) => retried)).toBeLessThanOrEqual(deliveries.retried);
    expect(sum(({ retried }) => retried)).toBeGreaterThan(deliveries.retried * 0.95);
    expect(sum(({ delivered }) => delivered)).toBeGreaterThanOrEqual(deliveries.delivered - 4);
  });

  it('are tried again when they were said to be, and at the end told apart by how they ended', () => {
    for (const { tries, end, endedAt, reason } of copies) {
      tries.slice(1).forEach((again, place) => {
        expect(again.at).toBe(tries[place]?.nextAt);
      });
      const last = tries.at(-1);
      if (end === 'delivered') expect([last?.reason, last?.answeredAt]).toEqual([REASON.none, endedAt]);
      if (end === 'dead-lettered') expect([REASON['retries-exhausted'], REASON['too-old']]).toContain(reason);
    }
    expect(new Set(copies.map(({ end }) => end))).toEqual(new Set(['delivered', 'dead-lettered', null]));
  });

  it('come to the same chunk by chunk, and are read anew where the future is another', () => {
    const scenario = scenarioOf({ interventions: partnerDown });
    const { chunks } = recordRun(scenario);
    const growing = new Reel();
    const live = copiesOf(scenario, growing);
    for (const chunk of chunks) {
      growing.add(chunk);
      live.update();
    }
    expect(live.all).toEqual(copies);
    growing.truncate(30);
    live.update();
    for (const chunk of chunks.slice(30)) growing.add(chunk);
    live.update();
    expect(live.all).toEqual(copies);
  });

  it('of the failing target fail, and those of the others are as fast as without it', () => {
    const calm = copiesIn({});
    for (const target of ['process', 'mail', 'audit']) {
      const [with1, without] = [figuresOf(copies, target, END), figuresOf(calm, target, END)];
      expect(with1.retried).toBe(0);
      expect(toSeconds(with1.p50 ?? -1)).toBeCloseTo(toSeconds(without.p50 ?? -1), 1);
      expect(toSeconds(with1.p95 ?? -1)).toBeLessThan(0.5);
    }
    expect(figuresOf(copies, 'partner', END).p95).toBeGreaterThan(seconds(1));
    expect(figuresOf(calm, 'partner', END).p95).toBeLessThan(seconds(1));
  });

  it('tell nothing of what is still to come', () => {
    const t = seconds(DOWN_FROM + 20);
    const { waiting, delivered } = figuresOf(copies, 'partner', t);
    expect(waiting.length).toBeGreaterThan(2);
    expect(delivered).toBe(
      copies.filter(({ to, endedAt, end }) => to === 'partner' && end === 'delivered' && endedAt <= t).length,
    );
    expect(figuresOf(copies, 'partner', 0)).toMatchObject({ made: 0, delivered: 0, p50: null, p95: null });
    expect(Math.max(...waiting.map((copy) => triedBy(copy, t)))).toBeLessThan(10);
  });

  it('whose target is not allowed to be called are given up at their first try', () => {
    const fault = { kind: 'fault', fault: 'policy-missing', target: 'mail', atSeconds: 60 } as const;
    const own = copiesIn({ interventions: [fault] }).filter(({ to, end }) => to === 'mail' && end === 'dead-lettered');
    expect(own.length).toBeGreaterThan(20);
    expect(own.every(({ tries, reason }) => tries.length === 1 && reason === REASON['resource-policy-missing'])).toBe(
      true,
    );
  });

  it('whose answer comes too late are tried again', () => {
    const slow = { kind: 'fault', fault: 'slow-down', target: 'partner', strength: 40, atSeconds: 60 } as const;
    const own = copiesIn({ interventions: [slow], durationSeconds: 120 }).filter(({ to }) => to === 'partner');
    const late = own.filter(({ tries }) => tries.some(({ reason }) => reason === REASON['timed-out']));
    expect(late.length).toBeGreaterThan(3);
    // The bus waits five seconds for an answer, as it is set.
    const given = late.flatMap(({ tries }) => tries.filter(({ reason }) => reason === REASON['timed-out']));
    expect(given.every(({ at, answeredAt }) => answeredAt === at + seconds(5))).toBe(true);
    expect(late.every(({ tries }) => tries.length > 1 || (tries[0]?.nextAt ?? -1) > 0)).toBe(true);
  });

  it('go to no dead letters where their target has none', () => {
    const rules = deliveryRules(['process', 'mail']);
    const own = copiesIn({ interventions: partnerDown, parameters: { 'lab-bus': { rules } } });
    expect(own.some(({ to, end }) => to === 'partner' && end === 'dropped')).toBe(true);
    expect(own.some(({ end }) => end === 'dead-lettered')).toBe(false);
  });
});

describe('a lane', () => {
  it('has a row for each copy that failed, oldest left out where there are many, and dots for the rest', () => {
    const t = seconds(DOWN_FROM + 30);
    const from = beginningOf(60, t);
    const { smooth, troubled, hidden } = laneAt(copies, 'partner', from, t, 4);
    expect(troubled).toHaveLength(4);
    expect(hidden).toBeGreaterThan(0);
    expect(smooth.every((at) => at >= from && at <= seconds(DOWN_FROM + 1))).toBe(true);
    expect(troubled.every(({ failed, end }) => failed.every((at) => at <= t) && end === null)).toBe(true);
    expect(laneAt(copies, 'mail', from, t, 4)).toMatchObject({ troubled: [], hidden: 0 });
  });

  it('is a function of the moment: a copy has not failed before it has, and is delivered once the target is up', () => {
    const first = copies.find(({ to, tries }) => to === 'partner' && (tries[0]?.reason ?? 0) !== REASON.none);
    const failedAt = first?.tries[0]?.answeredAt ?? -1;
    const rows = (t: number) => laneAt(copies, 'partner', 0, t, 100).troubled.filter(({ copy }) => copy === first);
    expect(rows(failedAt - 1)).toEqual([]);
    expect(rows(failedAt)[0]).toMatchObject({ failed: [failedAt], end: null });
    const ends = laneAt(copies, 'partner', 0, END, 1000).troubled.map(({ end }) => end?.how);
    expect(ends).toContain('delivered');
    expect(ends).toContain('dead-lettered');
  });

  it('says of each copy that waits how old it is, and what is left to it', () => {
    const t = seconds(DOWN_FROM + 40);
    const waiting = waitingAt(copies, 'partner', t, patience);
    expect(waiting.length).toBeGreaterThan(3);
    for (const { copy, tried, triesLeft, ageSeconds, ageLeftSeconds, nextInSeconds } of waiting) {
      expect(tried + triesLeft).toBe(patience.maximumRetries + 1);
      expect(ageSeconds + ageLeftSeconds).toBeCloseTo(patience.maximumAgeSeconds, 6);
      if (nextInSeconds !== null)
        expect(copy.tries.some(({ nextAt }) => nextAt === t + seconds(nextInSeconds))).toBe(true);
    }
    expect(waiting.map(({ ageSeconds }) => ageSeconds)).toEqual(
      waiting.map(({ ageSeconds }) => ageSeconds).toSorted((one, other) => other - one),
    );
  });

  it('says that a copy is being tried while it is, and that no try is left only where none is', () => {
    const again = copies.find(({ to, tries }) => to === 'partner' && tries.length > 2);
    if (again === undefined) throw new Error('nothing is tried again');
    const goesOnAt = (t: number) => waitingAt(copies, 'partner', t, patience).find(({ copy }) => copy === again);
    const [first, second] = again.tries;
    if (!first || !second) throw new Error('no tries');
    expect(goesOnAt(first.answeredAt)).toMatchObject({ goesOn: 'next' });
    // An outage refuses at once; the answer still takes its way.
    expect(second.answeredAt).toBeGreaterThan(second.at);
    expect(goesOnAt(second.at)).toMatchObject({ goesOn: 'is-tried', nextInSeconds: null, tried: 2 });
    expect(goesOnAt(second.answeredAt)).toMatchObject({ goesOn: 'next' });
    for (let t = seconds(DOWN_FROM); t < END; t += seconds(0.7)) {
      for (const { copy, goesOn } of waitingAt(copies, 'partner', t, patience)) {
        if (goesOn === 'last') expect(copy.tries.filter(({ at }) => at > t)).toEqual([]);
      }
    }
  });

  it('shows the last minute, or the whole run', () => {
    expect(beginningOf(60, seconds(30))).toBe(0);
    expect(beginningOf(60, seconds(200))).toBe(seconds(140));
    expect(beginningOf(null, seconds(200))).toBe(0);
  });
});

describe('the waits', () => {
  it('lie below a bound that doubles up to the cap, and fill what is below it', () => {
    const waits = waitsBy(copies, END);
    expect(waits.length).toBeGreaterThan(100);
    expect(waits.filter(({ tries, seconds: length }) => length > boundAfter(tries, 1, 30))).toEqual([]);
    const summary = summaryOf(waits);
    expect(summary.map(({ tries }) => tries)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // Evenly spread from nothing to the bound: half of it on average, to 4 standard errors (bound / sqrt(12 n)).
    for (const { tries, n, mean } of summary) {
      const bound = boundAfter(tries, 1, 30);
      expect(Math.abs(mean - bound / 2)).toBeLessThan((4 * bound) / Math.sqrt(12 * n));
    }
    expect(waitsBy(copies, seconds(DOWN_FROM))).toEqual([]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [5, 16],
    [6, 30],
    [100, 30],
  ])('after %i tries are bounded by %i s, with a base of 1 s and a cap of 30 s', (tries, bound) => {
    expect(boundAfter(tries, 1, 30)).toBe(bound);
  });
});
