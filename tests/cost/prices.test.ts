/** The price book: whole, sourced, and clear about what is wrong with it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listPrices, priceOf, readPriceBook } from '../../src/cost/prices.ts';
import { instanceTypeNames } from '../../src/models/instance-group/instance-types.ts';

const shipped = fileURLToPath(new URL('../../src/cost/prices.json', import.meta.url));
const original = fileURLToPath(new URL('../../../shared/facts/prices.json', import.meta.url));

interface PriceRow {
  id: string;
  price_usd: number;
  unit: string;
  source: string[];
  [more: string]: unknown;
}

/** A small book, for breaking. */
function aBook(change: Partial<PriceRow> = {}, more: object = {}) {
  const row: PriceRow = {
    id: 'sqs.standard',
    service: 'sqs',
    item: 'request',
    price_usd: 0.4,
    unit: 'million requests',
    source: ['a-source'],
    confidence: 'high',
    ...change,
  };
  const sources = { 'a-source': { title: 'A source', date: '2026-01-01' } };
  return {
    region: 'us-east-1',
    currency: 'USD',
    as_of: '2026-11-21',
    month_hours: 730,
    sources,
    prices: [row],
    ...more,
  };
}

describe('the price book that is shipped', () => {
  it.each(instanceTypeNames)('has a price for an hour of %s', (type) => {
    const price = priceOf(listPrices, `ec2.${type}`);
    expect(price.unit).toBe('instance-hour');
    expect(price.unitPriceUsd).toBeGreaterThan(0);
  });

  it.each([
    ['ebs.gp3.storage', 'GB-month', 0.08],
    ['sqs.standard', 'request', 0.0000004],
    ['s3.put', 'request', 0.000005],
    ['s3.get', 'request', 0.0000004],
    ['s3.standard.50tb', 'GB-month', 0.023],
    ['dynamodb.wru', 'WRU', 0.000000625],
    ['dynamodb.storage', 'GB-month', 0.25],
    ['sns.to-http', 'delivery', 0.0000006],
  ])('says %s per %s', (id, unit, usd) => {
    expect(priceOf(listPrices, id)).toMatchObject({ unit, unitPriceUsd: usd });
  });

  it('names a source for every price', () => {
    for (const { id, sources } of listPrices.prices.values()) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(listPrices.sources[source]?.title, id).toBeTruthy();
    }
  });

  // The fact sheets are not part of the project. Where they are not beside it, only the extent of the book is checked.
  const areBeside = existsSync(original);
  it(
    areBeside ? 'is that of the fact sheets, whole' : 'is whole, as far as can be told without the fact sheets',
    () => {
      const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { as_of: string; prices: unknown[] };
      const book = read(shipped);
      expect([book.as_of, book.prices.length]).toEqual(['2026-11-21', 77]);
      if (areBeside) expect(book).toEqual(read(original));
    },
  );
});

describe('reading a price book', () => {
  it('takes prices per single unit', () => {
    const book = readPriceBook(aBook());
    expect(priceOf(book, 'sqs.standard')).toEqual({
      id: 'sqs.standard',
      service: 'sqs',
      item: 'request',
      usd: 0.4,
      per: 1_000_000,
      unit: 'request',
      unitPriceUsd: 0.0000004,
      sources: ['a-source'],
      confidence: 'high',
    });
  });

  it.each([
    ['a price below nothing', aBook({ price_usd: -1 }), /prices\.0\.price_usd: .*-1/],
    ['a price that is no number', aBook({ price_usd: 'much' as unknown as number }), /prices\.0\.price_usd: .*"much"/],
    ['a month without hours', aBook({}, { month_hours: 0 }), /month_hours/],
    ['another currency', aBook({}, { currency: 'EUR' }), /currency: .*"EUR"/],
    ['a source that is not listed', aBook({ source: ['hearsay'] }), /"sqs.standard" names a source "hearsay"/],
    [
      'the same price twice',
      aBook({}, { prices: [...aBook().prices, ...aBook().prices] }),
      /two prices "sqs.standard"/,
    ],
    ['no book at all', null, /price book: the file/],
  ])('objects to %s', (_, file, complaint) => {
    expect(() => readPriceBook(file)).toThrow(complaint);
  });

  it('says which prices there are when one is missing', () => {
    const book = readPriceBook(aBook());
    expect(() => priceOf(book, 'sqs.lifo')).toThrow(
      'the price book of 2026-11-21 has no price "sqs.lifo"; it has sqs.standard',
    );
    expect(() => priceOf(book, 'ec2.z9.large')).toThrow('it has none of that service');
  });
});
