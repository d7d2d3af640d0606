/** From usage to money. */
import { describe, expect, it } from 'vitest';
import { billLines, leftOut, monthUsd, rebilled, splitOf, totalUsd } from '../../src/cost/bill.ts';
import { bookWith, listPrices } from '../../src/cost/prices.ts';
import type { Usage } from '../../src/cost/usage.ts';
import { newScenario } from '../../src/scenario/new-scenario.ts';
import { createReport } from '../../src/scenario/report.ts';

const month = 730 * 3600;

const noQueue = {
  kind: 'queue',
  isFifo: false,
  sends: 0,
  polls: 0,
  emptyPolls: 0,
  deletes: 0,
  extensions: 0,
} as const;

describe('a bill', () => {
  it('has a line for each thing and share that was used', () => {
    const usages: Usage[] = [
      { component: 'users', kind: 'client' },
      {
        component: 'fleet',
        kind: 'instance-group',
        instanceType: 'c5.large',
        instanceSeconds: { working: 3600, idle: 1800, starting: 0, wasted: 0 },
        unusedMinimumSeconds: 360,
        diskGbSeconds: { working: month, idle: 0, starting: month / 2, wasted: 0 },
      },
      { ...noQueue, component: 'queue', sends: 1_000_000, emptyPolls: 500_000, deletes: 10 },
      { component: 'bucket', kind: 'bucket', puts: 1000, repeatedPuts: 0, gets: 1000, gbSeconds: 2 * month },
      { component: 'table', kind: 'table', writeUnits: 1_000_000, repeatedWriteUnits: 0, readUnits: 0, gbSeconds: 0 },
    ];
    const lines = billLines(usages).map(({ component, what, share, amount, unit, priceId, sumUsd }) => {
      return `${component} ${what} ${share}: ${amount} ${unit} of ${priceId} = ${Number(sumUsd.toFixed(9))}`;
    });
    expect(lines).toEqual([
      'fleet instances working: 1 instance-hour of ec2.c5.large = 0.085',
      // The rest of the least time of a run was paid for without a machine, and without a disk: a line of its own.
      'fleet instances idle: 0.4 instance-hour of ec2.c5.large = 0.034',
      'fleet instance-minimums idle: 0.1 instance-hour of ec2.c5.large = 0.0085',
      'fleet disks working: 1 GB-month of ebs.gp3.storage = 0.08',
      'fleet disks starting: 0.5 GB-month of ebs.gp3.storage = 0.04',
      'queue sends working: 1000000 request of sqs.standard = 0.4',
      'queue empty-polls idle: 500000 request of sqs.standard = 0.2',
      'queue deletes working: 10 request of sqs.standard = 0.000004',
      'bucket puts working: 1000 request of s3.put = 0.005',
      'bucket gets working: 1000 request of s3.get = 0.0004',
      'bucket storage working: 2 GB-month of s3.standard.50tb = 0.046',
      'table writes working: 1000000 WRU of dynamodb.wru = 0.625',
    ]);
  });

  it('adds up, line by line and share by share', () => {
    const lines = billLines([
      {
        component: 'fleet',
        kind: 'instance-group',
        instanceType: 't3.small',
        instanceSeconds: { working: 123.4, idle: 56.7, starting: 8.9, wasted: 0 },
        unusedMinimumSeconds: 0,
        diskGbSeconds: { working: 1234, idle: 567, starting: 89, wasted: 0 },
      },
    ]);
    const split = splitOf(lines);
    for (const { amount, unitPriceUsd, sumUsd } of lines) expect(sumUsd).toBe(amount * unitPriceUsd);
    expect(totalUsd(split)).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.sumUsd, 0),
      15,
    );
    expect(split.startingUsd).toBeCloseTo((8.9 / 3600) * 0.0208 + (89 / month) * 0.08, 15);
  });

  it('follows the book it is given', () => {
    const prices = new Map(listPrices.prices);
    const price = listPrices.prices.get('s3.put');
    if (price) prices.set('s3.put', { ...price, unitPriceUsd: 2 });
    const usage: Usage = { component: 'bucket', kind: 'bucket', puts: 3, repeatedPuts: 0, gets: 0, gbSeconds: 0 };
    expect(totalUsd(splitOf(billLines([usage], { ...listPrices, prices })))).toBe(6);
    prices.delete('s3.put');
    expect(() => billLines([usage], { ...listPrices, prices })).toThrow('has no price "s3.put"');
  });

  it('is empty for what nobody used', () => {
    expect(billLines([{ component: 'queue', ...noQueue }])).toEqual([]);
    expect(totalUsd(splitOf([]))).toBe(0);
  });
});

it('says that what is kept ready is not rounded up to five minutes', () => {
  expect(leftOut).toContain('rounding-of-kept-ready');
});

describe('what a month would cost', () => {
  it('is the total of the run as often as the run goes into 730 hours', () => {
    expect(monthUsd(0.05, 300, listPrices)).toBeCloseTo(0.05 * 12 * 730, 9);
    expect(monthUsd(2, 7200, listPrices)).toBeCloseTo(730, 9);
    expect(monthUsd(0, 0, listPrices)).toBeNull();
  });
});

describe('a bill at other prices', () => {
  it('has the same amounts, and sums by the new prices', () => {
    const { lines } = createReport(newScenario('queued', { durationSeconds: 60 })).bill;
    const prices = { 'ec2.c5.large': 1, 'sqs.standard': 2 };
    expect(rebilled(lines, bookWith(prices))).toEqual(
      createReport(newScenario('queued', { durationSeconds: 60 }), prices).bill.lines,
    );
    expect(rebilled(lines, listPrices)).toEqual(lines);
  });
});
