/** What Amazon SNS documents of topics, rule by rule, and what we chose where it is silent. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/models/message.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { becauseOf, Hands, type Heard } from '../support/hands.ts';
import { component } from '../support/small-scenario.ts';

type TopicParams = Parameters<typeof component<'topic'>>[2];

const atOnce = { kind: 'constant', value: 0 } as const;

/** Somebody who publishes, a topic that takes no time, two subscribers, a server behind HTTP, and a queue. */
function aTopic(params: TopicParams = {}, interventions: Intervention[] = []): Hands {
  const nodes = [
    component('caller', 'topic'),
    component('topic', 'topic', { deliveryDelay: atOnce, ...params }),
    component('first', 'topic'),
    component('second', 'topic'),
    component('server', 'gateway'),
    component('queue', 'queue', { receiveWaitSeconds: 0 }),
  ];
  const links = ['first', 'second', 'server', 'queue'].map((to) => `topic ${to}`);
  return new Hands(nodes, ['caller topic', ...links, 'server first'], {
    played: ['caller', 'first', 'second', 'server'],
    latencyMs: 0,
    interventions,
  });
}

const publish = (hands: Hands, saying: Parameters<Hands['ask']>[2] = {}) =>
  hands.askNow('topic', 'publish', { upload: hands.upload(), ...saying });

describe('a topic', () => {
  it('copies what is published to every subscriber, as it was said', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }, { to: 'second' }, { to: 'queue' }] });
    publish(hands, { event: 'rendition-ready', object: '720p' });
    hands.until(1);
    expect(hands.asked()).toEqual(['0.000 first deliver upload 0', '0.000 second deliver upload 0']);
    expect(hands.requests[0]).toMatchObject({ event: 2, object: 2 });
    expect(hands.told({ only: ['event.published', 'message.queued'] })).toEqual([
      '0.000 topic event.published rendition-ready upload 0 to 3',
      '0.000 queue message.queued upload 0 item 0 1 visible',
    ]);
  });

  it('takes over what is delivered to it: the notification of a bucket', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }] });
    hands.askNow('topic', 'deliver', { upload: hands.upload(), event: 'object-created' });
    expect(hands.until(1).asked()).toEqual(['0.000 first deliver upload 0']);
  });

  it('answers whoever publishes at once, whatever becomes of the copies', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }], deliveryDelay: { kind: 'constant', value: 5 } });
    hands.reply = () => 'throttled';
    const answer = publish(hands);
    expect([answer.atSeconds, becauseOf(answer)]).toEqual([0, 'none']);
  });

  it('passes on only what passes the filter of a subscription', () => {
    const hands = aTopic({
      subscriptions: [
        { to: 'first', events: ['video-ready', 'upload-failed'] },
        { to: 'second', events: ['rendition-ready'], objects: ['720p', '1080p'] },
      ],
    });
    publish(hands, { event: 'upload-failed' });
    publish(hands, { event: 'rendition-ready', object: '480p' });
    publish(hands, { event: 'rendition-ready', object: '1080p' });
    publish(hands, { event: 'clicked' });
    hands.until(1);
    expect(hands.asked()).toEqual(['0.000 first deliver upload 0', '0.000 second deliver upload 2']);
    expect(hands.told({ only: ['event.unmatched'] })).toEqual([
      '0.000 topic event.unmatched rendition-ready upload 1',
      '0.000 topic event.unmatched clicked upload 3',
    ]);
  });

  it('without a subscriber forgets what is published; what nothing else brings forward is lost', () => {
    const hands = aTopic();
    publish(hands);
    expect(hands.told({ only: ['event.published', 'event.unmatched', 'upload.lost'] })).toEqual([
      '0.000 topic event.published none upload 0 to 0',
      '0.000 topic event.unmatched none upload 0',
      '0.000 topic upload.lost upload 0 because no-subscriber',
    ]);
  });

  it('keeps an upload until every copy is delivered', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }, { to: 'second' }] });
    hands.reply = ({ callee }) => (hands.world.components[callee]?.id === 'second' ? null : 'none');
    publish(hands);
    hands.until(14.9);
    expect(hands.told({ only: ['upload.lost'] })).toEqual([]);
    expect(hands.gauge('topic', 'copies-under-way')).toBe(1);
  });

  it('delivers at least once: a share of the copies comes twice', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }], duplicateShare: 0.5 });
    for (let i = 0; i < 200; i += 1) publish(hands);
    hands.until(1);
    // Binomial: mean 100, standard deviation 7; five of those on either side.
    expect(Math.abs(hands.requests.length - 300)).toBeLessThan(36);
  });

  it('takes about 73 ms for half of its deliveries, and less than 225 ms for 99 %', () => {
    const nodes = [component('caller', 'topic'), component('topic', 'topic', { subscriptions: [{ to: 'first' }] })];
    const hands = new Hands([...nodes, component('first', 'topic')], ['caller topic', 'topic first'], {
      played: ['caller', 'first'],
      latencyMs: 0,
    });
    for (let i = 0; i < 1000; i += 1) hands.ask('topic', 'publish');
    hands.world.runUntil(5_000_000);
    const at = hands.requests.map(({ atSeconds }) => atSeconds).toSorted((a, b) => a - b);
    // With 1,000 draws the median is known to 2 %, the 99th percentile to about 10 % (standard errors).
    expect(Math.abs((at[500] as number) - 0.073)).toBeLessThan(0.008);
    expect(Math.abs((at[990] as number) - 0.225)).toBeLessThan(0.08);
  });
});

describe('retries', () => {
  it('of an AWS endpoint: three at once, two after a second, ten up to 20 s, then every 20 s', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }], retries: 18 });
    hands.reply = () => 'throttled';
    publish(hands);
    hands.until(1000);
    const at = hands.requests.map(({ atSeconds }) => atSeconds);
    expect(at.slice(1).map((time, place) => Math.round((time - (at[place] as number)) * 100) / 100)).toEqual([
      0, 0, 0, 1, 1, 1, 1.4, 1.95, 2.71, 3.79, 5.28, 7.37, 10.28, 14.34, 20, 20, 20, 20,
    ]);
  });

  it('of an HTTP endpoint: three, 20 s apart', () => {
    const hands = aTopic({ subscriptions: [{ to: 'server' }], retries: 100_015 });
    hands.reply = () => 'connection-refused';
    publish(hands);
    hands.until(1000);
    expect(hands.requests.map(({ atSeconds }) => atSeconds)).toEqual([0, 20, 40, 60]);
    expect(hands.told({ only: ['delivery.dropped'] })).toEqual([
      '60.000 topic delivery.dropped upload 0 target 0.0 after 4 tries because connection-refused',
    ]);
  });

  it('are made after 15 s without an answer, too', () => {
    const hands = aTopic({ subscriptions: [{ to: 'server' }] });
    hands.reply = () => (hands.requests.length === 1 ? null : 'none');
    publish(hands);
    hands.until(100);
    expect(hands.asked()).toEqual(['0.000 server deliver upload 0', '35.000 server deliver upload 0 try 2']);
  });

  it('do not wait any more for an answer that comes too late', () => {
    const hands = aTopic({ subscriptions: [{ to: 'server' }] });
    hands.reply = () => (hands.requests.length === 1 ? null : 'none');
    publish(hands);
    hands.until(16);
    const [{ slot, callee }] = hands.requests as [Heard];
    hands.world.components[callee]?.answer(hands.world.messages.all[slot] as Message);
    hands.until(100);
    expect(hands.told({ only: ['message.taken'] })).toEqual(['16.000 server message.taken upload 0 because none']);
    expect(hands.requests.length).toBe(2);
  });

  it('are not made where they cannot help: a permission that is missing', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }] });
    hands.reply = () => 'resource-policy-missing';
    publish(hands);
    hands.until(100);
    expect(hands.requests.length).toBe(1);
    expect(hands.told({ only: ['delivery.dropped', 'upload.lost'] })).toEqual([
      '0.000 topic delivery.dropped upload 0 target 0.0 after 1 tries because resource-policy-missing',
      '0.000 topic upload.lost upload 0 because resource-policy-missing',
    ]);
  });

  it('of one copy do not concern the others', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first' }, { to: 'second' }], retries: 1 });
    hands.reply = ({ callee }) => (hands.world.components[callee]?.id === 'second' ? 'throttled' : 'none');
    publish(hands);
    hands.until(100);
    expect(hands.asked()).toEqual([
      '0.000 first deliver upload 0',
      '0.000 second deliver upload 0',
      '0.000 second deliver upload 0 try 2',
    ]);
  });

  it('take the number of retries that is set at the time', () => {
    const turned: Intervention = { kind: 'set', target: 'topic', parameter: 'retries', value: 0, atSeconds: 0.5 };
    const hands = aTopic({ subscriptions: [{ to: 'first' }], retries: 100 }, [turned]);
    hands.reply = () => 'throttled';
    publish(hands);
    hands.until(100);
    expect(hands.requests.map(({ atSeconds }) => atSeconds)).toEqual([0, 0, 0, 0, 1]);
  });
});

describe('dead letters of a subscription', () => {
  it('are what could not be delivered: they lie in its queue, and the upload counts as dead-lettered', () => {
    const hands = aTopic({ subscriptions: [{ to: 'first', deadLetterQueue: 'queue' }], retries: 0 });
    hands.reply = () => 'throttled';
    publish(hands, { event: 'video-ready', object: '480p' });
    hands.until(1);
    expect(hands.told({ only: ['delivery.dead-lettered', 'message.queued', 'upload.dead-lettered'] })).toEqual([
      '0.000 topic delivery.dead-lettered upload 0 target 0.0 after 1 tries because throttled',
      '0.000 queue message.queued upload 0 item 0 as a dead letter 1 visible',
      '0.000 queue upload.dead-lettered upload 0 because throttled',
    ]);
  });

  it('name the place of the subscription', () => {
    const hands = aTopic({ subscriptions: [{ to: 'second' }, { to: 'first' }], retries: 0 });
    hands.reply = ({ callee }) => (hands.world.components[callee]?.id === 'first' ? 'throttled' : 'none');
    publish(hands);
    hands.until(1);
    expect(hands.told({ only: ['delivery.dropped'] })).toEqual([
      '0.000 topic delivery.dropped upload 0 target 1.0 after 1 tries because throttled',
    ]);
  });
});
