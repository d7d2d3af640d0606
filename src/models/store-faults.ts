/** What faults do alike to all that stores: buckets, tables, streams. */
import type { Strike } from './model.ts';

/** Counts how many faults forbid writing at the moment; the store answers `write-refused` while there are any. */
export const writeRefusal = {
  begin(_ctx: unknown, state: { writeRefusals: number }): void {
    state.writeRefusals += 1;
  },
  end(_ctx: unknown, state: { writeRefusals: number }): void {
    state.writeRefusals -= 1;
  },
};

/** Requests a second. */
interface Limits {
  writeLimitPerSecond: number;
  readLimitPerSecond: number;
}

/** No more writes, and no more reads, than so many a second. */
export const lowerLimits = {
  overrides: ({ writeLimitPerSecond, readLimitPerSecond }: Limits, { strength }: Strike): Limits => ({
    writeLimitPerSecond: Math.min(writeLimitPerSecond, strength),
    readLimitPerSecond: Math.min(readLimitPerSecond, strength),
  }),
};
