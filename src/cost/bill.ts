/**
 * Usage times prices. Every line belongs to one of four shares:
 * - working: something useful was done, or is kept,
 * - idle: paid for while nothing was done; empty polls too,
 * - starting: paid for while an instance or an environment starts,
 * - wasted: paid for work that failed, or that did again what had been done before. What comes of work is known when it
 *   ends, so until then it counts as working.
 *
 * Left out: the free allowances, as they are per account and month and would hide what an architecture costs; the lower
 * prices for very large amounts, which no run reaches; traffic over the network; logs and metrics; tax.
 */
import type { ComponentKind } from '../models/registry.ts';
import { billBucket } from './meters/bucket-meter.ts';
import { billClient } from './meters/client-meter.ts';
import { billEventBus } from './meters/event-bus-meter.ts';
import { billFunction } from './meters/function-meter.ts';
import { billGateway } from './meters/gateway-meter.ts';
import { billGroup } from './meters/group-meter.ts';
import { billLoadBalancer } from './meters/load-balancer-meter.ts';
import { type AddLine, SECONDS_PER_HOUR } from './meters/meter.ts';
import { billQueue } from './meters/queue-meter.ts';
import { billStream } from './meters/stream-meter.ts';
import { billTable } from './meters/table-meter.ts';
import { billTopic } from './meters/topic-meter.ts';
import { listPrices, type PriceBook, priceOf } from './prices.ts';
import type { BilledThing, Share } from './shares.ts';
import type { Usage, UsageOf } from './usage.ts';

/** What the bill leaves out: keys of words. */
export const leftOut = [
  'free-allowances',
  'volume-discounts',
  'rounding-of-kept-ready',
  'network-traffic',
  'logs-and-metrics',
  'tax',
] as const;

/** `amount` × `unitPriceUsd` is `sumUsd`. */
export interface BillLine {
  /** Id of the component. */
  component: string;
  what: BilledThing;
  share: Share;
  /** How much of `unit`. */
  amount: number;
  /** The unit, in the singular, as in the price book: 'instance-hour', 'GB-month', 'request' … */
  unit: string;
  unitPriceUsd: number;
  sumUsd: number;
  /** Which price of the book. */
  priceId: string;
}

/** The same total, split. */
export type CostSplit = { [S in Share as `${S}Usd`]: number };

const bills: { readonly [K in ComponentKind]: (usage: UsageOf<K>, add: AddLine, gbMonthSeconds: number) => void } = {
  client: billClient,
  gateway: billGateway,
  'load-balancer': billLoadBalancer,
  'instance-group': billGroup,
  function: billFunction,
  queue: billQueue,
  topic: billTopic,
  stream: billStream,
  'event-bus': billEventBus,
  bucket: billBucket,
  table: billTable,
};

/** The lines of the bill for this usage, those with nothing on them left out. Throws if a price is missing. */
export function billLines(usages: readonly Usage[], book: PriceBook = listPrices): BillLine[] {
  const gbMonthSeconds = book.monthHours * SECONDS_PER_HOUR;
  const lines: BillLine[] = [];
  for (const usage of usages) {
    const add: AddLine = (what, priceId, share, amount) => {
      if (amount === 0) return;
      const { unit, unitPriceUsd } = priceOf(book, priceId);
      const sumUsd = amount * unitPriceUsd;
      lines.push({ component: usage.component, what, share, amount, unit, unitPriceUsd, sumUsd, priceId });
    };
    bills[usage.kind](usage as never, add, gbMonthSeconds);
  }
  return lines;
}

/** The same lines at the prices of another book. */
export function rebilled(lines: readonly BillLine[], book: PriceBook): BillLine[] {
  return lines.map((line) => {
    const { unitPriceUsd } = priceOf(book, line.priceId);
    return { ...line, unitPriceUsd, sumUsd: line.amount * unitPriceUsd };
  });
}

/** US dollars for a month in which all goes on as in a run that took so many seconds; null for a run of no length. */
export function monthUsd(totalUsd: number, runSeconds: number, book: PriceBook): number | null {
  return runSeconds === 0 ? null : (totalUsd / runSeconds) * SECONDS_PER_HOUR * book.monthHours;
}

/** The sums of the lines by share. */
export function splitOf(lines: readonly BillLine[]): CostSplit {
  const split: CostSplit = { workingUsd: 0, idleUsd: 0, startingUsd: 0, wastedUsd: 0 };
  for (const { share, sumUsd } of lines) split[`${share}Usd`] += sumUsd;
  return split;
}

export function totalUsd({ workingUsd, idleUsd, startingUsd, wastedUsd }: CostSplit): number {
  return workingUsd + idleUsd + startingUsd + wastedUsd;
}
