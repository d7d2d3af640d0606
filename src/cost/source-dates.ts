/**
 * Of which day the price of a service is in a source. The book gives the dates of each source in words, as some sources
 * hold rows of different age; here they are told apart by service.
 */
import type { Price } from './prices.ts';
import { listPrices } from './prices.ts';

/** By source: the date of its rows, where all or most have the same, and of the services whose rows have another. */
const dates: Readonly<Record<string, { all: string | null; of?: Readonly<Record<string, string>> }>> = {
  karpenter: { all: '2026-07-20' },
  'lambda-page': { all: 'mid-2026' },
  // Only the rows that were read on a known day are dated there.
  'icm-seed': { all: null, of: { sns: '2026-09-23', 'data-transfer': '2026-09-23' } },
  infracost: { all: '2024-07-01', of: { dynamodb: '2024-11-15', sns: '2024-12-04' } },
  'cloudburn-sqs': { all: '2026-03-14' },
  'cloudburn-eb': { all: '2026-03-13' },
  'alb-notes': { all: '2026-05-08' },
  'ddb-note': { all: '2026-10-04' },
  'eb-fanout': { all: '2026-10-09' },
  'alb-course': { all: '2026-10' },
  derived: { all: null },
};

/** The date of this source for this price, as `2026-07-20` or less exactly; null if it is undated. */
export function dateOf(source: string, { service }: Pick<Price, 'service'>): string | null {
  const known = dates[source];
  return known?.of?.[service] ?? known?.all ?? null;
}

/** The oldest and the newest day of which a price of the list is dated. */
export function datesOfList(): { oldest: string; newest: string } {
  const days = [...listPrices.prices.values()]
    .flatMap((price) => price.sources.map((source) => dateOf(source, price)))
    .filter((date): date is string => date !== null && /^\d{4}-\d\d-\d\d$/.test(date))
    .sort();
  return { oldest: days[0] as string, newest: days.at(-1) as string };
}
