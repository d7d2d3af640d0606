/** What Amazon SQS documents of queues, rule by rule: settings and a sequence of operations, and what must be observed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchEntry } from '../../src/models/message.ts';
import type { QueueState } from '../../src/models/queue/queue-state.ts';
import type { Intervention } from '../../src/scenario/scenario.ts';
import { becauseOf, Hands, type Heard, type Saying } from '../support/hands.ts';
import { component } from '../support/small-scenario.ts';

type QueueParams = Parameters<typeof component<'queue'>>[2];

/** Somebody who sends and receives, and a queue without a way between; short polling where nothing else is said. */
function aQueue(params: QueueParams = {}, interventions: Intervention[] = [], seed = 1): Hands {
  const nodes = [component('caller', 'topic'), component('queue', 'queue', { receiveWaitSeconds: 0, ...params })];
  return new Hands(nodes, ['caller queue'], { latencyMs: 0, interventions, seed });
}

/** A queue whose dead letters go to another, from which they can be moved back. */
function withDeadLetterQueue(params: QueueParams, deadParams: QueueParams, interventions: Intervention[] = []): Hands {
  const nodes = [
    component('caller', 'topic'),
    component('queue', 'queue', { receiveWaitSeconds: 0, deadLetterQueue: 'dead', ...params }),
    component('dead', 'queue', { receiveWaitSeconds: 0, redriveTo: 'queue', ...deadParams }),
  ];
  return new Hands(nodes, ['caller queue', 'caller dead', 'queue dead', 'dead queue'], { latencyMs: 0, interventions });
}

const turn = (parameter: string, value: number, atSeconds: number, target = 'queue'): Intervention => ({
  kind: 'set',
  target,
  parameter,
  value,
  atSeconds,
});

/** Sends as many uploads, one after another. */
function send(hands: Hands, count: number, saying: Saying = {}): void {
  for (let i = 0; i < count; i += 1) hands.askNow('queue', 'send', { upload: hands.upload(), ...saying });
}

const receive = (hands: Hands, most = 1, from = 'queue'): Heard => hands.askNow(from, 'receive', { most });
const remove = (hands: Hands, { item, receipt }: { item: number; receipt: number }, from = 'queue'): Heard =>
  hands.askNow(from, 'delete', { item, receipt });
const extend = (hands: Hands, { item, receipt }: Heard, seconds: number): Heard =>
  hands.askNow('queue', 'extend', { item, receipt, most: seconds });

const uploadsIn = ({ batch }: Heard): number[] => batch.map(({ upload }) => upload);

/** Receives one message and deletes it; answers which, or -1 for none. */
function work(hands: Hands): number {
  const got = receive(hands);
  if (got.item >= 0) remove(hands, got);
  return got.item < 0 ? -1 : got.upload;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('every queue', () => {
  it('takes a message over that is delivered by push as one that is sent', () => {
    const hands = aQueue();
    hands.askNow('queue', 'deliver', { upload: hands.upload(), object: '720p', event: 'object-created' });
    expect(receive(hands)).toMatchObject({ upload: 0, item: 0, object: 2, event: 5 });
  });

  it('takes messages that belong to no upload', () => {
    const hands = aQueue();
    hands.askNow('queue', 'send', { event: 'clicked' });
    hands.askNow('queue', 'send', { event: 'clicked' });
    expect([receive(hands), receive(hands)].map(({ upload, item, event }) => [upload, item, event])).toEqual([
      [-1, 0, 9],
      [-1, 1, 9],
    ]);
  });

  it('hands out up to as many messages as are wanted, and answers at once with fewer', () => {
    const hands = aQueue();
    send(hands, 12);
    expect(uploadsIn(receive(hands, 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const rest = receive(hands, 10);
    expect(rest.batch).toEqual([10, 11].map((upload) => expect.objectContaining({ item: upload, receiveCount: 1 })));
    expect(rest).toMatchObject({ item: -1, upload: 10 });
    expect(receive(hands, 10)).toMatchObject({ item: -1, batch: [] });
    expect(hands.told({ only: ['queue.polled'] })).toEqual([
      '0.000 queue queue.polled and gave 10 messages',
      '0.000 queue queue.polled and gave 2 messages',
      '0.000 queue queue.polled in vain',
    ]);
  });

  it('hands out up to 10,000 messages to a function’s mapping at once', () => {
    const hands = aQueue();
    times(30, () => hands.ask('queue', 'send'));
    hands.until(0);
    expect(receive(hands, 10_000).batch.length).toBe(30);
  });

  it('deletes a batch with one request, each message by its own receipt', () => {
    const hands = aQueue();
    send(hands, 3);
    const { batch } = receive(hands, 10);
    const outdated = batch.map((entry, place) => (place === 1 ? { ...entry, receipt: 99 } : entry));
    hands.askNow('queue', 'delete', { batch: outdated });
    expect(hands.gauge('queue', 'visible-and-in-flight')).toBe(1);
    hands.until(200);
    expect(receive(hands)).toMatchObject({ upload: 1 });
  });

  it('answers a deletion with an old receipt, or of nothing at all, as if it had worked', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 5 });
    send(hands, 1);
    const first = receive(hands);
    hands.until(5);
    const second = receive(hands);
    expect([first, { item: 0, receipt: 0 }, { item: 7, receipt: 1 }].map((each) => remove(hands, each).reason)).toEqual(
      [0, 0, 0],
    );
    expect(hands.gauge('queue', 'in-flight')).toBe(1);
    remove(hands, second);
    expect(hands.gauge('queue', 'visible-and-in-flight')).toBe(0);
  });

  it('does not delete what is visible again', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 5 });
    send(hands, 1);
    receive(hands);
    hands.until(5);
    remove(hands, { item: 0, receipt: 0 });
    expect(hands.gauge('queue', 'visible')).toBe(1);
    expect(work(hands.until(5))).toBe(0);
  });

  it('counts how often each message was received', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 1 });
    send(hands, 1);
    const counts = times(3, () => {
      const [entry] = receive(hands, 2).batch;
      hands.until(toSeconds(hands) + 1);
      return entry?.receiveCount;
    });
    expect(counts).toEqual([1, 2, 3]);
  });
});

const toSeconds = ({ world }: Hands): number => world.now / 1_000_000;

describe('visibility timeout', () => {
  it('hides a message for 0 to 12 hours; at 0 it can be received again at once', () => {
    const none = aQueue({ visibilityTimeoutSeconds: 0, maxReceiveCount: 10 });
    send(none, 1);
    expect([receive(none), receive(none.until(0)), receive(none.until(0))].map(({ item }) => item)).toEqual([0, 0, 0]);
    const long = aQueue({ visibilityTimeoutSeconds: 43_200 });
    send(long, 1);
    receive(long);
    expect(receive(long.until(43_199.9)).item).toBe(-1);
    expect(receive(long.until(43_200)).item).toBe(0);
  });

  it('starts anew, from the call, when it is changed: longer', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 10 });
    send(hands, 1);
    const got = receive(hands);
    extend(hands.until(8), got, 10);
    expect(receive(hands.until(17.9)).item).toBe(-1);
    expect(receive(hands.until(18)).item).toBe(0);
    expect(hands.told({ only: ['visibility.extended', 'message.reappeared'] })).toEqual([
      '8.000 queue visibility.extended upload 0 item 0 visible again at 18.000',
      '18.000 queue message.reappeared upload 0 item 0 received 1 times',
    ]);
  });

  it('starts anew, from the call, when it is changed: shorter', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 10 });
    send(hands, 1);
    const got = receive(hands);
    extend(hands.until(2), got, 3);
    hands.until(30);
    expect(hands.told({ only: ['message.reappeared'] })).toEqual([
      '5.000 queue message.reappeared upload 0 item 0 received 1 times',
    ]);
  });

  it('ends at once when it is changed to 0: how a consumer gives a message back', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 10 });
    send(hands, 1);
    extend(hands.until(2), receive(hands), 0);
    expect(receive(hands.until(2)).item).toBe(0);
  });

  it('is not changed with an old receipt', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 10 });
    send(hands, 1);
    const first = receive(hands);
    const second = receive(hands.until(10));
    extend(hands, first, 100);
    expect(receive(hands.until(20)).item).toBe(second.item);
  });

  it('can be changed again and again: a heartbeat', () => {
    const hands = aQueue({ visibilityTimeoutSeconds: 10 });
    send(hands, 1);
    const got = receive(hands);
    for (let beat = 1; beat <= 5; beat += 1) extend(hands.until(beat * 8), got, 10);
    remove(hands.until(45), got);
    hands.until(100);
    expect(hands.told({ only: ['message.reappeared', 'message.deleted'] })).toEqual([
      '45.000 queue message.deleted upload 0 item 0',
    ]);
  });
});

describe('delay', () => {
  it('hides a new message at first, from every poll', () => {
    const hands = aQueue({ delaySeconds: 5 });
    send(hands, 1);
    expect(receive(hands.until(4.9)).item).toBe(-1);
    expect(hands.gauge('queue', 'delayed')).toBe(1);
    expect(receive(hands.until(5)).item).toBe(0);
    expect(hands.told({ only: ['message.delayed', 'message.queued'] })).toEqual([
      '0.000 queue message.delayed upload 0 item 0 visible at 5.000',
      '5.000 queue message.queued upload 0 item 0 after its delay 1 visible',
    ]);
  });

  it('is over for a poll that waits as soon as it is over', () => {
    const hands = aQueue({ delaySeconds: 5, receiveWaitSeconds: 20 });
    const poll = hands.ask('queue', 'receive');
    send(hands, 1);
    hands.until(6);
    expect(hands.answers.find(({ id }) => id === poll.id)).toMatchObject({ item: 0, atSeconds: 5 });
  });
});

describe('retention', () => {
  it('deletes a message that has been in the queue for longer, and the upload is lost', () => {
    const hands = aQueue({ retentionSeconds: 60 });
    send(hands, 1);
    send(hands.until(10), 1);
    hands.until(200);
    expect(hands.told({ only: ['message.expired', 'upload.lost'] })).toEqual([
      '60.000 queue message.expired upload 0 item 0 received 0 times',
      '60.000 queue upload.lost upload 0 because retention-ended',
      '70.000 queue message.expired upload 1 item 1 received 0 times',
      '70.000 queue upload.lost upload 1 because retention-ended',
    ]);
    expect(work(hands)).toBe(-1);
  });

  it('counts from when a message was sent, not from when it was seen again; those in flight go too', () => {
    const hands = aQueue({ retentionSeconds: 60, visibilityTimeoutSeconds: 40, maxReceiveCount: 10 });
    send(hands, 1);
    receive(hands.until(10));
    receive(hands.until(55));
    hands.until(60);
    expect(hands.told({ only: ['message.reappeared', 'message.expired'] })).toEqual([
      '50.000 queue message.reappeared upload 0 item 0 received 1 times',
      '60.000 queue message.expired upload 0 item 0 received 2 times',
    ]);
    expect(hands.gauge('queue', 'in-flight')).toBe(0);
  });

  it('lets what is delayed go as well', () => {
    const hands = aQueue({ retentionSeconds: 60, delaySeconds: 900 });
    send(hands, 1);
    hands.until(1000);
    expect(hands.told({ only: ['message.queued', 'message.expired'] })).toEqual([
      '60.000 queue message.expired upload 0 item 0 received 0 times',
    ]);
  });

  it('is by default four days', () => {
    const hands = aQueue();
    send(hands, 1);
    hands.until(345_599);
    expect(hands.gauge('queue', 'visible')).toBe(1);
    hands.until(345_600);
    expect(hands.gauge('queue', 'visible')).toBe(0);
  });

  it('when turned, holds for what is there already', () => {
    const hands = aQueue({}, [turn('retentionSeconds', 60, 100), turn('retentionSeconds', 1000, 130)]);
    send(hands, 1);
    send(hands.until(90), 1);
    hands.until(2000);
    expect(hands.told({ only: ['message.expired'] })).toEqual([
      '100.000 queue message.expired upload 0 item 0 received 0 times',
      '1090.000 queue message.expired upload 1 item 1 received 0 times',
    ]);
  });

  it('makes room in the group of a FIFO queue', () => {
    const hands = aQueue({ type: 'fifo', retentionSeconds: 60, visibilityTimeoutSeconds: 1000 });
    send(hands, 1);
    receive(hands);
    send(hands.until(1), 2);
    expect(work(hands)).toBe(-1);
    hands.until(60);
    expect(work(hands)).toBe(1);
    hands.until(61);
    expect(hands.told({ only: ['message.expired'] }).length).toBe(2);
  });
});

describe('age', () => {
  it('is that of the message that has been there longest, visible or not', () => {
    const hands = aQueue();
    expect(hands.gauge('queue', 'oldest-sent-at')).toBe(-1);
    send(hands.until(3), 1);
    send(hands.until(5), 1);
    receive(hands);
    expect(hands.gauge('queue', 'oldest-sent-at')).toBe(3_000_000);
    remove(hands, { item: 0, receipt: 1 });
    expect(hands.gauge('queue', 'oldest-sent-at')).toBe(5_000_000);
  });
});

describe('polling', () => {
  it('short polling asks some of the servers only: it may find nothing although there is something', () => {
    const hands = aQueue({ emptyShortPollShare: 0.5, maxReceiveCount: 1000, visibilityTimeoutSeconds: 0 });
    send(hands, 1);
    const found = times(1000, () => receive(hands.until(toSeconds(hands) + 1)).item).filter((item) => item === 0);
    // Binomial: mean 500, standard deviation 16; five of those on either side.
    expect(Math.abs(found.length - 500)).toBeLessThan(80);
  });

  it('long polling asks all servers', () => {
    const hands = aQueue({ emptyShortPollShare: 1, receiveWaitSeconds: 1 });
    send(hands, 1);
    expect(receive(hands).item).toBe(0);
  });

  it('long polling answers as soon as there is anything, with that alone', () => {
    const hands = aQueue({ receiveWaitSeconds: 20 });
    const poll = hands.ask('queue', 'receive', { most: 10 });
    hands.until(3);
    send(hands, 1);
    send(hands, 1);
    const answer = hands.answers.find(({ id }) => id === poll.id) as Heard;
    expect([answer.atSeconds, uploadsIn(answer)]).toEqual([3, [0]]);
  });

  it.each([0, 1, 20])('answers an empty poll after the wait of %i s', (receiveWaitSeconds) => {
    const hands = aQueue({ receiveWaitSeconds });
    expect(receive(hands)).toMatchObject({ atSeconds: receiveWaitSeconds, item: -1, batch: [], reason: 0 });
  });
});

describe('in-flight limit', () => {
  it('refuses a short poll of a standard queue with an error', () => {
    const hands = aQueue({ inFlightLimit: 2 });
    send(hands, 3);
    expect(uploadsIn(receive(hands, 10))).toEqual([0, 1]);
    expect(becauseOf(receive(hands))).toBe('in-flight-limit');
    expect(hands.told({ only: ['queue.polled'] }).at(-1)).toBe(
      '0.000 queue queue.polled because in-flight-limit in vain',
    );
  });

  it('gives a long poll nothing, without an error, until there is room', () => {
    const hands = aQueue({ inFlightLimit: 1, receiveWaitSeconds: 20 });
    send(hands, 2);
    const first = receive(hands);
    const poll = hands.ask('queue', 'receive');
    hands.until(5);
    expect(hands.answers.some(({ id }) => id === poll.id)).toBe(false);
    remove(hands, first);
    hands.until(5);
    expect(hands.answers.find(({ id }) => id === poll.id)).toMatchObject({ item: 1, reason: 0, atSeconds: 5 });
    expect(receive(hands)).toMatchObject({ item: -1, reason: 0, atSeconds: 25 });
  });

  it('gives a poll of a FIFO queue nothing, without an error', () => {
    const hands = aQueue({ type: 'fifo', inFlightLimit: 1, messageGroups: 2 });
    send(hands, 2);
    receive(hands);
    expect(receive(hands)).toMatchObject({ item: -1, reason: 0 });
  });

  it('is room for more as soon as it is turned', () => {
    const hands = aQueue({ inFlightLimit: 1, receiveWaitSeconds: 20 }, [turn('inFlightLimit', 5, 3)]);
    send(hands, 2);
    receive(hands);
    const poll = hands.ask('queue', 'receive');
    hands.until(4);
    expect(hands.answers.find(({ id }) => id === poll.id)).toMatchObject({ item: 1, atSeconds: 3 });
  });
});

describe('standard queue', () => {
  it('keeps the order while nothing disturbs it', () => {
    const hands = aQueue();
    send(hands, 5);
    expect(times(5, () => work(hands))).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps the order as best it can: now and then something is handed out before its turn, never far', () => {
    const hands = aQueue({ outOfOrderShare: 0.3 });
    send(hands, 200);
    const order = times(200, () => work(hands));
    expect(order.toSorted((a, b) => a - b)).toEqual(times(200, () => 0).map((_, place) => place));
    const early = order.filter((upload, place) => upload > place);
    expect(early.length).toBeGreaterThan(0);
    expect(Math.max(...order.map((upload, place) => upload - place))).toBeLessThan(10);
  });

  it('delivers at least once: a deletion that one server missed lets the message turn up again', () => {
    const hands = aQueue({ duplicateShare: 1 }, [turn('duplicateShare', 0, 1)]);
    send(hands, 1);
    remove(hands, receive(hands));
    hands.until(1);
    expect(work(hands)).toBe(0);
    expect(work(hands)).toBe(-1);
    expect(hands.told({ only: ['message.deleted', 'message.duplicated', 'message.queued', 'upload.lost'] })).toEqual([
      '0.000 queue message.queued upload 0 item 0 1 visible',
      '0.000 queue message.deleted upload 0 item 0',
      '0.000 queue message.duplicated upload 0 item 1 of item 0',
      '0.000 queue message.queued upload 0 item 1 as a duplicate 1 visible',
      '1.000 queue message.deleted upload 0 item 1',
      '1.000 queue upload.lost upload 0 because nobody-took-over',
    ]);
  });

  it('takes the same message twice if it is sent twice', () => {
    const hands = aQueue();
    const upload = hands.upload();
    hands.ask('queue', 'send', { upload });
    hands.askNow('queue', 'send', { upload });
    expect([work(hands), work(hands), work(hands)]).toEqual([0, 0, -1]);
  });

  it('draws no chance with the classroom settings', () => {
    const run = (params: QueueParams): string[] => {
      const hands = aQueue({ ...params, receiveWaitSeconds: 1 });
      send(hands, 5);
      times(6, () => work(hands));
      return hands.told();
    };
    expect(run({ emptyShortPollShare: 0.9, messageGroups: 5 })).toEqual(run({}));
  });
});

describe('FIFO queue', () => {
  const fifo = (params: QueueParams = {}, interventions: Intervention[] = []): Hands =>
    aQueue({ type: 'fifo', visibilityTimeoutSeconds: 10, ...params }, interventions);

  it('hands out nothing of a group while one of its messages is in flight, until that is deleted', () => {
    const hands = fifo();
    send(hands, 2);
    const first = receive(hands);
    expect(receive(hands).item).toBe(-1);
    expect(hands.gauge('queue', 'visible')).toBe(1);
    remove(hands, first);
    expect(work(hands)).toBe(1);
  });

  it('… or until it is visible again, and then that one is first', () => {
    const hands = fifo();
    send(hands, 2);
    receive(hands);
    hands.until(10);
    expect([work(hands), work(hands)]).toEqual([0, 1]);
  });

  it('goes on with other groups meanwhile: the group is the upload modulo the number of groups', () => {
    const hands = fifo({ messageGroups: 2 });
    send(hands, 5);
    const [a, b, c] = [receive(hands), receive(hands), receive(hands)] as const;
    expect([a, b, c].map(({ item }) => item)).toEqual([0, 1, -1]);
    remove(hands, b);
    expect(receive(hands)).toMatchObject({ upload: 3 });
    remove(hands, a);
    expect(receive(hands)).toMatchObject({ upload: 2 });
  });

  it('hands out several of one group in one batch, in order, and then none before all are back or gone', () => {
    const hands = fifo();
    send(hands, 4);
    const { batch } = receive(hands, 3);
    expect(batch.map(({ upload }) => upload)).toEqual([0, 1, 2]);
    hands.askNow('queue', 'delete', { batch: batch.slice(0, 2) });
    expect(receive(hands).item).toBe(-1);
    hands.until(10);
    expect([work(hands), work(hands)]).toEqual([2, 3]);
  });

  it('puts what several hand-outs gave back into the order in which it was sent', () => {
    const hands = fifo();
    send(hands, 3);
    const { batch } = receive(hands, 2);
    const [first, second] = batch as [BatchEntry, BatchEntry];
    hands.askNow('queue', 'extend', { item: second.item, receipt: second.receipt, most: 0 });
    hands.askNow('queue', 'extend', { item: first.item, receipt: first.receipt, most: 0 });
    expect(times(3, () => work(hands))).toEqual([0, 1, 2]);
  });

  it('gives a poll that waits for a closed group its next message once it opens', () => {
    const hands = fifo({ receiveWaitSeconds: 20 });
    send(hands, 2);
    const first = receive(hands);
    const poll = hands.ask('queue', 'receive');
    remove(hands.until(4), first);
    hands.until(4);
    expect(hands.answers.find(({ id }) => id === poll.id)).toMatchObject({ item: 1, atSeconds: 4 });
  });

  it('drops what was sent within five minutes before: same upload, object and event', () => {
    const hands = fifo();
    const upload = hands.upload();
    hands.askNow('queue', 'send', { upload, object: '480p' });
    work(hands);
    expect(hands.askNow('queue', 'send', { upload: hands.upload(), object: '480p' }).reason).toBe(0);
    hands.until(1);
    hands.askNow('queue', 'send', { upload: 1, object: '480p' });
    hands.askNow('queue', 'send', { upload: 1, object: '720p' });
    hands.askNow('queue', 'send', { upload: 1, object: '480p', event: 'object-created' });
    hands.askNow('queue', 'send', { upload: 1, object: '480p' });
    hands.until(299.9);
    hands.askNow('queue', 'send', { upload: 1, object: '480p' });
    hands.until(300);
    hands.askNow('queue', 'send', { upload: 1, object: '480p' });
    expect(hands.told({ only: ['message.queued', 'message.deduplicated'] })).toEqual([
      '0.000 queue message.queued upload 0 item 0 1 visible',
      '0.000 queue message.queued upload 1 item 1 1 visible',
      '1.000 queue message.deduplicated upload 1',
      '1.000 queue message.queued upload 1 item 2 2 visible',
      '1.000 queue message.queued upload 1 item 3 3 visible',
      '1.000 queue message.deduplicated upload 1',
      '299.900 queue message.deduplicated upload 1',
      '300.000 queue message.queued upload 1 item 4 4 visible',
    ]);
  });

  it('drops what was sent before even if that has been deleted since', () => {
    const hands = fifo();
    hands.askNow('queue', 'send', { upload: hands.upload() });
    const got = receive(hands);
    hands.ask('queue', 'send', { upload: 0 });
    remove(hands, got);
    expect(work(hands)).toBe(-1);
  });

  it('tells events of no upload apart', () => {
    const hands = fifo();
    hands.askNow('queue', 'send', { event: 'clicked' });
    hands.askNow('queue', 'send', { event: 'clicked' });
    expect(hands.gauge('queue', 'visible')).toBe(2);
  });

  it('neither duplicates nor disorders anything', () => {
    const hands = fifo({ duplicateShare: 1, outOfOrderShare: 1 });
    send(hands, 20);
    expect(times(21, () => work(hands))).toEqual([...times(20, () => 0).map((_, place) => place), -1]);
  });

  it('goes on with its group when a message became a dead letter', () => {
    const hands = fifo({ maxReceiveCount: 1 });
    send(hands, 2);
    receive(hands);
    hands.until(10);
    expect(work(hands)).toBe(1);
    expect(hands.gauge('queue', 'dead-letters')).toBe(1);
  });
});

describe('dead letters', () => {
  it('are what was received more often than maxReceiveCount allows: it moves on the receive beyond', () => {
    const hands = aQueue({ maxReceiveCount: 2, visibilityTimeoutSeconds: 1 });
    send(hands, 1);
    receive(hands);
    receive(hands.until(1));
    hands.until(2);
    expect(hands.gauge('queue', 'visible')).toBe(1);
    expect(receive(hands).item).toBe(-1);
    expect(hands.told({ only: ['message.dead-lettered', 'upload.dead-lettered'] })).toEqual([
      '2.000 queue message.dead-lettered upload 0 item 0 received 2 times',
      '2.000 queue upload.dead-lettered upload 0 because too-many-receives',
    ]);
  });

  it('move back at the rate that is set, as new messages: never received, of the age that they have from then on', () => {
    const hands = aQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, [
      turn('redriveRatePerSecond', 0.5, 10),
      turn('redriveRatePerSecond', 0, 20),
    ]);
    send(hands, 2);
    receive(hands, 2);
    receive(hands.until(5));
    hands.until(30);
    expect(
      hands.told({ only: ['message.redriven', 'message.queued', 'upload.reopened'], at: 'queue' }).slice(2),
    ).toEqual([
      '12.000 queue message.redriven upload 0 item 0 1 left',
      '12.000 queue upload.reopened upload 0',
      '12.000 queue message.queued upload 0 item 2 redriven 1 visible',
      '14.000 queue message.redriven upload 1 item 1 0 left',
      '14.000 queue upload.reopened upload 1',
      '14.000 queue message.queued upload 1 item 3 redriven 2 visible',
    ]);
    expect(hands.gauge('queue', 'oldest-sent-at')).toBe(12_000_000);
    expect([work(hands), work(hands)]).toEqual([0, 1]);
  });

  it('move back also if they come while the rate is set', () => {
    const hands = aQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1, redriveRatePerSecond: 1 });
    send(hands, 1);
    receive(hands);
    receive(hands.until(3));
    expect(receive(hands.until(4)).item).toBe(1);
  });

  it('stop moving, and begin anew, at the rate as turned', () => {
    const hands = aQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1, redriveRatePerSecond: 0.1 }, [
      turn('redriveRatePerSecond', 1, 5),
    ]);
    send(hands, 1);
    receive(hands);
    receive(hands.until(3));
    hands.until(100);
    expect(hands.told({ only: ['message.redriven'] })).toEqual(['6.000 queue message.redriven upload 0 item 0 0 left']);
  });

  it('lie in another queue where one is named, with the age they had; the upload counts as dead-lettered', () => {
    const hands = withDeadLetterQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, {});
    send(hands.until(2), 1);
    receive(hands);
    receive(hands.until(9));
    hands.until(10);
    const only = ['message.dead-lettered', 'message.queued', 'upload.dead-lettered', 'upload.reopened'] as const;
    expect(hands.told({ only })).toEqual([
      '2.000 queue message.queued upload 0 item 0 1 visible',
      '9.000 queue message.dead-lettered upload 0 item 0 received 1 times',
      '9.000 dead message.queued upload 0 item 0 as a dead letter 1 visible',
      '9.000 dead upload.dead-lettered upload 0 because too-many-receives',
    ]);
    expect(hands.gauge('dead', 'oldest-sent-at')).toBe(2_000_000);
  });

  it('can be received from the queue they lie in, and then the upload is open again', () => {
    const hands = withDeadLetterQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, {});
    send(hands, 1);
    receive(hands);
    receive(hands.until(3));
    const got = receive(hands.until(4), 1, 'dead');
    expect(got).toMatchObject({ upload: 0, item: 0 });
    expect(hands.told({ only: ['upload.reopened'] })).toEqual(['4.000 dead upload.reopened upload 0']);
    remove(hands, got, 'dead');
    expect(hands.told({ only: ['upload.lost', 'upload.dead-lettered'], at: 'dead' }).length).toBe(2);
  });

  it('expire in the queue they lie in by the age they had', () => {
    const hands = withDeadLetterQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, { retentionSeconds: 60 });
    send(hands, 1);
    receive(hands);
    receive(hands.until(40));
    hands.askNow('dead', 'send', { upload: hands.upload() });
    hands.until(200);
    expect(hands.told({ at: 'dead', only: ['message.expired', 'upload.lost'] })).toEqual([
      '60.000 dead message.expired upload 0 item 0 received 0 times',
      '100.000 dead message.expired upload 1 item 1 received 0 times',
      '100.000 dead upload.lost upload 1 because retention-ended',
    ]);
  });

  it('expire before what came to that queue earlier, but is younger', () => {
    const hands = withDeadLetterQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, { retentionSeconds: 60 });
    send(hands, 1);
    receive(hands);
    hands.askNow('dead', 'send', { upload: hands.until(20).upload() });
    receive(hands.until(40));
    expect(hands.until(50).gauge('dead', 'oldest-sent-at')).toBe(0);
    hands.until(200);
    expect(hands.told({ only: ['message.expired'] })).toEqual([
      '60.000 dead message.expired upload 0 item 1 received 0 times',
      '80.000 dead message.expired upload 1 item 0 received 0 times',
    ]);
  });

  it('that move back into a FIFO queue within five minutes are not taken for the same again', () => {
    const hands = withDeadLetterQueue(
      { type: 'fifo', maxReceiveCount: 1, visibilityTimeoutSeconds: 1 },
      { type: 'fifo', redriveRatePerSecond: 1 },
    );
    send(hands, 1);
    receive(hands);
    receive(hands.until(5));
    expect(work(hands.until(10))).toBe(0);
  });

  it('move at the new rate from when it is turned: what was planned at the old one is off', () => {
    const hands = aQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1, redriveRatePerSecond: 1 }, [
      turn('redriveRatePerSecond', 0.1, 3.5),
    ]);
    send(hands, 1);
    receive(hands);
    receive(hands.until(3));
    hands.until(100);
    expect(hands.told({ only: ['message.redriven'] })).toEqual([
      '13.500 queue message.redriven upload 0 item 0 0 left',
    ]);
  });

  it('of a FIFO queue have their age from when they became dead letters', () => {
    const hands = withDeadLetterQueue(
      { type: 'fifo', maxReceiveCount: 1, visibilityTimeoutSeconds: 1 },
      { type: 'fifo', retentionSeconds: 60 },
    );
    send(hands, 1);
    receive(hands);
    receive(hands.until(40));
    hands.until(200);
    expect(hands.told({ only: ['message.expired'] })).toEqual([
      '100.000 dead message.expired upload 0 item 0 received 0 times',
    ]);
  });

  it('move back from the queue they lie in to the one that is named', () => {
    const hands = withDeadLetterQueue({ maxReceiveCount: 1, visibilityTimeoutSeconds: 1 }, {}, [
      turn('redriveRatePerSecond', 0.5, 10, 'dead'),
    ]);
    send(hands, 2);
    receive(hands, 2);
    receive(hands.until(5));
    hands.until(30);
    expect(hands.told({ only: ['message.redriven', 'upload.reopened'] })).toEqual([
      '12.000 dead message.redriven upload 0 item 0 elsewhere 1 left',
      '12.000 dead upload.reopened upload 0',
      '14.000 dead message.redriven upload 1 item 1 elsewhere 0 left',
      '14.000 dead upload.reopened upload 1',
    ]);
    expect(hands.told({ at: 'queue', only: ['message.queued'] }).slice(2)).toEqual([
      '12.000 queue message.queued upload 0 item 2 redriven 1 visible',
      '14.000 queue message.queued upload 1 item 3 redriven 2 visible',
    ]);
    expect([work(hands), work(hands)]).toEqual([0, 1]);
  });

  it('are also what comes as such from elsewhere, with the reason that it brings', () => {
    const hands = aQueue();
    hands.ask('queue', 'send', { upload: hands.upload(), reason: 'retries-exhausted' });
    hands.until(0);
    expect(hands.told({ only: ['message.queued', 'upload.dead-lettered'] })).toEqual([
      '0.000 queue message.queued upload 0 item 0 as a dead letter 1 visible',
      '0.000 queue upload.dead-lettered upload 0 because retries-exhausted',
    ]);
  });
});

/** One thing that happens to a queue, and how long after the one before it. */
interface Deed {
  after: number;
  what: 'send' | 'receive' | 'delete' | 'extend' | 'forget';
  number: number;
}

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    after: fc.nat({ max: 12 }),
    what: fc.constantFrom('send', 'send', 'receive', 'receive', 'delete', 'extend', 'forget'),
    number: fc.nat({ max: 20 }),
  }),
  { maxLength: 60 },
);

/** Does all that, and then receives and deletes until nothing is left; tells what was received, in order. */
function play(params: QueueParams, all: readonly Deed[], seed: number) {
  const hands = aQueue({ visibilityTimeoutSeconds: 7, maxReceiveCount: 1000, ...params }, [], seed);
  const received: BatchEntry[] = [];
  let held: BatchEntry[] = [];
  let sent = 0;
  const take = (most: number): void => {
    const { batch } = receive(hands, most + 1);
    received.push(...batch);
    held.push(...batch);
  };
  const drop = (gone: readonly BatchEntry[]): void => {
    hands.askNow('queue', 'delete', { batch: gone });
    held = held.filter((each) => !gone.includes(each));
  };
  for (const { after, what, number } of all) {
    hands.until(toSeconds(hands) + after);
    if (what === 'send') {
      send(hands, 1);
      sent += 1;
    } else if (what === 'receive') take(number % 5);
    else if (what === 'delete' && held.length > 0) drop([held[number % held.length] as BatchEntry]);
    else if (what === 'extend' && held.length > 0) {
      const { item, receipt } = held[number % held.length] as BatchEntry;
      hands.askNow('queue', 'extend', { item, receipt, most: number });
    } else if (what === 'forget') held = [];
  }
  for (let calm = 0; calm < 200; calm += 1) {
    hands.until(toSeconds(hands) + 30);
    take(10);
    if (held.length > 0) drop(held);
  }
  return { received, sent, left: hands.gauge('queue', 'visible-and-in-flight'), hands };
}

/** Checks after every event take their time. */
const PATIENCE_MS = 60_000;

describe('whatever is done to it', () => {
  it(
    'a standard queue delivers each message at least once, and keeps it until it is deleted',
    () => {
      const params = { outOfOrderShare: 0.3, duplicateShare: 0.3 };
      fc.assert(
        fc.property(deeds, fc.nat({ max: 1000 }), (all, seed) => {
          const { received, sent, left } = play(params, all, seed);
          expect(new Set(received.map(({ upload }) => upload)).size).toBe(sent);
          expect(left).toBe(0);
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'a FIFO queue delivers each group in order: nothing before all that was sent before it is deleted or comes along',
    () => {
      fc.assert(
        fc.property(deeds, fc.integer({ min: 1, max: 4 }), (all, messageGroups) => {
          const { received, sent, left, hands } = play({ type: 'fifo', messageGroups }, all, 1);
          const firstTimes = [...new Set(received.map(({ upload }) => upload))];
          for (let group = 0; group < messageGroups; group += 1) {
            const inGroup = firstTimes.filter((upload) => upload % messageGroups === group);
            expect(inGroup).toEqual(inGroup.toSorted((a, b) => a - b));
          }
          expect(firstTimes.length).toBe(sent);
          expect(left).toBe(0);
          const { groups, ready } = hands.stateOf<QueueState>('queue');
          expect([groups.size, ready.size]).toEqual([0, 0]);
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE_MS,
  );
});
