import { describe, expect, it } from 'vitest';
import { layTokens, oldestVisible } from '../../../src/canvas/nodes/token-tube.ts';
import type { ItemView, QueueView } from '../../../src/playback/views/queue-view.ts';

const WIDTH = 160;
const HEIGHT = 18;

function queueOf(items: Partial<ItemView>[]): QueueView {
  const full = items.map(
    (item, index): ItemView => ({
      item: index,
      upload: index,
      since: index * 1_000_000,
      receiveCount: 0,
      visibleAgainAt: -1,
      isDelayed: false,
      ...item,
    }),
  );
  return {
    kind: 'queue',
    items: new Map(full.map((item) => [item.item, item])),
    newestItem: full.length - 1,
    visible: full.filter(({ visibleAgainAt }) => visibleAgainAt < 0).length,
    inFlight: full.filter(({ visibleAgainAt }) => visibleAgainAt >= 0).length,
    delayed: 0,
    deadLetters: [],
    deadLettered: 0,
    expired: 0,
    faults: 0,
  };
}

const waiting = (count: number) => queueOf(Array.from({ length: count }, () => ({})));

describe('the tokens of a queue', () => {
  it('lie with the oldest at the end where they are taken', () => {
    const { tokens } = layTokens(waiting(3), WIDTH, HEIGHT);
    expect(tokens.map(({ upload }) => upload)).toEqual([0, 1, 2]);
    expect(tokens[0]?.x).toBeGreaterThan(tokens[1]?.x as number);
  });

  it('tell what waits from what is out with somebody, and what came back', () => {
    const out = { visibleAgainAt: 9_000_000 };
    const { tokens } = layTokens(
      queueOf([{ ...out, receiveCount: 1 }, { ...out, receiveCount: 2 }, { receiveCount: 1 }, {}]),
      WIDTH,
      HEIGHT,
    );
    expect(tokens.map(({ look, isReturned }) => [look, isReturned])).toEqual([
      ['in-flight', false],
      ['in-flight', true],
      ['visible', true],
      ['visible', false],
    ]);
  });

  it('stay inside the tube and apart from one another, however many there are', () => {
    for (const count of [1, 8, 9, 10, 30, 60, 100, 500]) {
      const { tokens, size, beyond } = layTokens(waiting(count), WIDTH, HEIGHT);
      expect(tokens.length + beyond).toBe(count);
      const places = new Set(tokens.map(({ x, y }) => `${x} ${y}`));
      expect(places.size).toBe(tokens.length);
      for (const { x, y } of tokens) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + size).toBeLessThanOrEqual(WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + size).toBeLessThanOrEqual(HEIGHT);
      }
    }
  });

  it('get smaller as they get more, and leave over what has no room', () => {
    expect(layTokens(waiting(20), WIDTH, HEIGHT).size).toBeLessThan(layTokens(waiting(5), WIDTH, HEIGHT).size);
    expect(layTokens(waiting(300), WIDTH, HEIGHT).beyond).toBeGreaterThan(0);
  });
});

describe('the oldest message that waits', () => {
  it('is not one that somebody has in hand', () => {
    expect(oldestVisible(queueOf([{ visibleAgainAt: 5 }, { since: 42 }, { since: 77 }]))).toBe(42);
    expect(oldestVisible(queueOf([{ visibleAgainAt: 5 }]))).toBeNull();
  });
});
