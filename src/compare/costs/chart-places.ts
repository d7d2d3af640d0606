/** Where things stand in the chart of costs, in px: two logarithmic scales, and names that do not cover one another. */
import { scaleLog } from 'd3-scale';

/** The plot within its axes. */
export interface Places {
  width: number;
  height: number;
  x(rate: number): number;
  y(usd: number): number;
  /** Powers of ten within the scales. */
  rates: readonly number[];
  dollars: readonly number[];
}

/** How much higher than the dearest point the scale goes. Our choice: room for the numbers of crossings. */
const AIR = 3;

/** `range`: the least and the most dollars that are to be seen. */
export function placesFor(
  width: number,
  height: number,
  [leastRate, mostRate]: readonly [number, number],
  [leastUsd, mostUsd]: readonly [number, number],
): Places {
  const bottom = 10 ** Math.floor(Math.log10(leastUsd));
  const x = scaleLog([leastRate, mostRate], [0, width]);
  const y = scaleLog([bottom, Math.max(mostUsd * AIR, bottom * 10)], [height, 0]);
  return { width, height, x, y, rates: powersIn(x.domain()), dollars: powersIn(y.domain()) };
}

function powersIn([from, to]: number[]): number[] {
  const first = Math.ceil(Math.log10(from as number) - 1e-9);
  const last = Math.floor(Math.log10(to as number) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => Number(`1e${first + n}`));
}

/** Moves what stands too near to its neighbour, keeps the order, and stays between `from` and `to` where there is room. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  for (const each of order) {
    each.at = Math.max(each.at, last + gap, from);
    last = each.at;
  }
  let next = Number.POSITIVE_INFINITY;
  for (const each of [...order].reverse()) {
    each.at = Math.min(each.at, next - gap, to);
    next = each.at;
  }
  const places = [...wanted];
  for (const { at, index } of order) places[index] = at;
  return places;
}

/** Where something is drawn, in px. */
interface Spot {
  x: number;
  y: number;
}

/**
 * How many of the lines that are drawn over each mark have a mark within `reach` px of it. What is drawn larger by that
 * much stays to be seen round them.
 */
export function coveredBy(lines: readonly (readonly Spot[])[], reach: number): number[][] {
  return lines.map((marks, index) => {
    const over = lines.slice(index + 1);
    return marks.map(({ x, y }) => {
      const covers = (spot: Spot): boolean => Math.hypot(spot.x - x, spot.y - y) <= reach;
      return over.filter((others) => others.some(covers)).length;
    });
  });
}
