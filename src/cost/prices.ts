/**
 * The price book: what one unit of each service costs. The values, with unit, source and date, stand in `prices.json`;
 * this file reads and checks them, and says them per single unit (a request, not a million of them).
 */
import * as v from 'valibot';
import listPriceFile from './prices.json';

/** A price as it stands in the book. */
export interface Price {
  id: string;
  service: string;
  item: string;
  /** US dollars for `per` units. */
  usd: number;
  /** How many units that is for: 1, or 1,000, or a million. */
  per: number;
  /** The unit, in the singular: 'instance-hour', 'request', 'GB-month' … */
  unit: string;
  /** US dollars for one unit. */
  unitPriceUsd: number;
  /** Keys of `PriceBook.sources`; they speak of the list price. */
  sources: readonly string[];
  confidence: string;
  /** Whether it is the reader's own and not that of the list. */
  isChanged: boolean;
}

/** Prices of the reader's own: US dollars for the `per` units of the price, by its id. */
export type PriceChanges = Readonly<Record<string, number>>;

export const NO_CHANGES: PriceChanges = {};

/** Highest price that can be set, in US dollars for `per` units. Our choice. */
export const MOST_USD = 1_000_000;

/** Where a price was read. */
export interface PriceSource {
  title: string;
  /** When it was published or read; arithmetic has no date. */
  date?: string | undefined;
  /** From whom, in words: of the vendor, generated from its list, or from a third party. */
  kind?: string | undefined;
}

export interface PriceBook {
  region: string;
  currency: 'USD';
  /** The day on which the prices were collected; their sources are older. */
  asOf: string;
  /** Hours in the month by which GB-months are counted. */
  monthHours: number;
  prices: ReadonlyMap<string, Price>;
  sources: Readonly<Record<string, PriceSource>>;
}

const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

const fileSchema = v.object({
  region: v.string(),
  currency: v.literal('USD'),
  as_of: v.string(),
  month_hours: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  sources: v.record(
    v.string(),
    v.object({ title: v.string(), date: v.optional(v.string()), kind: v.optional(v.string()) }),
  ),
  prices: v.array(
    v.object({
      id: v.string(),
      service: v.string(),
      item: v.string(),
      price_usd: notNegative,
      unit: v.string(),
      source: v.array(v.string()),
      confidence: v.string(),
    }),
  ),
});

/** How the book says that a price is for many units at once. */
const multiples: readonly [prefix: string, per: number][] = [
  ['million ', 1_000_000],
  ['1,000 ', 1000],
];

/** Reads a price book; throws an error that names the place and the value of what is wrong with it. */
export function readPriceBook(file: unknown): PriceBook {
  const read = v.safeParse(fileSchema, file);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`price book: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { region, currency, as_of, month_hours, sources, prices } = read.output;
  const byId = new Map<string, Price>();
  for (const { id, service, item, price_usd, unit, source, confidence } of prices) {
    if (byId.has(id)) throw new Error(`price book: there are two prices "${id}"`);
    const stranger = source.find((key) => !(key in sources));
    if (stranger !== undefined)
      throw new Error(`price book: price "${id}" names a source "${stranger}" that is not listed`);
    const { per, single } = unitOf(unit);
    const unitPriceUsd = quotient(price_usd, per);
    const price = { id, service, item, usd: price_usd, per, unit: single, unitPriceUsd, sources: source, confidence };
    byId.set(id, { ...price, isChanged: false });
  }
  return { region, currency, asOf: as_of, monthHours: month_hours, prices: byId, sources };
}

/** The list prices that the project ships with. */
export const listPrices: PriceBook = readPriceBook(listPriceFile);

/**
 * The list prices, but for these. Throws an error that names the price, the value and what is allowed where one of them
 * is no price of the list or no amount of money. One that is equal to the price of the list changes nothing.
 */
export function bookWith(changes: PriceChanges): PriceBook {
  const entries = Object.entries(changes);
  if (entries.length === 0) return listPrices;
  const prices = new Map(listPrices.prices);
  for (const [id, usd] of entries) {
    const price = priceOf(listPrices, id);
    if (!isPrice(usd)) {
      throw new RangeError(`price "${id}": ${usd}; it must be a number from 0 to ${MOST_USD} US dollars`);
    }
    if (usd === price.usd) continue;
    prices.set(id, { ...price, usd, unitPriceUsd: quotient(usd, price.per), isChanged: true });
  }
  return { ...listPrices, prices };
}

/** Whether this can be the price of something, in US dollars for `per` units. */
export function isPrice(usd: unknown): usd is number {
  return typeof usd === 'number' && usd >= 0 && usd <= MOST_USD;
}

/** Of what was kept, the prices that the list has, and that are other than there; what else it holds is left out. */
export function validChanges(kept: unknown): PriceChanges {
  if (typeof kept !== 'object' || kept === null) return NO_CHANGES;
  const entries = Object.entries(kept).filter(([id, usd]) => {
    const price = listPrices.prices.get(id);
    return price !== undefined && isPrice(usd) && usd !== price.usd;
  });
  return entries.length === 0 ? NO_CHANGES : (Object.fromEntries(entries) as PriceChanges);
}

/** The changes with one more; a price that is set to that of the list is no change any more. */
export function withPrice(changes: PriceChanges, id: string, usd: number): PriceChanges {
  return validChanges({ ...changes, [id]: usd });
}

/** The price with this id; throws an error that names those of the same service if there is none. */
export function priceOf(book: PriceBook, id: string): Price {
  const price = book.prices.get(id);
  if (price) return price;
  const service = id.split('.')[0] as string;
  const known = [...book.prices.keys()].filter((each) => each.startsWith(`${service}.`));
  const hint = known.length > 0 ? known.join(', ') : 'none of that service';
  throw new Error(`the price book of ${book.asOf} has no price "${id}"; it has ${hint}`);
}

/** 'million requests' is a request, times a million. */
function unitOf(unit: string): { per: number; single: string } {
  for (const [prefix, per] of multiples) {
    if (unit.startsWith(prefix))
      return { per, single: unit.slice(prefix.length).replace(/ies$/, 'y').replace(/s$/, '') };
  }
  return { per: 1, single: unit };
}

/** A price per unit as one would write it: 0.4 for a million is 0.0000004, without the rounding of the division. */
function quotient(usd: number, per: number): number {
  return Number((usd / per).toPrecision(15));
}
