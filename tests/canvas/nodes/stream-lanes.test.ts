import { describe, expect, it } from 'vitest';
import { layLane } from '../../../src/canvas/nodes/stream-lanes.ts';

const shard = (kept: number, handedOut = 0) => ({
  appended: kept,
  kept,
  keptAt: 0,
  handedOut,
  keptSince: [],
  fetchedAt: 0,
});

describe('a lane of a stream', () => {
  it('has the oldest records at the right end, those handed out first', () => {
    const { records, size, beyond } = layLane(shard(3, 1), 100, 12);
    expect(size).toBe(10);
    expect(records).toEqual([
      { x: 90, isHandedOut: true },
      { x: 77, isHandedOut: false },
      { x: 64, isHandedOut: false },
    ]);
    expect(beyond).toBe(0);
  });

  it('counts what has no room, and never leaves the lane', () => {
    const { records, beyond } = layLane(shard(500), 100, 12);
    expect(records.length + beyond).toBe(500);
    expect(Math.min(...records.map(({ x }) => x))).toBeGreaterThanOrEqual(0);
  });
});
