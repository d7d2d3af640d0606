/** How bad a share of uploads lost is, in five levels. Pure; each level has a colour, and a length of bar or a hatch besides. */

import { shownShare } from '../../ui/format.ts';
import type { Estimate } from './statistics.ts';

/**
 * Where each level but the first begins; the first is nothing at all. Our choice: of all uploads, 22 % come while the fault
 * lasts, so the fourth level is about all of these, and the last more than the fault by itself could take.
 */
const BEGINS = [0, 0.05, 0.15, 0.3] as const;

export const levels = ['none', 'few', 'some', 'many', 'most'] as const;
export type Level = (typeof levels)[number];

/** By the share as it stands on screen, rounded, so that figure and colour agree. */
export function levelOf(share: number): Level {
  const shown = shownShare(share);
  const above = share === 0 ? 0 : Math.max(1, BEGINS.filter((begin) => shown >= begin).length);
  return levels[above] as Level;
}

/** The ends of an interval in per cent, as exact as the larger one needs: `0–0.3%`, `1.9–3.4%`, `24–35%`. */
export function formatInterval({ low, high }: NonNullable<Estimate['interval']>): string {
  const digits = high < 0.0995 ? 1 : 0;
  const percent = (share: number): string => String(Number((share * 100).toFixed(digits)));
  return `${percent(low)}–${percent(high)}%`;
}
