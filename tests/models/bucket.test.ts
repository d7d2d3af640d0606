/** What Amazon S3 documents of buckets, rule by rule, and what we chose where it is silent. */
import { describe, expect, it } from 'vitest';
import { becauseOf, Hands } from '../support/hands.ts';
import { component } from '../support/small-scenario.ts';

type BucketParams = Parameters<typeof component<'bucket'>>[2];

const atOnce = { kind: 'constant', value: 0 } as const;

/** Somebody who puts and gets, a bucket that takes no time, and those who may be told. */
function aBucket(params: BucketParams = {}): Hands {
  const nodes = [
    component('caller', 'topic'),
    component('bucket', 'bucket', { latency: atOnce, notificationDelay: { kind: 'constant', value: 1 }, ...params }),
    component('first', 'topic'),
    component('second', 'topic'),
    component('queue', 'queue'),
  ];
  const links = ['caller bucket', 'bucket first', 'bucket second', 'bucket queue'];
  return new Hands(nodes, links, { played: ['caller', 'first', 'second'], latencyMs: 0 });
}

const put = (hands: Hands, upload: number, object: 'master' | '480p' = 'master', megabytes = 60) =>
  hands.askNow('bucket', 'put', { upload, object, megabytes });
const get = (hands: Hands, upload: number, object: 'master' | '480p' = 'master') =>
  hands.askNow('bucket', 'get', { upload, object, megabytes: 60 });

describe('objects', () => {
  it('can be read as soon as they are written: strong read-after-write consistency', () => {
    const hands = aBucket();
    put(hands, hands.upload());
    expect(becauseOf(get(hands, 0))).toBe('none');
  });

  it('that are not there cannot be fetched: 404', () => {
    const hands = aBucket();
    put(hands, hands.upload());
    expect(becauseOf(get(hands, 0, '480p'))).toBe('object-missing');
    expect(hands.told({ only: ['object.fetched', 'request.refused'] })).toEqual([
      '0.000 bucket request.refused upload 0 because object-missing',
    ]);
  });

  it('that are put once more take the place of the earlier: each put counts, what is kept does not grow', () => {
    const hands = aBucket();
    put(hands, hands.upload());
    put(hands, 0);
    put(hands, 0, '480p', 20);
    expect(hands.told({ only: ['object.stored'] })).toEqual([
      '0.000 bucket object.stored master upload 0 60 MB',
      '0.000 bucket object.stored master upload 0 60 MB in place of another',
      '0.000 bucket object.stored 480p upload 0 20 MB',
    ]);
    expect([hands.gauge('bucket', 'objects'), hands.gauge('bucket', 'megabytes')]).toEqual([2, 80]);
  });

  it('are told apart by upload, however many there are', () => {
    const hands = aBucket();
    for (let upload = 0; upload < 600; upload += 1) put(hands, hands.upload(), '480p', 1);
    expect(hands.gauge('bucket', 'objects')).toBe(600);
    expect(becauseOf(get(hands, 599, '480p'))).toBe('none');
    expect(becauseOf(get(hands, 599))).toBe('object-missing');
  });

  it('that belong to no upload are new ones each time, and are there', () => {
    const hands = aBucket();
    put(hands, -1);
    put(hands, -1);
    expect(hands.gauge('bucket', 'objects')).toBe(2);
    expect(becauseOf(get(hands, -1))).toBe('none');
  });
});

describe('request rate', () => {
  it('is 3,500 writes a second; beyond that the bucket asks to slow down (503)', () => {
    const hands = aBucket();
    expect(hands.burst('bucket', 'put', 3501)).toEqual({ none: 3500, throttled: 1 });
    expect(hands.told({ only: ['request.refused'] })).toEqual(['0.000 bucket request.refused because throttled']);
  });

  it('is 5,500 reads a second, apart from the writes', () => {
    const hands = aBucket();
    hands.burst('bucket', 'put', 3500);
    expect(hands.burst('bucket', 'get', 5501)).toEqual({ none: 5500, throttled: 1 });
  });

  it('can be used again at that rate as time goes by, with a second’s worth at most', () => {
    const hands = aBucket({ writeLimitPerSecond: 10 });
    expect(hands.burst('bucket', 'put', 11)).toEqual({ none: 10, throttled: 1 });
    expect(hands.until(0.5).burst('bucket', 'put', 6)).toEqual({ none: 5, throttled: 1 });
    expect(hands.until(60).burst('bucket', 'put', 20)).toEqual({ none: 10, throttled: 10 });
  });
});

describe('event notifications', () => {
  it('tell each of those who are named of each new object, a while after it was stored', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }, { to: 'second', objects: ['480p'] }] });
    put(hands, hands.upload());
    put(hands.until(5), 0, '480p');
    hands.until(10);
    expect(hands.asked()).toEqual([
      '1.000 first deliver upload 0',
      '6.000 first deliver upload 0',
      '6.000 second deliver upload 0',
    ]);
    expect(hands.requests.map(({ object, event }) => [object, event])).toEqual([
      [0, 5],
      [1, 5],
      [1, 5],
    ]);
    expect(hands.told({ only: ['notification.sent'] })[0]).toBe('1.000 bucket notification.sent master upload 0');
  });

  it('go to a queue as messages', () => {
    const hands = aBucket({ notifications: [{ to: 'queue' }] });
    put(hands, hands.upload(), '480p');
    hands.until(2);
    expect(hands.told({ at: 'queue' })).toEqual(['1.000 queue message.queued upload 0 item 0 1 visible']);
  });

  it('tell of an object that is put once more, too', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }] });
    put(hands, hands.upload());
    put(hands, 0);
    expect(hands.until(2).asked().length).toBe(2);
  });

  it('keep the upload until they are delivered: it is not lost meanwhile', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }] });
    put(hands, hands.upload());
    hands.until(0.9);
    expect(hands.told({ only: ['upload.lost'] })).toEqual([]);
    hands.until(1);
    expect(hands.told({ only: ['upload.lost'] })).toEqual([
      '1.000 bucket upload.lost upload 0 because nobody-took-over',
    ]);
  });

  it('that fail are sent again, after pauses that double', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }], notificationRetryForSeconds: 1000 });
    hands.reply = () => (hands.requests.length < 5 ? 'throttled' : 'none');
    put(hands, hands.upload());
    hands.until(100);
    expect(hands.asked()).toEqual([
      '1.000 first deliver upload 0',
      '2.000 first deliver upload 0 try 2',
      '4.000 first deliver upload 0 try 3',
      '8.000 first deliver upload 0 try 4',
      '16.000 first deliver upload 0 try 5',
    ]);
    expect(hands.told({ only: ['delivery.retried'] })[1]).toBe(
      '2.000 bucket delivery.retried upload 0 target 0.0 try 3 at 4.000 because throttled',
    );
  });

  it('wait no longer than five minutes between two tries', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }], notificationRetryForSeconds: 2000 });
    hands.reply = () => 'throttled';
    put(hands, hands.upload());
    hands.until(3000);
    const at = hands.requests.map(({ atSeconds }) => atSeconds);
    expect(at.slice(1).map((time, place) => time - (at[place] as number))).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300,
    ]);
  });

  it('that fail for too long are dropped, for the reason of the last try', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }], notificationRetryForSeconds: 10 });
    hands.reply = () => 'throttled';
    put(hands, hands.upload());
    hands.until(100);
    expect(hands.told({ only: ['delivery.dropped', 'upload.lost'] })).toEqual([
      '8.000 bucket delivery.dropped upload 0 target 0.0 after 4 tries because throttled',
      '8.000 bucket upload.lost upload 0 because throttled',
    ]);
  });

  it('that nobody answers are sent again', () => {
    const hands = aBucket({ notifications: [{ to: 'second' }], notificationRetryForSeconds: 1000 });
    hands.reply = () => (hands.requests.length === 1 ? null : 'none');
    put(hands, hands.upload());
    hands.until(100);
    expect(hands.asked()).toEqual(['1.000 second deliver upload 0', '62.000 second deliver upload 0 try 2']);
    expect(hands.told({ only: ['request.timed-out'] })).toEqual([
      '61.000 bucket request.timed-out deliver upload 0 after 60.000',
    ]);
  });

  it('wait a minute for the answer to each try, counted from that try', () => {
    const hands = aBucket({ notifications: [{ to: 'second' }], notificationRetryForSeconds: 1000 });
    hands.reply = () => (hands.requests.length === 1 ? 'throttled' : hands.requests.length === 2 ? null : 'none');
    put(hands, hands.upload());
    hands.until(100);
    expect(hands.told({ only: ['request.timed-out'] })).toEqual([
      '62.000 bucket request.timed-out deliver upload 0 after 60.000',
    ]);
  });

  it('are delivered at least once: a share of them twice', () => {
    const hands = aBucket({ notifications: [{ to: 'first' }], notificationDuplicateShare: 0.5 });
    for (let i = 0; i < 200; i += 1) put(hands, hands.upload());
    hands.until(2);
    const twice = hands.requests.length - 200;
    // Binomial: mean 100, standard deviation 7; five of those on either side.
    expect(Math.abs(twice - 100)).toBeLessThan(36);
    expect(new Set(hands.requests.map(({ upload }) => upload)).size).toBe(200);
  });

  it('take the time that is set', () => {
    const hands = aBucket({
      notifications: [{ to: 'first' }],
      notificationDelay: { kind: 'uniform', min: 0.5, max: 2 },
    });
    for (let i = 0; i < 100; i += 1) put(hands, hands.upload());
    hands.until(3);
    const at = hands.requests.map(({ atSeconds }) => atSeconds);
    expect([Math.min(...at) >= 0.5, Math.max(...at) <= 2, new Set(at).size > 90]).toEqual([true, true, true]);
  });

  it('go on in a copy of the world as in the original', () => {
    const hands = aBucket({ notifications: [{ to: 'queue' }] });
    put(hands, hands.upload());
    const copy = hands.world.copy();
    copy.runUntil(2_000_000);
    expect(copy.components.find(({ id }) => id === 'queue')?.gauge('visible')).toBe(1);
    expect(hands.gauge('queue', 'visible')).toBe(0);
  });
});
