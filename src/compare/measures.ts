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
}

export const measures: readonly Measure[] = [
  {
    label: 'compare.accepted',
    what: 'compare.accepted.what',
    of: ({ accepted }) => accepted,
    format: formatCount,
    better: 'more',
  },
  {
    label: 'compare.refused',
    what: 'compare.refused.what',
    of: ({ refused }) => refused,
    format: formatCount,
    better: 'less',
  },
  { label: 'compare.lost', what: 'compare.lost.what', of: ({ lost }) => lost, format: formatCount, better: 'less' },
  {
    label: 'compare.waiting',
    what: 'compare.waiting.what',
    of: ({ waiting }) => waiting,
    format: formatCount,
    better: 'less',
  },
  {
    label: 'compare.p50',
    what: 'compare.p50.what',
    of: ({ p50Seconds }) => p50Seconds,
    format: formatDuration,
    better: 'less',
  },
  {
    label: 'compare.p95',
    what: 'compare.p95.what',
    of: ({ p95Seconds }) => p95Seconds,
    format: formatDuration,
    better: 'less',
  },
  {
    label: 'compare.perHour',
    what: 'compare.perHour.what',
    of: ({ perHourUsd }) => perHourUsd,
    format: formatMoney,
    better: 'less',
  },
  {
    label: 'compare.soFar',
    what: 'compare.soFar.what',
    of: ({ soFarUsd }) => soFarUsd,
    format: formatMoney,
    better: 'less',
  },
  {
    label: 'compare.per1000',
    what: 'compare.per1000.what',
    of: ({ perThousandUsd }) => perThousandUsd,
    format: formatMoney,
    better: 'less',
  },
  {
    label: 'compare.idle',
    what: 'compare.idle.what',
    of: ({ idleShare }) => idleShare,
    format: formatShare,
    better: 'less',
  },
];

export type Standing = 'best' | 'worst' | null;

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
