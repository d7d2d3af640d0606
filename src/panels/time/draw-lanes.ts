/** What stands in each lane, as SVG paths and boxes: one run with all its parts, or one line for each of several. Pure; px. */
import {
  type Curve,
  entriesToDraw,
  growthBySlice,
  largestOf,
  type Point,
  pointsAt,
  type Slice,
  sliceSeconds,
  stepArea,
  stepLine,
  sumOf,
  type TimeAxis,
  topOf,
  valueAt,
} from './geometry.ts';
import type { RunCurves } from './run-curves.ts';

/** One run, as far as it is known. */
export interface KnownRun {
  /** Where it stands among those on screen, 0 for the first. */
  place: number;
  curves: RunCurves;
  /** Up to when it is known, in simulated seconds. */
  until: number;
  /** The future as it was before the last intervention, from when the two differ. */
  old: { curves: RunCurves; from: number; until: number } | null;
}

/** What a path means; also its class in the style sheet. */
export type Role =
  | 'waiting'
  | 'waiting-area'
  | 'in-flight'
  | 'in-service'
  | 'in-service-area'
  | 'draining'
  | 'starting'
  | 'desired'
  | 'run';

export interface Shape {
  role: Role;
  /** Of the run. */
  place: number;
  d: string;
}

export interface Drawing {
  /** The number at the upper edge. */
  top: number;
  shapes: Shape[];
  /** Pale lines: the future as it was. */
  old: { place: number; d: string }[];
  /** Where that is said in words: where the two futures lie farthest apart. Null if they are the same here. */
  oldLabel: { x: number; y: number } | null;
}

/** Points of one curve at most. A lane has four curves at most, so it has 1,200 points at most. Our choice. */
export const MOST_POINTS = 300;

/** How many wait. One run: in flight as a lighter area on top of those visible. Several: a line each. */
export function drawWaiting(runs: readonly KnownRun[], axis: TimeAxis, height: number): Drawing {
  const [only] = runs;
  if (only === undefined || runs.length > 1) return drawOneLineEach(runs, ({ waiting }) => waiting, axis, height);
  const { place, curves, until } = only;
  const total = curves.inFlight === null ? curves.waiting : sumOf(curves.waiting, curves.inFlight);
  const oldWaiting = only.old?.curves.waiting;
  const top = topOf(Math.max(largestOf(total), oldWaiting ? largestOf(oldWaiting) : 0));
  const visible = drawnPoints(curves.waiting, until);
  const shapes: Shape[] = [
    { role: 'waiting-area', place, d: stepArea(null, visible, until, axis, top, height) },
    { role: 'waiting', place, d: stepLine(visible, until, axis, top, height) },
  ];
  if (curves.inFlight !== null) {
    const entries = entriesToDraw(total, 0, until, MOST_POINTS, curves.waiting);
    const [lower, upper] = [pointsAt(curves.waiting, entries), pointsAt(total, entries)];
    shapes.unshift({ role: 'in-flight', place, d: stepArea(lower, upper, until, axis, top, height) });
  }
  return { top, shapes, ...drawOld(runs, ({ waiting }) => waiting, axis, top, height) };
}

/** Instances. One run: in service as an area, draining and starting on top of it, desired as a thin line. Several: in service, a line each. */
export function drawInstances(runs: readonly KnownRun[], axis: TimeAxis, height: number): Drawing {
  const [only] = runs;
  if (only === undefined || runs.length > 1) return drawOneLineEach(runs, ({ inService }) => inService, axis, height);
  const { place, curves, until } = only;
  const { inService, draining, starting, desired } = curves;
  const billed = sumOf(inService, draining);
  const total = sumOf(billed, starting);
  const oldInService = only.old?.curves.inService;
  const largest = Math.max(
    largestOf(total),
    desired ? largestOf(desired) : 0,
    oldInService ? largestOf(oldInService) : 0,
  );
  const top = topOf(largest);
  const served = drawnPoints(inService, until);
  const shapes: Shape[] = [
    { role: 'in-service-area', place, d: stepArea(null, served, until, axis, top, height) },
    { role: 'draining', place, d: areaOnTop(inService, draining, until, axis, top, height) },
    { role: 'starting', place, d: areaOnTop(billed, starting, until, axis, top, height) },
    { role: 'in-service', place, d: stepLine(served, until, axis, top, height) },
  ];
  if (desired !== null) {
    shapes.splice(-1, 0, {
      role: 'desired',
      place,
      d: stepLine(drawnPoints(desired, until), until, axis, top, height),
    });
  }
  return { top, shapes, ...drawOld(runs, (each) => each.inService, axis, top, height) };
}

/** Boxes on top of a curve, while there are any. */
function areaOnTop(under: Curve, some: Curve, until: number, axis: TimeAxis, top: number, height: number): string {
  const total = sumOf(under, some);
  const entries = entriesToDraw(total, 0, until, MOST_POINTS, some);
  const paths: string[] = [];
  for (let i = 0; i < entries.length; ) {
    const begin = i;
    while (i < entries.length && some.valueAt(entries[i] as number) > 0) i += 1;
    if (i === begin) {
      i += 1;
      continue;
    }
    const stretch = entries.slice(begin, i);
    const next = entries[i];
    const end = next === undefined ? until : some.timeAt(next);
    paths.push(stepArea(pointsAt(under, stretch), pointsAt(total, stretch), end, axis, top, height));
  }
  return paths.join('');
}

function drawOneLineEach(
  runs: readonly KnownRun[],
  choose: (curves: RunCurves) => Curve,
  axis: TimeAxis,
  height: number,
): Drawing {
  const all = runs.flatMap(({ curves, old }) => (old === null ? [curves] : [curves, old.curves]));
  const top = topOf(Math.max(0, ...all.map((curves) => largestOf(choose(curves)))));
  const shapes = runs.map(({ place, curves, until }): Shape => {
    const points = drawnPoints(choose(curves), until);
    return { role: 'run', place, d: stepLine(points, until, axis, top, height) };
  });
  return { top, shapes, ...drawOld(runs, choose, axis, top, height) };
}

function drawnPoints(curve: Curve, until: number, from = 0): Point[] {
  return pointsAt(curve, entriesToDraw(curve, from, until, MOST_POINTS), from);
}

/** The pale lines of all runs, and where to say what they are. */
function drawOld(
  runs: readonly KnownRun[],
  choose: (curves: RunCurves) => Curve,
  axis: TimeAxis,
  top: number,
  height: number,
): Pick<Drawing, 'old' | 'oldLabel'> {
  const lines: Drawing['old'] = [];
  let oldLabel: Drawing['oldLabel'] = null;
  let widest = 0;
  for (const { place, curves, until, old } of runs) {
    if (old === null) continue;
    const before = choose(old.curves);
    const points = drawnPoints(before, old.until, old.from);
    lines.push({ place, d: stepLine(points, old.until, axis, top, height) });
    const now = choose(curves);
    for (const { t, value } of points) {
      const difference = t > until ? value : Math.abs(value - valueAt(now, t));
      if (difference <= widest) continue;
      widest = difference;
      oldLabel = { x: axis.xOf(t), y: height * (1 - value / top) };
    }
  }
  return { old: lines, oldLabel };
}

/** Outcomes that are drawn: what went well stands up, what did not hangs down. */
export type DrawnOutcome = 'watchable' | 'refused' | 'lost' | 'dead-lettered';

export interface Bar {
  outcome: DrawnOutcome;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface UploadsDrawing {
  bars: Bar[];
  /** How many were started in each slice, as a line. */
  started: string;
  /** The tops of the bars as they were, above and below the line. */
  old: string[];
  oldLabel: Drawing['oldLabel'];
  /** Height of the line between what went well and what did not. */
  zeroAt: number;
}

/** The scale that the bars of all runs share. */
export interface UploadsScale {
  /** How much time one bar stands for. */
  sliceSeconds: number;
  /** Most uploads in one bar, above and below the line. */
  up: number;
  down: number;
}

/** Narrowest bar in px, and most bars in a run. Our choice: few enough to count, enough to see when it happened. */
const NARROWEST_BAR = 9;
const MOST_BARS = 40;

/** Outcomes in slices of time, by which the run is drawn. */
type Outcomes = Record<DrawnOutcome, Slice[]>;

export function uploadsScale(runs: readonly KnownRun[], axis: TimeAxis): UploadsScale {
  const seconds = sliceSeconds(axis.durationSeconds, Math.max(1, Math.min(MOST_BARS, axis.width / NARROWEST_BAR)));
  let up = 0;
  let down = 0;
  for (const { curves, until, old } of runs) {
    up = Math.max(up, ...growthBySlice(curves.started, 0, until, seconds).map(({ count }) => count));
    const pictures = [outcomesIn(curves, 0, until, seconds)];
    if (old !== null) pictures.push(oldOutcomes(old, seconds));
    for (const outcomes of pictures) {
      up = Math.max(up, ...outcomes.watchable.map(({ count }) => count));
      down = Math.max(down, ...failuresOf(outcomes).map(({ count }) => count));
    }
  }
  return { sliceSeconds: seconds, up: topOf(up), down };
}

/** The uploads that came to an outcome, a bar for each slice of time. */
export function drawUploads(run: KnownRun, axis: TimeAxis, scale: UploadsScale, height: number): UploadsDrawing {
  const perUpload = height / (scale.up + scale.down);
  const zeroAt = scale.up * perUpload;
  const outcomes = outcomesIn(run.curves, 0, run.until, scale.sliceSeconds);
  const bars: Bar[] = [];
  outcomes.watchable.forEach((slice, index) => {
    const x = axis.xOf(slice.from);
    const width = Math.max(1, axis.xOf(slice.to) - x - 1);
    const above = slice.count * perUpload;
    if (above > 0) bars.push({ outcome: 'watchable', x, width, y: zeroAt - above, height: above });
    let y = zeroAt;
    for (const outcome of ['refused', 'lost', 'dead-lettered'] as const) {
      const below = (outcomes[outcome][index]?.count ?? 0) * perUpload;
      if (below > 0) bars.push({ outcome, x, width, y, height: below });
      y += below;
    }
  });
  const offered = growthBySlice(run.curves.started, 0, run.until, scale.sliceSeconds);
  const started = sliceLine(offered, 1, run.until, axis, scale, height);
  return { bars, started, zeroAt, ...drawOldUploads(run, outcomes, axis, scale, height) };
}

function drawOldUploads(
  { old }: KnownRun,
  now: Outcomes,
  axis: TimeAxis,
  scale: UploadsScale,
  height: number,
): Pick<UploadsDrawing, 'old' | 'oldLabel'> {
  if (old === null) return { old: [], oldLabel: null };
  const before = oldOutcomes(old, scale.sliceSeconds);
  const failures = failuresOf(before);
  const top = scale.up + scale.down;
  const paths = [sliceLine(before.watchable, 1, old.until, axis, scale, height)];
  if (failures.some(({ count }) => count > 0)) paths.push(sliceLine(failures, -1, old.until, axis, scale, height));
  let oldLabel: Drawing['oldLabel'] = null;
  let widest = 0;
  for (const { from, count } of before.watchable) {
    const same = now.watchable[Math.round(from / scale.sliceSeconds)];
    const difference = Math.abs(count - (same?.count ?? 0));
    if (difference <= widest) continue;
    widest = difference;
    oldLabel = { x: axis.xOf(from), y: height * (1 - (scale.down + count) / top) };
  }
  return { old: paths, oldLabel };
}

/** Counts in slices as a line. The lane's middle line is its zero: what went well is counted up from it, the rest down. */
function sliceLine(
  slices: readonly Slice[],
  sign: 1 | -1,
  until: number,
  axis: TimeAxis,
  { up, down }: UploadsScale,
  height: number,
): string {
  const points = slices.map(({ from, count }) => ({ t: from, value: down + sign * count }));
  return stepLine(points, until, axis, up + down, height);
}

/** From the beginning of the slice in which the futures part, so that its bars can be compared. */
function oldOutcomes(old: NonNullable<KnownRun['old']>, seconds: number): Outcomes {
  return outcomesIn(old.curves, Math.floor(old.from / seconds) * seconds, old.until, seconds);
}

function outcomesIn(curves: RunCurves, from: number, until: number, seconds: number): Outcomes {
  const slices = (curve: Curve): Slice[] => growthBySlice(curve, from, until, seconds);
  return {
    watchable: slices(curves.watchable),
    refused: slices(curves.refused),
    lost: slices(curves.lost),
    'dead-lettered': slices(curves.deadLettered),
  };
}

function failuresOf(outcomes: Outcomes): Slice[] {
  return outcomes.refused.map((slice, index) => ({
    ...slice,
    count: slice.count + (outcomes.lost[index]?.count ?? 0) + (outcomes['dead-lettered'][index]?.count ?? 0),
  }));
}
