/** How fast a proof plays at first: so that it is over in about half a minute, however long its run is. */
import { describe, expect, it } from 'vitest';
import { claims } from '../../src/lessons/catalogue.ts';
import { endOf } from '../../src/lessons/claim.ts';
import { proofSpeed } from '../../src/stores/fixed-runs.ts';

describe('the speed of a proof', () => {
  it('is the slowest at which it is over in half a minute, and never slower than life', () => {
    expect([5, 30, 45, 300, 3600].map(proofSpeed)).toEqual([1, 1, 2, 10, 200]);
  });

  it('goes on beyond the speeds on offer for a run of many hours', () => {
    expect([30_000, 36_000, 86_400, 10 * 86_400].map(proofSpeed)).toEqual([1000, 2000, 5000, 50_000]);
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))('lets %s end within half a minute', (_, claim) => {
    const seconds = endOf(claim) / proofSpeed(endOf(claim));
    expect(seconds).toBeLessThanOrEqual(30);
  });
});
