/** How much a queue has to do: counted in looks at what it holds, so that no clock decides. */
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/engine/time.ts';
import type { Item, QueueState } from '../../src/models/queue/queue-state.ts';
import { Hands } from '../support/hands.ts';
import { component } from '../support/small-scenario.ts';

const MESSAGES = 1000;

/** Looks that each message may take, whatever is done with all of them. */
const LOOKS_EACH = 8;

class CountingMap extends Map<number, Item> {
  looks = 0;

  override has(key: number): boolean {
    this.looks += 1;
    return super.has(key);
  }

  override *[Symbol.iterator](): MapIterator<[number, Item]> {
    for (const entry of super.entries()) {
      this.looks += 1;
      yield entry;
    }
    return undefined;
  }

  override *values(): MapIterator<Item> {
    for (const [, item] of this) yield item;
    return undefined;
  }
}

/** A queue full of messages; those of a FIFO one are all in the same line too. */
function aFullQueue(type: 'standard' | 'fifo', retentionSeconds: number): Hands {
  const nodes = [
    component('caller', 'topic'),
    component('queue', 'queue', { type, messageGroups: 1, receiveWaitSeconds: 0, retentionSeconds }),
  ];
  const hands = new Hands(nodes, ['caller queue'], { latencyMs: 0 });
  for (let i = 0; i < MESSAGES; i += 1) hands.askNow('queue', 'send', { upload: hands.upload() });
  return hands;
}

/** Counts, from now on, each look at an item and at a place in a line. */
function countLooks(hands: Hands): () => number {
  const state = hands.stateOf<QueueState>('queue');
  const items = new CountingMap(state.items);
  items.looks = 0;
  state.items = items;
  let looks = 0;
  const counted = (line: number[]): number[] =>
    new Proxy(line, {
      get(target, name) {
        looks += 1;
        return Reflect.get(target, name);
      },
    });
  state.visible = counted(state.visible);
  for (const group of state.groups.values()) group.waiting = counted(group.waiting);
  return () => looks + items.looks;
}

/** Lets every message be seen again, the youngest first: so the line is not in the order of their ages. */
function turnTheLine(hands: Hands): void {
  const received = Array.from({ length: MESSAGES }, () => hands.askNow('queue', 'receive'));
  for (const { item, receipt } of received.toReversed()) {
    hands.askNow('queue', 'extend', { item, receipt, most: 0 });
  }
}

describe('a queue looks at each message only a few times', () => {
  it.each(['standard', 'fifo'] as const)('when all of a %s queue expire at once', (type) => {
    const hands = aFullQueue(type, 600);
    const looks = countLooks(hands);
    hands.world.runUntil(seconds(600));
    expect(hands.gauge('queue', 'visible')).toBe(0);
    expect(looks()).toBeLessThan(MESSAGES * LOOKS_EACH);
  });

  it('when all expire at once that stand in line in another order than that of their ages', () => {
    const hands = aFullQueue('standard', 600);
    turnTheLine(hands);
    expect(hands.stateOf<QueueState>('queue').visible.at(-1)).toBe(0);
    const looks = countLooks(hands);
    hands.world.runUntil(seconds(600));
    expect(hands.gauge('queue', 'visible')).toBe(0);
    expect(looks()).toBeLessThan(MESSAGES * LOOKS_EACH);
  });

  it('when some expire and others are received, by turns', () => {
    const hands = aFullQueue('standard', 600);
    turnTheLine(hands);
    hands.world.runUntil(seconds(300));
    for (let i = 0; i < MESSAGES; i += 1) hands.askNow('queue', 'send', { upload: hands.upload() });
    const looks = countLooks(hands);
    hands.world.runUntil(seconds(600));
    for (let i = 0; i < MESSAGES; i += 1) hands.askNow('queue', 'receive');
    expect(hands.gauge('queue', 'visible')).toBe(0);
    expect(hands.gauge('queue', 'in-flight')).toBe(MESSAGES);
    expect(looks()).toBeLessThan(2 * MESSAGES * LOOKS_EACH);
  });

  it('when the oldest is asked for after each that is deleted', () => {
    const hands = aFullQueue('standard', 600);
    const looks = countLooks(hands);
    for (let i = 0; i < MESSAGES; i += 1) {
      const { item, receipt } = hands.askNow('queue', 'receive');
      hands.askNow('queue', 'delete', { item, receipt });
      hands.gauge('queue', 'oldest-sent-at');
    }
    expect(hands.gauge('queue', 'oldest-sent-at')).toBe(-1);
    expect(looks()).toBeLessThan(MESSAGES * LOOKS_EACH);
  });
});
