/** How memory is stepped through by keys. */
import { LEAST_MEGABYTES, MOST_MEGABYTES } from './closed-form.ts';

/** What a page key adds or takes, MB. Our choice: an arrow key is 1. */
export const PAGE_STEP = 128;

/** The nearest size that can be set. */
export function keptInside(memoryMegabytes: number): number {
  return Math.min(MOST_MEGABYTES, Math.max(LEAST_MEGABYTES, Math.round(memoryMegabytes)));
}
