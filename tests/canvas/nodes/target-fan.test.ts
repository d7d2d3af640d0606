import { describe, expect, it } from 'vitest';
import { countTargets, healthOf, layFan } from '../../../src/canvas/nodes/target-fan.ts';
import type { TargetView } from '../../../src/playback/views/load-balancer-view.ts';

const targets = (count: number): TargetView[] =>
  Array.from({ length: count }, (_, instance) => ({
    link: 0,
    instance,
    zone: 0,
    state: instance % 2 === 0 ? 'healthy' : 'unhealthy',
    since: 0,
    routed: 0,
  }));

describe('the fan of a load balancer', () => {
  it('spreads few targets over its height, within its width', () => {
    const { rays, size, beyond } = layFan(targets(3), 150, 66);
    expect(rays.map(({ y }) => y)).toEqual([11, 33, 55]);
    for (const { x } of rays) expect(x + size / 2).toBe(150);
    expect([size, beyond]).toEqual([14, 0]);
  });

  it('keeps signs apart, in several columns, and counts those without room', () => {
    for (const count of [8, 20, 40, 1000]) {
      const { rays, size, beyond } = layFan(targets(count), 150, 66);
      expect(rays.length + beyond).toBe(count);
      for (const [place, one] of rays.entries()) {
        expect(one.x - size / 2).toBeGreaterThan(14);
        expect(one.y - size / 2).toBeGreaterThanOrEqual(-0.01);
        expect(one.y + size / 2).toBeLessThanOrEqual(66.01);
        for (const other of rays.slice(place + 1)) {
          const isApart = Math.abs(one.x - other.x) >= size - 0.01 || Math.abs(one.y - other.y) >= size - 0.01;
          expect(isApart).toBe(true);
        }
      }
    }
  });

  it('counts targets by state', () => {
    expect(countTargets(targets(5))).toEqual({ initial: 0, healthy: 3, unhealthy: 2, draining: 0 });
  });
});

describe('the health of a load balancer', () => {
  const none = { initial: 0, healthy: 0, unhealthy: 0, draining: 0 };

  it('is starting, not failed, while its targets were not checked yet', () => {
    expect(healthOf({ ...none, initial: 2 })).toBe('starting');
    expect(healthOf({ ...none, initial: 2, healthy: 1 })).toBe('healthy');
  });

  it('is failed where all that were checked are ill, or where there is none', () => {
    expect(healthOf({ ...none, unhealthy: 1, initial: 1 })).toBe('failed');
    expect(healthOf(none)).toBe('failed');
  });
});
