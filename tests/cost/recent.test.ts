/** Counting the last minute. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOne, inLastMinute, recent } from '../../src/cost/recent.ts';
import { seconds } from '../../src/engine/time.ts';

describe('the last minute', () => {
  it('is the present second and the 59 before it', () => {
    const requests = recent();
    countOne(requests, seconds(10.2));
    countOne(requests, seconds(10.9));
    countOne(requests, seconds(12));
    expect(inLastMinute(requests, seconds(12))).toBe(3);
    expect(inLastMinute(requests, seconds(69.9))).toBe(3);
    expect(inLastMinute(requests, seconds(70))).toBe(1);
    expect(inLastMinute(requests, seconds(72))).toBe(0);
    expect(requests.total).toBe(3);
  });

  it('counts right at any time, after any gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { maxLength: 100, size: 'max' }), (gapsMs) => {
        const requests = recent();
        const times: number[] = [];
        let at = 0;
        for (const gap of gapsMs) {
          at += gap * 1000;
          times.push(Math.floor(at / 1e6));
          countOne(requests, at);
          const second = Math.floor(at / 1e6);
          expect(inLastMinute(requests, at)).toBe(times.filter((each) => each > second - 60).length);
        }
      }),
    );
  });
});
