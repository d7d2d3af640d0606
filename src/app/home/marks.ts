/** One mark for each upload, by what became of it so far. */
import type { Figures } from '../../panels/figures.ts';

export const markKinds = ['watchable', 'waiting', 'under-way', 'to-come', 'failed'] as const;
export type MarkKind = (typeof markKinds)[number];

/** How many marks of each kind there are among `total` uploads. They always add up to the total. */
export function marksOf(figures: Figures | null, total: number): Readonly<Record<MarkKind, number>> {
  if (!figures) return { watchable: 0, waiting: 0, 'under-way': 0, 'to-come': total, failed: 0 };
  const { started, accepted, refused, watchable, lost, deadLettered } = figures;
  const settled = watchable + lost + deadLettered;
  // A video can be watched a moment before the answer has reached whoever uploaded it.
  const accountedFor = Math.max(accepted, settled);
  return {
    watchable,
    waiting: accountedFor - settled,
    'under-way': started - accountedFor - refused,
    'to-come': Math.max(0, total - started),
    failed: refused + lost + deadLettered,
  };
}

/** Marks stand in rows of so many. Our choice. */
export const MARKS_A_ROW = 14;
/** Distance of two marks, in units of the picture. */
export const MARK_STEP = 12;

/** What is drawn from the middle of a mark. */
export const markShapes: Readonly<Record<MarkKind, string>> = {
  watchable: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  waiting: 'm-3.5-3.5h7v7h-7z',
  'under-way': 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
  'to-come': 'm-1.25 0a1.25 1.25 0 1 0 2.5 0a1.25 1.25 0 1 0-2.5 0z',
  failed: 'm-3.25-3.25l6.5 6.5m0-6.5l-6.5 6.5',
};

/** The path of all marks of each kind: from the first on what went well, what failed at the end. */
export function markPaths(counts: Readonly<Record<MarkKind, number>>): readonly { kind: MarkKind; path: string }[] {
  let place = 0;
  return markKinds.map((kind) => {
    let path = '';
    for (let n = counts[kind]; n > 0; n -= 1) {
      const x = ((place % MARKS_A_ROW) + 0.5) * MARK_STEP;
      const y = (Math.floor(place / MARKS_A_ROW) + 0.5) * MARK_STEP;
      path += `M${x} ${y}${markShapes[kind]}`;
      place += 1;
    }
    return { kind, path };
  });
}
