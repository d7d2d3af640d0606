/** A curve that a reader draws: values at equal times from the start of the run to its end, and a smooth line through them. */

/** How many values a drawn curve has. Our choice: enough for a rise, a peak and a fall, and few enough to be set by keys. */
export const POINTS = 7;

/** Values at equal times, in the unit of what is drawn. */
export type DrawnCurve = readonly number[];

/** A place on the pad: `share` of the time of the run, 0 to 1, and a value. */
export interface PadPoint {
  share: number;
  value: number;
}

export function flatCurve(value: number): DrawnCurve {
  return Array.from({ length: POINTS }, () => value);
}

/** Where a point stands, as a share of the time of the run. */
export function shareOf(point: number): number {
  return point / (POINTS - 1);
}

/** The point that is nearest to a share of the time. */
export function nearestPoint(share: number): number {
  return Math.max(0, Math.min(POINTS - 1, Math.round(share * (POINTS - 1))));
}

/**
 * The value of the line at a share of the time. Between two points it neither rises above both nor falls below both, so
 * that whoever draws nothing below zero has drawn nothing below zero.
 */
export function drawnAt(curve: DrawnCurve, share: number): number {
  const place = Math.max(0, Math.min(1, share)) * (curve.length - 1);
  const left = Math.min(Math.floor(place), curve.length - 2);
  const u = place - left;
  const [from, to] = [curve[left] as number, curve[left + 1] as number];
  const [a, b] = [slopeAt(curve, left), slopeAt(curve, left + 1)];
  const rise = to - from;
  // Cubic Hermite; the slopes are those of Fritsch and Butland, which keep it monotone.
  return from + u * (a + u * (3 * rise - 2 * a - b + u * (a + b - 2 * rise)));
}

/** Slope at a point, for a step of one: none at a peak, in a dip or at an end that is flat. */
function slopeAt(curve: DrawnCurve, point: number): number {
  const before = point === 0 ? undefined : (curve[point] as number) - (curve[point - 1] as number);
  const after = point === curve.length - 1 ? undefined : (curve[point + 1] as number) - (curve[point] as number);
  if (before === undefined) return after ?? 0;
  if (after === undefined) return before;
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
}

/** The curve with one point set. */
export function withPoint(curve: DrawnCurve, point: number, value: number): DrawnCurve {
  return curve.map((each, index) => (index === point ? value : each));
}

/** How near a stroke must pass a point to set it, as a share of the way between two. Our choice. */
const NEAR = 0.25;

/** Whether the pointer still moves the point that it grabbed, and does not draw on. */
export function isStillAt(begun: PadPoint, to: PadPoint): boolean {
  return Math.abs(to.share - begun.share) * (POINTS - 1) <= NEAR;
}

/**
 * The curve after the pointer has gone from one place to another. Points that it passed are set where it passed them;
 * the point that is `grabbed` follows from wherever it was grabbed, any other only from near by.
 */
export function stroked(curve: DrawnCurve, grabbed: number | null, from: PadPoint, to: PadPoint): DrawnCurve {
  const nearest = nearestPoint(to.share);
  const isNear = nearest === grabbed || Math.abs(to.share - shareOf(nearest)) * (POINTS - 1) <= NEAR;
  return curve.map((value, point) => {
    if (point === nearest && isNear) return to.value;
    const share = shareOf(point);
    const isPassed = (from.share - share) * (to.share - share) <= 0 && from.share !== to.share;
    if (!isPassed || point === grabbed) return value;
    return from.value + ((to.value - from.value) * (share - from.share)) / (to.share - from.share);
  });
}
