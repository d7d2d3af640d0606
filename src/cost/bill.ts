/**
 * Usage times prices. Every line belongs to one of three shares: working (something useful was done, or is kept), idle
 * (paid for while nothing was done; empty polls too) or starting (paid for while an instance boots).
 *
 * Left out: the free allowances, as they are per account and month and would hide what an architecture costs; the lower
 * prices for very large amounts, which no run reaches; traffic over the network; tax.
 */
import { listPrices, type PriceBook, priceOf } from './prices.ts';
import type { Split, Usage } from './usage.ts';

export const shares = ['working', 'idle', 'starting'] as const;

/** What a line of the bill was paid for. */
export type Share = (typeof shares)[number];

/** What is on the bill: keys of words. */
export type BilledThing =
  | 'instances'
  | 'disks'
  | 'sends'
  | 'polls'
  | 'empty-polls'
  | 'deletes'
  | 'puts'
  | 'gets'
  | 'storage'
  | 'writes';

/** What the bill leaves out: keys of words. */
export const leftOut = ['free-allowances', 'volume-discounts', 'network-traffic', 'tax'] as const;

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
export interface CostSplit {
  workingUsd: number;
  idleUsd: number;
  startingUsd: number;
}

const SECONDS_PER_HOUR = 3600;

/** The lines of the bill for this usage, those with nothing on them left out. Throws if a price is missing. */
export function billLines(usages: readonly Usage[], book: PriceBook = listPrices): BillLine[] {
  const gbMonthSeconds = book.monthHours * SECONDS_PER_HOUR;
  const lines: BillLine[] = [];
  for (const usage of usages) {
    const add = (what: BilledThing, priceId: string, share: Share, amount: number): void => {
      if (amount === 0) return;
      const { unit, unitPriceUsd } = priceOf(book, priceId);
      const sumUsd = amount * unitPriceUsd;
      lines.push({ component: usage.component, what, share, amount, unit, unitPriceUsd, sumUsd, priceId });
    };
    const addSplit = (what: BilledThing, priceId: string, amounts: Split, per: number): void => {
      for (const share of shares) add(what, priceId, share, amounts[share] / per);
    };
    switch (usage.kind) {
      case 'instance-group':
        addSplit('instances', `ec2.${usage.instanceType}`, usage.instanceSeconds, SECONDS_PER_HOUR);
        addSplit('disks', 'ebs.gp3.storage', usage.diskGbSeconds, gbMonthSeconds);
        break;
      case 'queue':
        add('sends', 'sqs.standard', 'working', usage.sends);
        add('polls', 'sqs.standard', 'working', usage.polls);
        add('empty-polls', 'sqs.standard', 'idle', usage.emptyPolls);
        add('deletes', 'sqs.standard', 'working', usage.deletes);
        break;
      case 'bucket':
        add('puts', 's3.put', 'working', usage.puts);
        add('gets', 's3.get', 'working', usage.gets);
        add('storage', 's3.standard.50tb', 'working', usage.gbSeconds / gbMonthSeconds);
        break;
      case 'table':
        add('writes', 'dynamodb.wru', 'working', usage.writeUnits);
        add('storage', 'dynamodb.storage', 'working', usage.gbSeconds / gbMonthSeconds);
        break;
      default:
        break;
    }
  }
  return lines;
}

/** The sums of the lines by share. */
export function splitOf(lines: readonly BillLine[]): CostSplit {
  const split: CostSplit = { workingUsd: 0, idleUsd: 0, startingUsd: 0 };
  for (const { share, sumUsd } of lines) split[`${share}Usd`] += sumUsd;
  return split;
}

export function totalUsd({ workingUsd, idleUsd, startingUsd }: CostSplit): number {
  return workingUsd + idleUsd + startingUsd;
}
