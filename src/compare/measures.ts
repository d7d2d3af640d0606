/** What the table under the pictures compares, and which way is better. */
import type { Figures } from '../panels/figures.ts';
import type { TextKey } from '../text/text.ts';
import { formatCount, formatDuration, formatMoney, formatShare } from '../ui/format.ts';

export interface Measure {
  label: TextKey & `compare.${string}`;
  what: TextKey & `compare.${string}`;
  of: (figures: Figures) => number;
  format: (value: number) => string;
  better: 'more' | 'less';
  /**
   * What the standing of a run is worth if somebody was turned away: `always` is marked whatever happened, `served`
   * only while every run has served everybody, because whoever turns people away has little to wait for and to pay.
   */
  marked: 'always' | 'served';
}

export const measures: readonly Measure[] = [
  {
    label: 'compare.accepted',
    what: 'compare.accepted.what',
    of: ({ accepted }) => accepted,
    format: formatCount,
    better: 'more',
    marked: 'always',
  },
  {
    label: 'compare.refused',
    what: 'compare.refused.what',
    of: ({ refused }) => refused,
    format: formatCount,
    better: 'less',
    marked: 'always',
  },
  {
    label: 'compare.lost',
    what: 'compare.lost.what',
    of: ({ lost }) => lost,
    format: formatCount,
    better: 'less',
    marked: 'always',
  },
  {
    label: 'compare.waiting',
    what: 'compare.waiting.what',
    of: ({ waiting }) => waiting,
    format: formatCount,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.p50',
    what: 'compare.p50.what',
    of: ({ p50Seconds }) => p50Seconds,
    format: formatDuration,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.p95',
    what: 'compare.p95.what',
    of: ({ p95Seconds }) => p95Seconds,
    format: formatDuration,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.perHour',
    what: 'compare.perHour.what',
    of: ({ perHourUsd }) => perHourUsd,
    format: formatMoney,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.soFar',
    what: 'compare.soFar.what',
    of: ({ soFarUsd }) => soFarUsd,
    format: formatMoney,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.per1000',
    what: 'compare.per1000.what',
    of: ({ perThousandUsd }) => perThousandUsd,
    format: formatMoney,
    better: 'less',
    marked: 'served',
  },
  {
    label: 'compare.idle',
    what: 'compare.idle.what',
    of: ({ idleShare }) => idleShare,
    format: formatShare,
    better: 'less',
    marked: 'served',
  },
];

export type Standing = 'best' | 'worst' | null;

/** Whether nobody was refused and nothing was lost in any of these runs so far; those not measured yet have not. */
export function allServed(figures: readonly (Figures | null)[]): boolean {
  return figures.every((each) => each === null || turnedAway(each) === 0);
}

/**
 * How each run stands by a measure. Times and costs have no standing once somebody was turned away anywhere, and a run
 * that turned somebody away is never the best.
 */
export function standingsOf(measure: Measure, figures: readonly (Figures | null)[]): Standing[] {
  if (measure.marked === 'served' && !allServed(figures)) return figures.map(() => null);
  const values = figures.map((each) => (each ? measure.of(each) : Number.NaN));
  return standings(values, measure).map((standing, index) => {
    const of = figures[index];
    return standing === 'best' && of && turnedAway(of) > 0 ? null : standing;
  });
}

function turnedAway({ refused, lost }: Figures): number {
  return refused + lost;
}

/**
 * How each of some values stands among them. What reads the same on screen is the same; where all are, none stands out.
 * What is no number does not take part.
 */
export function standings(
  values: readonly number[],
  { format, better }: Pick<Measure, 'format' | 'better'>,
): Standing[] {
  const taking = values.filter((value) => !Number.isNaN(value));
  if (taking.length < 2) return values.map(() => null);
  const low = format(Math.min(...taking));
  const high = format(Math.max(...taking));
  if (low === high) return values.map(() => null);
  const [best, worst] = better === 'more' ? [high, low] : [low, high];
  return values.map((value) => {
    if (Number.isNaN(value)) return null;
    const shown = format(value);
    if (shown === best) return 'best';
    return shown === worst ? 'worst' : null;
  });
}
