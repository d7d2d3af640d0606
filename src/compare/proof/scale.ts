/** The upright axis of a drawing pad: how far it goes, where its lines are, and in which steps a value is set. */
import type { MeasureUnit } from '../../lessons/measures.ts';

export interface Scale {
  /** The value at the top; it begins at 0. */
  top: number;
  /** Values at which a line is drawn, from 0 to the top. */
  ticks: readonly number[];
  /** The least difference that can be drawn. */
  step: number;
}

/**
 * Room above the largest value. Our choice: the top is always well above it, so that the axis says no more than how
 * large such a thing gets at all.
 */
const ROOM = 1.6;
/** Least top of what is counted. Our choice. */
const LEAST_COUNT = 5;
/** How fine a value can be drawn: parts of the axis. Our choice. */
const STEPS = 20;

/** For values of which the largest that occurs in the runs is `largest`, at least 0. */
export function scaleFor(unit: MeasureUnit, largest: number): Scale {
  if (unit === 'share') return { top: 1, ticks: [0, 0.5, 1], step: 1 / STEPS };
  const isCount = !isAmount(unit);
  const { top, parts } = roundAbove(Math.max(largest * ROOM, isCount ? LEAST_COUNT : 0));
  const ticks = Array.from({ length: parts + 1 }, (_, part) => (top * part) / parts);
  return { top, ticks, step: isCount ? Math.max(1, Math.round(top / STEPS)) : top / STEPS };
}

/** Whether there can be half of one. */
function isAmount(unit: MeasureUnit): boolean {
  return unit === 's' || unit === 'USD' || unit === 'USD/h' || unit === 'share';
}

/** Round numbers for the top of an axis, times powers of ten, and the parts into which each is divided well. */
const tops = [
  { top: 1, parts: 2 },
  { top: 2, parts: 2 },
  { top: 5, parts: 5 },
] as const;

function roundAbove(value: number): { top: number; parts: number } {
  if (!(value > 0)) return { top: 1, parts: 2 };
  let unit = 1;
  while (unit * 10 < value) unit *= 10;
  while (unit > value) unit /= 10;
  const found = tops.find(({ top }) => top * unit >= value);
  return found ? { top: found.top * unit, parts: found.parts } : { top: 10 * unit, parts: 2 };
}

/** The value that can be drawn nearest to one, on this axis. */
export function snapped({ top, step }: Scale, value: number): number {
  return Math.max(0, Math.min(top, Math.round(value / step) * step));
}
