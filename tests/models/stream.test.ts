import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import { FACT, OPERATION } from '../../src/models/facts.ts';
import { shardOfKey } from '../../src/models/stream/stream.ts';
import { createSimulation } from '../../src/scenario/create-simulation.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { Conservation } from '../support/conservation.ts';
import { factsOf, type Wanted } from '../support/facts.ts';
import { type Act, type Heard, heardBy, script } from '../support/scripted.ts';
import { aScenario, component } from '../support/small-scenario.ts';

vi.mock('../../src/models/registry.ts', async (original) => {
  const { withScriptedFunction } = await import('../support/scripted.ts');
  return withScriptedFunction(original);
});

const APPENDED = FACT['record.appended'];
const FETCH = OPERATION.fetch;

type StreamParams = Parameters<typeof component<'stream'>>[2];

const append = (at: number, upload: Act['upload'] = 'new'): Act => ({ at, to: 'stream', operation: 'append', upload });

const fetch = (at: number, shard: number, item = -1, most = 100): Act => ({
  at,
  to: 'stream',
  operation: 'fetch',
  shard,
  item,
  most,
});

/** Something that appends, a stream of one shard, and readers; the way between them takes 100 ms. */
function scenarioWith(
  acts: readonly Act[],
  readers: Readonly<Record<string, readonly Act[]>>,
  params: StreamParams = {},
  interventions: readonly Intervention[] = [],
) {
  const nodes = [
    component('stream', 'stream', { shards: 1, ...params }),
    script('source', { acts }),
    ...Object.entries(readers).map(([id, own]) => script(id, { acts: own })),
  ];
  const links = ['source', ...Object.keys(readers)].map((id) => `${id} stream`);
  return aScenario(nodes, links, { durationSeconds: 60, interventions });
}

const atStream: Wanted = { at: 'stream', without: ['message.sent', 'parameter.set'] };

/** What a reader was handed, by record. */
function recordsOf(heard: readonly Heard[]): number[] {
  return heard.flatMap(({ batch }) => batch.map(({ item }) => item));
}

describe('stream', () => {
  it.each([
    [
      'keeps what was read until the reader asks for what comes after it: the place of a reader is its checkpoint',
      scenarioWith([append(1), append(1.5)], { reader: [fetch(2, 0), fetch(3, 0, 2), fetch(4, 0, 2)] }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '1.600 stream record.appended record 1 shard 0 upload 1 2 kept',
        '2.100 stream records.fetched 2, the oldest 1.000 old, of shard 0 2 kept',
        '3.100 stream upload.lost upload 0 because nobody-took-over',
        '3.100 stream upload.lost upload 1 because nobody-took-over',
        '3.100 stream records.fetched none of shard 0 0 kept',
        '4.100 stream records.fetched none of shard 0 0 kept',
      ],
    ],
    [
      'hands the same records out again to a reader that comes back with the same checkpoint: one bad record blocks',
      scenarioWith([append(1)], { reader: [fetch(2, 0, 0), fetch(12, 0, 0), fetch(22, 0, 0)] }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '2.100 stream records.fetched 1, the oldest 1.000 old, of shard 0 1 kept',
        '12.100 stream records.fetched 1, the oldest 11.000 old, of shard 0 1 kept',
        '22.100 stream records.fetched 1, the oldest 21.000 old, of shard 0 1 kept',
      ],
    ],
    [
      'hands out at most as many records as are wanted',
      scenarioWith([append(1), append(1.5), append(2)], { reader: [fetch(3, 0, -1, 2), fetch(4, 0, 2, 2)] }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '1.600 stream record.appended record 1 shard 0 upload 1 2 kept',
        '2.100 stream record.appended record 2 shard 0 upload 2 3 kept',
        '3.100 stream records.fetched 2, the oldest 2.000 old, of shard 0 3 kept',
        '4.100 stream upload.lost upload 0 because nobody-took-over',
        '4.100 stream upload.lost upload 1 because nobody-took-over',
        '4.100 stream records.fetched 1, the oldest 2.000 old, of shard 0 1 kept',
      ],
    ],
    [
      'takes a thousand records a second in each shard (here two), and refuses the rest as throttled',
      scenarioWith([append(1), append(1.1), append(1.2), append(1.95)], {}, { recordsPerSecondPerShard: 2 }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '1.200 stream record.appended record 1 shard 0 upload 1 2 kept',
        '1.300 stream request.refused upload 2 because throttled',
        '2.050 stream record.appended record 2 shard 0 upload 3 3 kept',
      ],
    ],
    [
      'gives up a record when its time of retention is over and somebody has still not read it',
      scenarioWith([append(1), append(3)], { reader: [fetch(20, 0)] }, { retentionSeconds: 10 }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '3.100 stream record.appended record 1 shard 0 upload 1 2 kept',
        '11.100 stream record.expired record 0 shard 0 upload 0 1 kept',
        '11.100 stream upload.lost upload 0 because retention-ended',
        '13.100 stream record.expired record 1 shard 0 upload 1 0 kept',
        '13.100 stream upload.lost upload 1 because retention-ended',
        '20.100 stream records.fetched none of shard 0 0 kept',
      ],
    ],
    [
      'counts the time of retention anew when it is turned, and gives up at once what is then too old',
      scenarioWith([append(1), append(5)], {}, { retentionSeconds: 50 }, [
        { kind: 'set', target: 'stream', parameter: 'retentionSeconds', value: 4, atSeconds: 8 },
      ]),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '5.100 stream record.appended record 1 shard 0 upload 1 2 kept',
        '8.000 stream record.expired record 0 shard 0 upload 0 1 kept',
        '8.000 stream upload.lost upload 0 because retention-ended',
        '9.100 stream record.expired record 1 shard 0 upload 1 0 kept',
        '9.100 stream upload.lost upload 1 because retention-ended',
      ],
    ],
    [
      'keeps a record until the slowest reader is past it, and lets each go on by itself',
      scenarioWith([append(1)], { quick: [fetch(2, 0), fetch(3, 0, 1)], slow: [fetch(10, 0), fetch(11, 0, 1)] }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '2.100 stream records.fetched 1, the oldest 1.000 old, of shard 0 1 kept',
        '3.100 stream records.fetched none of shard 0 1 kept',
        '10.100 stream records.fetched 1, the oldest 9.000 old, of shard 0 1 kept',
        '11.100 stream upload.lost upload 0 because nobody-took-over',
        '11.100 stream records.fetched none of shard 0 0 kept',
      ],
    ],
    [
      'does not wait for a function that appends and has never read',
      scenarioWith([append(1)], { other: [append(4)], reader: [fetch(2, 0), fetch(3, 0, 1)] }),
      [
        '1.100 stream record.appended record 0 shard 0 upload 0 1 kept',
        '2.100 stream records.fetched 1, the oldest 1.000 old, of shard 0 1 kept',
        // The other one may still turn out to be a reader …
        '3.100 stream records.fetched none of shard 0 1 kept',
        // … until it appends.
        '4.100 stream upload.lost upload 0 because nobody-took-over',
        '4.100 stream record.appended record 1 shard 0 upload 1 1 kept',
      ],
    ],
    [
      'takes what is delivered to it as it takes what is appended',
      scenarioWith([{ at: 1, to: 'stream', operation: 'deliver', upload: 'new' }], {}),
      ['1.100 stream record.appended record 0 shard 0 upload 0 1 kept'],
    ],
  ] as const)('%s', (_, scenario, expected) => {
    expect(factsOf(scenario, atStream)).toEqual(expected);
  });

  it('says of each record what was said when it was appended, and when that was', () => {
    const said = { event: 'clicked', object: '720p', content: { button: 'play' } } as const;
    const world = createSimulation(
      scenarioWith([append(0.5), { ...append(1), ...said }], { reader: [fetch(2, 0), fetch(3, 0, 1)] }),
    );
    world.runUntil(seconds(10));
    const [first, second] = heardBy(world, 'reader');
    expect(first).toMatchObject({ at: 2.2, upload: 0, item: 0, reason: 'none' });
    expect(first?.batch.map(({ item, receipt, upload, sentAt }) => [item, receipt, upload, sentAt])).toEqual([
      [0, 0, 0, seconds(0.6)],
      [1, 0, 1, seconds(1.1)],
    ]);
    // The answer as a whole is about the first of them.
    expect(second).toMatchObject({ upload: 1, item: 1, object: 2, content: { button: 'play' } });
    expect(second?.batch[0]).toMatchObject({ object: 2, event: 9 });
    expect(world.contents[second?.batch[0]?.content as number]).toEqual({ button: 'play' });
  });

  it('answers a fetch of what is not there with nothing, and of a shard that is not there with an error', () => {
    const world = createSimulation(scenarioWith([], { reader: [fetch(1, 0), fetch(2, 1)] }));
    world.runUntil(seconds(10));
    expect(heardBy(world, 'reader').map(({ item, batch, reason, upload }) => [item, batch, reason, upload])).toEqual([
      [-1, [], 'none', -1],
      [-1, [], 'target-missing', -1],
    ]);
  });

  it('hands nothing to a reader that has hung up, and remembers the checkpoint that it brought', () => {
    const acts = [append(1), append(1.5)];
    const scenario = scenarioWith(acts, { reader: [fetch(2, 0), { ...fetch(3, 0, 1), isHungUp: true }] });
    expect(factsOf(scenario, { at: 'stream', without: ['message.sent', 'record.appended'] })).toEqual([
      '2.100 stream records.fetched 2, the oldest 1.000 old, of shard 0 2 kept',
      '3.100 stream upload.lost upload 0 because nobody-took-over',
      '3.100 stream records.fetched none of shard 0 1 kept',
      '3.100 stream message.taken because none',
    ]);
  });

  it('tells others how many shards there are, how much it keeps, and how far the slowest reader is behind', () => {
    const world = createSimulation(
      scenarioWith([append(1), append(3)], { reader: [fetch(4, 0, 1)], other: [fetch(5, 0, 0)] }, { shards: 1 }),
    );
    const gauges = () => ['shards', 'records', 'iterator-age-seconds'].map((name) => world.components[0]?.gauge(name));
    world.runUntil(seconds(3.1));
    expect(gauges()).toEqual([1, 2, 2]);
    world.runUntil(seconds(10.1));
    // One reader has passed the first record, the other has not.
    expect(gauges()).toEqual([1, 2, 9]);
  });

  it('spreads many uploads over all shards', () => {
    const shards = Array.from({ length: 4000 }, (_, upload) => shardOfKey(upload, 4));
    const shares = [0, 1, 2, 3].map((shard) => shards.filter((each) => each === shard).length / 4000);
    // The standard error of a quarter of 4,000 is 0.7 %; four of them are allowed.
    for (const share of shares) expect(Math.abs(share - 0.25)).toBeLessThan(0.028);
  });

  it('gives all uploads of one key to one shard: few keys make a hot shard', () => {
    const acts = Array.from({ length: 8 }, (_, n) => append(1 + n / 10));
    const scenario = scenarioWith(acts, {}, { shards: 8, keys: 1 });
    const appended = factsOf(scenario, { only: ['record.appended'] });
    expect(new Set(appended.map((line) => /shard \d/.exec(line)?.[0]))).toEqual(new Set(['shard 2']));
  });

  it('deals records that concern no upload out in turn', () => {
    const acts = [0, 1, 2, 3].map((n) => append(1 + n, -1));
    expect(factsOf(scenarioWith(acts, {}, { shards: 3 }), { only: ['record.appended'] })).toEqual([
      '1.100 stream record.appended record 0 shard 0 1 kept',
      '2.100 stream record.appended record 1 shard 1 1 kept',
      '3.100 stream record.appended record 2 shard 2 1 kept',
      '4.100 stream record.appended record 3 shard 0 2 kept',
    ]);
  });

  it('gives every reader every record once in one pass, in the order of each key, and keeps what is under way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ upload: fc.nat(5), gap: fc.nat(20) }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
        (records, shards, sizes) => {
          let at = 1;
          const acts = [0, 1, 2, 3, 4, 5].map((n) => append(n / 10));
          for (const { upload, gap } of records) {
            at += gap / 10;
            acts.push(append(at, upload));
          }
          const scenario = scenarioWith(acts, Object.fromEntries(sizes.map((_, n) => [`reader-${n}`, []])), { shards });
          const appended = passesOver(scenario, sizes, shards, at);
          for (const { items, uploads } of appended.readers) {
            expect(items.toSorted((a, b) => a - b)).toEqual(appended.all.map((_, item) => item));
            for (const key of new Set(appended.all)) {
              const ofKey = items.filter((_, place) => uploads[place] === key);
              expect(ofKey).toEqual(ofKey.toSorted((a, b) => a - b));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});

/**
 * Runs until all is appended, then lets each reader go once over all shards, each with batches of a size of its own,
 * while what the world counts is recounted.
 */
function passesOver(scenario: ReturnType<typeof scenarioWith>, sizes: readonly number[], shards: number, end: number) {
  const conservation = new Conservation(['function']);
  const world = createSimulation(scenario, conservation);
  const all: number[] = [];
  world.observe({ fact: (_at, kind, _component, upload) => kind === APPENDED && all.push(upload) });
  const run = (until: number) => {
    while (world.stepUntil(seconds(until))) expect(conservation.breachesIn(world)).toEqual([]);
  };
  run(end + 1);
  let now = end + 1;
  const readers = sizes.map((most, n) => {
    const reader = world.components[2 + n] as (typeof world.components)[number];
    const items: number[] = [];
    const uploads: number[] = [];
    for (let shard = 0; shard < shards; shard += 1) {
      for (let item = -1, done = false; !done; ) {
        const message = reader.call(reader.linkTo('stream'), FETCH, -1, 0);
        Object.assign(message, { target: shard, item, most });
        now += 1;
        run(now);
        const { batch } = heardBy(world, reader.id).at(-1) as Heard;
        for (const record of batch) {
          items.push(record.item);
          uploads.push(record.upload);
        }
        item = (batch.at(-1)?.item ?? 0) + 1;
        done = batch.length === 0;
      }
    }
    expect(recordsOf(heardBy(world, reader.id))).toEqual(items);
    return { items, uploads };
  });
  expect(world.components[0]?.gauge('records')).toBe(0);
  return { all, readers };
}
