/** How a slider spreads a range of values over its length. */

export interface SliderRange {
  min: number;
  max: number;
  integer?: boolean;
  /** Each doubling takes the same length. */
  log?: boolean;
  /** On a logarithmic slider, the least value above zero. */
  least?: number;
}

/** Places of a slider, ends included: enough to be exact, few enough for the keys. */
export const SLIDER_PLACES = 100;

/** Least value above zero of a logarithmic slider where nothing else is said. Our choice. */
const LEAST = 0.01;

/** The place, from 0 to `SLIDER_PLACES`, of a value; values out of the range lie at its ends. */
export function placeOf(value: number, range: SliderRange): number {
  const { min, max } = range;
  const inside = Math.min(max, Math.max(min, value));
  if (!range.log) return ((inside - min) / (max - min)) * SLIDER_PLACES;
  const from = leastOf(range);
  if (inside < from) return 0;
  // The first place is kept for the lower end itself where the logarithm cannot reach it.
  const first = min < from ? 1 : 0;
  return first + (Math.log(inside / from) / Math.log(max / from)) * (SLIDER_PLACES - first);
}

/** The value at a place, as round as a slider can set it. */
export function valueAt(place: number, range: SliderRange): number {
  const { min, max } = range;
  if (place <= 0) return min;
  if (place >= SLIDER_PLACES) return max;
  if (!range.log) return rounded(min + (place / SLIDER_PLACES) * (max - min), range, (max - min) / SLIDER_PLACES);
  const from = leastOf(range);
  const first = min < from ? 1 : 0;
  if (place < first) return min;
  const value = from * (max / from) ** ((place - first) / (SLIDER_PLACES - first));
  return rounded(value, range, value / 20);
}

/** How many places a key moves it: one, or as many as it takes to the next where there are few whole numbers. */
export function stepOf({ min, max, integer, log }: SliderRange): number {
  return integer && !log && max > min ? Math.max(1, SLIDER_PLACES / (max - min)) : 1;
}

function leastOf({ min, integer, least }: SliderRange): number {
  return min > 0 ? min : (least ?? (integer ? 1 : LEAST));
}

/** The nearest value with as few digits as a step of this size needs. */
function rounded(value: number, { min, max, integer }: SliderRange, step: number): number {
  const grid = 10 ** Math.floor(Math.log10(step));
  const coarse = Math.round(value / grid) * grid;
  // Takes away what the multiplication of decimal fractions leaves over.
  const clean = integer ? Math.round(coarse) : Number(coarse.toPrecision(6));
  return Math.min(max, Math.max(min, clean));
}
