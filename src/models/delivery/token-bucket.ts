/**
 * A limit of so many requests a second: each takes a token, tokens come back at that rate, and there are never more than
 * one second's worth (our choice: nobody publishes how long a service puts up with more).
 */
import { MICROSECONDS_PER_SECOND, type SimTime } from '../../engine/time.ts';

export interface TokenBucket {
  tokens: number;
  /** When the tokens were counted last, µs. */
  countedAt: SimTime;
}

export function tokenBucket(perSecond: number): TokenBucket {
  return { tokens: perSecond, countedAt: 0 };
}

/** Takes a token; false if there is none, or if none are given out at all. */
export function takeToken(bucket: TokenBucket, perSecond: number, now: SimTime): boolean {
  const refill = ((now - bucket.countedAt) / MICROSECONDS_PER_SECOND) * perSecond;
  const most = perSecond === 0 ? 0 : Math.max(1, perSecond);
  bucket.tokens = Math.min(most, bucket.tokens + refill);
  bucket.countedAt = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}
