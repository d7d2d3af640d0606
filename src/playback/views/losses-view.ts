/** Uploads that ended badly at a component: seen alike at every kind. */
import type { TraceColumns } from '../../engine/trace.ts';
import { FACT } from '../../models/facts.ts';
import { type Reason, reasonOf } from '../../models/reasons.ts';

/** How they ended, in order of the codes in `LossesView`. */
const badEnds = ['refused', 'lost', 'dead-lettered'] as const;
type BadEnd = (typeof badEnds)[number];

/** Plain data. */
export interface LossesView {
  /** How many, by place of the end in `badEnds` × 256 + code of the reason. */
  counts: Map<number, number>;
  /** Those among the dead letters, with what they are counted under: they may be opened again. */
  deadLetters: Map<number, number>;
}

/** So many ended in this way for this reason. */
export interface LossView {
  end: BadEnd;
  reason: Reason;
  uploads: number;
}

const endOf = new Map<number, number>([
  [FACT['upload.refused'], 0],
  [FACT['upload.lost'], 1],
  [FACT['upload.dead-lettered'], 2],
]);
const DEAD_LETTERED = 2;
const REOPENED = FACT['upload.reopened'];

export function noLosses(): LossesView {
  return { counts: new Map(), deadLetters: new Map() };
}

export function copyLosses({ counts, deadLetters }: LossesView): LossesView {
  return { counts: new Map(counts), deadLetters: new Map(deadLetters) };
}

/** Takes the end of an upload in, where it was; `all` are the losses of every component, for one that is opened again. */
export function tellLoss(here: LossesView, all: Iterable<LossesView>, columns: TraceColumns, row: number): void {
  const kind = columns.kind[row] as number;
  const upload = columns.upload[row] as number;
  if (kind === REOPENED) {
    for (const losses of all) {
      const code = losses.deadLetters.get(upload);
      if (code !== undefined) count(losses, code, -1);
      losses.deadLetters.delete(upload);
    }
    return;
  }
  const end = endOf.get(kind);
  if (end === undefined) return;
  const code = end * 256 + (columns.c[row] as number);
  count(here, code, 1);
  if (end === DEAD_LETTERED) here.deadLetters.set(upload, code);
}

/** Whether a fact of this kind says how an upload ended, or that it has not. */
export function tellsOfLoss(kind: number): boolean {
  return kind === REOPENED || endOf.has(kind);
}

/** What ended badly, the most first. */
export function lossesIn({ counts }: LossesView): LossView[] {
  return [...counts]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .map(([code, uploads]) => ({ end: badEnds[code >> 8] as BadEnd, reason: reasonOf(code & 255), uploads }));
}

function count({ counts }: LossesView, code: number, change: number): void {
  const now = (counts.get(code) ?? 0) + change;
  if (now === 0) counts.delete(code);
  else counts.set(code, now);
}
