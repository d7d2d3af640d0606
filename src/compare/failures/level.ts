/** How bad a share of uploads lost is, in five levels. Pure; each level has a colour, and a length of bar or a hatch besides. */

/**
 * Where each level but the first begins; the first is nothing at all. Our choice: of all uploads, 22 % come while the fault
 * lasts, so the fourth level is about all of these, and the last more than the fault by itself could take.
 */
const BEGINS = [0, 0.05, 0.15, 0.3] as const;

export const levels = ['none', 'few', 'some', 'many', 'most'] as const;
export type Level = (typeof levels)[number];

export function levelOf(share: number): Level {
  const above = share === 0 ? 0 : BEGINS.filter((begin) => share >= begin).length;
  return levels[above] as Level;
}

/** Half of an interval, in percentage points: `±0`, `±0.4`, `±12`. */
export function formatHalfWidth(halfWidth: number): string {
  const points = halfWidth * 100;
  if (points === 0) return '±0';
  if (points < 0.05) return '±<0.1';
  return `±${points < 9.95 ? points.toFixed(1) : Math.round(points)}`;
}
