/** What Amazon DynamoDB documents of tables, rule by rule, and what we chose where it is silent. */
import { describe, expect, it } from 'vitest';
import { becauseOf, Hands } from '../support/hands.ts';
import { component } from '../support/small-scenario.ts';

type TableParams = Parameters<typeof component<'table'>>[2];

/** Somebody who writes and reads, a table that takes no time, and somebody in the place of a stream. */
function aTable(params: TableParams = {}): Hands {
  const nodes = [
    component('caller', 'topic'),
    component('table', 'table', { latency: { kind: 'constant', value: 0 }, ...params }),
    component('changes', 'topic'),
  ];
  return new Hands(nodes, ['caller table', 'table changes'], { played: ['caller', 'changes'], latencyMs: 0 });
}

const write = (hands: Hands, upload: number, object: 'master' | '480p' = 'master') =>
  hands.askNow('table', 'write', { upload, object });

describe('items', () => {
  it('are one for each upload and object; what is written once more takes the place of the earlier', () => {
    const hands = aTable();
    write(hands, hands.upload());
    write(hands, 0, '480p');
    write(hands, 0);
    write(hands, hands.upload());
    write(hands, 0);
    expect(hands.told({ only: ['item.written'] })).toEqual([
      '0.000 table item.written upload 0',
      '0.000 table item.written upload 0',
      '0.000 table item.written upload 0 for time 2',
      '0.000 table item.written upload 1',
      '0.000 table item.written upload 0 for time 3',
    ]);
    expect(hands.gauge('table', 'items')).toBe(3);
  });

  it('are kept apart however many uploads there are', () => {
    const hands = aTable();
    for (let i = 0; i < 600; i += 1) write(hands, hands.upload());
    expect(hands.gauge('table', 'items')).toBe(600);
    expect(hands.told({ only: ['item.written'] }).at(-1)).toBe('0.000 table item.written upload 599');
    write(hands, 3);
    expect(hands.told({ only: ['item.written'] }).at(-1)).toBe('0.000 table item.written upload 3 for time 2');
  });

  it('that belong to no upload are new ones each time', () => {
    const hands = aTable();
    write(hands, -1);
    write(hands, -1);
    expect(hands.gauge('table', 'items')).toBe(2);
  });

  it('that are not there are read without an error, as nothing', () => {
    const hands = aTable();
    write(hands, hands.upload());
    const answers = [0, -1].map((upload) => hands.askNow('table', 'read', { upload }));
    expect(answers.map(becauseOf)).toEqual(['none', 'none']);
    expect(hands.told({ only: ['item.read'] })).toEqual([
      '0.000 table item.read upload 0 written 1 times',
      '0.000 table item.read not there',
    ]);
  });

  it('of an upload that was never written are not there, although others of it are', () => {
    const hands = aTable();
    write(hands, hands.upload());
    hands.askNow('table', 'read', { upload: 0, object: '480p' });
    hands.askNow('table', 'read', { upload: hands.upload() });
    expect(hands.told({ only: ['item.read'] })).toEqual([
      '0.000 table item.read upload 0 not there',
      '0.000 table item.read upload 1 not there',
    ]);
  });
});

describe('throughput', () => {
  it('of a partition is 1,000 writes a second; beyond that they are throttled', () => {
    const hands = aTable();
    expect(hands.burst('table', 'write', 1001)).toEqual({ none: 1000, throttled: 1 });
    expect(hands.told({ only: ['request.refused'] })).toEqual(['0.000 table request.refused because throttled']);
  });

  it('of a partition is 3,000 reads a second, apart from the writes', () => {
    const hands = aTable();
    hands.burst('table', 'write', 1000);
    expect(hands.burst('table', 'read', 3001)).toEqual({ none: 3000, throttled: 1 });
  });

  it('comes back as time goes by', () => {
    const hands = aTable({ writeLimitPerSecond: 10 });
    hands.burst('table', 'write', 10);
    expect(hands.until(0.25).burst('table', 'write', 5)).toEqual({ none: 2, throttled: 3 });
  });
});

describe('changes', () => {
  it('are appended to the stream, one for each write', () => {
    const hands = aTable({ changes: 'changes' });
    write(hands, hands.upload(), '480p');
    hands.askNow('table', 'read', { upload: 0 });
    write(hands, 0, '480p');
    hands.until(1);
    expect(hands.asked()).toEqual(['0.000 changes append upload 0', '0.000 changes append upload 0']);
    expect(hands.requests.map(({ event, object }) => [event, object])).toEqual([
      [6, 1],
      [6, 1],
    ]);
  });

  it('that the stream does not take are appended again, and keep the upload meanwhile', () => {
    const hands = aTable({ changes: 'changes' });
    hands.reply = () => (hands.requests.length < 4 ? 'throttled' : 'none');
    write(hands, hands.upload());
    hands.until(10);
    expect(hands.asked()).toEqual([
      '0.000 changes append upload 0',
      '0.100 changes append upload 0 try 2',
      '0.300 changes append upload 0 try 3',
      '0.700 changes append upload 0 try 4',
    ]);
    expect(hands.told({ only: ['upload.lost'] })).toEqual([
      '0.700 table upload.lost upload 0 because nobody-took-over',
    ]);
  });

  it('that the stream does not take for a day are dropped', () => {
    const hands = aTable({ changes: 'changes' });
    hands.reply = () => 'throttled';
    write(hands, hands.upload());
    hands.until(90_000);
    expect(hands.told({ only: ['delivery.dropped'] }).length).toBe(1);
    expect(hands.requests.at(-1)?.atSeconds).toBeLessThanOrEqual(86_400);
    expect(hands.requests.at(-1)?.atSeconds).toBeGreaterThan(86_380);
  });

  it('are told to nobody where no stream is named', () => {
    const hands = aTable();
    write(hands, hands.upload());
    expect(hands.until(5).asked()).toEqual([]);
  });
});
