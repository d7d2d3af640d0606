/** Where things stand in the large chart: steps as paths with gaps where nothing is measured, numbers at the axis, names at the ends. Pure; px. */
import { scaleLinear } from 'd3-scale';
import { type Curve, entriesToDraw, type TimeAxis } from '../../panels/time/geometry.ts';

/** Points of one line at most. Our choice: as many as a wide chart has pixels for. */
const MOST_POINTS = 600;

export interface ValueAxis {
  top: number;
  /** From the bottom up. */
  ticks: number[];
  yOf(value: number): number;
}

/** The axis of the numbers: from nothing to a round one above the largest; whole numbers only, where there is nothing between. */
export function valueAxis(largest: number, height: number, isWhole: boolean): ValueAxis {
  const most = Number.isFinite(largest) && largest > 0 ? largest : isWhole ? 1 : 0.01;
  const wanted = Math.max(2, Math.min(5, Math.floor(height / 40)));
  const scale = scaleLinear().domain([0, most]).nice(wanted).range([height, 0]);
  const ticks = scale.ticks(wanted).filter((tick) => !isWhole || Number.isInteger(tick));
  return { top: scale.domain()[1] as number, ticks, yOf: (value) => scale(value) };
}

/** The largest that a curve shows; 0 where it shows nothing. */
export function largestIn({ length, valueAt }: Curve): number {
  let largest = 0;
  for (let index = 0; index < length; index += 1) {
    const value = valueAt(index);
    if (value > largest) largest = value;
  }
  return largest;
}

/** The steps of a curve from one time to another, as an SVG path; what is not a number leaves a gap. */
export function stepPath(curve: Curve, from: number, until: number, axis: TimeAxis, { yOf }: ValueAxis): string {
  let path = '';
  let isOn = false;
  const entries = entriesToDraw(gapless(curve), from, until, MOST_POINTS);
  for (const index of entries) {
    const value = curve.valueAt(index);
    if (Number.isNaN(value)) {
      if (isOn) path += `H${axis.xOf(curve.timeAt(index)).toFixed(1)}`;
      isOn = false;
      continue;
    }
    const x = axis.xOf(Math.max(from, curve.timeAt(index))).toFixed(1);
    const y = yOf(value).toFixed(1);
    path += isOn ? `H${x}V${y}` : `M${x} ${y}`;
    isOn = true;
  }
  return isOn ? `${path}H${axis.xOf(until).toFixed(1)}` : path;
}

/** What is no number changes from one entry to the next, as NaN is not equal to itself; here it stands for one below all. */
function gapless(curve: Curve): Curve {
  return {
    ...curve,
    valueAt: (index) => {
      const value = curve.valueAt(index);
      return Number.isNaN(value) ? -1 : value;
    },
  };
}

/** Heights for words that belong to these heights, in their order, and at least `gap` from one another; within 0 and `height`. */
export function spread(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((_, place) => place).sort((a, b) => (wanted[a] as number) - (wanted[b] as number) || a - b);
  const placed = [...wanted];
  let last = Number.NEGATIVE_INFINITY;
  for (const place of order) {
    last = Math.max(placed[place] as number, last + gap);
    placed[place] = last;
  }
  let next = height + gap;
  for (const place of order.reverse()) {
    next = Math.min(placed[place] as number, next - gap);
    placed[place] = next;
  }
  return placed;
}
