/**
 * Where things stand in the lanes: time along, numbers up, curves thinned to what can be seen. Pure; lengths in px,
 * times in simulated seconds.
 */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';

/** The one axis of all lanes. */
export interface TimeAxis {
  durationSeconds: number;
  /** Width of the lanes. */
  width: number;
  /** Where a time stands, held within the lanes. */
  xOf(tSeconds: number): number;
  /** The time at a place, held within the run. */
  timeAt(x: number): number;
}

export function timeAxis(durationSeconds: number, width: number): TimeAxis {
  const scale = scaleLinear().domain([0, durationSeconds]).range([0, width]).clamp(true);
  return { durationSeconds, width, xOf: (t) => scale(t), timeAt: (x) => scale.invert(x) };
}

/** Steps that people count time in, in seconds. */
const TICK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Times to be written under the axis, at least `gap` px from one another. */
export function timeTicks({ durationSeconds, width }: TimeAxis, gap: number): number[] {
  const least = (durationSeconds * gap) / Math.max(width, 1);
  const step = TICK_STEPS.find((each) => each >= least) ?? Math.ceil(least / 86_400) * 86_400;
  return Array.from({ length: Math.floor(durationSeconds / step) + 1 }, (_, i) => i * step);
}

/** To which side words at a place are set, so that they stay within the width; they take up to `room` px either way. */
export function anchorAt(x: number, width: number, room: number): 'start' | 'middle' | 'end' {
  if (x < room) return 'start';
  return x > width - room ? 'end' : 'middle';
}

/** Numbers that are easy to read at the top of a lane, times powers of ten. */
const TOPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The round number at the top of a lane whose largest value is `largest`, a count: whole too, and at least 1. */
export function topOf(largest: number): number {
  let unit = 1;
  while (unit * 10 < largest) unit *= 10;
  return TOPS.map((top) => top * unit).find((top) => top >= largest) ?? unit * 10;
}

/** Values by time: each holds from its time to that of the next. Times ascend. */
export interface Curve {
  length: number;
  timeAt(index: number): number;
  valueAt(index: number): number;
}

export interface Point {
  t: number;
  value: number;
}

/** Index of the last entry at or before `t`; -1 if there is none. */
export function indexAt(curve: Pick<Curve, 'length' | 'timeAt'>, t: number): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (curve.timeAt(middle) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The value that holds at `t`; 0 before the first. */
export function valueAt(curve: Curve, t: number): number {
  const index = indexAt(curve, t);
  return index < 0 ? 0 : curve.valueAt(index);
}

/**
 * Which entries between `from` and `to` have to be drawn: those where the value changes, or that of a curve drawn
 * `along` with it, and of these at most `most` (4 or more). Where there are more, each slice keeps its smallest and its
 * largest, so that no peak and no gap is lost.
 */
export function entriesToDraw(curve: Curve, from: number, to: number, most: number, along?: Curve): number[] {
  const changes = changesIn(along === undefined ? [curve] : [curve, along], from, to);
  if (changes.length <= most) return changes;
  const slices = Math.floor((most - 2) / 2);
  const inner = changes.length - 2;
  const kept = [changes[0] as number];
  for (let slice = 0; slice < slices; slice += 1) {
    const begin = 1 + Math.floor((inner * slice) / slices);
    const end = 1 + Math.floor((inner * (slice + 1)) / slices);
    kept.push(...extremesOf(curve, changes.slice(begin, end)));
  }
  kept.push(changes.at(-1) as number);
  return kept;
}

/** The entries in which any of these curves changes, and the one that holds at `from`. */
function changesIn(curves: readonly [Curve, ...Curve[]], from: number, to: number): number[] {
  const first = Math.max(0, indexAt(curves[0], from));
  const last = indexAt(curves[0], to);
  const changes: number[] = [];
  for (let i = first; i <= last; i += 1) {
    if (i === first || curves.some((curve) => curve.valueAt(i) !== curve.valueAt(i - 1))) changes.push(i);
  }
  return changes;
}

/** The entries with the smallest and the largest value, in order of time. */
function extremesOf(curve: Curve, entries: readonly number[]): number[] {
  let smallest = entries[0] as number;
  let largest = smallest;
  for (const entry of entries) {
    if (curve.valueAt(entry) < curve.valueAt(smallest)) smallest = entry;
    if (curve.valueAt(entry) > curve.valueAt(largest)) largest = entry;
  }
  if (smallest === largest) return [smallest];
  return smallest < largest ? [smallest, largest] : [largest, smallest];
}

/** The points of a curve at some of its entries; what began before `from` is drawn from there. */
export function pointsAt(curve: Curve, entries: readonly number[], from = 0): Point[] {
  return entries.map((index) => ({ t: Math.max(from, curve.timeAt(index)), value: curve.valueAt(index) }));
}

/** Height of a value in a lane: 0 at the bottom, `top` at the upper edge. */
function heightScale(top: number, height: number): (value: number) => number {
  return scaleLinear().domain([0, top]).range([height, 0]);
}

/** The steps of a curve as an SVG path; the last value is drawn on to `until`. */
export function stepLine(points: readonly Point[], until: number, axis: TimeAxis, top: number, height: number): string {
  const y = heightScale(top, height);
  const path = line<Point>()
    .x(({ t }) => axis.xOf(t))
    .y(({ value }) => y(value))
    .curve(curveStepAfter)
    .digits(1);
  return path(extended(points, until)) ?? '';
}

/** An area between the steps of two curves with the same times; from the bottom of the lane where `lower` is null. */
export function stepArea(
  lower: readonly Point[] | null,
  upper: readonly Point[],
  until: number,
  axis: TimeAxis,
  top: number,
  height: number,
): string {
  const y = heightScale(top, height);
  const floor = lower === null ? null : extended(lower, until);
  const path = area<Point>()
    .x(({ t }) => axis.xOf(t))
    .y0((_, index) => y(floor?.[index]?.value ?? 0))
    .y1(({ value }) => y(value))
    .curve(curveStepAfter)
    .digits(1);
  return path(extended(upper, until)) ?? '';
}

function extended(points: readonly Point[], until: number): Point[] {
  const last = points.at(-1);
  return last === undefined || last.t >= until ? [...points] : [...points, { t: until, value: last.value }];
}

/** The sum of two curves that have their times in common. */
export function sumOf(a: Curve, b: Curve): Curve {
  return { length: a.length, timeAt: a.timeAt, valueAt: (index) => a.valueAt(index) + b.valueAt(index) };
}

/** The largest value of a curve; 0 if there is none. */
export function largestOf(curve: Curve): number {
  let largest = 0;
  for (let i = 0; i < curve.length; i += 1) largest = Math.max(largest, curve.valueAt(i));
  return largest;
}

/** What was counted in one slice of time. */
export interface Slice {
  from: number;
  to: number;
  count: number;
}

/** Lengths of slices that are easy to say, in seconds. */
const SLICE_STEPS = [0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** How long a slice is, so that a run has about `slices` of them. */
export function sliceSeconds(durationSeconds: number, slices: number): number {
  const least = durationSeconds / slices;
  return SLICE_STEPS.find((each) => each >= least) ?? Math.ceil(least / 86_400) * 86_400;
}

/** How much a count that only grows has grown in each slice from `from` to `until`; the last may be cut short. */
export function growthBySlice(counted: Curve, from: number, until: number, seconds: number): Slice[] {
  const slices: Slice[] = [];
  for (let index = Math.floor(from / seconds); index * seconds < until; index += 1) {
    const begin = Math.max(from, index * seconds);
    const end = Math.min(until, (index + 1) * seconds);
    slices.push({ from: begin, to: end, count: valueAt(counted, end) - valueAt(counted, begin) });
  }
  return slices;
}

/** Things on the axis so close that one mark stands for all of them. */
export interface Cluster<T> {
  x: number;
  members: T[];
}

/** Brings together what stands less than `gap` px from the first of its cluster. Items ascend in time. */
export function clustersOf<T extends { t: number }>(items: readonly T[], axis: TimeAxis, gap: number): Cluster<T>[] {
  const clusters: Cluster<T>[] = [];
  for (const item of items) {
    const x = axis.xOf(item.t);
    const last = clusters.at(-1);
    if (last !== undefined && x - last.x < gap) last.members.push(item);
    else clusters.push({ x, members: [item] });
  }
  return clusters;
}
