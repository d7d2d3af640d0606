/** The price book: whole, sourced, and clear about what is wrong with it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bookWith, listPrices, priceOf, readPriceBook, validChanges, withPrice } from '../../src/cost/prices.ts';
import { dateOf, datesOfList } from '../../src/cost/source-dates.ts';
import { instanceTypeNames } from '../../src/models/instance-group/instance-types.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';

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

  it('dates every source of every price as the source is dated', () => {
    for (const price of listPrices.prices.values()) {
      for (const key of price.sources) {
        const date = dateOf(key, price);
        const told = listPrices.sources[key]?.date ?? 'undated';
        // 2026-09-23/24 and the like name the first of two days.
        if (date === null) expect(told, `${price.id} in ${key}`).toMatch(/undated/);
        else expect(told, `${price.id} in ${key}`).toContain(date);
      }
    }
    expect(dateOf('infracost', { service: 'dynamodb' })).toBe('2024-11-15');
    expect(dateOf('infracost', { service: 's3' })).toBe('2024-07-01');
    expect(dateOf('icm-seed', { service: 's3' })).toBeNull();
    expect(datesOfList()).toEqual({ oldest: '2024-07-01', newest: '2026-10-09' });
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
      isChanged: false,
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

describe('prices of one’s own', () => {
  it('stand in place of those of the list, per unit of the book, and are marked', () => {
    const book = bookWith({ 'sqs.standard': 0.8 });
    expect(priceOf(book, 'sqs.standard')).toMatchObject({ usd: 0.8, unitPriceUsd: 0.0000008, isChanged: true });
    expect(priceOf(book, 's3.put')).toEqual(priceOf(listPrices, 's3.put'));
    expect(priceOf(listPrices, 'sqs.standard')).toMatchObject({ usd: 0.4, isChanged: false });
  });

  it('change nothing where they are those of the list', () => {
    expect(priceOf(bookWith({ 'sqs.standard': 0.4 }), 'sqs.standard').isChanged).toBe(false);
    expect(bookWith({})).toBe(listPrices);
    expect(withPrice({ 'sqs.standard': 0.8, 's3.put': 1 }, 'sqs.standard', 0.4)).toEqual({ 's3.put': 1 });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1_000_001])('cannot be %s', (usd) => {
    expect(() => bookWith({ 'sqs.standard': usd })).toThrow(
      `price "sqs.standard": ${usd}; it must be a number from 0 to 1000000 US dollars`,
    );
  });

  it('cannot be for something that nobody sells', () => {
    expect(() => bookWith({ 'sqs.gold': 1 })).toThrow('no price "sqs.gold"; it has sqs.');
  });

  it('are kept but for what is none', () => {
    expect(validChanges({ 'sqs.standard': 0.8, 'sqs.gold': 1, 's3.put': -1, 's3.get': '1', 'sqs.fifo': 0 })).toEqual({
      'sqs.standard': 0.8,
      'sqs.fifo': 0,
    });
    for (const none of [undefined, null, 7, 'a', []]) expect(validChanges(none)).toEqual({});
  });

  it('change the sums of a bill and nothing else, and are named on it where they count', () => {
    const scenario = newScenario('queued', { durationSeconds: 60 });
    const list = createReport(scenario);
    const own = createReport(scenario, { 'ec2.c5.large': 0.17, 'kinesis.shard': 1 });
    expect(list.bill.ownPrices).toEqual([]);
    expect(own.bill.ownPrices).toEqual(['ec2.c5.large']);
    expect({ ...own, bill: null }).toEqual({ ...list, bill: null });
    expect(own.bill.lines.map(({ amount }) => amount)).toEqual(list.bill.lines.map(({ amount }) => amount));
    const sum = (lines: typeof own.bill.lines): number =>
      lines.filter(({ priceId }) => priceId === 'ec2.c5.large').reduce((usd, line) => usd + line.sumUsd, 0);
    expect(sum(own.bill.lines)).toBeCloseTo(2 * sum(list.bill.lines), 12);
    expect(own.bill.totalUsd - list.bill.totalUsd).toBeCloseTo(sum(list.bill.lines), 12);
  });
});
