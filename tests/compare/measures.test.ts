/** Which of several values is the best, and which the worst. */
import { describe, expect, it } from 'vitest';
import {
  allServed,
  type Measure,
  type Measured,
  measures,
  placesInOrder,
  standings,
  standingsOf,
} from '../../src/compare/measures.ts';
import { formatMoney } from '../../src/ui/format.ts';

describe('standings', () => {
  it('know whether more or less is better', () => {
    expect(standings([3, 9], { format: String, better: 'less' })).toEqual(['best', 'worst']);
    expect(standings([3, 9], { format: String, better: 'more' })).toEqual(['worst', 'best']);
  });

  it('leave the middle alone', () => {
    expect(standings([3, 9, 5], { format: String, better: 'less' })).toEqual(['best', 'worst', null]);
  });

  it('call nothing better that reads the same', () => {
    expect(standings([0.4111, 0.4112], { format: formatMoney, better: 'less' })).toEqual([null, null]);
  });

  it('share a place that reads the same', () => {
    expect(standings([0.4111, 0.4112, 0.9], { format: formatMoney, better: 'less' })).toEqual([
      'best',
      'best',
      'worst',
    ]);
  });

  it('never call the best what never came to an end', () => {
    const recovery = measures.find(({ label }) => label === 'compare.recovery') as Measure;
    const never = Number.POSITIVE_INFINITY;
    expect(standings([never, never], recovery)).toEqual([null, null]);
    expect(standings([never, 75, 0], recovery)).toEqual(['worst', null, 'best']);
    expect(standings([never, Number.NaN], recovery)).toEqual([null, null]);
  });

  it('leave out what was not measured', () => {
    expect(standings([Number.NaN, 9], { format: String, better: 'less' })).toEqual([null, null]);
    expect(standings([Number.NaN, 9, 3], { format: String, better: 'less' })).toEqual([null, 'worst', 'best']);
  });
});

/** Figures of a run, all the same but for these. */
function figures(of: Partial<Measured>): Measured {
  return {
    started: 40,
    accepted: 30,
    refused: 0,
    watchable: 20,
    lost: 0,
    deadLettered: 0,
    waiting: 5,
    acceptedShare: 1,
    p50Seconds: 9,
    p95Seconds: 20,
    perHourUsd: 0.4,
    workingUsd: 0.01,
    idleUsd: 0.01,
    startingUsd: 0,
    wastedUsd: 0,
    soFarUsd: 0.02,
    perThousandUsd: 1,
    idleShare: 0.5,
    whole: null,
    ...of,
  };
}

describe('the standings of architectures', () => {
  const quick = {
    waiting: 0,
    p50Seconds: 1,
    p95Seconds: 2,
    perHourUsd: 0,
    soFarUsd: 0.01,
    perThousandUsd: 0.5,
    idleShare: 0,
  };
  const marks = (runs: readonly Measured[]): Partial<Record<Measure['label'], unknown>> =>
    Object.fromEntries(
      measures
        .map((measure) => [measure.label, standingsOf(measure, runs)] as const)
        .filter(([, stands]) => stands.some((standing) => standing !== null)),
    );

  it('mark times and costs while everybody is served', () => {
    const runs = [figures(quick), figures({})];
    expect(allServed(runs)).toBe(true);
    expect(Object.values(marks(runs))).toEqual(Array.from({ length: 7 }, () => ['best', 'worst']));
  });

  it('say nothing of times and costs once an architecture has turned people away', () => {
    const runs = [figures({ ...quick, accepted: 25, refused: 5 }), figures({})];
    expect(allServed(runs)).toBe(false);
    expect(marks(runs)).toEqual({ 'compare.accepted': ['worst', 'best'], 'compare.refused': ['worst', 'best'] });
  });

  it('say nothing of them either once an accepted upload was lost', () => {
    const runs = [figures({ ...quick, lost: 1 }), figures({})];
    expect(marks(runs)).toEqual({ 'compare.lost': ['worst', 'best'] });
  });

  it('call nobody the best who has turned somebody away', () => {
    const runs = [figures({ accepted: 31, refused: 2 }), figures({ refused: 5 })];
    expect(marks(runs)).toEqual({ 'compare.accepted': [null, 'worst'], 'compare.refused': [null, 'worst'] });
  });
});

it('compares thirteen measures, each under its own name', () => {
  expect(new Set(measures.map(({ label }) => label)).size).toBe(13);
});

describe('the order of the table', () => {
  const runs = [
    figures({ refused: 3 }),
    figures({ refused: 0 }),
    null,
    figures({ refused: 3 }),
    figures({ refused: 9 }),
  ];

  it('is that of the screen as long as nobody sorts', () => {
    expect(placesInOrder(null, runs)).toEqual([0, 1, 2, 3, 4]);
  });

  it('has the best first or the worst, equal ones as they stand, and what is not known last', () => {
    expect(placesInOrder({ label: 'compare.refused', first: 'best' }, runs)).toEqual([1, 0, 3, 4, 2]);
    expect(placesInOrder({ label: 'compare.refused', first: 'worst' }, runs)).toEqual([4, 0, 3, 1, 2]);
  });

  it('knows of what more is better', () => {
    const accepted = [figures({ accepted: 3 }), figures({ accepted: 9 })];
    expect(placesInOrder({ label: 'compare.accepted', first: 'best' }, accepted)).toEqual([1, 0]);
  });

  it('puts what is not recovered from by the end after all times', () => {
    const whole = (recoverySeconds: number) =>
      figures({ whole: { p99Seconds: 9, faults: 1, blastRadius: 0, recoverySeconds, isWaiting: false } });
    const recovered = [whole(Number.POSITIVE_INFINITY), whole(12), whole(0)];
    expect(placesInOrder({ label: 'compare.recovery', first: 'best' }, recovered)).toEqual([2, 1, 0]);
    const measure = measures.find(({ label }) => label === 'compare.recovery') as Measure;
    expect(standingsOf(measure, recovered)).toEqual(['worst', null, 'best']);
  });
});
